"""What a form says of a field that is not right: what is wrong, what to do, in the house's words."""

from django import forms


# With {label}; Django fills in the rest.
OF_ALL = {
    "min_value": "{label}不能小于%(limit_value)s。",
    "max_value": "{label}不能大于%(limit_value)s。",
    "step_size": "{label}应是%(limit_value)s的倍数。",
    "min_length": "{label}至少要有%(limit_value)d个字，现在是%(show_value)d个。",
    "max_length": "{label}最多%(limit_value)d个字，现在是%(show_value)d个，请压缩。",
    "max_digits": "{label}的数字太长，请核对。",
    "max_whole_digits": "{label}的数字太大，请核对。",
    "max_decimal_places": "{label}最多保留%(max)s位小数。",
    "null_characters_not_allowed": "{label}里有不能保存的字符，请删去后重填。",
    "invalid_choice": "{label}中选的这一项已经不能选，请重新选择。",
    "invalid_list": "{label}没有选好，请重新选择。",
    "invalid_pk_value": "{label}中选的这一项已经不能选，请重新选择。",
}
OF_KIND = {
    forms.IntegerField: {"invalid": "{label}请填整数。"},
    forms.FloatField: {"invalid": "{label}请填数字。"},
    forms.DecimalField: {"invalid": "{label}请填数字。"},
    forms.DateField: {"invalid": "{label}不是有效的日期，请重新选择。"},
    forms.TimeField: {"invalid": "{label}不是有效的时间，请填成“08:30”这样。"},
    forms.DateTimeField: {"invalid": "{label}不是有效的日期和时间，请重新选择。"},
    forms.EmailField: {"invalid": "{label}不是有效的邮箱地址，请核对。"},
    forms.FileField: {
        "invalid": "没有收到{label}，请重新选择。",
        "missing": "没有收到{label}，请重新选择。",
        "empty": "{label}是空的文件，请检查后重新选择。",
        "max_length": "{label}的文件名太长，请改短后再传。",
    },
}


def of_model(label, error):
    """The sentence for what a model's field said was not right, in the house's words where it has them."""
    sentence = OF_ALL.get(error.code)
    if sentence:
        return sentence.replace("{label}", label) % error.params
    return f"{label}：{''.join(error.messages)}"


def speak(field):
    """Give a form field its sentences, except where its declaration has its own."""
    label = str(field.label or "此项")
    standard = _standard(type(field))
    for code, sentence in {**_required(field, label), **_of_kind(field)}.items():
        if field.error_messages.get(code) == standard.get(code):
            field.error_messages[code] = sentence.replace("{label}", label.rstrip("？"))


def _standard(kind):
    """Django's own messages of a kind of field."""
    found = {}
    for base in reversed(kind.__mro__):
        found |= getattr(base, "default_error_messages", {})
    return found


def _required(field, label):
    if label.endswith("？"):
        return {"required": f"请回答“{label}”"}
    if isinstance(field, forms.BooleanField) and not isinstance(field, forms.NullBooleanField):
        return {"required": f"请先勾选“{label}”。"}
    verb = "选择" if isinstance(field, forms.ChoiceField | forms.FileField) else "填写"
    return {"required": f"请{verb}{label}。"}


def _of_kind(field):
    found = dict(OF_ALL)
    for kind, sentences in OF_KIND.items():
        if isinstance(field, kind):
            found |= sentences
    return found
