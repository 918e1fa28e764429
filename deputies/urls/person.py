"""Persons: the roster, what they are besides, of whom a congress is made."""

from django.urls import path

from deputies.views import composition, deputy, finding, guide, higher_seat, honour


# /deputies/
deputy_urls = [
    path("", deputy.DeputyList.as_view(), name="deputy_list"),
    path("<int:pk>/", deputy.deputy_detail, name="deputy_detail"),
    path("<int:pk>/edit/", deputy.deputy_edit, name="deputy_edit"),
    path("<int:pk>/photo/", deputy.portrait, name="portrait"),
    path("find/", finding.seat_find, name="seat_find"),
    path("find/people/", finding.deputy_find, name="deputy_find"),
    path("guide/", guide.guide, name="guide"),
]

# /deputies/higher/
higher_seat_urls = [
    path("higher/", higher_seat.HigherSeatList.as_view(), name="higher_seat_list"),
    path("higher/add/", higher_seat.higher_seat_add, name="higher_seat_add"),
    path("higher/<int:pk>/edit/", higher_seat.higher_seat_edit, name="higher_seat_edit"),
]

# /deputies/honours/
honour_urls = [
    path("honours/", honour.HonourList.as_view(), name="honour_list"),
    path("honours/sheet/", honour.honour_sheet, name="honour_sheet"),
    path("honours/add/", honour.honour_add, name="honour_add"),
    path("honours/<int:pk>/edit/", honour.honour_edit, name="honour_edit"),
    path("honours/<int:pk>/proof/", honour.honour_proof, name="honour_proof"),
]

# /deputies/composition/
composition_urls = [
    path("composition/", composition.composition, name="composition"),
    path("composition/sheet/", composition.composition_sheet, name="composition_sheet"),
    path("composition/all/", composition.composition_compare, name="composition_compare"),
    path("composition/all/sheet/", composition.composition_compare_sheet, name="composition_compare_sheet"),
]

urlpatterns = [*deputy_urls, *higher_seat_urls, *honour_urls, *composition_urls]
