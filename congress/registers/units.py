"""Which units a register refers matters to: by full, short and former names."""

import re
import unicodedata

from congress.models import Unit


SEPARATORS = re.compile(r"[、，,；;/\n]+|\s{1,}(?=\S)")


class Units:
    """The units of a district by each of their names."""

    def __init__(self, district):
        self.prefix = district.name
        self.present, self.former = {}, {}
        for unit in Unit.objects.filter(jurisdiction=district).prefetch_related("former_names"):
            self.former |= {_plain(former.name): unit for former in unit.former_names.all()}
            self.present |= {_plain(name): unit for name in (unit.name, unit.short_name) if name}

    def read(self, row, key):
        """The units that a cell lists, the leading one first; what is not known is left out and told."""
        found = []
        for written in filter(None, map(str.strip, SEPARATORS.split(row.text(key)))):
            unit, is_former = self._named(written)
            if unit is None:
                row.warn(
                    "unit_unknown",
                    f"承办单位中没有“{written}”，未转办；请在承办单位中登记，或写成它的曾用名",
                    key,
                )
                continue
            if is_former:
                row.warn("unit_old_name", f"“{written}”是曾用名，按通讯录对应为现单位{unit.name}", key)
            found.append(unit)
        return list(dict.fromkeys(found))

    def named(self, text):
        """The units that a text lists, the leading one first; None where any of it is no unit."""
        found = [self._named(written)[0] for written in filter(None, map(str.strip, SEPARATORS.split(text)))]
        return list(dict.fromkeys(found)) if all(found) else None

    def _named(self, written):
        """(unit, whether by a former name); 市容局 and 云山区市容局 are 区市容局 too."""
        plain = _plain(written)
        bare = plain.removeprefix(self.prefix)
        names = (plain, bare, f"区{bare}", f"{self.prefix}{bare}")
        for known, is_former in ((self.present, False), (self.former, True)):
            if found := next(filter(None, map(known.get, names)), None):
                return found, is_former
        ending = {unit for name, unit in self.present.items() if len(plain) > 2 and name.endswith(plain)}
        return (ending.pop() if len(ending) == 1 else None), False


def _plain(name):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
