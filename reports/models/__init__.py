from reports.models.duty_report import DutyReport, DutyReportEvent, DutyReportSection, FrozenFigure


__all__ = ["DutyReport", "DutyReportEvent", "DutyReportSection", "FrozenFigure"]
