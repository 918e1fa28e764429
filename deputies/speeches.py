"""How long a deputy may speak at a meeting by its office's rules, and who spoke longer (domain.md B60)."""

from collections import Counter

from congress.enums import MeetingKind
from congress.models.office_rules import rules_for
from deputies.enums import SpeechKind


# The rules for the first speech at a meeting and for each that follows it.
LIMITS = {
    MeetingKind.PREPARATORY: ("speech_full_first", "speech_full_again"),
    MeetingKind.FULL: ("speech_full_first", "speech_full_again"),
    MeetingKind.DELEGATION: ("speech_delegation_first", "speech_delegation_again"),
    MeetingKind.PRESIDIUM: ("speech_presidium_first", "speech_presidium_again"),
    MeetingKind.OTHER: ("speech_other_first", "speech_other_again"),
}


def limits_of(meeting, office_rules):
    """The minutes of a first and of a later speech at the meeting; None where there is no limit."""
    return tuple(office_rules.values[key] or None for key in LIMITS[meeting.kind])


def limit_sentence(meeting):
    """What the form says of the limits; "" where there is none."""
    first, again = limits_of(meeting, rules_for(meeting.session.term.jurisdiction))
    told = [
        f"{which}不超过{minutes}分钟"
        for which, minutes in (("第一次", first), ("第二次起", again))
        if minutes
    ]
    limited = "、".join(SpeechKind(kind).label for kind in SpeechKind.limited)
    return f"{limited}{'，'.join(told)}；超出的标明超时。" if told else ""


def timed(speeches):
    """The speeches as a list, each with its ``turn`` among the deputy's limited speeches at the meeting, in
    the order in which they were entered, its ``limit`` in minutes, and the minutes ``over``.

    All speeches of a deputy at a meeting must be among them, with ``meeting__session__term__jurisdiction``.
    """
    found, rules, turns = list(speeches), {}, Counter()
    for speech in sorted(found, key=lambda speech: speech.pk):
        speech.turn, speech.limit, speech.over = None, None, 0
        if speech.kind not in SpeechKind.limited:
            continue
        place = speech.meeting.session.term.jurisdiction
        if place.pk not in rules:
            rules[place.pk] = rules_for(place)
        turns[speech.meeting_id, speech.seat_id] += 1
        speech.turn = turns[speech.meeting_id, speech.seat_id]
        speech.limit = limits_of(speech.meeting, rules[place.pk])[speech.turn > 1]
        if speech.limit and speech.minutes:
            speech.over = max(0, speech.minutes - speech.limit)
    return found
