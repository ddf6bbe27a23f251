"""Pages of posts, and of what the council agrees about caseloads."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.middleware import may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import forms_of_posts, recording, showing_of_posts
from kittiwake.history.refusal import refusals_on
from kittiwake.ui.dates import local_date
from kittiwake.ui.pages import page

FORM = "workforce/agreement_form.html"


@may("workforce.all")
def posts(request: ViewerRequest) -> HttpResponse:
    columns, rows = showing_of_posts.table(local_date(now()))
    return page(request, "workforce/posts.html", {"columns": columns, "rows": rows})


@may("workforce.all")
def add_post(request: ViewerRequest) -> HttpResponse:
    form = forms_of_posts.PostForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.add_post(**form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:posts")
    return page(request, FORM, {"title": "A new post", "form": form})


@may("workforce.all")
def agree_caseload(request: ViewerRequest) -> HttpResponse:
    form = forms_of_posts.AgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.agree_caseload(**form.agreement, by=request.user, at=now())
            return redirect("workforce:caseloads")
    return page(request, FORM, {"title": "What is agreed about caseloads", "form": form})
