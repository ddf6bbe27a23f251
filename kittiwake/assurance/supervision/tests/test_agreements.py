"""Who supervises whom from when to when, and what that lets be recorded."""

from __future__ import annotations

import re

import pytest

from kittiwake.assurance.supervision import recording
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import SupervisionAgreement
from kittiwake.assurance.supervision.tests.scenes import DAY, agree
from kittiwake.assurance.supervision.tests.test_recording import TODAY
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast


def test_a_new_agreement_ends_the_one_before(cast: Cast) -> None:
    first = agree(cast)
    agree(cast, by="service_manager", starts_on=TODAY)
    first.refresh_from_db()
    assert first.ends_on == TODAY
    assert SupervisionAgreement.objects.on(TODAY).get().supervisor == cast.workers["service_manager"]
    with pytest.raises(Refused, match="Another agreement starts that day or later"):
        agree(cast, starts_on=TODAY)


@pytest.mark.parametrize("who", ["director", "partner", "support"])
def test_it_refuses_a_supervisor_who_could_not_record(cast: Cast, who: str) -> None:
    with pytest.raises(Refused, match="cannot record supervision here"):
        agree(cast, by=who)


def test_an_agreement_ends_on_a_day_of_its_own_and_once(cast: Cast) -> None:
    agreement, facts = agree(cast), {"by": cast.user("manager"), "at": NOW}
    with pytest.raises(Refused, match="before the agreement started") as refused:
        agreements.end_agreement(agreement, ends_on=agreement.starts_on - DAY, **facts)
    assert refused.value.field == "ends_on"
    agreements.end_agreement(agreement, ends_on=TODAY, **facts)
    with pytest.raises(Refused, match="already ended"):
        agreements.end_agreement(agreement, ends_on=TODAY, **facts)


@pytest.mark.parametrize(
    ("supervisor", "why"),
    [("worker", "Nobody supervises themselves"), ("manager", ""), ("outsider", "Somebody else supervises")],
)
def test_who_may_have_supervised_somebody_on_whatever_day(cast: Cast, supervisor: str, why: str) -> None:
    worker = cast.workers["worker"]
    agree(cast)
    said = recording.why_not_hold(worker, cast.workers[supervisor])
    assert bool(said) is bool(why)
    assert re.search(why, said)
    assert recording.why_not_hold(cast.workers["colleague"], cast.workers["outsider"]) == "", (
        "nothing was agreed"
    )
