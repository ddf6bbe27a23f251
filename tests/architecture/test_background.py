"""Every task is where a worker looks for it: one it does not know is never done."""

from __future__ import annotations

from conftest import ROOT
from kittiwake.config.background import modules

HOUSE = ROOT / "kittiwake"


def test_a_worker_knows_every_module_with_a_task() -> None:
    files = [file for file in HOUSE.rglob("*.py") if "@app.task" in file.read_text()]
    beside = {file for file in files if file.name != "tasks.py" and "tests" not in file.parts}
    names = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in beside}
    assert names == set(modules(demo=True))
    assert len(files) > len(beside) > 5
