"""Which seat stands for a person who holds two."""


def once_each(seats, place, *, before=()):
    """One seat a person, in the order of ``seats``: as in ``before``, else in the congress of ``place``.

    ``before`` are the seats under which people are listed already.
    """
    chosen = {seat.deputy_id: seat for seat in before}
    for seat in sorted(seats, key=lambda seat: seat.term.jurisdiction_id != place.pk):
        chosen.setdefault(seat.deputy_id, seat)
    return list({seat.deputy_id: chosen[seat.deputy_id] for seat in seats}.values())
