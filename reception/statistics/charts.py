"""The statistics as pictures made of numbers."""

from congress.statistics.charts import paired_bars, whole_bars


def taken_bars(rows):
    """How many matters each part had, and of how many the voters were answered, one below the other."""
    return paired_bars(rows, "taken", "answered")


def rating_bars(rows):
    """How the voters rated, of each part as a whole."""
    return whole_bars(rows, satisfied="satisfied", basically="basically", dissatisfied="dissatisfied")


def waiting_bars(rows):
    """In how many days half and nine tenths of the voters had their answer."""
    return paired_bars(rows, "ninetieth", "median", in_days=True)
