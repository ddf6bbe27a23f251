"""Pages of teams."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.teams import forms, recording
from kittiwake.council.teams.queries import mergeable_with, workers
from kittiwake.council.teams.showing import ListOfTeams, TeamPage
from kittiwake.record.models import Membership, Team
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "teams/form.html"


def teams(request: ViewerRequest) -> HttpResponse:
    return page(request, "teams/teams.html", {"shown": ListOfTeams(local_date(now()))})


def team(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = TeamPage(
        get_object_or_404(Team.objects.select_related("parent", "agency", "merged_into"), pk=pk),
        local_date(now()),
    )
    return page(request, "teams/team.html", {"team": shown.team, "shown": shown})


def add_team(request: ViewerRequest) -> HttpResponse:
    others = Team.objects.on(local_date(now()))
    form = forms.TeamForm(request.POST or None, teams=others)

    def record() -> str:
        return page_of(recording.add(**form.values(), by=request.user, at=now()))

    back = reverse("teams:teams")
    context = {"title": "Add a team", "button": "Add it", "back_url": back, "cancel_url": back}
    return carry_out(request, form, record, FORM, context)


def change_team(request: ViewerRequest, pk: int) -> HttpResponse:
    changing = get_object_or_404(Team, pk=pk)
    others = Team.objects.on(local_date(now())).exclude(pk=pk)
    given = {"name": changing.name, "kind": changing.kind, "parent": changing.parent_id}
    form = forms.TeamForm(request.POST or None, teams=others, initial=given)

    def record() -> None:
        recording.change(changing, **form.values(), by=request.user, at=now())

    context = _about(changing, "Rename or move it", "Save")
    return carry_out(request, form, record, FORM, context, then=page_of(changing))


def close_team(request: ViewerRequest, pk: int) -> HttpResponse:
    closing = get_object_or_404(Team, pk=pk)
    form = forms.EndForm(request.POST or None)

    def record() -> None:
        recording.close(closing, **form.values(), by=request.user, at=now())

    context = _about(closing, "Close this team", "Close it")
    context["intro"] = (
        "From that day there is no such team, and its people’s places in it end. No child and no duty may be left with it."
    )
    return carry_out(request, form, record, FORM, context, then=page_of(closing))


def merge_team(request: ViewerRequest, pk: int) -> HttpResponse:
    merging = get_object_or_404(Team, pk=pk)
    form = forms.MergeForm(request.POST or None, teams=mergeable_with(merging))

    def record() -> str:
        recording.merge(merging, **form.values(), by=request.user, at=now())
        return page_of(form.values()["into"])

    context = _about(merging, "Make it part of another team", "Make it part of that team")
    context["intro"] = (
        "From today its people, the teams beneath it, its children, their duties and open actions are the other team’s, and it "
        "is closed. Whoever is in either team then sees the children of both. What was before stays its own. It cannot be undone."
    )
    return carry_out(request, form, record, FORM, context)


def join(request: ViewerRequest, pk: int) -> HttpResponse:
    joined, today = get_object_or_404(Team, pk=pk), local_date(now())
    form = forms.PlaceForm(request.POST or None, workers=workers(today), initial={"starts_on": today})

    def record() -> None:
        recording.join(joined, **form.values(), by=request.user, at=now())

    context = _about(joined, "Put somebody into it", "Save")
    return carry_out(request, form, record, FORM, context, then=page_of(joined))


def leave(request: ViewerRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(Membership.objects.select_related("team", "worker"), pk=pk)
    form = forms.EndForm(request.POST or None)

    def record() -> None:
        recording.leave(place, **form.values(), by=request.user, at=now())

    context = _about(place.team, f"End the place of {place.worker}", "End it")
    context["intro"] = "From that day they see the team’s children no longer, but for those they work with."
    return carry_out(request, form, record, FORM, context, then=page_of(place.team))


def page_of(team: Team) -> str:
    return reverse("teams:team", args=[team.pk])


def _about(team: Team, title: str, button: str) -> dict[str, object]:
    back = page_of(team)
    return {"title": title, "button": button, "caption": team.name, "back_url": back, "cancel_url": back}
