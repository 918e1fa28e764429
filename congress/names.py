"""Personal names: one way of writing them, their official order, their pinyin, their search.

Two orders are kept beside each name as keys of plain ASCII, so that an index serves them and every database
sorts alike: surname strokes, as published lists are, and pinyin.  Facts stand in ``congress/data``.  A key is
stored: after a change of the facts, names must be saved again.
"""

import functools
import re
import unicodedata
from pathlib import Path

from pypinyin import Style, lazy_pinyin


DATA = Path(__file__).resolve().parent / "data"

DOT = "\u00b7"
WIDE_SPACE = "\u3000"
MAX_KEY_LENGTH = 255
MAX_SEARCH_LENGTH = 400

_HAN = r"\u2e80-\u2fdf\u3007\u3400-\u9fff\ue000-\ufaff\U00020000-\U0003ffff"
_DOTS = re.compile(
    "[\u00b7\u02d9\u0387\u1427\u16eb\u2022\u2024\u2027\u2218\u2219\u22c5\u25aa\u25cf\u25e6\u26ab\u2e31\u2e33\u30fb\u318d\ua78f\uff65]+"
)
# A full stop, a hyphen, a prime or the stroke 丶 is a middle dot wrongly typed only between two Han
# characters; ` is the key of the middle dot itself.
_STOPS = re.compile(
    rf"(?<=[{_HAN}])[{DOT}.\u3002\uff0e\uff61\ufe52\-\u2010-\u2015\u2212\uff0d"
    r"`\u00b0\u00b4\u02ca\u02cb\u02da\u2018\u2019\u2032\u2043\u309c\uff40\u4e36']+"
    rf"(?=[{_HAN}])"
)
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_SCRIPTS = re.compile(rf"[{_HAN}]+|[^{_HAN}]+")

# Text copied from a PDF may hold a radical (⾼) where the character (高) is meant; no name has a radical.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2E80, 0x2FE0)}

# Readings in given names that a dictionary of common words gets wrong.
_GIVEN_READINGS = {"长": "chang2", "卜": "bu3"}

_UNKNOWN_STROKES = "99"
_UNKNOWN_SYLLABLE = "zzz"


def normalise(text):
    """Return the name as it is stored (domain.md finding 10, 民委发〔2016〕33号).

    White space (U+3000 too) and invisible characters go, every wrongly typed middle dot becomes U+00B7, a
    radical becomes its character.  Rare characters stay as they are: no other Unicode normalisation.
    """
    visible = "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE_CATEGORIES)
    characters = _INVISIBLE.sub("", visible).translate(_RADICALS)
    return _STOPS.sub(DOT, _DOTS.sub(DOT, characters)).strip(DOT)


def split(name):
    """Return (surname, given name); compound surnames stay whole, a name with a middle dot is all surname."""
    name = normalise(name)
    if DOT in name:
        return name, ""
    length = 2 if name[:2] in _compound_surnames() else 1
    return name[:length], name[length:]


def spaced(name):
    """Return the name for a printed list: two characters are set with a full-width space between them."""
    name = normalise(name)
    return WIDE_SPACE.join(name) if re.fullmatch(f"[{_HAN}]{{2}}", name) else name


def stroke_key(name):
    """Return the key of the official order by surname strokes, as published lists have it, in decimal digits.

    Each character has eight digits: stroke count, then place within the count; unknown ones have count 99.
    After the first character stands how many more the surname has, after the surname whether the given name
    has none, one or more: so a compound surname follows the single one that it begins with, and short given
    names precede longer ones.  A name with a middle dot is taken character by character.  255 digits hold
    31 characters; what is longer is cut.
    """
    surname, given = _parts_for_order(name)
    first, *others = map(_strokes, surname or WIDE_SPACE)
    key = [first, str(len(others)), *others, str(min(len(given), 2)), *map(_strokes, given)]
    return "".join(key)[:MAX_KEY_LENGTH]


def pinyin_key(name):
    """Return the key of the order by pinyin: syllable by syllable with its tone, ASCII, at most 255 long.

    Surnames of equal sound are kept apart by their strokes.
    """
    surname, given = _parts_for_order(name)
    readings = [reading if reading.isascii() else _UNKNOWN_SYLLABLE for reading in _read(name)]
    known = [reading + _strokes(c) for c, reading in zip(surname, readings, strict=False)]
    return "".join([*known, "0", *readings[len(surname) :]])[:MAX_KEY_LENGTH]


def pinyin(name):
    """Return the spelling of GB/T 28039-2011 without tones, each part one word: Ouyang Jian'an."""
    return " ".join(_word(part) for part in _spelt_parts(name))


def initials(name):
    """Return the first letter of each syllable: oyy for 欧阳䶮."""
    return "".join(syllable[0] for part in _spelt_parts(name) for syllable in part)


def search_text(name):
    """Return what is stored beside the name to be searched in: 欧阳䶮 ouyangyan oyy; at most 400 long.

    A surname of a special reading is found by the usual one as well: 单雄 shanxiong sx danxiong dx.
    """
    bare = normalise(name).replace(DOT, "")
    spellings = (_read(name), _sounds(bare))
    words = [bare.lower()]
    for syllables in spellings:
        letters = [_toneless(syllable) for syllable in syllables]
        words += ["".join(letters), "".join(syllable[0] for syllable in letters)]
    return " ".join(dict.fromkeys(words))[:MAX_SEARCH_LENGTH]


def search_terms(query):
    """Return the list of strings that must all occur in ``search_text``; empty for an empty query.

    Case, tones, spaces, apostrophes, and middle dots do not count; Han characters and letters are looked up
    apart, so that 欧阳 yan is found.  ü may be typed ü, v or, as in the passports of 吕, yu.
    """
    kept = "".join(c for c in normalise(query) if unicodedata.category(c)[0] not in "PS")
    return [_plain(run) for run in _SCRIPTS.findall(kept)]


def _plain(run):
    if re.match(f"[{_HAN}]", run):
        return run
    letters = unicodedata.normalize("NFKD", run).lower().replace("u\u0308", "v")
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    # No syllable ends in l; after n it may be the start of the next one: guan-yue.
    return letters.replace("lyu", "lv")


def _parts_for_order(name):
    surname, given = split(name)
    if DOT in surname:
        bare = surname.replace(DOT, "")
        return bare[:1], bare[1:]
    return surname, given


def _read(name):
    """Return the syllables of a whole name, each with its tone, one per character: ["shan4", "xiong2"]."""
    surname, given = split(name)
    if DOT in surname:
        return [syllable for part in surname.split(DOT) for syllable in _sounds(part)]
    special = _surname_readings().get(surname)
    return [*(special or _sounds(surname)), *_sounds(given)]


def _sounds(text):
    """Return one syllable with tone per character; what cannot be read stands for itself."""
    sounds = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=list)
    return [_sound(c, sound) for c, sound in zip(text, sounds, strict=True)]


def _sound(character, sound):
    # pypinyin marks what it cannot read with the neutral tone's 5, too.
    if character.isascii() or not sound.isascii():
        return character.lower()
    return _GIVEN_READINGS.get(character, sound)


def _spelt_parts(name):
    """Return the syllables without tones, in one list for each word of the spelling."""
    parts = normalise(name).split(DOT) if DOT in normalise(name) else split(name)
    readings = iter(_read(name))
    return [[_toneless(next(readings)) for _ in part] for part in parts if part]


def _toneless(syllable):
    return re.sub("(?<=[a-z])[1-5]$", "", syllable)


def _word(syllables):
    """Join syllables; an apostrophe stands before a, o, e within the word."""
    joined = syllables[0] + "".join(f"'{s}" if s[0] in "aoe" else s for s in syllables[1:])
    return joined.replace("v", "ü").capitalize()


def _strokes(character):
    """Return eight digits: the stroke count, then the place within it."""
    listed, counts = _stroke_table()
    if character in listed:
        return listed[character]
    code = ord(character)
    # Characters outside the national table follow those inside by code point, which is beyond all its places.
    count = counts.get(code - code % 256, {}).get(code % 256, _UNKNOWN_STROKES)
    return f"{count}{min(code, 999_999):06}"


@functools.cache
def _stroke_table():
    """Return ({character: eight digits}, {row of 256 code points: {offset: count in two digits}})."""
    listed, counts = {}, {}
    for head, body in _facts("strokes.txt"):
        if head.startswith("U+"):
            row = {offset: f"{ord(letter) - 48:02}" for offset, letter in enumerate(body) if letter != "0"}
            counts[int(head[2:], 16)] = row
        else:
            listed |= {character: f"{int(head):02}{place:06}" for place, character in enumerate(body)}
    return listed, counts


@functools.cache
def _surname_readings():
    return {surname: reading.split() for surname, reading in _facts("surnames.txt")}


@functools.cache
def _compound_surnames():
    return frozenset(surname for surname in _surname_readings() if len(surname) > 1)


def _facts(filename):
    """Yield (head, rest) of each line that is no comment."""
    for line in (DATA / filename).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, rest = line.partition(" ")
            yield head, rest
