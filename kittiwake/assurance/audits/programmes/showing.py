"""Programmes and samples: what was planned, how far it is, who was drawn and who was not. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Count, Prefetch, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import rules, visibility
from kittiwake.assurance.audits.models import Audit, Candidate, Mark, Programme, Sample
from kittiwake.assurance.audits.programmes import sampling
from kittiwake.assurance.audits.programmes.population import NO_TEAM, NO_TRACK
from kittiwake.assurance.audits.showing import TITLES
from kittiwake.record import codes
from kittiwake.ui.components import Cell, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_date

TRACKS = {**{code.key: code.label for code in codes.TRACK}, NO_TRACK: NO_TRACK, "": NO_TRACK}


def programme_rows(programmes: Iterable[Programme], viewer: Viewer) -> list[list[Cell]]:
    """As far as the viewer sees the children: two questions, however many programmes."""
    keys = [programme.pk for programme in programmes]
    drawn = viewer.see(Candidate).filter(sample__programme__in=keys, outcome=Candidate.DRAWN)
    asked = dict(drawn.values_list("sample__programme").annotate(n=Count("pk")))
    audits = visibility.audits(viewer).filter(programme__in=keys)
    done = dict(audits.values_list("programme").annotate(n=Count("pk")))
    return [
        [
            TextLink(programme.title, programme.get_absolute_url()),
            programme.get_kind_display(),
            f"{short_date(programme.starts_on)} to {short_date(programme.ends_on)}",
            str(asked.get(programme.pk, 0)),
            str(done.get(programme.pk, 0)),
        ]
        for programme in programmes
    ]


PROGRAMMES = columns("Programme", "Kind", "When", "Drawn#", "Audited#")


@dataclass
class ProgrammePage:
    programme: Programme
    viewer: Viewer
    columns = columns("Team", "Audited#", *(title + "#" for title in reversed(TITLES.values())))

    @cached_property
    def samples(self) -> list[Sample]:
        return list(self.programme.samples.select_related("drawn_by").order_by("-drawn_at"))

    @cached_property
    def audits(self) -> list[Audit]:
        audits = visibility.audits(self.viewer).filter(programme=self.programme)
        return list(audits.select_related("team", "moderation"))

    @cached_property
    def drawn(self) -> int:
        candidates = self.viewer.see(Candidate).filter(sample__programme=self.programme)
        return candidates.filter(outcome=Candidate.DRAWN).count()

    @property
    def moderated(self) -> int:
        return sum(1 for audit in self.audits if hasattr(audit, "moderation"))

    @property
    def to_moderate(self) -> int:
        return ceil(len(self.audits) * self.programme.moderated_share / 100)

    @cached_property
    def _grades(self) -> dict[int, str]:
        marks = self.viewer.see(Mark).filter(audit__in=self.audits, kind=Mark.FIRST)
        return dict(marks.values_list("audit_id", "grade"))

    @property
    def child_ids(self) -> list[int]:
        return [audit.child_id for audit in self.audits]

    @property
    def rows(self) -> list[list[str]]:
        """Counts, and no child: by team on the day of the audit."""
        teams = sorted({str(audit.team or NO_TEAM) for audit in self.audits})
        return [self._row(team) for team in teams]

    def _row(self, team: str) -> list[str]:
        ours = [audit for audit in self.audits if str(audit.team or NO_TEAM) == team]
        counted = Counter(self._grades.get(audit.pk) for audit in ours)
        return [team, str(len(ours)), *(str(counted[grade]) for grade in reversed(rules.SCALE))]


def _stands_for(able: int, drawn: int) -> tuple[int, int, str]:
    """(could be drawn, were, how many children each of them stands for)."""
    return able, drawn, f"{able / drawn:.1f}" if drawn else "–"


@dataclass
class SamplePage:
    sample: Sample
    viewer: Viewer
    at: datetime
    strata_columns = columns("Team", "Track", "Could be drawn#", "Drawn#", "Each stands for#")
    columns = columns("Child", "Team", "Track", "Place#", "What happened", "Who audits", "Audit")

    @property
    def everybody(self) -> QuerySet[Candidate]:
        return self.viewer.see(Candidate).filter(sample=self.sample)

    @property
    def in_order(self) -> QuerySet[Candidate]:
        """Those drawn first, each with the audit that was made."""
        audits = Audit.objects.filter(is_counted=True).select_related("entry")
        candidates = self.everybody.select_related("child", "team", "auditor")
        return candidates.prefetch_related("child__identifiers", Prefetch("audits", audits)).order_by(
            "outcome", "place", "pk"
        )

    @cached_property
    def _population(self) -> list[tuple[int, str, str, str, str]]:
        """(child, team, track, outcome, why left out) of all of them: read once, counted every way."""
        rows = self.everybody.values_list("child_id", "team__name", "track", "outcome", "left_out_why")
        return [(child, team or NO_TEAM, track, outcome, why) for child, team, track, outcome, why in rows]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(outcome for *_, outcome, _ in self._population)

    @property
    def summary(self) -> list[SummaryRow]:
        return [
            SummaryRow("Seed", self.sample.seed),
            SummaryRow("Drawn on", f"{long_date(self.sample.drawn_at)}, by {self.sample.drawn_by}"),
            SummaryRow("Asked for", str(self.sample.size)),
            SummaryRow("In the population", str(sum(self.counts.values()))),
            *(SummaryRow(title, str(self.counts.get(key, 0))) for key, title in Candidate.OUTCOMES),
        ]

    @property
    def left_out(self) -> list[tuple[str, int]]:
        return sorted(Counter(why for *_, why in self._population if why).items())

    @property
    def strata(self) -> list[list[str]]:
        """Each team and track: how many could be drawn, and were."""
        rows: dict[sampling.Stratum, Counter[str]] = {}
        for _, team, track, outcome, why in self._population:
            if not why:
                rows.setdefault((team, track), Counter())[outcome] += 1
        return [
            [team, TRACKS[track], *map(str, _stands_for(outcomes.total(), outcomes[Candidate.DRAWN]))]
            for (team, track), outcomes in sorted(rows.items())
        ]

    @property
    def is_the_same_again(self) -> bool:
        """Whether the seed and the kept population give the same children now."""
        people = [sampling.Person(child, team, track, why) for child, team, track, _, why in self._population]
        was = {child for child, *_, outcome, _ in self._population if outcome == Candidate.DRAWN}
        return (
            sampling.draw(people, size=self.sample.size, seed=self.sample.seed, least=self.sample.least).drawn
            == was
        )

    def rows(self, candidates: Iterable[Candidate]) -> list[list[Cell]]:
        return [self._row(candidate) for candidate in candidates]

    def _row(self, candidate: Candidate) -> list[Cell]:
        audit = next(iter(candidate.audits.all()), None)
        return [
            TextLink(candidate.child.name, candidate.child.get_absolute_url()),
            str(candidate.team or NO_TEAM),
            TRACKS[candidate.track],
            str(candidate.place or "–"),
            candidate.left_out_why or candidate.get_outcome_display(),
            self._auditor(candidate, audit),
            self._audit(candidate, audit),
        ]

    def _audit(self, candidate: Candidate, audit: Audit | None) -> Cell:
        if audit:
            text = f"Audited {short_date(audit.entry.happened_at)}"
            return TextLink(text, audit.get_absolute_url())
        if candidate.outcome != Candidate.DRAWN:
            return "–"
        if candidate.child_id in self._kept:
            return "Kept from you until you have marked it"
        if candidate.auditor_id != self.viewer.user.pk or not self.viewer.may(Power.AUDIT):
            return "Not yet"
        address = [candidate.child_id, self.sample.programme_id]
        return TextLink("Audit this record", reverse("audits:record_audit", args=address))

    @cached_property
    def _kept(self) -> set[int]:
        """The children whose audit this person marks again blind."""
        return set(visibility.blind_marks(self.viewer).values_list("child_id", flat=True))

    def _auditor(self, candidate: Candidate, audit: Audit | None) -> Cell:
        made_already = audit or candidate.child_id in self._kept
        if candidate.outcome != Candidate.DRAWN or made_already or not self.viewer.may(Power.PLAN_AUDITS):
            return str(candidate.auditor or "–")
        href = reverse("audits:ask_auditor", args=[candidate.pk])
        return TextLink(f"{candidate.auditor}, change" if candidate.auditor else "Ask somebody", href)
