from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.placements import recording
from kittiwake.practice.placements.broken_links import LINKS
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.out_of_area import recording as duties
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in

TODAY = date(2026, 11, 23)


def once(**answers: str) -> dict[str, str]:
    """A form with its one-time token."""
    return {"once": str(uuid4()), **answers}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def moved(cast: Cast, host: str = "002", on: date = date(2026, 11, 16), **more) -> Move:
    facts = {"carer": "A carer", "by": cast.user("worker"), "at": NOW, **more}
    return recording.place(cast.ash, starts_on=on, host_code=host, **facts)


def typed(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


@pytest.mark.parametrize(
    ("host", "out", "far"),
    [("000", False, False), ("001", True, False), ("002", True, True), ("", None, None)],
)
def test_how_far_it_is_follows_from_which_councils_adjoin(cast: Cast, host: str, out, far):
    placement = moved(cast, host).placement
    assert (placement.out_of_area, placement.at_a_distance) == (out, far)


def test_a_move_starts_its_clocks_and_cancels_those_of_the_one_before(cast: Cast):
    first = moved(cast, on=date(2026, 11, 2), is_emergency=True)
    moved(cast, "000")
    cancelled = set(
        Clock.objects.filter(entry=first.entry, cancelled_at__isnull=False).values_list("key", flat=True)
    )
    assert cancelled == {"placements.first_visit", "placements.nearer", "placements.placement_plan"}
    assert Clock.objects.running().filter(key="placements.notice").exists()  # notice is still owed
    assert first.placement.pk != Move.objects.latest("placement__starts_on").placement.pk


def test_notice_in_an_emergency_is_due_in_five_working_days(cast: Cast):
    move = moved(cast, on=date(2025, 12, 19), is_emergency=True)
    assert Clock.objects.get(entry=move.entry, key="placements.notice").due_at.date() == date(2025, 12, 30)
    duties.notify(move, on=date(2025, 12, 30), whom="Far Cove", by=cast.user("worker"), at=NOW)
    stopped = Clock.objects.get(entry=move.entry, key="placements.notice")
    assert stopped.stopped_at is not None
    assert stopped.stopped_at <= stopped.due_at


@pytest.mark.parametrize(
    ("host", "facts", "why"),
    [
        ("000", {"role": "director"}, "in our area"),
        ("002", {"role": "nominated_officer"}, "director of children"),
        ("002", {"role": "director", "on": date(2026, 11, 24)}, "future"),
    ],
)
def test_it_refuses_an_approval_that_is_none(cast: Cast, host: str, facts: dict, why: str):
    known = {"on": TODAY, "who": "Dee", "why": "Safe", **facts}
    with pytest.raises(Refused, match=why):
        duties.approve(moved(cast, host), **known, by=cast.user("manager"), at=NOW)


def test_of_two_who_approve_at_once_the_second_is_told(cast: Cast):
    move = moved(cast)
    known = {"on": TODAY, "who": "Dee", "role": "director", "why": "Safe"}
    duties.approve(move, **known, by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="already been recorded"):
        duties.approve(move, **known, by=cast.user("manager"), at=NOW)


def test_a_struck_out_move_leaves_the_placement_before(cast: Cast):
    before, wrong = moved(cast, "000", on=date(2026, 11, 2)), moved(cast)
    recording.strike_out(wrong, reason="Fell through", by=cast.user("worker"), at=NOW)
    before.placement.refresh_from_db()
    assert before.placement.ends_on is None


def test_why_a_placement_ended_is_kept_on_it_until_the_move_is_struck_out(cast: Cast):
    before, wrong = moved(cast, "000", on=date(2026, 11, 2)), moved(cast, why_ended="CREQB")
    client = signed_in(cast.user("worker"))
    assert "because of the child’s behaviour" in client.get(before.get_absolute_url()).content.decode()
    assert "Why it ended" not in client.get(wrong.get_absolute_url()).content.decode()
    recording.strike_out(wrong, reason="Fell through", by=cast.user("worker"), at=NOW)
    before.placement.refresh_from_db()
    assert before.placement.end_reason == ""


def test_it_refuses_a_reason_where_no_placement_ended(cast: Cast):
    with pytest.raises(Refused, match="placed nowhere before"):
        moved(cast, why_ended="CARPL")
    assert not Move.objects.exists()


def test_a_move_is_recorded_from_its_form_and_asks_what_the_law_asks(cast: Cast):
    client = signed_in(cast.user("worker"))
    answers = {"is_emergency": "no", "carer": "Gull House", "host_code": "002", "miles": "60", "kind": "K2"}
    answers |= {"arrangement": "standard", "child_words": "It is too far"}
    url = reverse("placements:place", args=[cast.ash.pk])
    refused = client.post(url, once(**answers | {"miles": "far"}, **typed("starts_on", TODAY)))
    assert "Miles must be a number" in refused.content.decode()
    assert "It is too far" in refused.content.decode()
    before = moved(cast, "000", on=date(2026, 11, 2))
    response = client.post(url, once(**answers, why_ended="LAREQ", **typed("starts_on", TODAY)))
    before.placement.refresh_from_db()
    assert before.placement.end_reason == "LAREQ"
    page = client.get(response.url).content.decode()
    for words in (
        "At a distance",
        "Approval by the director",
        "Consult the council",
        "Written notice",
        "It is too far",
    ):
        assert words in page
    assert "Placement" in client.get(cast.ash.get_absolute_url()).content.decode()


def test_what_is_owed_stands_on_the_board_until_it_is_done(cast: Cast):
    move, owed = moved(cast), LINKS[0].find

    def see(model):
        return model.objects.all()

    assert [broken.entry_id for broken in owed(see, NOW)] == [move.pk]
    by = {"by": cast.user("manager"), "at": NOW}
    duties.approve(move, on=TODAY, who="Dee", role="director", why="Safe", **by)
    duties.consult(move, on=TODAY, whom="Far Cove", words="Yes", **by)
    duties.notify(move, on=TODAY, whom="Far Cove", **by)
    assert list(owed(see, NOW)) == []


def test_a_notice_without_the_care_plan_is_no_notice(cast: Cast):
    url = reverse("placements:notify", args=[moved(cast).pk])
    answers = {"whom": "Far Cove", "whole": "no", **typed("on", TODAY)}
    page = signed_in(cast.user("worker")).post(url, once(**answers)).content.decode()
    assert "The notice has to say all three" in page


def test_moving_nearer_is_looked_at_with_the_child_and_again_later(cast: Cast):
    move = moved(cast)
    url = reverse("placements:review_nearer", args=[move.pk])
    answers = {
        "decision": "move",
        "why": "Her gran is here",
        "child_words": "I want my gran",
        **typed("held_on", TODAY),
    }
    client = signed_in(cast.user("worker"))
    response = client.post(url, once(**answers))
    review = NearerReview.objects.get()
    assert response.url == move.get_absolute_url()
    assert "I want my gran" in client.get(review.get_absolute_url()).content.decode()
    running = Clock.objects.running().get(key="placements.nearer")
    assert (running.entry, running.due_at.date()) == (review.entry, date(2027, 2, 23))


def test_missing_before_and_since_a_move_and_whether_their_council_was_told(cast: Cast):
    moved(cast, on=date(2026, 8, 3))
    gone = datetime(2026, 11, 1, 20, tzinfo=UTC)
    episode = missing.report_missing(cast.ash, reported=Moment(gone), by=cast.user("worker"), at=NOW)
    missing.record_return(episode, returned=Moment(gone.replace(hour=22)), by=cast.user("worker"), at=NOW)
    client = signed_in(cast.user("worker"))
    far = Move.objects.get()
    assert "Their council not told" in client.get(far.get_absolute_url()).content.decode()
    by, at = cast.user("worker"), NOW
    notify(episode, recipient="host_authority", told_at=gone, who="Far Cove", how="Phone", by=by, at=at)
    assert "was told" in client.get(far.get_absolute_url()).content.decode()
    moved(cast, "000")
    page = client.get(reverse("placements:placements", args=[cast.ash.pk])).content.decode()
    assert "Nearer home" in page
    assert "Missing before and since each move" in page


def test_the_list_of_children_away_has_only_those_in_sight(cast: Cast):
    moved(cast)
    assert "Ash Alder" in signed_in(cast.user("worker")).get(reverse("placements:away")).content.decode()
    assert (
        "Ash Alder" not in signed_in(cast.user("outsider")).get(reverse("placements:away")).content.decode()
    )


@pytest.mark.parametrize(
    ("name", "status"),
    [("worker", 200), ("outsider", 404), ("partner", 403), ("young_person", 403), ("support", 403)],
)
def test_who_may_open_the_pages(cast: Cast, name: str, status: int):
    move, client = moved(cast), signed_in(cast.user(name))
    urls = [reverse(f"placements:{page}", args=[cast.ash.pk]) for page in ("placements", "place")]
    of_move = ("move", "consult", "notify", "first_review", "review_nearer", "strike_out")
    for url in urls + [reverse(f"placements:{page}", args=[move.pk]) for page in of_move]:
        assert client.get(url).status_code == status, url


def test_only_a_manager_or_the_director_approves(cast: Cast):
    url = reverse("placements:approve", args=[moved(cast).pk])
    answers = {
        name: signed_in(cast.user(name)).get(url).status_code
        for name in ("worker", "manager", "director", "outsider")
    }
    assert answers == {"worker": 403, "manager": 200, "director": 200, "outsider": 403}
