from __future__ import annotations

from datetime import date

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.claims import recording
from kittiwake.primitives.claims.echoes import recording as echo_recording
from kittiwake.primitives.claims.models import Claim, EchoDecision, Entity
from kittiwake.primitives.claims.tests.made import claimed
from kittiwake.record import recording as record
from tests.cast import NOW, Cast


def test_a_claim_keeps_what_was_said_its_grade_and_its_day(cast: Cast) -> None:
    claim = claimed(cast, cast.ash, number="AB12 CDE")
    assert (claim.wording, claim.match_key, str(claim.grade)) == ("Blue Astra", "AB12CDE", "2A P")
    assert claim.last_confirmed_on == date(2026, 11, 23)
    assert not claim.has_faded(date(2027, 5, 24))
    assert claim.has_faded(date(2027, 5, 25))
    assert claim.decision == ""


def test_it_refuses_a_number_that_cannot_be_one(cast: Cast) -> None:
    with pytest.raises(Refused, match="numbers only") as refused:
        claimed(cast, cast.ash, "phone", number="not known")
    assert refused.value.field == "number"
    assert not Claim.objects.exists()


def test_conditions_of_sharing_are_said(cast: Cast) -> None:
    with pytest.raises(Refused, match="conditions"):
        claimed(cast, cast.ash, handling="C")
    assert claimed(cast, cast.ash, handling="C", conditions="Police only").conditions == "Police only"


def test_it_refuses_to_end_before_it_began_and_to_name_the_child_themselves(cast: Cast) -> None:
    with pytest.raises(Refused, match="last day"):
        claimed(cast, cast.ash, from_on=date(2026, 3, 2), to_on=date(2026, 3, 1))
    with pytest.raises(Refused, match="another child"):
        claimed(cast, cast.ash, "child", named_child=cast.ash)


def test_accepting_says_what_it_is(cast: Cast) -> None:
    claim = claimed(cast, cast.ash, "person", "Dev")
    recording.decide(claim, verdict="accepted", label="Dev, about 24", by=cast.user("worker"), at=NOW)
    assert claim.entity == Entity.objects.get(label="Dev, about 24")
    assert claim.decided_by == cast.user("worker")


def test_one_whole_number_is_one_thing(cast: Cast) -> None:
    one, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.briar, number="ab12 cde")
    for claim in (one, other):
        recording.decide(claim, verdict="accepted", by=cast.user("worker"), at=NOW)
    assert one.entity == other.entity
    assert Entity.objects.count() == 1


def test_two_people_of_one_name_are_two_until_somebody_says(cast: Cast) -> None:
    one, other = claimed(cast, cast.ash, "person", "Dev"), claimed(cast, cast.briar, "person", "Dev")
    recording.decide(one, verdict="accepted", by=cast.user("worker"), at=NOW)
    recording.decide(other, verdict="accepted", by=cast.user("worker"), at=NOW)
    assert one.entity != other.entity
    recording.decide(other, verdict="accepted", entity=one.entity, by=cast.user("worker"), at=NOW)
    assert one.entity == other.entity


def test_a_named_child_is_no_thing(cast: Cast) -> None:
    claim = claimed(cast, cast.ash, "child", "Briar")
    recording.decide(claim, verdict="accepted", named_child=cast.briar, by=cast.user("worker"), at=NOW)
    assert (claim.entity, claim.named_child) == (None, cast.briar)


def test_refusing_needs_a_reason_and_may_be_taken_back(cast: Cast) -> None:
    claim = claimed(cast, cast.ash)
    with pytest.raises(Refused, match="why it is not so"):
        recording.decide(claim, verdict="refused", by=cast.user("worker"), at=NOW)
    recording.decide(claim, verdict="refused", reason="His aunt's car", by=cast.user("worker"), at=NOW)
    assert not Claim.objects.standing().exists()
    recording.decide(claim, verdict="unsure", by=cast.user("worker"), at=NOW)
    assert Claim.objects.standing().get() == claim
    changes = Event.objects.filter(what="claims.decided").order_by("pk").last().changes
    assert changes["Decision"] == ["It is not so", "Not sure yet"]


def test_a_thing_of_another_kind_is_refused(cast: Cast) -> None:
    person, car = claimed(cast, cast.ash, "person", "Dev"), claimed(cast, cast.ash)
    recording.decide(person, verdict="accepted", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="same kind"):
        recording.decide(car, verdict="accepted", entity=person.entity, by=cast.user("worker"), at=NOW)


def test_confirming_keeps_it_in_date_and_never_sets_it_back(cast: Cast) -> None:
    claim = claimed(cast, cast.ash, said_on=date(2026, 1, 5))
    assert not Claim.objects.in_date(date(2026, 11, 23)).exists()
    recording.confirm(claim, confirmed_on=date(2026, 11, 20), by=cast.user("worker"), at=NOW)
    recording.confirm(claim, confirmed_on=date(2026, 3, 1), by=cast.user("worker"), at=NOW)
    assert Claim.objects.in_date(date(2026, 11, 23)).get().last_confirmed_on == date(2026, 11, 20)
    with pytest.raises(Refused, match="in the past"):
        recording.confirm(claim, confirmed_on=date(2026, 11, 24), by=cast.user("worker"), at=NOW)


def test_an_echo_is_decided_for_a_reason_and_known_from_both_sides(cast: Cast) -> None:
    one, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12CDE")
    with pytest.raises(Refused, match="think so"):
        echo_recording.decide_echo(one, other_id=other.pk, verdict="same", by=cast.user("worker"), at=NOW)
    echo_recording.decide_echo(
        one, other_id=other.pk, verdict="same", reason="Same plate", by=cast.user("worker"), at=NOW
    )
    assert EchoDecision.objects.get().other_claim == other
    with pytest.raises(Refused, match="no longer match"):
        echo_recording.decide_echo(
            one, other_id=claimed(cast, cast.briar).pk, verdict="unsure", by=cast.system, at=NOW
        )


def test_a_claim_on_a_struck_out_entry_no_longer_stands(cast: Cast) -> None:
    claim = claimed(cast, cast.ash)
    record.strike_out(claim.entry, reason="Another child's", by=cast.system, at=NOW)
    assert not Claim.objects.standing().exists()


def test_what_is_said_of_a_child_stands_on_their_own_record(cast: Cast) -> None:
    entry = claimed(cast, cast.briar).entry
    with pytest.raises(Refused, match="another child's record"):
        recording.make(
            entry, cast.ash, kind="vehicle", wording="A van", link="driven_in", by=cast.system, at=NOW
        )
    assert Claim.objects.get().child == cast.briar
