"""A year of audits: four programmes, a re-audit among them, with teams that differ in what is found and followed up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.effects.evidence import against
from kittiwake.assurance.audits.independence import why_not_theirs
from kittiwake.assurance.audits.learning import recording as learning
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Audit, AuditAction, Candidate, Programme, Theme
from kittiwake.assurance.audits.programmes import recording as planning
from kittiwake.assurance.audits.themes import recording as naming
from kittiwake.assurance.workforce.models import Course
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import TEAMS, ByAt, Council
from kittiwake.primitives.instruments import library
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.time.moments import local_date

DAY = timedelta(days=1)
SEED = 12  # a stream of its own, so that audits do not move what everybody else meets
DEFAULT = 0.6
THEMES = ["Chronologies", "The child’s own words", "Evenings and weekends", "What happens if it goes wrong"]
# (title, kind, what we want to know, tool, began so many days ago, how many children)
PROGRAMMES = [
    (
        "Practice audit, last winter",
        "monthly",
        "Is each child safer than when we began?",
        rules.FULL,
        330,
        12,
    ),
    ("Children who go missing", "thematic", "Did what they told us change their plan?", rules.DIP, 250, 12),
    (
        "Children who go missing, again",
        rules.RE_AUDIT,
        "Has what we found in spring moved?",
        rules.DIP,
        120,
        12,
    ),
    ("This month’s dip sample", "dip", "Does the plan say what happens at night?", rules.DIP, 12, 8),
]
# what is done, what it should change, what it is about, theme
ACTIONS = [
    ("Meet them on Fridays before they go out", "They have somebody to ring at night", rules.CHILD_FOCUSED, 2),
    ("Ask their aunt whether they can stay at weekends", "A bed that is theirs at weekends", rules.CHILD_FOCUSED, 2),
    ("Write down what they say in their words", "They hear themselves in the plan", rules.CHILD_FOCUSED, 1),
    ("Bring the chronology up to date", "The next worker knows what happened before", rules.PROCESS, 0),
    ("Add a contingency to the plan", "Somebody knows what to do if it goes wrong", rules.PROCESS, 3),
]  # fmt: skip
FOUND = "Read in the record, and heard from the worker."
IMPACT = {
    rules.OUTSTANDING: "They say life is better, and others see it.",
    rules.GOOD: "They are home more, and say so.",
    rules.IMPROVE: "Much was done. Little changed for them yet.",
    rules.INADEQUATE: "Nothing changed, and they were still at risk.",
}


@dataclass
class Auditing:
    council: Council
    chance: Chance
    auditors: list[Worker]
    themes: list[Theme]
    at: datetime

    @property
    def lead(self) -> User:
        return self.council.user_of(self.auditors[0])


def make_audits(council: Council, at: datetime) -> Auditing:
    auditors = list(
        Worker.objects.filter(user__role__in=["principal_social_worker", "auditor"]).order_by("pk")
    )
    auditors += council.managers.values()
    by: ByAt = {"by": council.user_of(auditors[0]), "at": at - 340 * DAY}
    made = Auditing(council, Chance(SEED), auditors, [naming.name_theme(name, **by) for name in THEMES], at)
    before: Programme | None = None
    for title, kind, question, tool, days, size in PROGRAMMES:
        before = _programme(made, title, kind, question, tool, days, size, before)
    _learn(made)
    return made


def _programme(
    made: Auditing,
    title: str,
    kind: str,
    question: str,
    tool: str,
    days: int,
    size: int,
    before: Programme | None,
) -> Programme:
    began, today = made.at - days * DAY, local_date(made.at)
    programme = planning.plan_programme(
        title=title, kind=kind, question=question, tool=tool, starts_on=local_date(began),
        ends_on=local_date(began) + timedelta(days=30), moderated_share=25, follows=before, by=made.lead, at=began,
    )  # fmt: skip
    sample = planning.draw(programme, seed=title.lower(), size=size, by=made.lead, at=began)
    for place, candidate in enumerate(sample.candidates.filter(outcome=Candidate.DRAWN).order_by("place")):
        held = min(began + (5 + 2 * place) * DAY, made.at)
        auditor = _independent(made, candidate.child, held, place)
        planning.assign(candidate, auditor=auditor, by=made.lead, at=held - DAY / 2)
        is_over = programme.ends_on < today
        if (is_over and made.chance.often(0.88)) or (not is_over and place < size / 2):
            _audit(made, programme, candidate, auditor, held, better=kind == rules.RE_AUDIT)
    return programme


def _independent(made: Auditing, child: Child, at: datetime, place: int) -> Worker:
    turned = made.auditors[place % len(made.auditors) :] + made.auditors
    day = local_date(at)
    return next(worker for worker in turned if worker.user and not why_not_theirs(worker.user, child, day))


def _audit(
    made: Auditing, programme: Programme, candidate: Candidate, auditor: Worker, at: datetime, *, better: bool
) -> None:
    assert auditor.user is not None
    strength = TEAMS.get(candidate.team.name if candidate.team else "", (DEFAULT, DEFAULT))[1]
    answers, overall = graded(made.chance, programme.tool, min(0.95, strength + (0.1 if better else 0)))
    manager = made.council.managers.get(candidate.team.name if candidate.team else "", auditor)
    is_urgent = overall == rules.INADEQUATE
    audit = recording.audit(
        candidate.child, programme=programme, candidate=candidate, answers=answers, overall=overall, why=IMPACT[overall],
        done_with="together" if made.chance.often(0.8) else "spoken", done_with_words="They knew most of it already.",
        child_said="Somebody asks me now." if made.chance.often(0.6) else "", family_said="They ring back.",
        not_asked_why="Away on the day", by=auditor.user, at=at,
        told=manager if is_urgent else None, told_how="By phone, and the child was seen that evening" if is_urgent else "",
    )  # fmt: skip
    if overall == rules.INADEQUATE and manager.user and manager.user_id != auditor.user_id:
        recording.make_safe(audit, words="With their aunt, and seen daily", by=manager.user, at=at + DAY / 3)
    if overall == rules.INADEQUATE and at < made.at - 95 * DAY and made.chance.often(0.7):
        _look_again(made, audit, auditor, at + made.chance.random.randint(70, 94) * DAY)
    if made.chance.often(0.45) and at < made.at - 8 * DAY:
        _moderate(made, audit, overall, at)
    for what in made.chance.random.sample(ACTIONS, 1 if strength > 0.5 else 2):
        _act(made, audit, what, auditor, strength, at)


def _look_again(made: Auditing, before: Audit, auditor: Worker, at: datetime) -> None:
    """About three months later, and mostly better."""
    assert auditor.user is not None
    instrument = library.latest(before.programme.tool)
    given = before.marks.get(kind="first").completion.answers.all()
    answers: dict[str, Any] = {answer.question: answer.value or answer.said for answer in given}
    answers |= {domain: rules.IMPROVE for domain in rules.CAPPING if domain in instrument.questions}
    answers |= {f"{domain}_{part}": FOUND for domain in rules.CAPPING for part in ("evidence", "impact")}
    recording.audit(
        before.child, programme=before.programme, re_audit_of=before, answers=answers, overall=rules.IMPROVE,
        why="They are safe now. It still depends on one person.", done_with="together", child_said="It is calmer.",
        family_said="Somebody rings.", by=auditor.user, at=at,
    )  # fmt: skip


def graded(chance: Chance, tool: str, strength: float) -> tuple[dict[str, Any], str]:
    """Answers to a whole tool, and an overall grade that a person might give to them."""
    instrument = library.latest(tool)
    answers: dict[str, Any] = {}
    for section in instrument.sections:
        if section.key == rules.COMPLIANCE:
            answers |= {
                question.key: "yes" if chance.often(0.5 + strength / 2) else "no"
                for question in section.questions
            }
            continue
        grade = _grade(chance, strength)
        domain, evidence, impact = (question.key for question in section.questions)
        answers |= {domain: grade, evidence: FOUND, impact: IMPACT[grade]}
    domains = {key: str(value) for key, value in answers.items() if value in rules.SCALE}
    limit, middle = rules.cap(domains), sorted(map(rules.height, domains.values()))[len(domains) // 2]
    return answers, limit.grade if limit else rules.SCALE[max(middle, 1)]


def _grade(chance: Chance, strength: float) -> str:
    weights = [0.02 + (1 - strength) * 0.06, 1 - strength, strength, strength * 0.2]
    return chance.random.choices(rules.SCALE, weights)[0]


def _moderate(made: Auditing, audit: Audit, overall: str, at: datetime) -> None:
    """Most second marks say the same; a grade that changes says why."""
    fit = [
        auditor
        for auditor in made.auditors[:2]
        if auditor.user_id != audit.auditor_id
        and auditor.user
        and not why_not_theirs(auditor.user, audit.child, local_date(at))
    ]
    if not fit or not fit[0].user or not (asker := audit.auditor):
        return
    moderator: Any = fit[0].user
    asked = marking.ask_moderation(audit, moderator=fit[0], by=asker, at=at + DAY)
    lower = rules.SCALE[max(1, rules.height(overall) - 1)] if made.chance.often(0.25) else overall
    first = audit.marks.get(kind="first")
    answers = {answer.question: answer.value or answer.said for answer in first.completion.answers.all()}
    if asked.is_blind:
        marking.mark(asked, answers=answers, overall=lower, why="As I read it", by=moderator, at=at + 3 * DAY)
        settled = lower if made.chance.often(0.7) else overall
        third = _made_neither(made, audit, moderator, at)
        if third is not None:
            why = "The record does not show it yet"
            marking.settle(asked, grade=settled, reason=why, by=third, at=at + 4 * DAY)


def _made_neither(made: Auditing, audit: Audit, moderator: Any, at: datetime) -> Any:
    day = local_date(at)
    users = (auditor.user for auditor in made.auditors if auditor.user)
    others = (user for user in users if user not in (audit.auditor, moderator))
    return next((user for user in others if not why_not_theirs(user, audit.child, day)), None)


def _act(
    made: Auditing,
    audit: Audit,
    what: tuple[str, str, str, int],
    auditor: Worker,
    strength: float,
    at: datetime,
) -> None:
    text, difference, focus, theme = what
    owner = audit.worker if audit.worker and audit.worker.user else None
    if owner is None or auditor.user is None:
        return
    action = doing.raise_action(
        audit, what=text, difference=difference, focus=focus, owner=owner, due_on=local_date(at) + timedelta(days=28),
        themes=[made.themes[theme]], by=auditor.user, at=at,
    )  # fmt: skip
    users = (other.user for other in made.auditors if other.user)
    checker, third = [user for user in users if user not in (auditor.user, owner.user)][:2]
    if made.chance.often(0.7):
        doing.check_focus(action, focus=focus, why="", by=checker, at=at + DAY)
    _follow(made, action, (checker, third), strength, at)


def _follow(
    made: Auditing, action: AuditAction, others: tuple[Any, Any], strength: float, at: datetime
) -> None:
    """As far as its team follows things up: not at all, done, checked, or closed with something that shows it."""
    owner: Any = action.owner.user
    checker, third = others
    steps = sum(made.chance.often(0.55 + strength / 2) for _ in range(5)) if at < made.at - 30 * DAY else 1
    if steps < 1 or at + 2 * DAY > made.at:
        return
    doing.discuss(
        action,
        held_on=local_date(at) + 2 * DAY,
        with_whom=action.owner,
        words="They see it too",
        by=checker,
        at=at + 2 * DAY,
    )
    if steps < 2:
        return
    doing.finish(action, evidence="Done, and written in the record", by=owner, at=at + 14 * DAY)
    if steps < 3:
        return
    doing.check_evidence(action, words="Read beside the record", by=checker, at=at + 18 * DAY)
    shows = Entry.objects.standing().filter(
        child_id=action.child_id, happened_at__gt=at, happened_at__lt=at + 27 * DAY
    )
    entry = shows.exclude(kind__startswith="audits.").order_by("happened_at").first()
    if steps < 4 or entry is None:
        return
    if against(action, entry, at + 27 * DAY):
        return
    effects.confirm_effect(action, entry=entry, changed=action.difference, by=third, at=at + 27 * DAY)
    if action.checked_focus:
        effects.close(action, learned="Ask who is there at night", by=third, at=at + 27.5 * DAY)


def name_courses(made: Auditing) -> None:
    """Two of the courses are there because of what audits found."""
    for title, theme in (("Listening after a return", 1), ("Plans a child would understand", 3)):
        course = Course.objects.get(title=title)
        naming.train_for(made.themes[theme], course, by=made.lead, at=made.at - 100 * DAY)


def _learn(made: Auditing) -> None:
    """In spring people came together about the words of children; nobody has yet about contingencies."""
    came = [worker for team in list(TEAMS)[:2] for worker in made.council.workers[team]]
    learning.hold_event(
        title="Practice week: in their words", held_on=local_date(made.at) - 150 * DAY, themes=made.themes[:2], came=came,
        learned="A child’s words in their own voice changed three plans.", by=made.lead, at=made.at - 149 * DAY,
        will_change="Each team reads one child’s words aloud in its first meeting of the month.",
    )  # fmt: skip
