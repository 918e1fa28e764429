"""What waits for a person on this floor, a file a noun, and its places in the navigation."""

from congress import navigation
from congress.enums import Role
from deputies import rules
from deputies.desk import (  # noqa: F401 -- what they declare is registered
    absence,
    activity,
    briefing,
    inspection,
    leave,
    liberty,
    meeting,
    retaliation,
    seat,
    station,
)


MEMBERS = {*Role.staff, Role.LEADER, Role.DEPUTY}

navigation.register(50, "代表", "deputies:deputy_list", "people", MEMBERS)
navigation.register(60, "履职", "deputies:duty_home", "card-checklist", {*Role.staff, Role.LEADER})
navigation.register(60, "我的履职", "deputies:duty_home", "person-check", {Role.DEPUTY}, tab=True)
navigation.register_room(50, 10, "代表名册", "deputies:deputy_list", MEMBERS)
navigation.register_room(50, 40, "选区", "deputies:constituency_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 50, "代表团", "deputies:delegation_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 60, "代表小组", "deputies:group_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 70, "联络站", "deputies:station_list", MEMBERS)
navigation.register_room(50, 80, "基本情况", "deputies:profile_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 90, "构成", "deputies:composition", {*Role.staff, Role.LEADER})
navigation.register_room(50, 20, "届和名额", "deputies:term_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 30, "出缺和补选", "deputies:vacancy_list", {*Role.staff, Role.LEADER})
navigation.register_room(60, 10, "履职活动", "deputies:activity_list", {*Role.staff, Role.LEADER})
navigation.register_room(60, 10, "我的履职", "deputies:duty_home", {Role.DEPUTY})
navigation.register(35, "代表视察", "deputies:inspection_list", "person-badge", {Role.UNIT_CLERK}, tab=True)
navigation.register_room(60, 12, "知情知政", "deputies:briefing_list", MEMBERS)
navigation.register_room(60, 15, "持证视察", "deputies:inspection_list", MEMBERS)
navigation.register_room(60, 40, "请假", "deputies:leave_list", Role.offices)
navigation.register_room(60, 40, "请假", "deputies:leave_mine", {Role.DEPUTY}, above="deputies:leave_list")
navigation.register_room(60, 20, "会议", "deputies:session_list", {*Role.staff, Role.LEADER})
navigation.register_room(60, 20, "我的会议", "deputies:my_meetings", {Role.DEPUTY})
navigation.register_room(60, 50, "缺席情况", "deputies:absence_list", Role.offices)
navigation.register_room(60, 55, "履职提醒", "deputies:watchlists", Role.offices)
navigation.register_room(
    60, 70, "误工补贴", "deputies:subsidy_ledger", Role.offices, rule=rules.can_list_subsidies
)
navigation.register_room(
    60, 60, "人身自由事项", "deputies:liberty_list", Role.offices, rule=rules.can_list_liberty
)
navigation.register_room(
    60, 65, "打击报复案件", "deputies:retaliation_list", Role.offices, rule=rules.can_list_liberty
)
navigation.register_room(50, 15, "上级代表", "deputies:higher_seat_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 17, "先进事迹和荣誉", "deputies:honour_list", {*Role.staff, Role.LEADER})
navigation.register_room(50, 100, "履职指引", "deputies:guide", {*Role.staff, Role.LEADER})
navigation.register_room(60, 90, "履职指引", "deputies:guide", {Role.DEPUTY})
