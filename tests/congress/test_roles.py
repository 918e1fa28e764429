import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from congress.enums import Role
from congress.roles import ROLES, sync_groups


def granted(group):
    """The permissions of a group as pairs (app label, codename)."""
    return {(p.content_type.app_label, p.codename) for p in group.permissions.select_related("content_type")}


def declared():
    return {definition.role.label: set(definition.codenames) for definition in ROLES.values()}


def test_every_role_is_declared():
    assert list(ROLES) == list(Role)


@pytest.mark.parametrize("definition", ROLES.values(), ids=list(ROLES))
def test_role_has_a_sentence(definition):
    assert definition.sentence[-1] == "。"


@pytest.mark.parametrize("definition", ROLES.values(), ids=list(ROLES))
def test_permissions_go_with_the_admin(definition):
    assert bool(definition.permissions) == definition.admin


def test_only_offices_see_deputies_in_the_admin():
    seeing = {role for role, found in ROLES.items() if ("deputies", "view_deputy") in set(found.codenames)}
    assert seeing == set(Role.offices)


def test_nobody_may_delete_people():
    allowed = {codename for found in ROLES.values() for _, codename in found.codenames}
    assert allowed & {"delete_deputy", "delete_seat", "delete_user"} == set()


@pytest.mark.django_db
def test_declared_permissions_exist():
    known = set(Permission.objects.values_list("content_type__app_label", "codename"))
    assert {pair for found in ROLES.values() for pair in found.codenames} - known == set()


@pytest.mark.django_db
def test_groups_equal_the_roles_after_migrate():
    assert {group.name: granted(group) for group in Group.objects.all()} == declared()


@pytest.mark.django_db
def test_sync_takes_back_what_was_added_by_hand():
    group = Group.objects.get(name=Role.LEADER.label)
    group.permissions.set(Permission.objects.all())
    sync_groups()
    assert granted(group) == set()


@pytest.mark.django_db
def test_groups_equal_the_roles_after_flush():
    call_command("flush", interactive=False, verbosity=0)
    assert {group.name: granted(group) for group in Group.objects.all()} == declared()
