"""The two files with which a council begins: whom it works with, and who was reported missing."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from kittiwake.time.moments import LONDON

BORN = date(2012, 5, 17)
CHILD, GIVEN, FAMILY = "K501", "Ivy", "Wren"


def write_annex_a(path: Path, *, team: str, worker: str, today: date) -> Path:
    """List 6, children in need: one child, whose team and worker are known already."""
    since, seen = today - timedelta(days=200), today - timedelta(days=9)
    headings = {
        "Child Unique ID": CHILD, "Gender": "F", "Ethnicity": "WBRI", "Date of Birth": BORN, "Age of Child (Years)": 14,
        "CIN Start Date": since, "Primary Need Code": "N1", "Date Child Was Last Seen": seen, "CIN Closure Date": "",
        "Reason for Closure": "", "Case Status": "Child in need", "Allocated Team": team, "Allocated Worker": worker,
    }  # fmt: skip
    path.write_bytes(workbook_of_sheets({"List 6": [list(headings), list(headings.values())]}))
    return path


def write_police_list(path: Path, *, reference: str, back: datetime) -> Path:
    """One child, away for six hours, and back."""
    seen = back.astimezone(LONDON) - timedelta(hours=6)
    row = {"Force Ref": reference, "Surname": FAMILY.upper(), "Forename(s)": GIVEN, "DOB": f"{BORN:%d/%m/%Y}"}
    for what, at in (("Missing", seen), ("Reported", seen), ("Found", back.astimezone(LONDON))):
        row |= {f"{what} Date": f"{at:%d/%m/%Y}", f"{what} Time": f"{at:%H:%M}"}
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([row.keys(), row.values()])
    return path
