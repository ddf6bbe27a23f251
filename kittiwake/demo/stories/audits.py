"""The stories of audits: an action that changes nothing, an inadequate audit of yesterday, and a mark to be made blind."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse

from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Audit, Programme, Theme
from kittiwake.assurance.audits.programmes import recording as planning
from kittiwake.demo.audits import FOUND
from kittiwake.demo.direct_work import see_regularly
from kittiwake.demo.episodes import make_episode
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, MARSH, story_child
from kittiwake.primitives.instruments import library
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import local_date

DAY = timedelta(days=1)
FRIDAY = 4


def make(council: Council, at: datetime) -> None:
    an_action_that_changes_nothing(council, at)
    inadequate_yesterday(council, at)
    to_be_marked_blind(council, at)


def an_action_that_changes_nothing(council: Council, at: datetime) -> None:
    """The plan was updated, its owner said so, and a manager took it as read. Sorrel was out every Friday since."""
    child = story_child(
        council, HARBOUR, at, "Sorrel", "Dune", date(local_date(at).year - 15, 6, 3), track="in_care"
    )
    see_regularly(council, child, HARBOUR, at)
    then = at - 70 * DAY
    audit = _audit(council, child, rules.IMPROVE, then, "Two plans in a year, and the same Fridays.")
    owner = council.workers[HARBOUR][0]
    by = council.user_of(_worker("auditor"))
    action = doing.raise_action(
        audit, what="Update the safety plan", difference="Sorrel is home on Friday nights", focus=rules.CHILD_FOCUSED,
        about="missing",
        owner=owner, due_on=local_date(then) + timedelta(days=28), by=by, at=then,
        themes=Theme.objects.filter(name="Evenings and weekends"),
    )  # fmt: skip
    manager = council.user_of(council.managers[HARBOUR])
    doing.discuss(
        action, held_on=local_date(then) + 3 * DAY, with_whom=owner, words="Agreed: by the end of the month", by=manager,
        at=then + 3 * DAY,
    )  # fmt: skip
    doing.finish(
        action, evidence="The plan was updated and sent out.", by=council.user_of(owner), at=then + 20 * DAY
    )
    _out_on_fridays(council, child, at)
    council.tell(
        "manager.harbour.team",
        action.get_absolute_url(),
        "An audit action that changed nothing",
        see="After an audit the plan was to be updated, so that Sorrel is home on Friday nights. Its owner says that it is done. "
        "Sorrel was out on three Fridays since.",
        mend="Read Sorrel’s chronology beside it, then check the evidence: nothing has changed. It goes back to its owner. It can be "
        "closed when Sorrel’s own record shows what is different, and not before.",
    )


def _out_on_fridays(council: Council, child: Child, at: datetime) -> None:
    """Three, since the action was said to be done."""
    friday = at - timedelta(days=(local_date(at).weekday() - FRIDAY) % 7 or 7)
    for weeks in (4, 2, 0):
        make_episode(council, child, friday.replace(hour=19, minute=30) - weeks * 7 * DAY, 8, at)


def inadequate_yesterday(council: Council, at: datetime) -> None:
    """Told the same day. No manager has said yet that the child is safe."""
    child = story_child(council, MARSH, at, "Teasel", "Fleet", date(local_date(at).year - 16, 9, 21))
    why = "Nobody knew where Teasel slept, and nobody had asked."
    audit = _audit(
        council, child, rules.INADEQUATE, at - DAY, why, grades={"risk": rules.INADEQUATE},
        told=council.managers[MARSH], told_how="Rang at once. Two people went to look that evening.",
    )  # fmt: skip
    council.tell(
        "manager.marsh.team",
        audit.get_absolute_url(),
        "Inadequate, since yesterday",
        see="An auditor found yesterday that nobody knew where Teasel slept, and told the manager the same day. Nobody has said yet "
        "that Teasel is safe.",
        mend="Say what was done so that Teasel is safe. The board keeps it until a manager has, and the record is looked at again in "
        "three months.",
    )


def to_be_marked_blind(council: Council, at: datetime) -> None:
    """The principal social worker was asked to mark the same record; the first mark is kept from them."""
    child = story_child(council, HARBOUR, at, "Fennel", "Quay", date(local_date(at).year - 13, 1, 8))
    audit = _audit(council, child, rules.GOOD, at - 5 * DAY, "Somebody they trust, every week.")
    by = council.user_of(_worker("auditor"))
    marking.ask_moderation(audit, moderator=_worker("principal"), by=by, at=at - 3 * DAY)
    council.tell(
        "principal",
        reverse("audits:waiting"),
        "A mark made blind",
        see="The auditor has marked Fennel’s record and asked for a second mark. What they found and how they graded it is nowhere for "
        "the second marker to read.",
        mend="Read Fennel’s record and mark it. Then both marks are shown, and where they differ, the grade that stands has a reason.",
    )


def _worker(login: str) -> Worker:
    return Worker.objects.get(user__email=f"{login}@saltmere.example")


def _audit(
    council: Council,
    child: Child,
    overall: str,
    at: datetime,
    why: str,
    grades: dict[str, str] | None = None,
    **told: Any,
) -> Audit:
    programme = Programme.objects.order_by("-starts_on").first() or _programme(council, at)
    by = council.user_of(_worker("auditor"))
    return recording.audit(
        child, programme=programme, answers=_answers(programme.tool, overall, grades or {}), overall=overall, why=why,
        done_with="together", done_with_words="It was good to go through it with somebody.", by=by, at=at,
        child_said="They write a lot about me.", family_said="We hear from them when something goes wrong.", **told,
    )  # fmt: skip


def _programme(council: Council, at: datetime) -> Programme:
    today = local_date(at)
    return planning.plan_programme(
        title="Dip sample", kind="dip", question="Does the plan say what happens at night?", tool=rules.DIP, moderated_share=25,
        starts_on=today - 90 * DAY, ends_on=today + 30 * DAY, by=council.user_of(_worker("auditor")), at=at - 90 * DAY,
    )  # fmt: skip


def _answers(tool: str, overall: str, grades: dict[str, str]) -> dict[str, str]:
    usual = overall if overall != rules.INADEQUATE else rules.IMPROVE
    answers: dict[str, str] = {}
    for section in library.latest(tool).sections:
        if section.key == rules.COMPLIANCE:
            answers |= {question.key: "yes" for question in section.questions}
        else:
            domain, evidence, impact = (question.key for question in section.questions)
            answers |= {domain: grades.get(domain, usual), evidence: FOUND, impact: "Not yet what it should."}
    return answers
