"""The letter-to-evidence table: every reference is one, and each line opens to what the viewer may see of it."""

from __future__ import annotations

import re

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.areas.area import pages
from kittiwake.assurance.inspection.crosswalk.points import POINTS, Point
from kittiwake.assurance.inspection.figures import of_key
from kittiwake.assurance.inspection.tests.made import raised
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.assurance.letters.themes import TITLES
from kittiwake.primitives.measures.catalogue import links
from tests.cast import NOW, Cast, signed_in

# Numbers of the council's list: P01 to P84, each perhaps in several forms.
NUMBER = re.compile(r"P(0[1-9]|[1-7]\d|8[0-4])[b-z]?")
# Of these nothing is counted yet, and their pages say so. Whoever counts one takes it out here.
BARE = {"members", "exclusion", "schools"}


def names(points: list[Point], of: str) -> set[str]:
    return {name for point in points for name in getattr(point, of)}


def test_every_point_of_the_table_is_there_once() -> None:
    assert len(POINTS) == len({point.key for point in POINTS}) == 21


def test_every_page_link_and_theme_is_one() -> None:
    assert names(POINTS, "pages") <= pages().keys()
    assert names(POINTS, "links") <= {link.key for link in links()}
    assert names(POINTS, "themes") <= TITLES.keys()


def test_every_link_is_about_children() -> None:
    """What is about a worker is shown to who answers for them, on the board."""
    assert not [link.key for link in links() if link.of_workers and link.key in names(POINTS, "links")]


def test_every_page_opens_without_a_child() -> None:
    assert not [name for name in names(POINTS, "pages") if "<" in pages()[name].route]


def test_every_measure_is_of_the_councils_list() -> None:
    assert all(NUMBER.fullmatch(key) for key in names(POINTS, "measures"))


def test_every_point_is_counted_but_those_that_say_so() -> None:
    bare = {point.key for point in POINTS if not any(of_key(key) for key in point.measures)}
    assert bare <= BARE


def test_a_reference_that_is_none_is_found() -> None:
    wrong = [Point("x", "x", "x", ("nothing",), ("P99",), ("no.link",), ("no:page",))]
    assert not names(wrong, "pages") <= pages().keys()
    assert not names(wrong, "themes") <= TITLES.keys()
    assert not all(NUMBER.fullmatch(key) for key in names(wrong, "measures"))


@pytest.mark.parametrize("who", ["service_manager", "inspector", "member", "analyst"])
def test_each_line_opens(cast: Cast, who: str) -> None:
    client = signed_in(cast.user(who))
    table = client.get("/inspections/letter-to-evidence/").content.decode()
    for point in POINTS:
        assert point.said.replace("’", "’") in table
        assert f"/inspections/letter-to-evidence/{point.key}/" in table
    for point in POINTS[:4]:
        page = client.get(f"/inspections/letter-to-evidence/{point.key}/")
        assert page.status_code == 200
        assert point.shows in page.content.decode()


def test_there_is_no_page_for_a_point_there_is_not(cast: Cast) -> None:
    assert (
        signed_in(cast.user("inspector")).get("/inspections/letter-to-evidence/nothing/").status_code == 404
    )


def test_a_point_says_what_is_not_counted_and_what_letters_and_concerns_say(cast: Cast) -> None:
    with acting_as_system():
        raised(cast, point="schools", words="A few schools are silent")
        letter = Letter.objects.create(
            kind="monitoring", council="x", text="x", sha256="x", added_at=NOW, added_by=cast.system
        )
        for ordinal, who in enumerate(({"confirmed_at": NOW, "confirmed_by": cast.system}, {}), start=1):
            Statement.objects.create(
                letter=letter, ordinal=ordinal, text=f"Said {len(who)}", theme="education", proposed_reading="shortfall",
                reading="shortfall", **who,
            )  # fmt: skip
    page = signed_in(cast.user("director")).get("/inspections/letter-to-evidence/schools/").content.decode()
    assert "A few schools are silent" in page
    assert "No evidence stands with them" in page
    assert "Said 2" in page
    assert "Said 0" not in page  # nobody has confirmed it


def test_who_sees_no_child_is_shown_no_count_of_what_is_broken(cast: Cast) -> None:
    page = signed_in(cast.user("member")).get("/inspections/letter-to-evidence/allocated/").content.decode()
    assert "Of children you may see" not in page
    assert "Without a worker" not in page  # a page they may not open
    assert (
        "Of children you may see"
        in signed_in(cast.user("manager")).get("/inspections/letter-to-evidence/allocated/").content.decode()
    )
