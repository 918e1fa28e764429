"""What waits for a person on this floor, a file a noun, and its places in the navigation."""

from congress import navigation
from congress.enums import Role
from reception import overview  # noqa: F401 -- what it declares is registered
from reception.desk import (  # noqa: F401
    appointment,
    completeness,
    day,
    notice,
    opinion,
    plan,
    referral,
    turn,
    undertaking,
)


navigation.register(20, "接待", "reception:day_list", "calendar-event", {*Role.staff, Role.LEADER})
navigation.register_room(20, 30, "预约会见", "reception:appointment_list", {*Role.staff, Role.LEADER})
navigation.register_room(30, 25, "预约会见", "reception:appointment_list", {Role.DEPUTY})
navigation.register(20, "登记来访", "reception:visit_create", "pencil-square", {Role.DEPUTY}, tab=True)
navigation.register(
    30, "事项", "reception:opinion_list", "inboxes", {*Role.staff, Role.LEADER, Role.GOV_OFFICE}, tab=True
)
navigation.register(30, "我的事项", "reception:opinion_list", "inboxes", {Role.DEPUTY}, tab=True)
navigation.register(30, "转办件", "reception:referral_list", "inbox", {Role.UNIT_CLERK}, tab=True)
navigation.register_room(30, 10, "群众意见", "reception:opinion_list", {*Role.staff, Role.LEADER})
navigation.register_room(30, 20, "四个件件", "reception:completeness", {*Role.staff, Role.LEADER})
navigation.register_room(
    30,
    22,
    "承诺事项",
    "reception:undertaking_list",
    {*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK},
)
navigation.register_room(30, 22, "答应选民的事", "reception:undertaking_list", {Role.DEPUTY})
navigation.register_room(20, 10, "接待日", "reception:day_list", {*Role.staff, Role.LEADER})
navigation.register_room(20, 40, "个人信息", "reception:data_expired", Role.offices)
navigation.register_room(20, 20, "换班", "reception:turn_list", Role.staff)
navigation.register_room(60, 45, "我的轮值", "reception:turn_list", {Role.DEPUTY})
navigation.register(
    80,
    "统计",
    "reception:statistics",
    "bar-chart-line",
    {*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK},
)
