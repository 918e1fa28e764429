"""The registers of this floor: which columns they have and what each row becomes."""

from deputies.registers.attendance import AttendanceImporter
from deputies.registers.constituencies import ConstituencyImporter
from deputies.registers.leaves import LeaveImporter
from deputies.registers.parts import DelegationImporter, GroupImporter
from deputies.registers.roster import RosterImporter
from deputies.registers.stations import StationImporter


__all__ = [
    "AttendanceImporter",
    "ConstituencyImporter",
    "DelegationImporter",
    "GroupImporter",
    "LeaveImporter",
    "RosterImporter",
    "StationImporter",
]
