"""Seeded chance, in the shapes real councils show (magnitudes only; see the decision record on the made-up council)."""

from __future__ import annotations

import math
from datetime import datetime, time, timedelta
from random import Random
from typing import TypeVar

from faker import Faker

from kittiwake.time.moments import LONDON

Item = TypeVar("Item")
SEED = 20231011


class Chance:
    """One stream of chance: the same seed makes the same council."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = Random(seed)
        self.faker = Faker("en_GB")
        self.faker.seed_instance(seed)
        self.number = 0

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, of: list[Item]) -> Item:
        return self.random.choice(of)

    def child_id(self) -> str:
        self.number += 1
        return f"S{100000 + self.number * 7}"

    def phone(self) -> str:
        """Ofcom's numbers for drama: nobody has them."""
        return f"07700 900{self.random.randrange(1000):03d}"

    def episodes(self) -> int:
        """How often a child who goes missing does so in eighteen months: skewed, a few carry dozens."""
        mean, dispersion = 3.0, 0.5
        rate = self.random.gammavariate(dispersion, mean / dispersion)
        return 1 + min(self._poisson(rate), 40)

    def _poisson(self, rate: float) -> int:
        limit, count, product = math.exp(-rate), 0, self.random.random()
        while product > limit:
            count += 1
            product *= self.random.random()
        return count

    def evening(self, day: datetime) -> datetime:
        """Children mostly go between 18:00 and 02:00."""
        start = datetime.combine(day.date(), time(18), LONDON)
        return start + timedelta(minutes=int(self.random.triangular(0, 480, 180)))

    def hours_missing(self) -> float:
        """Log-normal, median about six hours, one in eight over a day."""
        return min(self.random.lognormvariate(math.log(6), 1.15), 24 * 12)

    def grade(self) -> str:
        return self.random.choices(["medium", "high", "low"], [80, 10, 10])[0]
