import pytest

from deputies.enums import Mark
from deputies.registers.legends import legend_of
from deputies.registers.marks import Marks, UnknownMark, written


PRESENT, EXCUSED, ABSENT = (Mark.PRESENT, ""), (Mark.EXCUSED, ""), (Mark.ABSENT, "")


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("√", PRESENT),
        (" ✓ ", PRESENT),
        ("已到", PRESENT),
        ("迟到", (Mark.PRESENT, "迟到")),
        ("迟", (Mark.PRESENT, "迟到")),
        ("√（9:20到）", (Mark.PRESENT, "9:20到")),
        ("事假", (Mark.EXCUSED, "事假")),
        ("请 假", EXCUSED),
        ("请假(因病住院)", (Mark.EXCUSED, "因病住院")),
        ("×", ABSENT),
        ("x", ABSENT),
        ("旷会", (Mark.ABSENT, "旷会")),
        ("不在任", None),
        ("/", None),
        (None, None),
    ],
)
def test_mark_that_needs_no_legend(value, meaning):
    assert Marks()(value) == meaning


@pytest.mark.parametrize("sign", ["○", "△", "☆", "半天"])
def test_mark_that_offices_use_differently_is_not_guessed(sign):
    with pytest.raises(UnknownMark, match=sign):
        Marks()(sign)


def test_mark_that_the_office_has_explained():
    marks = Marks(own={"○": "present", "△": ""})
    assert (marks("○"), marks("〇"), marks("△")) == (PRESENT, PRESENT, None)


def test_legend_of_the_sheet_goes_before_the_office():
    marks = Marks(legend_of(["注：√出席；○请假"]), {"○": "present"})
    assert marks("○") == EXCUSED


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        (
            "注：√出席；○请假；△迟到；×缺席",
            {"√": PRESENT, "○": EXCUSED, "△": (Mark.PRESENT, "迟到"), "×": ABSENT},
        ),
        ("说明：出席打“√”、请假打“○”、缺席打“×”", {"√": PRESENT, "○": EXCUSED, "×": ABSENT}),
        ("○表示出席，△表示请假", {"○": PRESENT, "△": EXCUSED}),
        ("出席√ 事假△ 病假○", {"√": PRESENT, "△": (Mark.EXCUSED, "事假"), "○": (Mark.EXCUSED, "病假")}),
        ("（注：1.○为出席 2.△为请假）", {"○": PRESENT, "△": EXCUSED}),
        ("注：√出席；请假须经批准；空白为尚未当选。", {"√": PRESENT, "空白": None}),
        ("备注：请假的须写明事由", {}),
        ("王芳，李喆", {}),
    ],
)
def test_legend(text, legend):
    assert legend_of([text]) == legend


def test_blank_that_means_present():
    assert Marks(legend_of(["注：空白为出席；×缺席"]))(None) == PRESENT


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (PRESENT, "√"),
        ((Mark.PRESENT, "迟到"), "迟到"),
        ((Mark.PRESENT, "9:20到"), "√（9:20到）"),
        ((Mark.EXCUSED, "事假"), "事假"),
        ((Mark.EXCUSED, "病假，住院"), "请假（病假，住院）"),
        ((Mark.ABSENT, "迟到"), "缺席（迟到）"),
        (ABSENT, "缺席"),
    ],
)
def test_mark_as_it_is_written_and_read_back(meaning, text):
    assert (written(*meaning), Marks()(text)) == (text, meaning)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("√（迟到10分钟）", (Mark.PRESENT, "迟到10分钟")),
        ("请假（病）", (Mark.EXCUSED, "病")),
        ("病假/事假", (Mark.EXCUSED, "病假、事假")),
        ("出差", (Mark.EXCUSED, "出差")),
        ("因公", (Mark.EXCUSED, "公假")),
        ("缺席(无故)", (Mark.ABSENT, "无故")),
        ("未请假", ABSENT),
        ("列席", (Mark.PRESENT, "列席")),
        (1, PRESENT),
        (True, PRESENT),
        ("全勤", PRESENT),
        ("迟到10分钟", (Mark.PRESENT, "迟到10分钟")),
        ("早退约半小时", (Mark.PRESENT, "早退约半小时")),
    ],
)
def test_mark_in_other_words(value, meaning):
    assert Marks()(value) == meaning


@pytest.mark.parametrize("value", [0, False, "免", "出席/请假"])
def test_mark_that_may_mean_two_things_is_asked(value):
    with pytest.raises(UnknownMark):
        Marks()(value)


@pytest.mark.parametrize(
    ("writings", "known"),
    [
        ("1 0", {"1": PRESENT, "0": ABSENT}),
        ("是 否", {"是": PRESENT, "否": ABSENT}),
        ("TRUE FALSE", {"TRUE": PRESENT, "FALSE": ABSENT}),
        ("1 0 假", {"1": PRESENT, "假": EXCUSED}),
        ("0", {}),
        ("1 2 3", {}),
    ],
)
def test_sheet_that_writes_nothing_but_a_pair(writings, known):
    marks = Marks(writings=writings.split())
    assert {writing: marks.known[writing] for writing in writings.split() if writing in marks.known} == known


def test_pair_that_the_office_has_explained_otherwise():
    assert Marks(own={"1": "absent"}, writings={"1", "0"})("1") == ABSENT


def test_legend_of_one_colour_means_its_shades():
    marks = Marks(legend_of(["绿色为出席，红为缺席"]), {"黄色": "excused"})
    assert [marks.of_colour(word) for word in ("浅绿色", "深红色", "黄色")] == [PRESENT, ABSENT, EXCUSED]
    with pytest.raises(UnknownMark, match="浅黄色"):
        marks.of_colour("浅黄色")
