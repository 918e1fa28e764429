from congress import navigation
from congress.enums import Role
from tests.factories.congress import UserFactory


def test_rooms_of_a_place_are_for_their_roles(db, monkeypatch):
    monkeypatch.setattr(navigation, "_rooms", [])
    navigation.register_room(10, 20, "会议", "search", {Role.DISTRICT_OFFICE})
    navigation.register_room(10, 10, "今天", "desk", {Role.DISTRICT_OFFICE, Role.LEADER})
    office = UserFactory(role=Role.DISTRICT_OFFICE)
    desk = navigation.navigation_for(office, "/search/")[0]
    assert (desk["label"], desk["current"]) == ("今日", True)
    assert [(room["label"], room["current"]) for room in desk["rooms"]] == [("今天", False), ("会议", True)]


def test_room_asks_its_rule_and_knows_what_lies_above_it(db, monkeypatch):
    monkeypatch.setattr(navigation, "_rooms", [])
    navigation.register_room(10, 10, "今天", "desk", {Role.LEADER})
    navigation.register_room(10, 20, "消息", "message_list", {Role.LEADER}, above="search")
    navigation.register_room(10, 30, "不告诉", "takeover", {Role.LEADER}, rule=lambda user: False)
    rooms = navigation.navigation_for(UserFactory(role=Role.LEADER), "/search/more/")[0]["rooms"]
    assert [(room["label"], room["current"]) for room in rooms] == [("今天", False), ("消息", True)]


def test_a_single_room_is_not_shown(db, monkeypatch):
    monkeypatch.setattr(navigation, "_rooms", [])
    navigation.register_room(10, 10, "今天", "desk", {Role.LEADER})
    leader = UserFactory(role=Role.LEADER)
    assert navigation.navigation_for(leader, "/")[0]["rooms"] == []
