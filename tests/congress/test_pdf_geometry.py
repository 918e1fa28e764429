"""The measure itself: what it must not let pass."""

import pytest

from congress import pdf
from tests.congress.pdf_geometry import assert_official_geometry


SENTENCE = "本年度接待选民263人次，提出建议3件（其中领衔2件），2025年3月20日视察养老服务设施2处。"
REPORT = """{% extends "congress/pdf/official.html" %}
{% block style %}<style>{{ style|safe }}</style>{% endblock %}
{% block title %}2025年度履职报告{% endblock %}
{% block body %}<h2>一、学习情况</h2><h3>（一）集中学习</h3><p>{{ text }}</p>{% endblock %}
{% block signature %}<p class="name">汇报人：李喆</p><p class="date">2025年12月31日</p>{% endblock %}"""


@pytest.fixture
def report(settings):
    """Return a report of two pages with this additional style, as bytes."""
    loaders = [
        ("django.template.loaders.locmem.Loader", {"report.html": REPORT}),
        "django.template.loaders.filesystem.Loader",
    ]
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "APP_DIRS": False, "OPTIONS": {"loaders": loaders}}]

    def print_report(style):
        return pdf.render("report.html", {"style": style, "text": SENTENCE * 14})

    return print_report


def test_official_style_passes(report):
    assert_official_geometry(report(""))


@pytest.mark.parametrize(
    "style",
    [
        "body { text-align: left }",
        "body { line-height: 28pt }",
        "body { margin-left: -2mm }",
        "body { margin-top: 3mm }",
        "body { margin-right: -3mm }",
        "h1 { font-family: FandolKai; font-weight: 400 }",
        "h1 { text-align: left }",
        "h2 { font-family: FandolKai }",
        "h3 { font-family: 'Noto Sans CJK SC' }",
        "@page { margin-top: 40mm }",
        "@page { size: 216mm 297mm }",
        "@page { @bottom-right { content: '第' counter(page) '页' } }",
        "@page :left { @bottom-left { padding-left: 0 } }",
        "@page { @bottom-right { padding-top: 3mm } }",
        ".tail { break-before: page }",
    ],
)
def test_other_styles_fail(report, style):
    with pytest.raises(AssertionError):
        assert_official_geometry(report(style))
