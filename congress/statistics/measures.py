"""The columns of statistics that are made of counts: shares of them, days by which a part was done."""

from dataclasses import dataclass

from congress.figures import Rate


@dataclass(frozen=True)
class Share:
    """A percentage with one decimal: the counts ``parts`` over the counts ``whole``; None of nothing."""

    name: str
    heading: str
    rule: str
    parts: tuple
    whole: tuple
    unit: str = "%"

    def of(self, counts):
        rate = Rate(self.name, self.heading, self.rule, self.parts, "whole")
        return rate.value(counts | {"whole": sum(counts[name] for name in self.whole)})


@dataclass(frozen=True)
class Days:
    """In how many days ``percent`` of all were done, by nearest rank; None of none."""

    name: str
    heading: str
    rule: str
    percent: int
    unit: str = "天"

    def of(self, days):
        """The value at place ⌈n × percent⌉ of the ``days``, which are in order."""
        return days[-(-len(days) * self.percent // 100) - 1] if days else None
