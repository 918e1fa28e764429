"""Who is told of which step, in which sentence. Each app has the tables of its workflows in ``messages.py``.

The desk says what is to be done; messages say what happened. Nobody is told of his own step.
"""

from django.db import transaction

from congress import clock
from congress.models import Message


_tables: dict[str, list[tuple]] = {}


def table(workflow, *, to, url=None, **sentences):
    """Tell the users ``to(record)`` (their keys, None for nobody) of the steps that are named.

    Each step has its ``sentence(record, event)``; an empty one tells nobody. ``event.changed`` are the names
    of the fields that the step set, where it was taken with one record. ``url(record)`` is where the
    message leads, by default the record's own page.
    """
    _tables.setdefault(workflow.name, []).append((to, url or _own_page, sentences))


def tell_all(workflow, events):
    """Write the messages about events of one step once they are certain; all together in one query.

    That something cannot be told undoes no step. Of what a register tells of earlier days nobody is told.
    """
    if clock.is_taken_over():
        return
    tables = [row for row in _tables.get(workflow.name, ()) if events[0].step in row[2]]
    if not tables:
        return

    # No partial: Django logs the failure of what it calls by a name, which a partial lacks.
    def write():
        Message.objects.bulk_create(message for event in events for message in _about(event, tables))

    transaction.on_commit(write, robust=True)


def _about(event, tables):
    """The messages about an event, one for each person."""
    told = {}
    for to, url, sentences in tables:
        sentence = sentences[event.step](event.record, event)
        if sentence:
            # Who is told in two ways is told once: by the table that comes first.
            for person in sorted({*to(event.record)} - {None, event.by_id}):
                told.setdefault(
                    person,
                    Message(recipient_id=person, sentence=sentence, url=url(event.record), sent_at=event.at),
                )
    return told.values()


def _own_page(record):
    return record.get_absolute_url()
