"""What one account says of another: that it is there, and never whose it is."""

from __future__ import annotations

import pytest
from django.db import connection

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.history.refusal import Refused
from kittiwake.primitives.claims import recording
from kittiwake.primitives.claims.echoes import recording as echo_recording
from kittiwake.primitives.claims.echoes.matching import Echo, echoes
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.claims.tests.made import claimed
from kittiwake.record import recording as record
from kittiwake.record.identifiers import Likeness
from tests.cast import NOW, Cast


def heard(claim: Claim, user: User) -> list[Echo]:
    with acting_as(user):
        return echoes(claim)


def test_the_same_plate_in_a_child_one_may_not_see_is_an_echo_without_a_name(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12 CDE")
    (echo,) = heard(mine, cast.user("worker"))
    assert echo == Echo(other.pk, NOW.date(), False, False, Likeness.SAME, "")
    assert not {"child", "child_id", "name"} & set(Echo.__dataclass_fields__)


def test_whoever_may_see_both_is_told_so(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.rowan, number="AB12CDE")
    assert [echo.may_see for echo in heard(mine, cast.user("service_manager"))] == [True]


def test_of_a_restricted_child_nothing_is_heard_but_by_those_who_see_them(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.hazel, number="AB12CDE")
    for who in ("director", "manager", "colleague"):
        assert heard(mine, cast.user(who)) == []
    assert [echo.may_see for echo in heard(mine, cast.user("worker"))] == [True]


@pytest.mark.parametrize("name", ["outsider", "partner", "young_person", "member"])
def test_nobody_hears_echoes_of_a_claim_they_may_not_see(cast: Cast, name: str) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.rowan, number="AB12CDE")
    assert heard(mine, cast.user(name)) == []


def test_the_database_gives_no_child_even_when_asked_directly(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.rowan, number="AB12CDE")
    with acting_as(cast.user("worker")), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM claims_echoes(%s, %s)", [mine.pk, 0.5])
        assert [column.name for column in cursor.description] == [
            "claim_id",
            "match_key",
            "said_on",
            "same_child",
            "may_see",
            "verdict",
        ]
        assert len(cursor.fetchall()) == 1
    with acting_as(cast.user("worker")):
        assert not Claim.objects.filter(child=cast.rowan).exists()


@pytest.mark.parametrize(
    ("kind", "mine", "theirs", "likeness"),
    [
        ("vehicle", "AB12C??", "AB12CDE", Likeness.POSSIBLE),
        ("vehicle", "ABI2 CDO", "AB12 CD0", Likeness.SAME),
        ("phone", "07700 900123", "+44 7700 900123", Likeness.SAME),
        ("phone", "07700 9??123", "07700 900123", Likeness.POSSIBLE),
        ("phone", "900123", "07700 900123", Likeness.POSSIBLE),
    ],
)
def test_numbers_are_compared_as_far_as_they_are_known(
    cast: Cast, kind: str, mine: str, theirs: str, likeness: Likeness
) -> None:
    claim = claimed(cast, cast.ash, kind, number=mine)
    claimed(cast, cast.rowan, kind, number=theirs)
    assert [echo.likeness for echo in heard(claim, cast.user("worker"))] == [likeness]


@pytest.mark.parametrize(
    ("kind", "mine", "theirs", "is_echo"),
    [
        ("place", "Flat 2, Elm Court", "the flat at Elm Court", True),
        ("place", "Elm Court", "The bus station", False),
        ("person", "Dev", "dev", True),
        ("person", "Dev", "Marlon", False),
    ],
)
def test_names_alike_are_possible_echoes(
    cast: Cast, kind: str, mine: str, theirs: str, is_echo: bool
) -> None:
    claim = claimed(cast, cast.ash, kind, mine)
    claimed(cast, cast.rowan, kind, theirs)
    likenesses = [echo.likeness for echo in heard(claim, cast.user("worker"))]
    assert likenesses == ([Likeness.POSSIBLE] if is_echo else [])


def test_another_plate_another_kind_and_no_number_are_no_echo(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.rowan, number="XY34 FGH")
    claimed(cast, cast.rowan, number="XY34 F??")
    claimed(cast, cast.rowan)
    claimed(cast, cast.rowan, "place", "AB12CDE")
    assert heard(mine, cast.user("worker")) == []
    assert heard(claimed(cast, cast.ash), cast.user("worker")) == []


def test_what_was_refused_or_struck_out_is_no_echo(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    refused, struck = claimed(cast, cast.rowan, number="AB12CDE"), claimed(cast, cast.briar, number="AB12CDE")
    recording.decide(refused, verdict="refused", reason="Misread", by=cast.system, at=NOW)
    record.strike_out(struck.entry, reason="Wrong child", by=cast.system, at=NOW)
    assert heard(mine, cast.user("worker")) == []


def test_the_newest_verdict_counts_from_either_side(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12CDE")
    facts = {"by": cast.system, "at": NOW}
    echo_recording.decide_echo(mine, other_id=other.pk, verdict="unsure", **facts)
    echo_recording.decide_echo(other, other_id=mine.pk, verdict="different", reason="Cloned plate", **facts)
    assert [echo.verdict for echo in heard(mine, cast.user("worker"))] == ["different"]


def test_whoever_may_not_see_the_other_account_gives_no_verdict(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12CDE")
    by = cast.user("worker")
    with acting_as(by), pytest.raises(Refused, match="Ask somebody who may see both"):
        echo_recording.decide_echo(mine, other_id=other.pk, verdict="same", reason="x", by=by, at=NOW)


def test_the_same_child_saying_it_again_is_told_apart(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    claimed(cast, cast.ash, number="AB12CDE")
    assert [(echo.same_child, echo.may_see) for echo in heard(mine, cast.user("worker"))] == [(True, True)]
