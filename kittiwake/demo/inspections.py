"""An inspection that asked for improvement, a visit since, one to come: four concerns, each in another state, and what we say of us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.assurance.audits.models import Programme
from kittiwake.assurance.inspection import recording as visits
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.actions import recording as actions
from kittiwake.assurance.inspection.concerns import recording as concerns
from kittiwake.assurance.inspection.evidence import recording as evidence
from kittiwake.assurance.inspection.facts import VisitFacts
from kittiwake.assurance.inspection.models import Concern, ConcernAction, Inspection
from kittiwake.assurance.inspection.samples import recording as samples
from kittiwake.assurance.inspection.self_evaluation import recording as evaluations
from kittiwake.assurance.inspection.self_evaluation import rules as evaluation_rules
from kittiwake.assurance.letters.rules import REQUIRES_IMPROVEMENT
from kittiwake.demo.people import Council
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

THEMES = "Children who go missing\nReturn interviews\nManagers’ oversight"
# (question, what is said, how good it says it is, the figure)
CLAIMS = [
    ("quality", "Children who come back are listened to soon, and what they say changes their plan.", "strength", "P11"),
    ("quality", "Supervision is held more often than it was.", "better", "P63"),
    ("quality", "Too many plans do not answer a risk that a meeting has seen.", "weak", "P44"),
    ("how", "Twelve records are drawn by chance each quarter and looked at with the worker.", "plain", ""),
    ("next", "Somebody from each team is there in the evenings until the end of term.", "plain", ""),
]  # fmt: skip


@dataclass
class Inspecting:
    at: datetime

    def by(self, login: str, days_ago: int) -> dict[str, object]:
        """Who, and when."""
        return {"by": self.user(login), "at": self.at - timedelta(days=days_ago)}

    def user(self, login: str) -> User:
        return User.objects.get(email=f"{login}@saltmere.example")

    def worker(self, login: str) -> Worker:
        return Worker.objects.get(user=self.user(login))

    def day(self, days_ago: int) -> date:
        return local_date(self.at) - timedelta(days=days_ago)


def make_inspections(council: Council, at: datetime) -> None:
    made = Inspecting(at)
    inspector = made.user("inspector")
    accounts.end_user_on(inspector, ends_at=at + timedelta(days=60), by=council.system, at=at)
    first, visit = _inspection(made), _visit(made)
    _expected(made)
    _late_interviews(made, first, visit)
    _oversight(made, first)
    _supervision(made, first, visit)
    _schools(made, visit)
    _self_evaluation(made)
    facts = {"inspection": visit, "size": 6, "seed": "gull", "team": None, "tracks": (), "not_since": None}
    samples.draw(**facts, **made.by("inspector", 92))  # type: ignore[arg-type]


def _facts(made: Inspecting, kind: str, days_ago: int, length: int, **more: object) -> VisitFacts:
    facts: dict[str, object] = {
        "kind": kind, "starts_on": made.day(days_ago), "ends_on": made.day(days_ago - length + 1), "themes": "",
        "announced_on": None, "inspectors": None, "lists_asked_on": None, "lists_given_on": None,
    }  # fmt: skip
    return facts | more  # type: ignore[return-value]


def _inspection(made: Inspecting) -> Inspection:
    known = {"announced_on": made.day(440), "inspectors": 4, "lists_asked_on": made.day(440), "lists_given_on": made.day(438)}  # fmt: skip
    facts = _facts(made, rules.STANDARD, 433, 12, **known)
    inspection = visits.expect(**facts, **made.by("director", 438))  # type: ignore[arg-type]
    _report(made, inspection, 390, REQUIRES_IMPROVEMENT)
    inspection.refresh_from_db()
    return inspection


def _visit(made: Inspecting) -> Inspection:
    known = {"announced_on": made.day(102), "inspectors": 2, "themes": THEMES, "lists_asked_on": made.day(102), "lists_given_on": made.day(100)}  # fmt: skip
    visit = visits.expect(**_facts(made, rules.MONITORING, 94, 2, **known), **made.by("director", 100))  # type: ignore[arg-type]
    _report(made, visit, 72, "")
    return visit


def _report(made: Inspecting, visit: Inspection, days_ago: int, overall: str) -> None:
    visits.report(
        visit, reported_on=made.day(days_ago), overall=overall, needs_plan=False, plan_sent_on=None, letter=None,
        version=1, **made.by("director", days_ago),  # type: ignore[arg-type]
    )  # fmt: skip


def _expected(made: Inspecting) -> None:
    facts = _facts(made, rules.MONITORING, -40, 2, themes="What has changed since the last visit")
    visits.expect(**facts, **made.by("director", 20))  # type: ignore[arg-type]


def _raise(made: Inspecting, visit: Inspection, words: str, point: str, owner: str, days_ago: int) -> Concern:
    kind = rules.IMPROVE if visit.overall else rules.CONCERN
    facts = {"kind": kind, "words": words, "point": point, "owner": made.worker(owner)}
    return concerns.raise_concern(visit, **facts, **made.by("director", days_ago))  # type: ignore[arg-type]


def _act(made: Inspecting, concern: Concern, owner: str, what: str, difference: str, *, raised: int, due: int) -> ConcernAction:  # fmt: skip
    facts = {"what": what, "difference": difference, "owner": made.worker(owner), "due_on": made.day(due)}
    return actions.raise_action(concern, **facts, **made.by("director", raised))  # type: ignore[arg-type]


def _late_interviews(made: Inspecting, first: Inspection, visit: Inspection) -> None:
    """Something is done, a figure shows it, and it was judged at the visit."""
    words = "Children in some teams wait too long before anybody listens to them after they come back"
    concern = _raise(made, first, words, "interviews", "service.manager", 385)
    action = _act(made, concern, "service.manager", "An interviewer is free for each team on Mondays", "Whoever came back at the weekend is listened to on Monday", raised=380, due=200)  # fmt: skip
    shown = evidence.put_in(
        concern, kind=rules.MEASURE, says=rules.FOR, words="Interviews come sooner than a year ago", measure="P11",
        action=action, **made.by("service.manager", 210),  # type: ignore[arg-type]
    )  # fmt: skip
    actions.finish(action, outcome="Two interviewers share Mondays", **made.by("service.manager", 205))  # type: ignore[arg-type]
    concerns.judge(
        concern, visit=visit, progress=rules.SOME, rests_on=[shown], **made.by("principal", 93),  # type: ignore[arg-type]
        words="Most teams are quicker. In one, children still wait a week, and nobody could say why.",
    )  # fmt: skip


def _oversight(made: Inspecting, first: Inspection) -> None:
    """An action is past its day, and nothing shows anything."""
    words = "What managers decide is not written down as steadily in one team as in another"
    concern = _raise(made, first, words, "oversight", "principal", 385)
    _act(made, concern, "principal", "Managers read two of each other’s decisions a month", "A child’s plan does not depend on which team they are with", raised=300, due=40)  # fmt: skip


def _supervision(made: Inspecting, first: Inspection, visit: Inspection) -> None:
    """Put right, and closed by somebody other than its owner."""
    words = "Supervision is held and not written down"
    concern = _raise(made, first, words, "supervision", "service.manager", 385)
    action = _act(made, concern, "service.manager", "Notes are written before the next supervision begins", "Workers see what was agreed for each child", raised=370, due=250)  # fmt: skip
    actions.finish(action, outcome="Held and written on one page", **made.by("service.manager", 255))  # type: ignore[arg-type]
    programme = Programme.objects.order_by("starts_on", "pk").first()
    shown = [
        evidence.put_in(
            concern, kind=rules.AUDIT, says=rules.FOR, words="Auditors found a note in every record they drew",
            programme=programme, action=action, **made.by("auditor", 150),  # type: ignore[arg-type]
        ),
        evidence.put_in(
            concern, kind=rules.PERSON, says=rules.FOR, words="Workers of all teams told me that they get their notes in the same week",
            on=made.day(120), **made.by("principal", 119),  # type: ignore[arg-type]
        ),
    ]  # fmt: skip
    concerns.judge(
        concern, visit=visit, progress=rules.DONE, rests_on=shown, **made.by("principal", 93),  # type: ignore[arg-type]
        words="Every supervision of the last three months has its note.",
    )  # fmt: skip
    why = "Each supervision has its note within a week, in all teams"
    concerns.close(concern, why=why, version=1, **made.by("director", 60))  # type: ignore[arg-type]


def _schools(made: Inspecting, visit: Inspection) -> None:
    """Nobody does anything about it yet."""
    words = "A few schools do not say when a child does not come back from lunch"
    _raise(made, visit, words, "schools", "service.manager", 70)


def _self_evaluation(made: Inspecting) -> None:
    first = evaluations.begin(**made.by("principal", 330))  # type: ignore[arg-type]
    for question, words, says, measure in CLAIMS:
        facts = {"question": question, "words": words, "says": says, "measure": measure}
        evaluations.write(first, **facts, **made.by("principal", 328))  # type: ignore[arg-type]
    evaluations.approve(first, **made.by("director", 320))  # type: ignore[arg-type]
    draft = evaluations.begin(**made.by("service.manager", 9))  # type: ignore[arg-type]
    words = "Children who come back are listened to soon in three teams of four, and what they say changes their plan."
    facts = {"question": evaluation_rules.QUALITY, "words": words, "says": "strength", "measure": "P11"}
    evaluations.write(draft, place=1, version=1, **facts, **made.by("service.manager", 8))  # type: ignore[arg-type]
