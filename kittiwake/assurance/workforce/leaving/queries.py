"""Who has left, who managed them, and which exit interviews somebody reads. Reads only."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from kittiwake.access.people import who_may
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce.leaving.rules import line_managers
from kittiwake.assurance.workforce.models import Engagement, ExitInterview
from kittiwake.assurance.workforce.span.rules import TeamPlace
from kittiwake.record.models import Membership, Team, Worker

YEAR = timedelta(days=365)


def exit_interviews(since: date | None = None) -> QuerySet[ExitInterview]:
    """Those that stand, the newest first. Row-level security gives whoever asks theirs (ExitInterview.access_also)."""
    standing = ExitInterview.objects.filter(struck_out_at=None).order_by("-held_on", "-pk")
    return standing if since is None else standing.filter(held_on__gte=since)


def leavers(user: User, on: date) -> QuerySet[Worker]:
    """Who left in the year to this day or is about to, of the whole council or of the user's teams, the last first."""
    gone = Worker.objects.filter(ends_on__gt=on - YEAR)
    going = Worker.objects.filter(Exists(_ended(on)), ~Exists(_still()))
    left_or_leaving = gone.union(going).values("pk")
    workers = Worker.objects.filter(pk__in=left_or_leaving).exclude(user=user)
    if user.role == Role.SERVICE_MANAGER:
        mine = RawSQL("SELECT unnest(access_teams(%s))", [user.pk])
        workers = workers.filter(Exists(Membership.objects.filter(worker=OuterRef("pk"), team__in=mine)))
    return workers.order_by("name", "pk")


def _ended(on: date) -> QuerySet[Engagement]:
    return Engagement.objects.filter(worker=OuterRef("pk"), ends_on__gt=on - YEAR)


def _still() -> QuerySet[Engagement]:
    return Engagement.objects.filter(worker=OuterRef("pk"), ends_on=None)


def last_places(worker: Worker, on: date) -> list[Membership]:
    """The teams they are in on this day, or were in last."""
    places = list(Membership.objects.filter(worker=worker, starts_on__lte=on).select_related("team"))
    current = [place for place in places if place.ends_on is None or place.ends_on > on]
    last = max((place.ends_on for place in places if place.ends_on), default=None)
    return current or [place for place in places if place.ends_on == last]


def managers_of(worker: Worker, on: date) -> QuerySet[Worker]:
    """Who managed them when they were here last."""
    own = last_places(worker, on)
    day = min((place.ends_on - timedelta(days=1) for place in own if place.ends_on), default=on)
    leads = Membership.objects.filter(manages=True).on(min(day, on))
    places = [TeamPlace(place.worker_id, place.team_id, place.manages) for place in (*own, *leads)]
    parents = dict(Team.objects.values_list("pk", "parent_id"))
    return Worker.objects.filter(pk__in=line_managers(worker.pk, places, parents))


def who_could_ask_why(worker: Worker, on: date) -> QuerySet[Worker]:
    """Who could hold their exit interview: somebody here who did not manage them."""
    able = who_may(Power.SEE, day=on, without_sign_in=True).exclude(pk=worker.pk)
    return able.exclude(pk__in=managers_of(worker, on).values("pk"))


def team_to_read(worker: Worker, on: date) -> Team | None:
    """The team whose service manager reads it: none where they are who managed whoever leaves."""
    if managers_of(worker, on).filter(Q(user__role=Role.SERVICE_MANAGER)).exists():
        return None
    return next((place.team for place in last_places(worker, on)), None)
