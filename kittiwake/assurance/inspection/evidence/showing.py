"""Evidence of one concern, each piece as the viewer may see it: as it was put in, and as it is now. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import direction, rules
from kittiwake.assurance.inspection.concerns.standing import opposite
from kittiwake.assurance.inspection.figures import Live
from kittiwake.assurance.inspection.models import ChildEvidence, Concern, Evidence
from kittiwake.insight.rules import Figure
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import short_date

EVIDENCE_COLUMNS = columns("Evidence", "It says", "In words", "When put in", "Now", "By, as of")


@dataclass(frozen=True)
class Shown:
    """One piece of evidence as the viewer is shown it."""

    evidence: Evidence
    what: Cell
    words: str
    then: str
    now: str
    against: str

    @property
    def row(self) -> list[Cell]:
        says = (
            Status("Better", "green") if self.evidence.says == rules.FOR else Status("Not better", "orange")
        )
        by = f"{self.evidence.by}, {short_date(self.evidence.on)}"
        return [self.what, says, self.words, self.then or "–", self.now or "–", by]


@dataclass
class EvidenceShown:
    concern: Concern
    viewer: Viewer
    live: Live

    @cached_property
    def _of_children(self) -> dict[int, ChildEvidence]:
        """As far as the viewer sees those entries."""
        seen = self.viewer.see(ChildEvidence).filter(evidence__concern=self.concern)
        return {each.pk: each for each in seen.select_related("entry")}

    @property
    def child_ids(self) -> set[int]:
        return {each.entry.child_id for each in self._of_children.values()}

    def all(self, evidence: Iterable[Evidence]) -> list[Shown]:
        return [self._shown(each) for each in evidence]

    def _shown(self, evidence: Evidence) -> Shown:
        against = opposite(evidence, self.live)
        what, words, then, now = self._parts(evidence)
        return Shown(evidence, what, words, then, now, against)

    def _parts(self, evidence: Evidence) -> tuple[Cell, str, str, str]:
        if evidence.kind == rules.MEASURE:
            return self._measure(evidence)
        if evidence.kind == rules.ENTRY:
            return self._entry(evidence)
        if evidence.kind == rules.AUDIT:
            return self._audits(evidence), evidence.words, "", ""
        if evidence.kind == rules.DOCUMENT:
            return f"{evidence.get_kind_display()}: {evidence.where}", evidence.words, "", ""
        return f"What {evidence.by} says", evidence.words, "", ""

    def _audits(self, evidence: Evidence) -> Cell:
        """Without the link for whoever may not see audits: to them the programme is not there."""
        if evidence.programme and self.viewer.may(Power.SEE):
            return TextLink(evidence.programme.title, evidence.programme.get_absolute_url())
        return evidence.get_kind_display()

    def _measure(self, evidence: Evidence) -> tuple[Cell, str, str, str]:
        key, is_own = evidence.measure, evidence.by_id == self.viewer.user.pk
        kept = Figure(None, evidence.numerator, evidence.denominator, evidence.value)
        now = self.live.said(key)
        if evidence.first is not None:
            moved = self.live.moved(key, evidence.first, evidence.on)
            now = f"{now}. {direction.WORDS[moved]}"
        return self.live.link(key), evidence.words, self.live.kept(key, kept, is_own=is_own), now

    def _entry(self, evidence: Evidence) -> tuple[Cell, str, str, str]:
        of_child = self._of_children.get(evidence.pk)
        if of_child is None:
            return "An entry on a child’s record that you may not open", "–", "", ""
        entry = of_child.entry
        state = "Struck out since: it shows nothing now" if entry.is_struck_out else ""
        return TextLink(entry.summary, entry.get_absolute_url()), of_child.words, "", state
