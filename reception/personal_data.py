"""What a visitor is told before his data are taken down (个人信息保护法 17; domain.md D10)."""

RIGHTS = "您可以查阅、复制、更正、补充您的信息，要求删除不该保存的信息，也可以不留姓名。"


def notice_for(office):
    """The notice in which ``office`` names itself: [(heading, sentence)], for the page and for paper."""
    return [
        ("处理者", office),
        ("目的", "依法履行联系选民的职责，办理您反映的事项，向您答复和征求满意度。"),
        (
            "方式和种类",
            "登记姓名（单位）、联系电话、住址（可不填）和您说的内容；姓名、电话只有经办人员说明理由才能查看。",
        ),
        ("提供给谁", "只提供给办理您这件事的单位和接待您的代表，不公开。"),
        ("保存期限", "按档案管理规定的期限保存，期满删除或者匿名化。"),
        ("您的权利", f"{RIGHTS}请向接待您的{office}提出。"),
    ]
