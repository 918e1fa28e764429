"""The columns of a roster of deputies (代表名册) by the headings that offices give them."""

from congress.registers.register import Column, Register
from deputies.registers.congresses import TOWN_HEADINGS


ROSTER = Register(
    "roster",
    "代表名册",
    (
        Column("name", "姓名", "代表姓名", "名字", required=True),
        Column("sex", "性别"),
        Column("ethnicity", "民族"),
        Column("born", "出生年月", "出生日期", "出生时间", "出生年月日", "生日"),
        Column("party", "政治面貌", "党派", "所属党派", "党派团体"),
        Column("education", "文化程度", "学历", "最高学历", "学历学位", "全日制学历"),
        Column(
            "position",
            "工作单位及职务",
            "单位及职务",
            "单位职务",
            "工作单位和职务",
            "工作单位及职务（职业）",
            "现任职务",
        ),
        Column("employer", "工作单位", "单位", "所在单位"),
        Column("job", "职务", "职业", "职业（职务）"),
        Column("phone", "联系电话", "手机号码", "手机", "电话", "手机号", "联系方式", "电话号码"),
        Column(
            "constituency",
            "选区",
            "选区号",
            "所在选区",
            "选举单位",
            "当选选区",
            "选区编号",
            "原选举单位",
            "选区序号",
        ),
        Column("constituency_name", "选区名称", "选区名"),
        Column("delegation", "代表团", "所属代表团", "所在代表团", "代表团名称"),
        Column("group", "代表小组", "所属代表小组", "所在小组", "代表组", "小组", "代表小组名称"),
        Column("card_number", "代表证号", "代表证编号", "代表证号码", "证号", "代表编号"),
        Column("level", "层级", "级别", "代表级别", "代表层级", "人大层级", "代表类别"),
        Column("body", "所属人大", "人大", "所在人大", "届别"),
        Column("term", "届次", "届", "第几届"),
        Column("town", *TOWN_HEADINGS),
        Column(
            "started",
            "当选时间",
            "任职时间",
            "当选日期",
            "就任日期",
            "就任时间",
            "补选时间",
            "补选日期",
            "任职起始时间",
        ),
        Column("start_ground", "产生方式", "当选方式", "选举方式", "是否补选"),
        Column("reelected", "是否连任", "连任", "连任情况", "连任代表"),
        Column(
            "ended", "离任时间", "离任日期", "终止时间", "终止日期", "资格终止时间", "离职时间", "卸任时间"
        ),
        Column("end_ground", "离任原因", "终止原因", "资格终止原因", "终止事由"),
        Column("change", "变动情况", "任职变动", "变更情况", "任职状态", "在任情况", "状态"),
        Column("remark", "备注", "备注说明", "说明"),
        Column("id_number", "身份证号", "身份证号码", "身份证", "公民身份号码", "公民身份证号码", "证件号码"),
    ),
    title_words=("名册", "代表名单", "代表信息", "代表基本情况"),
    at_least=4,
)
