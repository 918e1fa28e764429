"""How the tables of expected answers are written and read.

A row says what a person meets who asks for one address: 200 (``ok``), a redirection (``led``), 403 (``no``),
404 (``gone``) or, for everybody else, ``rest``. Who has not logged in is always led to the login page.
"""

from dataclasses import dataclass, field
from itertools import chain

from django.urls import reverse


NOBODY = "nobody"
STAFF_HERE = "district office liaison"
READERS_HERE = f"{STAFF_HERE} leader"
OFFICES = "district office other_office foreign"
STAFF = f"{OFFICES} liaison"
IN_ADMIN = f"{OFFICES} sysadmin auditor"
EVERYBODY = (
    "district office other_office liaison deputy colleague clerk other_clerk gov_office leader "
    "sysadmin auditor foreign"
)


@dataclass(frozen=True)
class Row:
    """What the people of the world meet at one address.

    ``records`` are URL arguments that name a record of the world, ``args`` those that stand as they are.
    ``ok`` is met by ``answer``. What is posted is empty.
    """

    name: str
    ok: str = ""
    led: str = ""
    no: str = ""
    gone: str = ""
    rest: int = 404
    answer: int = 200
    method: str = "GET"
    records: dict = field(default_factory=dict)
    args: dict = field(default_factory=dict)
    query: dict = field(default_factory=dict)

    def __str__(self):
        told = [*map(str, self.args.values()), *self.records.values(), *self.query.values()]
        return f"{self.method} {self.name}({', '.join(told)})"

    @property
    def expected(self):
        """Each person's answer, those who have not logged in included."""
        groups = {404: self.gone, 403: self.no, 302: self.led, self.answer: self.ok}
        said = {person: status for status, people in groups.items() for person in people.split()}
        return {NOBODY: said.get(NOBODY, 302)} | {
            person: said.get(person, self.rest) for person in EVERYBODY.split()
        }

    def path(self, records):
        kwargs = {key: records[name].pk for key, name in self.records.items()} | self.args
        if self.name.endswith("_simple_history"):
            return reverse(self.name, args=kwargs.values())  # its pattern has no names
        return reverse(self.name, kwargs=kwargs, query=self.query or None)


def page(name, ok="", *, rest=403, **row):
    """A page of one's own work: who has none is refused."""
    return Row(name, ok, rest=rest, **row)


def record(name, pk, ok="", **row):
    """The page of a record: for who may not see it, there is none."""
    return Row(name, ok, records={"pk": pk}, **row)


def form(row, *, sent=200):
    """The same row for looking at a form and for sending it empty, which ``sent`` answers."""
    posted = Row(**{**vars(row), "method": "POST", "answer": sent})
    return [row, posted]


def flat(*rows):
    return list(chain.from_iterable(row if isinstance(row, list) else [row] for row in rows))


def but(people, without):
    """``people`` without those of ``without``."""
    return " ".join(person for person in people.split() if person not in without.split())
