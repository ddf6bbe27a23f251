"""Teams and who is in them; and taking back what was put on the record by mistake, unless something has to do with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Membership, Team, Worker
from kittiwake.record.recording import teams
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY, DAY = local_date(NOW), timedelta(days=1)


def test_somebody_is_in_a_team_from_a_day_to_a_day(cast: Cast) -> None:
    place = teams.join(cast.workers["outsider"], team=cast.north, starts_on=TODAY, manages=True)
    assert (place.manages, place.ends_on) == (True, None)
    teams.end(place, ends_on=TODAY + DAY)
    assert Membership.objects.on(TODAY).filter(pk=place.pk).exists()
    assert not Membership.objects.on(TODAY + DAY).filter(pk=place.pk).exists()


def test_a_team_of_a_name_is_made_once(cast: Cast) -> None:
    made, is_new = teams.team_called("East team", kind="social_work")
    assert (made.kind, is_new) == ("social_work", True)
    assert teams.team_called("East team", kind="partner") == (made, False)
    assert teams.team_called("North team", kind="partner") == (cast.north, False)


def test_a_worker_of_a_name_is_the_one_of_that_team_or_a_new_one(cast: Cast) -> None:
    assert teams.worker_called("Colleague", team=cast.north, since=TODAY) == (
        cast.workers["colleague"],
        False,
    )
    made, is_new = teams.worker_called("Colleague", team=cast.south, since=TODAY)
    assert is_new
    assert made.user is None
    assert made.memberships.get().team == cast.south


def test_a_worker_whom_nothing_has_to_do_with_is_withdrawn_with_their_place(cast: Cast) -> None:
    made, _ = teams.worker_called("Somebody new", team=cast.north, since=TODAY)
    assert teams.withdraw_worker(made, at=NOW)
    made.refresh_from_db()
    assert made.withdrawn_at == NOW
    assert made.memberships.get().ends_on == TODAY


def _with_a_child(cast: Cast, worker: Worker) -> None:
    record.allocate(cast.ash, team=cast.north, worker=worker, starts_on=TODAY, by=cast.system, at=NOW)


def _in_two_teams(cast: Cast, worker: Worker) -> None:
    teams.join(worker, team=cast.south, starts_on=TODAY)


def _who_signs_in(cast: Cast, worker: Worker) -> None:
    Worker.objects.filter(pk=cast.workers["colleague"].pk).update(user=None)
    worker.user = cast.user("colleague")
    worker.save()


@pytest.mark.parametrize("use", [_with_a_child, _in_two_teams, _who_signs_in])
def test_who_has_work_or_a_sign_in_stays(cast: Cast, use) -> None:
    made, _ = teams.worker_called("Somebody new", team=cast.north, since=TODAY)
    use(cast, made)
    assert not teams.withdraw_worker(made, at=NOW)
    assert Worker.objects.get(pk=made.pk).withdrawn_at is None


def test_work_that_was_taken_back_keeps_nobody(cast: Cast) -> None:
    made, _ = teams.worker_called("Somebody new", team=cast.north, since=TODAY)
    _with_a_child(cast, made)
    record.take_back(Allocation.objects.get(worker=made), reason="x", by=cast.system, at=NOW)
    assert teams.withdraw_worker(made, at=NOW)


def test_a_team_is_withdrawn_while_nobody_is_in_it(cast: Cast) -> None:
    team, _ = teams.team_called("East team", kind="social_work")
    beneath = Team.objects.create(name="A team beneath", parent=team)
    assert not teams.withdraw(team, at=NOW)
    assert teams.withdraw(beneath, at=NOW)
    assert teams.withdraw(team, at=NOW), "what was withdrawn holds nothing"
    team.refresh_from_db()
    assert team.withdrawn_at == NOW
