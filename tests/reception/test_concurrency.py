"""Two people at once, on two connections to PostgreSQL."""

from threading import Barrier, Event, Thread
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import connections, transaction

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
        except ValidationError as refusal:
            raised.extend(refusal.messages)
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


def test_merging_waits_for_the_main_one():
    """Whoever holds the main matter's row is waited for, and what he did is seen."""
    who = people()
    opinion, main = (opinion_at(OpinionStatus.TRIAGED, who) for _ in range(2))
    stale, locked = Opinion.objects.get(pk=main.pk), Event()

    def withdraw():
        with transaction.atomic():
            workflow.withdraw(Opinion.objects.get(pk=main.pk), by=who.office, note="选民不再要求")
            locked.set()
            sleep(0.3)

    def merge():
        locked.wait()
        workflow.merge(Opinion.objects.get(pk=opinion.pk), by=who.office, into=stale)

    assert at_once(merge, withdraw) == [f"{main.number}是“已撤回”，不能作主件。"]
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.TRIAGED


def test_numbers_given_at_once_have_neither_gaps_nor_doubles():
    who = people()
    drafts = visit_of(who, draft=True, opinions=4).opinions.all()
    raised = at_once(*(lambda draft=draft: workflow.register(draft, by=who.liaison) for draft in drafts))
    assert raised == []
    assert sorted(drafts.values_list("serial", flat=True)) == [1, 2, 3, 4]
