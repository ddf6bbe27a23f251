from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Grant
from kittiwake.assurance.allocation.cover import recording as cover
from kittiwake.council.teams import recording
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record import recording as record
from kittiwake.record.models import Agency, Allocation, Child, Membership, Team
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, Cast, signed_in


@pytest.fixture
def by(cast: Cast) -> dict:
    return {"by": cast.user("administrator"), "at": now()}


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


def today(ahead: int = 0) -> date:
    return local_date(now()) + timedelta(days=ahead)


def seen(cast: Cast, name: str) -> set[str]:
    with acting_as(cast.user(name)):
        return set(Child.objects.values_list("forenames", flat=True))


def merged(cast: Cast, by: dict) -> None:
    """As the administrator's own request does it, who sees no child."""
    with acting_as(by["by"]):
        recording.merge(cast.south, into=cast.north, **by)


def test_its_children_people_and_the_teams_beneath_go_over(cast: Cast, by: dict) -> None:
    below = recording.add(name="Night duty", kind="social_work", parent=cast.south, **by)
    assert "Ash" not in seen(cast, "outsider")

    merged(cast, by)

    with acting_as_system():
        row = Allocation.objects.get(child=cast.rowan, ends_on=None)
        assert (row.team, row.worker, row.starts_on) == (cast.north, cast.workers["outsider"], today())
        assert Membership.objects.get(worker=cast.workers["outsider"], ends_on=None).team == cast.north
    below.refresh_from_db()
    cast.south.refresh_from_db()
    assert below.parent == cast.north
    assert (cast.south.ends_on, cast.south.merged_into) == (today(), cast.north)
    assert {"Ash", "Rowan"} <= seen(cast, "outsider")
    assert "Rowan" in seen(cast, "manager")


def test_what_was_before_stays_its_own(cast: Cast, by: dict) -> None:
    merged(cast, by)

    with acting_as_system():
        before = Allocation.objects.on(today(-1)).get(child=cast.rowan)
        assert (before.team, before.worker, before.starts_on) == (
            cast.south,
            cast.workers["outsider"],
            LONG_AGO,
        )
        there = Membership.objects.on(today(-1)).filter(worker=cast.workers["outsider"])
        assert [place.team for place in there] == [cast.south]


def test_whoever_merges_them_is_told_of_no_child(cast: Cast, by: dict, administrator: Client) -> None:
    page = administrator.post(
        reverse("teams:merge_team", args=[cast.south.pk]), {"into": cast.north.pk, "once": str(uuid4())}
    )

    assert page["Location"] == reverse("teams:team", args=[cast.north.pk])
    assert not seen(cast, "administrator")
    with acting_as(by["by"]):
        events = list(Event.objects.filter(what__in=["teams.merged", "teams.took_over"]).order_by("pk"))
        assert not Event.objects.exclude(child_id=None).exists()
    assert events[0].changes == {"into": [None, "North team"], "people": [None, 4], "children": [None, 1]}
    assert events[1].subject_id == cast.north.pk


def test_history_says_by_whose_decision_a_child_went_over(cast: Cast, by: dict) -> None:
    merged(cast, by)

    with acting_as_system():
        event = Event.objects.filter(what="record.allocated", child_id=cast.rowan.pk).latest("pk")
    assert event.by_id == by["by"].pk


def test_a_duty_and_what_is_still_to_be_done_go_over(cast: Cast, by: dict) -> None:
    made = {"by": cast.system, "at": now() - timedelta(days=3)}
    with acting_as_system():
        until = now() + timedelta(days=9)
        access.let_in(
            cast.ash, team=cast.south, kind=Grant.DUTY, reason="Return interview", ends_at=until, **made
        )
        entry = record.enter(
            cast.ash, kind="allocation.change", summary="A letter", happened_at=made["at"], **made
        )
        waiting = actions.raise_action(
            entry, what="Ring the school", team=cast.south, due_on=today(5), **made
        )
        over = actions.raise_action(entry, what="Ring the home", team=cast.south, due_on=today(5), **made)
        actions.complete(over, outcome="Done", **made)

    merged(cast, by)

    with acting_as_system():
        duty = Grant.objects.standing(now() + timedelta(minutes=1)).get(reason="Return interview")
        assert (duty.team, duty.ends_at) == (cast.north, until)
        assert Grant.objects.filter(team=cast.south, ends_at=by["at"]).count() == 1
        assert Action.objects.get(pk=waiting.pk).team == cast.north
        assert Action.objects.get(pk=over.pk).team == cast.south


def test_a_place_and_a_child_of_a_day_to_come_go_over_from_that_day(cast: Cast, by: dict) -> None:
    recording.join(cast.south, worker=cast.workers["chair"], manages=False, starts_on=today(5), **by)
    with acting_as_system():
        record.allocate(cast.ash, team=cast.south, worker=None, starts_on=today(5), by=cast.system, at=now())

    merged(cast, by)

    with acting_as_system():
        assert Membership.objects.get(worker=cast.workers["chair"], ends_on=None).starts_on == today(5)
        row = Allocation.objects.get(child=cast.ash, ends_on=None)
        assert (row.team, row.starts_on) == (cast.north, today(5))
        assert Allocation.objects.on(today()).get(child=cast.ash).worker == cast.workers["worker"]


def test_whoever_is_in_both_has_one_place(cast: Cast, by: dict) -> None:
    recording.join(cast.north, worker=cast.workers["outsider"], manages=False, starts_on=today(-3), **by)

    merged(cast, by)

    (place,) = Membership.objects.on(today()).filter(worker=cast.workers["outsider"])
    assert (place.team, place.starts_on) == (cast.north, today(-3))


def test_a_restricted_child_is_seen_by_no_more_than_before(cast: Cast, by: dict) -> None:
    with acting_as(by["by"]):
        recording.merge(cast.north, into=cast.south, **by)

    assert "Hazel" not in seen(cast, "outsider")
    assert "Hazel" in seen(cast, "worker")


@pytest.mark.parametrize(
    ("into", "why"),
    [
        ("south", "part of itself"),
        ("police", "of another agency"),
        ("service", "A service holds no children itself"),
    ],
)
def test_where_it_cannot_be_a_sentence_says_so(cast: Cast, by: dict, into: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        recording.merge(cast.south, into=getattr(cast, into), **by)
    assert Team.objects.get(pk=cast.south.pk).ends_on is None


def test_a_team_does_not_become_part_of_one_beneath_it(cast: Cast, by: dict) -> None:
    below = recording.add(name="Night duty", kind="social_work", parent=cast.south, **by)
    with pytest.raises(Refused, match="Night duty stands beneath South team"):
        recording.merge(cast.south, into=below, **by)


def test_a_team_is_merged_once(cast: Cast, by: dict) -> None:
    merged(cast, by)
    with pytest.raises(Refused, match="South team is closed from"):
        merged(cast, by)


def test_cover_does_not_go_along(cast: Cast, by: dict) -> None:
    """The place of whoever covers ends with the absence: carried over, nothing would end it."""
    with acting_as_system():
        cover.be_away(
            cast.workers["manager"], starts_on=today(), ends_on=today(9),
            covered_by=cast.workers["colleague"], by=cast.system, at=now(),
        )  # fmt: skip
    with pytest.raises(Refused, match="Somebody covers in North team for Manager"):
        recording.merge(cast.north, into=cast.south, **by)


def test_the_old_team_says_where_it_went(cast: Cast, by: dict, administrator: Client) -> None:
    merged(cast, by)
    page = administrator.get(reverse("teams:team", args=[cast.south.pk])).content.decode()
    assert "Became part of" in page
    assert "Put somebody into it" not in page


def test_an_agency_has_teams_of_its_own_to_merge(cast: Cast, by: dict) -> None:
    force = Agency.objects.get(kind="police")
    other = recording.add(name="Night unit", kind="partner", parent=cast.police, **by)
    other_parent = {"name": other.name, "kind": other.kind, "parent": None}
    recording.change(other, **other_parent, **by)

    recording.merge(other, into=cast.police, **by)

    assert list(Team.objects.lasting().filter(agency=force)) == [cast.police]


def test_a_team_that_came_in_with_a_list_is_the_councils(cast: Cast, by: dict) -> None:
    """A list names no agency, and teams added on a page are the council's."""
    from_list = Team.objects.create(name="Quayside team")
    recording.merge(from_list, into=cast.north, **by)
    assert Team.objects.get(pk=from_list.pk).merged_into == cast.north
