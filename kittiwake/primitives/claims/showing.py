"""What the page of a claim shows. Reads only, and only through the viewer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.claims import rules
from kittiwake.primitives.claims.echoes.matching import Echo, echoes, echoes_of
from kittiwake.primitives.claims.models import Claim, Entity
from kittiwake.record.identifiers import Likeness
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow
from kittiwake.ui.dates import long_date

COLOURS = {"": "blue", rules.ACCEPTED: "green", rules.REFUSED: "grey", rules.UNSURE: "yellow"}
NOUNS = {
    "person": "person",
    "place": "place",
    "vehicle": "car or other vehicle",
    "phone": "phone number",
    "handle": "name online",
    "group": "group",
    "child": "child",
}
CANDIDATES, CANDIDATE_ALIKE = 5, 0.3
SHOWN_IN_LIST = 3
Row = TypeVar("Row", Entity, Child)


@dataclass(frozen=True)
class EchoRow:
    """Another account, as far as whoever asks may hear of it. `href` opens it; `decide` is where the two are compared."""

    words: str
    decide: str
    verdict: str
    href: str = ""


@dataclass(frozen=True)
class Line:
    """What was learned, as a list shows it, and the other accounts that name it too."""

    claim: Claim
    echoes: list[Echo] = field(default_factory=list)

    @property
    def elsewhere(self) -> list[EchoRow]:
        """The newest of them; the claim's own page has them all."""
        return [echo_row(self.claim, echo) for echo in self.echoes[:SHOWN_IN_LIST]]

    @property
    def more(self) -> int:
        return max(0, len(self.echoes) - SHOWN_IN_LIST)

    @property
    def is_waiting(self) -> bool:
        """Another child's account may speak of the same, and nobody has decided whether it does."""
        return any(not echo.same_child and not echo.verdict for echo in self.echoes)


def lines(claims: Collection[Claim]) -> list[Line]:
    """As claims/_claims.html takes them, with what whoever is asking may hear of other accounts."""
    echoes = echoes_of(claims) if claims else {}
    return [Line(claim, echoes[claim.pk]) for claim in claims]


@dataclass
class ClaimPage:
    claim: Claim
    viewer: Viewer
    at: datetime

    @property
    def decision(self) -> Status:
        label = self.claim.get_decision_display() or "Nobody has decided"
        return Status(label, COLOURS[self.claim.decision])

    @property
    def has_faded(self) -> bool:
        return self.claim.has_faded(local_date(self.at))

    @cached_property
    def named_child(self) -> Child | None:
        """The child it names, for somebody who may see them."""
        named = self.claim.named_child_id
        return self.viewer.children.filter(pk=named).first() if named else None

    @property
    def rows(self) -> list[SummaryRow]:
        claim = self.claim
        rows = [
            ("Kind", claim.get_kind_display()),
            ("As it was said", claim.wording),
            ("Number or name online", claim.number),
            ("What the child has to do with it", claim.get_link_display()),
            ("What else was said", claim.details),
            ("When", self._when),
            ("Grade", "\n".join([claim.grade.in_words, claim.conditions]).strip()),
            ("Last confirmed", long_date(claim.last_confirmed_on)),
            ("Recorded by", f"{claim.by}, {long_date(claim.recorded_at)}"),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @property
    def _when(self) -> str:
        days = [long_date(day) if day else "not known" for day in (self.claim.from_on, self.claim.to_on)]
        return f"From {days[0]} to {days[1]}" if self.claim.from_on or self.claim.to_on else ""

    @cached_property
    def echoes(self) -> list[EchoRow]:
        """Each as a sentence; opened by those who may see the child it is about."""
        others = echoes(self.claim)
        seen = {
            other.pk: other
            for other in self.viewer.see(Claim).filter(pk__in=[e.claim_id for e in others if e.may_see])
        }
        self.viewer.listed(other.child_id for other in seen.values())
        return [self._echo(echo, seen.get(echo.claim_id)) for echo in others]

    def _echo(self, echo: Echo, other: Claim | None) -> EchoRow:
        return replace(echo_row(self.claim, echo), href=other.get_absolute_url() if other else "")

    @cached_property
    def others_of_thing(self) -> list[Line]:
        """Other claims decided to be about the same thing, of children the viewer may see."""
        if self.claim.entity_id is None:
            return []
        others = (
            Claim.objects.standing()
            .filter(pk__in=self.viewer.see(Claim), entity=self.claim.entity_id)
            .exclude(pk=self.claim.pk)
        )
        shown = list(others.select_related("child").order_by("-last_confirmed_on")[:20])
        self.viewer.listed(other.child_id for other in shown)
        return [Line(other) for other in shown]


def echo_row(claim: Claim, echo: Echo) -> EchoRow:
    return EchoRow(
        sentence(claim, echo),
        decide=reverse("claims:echo", args=[claim.pk, echo.claim_id]),
        verdict=dict(rules.SAID_OF_BOTH).get(echo.verdict, ""),
    )


def sentence(claim: Claim, echo: Echo) -> str:
    """What an echo says to somebody who may not know whose it is."""
    noun = NOUNS[claim.kind]
    what = f"The same {noun}" if echo.likeness is Likeness.SAME else f"What may be the same {noun}"
    where = "by this child" if echo.same_child else "in another child’s account"
    return f"{what} was named {where} on {long_date(echo.said_on)}."


def entities_like(claim: Claim) -> QuerySet[Entity] | None:
    """What it could be, likest first; None for a child, who is no entity."""
    if claim.kind == rules.CHILD:
        return None
    alike = TrigramSimilarity("match_key", claim.match_key or claim.wording.casefold())
    entities = Entity.objects.filter(kind=claim.kind).annotate(alike=alike).filter(alike__gte=CANDIDATE_ALIKE)
    return _few(entities, "-alike")


def children_like(claim: Claim, viewer: Viewer) -> QuerySet[Child] | None:
    """Children the viewer may see whose name is like what was said, likest first; None when it names no child."""
    if claim.kind != rules.CHILD:
        return None
    name = Concat("forenames", Value(" "), "called", Value(" "), "surname")
    children = viewer.children.exclude(pk=claim.child_id).annotate(
        alike=TrigramSimilarity(name, claim.wording)
    )
    return _few(children.filter(alike__gte=CANDIDATE_ALIKE), "-alike")


def _few(rows: QuerySet[Row], order: str) -> QuerySet[Row]:
    """The first of them, as a queryset that a form can still narrow to what was chosen."""
    keys = list(rows.order_by(order, "pk").values_list("pk", flat=True)[:CANDIDATES])
    return rows.model._default_manager.filter(pk__in=keys)
