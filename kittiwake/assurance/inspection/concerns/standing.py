"""How concerns stand: what is broken about each, and what speaks against what is said of it. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.assurance.inspection import direction, rules
from kittiwake.assurance.inspection.figures import PATIENCE, Live, of_key
from kittiwake.assurance.inspection.models import (
    Concern,
    ConcernAction,
    Evidence,
    Inspection,
    Judgement,
)
from kittiwake.time.moments import local_date


def is_owner(concern: Concern, user: User) -> bool:
    """Of it, or of an action of it that was not dropped."""
    owners = concern.actions.filter(dropped_at=None).values_list("owner__user_id", flat=True)
    return user.pk in {concern.owner.user_id, *owners}


def against(concern: Concern, viewer: Viewer, today: date) -> list[str]:
    """In words: evidence that says the opposite, and figures that went the wrong way since they were put in."""
    standing = list(concern.evidence.standing().order_by("at", "pk"))
    live = Live(viewer, today, _measures(standing), patience=None)
    return [words for each in standing if (words := opposite(each, live))]


def _measures(evidence: Iterable[Evidence]) -> list[str]:
    return [each.measure for each in evidence if each.measure]


def opposite(evidence: Evidence, live: Live) -> str:
    """Why this speaks against the concern's being put right; empty where it does not."""
    if evidence.says == rules.AGAINST:
        return f"{_called(evidence)}, put in as not better"
    if evidence.kind != rules.MEASURE or evidence.first is None:
        return ""
    if live.moved(evidence.measure, evidence.first, evidence.on) != direction.WORSE:
        return ""
    return f"{_called(evidence)}, now {live.said(evidence.measure)}: it went the wrong way"


def _called(evidence: Evidence) -> str:
    measure = of_key(evidence.measure)
    return (
        f"“{measure.title}”"
        if measure
        else f"{evidence.get_kind_display().lower()} of {evidence.on:%d %B %Y}"
    )


@dataclass
class Standing:
    """Some concerns, each with what hangs from it: five questions, however many."""

    concerns: Sequence[Concern]
    viewer: Viewer
    today: date
    patience: float | None = PATIENCE

    @cached_property
    def actions(self) -> dict[int, list[ConcernAction]]:
        rows = ConcernAction.objects.filter(concern__in=self.concerns).select_related("owner", "done_by")
        return _by_concern(rows.order_by("due_on", "pk"))

    @cached_property
    def evidence(self) -> dict[int, list[Evidence]]:
        rows = Evidence.objects.standing().filter(concern__in=self.concerns).select_related("by", "programme")
        return _by_concern(rows.order_by("-at", "-pk"))

    @cached_property
    def judgements(self) -> dict[int, list[Judgement]]:
        """The newest first."""
        rows = Judgement.objects.filter(concern__in=self.concerns).select_related("by", "visit")
        return _by_concern(rows.order_by("-at", "-pk"))

    @cached_property
    def live(self) -> Live:
        every = [each for some in self.evidence.values() for each in some]
        return Live(self.viewer, self.today, _measures(every), patience=self.patience)

    @cached_property
    def _held(self) -> list[Inspection]:
        return list(Inspection.objects.held(self.today).order_by("-ends_on"))

    def last(self, concern: Concern) -> Judgement | None:
        return next(iter(self.judgements.get(concern.pk, [])), None)

    def broken(self, concern: Concern) -> list[str]:
        """Keys of rules.BROKEN."""
        return rules.broken(self._facts(concern), self.today)

    def _facts(self, concern: Concern) -> rules.ConcernFacts:
        last, evidence = self.last(concern), self.evidence.get(concern.pk, [])
        shown = {each.action_id for each in evidence if each.says == rules.FOR}
        return rules.ConcernFacts(
            actions=[_action(each, shown) for each in self.actions.get(concern.pk, [])],
            judged_on=local_date(last.at) if last else None,
            last_visit_on=self._visited_since(concern),
            says_opposite=any(opposite(each, self.live) for each in evidence),
            is_closed=concern.closed_at is not None,
        )

    def _visited_since(self, concern: Concern) -> date | None:
        """The end of the last visit after the one that raised it."""
        later = (visit.ends_on for visit in self._held if visit.ends_on > concern.inspection.ends_on)
        return next(later, None)


def _action(action: ConcernAction, shown: set[int | None]) -> rules.ActionFacts:
    return rules.ActionFacts(
        action.due_on, action.done_at is not None, action.dropped_at is not None, action.pk in shown
    )


def _by_concern(rows: QuerySet[ConcernAction] | QuerySet[Evidence] | QuerySet[Judgement]) -> dict[int, list]:  # type: ignore[type-arg]
    by_concern = defaultdict(list)
    for row in rows:
        by_concern[row.concern_id].append(row)
    return dict(by_concern)
