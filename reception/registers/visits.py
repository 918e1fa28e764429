"""The visits that a ledger tells of: found as they were written down before, or received anew."""

from congress.phones import parse_phone
from congress.registers.moments import taken_over
from congress.registers.report import Change
from congress.registers.values import parse_int
from reception import intake
from reception.enums import Channel, VisitorKind
from reception.models import Opinion
from reception.registers.masks import without_data
from reception.registers.matters import RECEIVED
from reception.registers.visitors import party_in, visitor_named


NEEDED = ("jurisdiction__parent", "category", "visit__visitor", "visit__jurisdiction__parent")


class Visits:
    """Finds the matter of each row; ``matters`` (:class:`Matters`) adds another one to a visit."""

    def __init__(self, matters):
        self.matters = matters
        self.recall()

    def recall(self):
        self.visit, self.found = None, {}

    def end(self):
        """The next row is no other matter of the visitor above."""
        self.visit = None

    def take(self, row, where, day, seats, told):
        """(the opinion, whether it is new); ``where``: the ToldDay, ``day``: its ReceptionDay or None."""
        opinion = self._known(row, where, told)
        is_new = opinion is None
        if is_new:
            opinion = self._receive(row, where, day, seats, told)
        self.visit = opinion.visit
        return opinion, is_new

    def _known(self, row, where, told):
        """The opinion that was written down before with these words; None for a new one."""
        key = (where.jurisdiction.pk, where.date)
        if key not in self.found:
            found = Opinion.objects.filter(jurisdiction=key[0], received_on=key[1]).order_by("pk")
            self.found[key] = list(found.select_related(*NEEDED))
        kind, name = visitor_named(row.text("visitor"))
        for opinion in self.found[key]:
            visitor = opinion.visit.visitor
            words = (opinion.words, without_data(opinion.words, visitor))
            if told.words in words and visitor.kind == kind and name in _written(visitor):
                self.found[key].remove(opinion)
                return opinion
        return None

    def _receive(self, row, where, day, seats, told):
        """Write the matter down: with its visit, or as another one of the visit of the row above."""
        same_day = self.visit and (self.visit.jurisdiction, self.visit.date) == (
            where.jurisdiction,
            where.date,
        )
        if same_day and (row.cell("visitor").ditto or self._is_same(row)):
            self.visit.deputies.add(*seats)
            return self.matters.add(self.visit, told)
        party = row.read("party_size", parse_int) or parse_int(party_in(row.text("visitor"))) or 1
        with taken_over(where.date, RECEIVED, 30):
            visit = intake.receive(
                by=self.matters.by,
                jurisdiction=where.jurisdiction,
                visitor_data=_visitor(row),
                visit_data={
                    "date": where.date,
                    "day": day,
                    "channel": Channel.RECEPTION,
                    "party_size": party,
                    "deputies": seats,
                },
                opinions=[{"title": told.title, "words": told.words}],
            )
        return visit.opinions.select_related(*NEEDED).get()

    def _is_same(self, row):
        """Whether a row repeats the visitor above instead of 同上: the same name, and no number of people."""
        if row.text("party_size"):
            return False
        kind, name = visitor_named(row.text("visitor"))
        above = self.visit.visitor
        return kind != VisitorKind.ANONYMOUS and (kind, name) == (above.kind, above.name)


def complete(row, visitor):
    """Add what was not known of the visitor; the Changes show it masked."""
    told = _visitor(row)
    new = {key: told[key] for key in ("phone", "address") if told[key] and not getattr(visitor, key)}
    if not new:
        return ()
    for key, value in new.items():
        setattr(visitor, key, value)
    visitor.save(update_fields=list(new))
    shown = {"phone": ("联系电话", visitor.masked_phone), "address": ("住址", "…")}
    return tuple(Change(label, "", masked) for label, masked in map(shown.get, new))


def _visitor(row):
    kind, name = visitor_named(row.text("visitor"))
    return {
        "kind": kind,
        "name": name,
        "phone": row.read("phone", parse_phone) or "",
        "address": row.text("address")[:100],
    }


def _written(visitor):
    """How a ledger may write who came: ours, exported without personal data, has the name masked."""
    return visitor.name, visitor.masked_name if visitor.name else ""
