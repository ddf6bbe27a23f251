"""How many children a worker holds, by count and by weight, and how many they may hold. Pure.

The usual caseload, the weights and the newly qualified worker's share are the council's own, dated (CaseloadRule). About
nine tenths of the usual caseload is the programme norm for newly qualified workers, not law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kittiwake.ui.dates import counted

NO_TRACK = ""


@dataclass(frozen=True)
class Agreed:
    """What holds on a day."""

    starts_on: date
    usual: Decimal
    protected_share: Decimal
    weights: Mapping[str, float] = field(default_factory=dict)
    source: str = "Local"
    most_managed: int | None = None  # people to a whole-time manager

    def weight(self, track: str) -> Decimal:
        return Decimal(str(self.weights.get(track, 1)))

    def heaviest(self, tracks: Iterable[str]) -> Decimal:
        """What a child on these tracks weighs: 1 on none."""
        return max(map(self.weight, tracks), default=Decimal(1))


# Until a council records its own: the national caseload of 2023 as the usual, and the norm of the programme.
START = Agreed(
    date(2000, 1, 1),
    Decimal(16),
    Decimal("0.9"),
    source="Until the council agrees its own: average caseload of the 2023 workforce census; newly qualified workers "
    "about 90% of the usual (programme norm)",
)


@dataclass(frozen=True)
class Caseload:
    """`tracks`: how many children, by what weighs most of each. `fte` None: not known, taken for whole time."""

    tracks: Mapping[str, int]
    agreed: Agreed
    fte: Decimal | None = None
    newly_qualified: bool = False

    @property
    def children(self) -> int:
        return sum(self.tracks.values())

    @property
    def weighted(self) -> Decimal:
        return sum((self.agreed.weight(track) * many for track, many in self.tracks.items()), Decimal(0))

    @property
    def usual(self) -> Decimal:
        return self.agreed.usual * (1 if self.fte is None else self.fte)

    @property
    def cap(self) -> Decimal | None:
        """A newly qualified worker's protected caseload; nobody else has a cap."""
        return self.usual * self.agreed.protected_share if self.newly_qualified else None

    @property
    def source(self) -> str:
        if self.agreed is START:
            return START.source
        return f"{self.agreed.source}, from {self.agreed.starts_on:%-d %B %Y}"

    @property
    def is_full(self) -> bool:
        """Whether another child, of weight 1, would pass the cap."""
        return self.over(1)

    def __str__(self) -> str:
        said = counted(self.children, "child", "children")
        if self.weighted != self.children:
            said += f", {self.weighted.normalize():f} by weight"
        return f"{said}, of at most {self.cap.normalize():f}" if self.cap is not None else said

    def over(self, adding: Decimal | int = 0) -> bool:
        """Whether the cap is passed, with `adding` more of weight 1."""
        return self.cap is not None and self.weighted + adding > self.cap
