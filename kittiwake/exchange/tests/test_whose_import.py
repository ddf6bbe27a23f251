"""Who may decide on an import that was made on the command line, and how previews left behind are found; hidden sheets."""

from __future__ import annotations

from uuid import uuid4

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.exchange import recording
from kittiwake.exchange import summary as telling
from kittiwake.exchange.models import HeldFile, Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import reference_files, workbook_of_sheets
from kittiwake.exchange.tests.police_lists import ASH, HEADINGS, STRANGER, a_list, piles
from tests.cast import NOW, Cast, signed_in


def test_an_import_in_nobody_s_name_is_for_all_who_run_imports(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.system, at=NOW)
    assert (
        "A new episode for Ash Alder"
        in signed_in(cast.user("analyst")).get(f"/imports/{batch.pk}/").content.decode()
    )
    assert "from the command line" in signed_in(cast.user("support")).get("/imports/").content.decode()
    assert signed_in(cast.user("outsider")).get(f"/imports/{batch.pk}/").status_code == 403
    with acting_as(cast.user("outsider")):
        assert not Import.objects.exists()
    with acting_as(cast.user("analyst")):
        assert Import.objects.get().rows.exists()


def test_an_import_in_somebody_s_name_is_theirs(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert signed_in(cast.user("support")).get(f"/imports/{batch.pk}/").status_code == 404


def test_previews_left_behind_are_found_and_thrown_away(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.system, at=NOW)
    with acting_as_system():
        (found,) = telling.open_imports()
    assert (found["import_id"], found["address"]) == (batch.pk, f"/imports/{batch.pk}/")
    recording.discard(batch, by=cast.system, at=NOW)
    with acting_as_system():
        assert telling.open_imports() == []
    assert not HeldFile.objects.exists()


def hidden_list() -> bytes:
    return workbook_of_sheets({"Shown": [HEADINGS, ASH], "Old": [HEADINGS, STRANGER]}, hidden=["Old"])


def test_rows_of_a_hidden_sheet_are_said_and_taken_only_when_a_person_says_so(cast: Cast) -> None:
    source = open_source(hidden_list(), "list.xlsx")
    batch = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == {"new": 1}
    assert telling.summary(batch)["files"][0]["hidden_rows"] == 1
    client = signed_in(cast.user("analyst"))
    assert (
        "Its 1 rows are not taken unless you say so" in client.get(f"/imports/{batch.pk}/").content.decode()
    )
    sent = client.post(f"/imports/{batch.pk}/hidden-rows/", {"once": str(uuid4())})
    assert piles(Import.objects.get(pk=int(sent["Location"].split("/")[2]))) == {"new": 2}
    assert Import.objects.get(pk=batch.pk).discarded_at


def test_a_hidden_sheet_that_others_sent(cast: Cast) -> None:
    source = open_source(reference_files("17_odd_inputs", "p29_hidden_sheet.xlsx"))
    batch = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW)
    assert batch.files.get().hidden_rows > 0
    with_it = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW, with_hidden=True)
    assert with_it.rows.count() == batch.rows.count() + batch.files.get().hidden_rows
