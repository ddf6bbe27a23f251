"""Two ways of doing the same, in turn, and the ratio of their times with its interval."""

from __future__ import annotations

import json
import os
import platform
import random
import statistics
import time
from collections.abc import Callable

PAIRS = 9
CONTROL = (0.9, 1.11)


def compare(
    name: str, ours: Callable[[], object], peer: Callable[[], object], *, target: float, **more: object
) -> None:
    """Print one line: ours beside the peer, and the peer beside itself. `target`: the ratio not to be passed."""
    ours(), peer()
    pairs = [(timed(ours), timed(peer)) for _ in range(PAIRS)]
    control = [timed(peer)[0] / timed(peer)[0] for _ in range(PAIRS)]
    ratios = [one[0] / other[0] for one, other in pairs]
    low, high = _interval(ratios)
    steady = CONTROL[0] <= _interval(control)[0] and _interval(control)[1] <= CONTROL[1]
    verdict = "met" if high <= target else "missed"
    print(
        json.dumps(
            {
                "name": name,
                "ratio": round(statistics.median(ratios), 2),
                "low": round(low, 2),
                "high": round(high, 2),
                "target": target,
                "ours_ms": round(statistics.median(one[0] for one, _ in pairs) * 1000, 2),
                "ours_cpu_ms": round(statistics.median(one[1] for one, _ in pairs) * 1000, 2),
                "peer_ms": round(statistics.median(other[0] for _, other in pairs) * 1000, 2),
                "verdict": verdict if steady else f"INCONCLUSIVE ({verdict})",
                "load": round(os.getloadavg()[0], 1),
                "python": platform.python_version(),
                **more,
            }
        ),
        flush=True,
    )


def timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def _interval(ratios: list[float]) -> tuple[float, float]:
    """Bootstrap, 95 %, of the median."""
    chance = random.Random(7)
    medians = sorted(statistics.median(chance.choices(ratios, k=len(ratios))) for _ in range(2000))
    return medians[50], medians[1949]
