"""The columns of an attendance sheet (会议考勤表) by the headings that offices give them."""

from congress.registers.register import Column, Register
from deputies.registers.meetings import speaks_of_meeting


PEOPLE = ("参会人", "参会人员", "参会代表", "与会人员", "出席人", "出席人员", "人员", "人员姓名", "委员姓名")

ATTENDANCE = Register(
    "attendance",
    "会议考勤表",
    (
        Column("name", "姓名", "代表姓名", "名字", "代表名字", required=True, alone=("代表", *PEOPLE)),
        Column(
            "delegation",
            "代表团",
            "所属代表团",
            "所在代表团",
            "代表团名称",
            "团别",
            "团组",
            "所在团",
            "所属团",
            "所在团组",
            fill_down=True,
        ),
        Column("group", "代表小组", "小组", "所属代表小组", "所在小组", "代表组", "组别", fill_down=True),
        Column("sex", "性别"),
        Column("constituency", "选区", "选区号", "所在选区", "选举单位"),
        Column("card_number", "代表证号", "代表证编号", "证号", "代表编号", "代表证"),
        Column(
            "position", "工作单位及职务", "单位及职务", "单位职务", "单位", "工作单位", "职务", "所在单位"
        ),
        Column("phone", "联系电话", "电话", "手机号码", "手机"),
        Column("remark", "备注", "说明"),
        Column("due", "应到", "应到次数", "应出席", "应出席次数", "应到场次", "应参会次数", "应到天数"),
        Column(
            "came",
            "实到",
            "实到次数",
            "出席次数",
            "实出席",
            "实际出席",
            "出席场次",
            "实到场次",
            "出勤次数",
            "到会次数",
            "参会次数",
            "出勤天数",
            "到会天数",
        ),
        Column("excused", "请假次数", "请假场次"),
        Column("missed", "缺席次数", "缺席场次", "未到次数"),
        Column("rate", "出席率", "到会率", "出勤率", "参会率"),
        Column("total", "合计", "小计", "总计"),
        Column("signature", "签名", "签字", "代表签名", "代表签字"),
    ),
    title_words=("考勤", "出勤", "签到", "出席", "到会", "参会", "点名", "出缺席"),
    at_least=1,
    others=speaks_of_meeting,
    others_label="一栏看得出是哪次会议（表头要有日期或会议名称，每名代表一行）",
    without_others={
        frozenset({"due", "came", "excused", "missed", "rate"}): "只有次数，看不出每名代表哪一场到了、哪一场"
        "没到（请换成一场会议一栏的考勤表，每名代表一行）",
    },
    distinct=False,
)
