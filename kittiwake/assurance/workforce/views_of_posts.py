"""Pages of posts, and of what the council agrees about caseloads."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import forms_of_posts, recording, recording_of_posts, showing_of_posts
from kittiwake.assurance.workforce.models import Post
from kittiwake.assurance.workforce.showing_of_managers import ManagersPage, managers_seen
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

FORM = "workforce/agreement_form.html"


def posts(request: ViewerRequest) -> HttpResponse:
    columns, rows = showing_of_posts.table(local_date(now()))
    return page(request, "workforce/posts.html", {"columns": columns, "rows": rows})


def add_post(request: ViewerRequest) -> HttpResponse:
    form = forms_of_posts.PostForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_posts.add_post(**form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:posts")
    return page(request, FORM, {"title": "A new post", "form": form})


def team_posts(request: ViewerRequest, pk: int) -> HttpResponse:
    team, on = get_object_or_404(Team, pk=pk), local_date(now())
    shown = showing_of_posts.TeamPostsPage(by_number(request, showing_of_posts.posts_of(team, on)), on)
    return page(request, "workforce/team_posts.html", {"team": team, "shown": shown})


def end_post(request: ViewerRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("team"), pk=pk)
    form = forms_of_posts.EndPostForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_posts.end_post(post, **form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:team_posts", post.team_id)
    return page(request, FORM, {"title": "End this post", "caption": str(post), "form": form})


def managers(request: ViewerRequest) -> HttpResponse:
    shown = ManagersPage(
        by_number(request, managers_seen(request.user, local_date(now()))), local_date(now())
    )
    return page(request, "workforce/managers.html", {"shown": shown})


def agree_caseload(request: ViewerRequest) -> HttpResponse:
    form = forms_of_posts.AgreementForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.agree_caseload(**form.agreement, by=request.user, at=now())
            return redirect("workforce:caseloads")
    return page(request, FORM, {"title": "What is agreed about caseloads", "form": form})
