"""Who a child is and where they live, as their page says it in a line; and the same in the picture of their year."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape

import pytest
from django.test import RequestFactory

from kittiwake.access.viewer import Viewer
from kittiwake.desk import navigation
from kittiwake.desk.child_page.year import Year
from kittiwake.practice.loop.tests.test_loop import page
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Child, Residence
from tests.cast import NOW, Cast

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def shown(cast: Cast, **facts: object) -> str:
    Child.objects.filter(pk=cast.ash.pk).update(**facts)
    return unescape(page(cast, "worker", cast.ash.get_absolute_url()))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"born_on": None}, "Date of birth not known"),
        ({"born_on": date(2027, 2, 3), "birth_is": "due"}, "Due 3 February 2027"),
        ({"birth_is": "approximate"}, "about 15 years old, born about 2 April 2011"),
        ({"sex": "F", "gender": "02"}, "Female; says of themselves: "),
    ],
)
def test_what_is_not_known_for_certain_is_not_said_as_if_it_were(
    cast: Cast, facts: dict[str, object], said: str
) -> None:
    assert said in shown(cast, **facts)


def placed(cast: Cast) -> None:
    more = {"home_name": "Heron House", "out_of_area": True, "carer_phone": "01632 960001"}
    starts_on = TODAY - timedelta(days=30)
    record.place(cast.ash, starts_on=starts_on, kind="K2", **more, by=cast.system, at=NOW)


def at_home(cast: Cast) -> None:
    address = Address.objects.create(line="7 Quay Street", postcode="ZZ99 3VZ")
    since = TODAY - timedelta(days=30)
    Residence.objects.create(child=cast.ash, address=address, starts_on=since, recorded_at=NOW)


@pytest.mark.parametrize(
    ("lives", "said", "drawn"),
    [
        (placed, ["Heron House", "01632 960001", "Out of our area"], "Heron House, out of our area"),
        (at_home, ["7 Quay Street"], "7 Quay Street"),
    ],
)
def test_where_they_live_is_on_their_page_and_in_their_year(cast: Cast, lives, said, drawn: str) -> None:
    lives(cast)
    text = shown(cast)
    assert [words for words in said if words not in text] == []
    year = Year(OnChild(cast.ash, Viewer(cast.user("worker")), NOW))
    assert [mark.text for mark in year.marks if mark.text.startswith(drawn)] != []


def test_who_is_not_signed_in_has_no_menu() -> None:
    assert navigation.items(RequestFactory().get("/")) == []
