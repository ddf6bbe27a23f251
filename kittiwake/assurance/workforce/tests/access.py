"""Who may open the pages of who does the work: themselves, and who answers for them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.assurance.workforce import recording
from kittiwake.assurance.workforce.models import Engagement, NewlyQualified
from kittiwake.record.models import Membership, Worker
from kittiwake.ui.dates import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    worker, by = made.people["worker"].worker, {"by": made.by, "at": made.at}
    made["staff"] = worker.pk
    if not Engagement.objects.filter(worker=worker).exists():
        recording.engage(worker, kind="permanent", role="5", fte=Decimal(1), starts_on=date(2026, 1, 5), **by)
        recording.record_absence(worker, kind="SIC", starts_on=date(2026, 3, 2), **by)
    if not NewlyQualified.objects.filter(worker=worker).exists():
        since = local_date(made.at - timedelta(days=60))
        recording.start_supported_year(worker, starts_on=since, **by)


def _over(team):  # type: ignore[no-untyped-def]
    while team:
        yield team.pk
        team = team.parent


def _answers(person: User, made: Made) -> bool:
    worker = Worker.objects.get(pk=made["staff"])
    if worker.user_id == person.pk:
        return False
    if person.role in (Role.PRINCIPAL_SOCIAL_WORKER, Role.DIRECTOR):
        return True
    if person.role not in (Role.TEAM_MANAGER, Role.SERVICE_MANAGER):
        return False
    above = {team for one in worker.memberships.select_related("team") for team in _over(one.team)}
    return Membership.objects.filter(worker__user=person, manages=True, team__in=above).exists()


def not_seen(person: User, made: Made) -> str:
    own = Worker.objects.get(pk=made["staff"]).user_id == person.pk
    return "" if own or _answers(person, made) else "hidden"


def not_managed(person: User, made: Made) -> str:
    return "" if _answers(person, made) else "hidden"


def _more_workers(made: Made, more: int) -> None:
    have = Worker.objects.count()
    home = made.people["worker"].worker.memberships.first().team
    for number in range(have, have + more):
        worker = Worker.objects.create(name=f"Worker {number}")
        Membership.objects.create(worker=worker, team=home, starts_on=local_date(made.at - timedelta(days=9)))


ABOUT = {"pk": "staff", "of_a_child": False, "unless": not_managed}
PAGES = [
    lists("workforce:caseloads", "workforce.see", grows=_more_workers, at_most=12),
    lists("workforce:censuses", "workforce.all"),
    lists("workforce:posts", "workforce.all"),
    writes("workforce:add_post", "workforce.all"),
    writes("workforce:agree_caseload", "workforce.all"),
    reads("workforce:worker", "workforce.see", pk="staff", of_a_child=False, unless=not_seen),
    writes("workforce:engage", "workforce.record", **ABOUT),
    writes("workforce:end", "workforce.record", **ABOUT),
    writes("workforce:start_supported_year", "workforce.record", **ABOUT),
    writes("workforce:hold_step", "workforce.record", **ABOUT),
    writes("workforce:record_absence", "workforce.record", **ABOUT),
]
