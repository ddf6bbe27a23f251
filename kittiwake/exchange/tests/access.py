"""Who may open the pages of an import: whoever made it, and nobody else."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.exchange import recording
from kittiwake.exchange.child_lists import making
from kittiwake.exchange.child_lists import recording as child_lists
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.staff import recording as staff
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes

HEADINGS = "Force Ref,Surname,Forename(s),DOB,Missing Date,Missing Time,Reported Date,Reported Time"


def make(made: Made) -> None:
    """The analyst was sent a list with this child on it, and has not put it on the record yet."""
    day = f"{made.at - timedelta(days=20):%d/%m/%Y}"
    name = made.child.forenames.upper()  # what the file says is the analyst's own to read
    row = f"QZ/{made.child.pk}/26,MATRIX,{name},02/04/2011,{day},18:00,{day},19:00"
    source = open_source(f"{HEADINGS}\n{row}\n".encode(), f"{made.token}.csv")
    batch = recording.preview("police-missing", [source], by=made.people["analyst"], at=made.at)
    made["import"], made["file"], made["row"] = batch, batch.files.get(), batch.rows.get()
    person = f"Name,Email address,Role\nKim Fell,kim.{made.token.lower()}@saltmere.example,Quality auditor\n"
    people = open_source(person.encode(), "staff.csv")
    made["staff_list"] = staff.read(people, by=made.people["administrator"], at=made.at)
    made["lists"] = child_lists.ask(local_date(made.at), by=made.people["analyst"], at=made.at)
    making.make(lists_id=made["lists"].pk)


def _of_another(person: User, made: Made) -> str:
    return "" if made["import"].user_id == person.pk else "hidden"


def _lists_of_another(person: User, made: Made) -> str:
    return "" if made["lists"].user_id == person.pk else "hidden"


def _more_lists(made: Made, more: int) -> None:
    for number in range(more):
        on = local_date(made.at) - timedelta(days=1 + number)
        child_lists.ask(on, by=made.people["analyst"], at=made.at)


def _more_files(made: Made, more: int) -> None:
    for number in range(more):
        row = f"X{number},WREN,Ivy,17/05/2012,19/11/2025,18:00,19/11/2025,19:00"
        source = open_source(f"{HEADINGS}\n{row}\n".encode(), f"{number}.csv")
        recording.preview("police-missing", [source], by=made.people["analyst"], at=made.at)


def _more_rows(made: Made, more: int) -> None:
    """About the child, or perhaps about them."""
    row, child = made["row"], made.child
    about = [{"child": child}, {"candidates": [child.pk]}]
    ImportRow.objects.bulk_create(
        ImportRow(
            batch=row.batch,
            file=row.file,
            line=number,
            verdict=row.verdict,
            facts=row.facts,
            **about[number % 2],
        )
        for number in range(more)
    )


MINE = {"unless": _of_another, "of_a_child": False}
NO_CHILD = {"of_a_child": False}
LISTS = {"unless": _lists_of_another, "of_a_child": False}
PAGES = [
    lists("exchange:imports", Power.RUN_IMPORTS, grows=_more_files, at_most=11),
    writes("exchange:start", Power.RUN_IMPORTS),
    reads("exchange:import", Power.RUN_IMPORTS, pk="import", grows=_more_rows, at_most=16, **MINE),
    reads("exchange:progress", Power.RUN_IMPORTS, pk="import", **MINE),
    writes("exchange:columns", Power.RUN_IMPORTS, pk="import", file_pk="file", **MINE),
    writes("exchange:hidden", Power.RUN_IMPORTS, pk="import", **MINE),
    writes("exchange:decide", Power.RUN_IMPORTS, pk="import", row_pk="row", **MINE),
    writes("exchange:commit", Power.RUN_IMPORTS, pk="import", **MINE),
    writes("exchange:undo", Power.RUN_IMPORTS, pk="import", **MINE),
    writes("exchange:discard", Power.RUN_IMPORTS, pk="import", **MINE),
    writes("exchange:staff_lists", Power.ADMINISTER),
    reads("exchange:staff_list", Power.ADMINISTER, pk="staff_list", **NO_CHILD),
    writes("exchange:record_staff", Power.ADMINISTER, pk="staff_list", **NO_CHILD),
    writes("exchange:discard_staff", Power.ADMINISTER, pk="staff_list", **NO_CHILD),
    writes("exchange:lists", Power.MAKE_LISTS, grows=_more_lists, at_most=10),
    reads("exchange:child_lists", Power.MAKE_LISTS, pk="lists", **LISTS),
    reads("exchange:lists_file", Power.MAKE_LISTS, pk="lists", **LISTS),
]
