"""XML read record by record: flat in memory, refused when it is deep, and the same bytes whatever becomes of the file."""

from __future__ import annotations

import hashlib
import time
import tracemalloc
from pathlib import Path

import pytest

from kittiwake.exchange.formats.workforce_census.reading import read_census
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.unreadable import UnreadableFile

HEAD = (
    "<Message><Header><CollectionDetails><Collection>CSWW</Collection><ReferenceDate>2026-09-30</ReferenceDate>"
    "</CollectionDetails></Header><LALevelVacancies><NumberOfVacancies>1</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE>"
    "<NoAgencyHeadcount>1</NoAgencyHeadcount></LALevelVacancies>"
)
WORKER = "<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>AB{:010}</SWENo><FTE>1</FTE><Cases30>10</Cases30></CSWWWorker>"


def census_of(workers: int) -> bytes:
    return (HEAD + "".join(map(WORKER.format, range(workers))) + "</Message>").encode()


def peak_of(workers: int) -> int:
    source = open_source(census_of(workers), "census.xml", is_xml=True)
    tracemalloc.start()
    (census,) = read_census(source)
    assert sum(1 for worker in census if not worker.problem) == workers
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_a_census_twenty_times_as_long_takes_little_more_memory() -> None:
    """What grows is the set of registration numbers already met, and nothing else."""
    assert peak_of(20_000) - peak_of(1_000) < 19_000 * 400


def test_deep_xml_is_refused_before_it_costs() -> None:
    deep = HEAD.encode() + b"<CSWWWorker>" + b"<a>" * 2_000_000
    began = time.process_time()
    with pytest.raises(UnreadableFile, match="nested more than"):
        read_census(open_source(deep, "census.xml", is_xml=True))
    assert time.process_time() - began < 2


def test_a_workbook_in_place_of_a_census_is_said_to_be_one() -> None:
    found = Path(__file__).parents[2] / "tests" / "files" / "police_titled.xlsx"
    with pytest.raises(UnreadableFile, match="is a workbook, not an XML file"):
        read_census(open_source(found, is_xml=True))


def test_the_fingerprint_is_that_of_the_bytes_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Reference,Surname\n1,Wren\n")
    source = open_source(path)
    path.write_bytes(b"Reference,Surname\n2,Finch\n3,Kestrel\n")
    with source.open() as stream:
        content = stream.read()
    assert content == b"Reference,Surname\n1,Wren\n"
    assert source.sha256 == hashlib.sha256(content).hexdigest()


def test_so_it_is_with_a_long_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kittiwake.exchange.reading.source.IN_MEMORY", 10)
    test_the_fingerprint_is_that_of_the_bytes_that_are_read(tmp_path)
