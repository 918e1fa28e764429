"""Workbooks that are sent to be kept."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from tablib import Dataset

from congress.resources import Workbook


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def response(content, filename):
    """The bytes of a workbook as a download."""
    disposition = content_disposition_header(True, filename)
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})


def sheet(title, headings, rows):
    """A table as a workbook of one sheet, called ``title``.xlsx."""
    return response(Workbook().export_data(Dataset(*rows, headers=headings, title=title)), f"{title}.xlsx")
