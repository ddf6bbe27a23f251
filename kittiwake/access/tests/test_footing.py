"""What seeing a child allows about who else does: reading, recording, letting in and restricting are not the same."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from kittiwake.access import footing, recording
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.access.tests.test_letting_in import last_day, seen_by, send
from kittiwake.accounts.models import User
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.record.models import Child
from kittiwake.record.recording import allocate, enter, strike_out
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def test_whoever_broke_in_reads_and_does_nothing_else(cast: Cast) -> None:
    """Not even where the page forgets: neither a grant nor an entry is taken by the database."""
    intruder, path = cast.user("service_manager"), f"/children/{cast.hazel.pk}"
    with acting_as(intruder):
        recording.break_glass(
            known_by="name", surname="Heath", born_on=date(2011, 4, 2), reason="x", by=intruder, at=now()
        )
    assert signed_in(intruder).get(f"{path}/access/").status_code == 200
    for form in ("access/invitation/", "restriction/", "restriction/end/"):
        answer = signed_in(intruder).get(f"{path}/{form}")
        assert answer.status_code == 403
        assert "You may read it, and nothing else" in answer.content.decode()
        assert send(intruder, f"{path}/{form}", user=intruder.pk, reason="x").status_code == 403
    with acting_as(intruder):
        for refused in (
            lambda: recording.let_in(
                cast.hazel, user=intruder, reason="x", kind=Grant.NAMED, by=intruder, at=NOW
            ),
            lambda: recording.let_in(cast.hazel, user=cast.user("chair"), reason="x", by=intruder, at=NOW),
            lambda: recording.ask_to_lift(cast.hazel, reason="x", by=intruder, at=NOW),
        ):
            with pytest.raises(Refused):
                refused()
        for made in (
            lambda: Grant.objects.create(
                child=cast.hazel, user=intruder, kind="named", reason="x", by=intruder, starts_at=NOW
            ),
            lambda: enter(cast.hazel, kind="test.note", summary="x", happened_at=NOW, by=intruder, at=NOW),
            lambda: allocate(
                cast.hazel,
                team=cast.north,
                worker=cast.workers["service_manager"],
                starts_on=NOW.date(),
                role="other",
                by=intruder,
                at=NOW,
            ),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                made()
        assert Child.objects.filter(pk=cast.hazel.pk).update(restricted=False) == 0
    assert Child.objects.get(pk=cast.hazel.pk).restricted


def test_who_was_invited_invites_nobody_and_restricts_nothing(cast: Cast, manager: User) -> None:
    outsider, path = cast.user("outsider"), f"/children/{cast.ash.pk}"
    with acting_as(manager):
        recording.let_in(cast.ash, user=outsider, reason="x", by=manager, at=now())
    assert "Let somebody see this record" not in (signed_in(outsider).get(f"{path}/access/").content.decode())
    answer = send(
        outsider, f"{path}/access/invitation/", user=cast.user("chair").pk, reason="x", **last_day(3)
    )
    assert answer.status_code == 403
    assert "You were let in to this record yourself" in answer.content.decode()
    invited = Grant.objects.get(child=cast.ash, user=cast.user("partner"))
    assert send(outsider, f"/access/{invited.pk}/end/").status_code == 403


def test_nobody_is_offered_or_names_themselves(cast: Cast, worker: User) -> None:
    page = signed_in(worker).get(f"/children/{cast.ash.pk}/access/invitation/").content.decode()
    assert f'value="{worker.pk}"' not in page
    with acting_as(worker), pytest.raises(Refused, match="Nobody lets themselves in"):
        recording.let_in(cast.ash, user=worker, reason="x", by=worker, at=NOW)


def test_a_grant_ends_with_its_cause(cast: Cast, worker: User) -> None:
    """Struck out by anybody, anywhere; or undone while the entry stands."""
    causes = [
        enter(cast.ash, kind="test.note", summary="x", happened_at=NOW, by=worker, at=NOW) for _ in range(3)
    ]
    given = {"team": cast.interviewers, "kind": Grant.DUTY, "reason": "x", "by": cast.system, "at": NOW}
    grants = [recording.let_in(cast.ash, because_of=cause, **given) for cause in causes]
    later = now()
    with acting_as(worker):
        strike_out(causes[0], reason="Wrong child", by=worker, at=later)
        recording.end_what_it_gave(causes[1], by=worker, at=later)
    assert set(Grant.objects.standing(later).filter(pk__in=[grant.pk for grant in grants])) == {grants[2]}
    assert "interviewer" in seen_by(cast, cast.ash)
    with acting_as(worker):
        strike_out(causes[2], reason="Wrong child", by=worker, at=later)
    assert "interviewer" not in seen_by(cast, cast.ash)


@pytest.mark.parametrize(
    ("who", "child", "passes"),
    [
        ("worker", "ash", False),  # through their work
        ("partner", "ash", True),  # invited
        ("outsider", "ash", False),  # and who does not see them passes nowhere
    ],
)
def test_whoever_was_let_in_passes_through(cast: Cast, who: str, child: str, passes: bool) -> None:
    user, theirs = cast.user(who), getattr(cast, child)
    assert footing.passes(theirs, user) is passes
    if passes:
        with pytest.raises(NotYours, match="let in to this record yourself"):
            footing.refuse_passing(theirs, user)
    else:
        footing.refuse_passing(theirs, user)


def test_whose_child_it_is_not_is_told_before_a_form_is_filled_in(cast: Cast) -> None:
    footing.require_theirs(cast.ash, cast.user("manager"))
    with pytest.raises(PermissionDenied, match="Only those whose child this is"):
        footing.require_theirs(cast.ash, cast.user("principal"))


def test_whoever_only_broke_in_records_nothing(cast: Cast) -> None:
    intruder = cast.user("outsider")
    footing.refuse_opened(cast.briar, intruder)  # the database refuses who does not see them
    with acting_as(intruder):
        recording.break_glass(
            known_by="name", surname="Beech", born_on=date(2011, 4, 2), reason="x", by=intruder, at=now()
        )
    with pytest.raises(NotYours, match="You may read it, and nothing else"):
        footing.refuse_opened(cast.briar, intruder)
    footing.refuse_opened(cast.briar, cast.user("colleague"))
