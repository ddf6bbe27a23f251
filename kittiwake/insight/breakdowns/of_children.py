"""What the record itself holds of a child on a day, for figures to be cut by. Each is as of the day of the case.

Ages are those of published statistics of children in care; ethnic groups those of the census of England and Wales, in
which Chinese is Asian (the child-level lists of inspections count it with other groups).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.primitives.measures.dimension import GROUP, Dimension, as_number, in_force
from kittiwake.primitives.measures.tables import Tables, day
from kittiwake.record import codes
from kittiwake.record.models import Address, Child, Placement, Residence, Track

if TYPE_CHECKING:
    import ibis

YEAR = 1_00_00  # between two days as numbers
BANDS = {  # by the age before which it ends
    0: ("not_born", "Not yet born"),
    1: ("under_1", "Under 1"),
    5: ("1_to_4", "1 to 4"),
    10: ("5_to_9", "5 to 9"),
    16: ("10_to_15", "10 to 15"),
    18: ("16_to_17", "16 and 17"),
}
ADULT = ("18_over", "18 and over")
ETHNICITY = {
    "white": ("White", ["WBRI", "WIRI", "WIRT", "WROM", "WOTH"]),
    "mixed": ("Mixed or multiple ethnic groups", ["MWBC", "MWBA", "MWAS", "MOTH"]),
    "asian": ("Asian or Asian British", ["AIND", "APKN", "ABAN", "AOTH", "CHNE"]),
    "black": ("Black, Black British, Caribbean or African", ["BCRB", "BAFR", "BOTH"]),
    "other": ("Another ethnic group", ["OOTH"]),
    "refused": ("Refused to say", ["REFU"]),
}
# Of a child on several at once, the first counts.
TRACKS = ["in_care", "child_protection", "child_in_need", "care_leaver", "early_help"]
LONG_AGO = date(1900, 1, 1)
INWARD = 4  # of a postcode: a space and what comes after it


def _children(tables: Tables, days: ibis.Table) -> ibis.Table:
    child = tables(Child).select("born_on", "birth_is", "sex", "ethnicity", "disabilities", whose_id="id")
    return days.inner_join(child, days.whom == child.whose_id)


def _in_groups(rows: ibis.Table, group: ibis.Value) -> ibis.Table:
    return rows.select("whom", "on", **{GROUP: group})


def age(tables: Tables, days: ibis.Table) -> ibis.Table:
    import ibis

    rows = _children(tables, days)
    rows = rows.mutate(lived=as_number(rows.on) - as_number(rows.born_on))
    bands = [(rows.lived < before * YEAR, key) for before, (key, _) in BANDS.items()]
    unborn = (rows.birth_is == "due", BANDS[0][0])
    unknown = (rows.lived.isnull(), ibis.null("string"))
    return _in_groups(rows, ibis.cases(unknown, unborn, *bands, else_=ADULT[0]))


def sex(tables: Tables, days: ibis.Table) -> ibis.Table:
    rows = _children(tables, days)
    return _in_groups(rows, rows.sex.cases(("F", "F"), ("M", "M"), else_=None))


def ethnicity(tables: Tables, days: ibis.Table) -> ibis.Table:
    rows = _children(tables, days)
    pairs = [(code, key) for key, (_, several) in ETHNICITY.items() for code in several]
    return _in_groups(rows, rows.ethnicity.cases(*pairs, else_=None))


def disability(tables: Tables, days: ibis.Table) -> ibis.Table:
    import ibis

    rows = _children(tables, days)
    unsaid = (rows.disabilities.length() == 0, ibis.null("string"))
    none = (rows.disabilities.contains("NONE"), "no")
    return _in_groups(rows, ibis.cases(unsaid, none, else_="yes"))


def track(tables: Tables, days: ibis.Table) -> ibis.Table:
    held = tables(Track).select("kind", "starts_on", "ends_on", whose_id="child_id")
    then = in_force(held, days.on, starts="starts_on", ends="ends_on")
    rows = days.inner_join(held, [days.whom == held.whose_id, then])
    rows = rows.mutate(place=rows.kind.cases(*((kind, n) for n, kind in enumerate(TRACKS)), else_=None))
    first = rows.group_by("whom", "on").agg(place=rows.place.min())
    return _in_groups(first, first.place.cases(*enumerate(TRACKS), else_=None))


def area(tables: Tables, days: ibis.Table) -> ibis.Table:
    """Where they were placed on the day, or else lived: of several homes, the one they moved to last."""
    import ibis

    homes = _homes(tables)
    then = in_force(homes, days.on, starts="since", ends="ends_on")
    rows = days.inner_join(homes, [days.whom == homes.whose_id, then])
    order = [rows.is_placed.desc(), rows.since.desc(), rows.home_id.desc()]
    newest = ibis.window(group_by=[rows.whom, rows.on], order_by=order)
    rows = rows.mutate(from_newest=ibis.row_number().over(newest))
    rows, address = rows.filter(rows.from_newest == 0), tables(Address)
    address = address.filter(address.withdrawn_at.isnull() & (address.postcode.length() > INWARD))
    outward = address.postcode.substr(0, address.postcode.length() - INWARD)
    address = address.select(at_id="id", outward=outward)
    rows = rows.left_join(address, rows.address_id == address.at_id)
    return _in_groups(rows, rows.outward)


def _homes(tables: Tables) -> ibis.Table:
    import ibis

    home, placement = tables(Residence), tables(Placement)
    since = ibis.coalesce(home.starts_on, day(LONG_AGO))
    shape = {"home_id": "id", "whose_id": "child_id"}
    homes = home.select("address_id", "ends_on", **shape, since=since, is_placed=ibis.literal(0))
    placed = placement.select("address_id", "ends_on", **shape, since="starts_on", is_placed=ibis.literal(1))
    return homes.union(placed)


DIMENSIONS = [
    Dimension(
        "age",
        "Age",
        "child",
        age,
        dict([*BANDS.values(), ADULT]),
        "As old as they were on the day of the case.",
    ),
    Dimension(
        "sex",
        "Sex",
        "child",
        sex,
        {"F": "Female", "M": "Male"},
        "As it is recorded for the statutory returns.",
    ),
    Dimension(
        "ethnicity",
        "Ethnic group",
        "child",
        ethnicity,
        {key: words for key, (words, _) in ETHNICITY.items()},
        "The groups of the census: Chinese is counted as Asian. Not yet asked is not known.",
    ),
    Dimension(
        "disability",
        "Disability",
        "child",
        disability,
        {"yes": "Disabled", "no": "Not disabled"},
        "Disabled is any of the kinds of the children in need census. Where nobody has said, it is not known.",
    ),
    Dimension(
        "track",
        "Track",
        "child",
        track,
        {key: codes.TRACK.label(key) for key in TRACKS},
        "On the day of the case. Of a child on several at once, the first in this order counts.",
        unknown="None on the record",
    ),
    Dimension(
        "locality",
        "Area",
        "child",
        area,
        {},
        "The first half of the postcode of where they lived on the day of the case: their placement, or else their home. Where "
        "no address is held it is not known.",
    ),
]
