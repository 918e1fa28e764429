from django.db import migrations


# domain.md F, the default map; the names of units are parts of names, matched in each district.
UNITS = [
    ("道路、路面、坑洼、公路", "交通运输、住建"),
    ("桥梁、桥面", "交通运输"),
    ("公交、班车、校车", "交通运输"),
    ("停车、乱停、占道停放", "交警、城管"),
    ("红绿灯、信号灯、交通标线", "交警"),
    ("学位、学区、大班额、幼儿园、入学", "教体、教育"),
    ("医保、报销", "医保"),
    ("医院、卫生室、看病、疫苗", "卫健"),
    ("噪声、噪音、扰民", "生态环境、公安"),
    ("污水、废气、扬尘、异味", "生态环境"),
    ("拆迁、征收、安置", "住建、本镇街"),
    ("灌溉、水渠、饮水、水库", "水利"),
    ("农田、惠农、种粮、农机", "农业农村"),
    ("低保、养老、殡葬、救助", "民政"),
    ("残疾、无障碍", "残联、残疾人"),
    ("工资、欠薪、社保、就业", "人社、人力资源"),
    ("物业、电梯、老旧小区", "住建、本镇街"),
    ("路灯、环卫、垃圾、违建、摆摊", "城管、城市管理"),
    ("消防、安全生产、火灾", "应急、消防"),
    ("食品、药品、假货、缺斤少两", "市场监管"),
    ("土地、宅基地、林权、不动产证", "自然资源"),
    ("停电、电压、电线", "供电"),
    ("停水、水压、自来水", "供水"),
    ("燃气、天然气", "燃气"),
    ("文化、图书、旅游、健身", "文旅、文化"),
    ("退伍、退役、军属", "退役军人"),
    ("办证、窗口、热线", "行政审批、数据"),
    ("村务、三资、邻里、纠纷", "本镇街"),
]
NATURES = [
    ("举报、受贿、贪污、索要、吃拿卡要、挪用、包庇", "accusation"),
    ("感谢、表扬、点赞、办得好、满意", "praise"),
    ("不作为、推诿、态度差、敷衍、拖延、没人管", "criticism"),
    ("请问、咨询、怎么办理、如何办理、什么时候能、是否可以、政策是什么", "question"),
    ("建议、希望增设、应当、不妨、能不能增加", "suggestion"),
    ("要求、请求、尽快、修好、解决、赔偿、补偿、拖欠", "demand"),
]
GUIDANCE = [
    (
        "已经或者应当通过诉讼、仲裁、行政复议解决",
        "请依法向人民法院起诉、上诉或者申请再审，或者向仲裁机构申请仲裁、向行政复议机关申请复议。",
        "诉讼、起诉、法院、判决、上诉、再审、仲裁、行政复议、打官司",
        "judicial",
    ),
    (
        "检举、控告公职人员违纪违法",
        "请向纪检监察机关检举、控告，可以拨打12388；代表不接收检举材料，不会把您的情况告诉被检举人。",
        "受贿、贪污、索要、违纪、吃拿卡要、举报干部",
        "judicial",
    ),
    (
        "涉嫌犯罪的报案、控告",
        "请向公安机关报案，情况紧急的拨打110；不服不立案的，可以向人民检察院提出。",
        "诈骗、报案、立案、涉黑、盗窃",
        "judicial",
    ),
    (
        "申诉求决，正在或者应当按信访程序办理",
        "请到信访部门提出，或者在信访网上平台登记；已经受理的，在原程序里等候答复、申请复查复核。",
        "信访、上访、复查、复核",
        "higher",
    ),
    (
        "不属于本区管辖",
        "请向有管辖权的地方或者上级机关反映。",
        "外省、外地、外县",
        "higher",
    ),
]


def add_suggestions(apps, schema_editor):
    hint, guidance = apps.get_model("reception", "WordHint"), apps.get_model("reception", "Guidance")
    rows = [hint(words=words, units=units) for words, units in UNITS]
    rows += [hint(words=words, nature=nature) for words, nature in NATURES]
    for order, row in enumerate(rows, start=1):
        row.order = order
    hint.objects.bulk_create(rows)
    guidance.objects.bulk_create(
        guidance(name=name, where=where, words=words, competence=competence, order=order)
        for order, (name, where, words, competence) in enumerate(GUIDANCE, start=1)
    )


class Migration(migrations.Migration):
    replaces = [("reception", "0008_suggestions")]
    dependencies = [("reception", "0002_opinion_categories")]

    operations = [migrations.RunPython(add_suggestions, migrations.RunPython.noop)]
