"""Pages of posts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.models import Post
from kittiwake.assurance.workforce.posts import forms, recording
from kittiwake.assurance.workforce.posts.showing import TeamPostsPage, posts_of, table_of_posts
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

FORM = "workforce/agreement_form.html"


def posts(request: ViewerRequest) -> HttpResponse:
    columns, rows = table_of_posts(local_date(now()))
    return page(request, "workforce/posts.html", {"columns": columns, "rows": rows})


def add_post(request: ViewerRequest) -> HttpResponse:
    form = forms.PostForm(request.POST or None)

    def record() -> object:
        return recording.add_post(**form.values(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, {"title": "A new post"}, then="workforce:posts")


def team_posts(request: ViewerRequest, pk: int) -> HttpResponse:
    team, on = get_object_or_404(Team, pk=pk), local_date(now())
    shown = TeamPostsPage(by_number(request, posts_of(team, on)), on)
    return page(request, "workforce/team_posts.html", {"team": team, "shown": shown})


def end_post(request: ViewerRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("team"), pk=pk)
    form = forms.EndPostForm(request.POST or None)

    def record() -> None:
        recording.end_post(post, **form.values(), by=request.user, at=now())

    context = {"title": "End this post", "caption": str(post)}
    back = reverse("workforce:team_posts", args=[post.team_id])
    return carry_out(request, form, record, FORM, context, then=back)
