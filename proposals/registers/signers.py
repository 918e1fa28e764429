"""Who leads and who signs a proposal, by the names that a ledger lists: of the congress itself alone."""

from deputies.registers.members import Members, why_absent


class Signers:
    """The seats of the terms of a district by the names of their holders."""

    def __init__(self):
        self.members = {}

    def read(self, row, term, day):
        """(the seat that leads, the seats that sign with it) on ``day``; (None, []) of a refused row.

        Of several names in the column of who leads, the first leads. Who is unknown, not in office or not to
        be told from a namesake signs nothing, with a warning; who leads must be known.
        """
        first, *others = row.read_names("lead") or [None]
        if first is None:
            row.reject("required_missing", f"“{row.label('lead')}”是空的，本行不导入", "lead")
            return None, []
        lead, problem = self._seat(first, term, day)
        if lead is None:
            row.reject(problem[0], f"{problem[1]}，本行不导入", "lead")
            return None, []
        signing = []
        for key, listed in (("lead", others), ("cosigners", row.read_names("cosigners"))):
            for name in listed:
                seat, problem = self._seat(name, term, day)
                if seat is None:
                    row.warn(problem[0], f"{problem[1]}，该姓名不计入", key)
                elif seat == lead:
                    row.warn("lead_among_cosigners", f"领衔代表{name.name}又写在联名代表中，联名不计", key)
                else:
                    signing.append(seat)
        return lead, list(dict.fromkeys(signing))

    def _seat(self, listed, term, day):
        """(the seat that a name means, None), or (None, (topic, why))."""
        if term.pk not in self.members:
            self.members[term.pk] = Members(term)
        seats = self.members[term.pk].named(str(listed), days=[day])
        if not seats:
            return None, ("unknown_deputy", f"{term.congress_name}代表名册中没有“{listed}”")
        held = [seat for seat in seats if seat.in_office(day)]
        if not held:
            return None, ("not_in_office", why_absent(seats, day))
        if len(held) > 1:
            return None, ("ambiguous_name", f"有{len(held)}名代表叫“{listed}”，分不清是哪一位")
        return held[0], None
