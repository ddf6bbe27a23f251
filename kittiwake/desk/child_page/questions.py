"""What a child's page asks of the record itself; areas ask what they put on it."""

from __future__ import annotations

from django.db.models import QuerySet

from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.queries.kept import kept
from kittiwake.record.models import Allocation, Entry, Identifier, Name, Placement, Track
from kittiwake.record.models.homes import Residence

ENTRIES = 50  # shared with a partner, on one page


@kept
def tracks(page: OnChild) -> QuerySet[Track]:
    return Track.objects.on(page.today).filter(child=page.child).order_by("starts_on")


@kept
def workers(page: OnChild) -> QuerySet[Allocation]:
    return Allocation.objects.on(page.today).filter(child=page.child).select_related("team", "worker")


@kept
def names(page: OnChild) -> QuerySet[Name]:
    return Name.objects.filter(child=page.child).order_by("kind", "pk")


@kept
def numbers(page: OnChild) -> QuerySet[Identifier]:
    return Identifier.objects.filter(child=page.child)


@kept
def home(page: OnChild) -> QuerySet[Residence]:
    homes = Residence.objects.filter(child=page.child, ends_on=None).select_related("address")
    return homes.order_by("-starts_on")[:1]


@kept
def placement(page: OnChild) -> QuerySet[Placement]:
    placed = Placement.objects.filter(child=page.child, starts_on__lte=page.today, ends_on=None)
    return placed.select_related("address").order_by("pk")[:1]


@kept
def running(page: OnChild) -> QuerySet[Clock]:
    running = page.viewer.see(Clock).running().filter(entry__child=page.child)
    return running.select_related("entry").order_by("due_at", "pk")


@kept
def agreed(page: OnChild) -> QuerySet[Action]:
    actions = page.viewer.see(Action).open().filter(entry__child=page.child)
    return actions.select_related("owner", "team").order_by("due_on", "pk")


@kept
def entries(page: OnChild) -> QuerySet[Entry]:
    return page.viewer.see(Entry).filter(child=page.child).order_by("-happened_at", "-pk")[:ENTRIES]
