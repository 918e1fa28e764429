"""Naming a jurisdiction on the command line."""

from django.core.management.base import CommandError

from congress.models import Jurisdiction


def add_jurisdiction_argument(parser):
    parser.add_argument("--jurisdiction", required=True, metavar="名称", help="区划名称，如 云渚区")


def jurisdiction_named(name):
    """Return the only jurisdiction of that name; CommandError says what there is instead."""
    found = Jurisdiction.objects.filter(name=name).select_related("parent")
    if not found:
        known = "、".join(Jurisdiction.objects.values_list("name", flat=True))
        raise CommandError(f"没有名为“{name}”的区划。现有：{known or '（空）'}。")
    if len(found) > 1:
        raise CommandError(f"有{len(found)}个区划都叫“{name}”，请先在后台改名区分。")
    return found[0]
