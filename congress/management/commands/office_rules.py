"""List an office's rules, or set some."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import IntegerField

from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from congress.models import OfficeRules
from congress.models.office_rules import DEFAULTS, RULES, rules_for


class Command(BaseCommand):
    help = "列出某个区划的工作规则；加 --set 项=值 修改，值留空恢复为上级的规则。"

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument("--set", nargs="+", default=[], metavar="项=值", help="如 notice_lead_days=3")

    def handle(self, *args, **options):
        jurisdiction = jurisdiction_named(options["jurisdiction"])
        changes = dict(_change(text) for text in options["set"])
        if changes:
            _save(jurisdiction, changes)
        effective = rules_for(jurisdiction)
        for key in DEFAULTS:
            field = OfficeRules._meta.get_field(key)
            origin = effective.origins[key] or "缺省"
            unit = RULES[key].unit if key in RULES else ""
            self.stdout.write(
                f"{key}\t{field.verbose_name}\t{_shown(field, effective.values[key])}{unit}\t{origin}"
            )


def _change(text):
    key, equals, value = text.partition("=")
    if not equals or key not in DEFAULTS:
        raise CommandError(f"看不懂“{text}”。写成 项=值，可用的项：{'、'.join(DEFAULTS)}。")
    return key, value


@transaction.atomic
def _save(jurisdiction, changes):
    rules, _ = OfficeRules.objects.get_or_create(jurisdiction=jurisdiction)
    try:
        for key, value in changes.items():
            setattr(rules, key, _read(key, value))
        rules.full_clean()
    except ValidationError as error:
        [(key, messages), *_] = error.message_dict.items()
        raise CommandError(_refusal(key, changes.get(key, ""), messages[-1])) from error
    rules.save()


def _read(key, value):
    field = OfficeRules._meta.get_field(key)
    if not value:
        return "" if field.null is False else None
    try:
        return field.to_python(value)
    except ValidationError as error:
        expected = "请填整数。" if isinstance(field, IntegerField) else "请填 True 或者 False。"
        raise CommandError(_refusal(key, value, expected)) from error


def _refusal(key, value, sentence):
    """One sentence that names the rule; one about the law names it by itself."""
    label = str(OfficeRules._meta.get_field(key).verbose_name) if key in DEFAULTS else ""
    return sentence if sentence.startswith(label) else f"{label}不能是“{value}”：{sentence}"


def _shown(field, value):
    if isinstance(value, bool):
        return "是" if value else "否"
    return dict(field.choices).get(value, value) if field.choices else value
