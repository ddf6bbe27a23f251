"""What a council says of itself: from a day on, with a reason, and only what people can read and ring."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.settings import queries, recording, rules
from kittiwake.council.settings.details import (
    CODE,
    COLOUR,
    HELPLINES,
    NAME,
    OUT_OF_HOURS,
    TELEPHONE,
    Detail,
    details,
)
from kittiwake.council.settings.models import CouncilDetail
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Agency
from kittiwake.time.moments import local_date
from tests.cast import NOW, signed_in

TODAY = local_date(NOW)
WEEK = timedelta(days=7)
# What each may be set to. A detail that is declared and not here has nobody who tried it.
EXAMPLES = {
    "name": "Far Hedge Council",
    "la_code": "812",
    "colour": "#00507a",
    "telephone": "01632 960 001",
    "out_of_hours": "01632 960 999",
    "helplines": "Childline: 0800 1111",
    "address": "1 Quay Street\nSaltmere",
    "statistical_neighbours": "370 841",
}


@pytest.fixture
def by(db: None) -> User:
    return User.objects.create_user("ada@saltmere.example", "Ada", Role.ADMINISTRATOR)


@pytest.fixture
def administrator(by: User, time_machine: Any) -> Client:
    time_machine.move_to(NOW)
    return signed_in(by)


def change(by: User, detail: Detail = TELEPHONE, **more: Any) -> CouncilDetail:
    facts = {"value": EXAMPLES[detail.key], "effective_from": TODAY, "why": "Agreed", "version": 0, **more}
    return recording.set_detail(detail, **facts, by=by, at=NOW)


def test_from_that_day_on_it_is_so_and_before_it_as_it_was(by: User) -> None:
    change(by, effective_from=TODAY + WEEK)
    assert queries.value_on(TELEPHONE, TODAY) == ""
    assert queries.value_on(TELEPHONE, TODAY + WEEK) == "01632 960 001"
    event = Event.objects.get(what="settings.detail_set")
    assert event.changes == {"Telephone number": ["", "01632 960 001 from 2026-11-30"]}


def test_a_later_change_stands_from_its_day_and_what_was_set_is_kept(by: User) -> None:
    change(by)
    change(by, value="01632 960 002", version=1, effective_from=TODAY + WEEK)
    change(by, value="", version=2, why="Closed")
    assert [queries.value_on(TELEPHONE, day) for day in (TODAY, TODAY + WEEK)] == ["", "01632 960 002"]
    assert CouncilDetail.objects.count() == 3
    for wrong in (lambda: CouncilDetail.objects.update(value="x"), CouncilDetail.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()


@pytest.mark.parametrize(
    ("detail", "facts", "said"),
    [
        (TELEPHONE, {"value": "ring us"}, "ring us is no telephone number"),
        (TELEPHONE, {"value": "12"}, "is no telephone number"),
        (TELEPHONE, {"effective_from": TODAY - timedelta(days=1)}, "Choose today or a later day"),
        (TELEPHONE, {"why": " "}, "Say why it changes"),
        (TELEPHONE, {"version": 1}, "Somebody else has just changed this"),
        (COLOUR, {"value": "blue"}, "Enter a # and six of the signs"),
        (
            COLOUR,
            {"value": "#ffdd00"},
            "have a contrast of 1.3 to 1, and people with poor sight need 4.5 to 1",
        ),
        (NAME, {"value": " "}, "Enter the council’s name"),
        (CODE, {"value": "81"}, "Enter three digits"),
        (HELPLINES, {"value": ""}, "Enter at least one"),
        (HELPLINES, {"value": "Childline 0800 1111"}, "This one is not: Childline 0800 1111"),
    ],
)
def test_it_refuses(by: User, detail: Detail, facts: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        change(by, detail, **facts)
    assert not CouncilDetail.objects.exists()


def test_it_refuses_what_is_so_already(by: User) -> None:
    change(by)
    with pytest.raises(Refused, match="It is that on this day already"):
        change(by, version=1)


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#ff0000", 4.0)],
)
def test_contrast_is_that_of_the_published_examples(colour: str, contrast: float) -> None:
    assert rules.contrast_with_white(colour) == pytest.approx(contrast, abs=0.005)
    assert bool(rules.wrong_colour(colour)) == (contrast < 4.5)


def test_every_detail_there_is_stands_on_the_page_and_is_changed_there(administrator: Client) -> None:
    page = administrator.get("/settings/council/").content.decode()
    assert details().keys() == EXAMPLES.keys()
    for detail in details().values():
        assert f"/settings/council/{detail.slug}/" in page
        answer = administrator.post(
            f"/settings/council/{detail.slug}/new/",
            {"version": 0, "value": EXAMPLES[detail.key], "why": "Agreed in cabinet", **_sent()},
        )
        assert answer.status_code == 302, (detail.key, answer.content.decode())
        shown = administrator.get(f"/settings/council/{detail.slug}/").content.decode()
        assert "Agreed in cabinet" in shown
        assert "Set by Ada on 23 November 2026" in shown
    assert {row.key: row.value for row in CouncilDetail.objects.all()} == EXAMPLES


def _sent() -> dict[str, Any]:
    day = {f"effective_from_{part}": getattr(TODAY, part) for part in ("day", "month", "year")}
    return {**day, "once": str(uuid4())}


def test_what_is_refused_stands_beside_its_question(administrator: Client) -> None:
    answer = administrator.post(
        "/settings/council/colour/new/", {"version": 0, "value": "#ffdd00", "why": "Cabinet", **_sent()}
    )
    assert answer.status_code == 422
    assert "Choose a darker colour" in answer.content.decode()


def test_a_detail_there_is_none_of_is_not_found(administrator: Client) -> None:
    assert administrator.get("/settings/council/motto/").status_code == 404


def test_every_page_shows_whose_it_is_also_before_anybody_signs_in(by: User, time_machine: Any) -> None:
    time_machine.move_to(NOW)
    for detail in (NAME, COLOUR, TELEPHONE, OUT_OF_HOURS):
        change(by, detail)
    page = Client().get("/account/login/").content.decode()
    for said in (
        "Far Hedge Council",
        "Telephone: 01632 960 001",
        "Out of hours: 01632 960 999",
        "/settings/colours.css?00507a",
    ):
        assert said in page, said
    styles = Client().get("/settings/colours.css?00507a")
    assert (
        "--kw-council-colour: #00507a;\n  --kw-council-tint: #f0f4f7;\n  --kw-council-line: #99b9ca;"
        in styles.content.decode()
    )
    assert styles["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Client().get("/account/login/")["Cache-Control"] == "no-store"


def test_the_agency_of_our_own_teams_is_called_as_the_council_is_on_the_day(by: User) -> None:
    change(by, NAME)
    change(by, NAME, value="Saltmere and Hedge Council", effective_from=TODAY + WEEK, version=1)
    recording.name_agency(NOW)
    assert [agency.name for agency in Agency.objects.filter(kind="council")] == ["Far Hedge Council"]
    recording.name_agency(NOW + WEEK)
    assert [agency.name for agency in Agency.objects.filter(kind="council")] == ["Saltmere and Hedge Council"]


def test_a_name_that_another_agency_has_is_refused_and_nothing_of_it_is_kept(by: User) -> None:
    Agency.objects.create(name="Far Hedge Council", kind="police")
    with pytest.raises(Refused, match="There is an agency called Far Hedge Council already"):
        change(by, NAME)
    assert queries.value_on(NAME, TODAY) != "Far Hedge Council"


def test_what_stood_in_the_environment_is_taken_over_once_and_said(by: User) -> None:
    environment = {"KITTIWAKE_LA_CODE": "812", "KITTIWAKE_COUNCIL_NAME": "Far Hedge Council", "HOME": "/root"}
    said = recording.take_over(environment, by=by, at=NOW)
    assert (queries.la_code(TODAY), queries.council().name) == ("812", "Far Hedge Council")
    assert said[1] == "KITTIWAKE_LA_CODE is “812” in the settings now and is read no more: take it away."
    assert recording.take_over(environment, by=by, at=NOW) == []
    change(by, CODE, value="813", version=1)
    assert recording.take_over(environment, by=by, at=NOW) == []
    assert queries.la_code(TODAY) == "813"


def test_what_cannot_be_taken_over_is_said(by: User) -> None:
    (said,) = recording.take_over({"KITTIWAKE_LA_CODE": "E10000001"}, by=by, at=NOW)
    assert said.startswith("KITTIWAKE_LA_CODE was not taken over: Enter three digits")


def test_a_colour_is_taken_away_again(by: User) -> None:
    change(by, COLOUR)
    change(by, COLOUR, value="", version=1)
    assert queries.council().stylesheet == ""


def test_until_somebody_says_otherwise_there_are_helplines(by: User) -> None:
    assert queries.helplines(TODAY) == (("Missing People", "116 000"), ("Childline", "0800 1111"))
    change(by, HELPLINES, value=" A line :  01632 960 555 \n\n")
    assert queries.helplines(TODAY) == (("A line", "01632 960 555"),)


def test_what_another_process_has_changed_is_seen_after_some_seconds(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(queries, "SECONDS", 10.0)
    monkeypatch.setattr(queries.time, "monotonic", lambda: clock[0])
    queries.forget()
    assert queries.value_on(TELEPHONE, TODAY) == ""
    CouncilDetail.objects.create(
        key="telephone", number=1, value="999", effective_from=TODAY, why="x", by=by, at=NOW
    )
    assert queries.value_on(TELEPHONE, TODAY) == ""
    clock[0] = queries.SECONDS + 1
    assert queries.value_on(TELEPHONE, TODAY) == "999"


def test_only_an_administrator_says_what_the_council_is(db: None) -> None:
    worker = User.objects.create_user("kim@saltmere.example", "Kim", Role.SOCIAL_WORKER)
    assert signed_in(worker).get("/settings/council/").status_code == 403
