"""B3: the same pages in the council of KITTIWAKE_HOME and in one ten times as large, each alone.

    python -m benchmarks.growth FOLDER

The other council is made as the first was (`benchmarks.inflate --children 600000 --log 50000000`). A program in each asks for
every page in turn, first in one and then in the other, as many rounds as pairs are timed of anything; the ratio is of the p95.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict

ROUNDS, OFTEN, TARGET = 7, 60, 1.2


def main() -> None:
    usual, tenfold = os.environ["KITTIWAKE_HOME"], sys.argv[1]
    p95: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _ in range(ROUNDS):
        small, large = measured(usual), measured(tenfold)
        for name in small:
            p95[name].append((small[name], large[name]))
    for name, pairs in p95.items():
        ratio = statistics.median(large / small for small, large in pairs)
        told = {
            "name": name.replace("B1", "B3", 1),
            "ratio": round(ratio, 2),
            "target": TARGET,
            "p95_ms": statistics.median(small for small, _ in pairs),
            "p95_tenfold_ms": statistics.median(large for _, large in pairs),
            "verdict": "met" if ratio <= TARGET else "missed",
            "load": round(os.getloadavg()[0], 1),
        }
        print(json.dumps(told), flush=True)


def measured(home: str) -> dict[str, float]:
    """p95 of each page in milliseconds."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.pages", "--p95", str(OFTEN)]
    environment = {**os.environ, "KITTIWAKE_HOME": home}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line["name"]: line["p95_ms"] for line in lines}


if __name__ == "__main__":
    main()
