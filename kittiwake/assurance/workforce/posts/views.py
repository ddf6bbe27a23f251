"""Pages of posts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.models import Post
from kittiwake.assurance.workforce.posts import forms, recording, showing
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

FORM = "workforce/agreement_form.html"


def posts(request: ViewerRequest) -> HttpResponse:
    columns, rows = showing.table(local_date(now()))
    return page(request, "workforce/posts.html", {"columns": columns, "rows": rows})


def add_post(request: ViewerRequest) -> HttpResponse:
    form = forms.PostForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.add_post(**form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:posts")
    return page(request, FORM, {"title": "A new post", "form": form})


def team_posts(request: ViewerRequest, pk: int) -> HttpResponse:
    team, on = get_object_or_404(Team, pk=pk), local_date(now())
    shown = showing.TeamPostsPage(by_number(request, showing.posts_of(team, on)), on)
    return page(request, "workforce/team_posts.html", {"team": team, "shown": shown})


def end_post(request: ViewerRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("team"), pk=pk)
    form = forms.EndPostForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.end_post(post, **form.cleaned_data, by=request.user, at=now())
            return redirect("workforce:team_posts", post.team_id)
    return page(request, FORM, {"title": "End this post", "caption": str(post), "form": form})
