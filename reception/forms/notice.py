"""What staff fill in about a day's notice."""

from django import forms

from congress.fields import line, text
from congress.forms import RecordForm
from reception.forms.base import past_day


class ReviseForm(RecordForm):
    title = line("标题", max_length=100)
    text = text(
        "正文",
        rows=8,
        max_length=2000,
        help_text="一项一行，如“时间：……”“地点：……”。代表的电话、住址、出生年月不公布。",
    )
    publisher = line("发布单位", max_length=60)
    renew = forms.BooleanField(
        label="按现在的安排重新起草",
        required=False,
        help_text="时间、地点、代表有变动的勾选，上面改的字作废。",
    )

    def prepare(self):
        self.initial |= {name: getattr(self.record, name) for name in ("title", "text", "publisher")}


class PublishForm(RecordForm):
    where = line(
        "在哪里发布",
        max_length=200,
        initial="联络站公示栏",
        help_text="如：联络站公示栏、村（社区）公开栏、微信公众号。",
    )
    published_on = past_day("公告日期")
    reason = line("逾期公告的原因", max_length=200, required=False, help_text="按期公告的不填。")
