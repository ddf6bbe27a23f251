"""What is next, by the days that are known and the limits in force: visits, plans, lists, actions. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kittiwake.assurance.inspection import rules, settings
from kittiwake.assurance.inspection.models import Concern, ConcernAction, Inspection, SelfEvaluation
from kittiwake.assurance.letters.rules import INADEQUATE
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.time.moments import local_date, start_of


@dataclass(frozen=True)
class Coming:
    on: date
    what: str
    why: str
    href: str = ""
    of: int | None = None  # the visit


def coming(today: date) -> list[Coming]:
    """Soonest first, what is past its day before all."""
    visits = list(Inspection.objects.standing().order_by("starts_on", "pk"))
    every = [*_visits(visits, today), *_follows(visits, today), *_actions(), *_self_evaluation()]
    return sorted(every, key=lambda each: (each.on, each.what))


def due_on(standard: Standard, day: date) -> date:
    """By the limit in force on that day."""
    return local_date(limits.due(standard, start_of(day), time_known=False).due_at)


def _visits(visits: list[Inspection], today: date) -> Iterator[Coming]:
    for visit in visits:
        name, href = visit.get_kind_display(), visit.get_absolute_url()
        state = visit.state(today)
        if state == rules.EXPECTED:
            notice = limits.within_on(settings.NOTICE, today)
            why = f"Nobody has announced it yet; usually that is {notice} before"
            yield Coming(visit.starts_on, f"{name} expected", why, href, visit.pk)
        elif state == rules.ANNOUNCED:
            yield Coming(
                visit.starts_on, f"{name} begins", f"Announced {visit.announced_on:%-d %B %Y}", href, visit.pk
            )
        if visit.lists_asked_on and not visit.lists_given_on and not visit.reported_on:
            on = due_on(settings.LISTS, visit.lists_asked_on)
            yield Coming(on, f"Lists for inspectors: {name.lower()}", settings.LISTS.title, href, visit.pk)
        if visit.needs_plan and visit.reported_on and not visit.plan_sent_on:
            on = due_on(settings.ACTION_PLAN, visit.reported_on)
            yield Coming(on, "Action plan to be sent", settings.ACTION_PLAN.source, href, visit.pk)


def _follows(visits: list[Inspection], today: date) -> Iterator[Coming]:
    """What usually follows the last inspection and the last visit, while nothing later is recorded as expected."""
    graded = [visit for visit in visits if visit.kind in rules.INSPECTIONS and visit.reported_on]
    if graded and not _expected(visits, today, rules.INSPECTIONS):
        last, href = graded[-1], graded[-1].get_absolute_url()
        standard = settings.AGAIN if last.overall == INADEQUATE else settings.NEXT
        yield Coming(due_on(standard, last.ends_on), standard.title, standard.source, href, last.pk)
    monitored = [visit for visit in visits if visit.kind == rules.MONITORING and visit.ends_on < today]
    if monitored and not _expected(visits, today, {rules.MONITORING}):
        last = monitored[-1]
        if not graded or graded[-1].ends_on < last.ends_on:
            on = due_on(settings.MONITORING, last.ends_on)
            yield Coming(
                on, settings.MONITORING.title, settings.MONITORING.source, last.get_absolute_url(), last.pk
            )


def _expected(visits: list[Inspection], today: date, kinds: set[str]) -> bool:
    return any(visit.kind in kinds and visit.ends_on >= today for visit in visits)


def _actions() -> Iterator[Coming]:
    open_ones = ConcernAction.objects.filter(done_at=None, dropped_at=None, concern__closed_at=None)
    for action in open_ones.select_related("concern", "owner").order_by("due_on")[:MANY]:
        concern: Concern = action.concern
        yield Coming(
            action.due_on,
            action.what,
            f"{action.owner}: {concern.words}",
            concern.get_absolute_url(),
            concern.inspection_id,
        )


def _self_evaluation() -> Iterator[Coming]:
    last = SelfEvaluation.objects.exclude(approved_at=None).order_by("-approved_at").first()
    if last is not None and last.approved_at is not None:
        standard = settings.SELF_EVALUATION
        yield Coming(
            due_on(standard, local_date(last.approved_at)),
            standard.title,
            standard.source,
            last.get_absolute_url(),
        )


MANY = 30
