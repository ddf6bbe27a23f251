"""Which records have reached their end, among those of children the viewer may see. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.retention import settings
from kittiwake.assurance.retention.models import KeptOn
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record.models import Allocation, Child, Entry, Track
from kittiwake.time.moments import add_months, end_of

CARE = ["in_care", "care_leaver"]
OF_AGE = 18


@dataclass(frozen=True)
class Category:
    """`over` finds those whose time has run out by a day; `among` says whose records it is about."""

    standard: Standard
    among: Q
    over: Callable[[date], Q]


def _years_before(day: date, years: int) -> date:
    return add_months(day, -12 * years)


def _born(standard: Standard) -> Callable[[date], Q]:
    return lambda today: Q(born_on__lte=_years_before(today, settings.kept_for(standard, today)))


def _died_young(today: date) -> Q:
    return Q(died_on__lte=_years_before(today, settings.kept_for(settings.DIED, today)))


def _not_written_in(today: date) -> Q:
    since = _years_before(today, settings.kept_for(settings.PROTECTION, today))
    written = Entry.objects.filter(child=OuterRef("pk"))
    late = written.filter(Q(happened_at__gt=end_of(since)) | Q(recorded_at__gt=end_of(since)))
    return ~Exists(late) & ~Exists(Track.objects.filter(child=OuterRef("pk"), ends_on__gt=since))


def _has(*kinds: str) -> Q:
    return Q(Exists(Track.objects.filter(child=OuterRef("pk"), kind__in=kinds)))


# Days enough for 18 years: within them nobody is of age, and who died on the last of them is counted by the longer period.
DIED_YOUNG = Q(died_on__lt=F("born_on") + timedelta(days=365 * OF_AGE))

CATEGORIES = [
    Category(settings.DIED, _has(*CARE) & DIED_YOUNG, _died_young),
    Category(settings.LOOKED_AFTER, _has(*CARE) & ~DIED_YOUNG, _born(settings.LOOKED_AFTER)),
    Category(settings.PROTECTION, ~_has(*CARE) & _has("child_protection"), _not_written_in),
    Category(
        settings.NEED,
        ~_has(*CARE, "child_protection") & _has("child_in_need"),
        _born(settings.NEED),
    ),
    Category(settings.OTHER, ~_has(*CARE, "child_protection", "child_in_need"), _born(settings.OTHER)),
]


def ended(viewer: Viewer, category: Category, today: date) -> QuerySet[Child]:
    """Those whose time has run out: nobody works with them, and nobody has decided that theirs is kept on."""
    children = viewer.children.filter(category.among, category.over(today))
    working = [rows.on(today).filter(child=OuterRef("pk")) for rows in (Track.objects, Allocation.objects)]
    children = children.exclude(Exists(working[0])).exclude(Exists(working[1]))
    return children.exclude(Exists(KeptOn.objects.filter(child=OuterRef("pk"), until__gt=today)))


def kept_on(viewer: Viewer, today: date) -> QuerySet[KeptOn]:
    """The decision that stands of each child, until its day."""
    later = KeptOn.objects.filter(child=OuterRef("child"), number__gt=OuterRef("number"))
    rows = viewer.see(KeptOn).filter(~Exists(later), until__gt=today)
    return rows.select_related("child", "by").order_by("until", "pk")
