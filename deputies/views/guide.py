"""What the law asks of a deputy and grants him, on one page for everybody (domain.md B51, B60, B61, B65)."""

from django.shortcuts import render


def guide(request):
    return render(request, "deputies/guide.html")
