"""Adding an area is: make its folder, put it into the layer contract, measure it. docs/guides/add-a-practice-area.md in a test.

The folder beside this file is put among the practice areas of a copy of the house, with its one line in the contract and the
floor that measuring it wrote, and nothing else is touched. What is asked of it there is in its own tests, as for every area.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

FOLDER = Path(__file__).parent / "mentoring"
CONTRACT = "containers = kittiwake.practice\nlayers =\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    house = tmp_path_factory.mktemp("house")
    for name in ("kittiwake", "tests"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("built"))
    for name in ("conftest.py", "pyproject.toml", ".importlinter", "script"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, house / name)
    shutil.copytree(FOLDER, house / "kittiwake" / "practice" / "mentoring")
    contract = (house / ".importlinter").read_text()
    assert contract.count(CONTRACT) == 1
    (house / ".importlinter").write_text(contract.replace(CONTRACT, CONTRACT + "    mentoring\n"))
    floor = house / "tests" / "coverage.json"
    floor.write_text(json.dumps({**json.loads(floor.read_text()), "practice/mentoring": {}}))
    return house


def run(house: Path, *command: str, **more: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(house), **more}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_imports_of_the_house_still_go_down(house: Path) -> None:
    run(house, str(Path(sys.executable).parent / "lint-imports"))


def test_it_is_found_everywhere(house: Path, empty_database: str) -> None:
    tests = ["kittiwake/practice/mentoring", "tests/matrix", "tests/architecture", "tests/broken_links"]
    only = ["-k", "mentoring or architecture", "-p", "no:randomly"]
    run(house, sys.executable, "-m", "pytest", *tests, *only, KITTIWAKE_TESTS_FROM=empty_database)
