"""What the tests reach has a floor for each package, which only rises; rules, recording, access and clocks are whole."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.architecture.source import KITTIWAKE

ROOT = KITTIWAKE.parent


@pytest.fixture
def floor(tmp_path: Path) -> ModuleType:
    """script/coverage, over a floor of its own."""
    spec = importlib.util.spec_from_file_location("coverage_floor", ROOT / "script" / "coverage_floor.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.FLOOR = tmp_path / "coverage.json"
    module.FLOOR.write_text("{}")
    return module


def file(reached: int, of: int) -> dict[str, Any]:
    summary = {"covered_lines": reached, "num_statements": of, "covered_branches": 0, "num_branches": 0}
    return {"summary": summary, "missing_lines": list(range(of - reached)), "missing_branches": []}


def test_every_package_has_its_floor_and_no_other_has(floor: ModuleType) -> None:
    """A new one is measured before it is there: script/coverage <package>. None is taken away."""
    floors = json.loads((ROOT / "tests" / "coverage.json").read_text())
    assert sorted(floors) == floor.packages()


def test_it_says_which_package_has_none(floor: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    measured = [name for name in floor.packages() if name != "practice/missing"]
    floor.FLOOR.write_text(json.dumps({name: {floor.REST: 100.0} for name in measured}))
    assert floor.main(["--unmeasured"]) == 1
    assert capsys.readouterr().out == (
        "These have no floor; measure them: script/coverage practice/missing\n"
    )
    floor.FLOOR.write_text(json.dumps({name: {} for name in floor.packages()}))
    assert floor.main(["--unmeasured"]) == 0


def test_each_is_measured_by_tests_that_are_there(floor: ModuleType) -> None:
    """Beside it; or elsewhere, where only the parts joined can be tried."""
    for name in floor.packages():
        paths = [ROOT / path for path in floor.tests_of(name)]
        assert all(path.is_file() or any(path.glob("**/test_*.py")) for path in paths), name


def test_what_is_to_be_reached_whole_is(floor: ModuleType) -> None:
    floors = json.loads((ROOT / "tests" / "coverage.json").read_text())
    short = {name: parts for name, parts in floors.items() if parts.get(floor.WHOLE, 100.0) < 100.0}
    assert short == {}


@pytest.mark.parametrize(
    ("path", "is_whole"),
    [
        ("kittiwake/practice/missing/rules.py", True),
        ("kittiwake/practice/missing/escalation/recording.py", True),
        ("kittiwake/record/recording/lines.py", True),
        ("kittiwake/access/views.py", True),
        ("kittiwake/primitives/clocks/duties/__init__.py", True),
        ("kittiwake/practice/duties/views.py", True),
        ("kittiwake/practice/missing/views.py", False),
        ("kittiwake/practice/missing/events.py", False),
    ],
)
def test_what_that_is(floor: ModuleType, path: str, is_whole: bool) -> None:
    assert (floor.WHOLE in floor.by_part({path: file(1, 1)})) is is_whole


def test_the_floor_rises_with_what_is_reached_and_stays_where_less_is(
    floor: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    rules, views = "kittiwake/practice/x/rules.py", "kittiwake/practice/x/views.py"
    assert floor.hold("practice/x", {rules: file(10, 10), views: file(5, 10)})
    stands = {"practice/x": {floor.WHOLE: 100.0, floor.REST: 50.0}}
    assert json.loads(floor.FLOOR.read_text()) == stands
    assert not floor.hold("practice/x", {rules: file(9, 10), views: file(8, 10)})
    assert json.loads(floor.FLOOR.read_text()) == stands
    assert f"  {rules}: 0" in capsys.readouterr().out
    assert floor.hold("practice/x", {rules: file(10, 10), views: file(8, 10)})
    assert json.loads(floor.FLOOR.read_text())["practice/x"][floor.REST] == 80.0
