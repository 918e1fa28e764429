"""Seats, terms and vacancies, and the papers printed of them."""

from django.urls import path

from deputies.views import employment, paper, roll_sheet, seat, term, vacancy


# /deputies/seats/ and /deputies/posts/
seat_urls = [
    path("seats/<int:pk>/edit/", seat.seat_edit, name="seat_edit"),
    path("seats/<int:pk>/posts/add/", seat.post_add, name="post_add"),
    path("seats/<int:pk>/<str:name>/", seat.seat_step, name="seat_step"),
    path("posts/<int:pk>/edit/", seat.post_edit, name="post_edit"),
    path("<int:pk>/job/", employment.job_change, name="job_change"),
]

# /deputies/terms/
term_urls = [
    path("terms/", term.TermList.as_view(), name="term_list"),
    path("terms/<int:pk>/", term.term_detail, name="term_detail"),
    path("terms/<int:pk>/edit/", term.term_edit, name="term_edit"),
    path("terms/<int:pk>/elect/", seat.seat_elect, name="seat_elect"),
    path("terms/<int:pk>/confirm/", seat.seat_confirm_all, name="seat_confirm_all"),
    path("terms/<int:pk>/turnover/", term.turnover, name="turnover"),
]

# /deputies/vacancies/
vacancy_urls = [
    path("vacancies/", vacancy.VacancyList.as_view(), name="vacancy_list"),
    path("vacancies/<int:pk>/", vacancy.vacancy_detail, name="vacancy_detail"),
    path("vacancies/<int:pk>/<str:name>/", vacancy.vacancy_step, name="vacancy_step"),
]

# /deputies/papers/
paper_urls = [
    path("papers/terms/<int:pk>/roster.pdf", paper.roster, name="term_roster"),
    path("papers/terms/<int:pk>/cards.pdf", paper.cards, name="term_cards"),
    path("papers/sessions/<int:pk>/roll.pdf", paper.roll, name="session_roll"),
    path("papers/sessions/<int:pk>/roll.xlsx", roll_sheet.roll_sheet, name="session_sheet"),
    path("papers/seats/<int:pk>/certificate/", paper.certificate, name="certificate"),
]

urlpatterns = [*seat_urls, *term_urls, *vacancy_urls, *paper_urls]
