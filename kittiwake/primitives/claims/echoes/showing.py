"""Two accounts side by side, as far as one person may see each, with what is withheld said. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.claims.echoes.matching import Echo
from kittiwake.primitives.claims.models import Claim, EchoDecision
from kittiwake.primitives.claims.showing import ClaimPage
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_date

WITHHELD = (
    "Withheld from you: whose account it is, where it was given, how it was put, what else was said and how it is graded, "
    "because you may not open that child’s record. Somebody who may see both decides: ask them, and say why you think it "
    "may be the same."
)


@dataclass(frozen=True)
class Account:
    title: str
    rows: list[SummaryRow]


@dataclass
class Pair:
    """`claim` is one the viewer may see; the other account may be of a child whom they may not."""

    claim: Claim
    echo: Echo
    viewer: Viewer
    at: datetime

    @property
    def mine(self) -> Account:
        return self._account(self.claim)

    @cached_property
    def seen(self) -> Claim | None:
        """The other account, for whoever may see it."""
        others = self.viewer.see(Claim).filter(pk=self.echo.claim_id)
        return others.select_related("child", "entry", "by").first() if self.echo.may_see else None

    @property
    def other(self) -> Account:
        if self.seen is not None:
            return self._account(self.seen)
        known = [("Kind", self.claim.get_kind_display()), ("Said on", long_date(self.echo.said_on))]
        return Account("The other account", [SummaryRow(key, value) for key, value in known])

    @property
    def withheld(self) -> str:
        return "" if self.seen is not None else WITHHELD

    @property
    def said(self) -> list[EchoDecision]:
        """What was said of the two before, oldest first, as far as the viewer may see it."""
        either = Q(claim=self.claim, other_claim=self.echo.claim_id) | Q(
            claim=self.echo.claim_id, other_claim=self.claim
        )
        return list(self.viewer.see(EchoDecision).filter(either).select_related("by").order_by("pk"))

    def _account(self, claim: Claim) -> Account:
        entry = claim.entry
        where = SummaryRow("Where it was said", f"{entry.summary}, {long_date(entry.happened_at)}")
        return Account(claim.child.name, [where, *ClaimPage(claim, self.viewer, self.at).rows])
