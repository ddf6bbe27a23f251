"""A published questionnaire is never edited, and one that would score wrongly is never used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.library import FOLDER, SUMS, Unreadable, read_folder
from kittiwake.primitives.instruments.parsing import read
from kittiwake.primitives.instruments.tests.answering import FILES

# A second place on purpose: who edits a file and its line in published.txt together still meets this.
PUBLISHED = {
    "adult_readiness.v1": "7f5dd15a48f1eef2e56b78949dc410f82c83a5d9e39c19c1511fb1c1550cf35b",
    "dip_sample.v1": "c0cea73c47981918b945eb2751870b076054ec78af6e0fc61213dd8e94190e9a",
    "exploitation_risk.v1": "0c2f58d8cc60273c63fe618486940d01b3bbf147591b16f03973828872c3bfe7",
    "exploitation_risk.v2": "d374ad314962379a833ca892fd211fe018788b97bc47fd3ecca53d7795e483fc",
    "exploitation_screening.v1": "95166b85c04d333ea5c199f972c77ae33e7160157ce83fd204bd2dcb4a6989c2",
    "peer_group_context.v1": "e6a14353b1bddc5df3fa63aeb24a3af12417eed86fc086be30456f0de84502ba",
    "peer_group_context.v2": "a748d39b99c2e0ae66e3a3c7103872066d994d3f84a69bdaa8ab2dd8ebda48f0",
    "place_context.v1": "3f527f58b48c22c50882fc39167df28f9e921970077e77849f6e91e12b8f52d0",
    "place_context.v2": "69642445b53da0eeb1257c89ab569a78f44a381c240912545a545f910df5b97e",
    "practice_audit.v1": "5af096b1510c933c240e396b7c4821c02802ed70c347b572fad1cf2d161e2813",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "library")
    return tmp_path / "library"


def test_every_published_version_is_as_it_was_published() -> None:
    sums = {
        f"{instrument.key}.v{instrument.version}": instrument.checksum
        for instrument in library.published().values()
    }
    assert {name: sums.get(name) for name in PUBLISHED} == PUBLISHED
    assert sums.keys() == PUBLISHED.keys()


def test_an_edited_file_is_refused(folder: Path) -> None:
    file = folder / "exploitation_risk.v1.toml"
    file.write_text(file.read_text().replace("points = 4", "points = 3", 1))
    with pytest.raises(Unreadable, match=r"exploitation_risk\.v1\.toml was changed after it was published"):
        read_folder(folder)


def test_a_file_that_is_gone_is_missed(folder: Path) -> None:
    (folder / "place_context.v1.toml").unlink()
    with pytest.raises(Unreadable, match="was published and is missing"):
        read_folder(folder)


def test_a_file_nobody_published_is_not_used(folder: Path) -> None:
    shutil.copy(FILES / "published_matrix.v1.toml", folder)
    with pytest.raises(Unreadable, match=f"has not been published: add its sha256 to {SUMS}"):
        read_folder(folder)


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("points = 6", "points = -6", "takes points away"),
        ('key = "s2"', 'key = "s1"', "s1 is asked twice"),
        ("at_least = 6", "at_least = 11", "its bands must start at 0"),
        ("at_least = 0", "at_least = 1", "its bands must start at 0"),
        ('scale = "sign"', 'choices = []\nkind = "choice"', "has nothing to choose from"),
        ('scale = "sign"', 'scale = "sgn"', "cannot be read"),
        ('key = "s3"', 'key = "s3"\nwhen = { question = "s4", is = ["no"] }', "which is not asked before it"),
        ('key = "s3"', 'key = "s3"\nwhen = { question = "s1", is = ["maybe"] }', "is not an answer to s1"),
        ('key = "s3"', 'key = "s3"\nwhen = { question = "s1", is = ["no", "both"] }', "depends on more than one answer"),
        ("points = 6", 'points = 6\nfloor = "dreadful"', "which is not one of its bands"),
        ("points = 1\n", 'points = 1\nfloor = "significant"\n', "counts more than another and allows a lower band"),
        ('version = 1', 'version = ', "cannot be read"),
        ('author = "Tests"\n', '', "cannot be read"),
    ],
)  # fmt: skip
def test_a_file_that_would_score_wrongly_is_refused(was: str, now: str, words: str) -> None:
    text = (FILES / "published_matrix.v1.toml").read_text()
    assert was in text
    with pytest.raises(Unreadable, match=words):
        read(text.replace(was, now, 1).encode(), "published_matrix.v1.toml")


def test_every_questionnaire_says_where_it_comes_from_and_when_it_is_looked_at_again() -> None:
    for instrument in library.published().values():
        assert instrument.sources, instrument.key
        assert instrument.author, instrument.key
        assert instrument.reviewed_on < instrument.review_on, instrument.key
        assert all(band.response for band in instrument.bands), instrument.key


def test_there_is_no_such_questionnaire() -> None:
    with pytest.raises(LookupError, match="There is no questionnaire called horoscope"):
        library.latest("horoscope")
