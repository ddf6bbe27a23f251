"""Who may open the pages of who does the work: themselves, and who answers for them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.leaving import recording as leaving
from kittiwake.assurance.workforce.models import Course, Engagement, ExitInterview, NewlyQualified, Post
from kittiwake.assurance.workforce.posts import recording as posts
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.assurance.workforce.training import recording as training
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    worker, by = made.people["worker"].worker, {"by": made.by, "at": made.at}
    made["staff"] = worker.pk
    if not Engagement.objects.filter(worker=worker).exists():
        engagements.engage(
            worker, kind="permanent", role="5", fte=Decimal(1), starts_on=date(2026, 1, 5), **by
        )
        absences.record_absence(worker, kind="SIC", starts_on=date(2026, 3, 2), **by)
    made["absence"] = worker.absences.first()
    made["north"] = worker.memberships.first().team
    made["post"] = Post.objects.first() or posts.add_post(
        made["north"], role="5", fte=Decimal(1), starts_on=date(2026, 1, 5), **by
    )
    _leaving(made, by)
    _training(made, worker, by)
    if not NewlyQualified.objects.filter(worker=worker).exists():
        since = local_date(made.at) - timedelta(days=60)
        supported_year.start_supported_year(worker, starts_on=since, **by)


def _leaving(made: Made, by: dict) -> None:  # type: ignore[type-arg]
    """Two left the team beneath, whose manager is none of the cast. The auditor held one's exit interview."""
    team = Team.objects.get(name="Team beneath")
    if not Membership.objects.filter(team=team, manages=True).exists():
        _join(Worker.objects.create(name="Lead"), team, manages=True)
        for name in ("Left", "Gone"):
            _join(Worker.objects.create(name=name, ends_on=local_date(made.at)), team)
        leaving.hold_exit_interview(
            Worker.objects.get(name="Left"), held_by=made.people["auditor"].worker,
            held_on=local_date(made.at), reasons=["pay"], may_share=True, **by,
        )  # fmt: skip
    made["beneath"], made["gone"] = team, Worker.objects.get(name="Gone").pk
    made["exit_interview"] = ExitInterview.objects.get(worker__name="Left")


def _join(worker: Worker, team: Team, *, manages: bool = False) -> None:
    Membership.objects.create(worker=worker, team=team, manages=manages, starts_on=date(2026, 1, 5))


def _training(made: Made, worker: Worker, by: dict) -> None:  # type: ignore[type-arg]
    course = Course.objects.first() or training.plan_course(
        title="Listening", held_on=local_date(made.at), **by
    )
    made["course"] = course
    if not course.places.exists():
        training.ask_to_come(course, [worker], **by)


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
    above = {
        team for membership in worker.memberships.select_related("team") for team in _over(membership.team)
    }
    return Membership.objects.filter(worker__user=person, manages=True, team__in=above).exists()


def not_seen(person: User, made: Made) -> str:
    own = Worker.objects.get(pk=made["staff"]).user_id == person.pk
    return "" if own or _answers(person, made) else "hidden"


def not_a_reader(person: User, made: Made) -> str:
    """Whoever held it reads it too."""
    held = made["exit_interview"].held_by.user_id == person.pk
    return "" if held or _answers_above(person, made) else "hidden"


def not_above(person: User, made: Made) -> str:
    return "" if _answers_above(person, made) else "hidden"


def _answers_above(person: User, made: Made) -> bool:
    """For everybody; or as the service manager over the team beneath, whose manager is somebody else."""
    if person.role in (Role.PRINCIPAL_SOCIAL_WORKER, Role.DIRECTOR):
        return True
    above = set(_over(made["beneath"]))
    leads = Membership.objects.filter(worker__user=person, team__in=above)
    return person.role == Role.SERVICE_MANAGER and leads.exists()


def not_managed(person: User, made: Made) -> str:
    return "" if _answers(person, made) else "hidden"


def _more_workers(made: Made, more: int) -> None:
    have = Worker.objects.count()
    home = made.people["worker"].worker.memberships.first().team
    for number in range(have, have + more):
        worker = Worker.objects.create(name=f"Worker {number}")
        Membership.objects.create(worker=worker, team=home, starts_on=local_date(made.at) - timedelta(days=9))


def _more_courses(made: Made, more: int) -> None:
    for number in range(more):
        course = training.plan_course(
            title=f"Course {number}", held_on=local_date(made.at), by=made.by, at=made.at
        )
        training.ask_to_come(course, [made.somebody(number).worker], by=made.by, at=made.at)


def _more_asked(made: Made, more: int) -> None:
    _more_workers(made, more)
    asked = Worker.objects.exclude(courses__course=made["course"])[:more]
    training.ask_to_come(made["course"], list(asked), by=made.by, at=made.at)


def _more_managers(made: Made, more: int) -> None:
    _more_workers(made, more)
    new = Membership.objects.filter(manages=False, worker__name__startswith="Worker ").order_by("-pk")[:more]
    Membership.objects.filter(pk__in=[membership.pk for membership in new]).update(manages=True)


def _more_posts(made: Made, more: int) -> None:
    for _ in range(more):
        posts.add_post(
            made["north"], role="5", fte=Decimal(1), starts_on=date(2026, 1, 5), by=made.by, at=made.at
        )


def _more_leavers(made: Made, more: int) -> None:
    for number in range(more):
        gone = Worker.objects.create(name=f"Gone {number}", ends_on=local_date(made.at))
        _join(gone, made["beneath"])
        leaving.hold_exit_interview(
            gone, held_by=made.people["auditor"].worker, held_on=local_date(made.at), reasons=["pay"],
            may_share=True, by=made.by, at=made.at,
        )  # fmt: skip


ABOUT = {"pk": "staff", "of_a_child": False, "unless": not_managed}
PAGES = [
    lists("workforce:caseloads", Power.SEE_WORKFORCE, grows=_more_workers, at_most=12),
    lists("workforce:censuses", Power.SET_STANDARDS),
    lists("workforce:posts", Power.SET_STANDARDS),
    writes("workforce:add_post", Power.SET_STANDARDS),
    writes("workforce:agree_caseload", Power.SET_STANDARDS),
    reads("workforce:worker", Power.SEE_WORKFORCE, pk="staff", of_a_child=False, unless=not_seen),
    writes("workforce:engage", Power.RECORD_WORKFORCE, **ABOUT),
    writes("workforce:move", Power.RECORD_WORKFORCE, **ABOUT),
    writes("workforce:start_supported_year", Power.RECORD_WORKFORCE, **ABOUT),
    writes("workforce:hold_step", Power.RECORD_WORKFORCE, **ABOUT),
    writes("workforce:record_absence", Power.RECORD_WORKFORCE, **ABOUT),
    writes("workforce:come_back", Power.RECORD_WORKFORCE, **{**ABOUT, "pk": "absence"}),
    writes("workforce:strike_out_absence", Power.RECORD_WORKFORCE, **{**ABOUT, "pk": "absence"}),
    lists("workforce:managers", Power.RECORD_WORKFORCE, grows=_more_managers, at_most=12),
    reads(
        "workforce:team_posts",
        Power.SET_STANDARDS,
        pk="north",
        of_a_child=False,
        grows=_more_posts,
        at_most=12,
    ),
    writes("workforce:end_post", Power.SET_STANDARDS, pk="post", of_a_child=False),
    lists("workforce:leavers", Power.FOLLOW_LEAVERS, grows=_more_leavers, at_most=12),
    reads(
        "workforce:exit_interview",
        Power.SIGN_IN,
        pk="exit_interview",
        of_a_child=False,
        unless=not_a_reader,
    ),
    writes(
        "workforce:hold_exit_interview", Power.FOLLOW_LEAVERS, pk="gone", of_a_child=False, unless=not_above
    ),
    writes(
        "workforce:strike_out_exit_interview",
        Power.FOLLOW_LEAVERS,
        pk="exit_interview",
        of_a_child=False,
        unless=not_a_reader,
    ),
    lists("workforce:courses", Power.SEE_WORKFORCE, grows=_more_courses, at_most=12),
    writes("workforce:plan_course", Power.RECORD_WORKFORCE),
    reads(
        "workforce:course", Power.SEE_WORKFORCE, pk="course", of_a_child=False, grows=_more_asked, at_most=14
    ),
    writes("workforce:ask_to_come", Power.RECORD_WORKFORCE, pk="course", of_a_child=False),
    writes("workforce:came", Power.RECORD_WORKFORCE, pk="course", of_a_child=False),
]
