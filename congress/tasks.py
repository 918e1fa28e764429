"""What takes longer than a page may: the worker (``manage.py db_worker``) does it."""

from datetime import timedelta

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from congress import clock
from congress.models import Takeover
from congress.registers import work


NO_FILE = "上传的文件已不在服务器上，没有保存任何资料。请放弃这次导入，重新选择文件上传。"
NO_PREVIEW = (
    "读取文件时出了意外的错误，没有保存任何资料。请用 Excel 或 WPS 打开文件检查、另存后重新上传；"
    "仍然不行的，请把文件名和时间告诉系统管理员。"
)
NOT_IMPORTED = (
    "导入时出了意外的错误，已经全部撤销，资料没有改动。请重新预览后再确认；"
    "仍然不行的，请把文件名和时间告诉系统管理员。"
)
LONGEST_TASK = timedelta(minutes=30)


@task()
def preview_takeover(pk):
    """Find out what the files of a Takeover would do."""
    _work_on(Takeover.objects.filter(pk=pk, confirmed_at=None), work.preview, NO_PREVIEW)


@task()
def confirm_takeover(pk):
    """Take over the files of a Takeover that was confirmed."""
    _work_on(Takeover.objects.filter(pk=pk).exclude(confirmed_at=None), work.confirm, NOT_IMPORTED)


def is_worker_busy():
    """Whether a worker is at some task; one that was killed leaves its task running for ever."""
    return DBTaskResult.objects.running().filter(started_at__gt=clock.now() - LONGEST_TASK).exists()


def _work_on(takeovers, do, sentence):
    """Do the work that was asked for, and tell the person when it fails; there is none to do once the
    takeover was discarded, or another task has done it.
    """
    takeover = takeovers.exclude(asked_at=None).first()
    if takeover is None:
        return
    takeover.started_at = clock.now()
    takeover.save(update_fields=["started_at"])
    try:
        do(takeover)
    except work.NotAllowed as refusal:
        takeovers.update(asked_at=None, confirmed_at=None, failure=str(refusal))
    except Exception as error:
        told = NO_FILE if isinstance(error, FileNotFoundError) else sentence
        takeovers.update(asked_at=None, confirmed_at=None, failure=told)
        raise  # the worker's log keeps the trace
