"""Several ways of doing the same, in turn, and the ratio of their times with its interval."""

from __future__ import annotations

import json
import os
import platform
import random
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

PAIRS = 9
CONTROL = (0.9, 1.11)
WORTH_TIMING = 0.05  # seconds of the processor
MOST_OFTEN = 20
NANOSECONDS = 1_000_000_000
Work = Callable[[], object]


@dataclass(frozen=True)
class Took:
    """Seconds by the clock, and of the processor: of this process and of the one in the database that serves it."""

    wall: float
    cpu: float


def compare(
    name: str,
    ours: Work,
    peer: Work,
    *,
    target: float,
    beside: Mapping[str, Work] | None = None,
    **more: object,
) -> None:
    """Print one line: ours beside the peer, and the peer beside itself. `target`: the ratio not to be passed.

    `beside`: other ways of doing it, timed in the same rounds and printed for comparison only.
    """
    ways = {"ours": ours, "peer": peer, "again": peer, **(beside or {})}
    often = {way: _often(work) for way, work in ways.items()}
    rounds = [{way: timed(work, often[way]) for way, work in ways.items()} for _ in range(PAIRS)]
    by_clock, by_cpu = ([getattr(one["ours"], what) / getattr(one["peer"], what) for one in rounds]
                        for what in ("wall", "cpu"))  # fmt: skip
    control = _interval([one["again"].cpu / one["peer"].cpu for one in rounds])
    low, high = _interval(by_cpu)
    verdict = "met" if high <= target else "missed"
    is_steady = CONTROL[0] <= control[0] and control[1] <= CONTROL[1]
    line = {
        "name": name,
        # Of processor time: by the clock another program on the machine decides.
        "ratio": round(statistics.median(by_cpu), 2),
        "low": round(low, 2),
        "high": round(high, 2),
        "target": target,
        "verdict": verdict if is_steady else f"INCONCLUSIVE ({verdict})",
        "ratio_by_clock": round(statistics.median(by_clock), 2),
        "interval_by_clock": [round(end, 2) for end in _interval(by_clock)],
        "control": [round(end, 2) for end in control],
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        **more,
    }
    for way in ("ours", "peer", *(beside or {})):
        line |= _milliseconds(way, [one[way] for one in rounds])
    print(json.dumps(line), flush=True)


def _milliseconds(way: str, times: list[Took]) -> dict[str, float]:
    return {
        f"{way}_ms": round(statistics.median(one.wall for one in times) * 1000, 2),
        f"{way}_cpu_ms": round(statistics.median(one.cpu for one in times) * 1000, 2),
    }


def alone(work: Work, times: int = 100) -> dict[str, float]:
    """What it takes by the clock when nobody else asks, the same again and again."""
    cuts = statistics.quantiles((timed(work).wall for _ in range(times)), n=100)
    return {f"p{part}_ms": round(cuts[part - 1] * 1000, 1) for part in (50, 95)}


def _often(work: Work) -> int:
    """How often in a round: what takes a moment, as often as makes it worth timing. Warms up."""
    work()
    return max(1, min(MOST_OFTEN, round(WORTH_TIMING / timed(work).cpu)))


def timed(work: Work, often: int = 1) -> Took:
    """Of one time."""
    of_database = _backend()
    wall, cpu, backend = time.perf_counter(), time.process_time(), _processor_time(of_database)
    for _ in range(often):
        work()
    took = time.perf_counter() - wall
    processor = time.process_time() - cpu + _processor_time(of_database) - backend
    return Took(took / often, processor / often)


def _backend() -> int | None:
    """The process of the database that this one's connection speaks to, where it runs on this machine."""
    from django.db import connection

    if connection.connection is None or connection.connection.closed:
        return None
    pid: int = connection.connection.info.backend_pid
    return pid


def _processor_time(pid: int | None) -> float:
    """Seconds; Linux counts them to the nanosecond. Nothing where the process is not of this machine, or elsewhere."""
    if pid is None:
        return 0
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / NANOSECONDS
    except (OSError, IndexError):
        return 0


def _interval(ratios: list[float]) -> tuple[float, float]:
    """Bootstrap, 95 %, of the median."""
    chance = random.Random(7)
    medians = sorted(statistics.median(chance.choices(ratios, k=len(ratios))) for _ in range(2000))
    return medians[50], medians[1949]
