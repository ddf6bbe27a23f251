"""Partner agencies, and who of them may sign in. Reads only."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.agencies.models import Purpose
from kittiwake.record.models import Agency

COUNCIL = "council"
KINDS = [(kind, title) for kind, title in Agency.KINDS if kind != COUNCIL]


def partner_agencies() -> QuerySet[Agency]:
    """All but the council itself."""
    return Agency.objects.exclude(kind=COUNCIL)


def standing_on(day: date) -> QuerySet[Agency]:
    return partner_agencies().filter(Q(ends_on=None) | Q(ends_on__gt=day)).order_by("name", "pk")


def partners() -> QuerySet[User]:
    """Whoever signs in for another agency, with what was last said that they are here `for`."""
    last = Purpose.objects.filter(user=OuterRef("pk")).order_by("-recorded_at", "-pk")
    return User.objects.filter(role=Role.PARTNER).annotate(what_for=Subquery(last.values("what")[:1]))


def people_of(agency: Agency) -> QuerySet[User]:
    """Open accounts and closed ones; those who come first, first."""
    return partners().filter(worker__agency=agency).order_by("name", "pk")


def of_no_agency() -> QuerySet[User]:
    """Whoever was let in as a partner, and nobody has said of which agency."""
    return partners().filter(Q(worker=None) | Q(worker__agency=None)).order_by("name", "pk")


def what_for(user: User) -> str:
    last = Purpose.objects.filter(user=user).order_by("-recorded_at", "-pk").first()
    return last.what if last else ""
