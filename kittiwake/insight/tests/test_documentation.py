"""What is printed of each measure is what is declared, and its example what is counted."""

from __future__ import annotations

import json
import os
from runpy import run_path
from typing import Any

from conftest import ROOT
from kittiwake.insight import counting
from kittiwake.insight.behind import MOST_TAKEN_AWAY
from kittiwake.insight.counting import Case
from kittiwake.insight.documentation.examples import FILE
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.insight.words import counted, rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Child, Worker
from kittiwake.ui.dates import long_date
from tests.cast import Cast

MADE_BY = "script/measures.py"
WRITE = "KITTIWAKE_WRITE_EXAMPLES"


def drawn() -> dict[str, Any]:
    children = {child.pk: child.name for child in Child.objects.all()}
    workers = {worker.pk: worker.name for worker in Worker.objects.all()}

    def who(case: Case) -> str:
        return children.get(case.child_id or 0) or workers.get(case.worker_id or 0) or "Nobody"

    def example(measure: Measure) -> dict[str, Any]:
        cases = counting.rows(measure, FIRST, LAST, many=MOST_TAKEN_AWAY)
        (figure,) = counting.figures(measure, FIRST, LAST)
        return {
            "period": f"{long_date(FIRST)} to {long_date(LAST)}",
            "cases": sorted(
                [[who(case), long_date(case.on), counted(measure, case)] for case in cases],
                key=lambda case: (int(case[1].split()[0]), case),
            ),
            "figure": said(measure, figure),
            "rests_on": rests_on(measure, figure),
        }

    return {key: example(measure) for key, measure in catalogue.measures().items()}


def test_each_example_is_the_drawn_world_as_it_is_counted(world: Cast) -> None:
    text = json.dumps(drawn(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(WRITE):
        FILE.write_text(text)
    assert FILE.read_text() == text, (
        f"Run {WRITE}=yes script/test {__file__}, then {MADE_BY}, and read what differs."
    )


def test_the_paper_is_up_to_date() -> None:
    script = run_path(str(ROOT / MADE_BY))
    assert script["PAPER"].read_text() == script["text"](), f"Run .venv/bin/python {MADE_BY}."


def test_the_paper_says_all_that_a_measure_says_of_itself() -> None:
    paper = run_path(str(ROOT / MADE_BY))["text"]()
    for measure in catalogue.measures().values():
        for words in (measure.title, measure.why, measure.numerator, measure.denominator, measure.author):
            assert words in paper, measure.key
