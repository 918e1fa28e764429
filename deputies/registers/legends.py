"""What a sheet itself tells of its marks: in a line, in rows, beside the table or on another sheet."""

import re
import unicodedata

from deputies.registers.marks import KNOWN, plain_mark


LEGEND = re.compile(r"^[（(]?\s*(备?注|说明|图例|填表说明|填写说明|符号|标记|记号)")
PARTED = re.compile(r"[；;，,、。\s]+")
LINK = re.compile(r"表示|代表|记作|记为|画|打|用|填|为|是|指|[=:：\-—“”\"'‘’]")
LONGEST_SIGN, LONGEST_PAIR = 3, 12
FEW = 3
WORDS = sorted((word for word in KNOWN if len(word) > 1 and word.isalpha()), key=len, reverse=True)
WORD = re.compile("|".join(map(re.escape, WORDS)))


def legend_of(texts):
    """The meanings that texts tell: 注：√出席；○请假；△迟到, or 出席打√、请假打○.

    A text with a single sign counts where another does so too: 出席√ and below it 请假△.
    """
    legend, single, is_announced = {}, {}, False
    for text in texts:
        text = unicodedata.normalize("NFKC", text)
        pairs = _pairs(text)
        is_announced = is_announced or bool(LEGEND.match(text))
        if LEGEND.match(text) or len(pairs) > 1:
            legend.update(pairs)
        elif len(text) <= LONGEST_PAIR:
            single.update(pairs)
    return {**single, **legend} if len(single) > 1 or is_announced else legend


def texts_about(recognition, meetings):
    """What was written around the table of marks, and on the sheets beside it, for a legend.

    ``meetings``: the headings below which the marks stand. A colour beside a word is told as 绿色:出席.
    """
    rows = recognition.sheet.rows
    above, below = rows[: recognition.first_row - 1], recognition.lines
    heads = rows[recognition.first_row - 1 : recognition.first_row - 1 + recognition.depth]
    table = [heading.column for heading in (*recognition.columns.values(), *meetings)]
    last = max(table, default=0)
    beside = (row for sheet in recognition.beside for row in sheet.rows)
    yield from _texts_of(*above, *beside, *(row[last:] for row in heads))
    for row in below:
        yield from _texts_of(row if is_legend(row) else row[last:])
        if explains_colours(row):
            yield from _colours_in(row)


def is_legend(row):
    """Whether a row below the table may explain marks: it holds little, or nothing but signs and words."""
    own = [cell.text for cell in row if cell.is_own]
    return len(own) <= FEW or bool(LEGEND.match(own[0])) or explains_marks(row)


def explains_marks(row):
    """Whether a row holds nothing but signs and their meanings, each in its cell or all in one."""
    own = [cell.text for cell in row if cell.is_own and not LEGEND.match(cell.text)]
    if len(own) == 1 and len(_pairs(unicodedata.normalize("NFKC", own[0]))) > 1:
        return True
    return (len(own) > 1 and len(own) == 2 * len(_paired(own))) or explains_colours(row)


def explains_colours(row):
    """Whether a row holds nothing but colours and the words for them: a green cell, 出席, a red one, 缺席."""
    own = [cell.text for cell in row if cell.is_own and not LEGEND.match(cell.text)]
    return all(_is_word(text) for text in own) and any(_colours_in(row))


def _colours_in(row):
    """绿色:出席 of every word on a coloured ground, or beside a coloured cell that is blank."""
    for place, cell in enumerate(row):
        if not (cell.is_own and _is_word(cell.text)):
            continue
        before = row[place - 1] if place else None
        beside = before.colour if before is not None and before.is_blank else ""
        if cell.colour or beside:
            yield f"{cell.colour or beside}:{cell.text}"


def _texts_of(*rows):
    """The texts of rows; a sign and its meaning in neighbouring cells are one."""
    for row in rows:
        own = [cell.text for cell in row if cell.is_own]
        yield from own
        yield from _paired(own)


def _paired(texts):
    """What neighbouring texts say together where one is a sign and the other a word for it."""
    found, place = [], 0
    while place < len(texts) - 1:
        one, other = texts[place : place + 2]
        if (_is_sign(one) and _is_word(other)) or (_is_word(one) and _is_sign(other)):
            found.append(f"{one}:{other}")
            place += 1
        place += 1
    return found


def _is_word(text):
    return bool(WORD.search(text)) and len(text) <= LONGEST_PAIR


def _is_sign(text):
    """Whether a text may be a sign; of two letters and more it may be a name, and 到 is a mark itself."""
    has_letters = any(letter.isalpha() for letter in text)
    if has_letters and not text.isascii() and plain_mark(text) in KNOWN:
        return False
    return len(text) <= (1 if has_letters else LONGEST_SIGN) and not WORD.search(text)


def _pairs(text):
    """Sign → meaning of every part of a legend that says nothing but the two."""
    text = LEGEND.sub("", text).strip(" :()")
    pairs = {}
    for part in PARTED.split(text):
        part = re.sub(r"^\d\.", "", part)
        word = WORD.search(part)
        if not word:
            continue
        linked = LINK.search(part)
        sign = plain_mark(LINK.sub("", part[: word.start()] + part[word.end() :]))
        sign = re.sub(r"[()\[\]]|的$", "", sign)
        if 0 < len(sign) <= LONGEST_SIGN and (linked or not any(letter.isalpha() for letter in sign)):
            pairs[sign] = KNOWN[word[0]]
    return pairs
