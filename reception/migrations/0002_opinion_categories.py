from django.db import migrations


CATEGORIES = [
    ("城乡建设与管理", "违建、路灯、环卫、老旧小区、物业、电梯"),
    ("交通出行", "道路、桥梁、公交、停车、红绿灯"),
    ("教育", "学位、学区、校车、大班额、幼儿园"),
    ("医疗卫生", "医院、卫生室、看病、疫苗"),
    ("生态环境", "污水、废气、噪声、垃圾、扬尘"),
    ("农业农村与水利", "农田、惠农、灌溉、饮水、水渠"),
    ("社会治安与司法", "治安、消防、矛盾、纠纷"),
    ("民政养老残疾", "养老、低保、残疾、殡葬"),
    ("就业社保", "工资、就业、社保、医保"),
    ("住房拆迁安置", "拆迁、安置、住房、不动产证"),
    ("自然资源", "土地、宅基地、林权、失地"),
    ("文化体育旅游", "文化、健身、旅游、图书"),
    ("市场监管", "食品、药品、价格、假货"),
    ("产业与营商", "企业、贷款、营商、招商"),
    ("村居治理", "村务、三资、换届、公开"),
    ("政务服务", "办证、窗口、热线"),
    ("水电气网", "停水、停电、燃气、宽带、信号"),
    ("民族宗教", "民族、宗教"),
    ("其他", ""),
]


def add_categories(apps, schema_editor):
    category = apps.get_model("reception", "OpinionCategory")
    category.objects.bulk_create(
        category(name=name, examples=examples, order=order)
        for order, (name, examples) in enumerate(CATEGORIES, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("reception", "0001_squashed_2026_11")]

    operations = [migrations.RunPython(add_categories, migrations.RunPython.noop)]
