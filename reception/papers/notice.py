"""The poster of a notice: one page of A4 or A3, in letters that are read from a step away."""

import segno

from congress import pdf
from reception import announcing
from reception.enums import NoticeStatus


# Width and height in mm, and how much larger than on A4 everything is.
SIZES = {"a4": (210, 297, 1.0), "a3": (297, 420, 1.414)}
# Sizes of the text on A4 in points: the largest with which the notice stays on its page.
LETTERS = (32, 26, 22, 18, 15, 12, 9)


# From eight to eleven stands on one line.
UNBROKEN = "\u2060—\u2060"


def poster_pdf(notice, size):
    """The poster as bytes; ``size`` is a key of ``SIZES``."""
    width, height, scale = SIZES[size]
    margin = round(18 * scale)
    context = {
        "notice": notice,
        "facts": [(heading, said.replace("—", UNBROKEN)) for heading, said in announcing.facts_of(notice)],
        "code": segno.make(announcing.qr_text(notice), error="m").svg_data_uri(border=1),
        "width": width,
        "height": height,
        "margin": margin,
        "frame": height - 2 * margin - 1,
        "on": notice.published_on,
    }
    return pdf.render_one_page(
        "reception/pdf/notice.html",
        [context | {"letters": round(letters * scale, 2)} for letters in LETTERS],
        draft=notice.status != NoticeStatus.PUBLISHED,
    )
