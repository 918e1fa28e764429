"""Briefings, by really sending them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from deputies import briefing_workflow


def briefed(office, *seats, with_paper=False, **fields):
    """A briefing of the office's place, sent to the seats."""
    papers = [SimpleUploadedFile("预算报告.pdf", b"%PDF-1.7 paper")] if with_paper else []
    values = {
        "jurisdiction": office.jurisdiction,
        "kind": "report",
        "title": "上半年预算执行情况",
        "text": "一般公共预算收入完成全年预算的百分之五十三。",
        "audience": f"{office.jurisdiction}全体代表",
    }
    return briefing_workflow.send(by=office, seats=seats, papers=papers, **(values | fields))
