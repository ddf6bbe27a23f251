"""The same pages as a good Django developer writes them, each for itself: the ORM with its joins told, and a template.

They know no rule of ours: whose the children are is left to row-level security, which is on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template import Context, Engine
from django.utils.timezone import localdate, now
from django.views.decorators.csrf import csrf_exempt

from kittiwake.access.viewer import ViewerRequest
from kittiwake.accounts.models import User
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Allocation, Child, Entry, Words

TEMPLATES = Engine(dirs=[str(Path(__file__).parent / "templates")])


def page(request: HttpRequest, template: str, **words: Any) -> HttpResponse:
    return HttpResponse(TEMPLATES.get_template(template).render(Context({"user": request.user, **words})))


def nothing(request: ViewerRequest, pk: int) -> HttpResponse:
    """What every page costs: who asks, their session, the line in the log of reading."""
    request.viewer.listed([pk])
    return HttpResponse("nothing")


def slow(request: HttpRequest, seconds: int) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [seconds])
    return HttpResponse("slow")


def child(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Child.objects.prefetch_related("identifiers"), pk=pk)
    return page(
        request,
        "child.html",
        child=found,
        allocations=found.allocations.filter(ends_on=None).select_related("team", "worker"),
        clocks=Clock.objects.running().filter(entry__child=found).select_related("entry"),
        episodes=Episode.objects.filter(child=found).order_by("-reported_at")[:5],
        risks=PresentingRisk.objects.filter(child=found),
        words=Words.objects.filter(child=found).order_by("-said_at")[:5],
        entries=Entry.objects.filter(child=found).select_related("by").order_by("-happened_at")[:5],
    )


def my_work(request: HttpRequest) -> HttpResponse:
    mine = Q(allocations__in=Allocation.objects.on(localdate()).filter(worker__user=request.user))
    running = Clock.objects.running().filter(
        entry__child__allocations__worker__user=request.user, entry__child__allocations__ends_on=None
    )
    actions = Action.objects.open().filter(owner__user=request.user).select_related("entry__child")
    return page(
        request,
        "my_work.html",
        children=Child.objects.filter(mine).distinct().prefetch_related("identifiers").order_by("surname"),
        clocks=running.select_related("entry__child").order_by("due_at"),
        actions=actions,
    )


def board(request: HttpRequest, team: int) -> HttpResponse:
    lead = Allocation.objects.filter(role="lead", ends_on=None).select_related("worker")
    here = Q(entry__child__allocations__in=lead.filter(team=team))
    leads = Prefetch("entry__child__allocations", lead)
    missing = Episode.objects.filter(
        returned_at=None, is_counted=True, child__allocations__in=lead.filter(team=team)
    )
    return page(
        request,
        "board.html",
        clocks=Clock.objects.overdue(now())
        .filter(here)
        .select_related("entry__child")
        .prefetch_related(leads),
        actions=Action.objects.overdue(localdate())
        .filter(here)
        .select_related("entry__child")
        .prefetch_related(leads),
        missing=missing.select_related("child"),
    )


def chronology(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Child, pk=pk)
    entries = Entry.objects.filter(child=found).select_related("by", "struck_out_by")
    return page(request, "chronology.html", child=found, entries=entries.order_by("-happened_at", "-pk")[:50])


@csrf_exempt
def search(request: HttpRequest) -> HttpResponse:
    word = request.POST["sought"]
    named = Q(surname__istartswith=word) | Q(forenames__istartswith=word)
    lead = Allocation.objects.filter(role="lead", ends_on=None).select_related("team", "worker")
    children = Child.objects.filter(named, withdrawn_at=None).prefetch_related(
        "identifiers", Prefetch("allocations", lead)
    )
    return page(request, "search.html", children=children.order_by("surname", "forenames")[:50])


def looks(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Child, pk=pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_looks(%s, NULL, false, false, 9223372036854775807, 50)", [pk])
        columns = [column.name for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor]
    names = User.objects.in_bulk({row["user_id"] for row in rows})
    lines = [{**row, "name": names[row["user_id"]].name if row["user_id"] in names else ""} for row in rows]
    return page(request, "looks.html", child=found, lines=lines)


PAGES = [
    Page("benchmarks:nothing", "benchmarks/nothing/<int:pk>/", nothing, Power.SIGN_IN),
    Page("benchmarks:slow", "benchmarks/slow/<int:seconds>/", slow, Power.EVERYBODY),
    Page("benchmarks:child", "benchmarks/child/<int:pk>/", child, Power.EVERYBODY),
    Page("benchmarks:my_work", "benchmarks/my-work/", my_work, Power.EVERYBODY),
    Page("benchmarks:board", "benchmarks/board/<int:team>/", board, Power.EVERYBODY),
    Page("benchmarks:chronology", "benchmarks/chronology/<int:pk>/", chronology, Power.EVERYBODY),
    Page("benchmarks:search", "benchmarks/search/", search, Power.EVERYBODY),
    Page("benchmarks:looks", "benchmarks/looks/<int:pk>/", looks, Power.EVERYBODY),
]
