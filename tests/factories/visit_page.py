"""What is typed on the page on which visits are registered, and what it answers."""

from congress import clock


URL = "/reception/visits/new/"


def typed(*matters, **changes):
    """The page as it is sent; ``matters`` are (title, words, {more})."""
    rows = matters or [("路灯不亮", "村口路灯坏了半个月。", {})]
    data = {
        "visit-channel": "walk_in",
        "visit-date": clock.today().isoformat(),
        "visit-party_size": "1",
        "visitor-kind": "person",
        "visitor-name": "张三丰",
        "visitor-phone": "13800001234",
        "visitor-is_voter": "on",
        "visitor-consented": "on",
        "matters-TOTAL_FORMS": str(len(rows)),
        "matters-INITIAL_FORMS": "0",
    }
    for place, (title, words, more) in enumerate(rows):
        row = {"title": title, "words": words, "urgency": "normal", **more}
        data |= {f"matters-{place}-{name}": value for name, value in row.items()}
    return {name: value for name, value in (data | changes).items() if value is not None}


def errors_of(response):
    forms = response.context["registration"].forms
    return {form.add_prefix(name): list(found) for form in forms for name, found in form.errors.items()}
