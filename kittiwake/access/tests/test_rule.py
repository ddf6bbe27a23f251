"""Who sees which child: the same answer from the queryset and from the database alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access import recording
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Membership
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

ALL = {"ash", "briar", "rowan"}
SEES = {
    "worker": {"ash", "briar", "hazel"},
    "colleague": {"ash", "briar"},
    "manager": {"ash", "briar"},
    "service_manager": ALL,
    "outsider": {"rowan"},
    "interviewer": set(),
    "exploitation_worker": {"rowan"},
    "early_help_worker": {"rowan"},
    "leaving_care_worker": {"rowan"},
    "chair": set(),
    "auditor": ALL,
    "principal": ALL,
    "analyst": ALL,
    "support": {"ash", "briar"},
    "partner": {"ash"},
    "stranger": set(),
    "director": ALL,
    "member": set(),
    "inspector": ALL,
    "protection_officer": ALL,
    "administrator": set(),
    "young_person": {"ash"},
}


def names(children) -> set[str]:
    return {child.forenames.lower() for child in children}


@pytest.mark.parametrize("who", sorted(SEES))
def test_it_shows_each_role_the_children_in_its_relationships(cast: Cast, who: str) -> None:
    assert names(Viewer(cast.user(who)).children) == SEES[who]


@pytest.mark.parametrize("who", sorted(SEES))
def test_the_database_alone_shows_the_same(cast: Cast, who: str) -> None:
    with acting_as(cast.user(who)):
        assert names(Child.objects.all()) == SEES[who]


def seen_by(user: User) -> set[str]:
    """By the queryset on their behalf, as themselves, and by the database alone: which must be one answer."""
    on_their_behalf = names(Viewer(user).children)
    with acting_as(user):
        assert names(Viewer(user).children) == names(Child.objects.all()) == on_their_behalf
    return on_their_behalf


def test_a_restricted_child_is_seen_by_who_is_named_and_allocated_only(cast: Cast) -> None:
    director = cast.user("director")
    assert "hazel" not in seen_by(director)
    recording.let_in(cast.hazel, user=director, reason="x", kind=Grant.NAMED, by=cast.system, at=NOW)
    assert "hazel" in seen_by(director)
    recording.let_in(cast.hazel, team=cast.north, reason="x", kind=Grant.DUTY, by=cast.system, at=NOW)
    assert "hazel" not in seen_by(cast.user("manager"))


@pytest.mark.parametrize("gone", [{"is_active": False}, {"expires_at": NOW}])
@pytest.mark.parametrize("who", ["worker", "director", "partner", "young_person"])
def test_whoever_is_gone_sees_nobody(cast: Cast, who: str, gone: dict) -> None:
    User.objects.filter(pk=cast.user(who).pk).update(**gone)
    assert seen_by(cast.user(who)) == set()


def test_an_account_that_has_not_expired_yet_sees_as_before(cast: Cast) -> None:
    User.objects.filter(pk=cast.user("inspector").pk).update(expires_at=now() + timedelta(minutes=1))
    assert seen_by(cast.user("inspector")) == ALL


@pytest.mark.parametrize(("days", "sees"), [(-1, False), (0, False), (1, True)])
def test_the_day_something_ends_is_no_longer_in_it(cast: Cast, days: int, sees: bool) -> None:
    ends_on = local_date(now()) + timedelta(days=days)
    Allocation.objects.filter(child=cast.rowan).update(ends_on=ends_on)
    assert ("rowan" in seen_by(cast.user("outsider"))) is sees
    Membership.objects.filter(worker=cast.workers["manager"]).update(ends_on=ends_on)
    assert ("ash" in seen_by(cast.user("manager"))) is sees


@pytest.mark.parametrize(("days", "sees"), [(0, True), (1, False)])
def test_the_day_something_starts_is_in_it(cast: Cast, days: int, sees: bool) -> None:
    starts_on = local_date(now()) + timedelta(days=days)
    Allocation.objects.filter(child=cast.rowan).update(starts_on=starts_on)
    assert ("rowan" in seen_by(cast.user("outsider"))) is sees
    Membership.objects.filter(worker=cast.workers["manager"]).update(starts_on=starts_on)
    assert ("ash" in seen_by(cast.user("manager"))) is sees


def test_a_child_just_recorded_stays_in_sight_until_somebody_is_allocated(cast: Cast) -> None:
    support = cast.user("support")
    with acting_as(support):
        child = record.add_child(forenames="Linden", by=support, at=now(), identifiers_={"council": "L1"})
    assert "linden" in seen_by(support)
    assert "linden" not in seen_by(cast.user("worker"))
    with acting_as(support):
        record.allocate(child, team=cast.south, worker=None, starts_on=date(2026, 1, 5), by=support, at=now())
    assert "linden" not in seen_by(support)
    assert "linden" in seen_by(cast.user("outsider"))


def test_who_hands_a_child_to_another_team_can_write_that_down_and_sees_them_no_longer(cast: Cast) -> None:
    manager = cast.user("manager")
    with acting_as(manager):
        record.allocate(
            cast.ash,
            team=cast.south,
            worker=None,
            starts_on=local_date(now()),
            by=manager,
            at=now(),
            reason="Moved",
        )
        assert names(Child.objects.all()) >= {"ash"}, "to the end of the transaction"
        assert "ash" not in names(Viewer(cast.user("colleague")).children), "and nobody else does"
        with acting_as(cast.user("colleague")):
            assert "ash" not in names(Child.objects.all())
        assert names(Child.objects.all()) >= {"ash"}
    assert "ash" not in seen_by(manager)
    assert "ash" in seen_by(cast.user("outsider"))


def test_asking_on_somebodys_behalf_does_not_change_who_is_asking(cast: Cast) -> None:
    with acting_as(cast.user("outsider")):
        assert names(Viewer(cast.user("worker")).children) == set(), (
            "the database shows the asker's own at most"
        )
        assert names(Child.objects.all()) == {"rowan"}
