"""Who may see and keep deputies and their seats."""

from congress.enums import Level, Role


def can_list_deputies(user):
    """Whoever has to do with the deputies' work, colleagues included."""
    return user.role not in Role.business_blind


def can_add_deputies(user):
    return user.is_office


def can_change_deputy(user, deputy):
    """The office of every congress in which the person sits: a town does not edit the district's deputies."""
    if not user.is_office:
        return False
    seats = deputy.seats.all()
    if not seats:
        return user.works_for(deputy.district)
    return all(user.works_for(seat.term.jurisdiction) for seat in seats)


def can_add_person(user):
    """Somebody who sits in no congress here is seen by the district's office alone, which enters him."""
    return user.is_office and user.jurisdiction.level == Level.DISTRICT


def can_keep_higher_seat(user, deputy):
    """Seats above the district: the district's office, and the office that looks after one of his own."""
    if not user.is_office:
        return False
    return any(looks_after(user, seat) for seat in deputy.seats.all()) or user.works_for(deputy.district)


def can_keep_honours(user, deputy):
    """Deeds and honours: the offices that keep his seats above."""
    return can_keep_higher_seat(user, deputy)


def can_see_phone(user, deputy):
    """The deputy himself and the staff who look after one of his seats."""
    return deputy.user_id == user.pk or any(can_see_seat_phone(user, seat) for seat in deputy.seats.all())


def can_see_seat_phone(user, seat):
    """The staff who look after the seat."""
    return user.is_reception_staff and looks_after(user, seat)


def is_own_seat(user, seat):
    """Whether the user is the deputy who holds the seat."""
    return user.is_deputy and seat.deputy.user_id == user.pk


def looks_after(user, seat):
    """Whether the seat is one of the user's area: of its congress, or elected in a constituency there."""
    town = seat.constituency.town if seat.constituency_id else None
    return user.works_for(seat.term.jurisdiction) or user.works_for(town)


def can_see_places(user):
    """Figures of whole places are for staff and leaders."""
    return user.role in (*Role.staff, Role.LEADER)


def can_see_duty(user, seat):
    """A deputy opens his own duty page; whoever else may see the seat, any."""
    return not user.is_deputy or is_own_seat(user, seat)
