"""The registers of this floor: which columns they have and what each row becomes."""

from deputies.registers.attendance import AttendanceImporter
from deputies.registers.constituencies import ConstituencyImporter
from deputies.registers.leaves import LeaveImporter
from deputies.registers.roster import RosterImporter


__all__ = ["AttendanceImporter", "ConstituencyImporter", "LeaveImporter", "RosterImporter"]
