"""The audit trail of what people say that headings and marks mean; the admin itself tells of deletions."""

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry

from congress.registers.takeover import doer


def told(mapping, is_new, meaning):
    """Tell the trail that the person at work set a mapping; of the command line, only where it names one."""
    by = doer()
    if by:
        action = ADDITION if is_new else CHANGE
        message = f"导入时指定为“{meaning}”。"
        LogEntry.objects.log_actions(by.pk, [mapping], action, message, single_object=True)
