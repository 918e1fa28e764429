"""The papers of what was decided, reported and answered."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404

from proposals.models import Proceeding


def proceeding_paper(request, pk):
    """To those who see the proposal."""
    papers = Proceeding.objects.visible_to(request.user).exclude(paper="")
    act = get_object_or_404(papers, pk=pk)
    return FileResponse(act.paper.open(), as_attachment=True, filename=act.paper_name)
