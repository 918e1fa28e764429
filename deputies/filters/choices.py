"""What several lists may be filtered by."""

from django.forms import Select

from congress import clock
from congress.models import Jurisdiction


YEARS_BACK = 5
PLAIN = Select(attrs={"data-plain": ""})


def places(request):
    return Jurisdiction.objects.visible_to(request.user)


def years():
    """This year and those before, as choices."""
    this_year = clock.today().year
    return [(year, f"{year}年") for year in range(this_year, this_year - YEARS_BACK - 1, -1)]
