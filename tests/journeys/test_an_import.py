"""A police list is put on the record by a worker in the background, while the page tells how far it is."""

from __future__ import annotations

from tests.journeys.conftest import run


def test_a_list_is_recorded_and_undone_in_the_background(visitor, site, tmp_path) -> None:
    headings = "Force Ref,Surname,Forename(s),DOB,Missing Date,Missing Time,Reported Date,Reported Time"
    path = tmp_path / "list.csv"
    path.write_text(f"{headings}\nQQ/7/26,PLOVER,Wim,02/04/2012,20/11/2026,18:00,20/11/2026,19:00\n")

    # Given a list somebody was sent
    analyst = visitor("analyst")
    analyst.opens("/imports/file/")
    analyst.page.locator("input[type=file]").set_input_files(path)
    analyst.chooses("What is in the file?", "Police list of missing children")
    analyst.presses("Read the file")
    analyst.sees("Wim")

    # When they ask for it to be put on the record, and a worker comes
    analyst.presses("Put them on the record")
    analyst.presses("Put them on the record")
    analyst.sees("It will begin in a moment")
    run(site.environment, "-m", "kittiwake.cli", "worker", "--once")

    # Then the page says so by itself
    analyst.sees("Recorded")
    analyst.follows("Undo the whole import")
    analyst.presses("Undo it")
    run(site.environment, "-m", "kittiwake.cli", "worker", "--once")
    analyst.sees("Undone")
