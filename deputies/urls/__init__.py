"""Addresses of this floor, a file a noun."""

from deputies.urls import case, duty, person, seat, sitting, structure


app_name = "deputies"

urlpatterns = [
    *seat.urlpatterns,
    *person.urlpatterns,
    *duty.urlpatterns,
    *sitting.urlpatterns,
    *structure.urlpatterns,
    *case.urlpatterns,
]
