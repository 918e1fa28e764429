"""What waits for an office in the matter of seats: confirmations, vacancies, quotas, missing activities."""

from django.urls import reverse

from congress import clock, desk
from congress.desk import Waiting, WaitingItem, amber_days_for, first_lines, light_of
from congress.models import Term
from deputies import rules
from deputies.enums import Tie, VacancyStatus
from deputies.models import Seat, Vacancy
from deputies.models.tenure import VACANT_SINCE
from deputies.terms import rosters_of


@desk.register
def of_the_congress(user):
    """For the office of a congress: who is to be confirmed, and where there are more than the quota allows.

    What is only not entered yet stands on the term's page: it may stay so for years and would hide the rest.
    """
    if not user.is_office or not user.jurisdiction.has_congress:
        return
    terms = Term.objects.filter(jurisdiction=user.jurisdiction_id).select_related("jurisdiction")
    running = terms.exclude(ends_on__lt=clock.today())
    for roster in rosters_of(running):
        url = roster.term.get_absolute_url()
        if roster.elected:
            yield WaitingItem(
                title=f"确认{roster.term}代表资格",
                about=f"{roster.elected}名当选代表待代表资格审查后确认（选举法第四十七条）",
                action="确认",
                url=reverse("deputies:seat_confirm_all", args=[roster.term.pk]),
                count=roster.elected,
            )
        elif roster.excesses:
            yield WaitingItem(
                title=f"核对{roster.term}名额", about=roster.excesses[0], action="核对", url=url
            )


@desk.register
def vacancies(user):
    """Vacant seats of the office's own congress: to be scheduled, or elected by now."""
    if not user.is_office or not user.jurisdiction.has_congress:
        return
    waiting = Vacancy.objects.waiting().filter(seat__term__jurisdiction=user.jurisdiction_id)
    amber_days = amber_days_for(user)

    def item(vacancy):
        day = vacancy.by_election_on
        scheduled = vacancy.status == VacancyStatus.SCHEDULED
        return WaitingItem(
            title=f"{'登记补选结果' if scheduled else '安排补选'}：{vacancy.seat.place}",
            about=f"{vacancy.holder}{vacancy.seat.deputy.name}，{vacancy.cause}",
            action="登记" if scheduled else "安排",
            url=vacancy.get_absolute_url(),
            due_on=day,
            light=light_of(day, amber_days),
        )

    ordered = waiting.with_seats().order_by("by_election_on", VACANT_SINCE, "pk")
    yield first_lines(ordered, item, url=reverse("deputies:vacancy_list"), due_field="by_election_on")


@desk.register
def announcements(user):
    """Ends of seats in the office's own congress that are to be announced (代表法第六十三条)."""
    if user.is_office and user.jurisdiction.has_congress:
        own = Seat.objects.filter(term__jurisdiction=user.jurisdiction_id).unannounced(clock.today())
        yield Waiting(own, lambda: [_to_announce(user.jurisdiction, own.count())])


def _to_announce(place, count):
    return WaitingItem(
        title="登记代表资格终止的公告",
        about=f"{count}名代表的资格已经终止，还没有登记公告（代表法第六十三条）",
        action="查看",
        url=f"{reverse('deputies:deputy_list')}?congress={place.pk}&office=unannounced",
        count=count,
    )


@desk.register
def missing_at_home(user):
    """Who neither lives nor works in his constituency is to join an activity there once a term (B46)."""
    if rules.can_verify_entries(user):
        seats = Seat.objects.working_in(user.jurisdiction).missing_at_home(clock.today())
        yield Waiting(seats, lambda: [_missing(seats.count())])
    elif user.is_deputy:
        own = Seat.objects.filter(deputy__user=user, tie=Tie.NEITHER).missing_at_home(clock.today())
        own = own.select_related("constituency", "term__jurisdiction")
        yield Waiting(own, lambda: map(_to_go_home, own))


def _missing(count):
    return WaitingItem(
        title="请代表到原选区参加活动",
        about=f"{count}名既不居住也不工作在选区的代表，任期内还没有到原选区参加代表活动",
        action="查看",
        url=f"{reverse('deputies:deputy_list')}?tie=missing",
        count=count,
    )


def _to_go_home(seat):
    return WaitingItem(
        title="到原选区参加一次代表活动",
        about=f"任期内还没有到原选区（{seat.place}）参加代表活动",
        action="登记",
        url=f"{reverse('deputies:activity_log')}?at_home=1",
    )
