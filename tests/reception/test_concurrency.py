"""Two people at once, on two connections to PostgreSQL."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from congress.workflow import StepNotAvailable
from reception import workflow
from reception.enums import OpinionStatus
from reception.models import Opinion
from tests.factories.reception import opinion_at, people, take, visit_of


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*tasks):
    """Run the tasks in a thread and on a connection each, started together; return what they raised."""
    start, raised = Barrier(len(tasks)), []

    def run(task):
        start.wait()
        try:
            task()
        except StepNotAvailable as refusal:
            raised.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_second_clerk_at_the_same_step_reads_a_sentence():
    who = people()
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    raised = at_once(
        *(lambda pk=opinion.pk: take("triage", Opinion.objects.get(pk=pk), who) for _ in range(2))
    )
    assert raised == ["现在不能分类：已是“已分类”，可能刚有人办理过，请看最新情况。"]
    assert list(opinion.events.filter(step="triage").values_list("new_status", flat=True)) == ["triaged"]


def test_numbers_given_at_once_have_neither_gaps_nor_doubles():
    who = people()
    drafts = visit_of(who, draft=True, opinions=4).opinions.all()
    raised = at_once(*(lambda draft=draft: workflow.register(draft, by=who.liaison) for draft in drafts))
    assert raised == []
    assert sorted(drafts.values_list("serial", flat=True)) == [1, 2, 3, 4]
