"""Cases that few may read."""

from django.urls import path

from deputies.views import liberty, retaliation


# /deputies/liberty/
liberty_urls = [
    path("liberty/", liberty.LibertyList.as_view(), name="liberty_list"),
    path("liberty/add/", liberty.liberty_add, name="liberty_add"),
    path("liberty/<int:pk>/", liberty.liberty_detail, name="liberty_detail"),
    path("liberty/<int:pk>/<str:name>/", liberty.liberty_step, name="liberty_step"),
]

# /deputies/retaliation/
retaliation_urls = [
    path("retaliation/", retaliation.RetaliationList.as_view(), name="retaliation_list"),
    path("retaliation/add/", retaliation.retaliation_add, name="retaliation_add"),
    path("retaliation/<int:pk>/", retaliation.retaliation_detail, name="retaliation_detail"),
    path("retaliation/<int:pk>/<str:name>/", retaliation.retaliation_step, name="retaliation_step"),
]

urlpatterns = [*liberty_urls, *retaliation_urls]
