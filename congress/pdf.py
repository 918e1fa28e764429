"""Official documents: a template and a context become a PDF in the layout of GB/T 9704-2012.

Nothing is loaded from the network or from disk but the project's own stylesheets.  A template extends
``congress/pdf/official.html``; ``static/css/gbt9704.css`` is the layout, ``congress/fonts.py`` the fonts.
"""

import functools
import threading
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from pypdf import PdfReader, PdfWriter
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from congress import fonts, justify


#: Elements that stand on the grid of 22 lines.
LINES = ("p", "h1", "h2", "h3", "h4")

# Pango aborts the process when two threads use one font configuration at once, and each further
# configuration costs megabytes that never come back: so one per process, and one document at a time.
# Bulk printing uses processes.
_press = threading.Lock()


class ClosedFetcher(URLFetcher):
    """Fetches nothing but ``data:`` addresses, which hold their content themselves."""

    def __init__(self):
        super().__init__(allowed_protocols=("data",), allow_redirects=False)


def render(template_name, context, *, draft=False):
    """Return the template, filled from ``context``, as the bytes of a PDF.

    ``draft`` prints 草稿 across every page: an unfinished record must not look final.
    """
    html = fonts.printable(render_to_string(template_name, context))
    document = HTML(string=html, url_fetcher=ClosedFetcher())
    _line_up(document.etree_element)
    with _press:
        configuration, official, draft_mark = _equipment()
        sheets = [*official, draft_mark] if draft else official
        return document.write_pdf(font_config=configuration, stylesheets=sheets)


def render_one_page(template_name, contexts, *, draft=False):
    """As :func:`render`, with the first of ``contexts`` by which it fits on a page, else with the last."""
    for context in contexts:
        document = render(template_name, context, draft=draft)
        if len(PdfReader(BytesIO(document)).pages) == 1:
            break
    return document


def merge(documents):
    """Return one PDF of several, each given as bytes, in their order."""
    writer = PdfWriter()
    for document in documents:
        writer.append(PdfReader(BytesIO(document)))
    booklet = BytesIO()
    writer.write(booklet)
    return booklet.getvalue()


def response(document, filename):
    """Return the PDF's bytes as a response that the browser shows; ``filename`` may be Chinese."""
    disposition = content_disposition_header(as_attachment=False, filename=filename)
    return HttpResponse(
        document, content_type="application/pdf", headers={"Content-Disposition": disposition}
    )


@functools.cache
def _equipment():
    """Return the process's font configuration, the official stylesheets and the draft mark."""
    fonts.use_project_fonts()
    justify.install()
    configuration = FontConfiguration()
    chains = _stylesheet(fonts.chain_variables(), configuration)
    official = _stylesheet(_source("css/gbt9704.css"), configuration)
    return configuration, [chains, official], _stylesheet(_source("css/gbt9704_draft.css"), configuration)


def _source(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")


def _stylesheet(source, configuration):
    return CSS(string=source, font_config=configuration, url_fetcher=ClosedFetcher())


def _line_up(root):
    """Put the content of each line element into one ``span.line``, as gbt9704.css needs it.

    Done here and not in templates, where one forgotten span would shift a page by a line.
    """
    for block in [element for element in root.iter() if element.tag in LINES]:
        line = Element("span", {"class": "line"})
        line.text, block.text = block.text, None
        line[:] = block[:]
        block[:] = [line]
