"""A figure of others never stands without its year and where it is published."""

from __future__ import annotations

import re

import pytest

from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Benchmark

FIGURE = re.compile(r"\d\.\d+ ?%|nationally|on average")


def test_a_benchmark_says_its_year_whose_it_is_and_where_it_is_published() -> None:
    said = str(Benchmark("16.0", of="England", on="30 September 2023", source="The census", beside="Of all."))
    assert said == "16.0 in England, 30 September 2023 (The census). Of all."


@pytest.mark.parametrize("lacks", ["of", "on", "source"])
def test_one_that_does_not_is_refused(lacks: str) -> None:
    facts = {"of": "England", "on": "2023", "source": "The census"}
    with pytest.raises(ValueError, match="needs a year, whose it is and a source"):
        Benchmark("16.0", **{**facts, lacks: ""})


def test_no_measure_hides_a_figure_of_others_in_its_source() -> None:
    hidden = {key: one.source for key, one in catalogue.measures().items() if FIGURE.search(one.source)}
    assert hidden == {}
