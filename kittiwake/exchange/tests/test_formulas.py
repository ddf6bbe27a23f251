"""A cell with a formula that nobody ever worked out is not an empty cell: its row is doubted, wherever it is read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.formats.annex_a.tests.test_rows import IN_NEED, IVY, TAM, changed
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from kittiwake.exchange.summary import summary
from kittiwake.exchange.tests.police_lists import ASH, HEADINGS, STRANGER
from tests.cast import NOW, Cast, signed_in

BIRTH = HEADINGS.index("DOB")


def previewed(cast: Cast, key: str, data: bytes) -> Import:
    return recording.preview(key, [open_source(data, "list.xlsx")], by=cast.user("analyst"), at=NOW)


def police(born: str) -> bytes:
    row = [*STRANGER[:BIRTH], born, *STRANGER[BIRTH + 1 :]]
    return workbook_of_sheets({"List": [HEADINGS, ASH, row]})


def worked_out(data: bytes, to: str) -> bytes:
    """As Excel would save it: each formula with what it came to."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(
                name,
                re.sub(
                    r"(<c [^>]*)>(<f>[^<]*</f>)<v ?/>|(<c [^>]*)>(<f>[^<]*</f>)<v></v>",
                    rf'\1\3 t="str">\2\4<v>{to}</v>',
                    part,
                ),
            )
    return out.getvalue()  # fmt: skip


def test_it_is_said_of_the_row_in_words_in_json_and_on_the_page(cast: Cast) -> None:
    batch = previewed(cast, "police-missing", police("=TODAY()-5000"))
    told = summary(batch)
    first, second = told["verdicts"]
    assert not any("formula" in doubt for doubt in first["doubts"])
    assert any(
        "Row 3 holds a formula that was never worked out under ‘DOB’" in one for one in second["doubts"]
    )
    assert "never worked out" in second["message"]
    page = signed_in(cast.user("analyst")).get(f"{batch.get_absolute_url()}?pile={second['verdict']}")
    assert "Row 3 holds a formula that was never worked out" in page.content.decode()


@pytest.mark.parametrize("result", ["17/05/2012", ""])
def test_one_that_was_worked_out_is_read_like_any_other_cell(cast: Cast, result: str) -> None:
    batch = previewed(cast, "police-missing", worked_out(police('=""'), result))
    assert not any("formula" in doubt for one in summary(batch)["verdicts"] for doubt in one["doubts"])


def test_it_is_said_in_ofsted_s_lists_too(cast: Cast) -> None:
    lists = {"List 6": [IN_NEED, IVY, changed(TAM, IN_NEED, Date_Child_Was_Last_Seen="=F2+30")]}
    rows = summary(previewed(cast, "annex-a", workbook_of_sheets(lists)))["verdicts"]
    assert rows[0]["doubts"] == []
    assert "‘Date Child Was Last Seen’" in rows[1]["doubts"][0]


def test_a_row_of_nothing_but_such_formulas_does_not_vanish(cast: Cast) -> None:
    empty = ["=A2", "=B2"]
    data = workbook_of_sheets({"List": [HEADINGS, ASH, empty, STRANGER, empty]})
    batch = previewed(cast, "police-missing", data)
    left_out = batch.files.get().left_out
    assert [line for line, _ in left_out] == [3, 5]
    assert all("never worked out" in why for _, why in left_out)


def test_a_sheet_with_an_odd_name_is_looked_at(cast: Cast) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Missing & <found> ‘26’"
    for row in (HEADINGS, ASH, [*STRANGER[:BIRTH], "=1+1", *STRANGER[BIRTH + 1 :]]):
        book.active.append(row)
    book.save(stream := BytesIO())
    batch = previewed(cast, "police-missing", stream.getvalue())
    assert summary(batch)["doubted"] == 1
