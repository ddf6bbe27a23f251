"""Pages that cut across areas. They compose what areas say; they decide nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.middleware import may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk import finding, forms
from kittiwake.desk.broken_links import LINKS, lines
from kittiwake.desk.showing import ChildPage
from kittiwake.desk.working import MyWork
from kittiwake.history.refusal import Changed, refusals_on
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Membership, Team, Worker
from kittiwake.ui.dates import local_date
from kittiwake.ui.pages import Change, conflict, page
from kittiwake.ui.paging import by_key


@may("account.see")
def my_work(request: ViewerRequest) -> HttpResponse:
    mine = MyWork(request.viewer, now())
    request.viewer.listed(mine.child_ids)
    return page(request, "desk/my_work.html", {"mine": mine})


@may("board.see")
def board(request: ViewerRequest) -> HttpResponse:
    """Broken links by kind, for one team or all. The `lines` block refreshes itself."""
    at, team = now(), request.GET.get("team") or None
    every = lines(request.viewer.see, at)
    shown = [line for line in every if team is None or line.team == team]
    request.viewer.listed(line.child.pk for line in shown)
    by_link = [(link, [line for line in shown if line.link is link]) for link in LINKS]
    teams = sorted({line.team for line in every})
    context = {"by_link": by_link, "teams": teams, "team": team, "at": at, "total": len(shown)}
    return page(request, "desk/board.html", context, fragment="lines")


@may("child.see")
def child(request: ViewerRequest, pk: int) -> HttpResponse:
    child = _child(request, pk)
    return page(request, "desk/child.html", {"child": child, "shown": ChildPage(child, request.viewer, now())})


def _child(request: ViewerRequest, pk: int) -> Child:
    return request.viewer.open(Child, pk)


@may("chronology.see")
def chronology(request: ViewerRequest, pk: int) -> HttpResponse:
    what = "print" if "print" in request.GET else "view"
    child = request.viewer.open(Child, pk, what=what)
    kinds = sorted(set(request.viewer.see(Entry).filter(child=child).values_list("kind", flat=True)))
    form = forms.ChronologyForm(request.GET or None)
    form.fields["kind"].choices = [("", "Everything"), *((kind, kind_title(kind)) for kind in kinds)]
    rows = request.viewer.see(Entry).filter(child=child).select_related("by", "struck_out_by")
    if form.is_valid():
        rows = _filtered(rows, form.cleaned_data)
    size = 1000 if what == "print" else 50
    shown = by_key(request, rows, ("-happened_at", "-pk"), size=size)
    template = "desk/chronology_print.html" if what == "print" else "desk/chronology.html"
    return page(request, template, {"child": child, "form": form, "shown": shown, "at": now(), "kind_title": kind_title})


def _filtered(rows: Any, wanted: dict[str, Any]) -> Any:
    chosen = {
        "summary__icontains": wanted["text"],
        "kind": wanted["kind"],
        "happened_at__date__gte": wanted["since"],
        "happened_at__date__lte": wanted["until"],
    }
    return rows.filter(**{name: value for name, value in chosen.items() if value})


def kind_title(kind: str) -> str:
    return kind.partition(".")[2].replace("_", " ").capitalize()


@may("child.search")
def search(request: ViewerRequest) -> HttpResponse:
    """By POST, so that a name is never part of an address."""
    form = forms.SearchForm(request.POST or None)
    found = None
    if form.is_valid():
        found = finding.find(request.viewer, form.cleaned_data["wanted"])
        request.viewer.listed((match.child.pk for match in found), what="search")
    return page(request, "desk/search.html", {"form": form, "found": found})


search.repeatable = True  # type: ignore[attr-defined]


@may("child.record")
def add_child(request: ViewerRequest) -> HttpResponse:
    form = forms.NewChildForm(request.POST or None)
    form.fields["team"].queryset = my_teams(request)  # type: ignore[attr-defined]
    if form.is_valid():
        with refusals_on(form):
            facts = {name: form.cleaned_data[name] for name in record.CHILD_FIELDS if name in form.cleaned_data}
            number = form.cleaned_data["council_id"]
            numbers = {"council": number} if number else {}
            at = now()
            child = record.add_child(identifiers_=numbers, source="Recorded here", by=request.user, at=at, **facts)
            team = form.cleaned_data["team"]
            record.allocate(child, team=team, worker=None, starts_on=local_date(at), by=request.user, at=at)
            return redirect(child)
    return page(request, "ui/form_page.html", {"title": "Add a child", "form": form, "button": "Add them"})


@may("child.record")
def change_child(request: ViewerRequest, pk: int) -> HttpResponse:
    child = _child(request, pk)
    names = [name for name in forms.ChildForm.base_fields if name != "version"]
    initial = {"version": child.version, **{name: getattr(child, name) for name in names}}
    form = forms.ChildForm(request.POST or None, initial=initial)
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in names}
        version = form.cleaned_data["version"] or 0
        try:
            with refusals_on(form):
                record.change_child(child, version=version, by=request.user, at=now(), **facts)
                return redirect(child)
        except Changed as changed:
            return _conflict(request, child, form, changed)
    context = {"title": "Change details", "caption": child.name, "form": form, "cancel_url": child.get_absolute_url()}
    return page(request, "ui/form_page.html", context)


def _conflict(request: ViewerRequest, child: Child, form: forms.ChildForm, changed: Changed) -> HttpResponse:
    titles = {title: name for name, title in record.CHILD_FIELDS.items()}
    changes = [
        Change(title, str(was or ""), str(now_ or ""), str(form.cleaned_data.get(titles.get(title, ""), "") or ""), changed.by)
        for title, (was, now_) in changed.changes.items()
    ]
    child.refresh_from_db()
    return conflict(
        request, form, changes, row="this child’s details", version=child.version, latest_url=child.get_absolute_url()
    )


@may("child.allocate")
def allocate(request: ViewerRequest, pk: int) -> HttpResponse:
    child = _child(request, pk)
    teams = my_teams(request)
    form = forms.AllocationForm(request.POST or None, initial={"starts_on": local_date(now())})
    form.fields["team"].queryset = teams  # type: ignore[attr-defined]
    form.fields["worker"].queryset = (  # type: ignore[attr-defined]
        Worker.objects.filter(memberships__team__in=teams, ends_on=None).distinct().order_by("name")
    )
    if form.is_valid():
        with refusals_on(form):
            record.allocate(child, **form.cleaned_data, role=Allocation.LEAD, by=request.user, at=now())
            return redirect(child)
    context = {"title": "Give them a worker", "caption": child.name, "form": form, "cancel_url": child.get_absolute_url()}
    return page(request, "ui/form_page.html", context)


def my_teams(request: ViewerRequest) -> Any:
    """The teams somebody is in, and those beneath them."""
    own = Membership.objects.on(local_date(now())).filter(worker__user=request.user).values("team_id")
    direct = Team.objects.filter(pk__in=own)
    return (direct | Team.objects.filter(parent__in=own)).distinct().order_by("name")
