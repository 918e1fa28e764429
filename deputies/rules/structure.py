"""Who may see and keep how a congress is divided, its stations and the figures of its places."""

from congress.enums import Level
from deputies.rules.people import can_list_deputies, can_see_places


def can_see_structure(user):
    """Constituencies, delegations, groups, compositions: staff and leaders."""
    return can_see_places(user)


def can_add_structure(user):
    return user.is_office


def can_change_constituency(user, constituency):
    """The office of the congress that is elected there; a town does not redraw the district's."""
    return user.is_office and user.works_for(constituency.jurisdiction)


def can_change_division(user, division):
    """A delegation or a group: the office of its congress."""
    return user.is_office and user.works_for(division.term.jurisdiction)


def can_list_stations(user):
    """Deputies, too: they look up where and when they sit."""
    return can_list_deputies(user)


def can_change_station(user, station):
    return user.is_office and user.works_for(station.jurisdiction)


def can_keep_station(user, station):
    """What is in it, on its walls and lent: the staff of the place, liaison officers included."""
    return user.is_reception_staff and user.works_for(station.jurisdiction)


def can_see_station_books(user):
    """The lists of assets and loans are the staff's."""
    return can_see_places(user)


def can_keep_profile(user, jurisdiction):
    """The figures of a place: its own staff and those above."""
    return user.is_reception_staff and user.works_for(jurisdiction)


def can_compare_congresses(user):
    """Whoever looks after more than one congress."""
    return can_see_structure(user) and user.jurisdiction.level not in Level.local
