"""How many deputies a congress has, by the formula of 选举法第十二条."""

from dataclasses import dataclass

from congress.enums import Level


CITY, COUNTY, TOWN = Level.CITY, Level.DISTRICT, Level.TOWN
BONUS = 5  # per cent
TEN_THOUSAND = 10_000


@dataclass(frozen=True)
class Formula:
    """A level's part of the article. Below ``fewer_below`` inhabitants there may be fewer than ``base``."""

    base: int
    each: int  # inhabitants for one deputy more
    most: int
    capped_above: int = 0  # inhabitants above which ``most`` holds; 0: always
    fewer_below: int = 0
    item: str = ""


FORMULAS = {
    CITY: Formula(240, 25_000, 650, capped_above=10_000_000, item="第二项"),
    COUNTY: Formula(140, 5_000, 450, capped_above=1_550_000, fewer_below=50_000, item="第三项"),
    TOWN: Formula(45, 1_500, 160, fewer_below=2_000, item="第四项"),
}


@dataclass(frozen=True)
class Quota:
    """What the law gives a population: ``total`` deputies, ``bonus`` of them by the further five per cent."""

    total: int
    bonus: int
    may_be_fewer: bool
    sentence: str

    def allows(self, determined):
        """Whether a determined total (具体名额, 选举法第十三条) is the law's."""
        return determined == self.total or (self.may_be_fewer and determined < self.total)


def quota_of(level, population, *, with_bonus=False):
    """The Quota of a congress of ``level`` whose area has ``population`` inhabitants."""
    formula = FORMULAS[level]
    more = population // formula.each
    plain = formula.base + more
    capped = plain > formula.most and population > formula.capped_above
    basis = formula.most if capped else plain
    bonus = basis * BONUS // 100 if with_bonus else 0
    may_be_fewer = population < formula.fewer_below
    parts = [
        f"基数{formula.base}名，每{_people(formula.each)}增加1名",
        f"人口{_people(population)}，增加{more}名，合计{plain}名",
        f"最多{formula.most}名" if capped else "",
        f"另加百分之五即{bonus}名，共{basis + bonus}名" if with_bonus else "",
        f"人口不足{_people(formula.fewer_below)}，可以少于{formula.base}名" if may_be_fewer else "",
    ]
    article = f"选举法第十二条第一款{formula.item}" + ("、第三款" if with_bonus else "")
    sentence = "；".join(filter(None, parts)) + f"（{article}）。"
    return Quota(basis + bonus, bonus, may_be_fewer, sentence)


def quota_of_term(term):
    """The Quota of a term; None while the population for which it was determined is not known."""
    if term.population is None:
        return None
    return quota_of(term.jurisdiction.level, term.population, with_bonus=term.minority_bonus)


def _people(count):
    """155万人, 2.5万人, 5000人."""
    if count >= TEN_THOUSAND and count % 1000 == 0:
        return f"{count / TEN_THOUSAND:g}万人"
    return f"{count}人"
