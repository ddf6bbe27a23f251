"""What the pages of concerns show: all of them with what is broken, and one with what was said last and is seen now. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns.standing import Standing, is_owner
from kittiwake.assurance.inspection.crosswalk.points import BY_KEY
from kittiwake.assurance.inspection.evidence.showing import EVIDENCE_COLUMNS, EvidenceShown, Shown
from kittiwake.assurance.inspection.figures import Live
from kittiwake.assurance.inspection.models import (
    Concern,
    ConcernAction,
    Evidence,
    JudgedOn,
    Judgement,
)
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_date

COLOURS = {rules.NONE: "red", rules.SOME: "yellow", rules.MUCH: "blue", rules.DONE: "green"}
COLUMNS = columns("Concern", "Who answers", "Judged last", "What is missing")
TITLES = dict(rules.PROGRESS)


def progress(concern: Concern, last: Judgement | None) -> Status:
    if concern.closed_at:
        return Status(f"Closed {short_date(concern.closed_at)}")
    if last is None:
        return Status("Not judged yet", "grey")
    return Status(f"{TITLES[last.progress]}, {short_date(last.at)}", COLOURS[last.progress])


def concern_rows(concerns: Iterable[Concern], standing: Standing) -> list[list[Cell]]:
    return [
        [
            TextLink(concern.words, concern.get_absolute_url()),
            str(concern.owner),
            progress(concern, standing.last(concern)),
            ". ".join(rules.BROKEN[key] for key in standing.broken(concern)) or "–",
        ]
        for concern in concerns
    ]


@dataclass
class ConcernsPage:
    """Open ones first; those with most missing at the top."""

    viewer: Viewer
    at: datetime
    columns = COLUMNS

    @cached_property
    def concerns(self) -> list[Concern]:
        rows = Concern.objects.select_related("inspection", "owner")
        return list(rows.order_by("closed_at", "raised_at", "pk")[:MANY])

    @cached_property
    def standing(self) -> Standing:
        return Standing(self.concerns, self.viewer, local_date(self.at))

    @property
    def open(self) -> list[list[Cell]]:
        waiting = [concern for concern in self.concerns if not concern.closed_at]
        waiting.sort(key=lambda concern: -len(self.standing.broken(concern)))
        return concern_rows(waiting, self.standing)

    @property
    def closed(self) -> list[list[Cell]]:
        return concern_rows((each for each in self.concerns if each.closed_at), self.standing)

    @property
    def is_waiting(self) -> bool:
        return self.standing.live.is_waiting


MANY = 200


@dataclass
class ConcernPage:
    concern: Concern
    viewer: Viewer
    at: datetime
    evidence_columns = EVIDENCE_COLUMNS
    action_columns = columns("What is done", "To change", "Who, by when", "How it stands")

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def standing(self) -> Standing:
        return Standing([self.concern], self.viewer, self.today)

    @property
    def live(self) -> Live:
        return self.standing.live

    @property
    def status(self) -> Status:
        last = self.standing.last(self.concern)
        return progress(self.concern, last)

    @property
    def broken(self) -> list[str]:
        keys = [key for key in self.standing.broken(self.concern) if key != rules.CONTRADICTED]
        return [rules.BROKEN[key] for key in keys]

    @property
    def against(self) -> list[str]:
        return [shown.against for shown in self.evidence if shown.against]

    @property
    def rows(self) -> list[SummaryRow]:
        concern, statement = self.concern, self.concern.statement
        rows = [
            SummaryRow("Who answers for it", str(concern.owner)),
            SummaryRow("Raised", f"{long_date(concern.raised_at)}, by {concern.raised_by}"),
        ]
        if statement:
            rows.append(SummaryRow("What the letter says", statement.text))
        if concern.closed_at:
            closed = f"{concern.closed_why}\n{concern.closed_by}, {long_date(concern.closed_at)}"
            rows.append(SummaryRow("Closed", closed))
        return rows

    @property
    def point(self) -> TextLink | None:
        point = BY_KEY.get(self.concern.point)
        return TextLink(point.said, reverse("inspection:point", args=[point.key])) if point else None

    @cached_property
    def actions(self) -> list[ConcernAction]:
        return self.standing.actions.get(self.concern.pk, [])

    @property
    def action_rows(self) -> list[list[Cell]]:
        return [
            [each.what, each.difference, f"{each.owner}, by {short_date(each.due_on)}", self._state(each)]
            for each in self.actions
        ]

    def _state(self, action: ConcernAction) -> Cell:
        if action.dropped_at:
            return f"Dropped: {action.dropped_why}"
        if action.done_at:
            return f"Done {short_date(action.done_at)}: {action.outcome}"
        return Status("Late", "red") if action.is_late(self.today) else Status("To do", "blue")

    @property
    def to_do(self) -> list[tuple[ConcernAction, bool]]:
        """(an open action, whether it is the viewer's)."""
        mine = self.viewer.user.pk
        return [(each, each.owner.user_id == mine) for each in self.actions if each.is_open]

    @cached_property
    def of_evidence(self) -> EvidenceShown:
        return EvidenceShown(self.concern, self.viewer, self.live)

    @property
    def child_ids(self) -> set[int]:
        return self.of_evidence.child_ids

    @cached_property
    def evidence(self) -> list[Shown]:
        return self.of_evidence.all(self.standing.evidence.get(self.concern.pk, []))

    @property
    def evidence_rows(self) -> list[list[Cell]]:
        return [shown.row for shown in self.evidence]

    @cached_property
    def set_aside(self) -> list[Evidence]:
        rows = self.concern.evidence.exclude(set_aside_at=None).select_related("set_aside_by")
        return list(rows.order_by("-set_aside_at"))

    @cached_property
    def judgements(self) -> Sequence[Judgement]:
        return self.standing.judgements.get(self.concern.pk, [])

    @property
    def story(self) -> list[dict[str, object]]:
        """What was said at each visit, the newest first, with what it rested on."""
        return [
            {
                "title": TITLES[each.progress],
                "at": each.at,
                "by": each.by,
                "text": "\n".join(filter(None, [_at(each), each.words, self._rested(each)])),
            }
            for each in self.judgements
        ]

    @cached_property
    def _rests(self) -> dict[int, list[Evidence]]:
        by_judgement: dict[int, list[Evidence]] = {}
        for row in JudgedOn.objects.filter(judgement__in=self.judgements).select_related("evidence"):
            by_judgement.setdefault(row.judgement_id, []).append(row.evidence)
        return by_judgement

    def _rested(self, judgement: Judgement) -> str:
        rests = self._rests.get(judgement.pk, [])
        named = [f"{each.get_kind_display().lower()} of {short_date(each.on)}" for each in rests]
        return f"Rests on: {', '.join(named)}." if named else ""

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS) and not self.concern.closed_at

    @property
    def may_reopen(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS) and self.concern.closed_at is not None

    @cached_property
    def is_owner(self) -> bool:
        return is_owner(self.concern, self.viewer.user)


def _at(judgement: Judgement) -> str:
    return f"At: {judgement.visit}" if judgement.visit else "Between visits"
