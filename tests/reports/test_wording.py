import pytest

from reports import wording


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("参加学习**余次", ["**"]),
        ("##paidbegin##自当选以来", ["##paidbegin##"]),
        ("20_年，在市人大的领导下", ["20_年"]),
        ("我于XX被选为X区代表", ["XX"]),
        ("20xx年xx月", ["20xx年", "xx"]),
        ("促进工作-1-落实", ["-1-"]),
        ("深入学习__大精神", ["__大"]),
        ("述职人：本站", ["本站"]),
    ],
)
def test_placeholder_is_found(text, found):
    assert [hint.found for hint in wording.hints(text) if hint.placeholder] == found


@pytest.mark.parametrize(
    "text",
    ["2025年3月20日，走访20多户。", "二〇二五年十二月", "完成率89.5%，2024-12-31前", "3G、XXL、Office"],
)
def test_ordinary_text_has_no_hints(text):
    assert wording.hints(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我作为提案提出", "提案"),
        ("得到了镇人大常委会的重视", "镇人大常委会"),
        ("街道人大常委会组织的活动", "街道人大常委会"),
        ("审议“一府两院”的报告", "一府两院"),
    ],
)
def test_wrong_term_is_a_hint_and_no_placeholder(text, found):
    [hint] = wording.hints(text)
    assert (hint.found, hint.placeholder) == (found, False)


def test_hint_about_a_repeated_word_comes_once():
    assert len(wording.hints("提案一，提案二")) == 1


def test_pieces_mark_what_is_odd():
    assert [(piece.text, piece.odd) for piece in wording.pieces("学习**余次，提案一件")] == [
        ("学习", False),
        ("**", True),
        ("余次，", False),
        ("提案", True),
        ("一件", False),
    ]


def test_pieces_of_plain_text_are_one():
    assert wording.pieces("走访") == [wording.Piece("走访", False)]


def test_what_no_font_prints_is_a_placeholder():
    assert wording.hints("群众说👍🏻") == [
        wording.Hint(sign, "打印不出来，请删去，或者换成文字。", placeholder=True) for sign in "👍🏻"
    ]
