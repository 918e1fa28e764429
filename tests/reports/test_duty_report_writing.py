"""Writing a duty report on its page: the paper as a whole, and each section while it is written."""

import pytest

from reports import workflow
from reports.models import DutyReport
from tests.factories.reports import (
    drafted,
    own_words,
    page,
    submitted,
)


pytestmark = pytest.mark.django_db


def words_of(report):
    return dict(report.sections.exclude(words="").values_list("key", "words"))


@pytest.mark.parametrize(
    ("then", "target"), [("", "detail"), ("pdf", "pdf"), ("submit", "step")], ids=["stay", "pdf", "submit"]
)
def test_saving_the_paper_keeps_every_word(as_, seat, deputy, then, target):
    report = drafted(seat)
    typed = {f"words_{key}": words for key, words in own_words("我的话。").items()}
    settings = {"salutation": "各位选民代表：", "date_style": "chinese", "then": then}
    response = as_(deputy).post(page("detail", report), typed | settings)
    assert response.url == page(target, report, *(["submit"] if target == "step" else []))
    assert words_of(report) == own_words("我的话。")
    report.refresh_from_db()
    assert (report.salutation, report.date_style) == ("各位选民代表：", "chinese")


def test_paper_that_cannot_be_saved_shows_what_was_typed(as_, seat, deputy):
    report = drafted(seat)
    typed = {
        "words_plans": "一要多走访。",
        "words_post": "长" * 20_001,
        "salutation": "",
        "date_style": "arabic",
    }
    response = as_(deputy).post(page("detail", report), typed)
    assert response.context["paper"].words["plans"] == "一要多走访。"
    assert "超过20000字" in response.content.decode()
    assert words_of(report) == {}


def test_missing_salutation_leads_to_its_field(as_, seat, deputy):
    report = drafted(seat)
    html = (
        as_(deputy).post(page("detail", report), {"salutation": "", "date_style": "arabic"}).content.decode()
    )
    told = '<a href="#id_salutation">请填写称谓。</a>'
    assert (told in html, '<details class="card card-pad" open>' in html) == (True, True)


def test_saving_after_submission_says_that_it_is_too_late(as_, seat, deputy):
    report = submitted(seat)
    browser = as_(deputy)
    browser.post(page("detail", report), {"salutation": "各位选民：", "date_style": "arabic"})
    [message] = browser.get(page("detail", report)).context["messages"]
    assert str(message).startswith("现在不能提交：已是“已提交”")


def test_words_are_saved_while_they_are_written(as_, seat, deputy):
    report = drafted(seat)
    response = as_(deputy).post(page("words", report, "study"), {"words_study": "学习**次"})
    assert response.context["section"].length == 5
    assert "像是没有填好的空" in response.content.decode()
    assert words_of(report) == {"study": "学习**次"}


def test_words_after_submission_are_refused(as_, seat, deputy):
    response = as_(deputy).post(page("words", submitted(seat), "study"), {"words_study": "改"})
    assert response.status_code == 409


@pytest.mark.parametrize(
    ("key", "name"), [("study", "加强学习，提高履职能力"), ("opening", "开头"), ("closing", "结尾")]
)
def test_words_that_are_too_long_are_refused(as_, seat, deputy, key, name):
    response = as_(deputy).post(page("words", drafted(seat), key), {f"words_{key}": "长" * 20_001})
    assert (response.status_code, f"“{name}”超过20000字" in response.content.decode()) == (422, True)


def test_words_with_a_telephone_number_are_refused(as_, seat, deputy):
    report = drafted(seat)
    browser = as_(deputy)
    typed = {"words_voters": "老王反映路灯不亮，电话13800001234。"}
    response = browser.post(page("words", report, "voters"), typed)
    assert (response.status_code, "请删去“13800001234”" in response.content.decode()) == (422, True)
    response = browser.post(
        page("detail", report), typed | {"salutation": "各位选民：", "date_style": "arabic"}
    )
    assert list(response.context["form"].errors) == ["words_voters"]
    assert words_of(report) == {}


def test_words_by_the_office_are_forbidden(as_, seat, office):
    response = as_(office).post(page("words", submitted(seat), "study"), {"words_study": "改"})
    assert response.status_code == 409
    workflow_returned = DutyReport.objects.get()
    workflow.return_report(workflow_returned, by=office, note="请改")
    response = as_(office).post(page("words", workflow_returned, "study"), {"words_study": "改"})
    assert response.status_code == 403


def test_words_of_an_unknown_section_are_not_found(as_, seat, deputy):
    assert as_(deputy).post(page("words", drafted(seat), "nothing")).status_code == 404


def test_wrong_paper_leaves_the_record_as_it_is(as_, seat, deputy):
    report = drafted(seat)
    typed = {"salutation": "改过的称谓：", "date_style": "wrong"}
    response = as_(deputy).post(page("detail", report), typed)
    assert list(response.context["form"].errors) == ["date_style"]
    assert response.context["report"].salutation == "各位选民："


def test_nothing_sent_to_a_paper_that_is_handed_in_is_no_error(as_, seat, deputy):
    response = as_(deputy).post(page("detail", submitted(seat)))
    assert sorted(response.context["form"].errors) == ["date_style", "salutation"]
