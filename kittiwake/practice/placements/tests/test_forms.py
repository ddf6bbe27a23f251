"""What is typed about a placement: carried out by its form, shown on the move's page, asked again where it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from kittiwake.practice.placements import recording, rules
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.out_of_area import recording as out_of_area
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, make_child, signed_in

TODAY, CAME = date(2026, 11, 23), date(2026, 11, 16)
FAR = "002"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def typed(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def moved(cast: Cast, child: Child | None = None, on: date = CAME, **more: Any) -> Move:
    facts = {"carer": "A carer", "host_code": FAR, **more, "by": cast.user("worker"), "at": NOW}
    return recording.place(child or cast.ash, starts_on=on, **facts)


def sent(cast: Cast, user: str, name: str, pk: int, **answers: str) -> str:
    """The page a form leads to, or the form again."""
    url = reverse(f"placements:{name}", args=[pk])
    return str(
        signed_in(cast.user(user)).post(url, {"once": str(uuid4()), **answers}, follow=True).content.decode()
    )


def read(cast: Cast, move: Move, who: str = "worker") -> str:
    return str(signed_in(cast.user(who)).get(move.get_absolute_url()).content.decode())


@pytest.mark.parametrize("miles", ["-1", "1000", "far"])
def test_miles_are_a_number_there_can_be(cast: Cast, miles: str) -> None:
    answers = {"is_emergency": "no", "carer": "Gull House", "arrangement": "standard", "miles": miles}
    page = sent(cast, "worker", "place", cast.ash.pk, **answers, **typed("starts_on", TODAY))
    assert "Miles must be" in page
    assert "Gull House" in page, "what was typed stays"
    assert not Move.objects.exists()


def test_far_away_only_the_director_approves_and_the_page_says_why(cast: Cast) -> None:
    """Regulation 11(2): a placement at a distance is approved by the director of children's services."""
    move = moved(cast)
    answers = {"who": "Dee", "why": "Her aunt lives there", **typed("on", CAME)}
    refused = sent(cast, "manager", "approve", move.pk, role="nominated_officer", **answers)
    assert "director of children" in refused
    assert "Her aunt lives there" in refused
    page = sent(cast, "manager", "approve", move.pk, role="director", **answers)
    assert "Dee: Her aunt lives there" in page
    assert reverse("placements:approve", args=[move.pk]) not in page


def test_the_other_council_is_asked_and_told(cast: Cast) -> None:
    """Regulations 11 and 13: consulted, and notice with needs, reasons and care plan."""
    move = moved(cast)
    page = sent(
        cast, "worker", "consult", move.pk, whom="Far Cove", words="No objection", **typed("on", CAME)
    )
    assert "No objection" in page
    page = sent(cast, "worker", "notify", move.pk, whom="Far Cove council", whole="yes", **typed("on", CAME))
    assert "Far Cove council" in page
    assert reverse("placements:notify", args=[move.pk]) not in page


def test_where_no_notice_could_be_given_the_reason_stands_in_its_place(cast: Cast) -> None:
    """Regulation 13(4): where reasonably practicable."""
    move = moved(cast, is_emergency=True)
    assert reverse("placements:no_notice", args=[move.pk]) in read(cast, move)
    page = sent(cast, "worker", "no_notice", move.pk, why="Moved in the night", **typed("on", CAME))
    assert "Moved in the night" in page
    assert "Written notice to the council" not in page.split("Why no notice was sent")[0]
    assert reverse("placements:no_notice", args=[move.pk]) not in page


@pytest.mark.parametrize(
    ("arrangement", "on", "is_offered"),
    [
        (rules.Arrangement.LONG_TERM, date(2025, 11, 3), True),
        (rules.Arrangement.LONG_TERM, date(2026, 11, 2), False),
        (rules.Arrangement.STANDARD, date(2025, 11, 3), False),
    ],
    ids=["settled for a year", "settled lately", "not meant to last"],
)
def test_fewer_visits_are_offered_to_whoever_is_settled(
    cast: Cast, arrangement: str, on: date, is_offered: bool
) -> None:
    """Regulation 28, as amended in 2015."""
    move = moved(cast, on=on, arrangement=arrangement)
    url = reverse("placements:fewer_visits", args=[move.pk])
    assert (url in read(cast, move)) == is_offered
    page = sent(cast, "worker", "fewer_visits", move.pk, words="Once a term will do", **typed("on", TODAY))
    assert ("They agree to fewer visits" in page) == is_offered
    assert "Once a term will do" in page, "on the move’s page, or in the form that comes back"
    assert url not in read(cast, move) or not is_offered, "it is agreed once"


def test_the_first_review_there_stands_on_the_page(cast: Cast) -> None:
    move = moved(cast)
    refused = sent(cast, "worker", "first_review", move.pk, **typed("on", date(2026, 11, 9)))
    assert "before they moved there" in refused
    assert "20 November 2026" in sent(
        cast, "worker", "first_review", move.pk, **typed("on", date(2026, 11, 20))
    )


def test_a_move_that_never_was_is_shown_so_and_asks_for_nothing(cast: Cast) -> None:
    move = moved(cast)
    page = sent(cast, "worker", "strike_out", move.pk, reason="It fell through")
    assert "It fell through" in page
    for name in ("strike_out", "no_notice", "review_nearer"):
        assert reverse(f"placements:{name}", args=[move.pk]) not in page, name
    assert (
        "It fell through"
        not in signed_in(cast.user("worker"))
        .get(reverse("placements:placements", args=[cast.ash.pk]))
        .content.decode()
    )


def test_whoever_may_only_read_is_offered_nothing_to_record(cast: Cast) -> None:
    move = moved(cast)
    page = read(cast, move, "auditor")
    assert "A carer" in page
    for name in ("consult", "notify", "no_notice", "review_nearer", "strike_out"):
        assert reverse(f"placements:{name}", args=[move.pk]) not in page, name


def test_on_the_list_of_children_away_what_is_overdue_comes_first(cast: Cast) -> None:
    near = make_child("Aspen", "Abbot", cast.north, cast.workers["worker"])
    settled = moved(cast, near, host_code="001", carer="Next door", miles=8)
    facts = {"on": CAME, "by": cast.user("manager"), "at": NOW}
    out_of_area.approve(settled, who="Dee", role="director", why="Safe", **facts)
    out_of_area.notify(settled, whom="Next door", **facts)
    moved(cast, miles=61)
    page = signed_in(cast.user("worker")).get(reverse("placements:away")).content.decode()
    assert page.index("Ash Alder") < page.index("Aspen Abbot"), "by what is overdue, and not by name"
    assert "61 miles, since 16 November 2026. 3 overdue" in page
    assert "8 miles, since 16 November 2026<" in page.replace("\n", "")


def test_of_two_moves_the_page_of_placements_says_which_came_nearer(cast: Cast) -> None:
    moved(cast, on=date(2026, 8, 3))
    moved(cast, host_code="000", carer="Gran")
    page = (
        signed_in(cast.user("worker"))
        .get(reverse("placements:placements", args=[cast.ash.pk]))
        .content.decode()
    )
    assert "From 3 August 2026 until 16 November 2026" in page
    assert "Nearer home" in page
