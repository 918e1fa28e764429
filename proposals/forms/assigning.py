"""The list that an assignment meeting (交办会) goes through: units by their names, as in a sheet."""

import re

from django import forms

from congress.forms import ChineseForm
from congress.handling import UnitRole


_BETWEEN = re.compile(r"[、，,；;\s]+")
FIELDS = {"lead": UnitRole.LEAD, "co": UnitRole.CO, "split": UnitRole.SPLIT}


class UnitNames:
    """The units to which things can be given, found by full, short or former name."""

    def __init__(self, units):
        self.units = list(units)
        self._by_name = {}
        for unit in reversed(self.units):
            former = [one.name for one in unit.former_names.all()]
            for name in filter(None, [*former, unit.short_name, unit.name]):
                self._by_name[name] = unit

    def read(self, typed):
        """The units that are named. Raises ``ValidationError`` with the names that none has."""
        names = [name for name in _BETWEEN.split(typed) if name]
        if unknown := [name for name in names if name not in self._by_name]:
            raise forms.ValidationError(f"没有“{'、'.join(unknown)}”这个单位，请用单位全称或者简称。")
        return list(dict.fromkeys(self._by_name[name] for name in names))


class AssigningRow(ChineseForm, forms.Form):
    """One proposal's line: who leads and joins, or who shares it out; and whether it is assigned now."""

    chosen = forms.BooleanField(label="选", required=False)
    lead = forms.CharField(label="主办", required=False, max_length=60)
    co = forms.CharField(label="会办", required=False, max_length=200)
    split = forms.CharField(label="分办", required=False, max_length=200)
    difficult = forms.BooleanField(label="六个月", required=False)

    def __init__(self, *args, proposal, names, **kwargs):
        self.proposal, self.names = proposal, names
        super().__init__(*args, prefix=str(proposal.pk), initial=self._thought_of(proposal), **kwargs)
        for name in FIELDS:
            where = f"{self.fields[name].label}单位（{proposal.title}）"
            self.fields[name].widget.attrs |= {"aria-label": where, "class": "form-control form-control-sm"}
        self.fields["lead"].widget.attrs["list"] = "units"
        for name in ("chosen", "difficult"):
            self.fields[name].widget.attrs |= {
                "class": "form-check-input",
                "aria-label": f"{self.fields[name].label}（{proposal.title}）",
            }

    @staticmethod
    def _thought_of(proposal):
        columns = {name: [] for name in FIELDS}
        for one in proposal.proposed_units.all():
            columns[one.column].append(str(one.unit))
        return {name: "、".join(units) for name, units in columns.items()}

    def _units(self, name):
        return self.names.read(self.cleaned_data[name])

    def clean_lead(self):
        units = self._units("lead")
        if len(units) > 1:
            raise forms.ValidationError("主办单位只有一个；几家各办一部分的，写在“分办”。")
        return units

    def clean_co(self):
        return self._units("co")

    def clean_split(self):
        return self._units("split")

    @property
    def thought_of(self):
        """[(unit, role)], each unit once."""
        found = {}
        for name, role in FIELDS.items():
            for unit in self.cleaned_data[name]:
                found.setdefault(unit, role)
        return list(found.items())
