import pytest

from congress.figures import value_of
from reports.composing import compose, number_text
from reports.sections import SECTIONS, Breakdown, clause, sentence


NAMES = {"activities.by_type": {"study": "专题调研", "inspection": "视察", "forum": "座谈会"}}
ACTIVITIES = sentence(
    "闭会期间，我",
    clause("参加活动{activities.total}次"),
    clause("履职{activities.duty_days}天"),
    clause(Breakdown("activities.by_type", "次"), lead="其中"),
)
MEETINGS = sentence(
    "会议期间，我", clause("应到{a.due}场", "实到{a.attended}场"), clause("发言{a.speeches}次")
)


def text_of(sentence, values):
    return "".join(fragment.text for fragment in compose(sentence, values, NAMES))


def test_compose_says_what_there_is_to_report():
    values = {
        "activities.total": 3,
        "activities.duty_days": 2.5,
        "activities.by_type": {"inspection": 2, "study": 1, "forum": 0},
    }
    assert text_of(ACTIVITIES, values) == "闭会期间，我参加活动3次，履职2.5天，其中专题调研1次、视察2次。"


def test_compose_joins_items_and_clauses():
    values = {"a.due": 5, "a.attended": 4, "a.speeches": 1}
    assert text_of(MEETINGS, values) == "会议期间，我应到5场、实到4场，发言1次。"


@pytest.mark.parametrize("nothing", [{"a.due": 0}, {"a.due": None}, {}])
def test_compose_leaves_out_what_is_zero_or_unknown(nothing):
    assert text_of(MEETINGS, {"a.speeches": 2, **nothing}) == "会议期间，我发言2次。"


def test_compose_says_nothing_without_figures():
    assert text_of(ACTIVITIES, {}) == ""


def test_compose_names_the_figure_of_each_number():
    fragments = compose(ACTIVITIES, {"activities.total": 3, "activities.by_type": {"study": 1}}, NAMES)
    assert [(fragment.text, fragment.key) for fragment in fragments if fragment.key] == [
        ("3", "activities.total"),
        ("1", "activities.by_type.study"),
    ]


def test_compose_reads_a_part_of_a_breakdown():
    held = sentence("", clause("培训{activities.by_type.training}次"))
    assert text_of(held, {"activities.by_type": {"training": 4}}) == "培训4次。"


def test_value_of_a_part_of_what_is_not_built_is_unknown():
    assert value_of({"activities.total": 3}, "activities.total.study") is None


@pytest.mark.parametrize(("value", "text"), [(7.5, "7.5"), (100.0, "100"), (3, "3"), (0.1 + 0.2, "0.3")])
def test_number_text(value, text):
    assert number_text(value) == text


def test_sections_have_each_its_own_key():
    assert len({section.key for section in SECTIONS}) == len(SECTIONS)
