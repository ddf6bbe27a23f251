"""Exit interviews: who holds them, who reads them, and what is told of them without a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce.leaving import queries as queries_of_leaving
from kittiwake.assurance.workforce.leaving import recording
from kittiwake.assurance.workforce.models import ExitInterview
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from tests.cast import NOW, PEOPLE, Cast, signed_in

TODAY = NOW.date()
WORDS = "Nobody listened to Quillon"
READERS = {"service_manager", "principal", "director", "auditor"}  # the auditor held it


@pytest.fixture
def system(cast: Cast) -> Iterator[dict[str, Any]]:
    with acting_as_system() as user:
        yield {"by": user, "at": NOW}


def hold(cast: Cast, by: dict[str, Any], who: str = "worker", **changed: Any) -> ExitInterview:
    facts = {
        "held_by": cast.workers["auditor"], "held_on": TODAY, "reasons": ["pay", "caseload"], "words": WORDS,
        "would_have_kept": "Fewer children", "may_share": True, **changed,
    }  # fmt: skip
    return recording.hold_exit_interview(cast.workers[who], **facts, **by)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"held_by": "manager"}, "Manager managed them. Choose somebody who did not"),
        ({"held_by": "worker"}, "Nobody holds their own exit interview"),
        ({"held_on": TODAY + timedelta(days=1)}, "This day is to come"),
        ({"reasons": []}, "Choose from the list"),
        ({"reasons": ["weather"]}, "Choose from the list"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(cast, system, changed: dict[str, Any], said: str) -> None:
    if "held_by" in changed:
        changed = {"held_by": cast.workers[changed["held_by"]]}
    with pytest.raises(Refused, match=said):
        hold(cast, system, **changed)


@pytest.mark.parametrize(
    ("by", "said"), [("manager", "You managed them"), ("worker", "Somebody else writes down")]
)
def test_nor_does_who_managed_them_write_it_down(cast: Cast, by: str, said: str) -> None:
    with acting_as(cast.user(by)), pytest.raises(Refused, match=said):
        hold(cast, {"by": cast.user(by), "at": NOW})


def test_it_is_held_once_and_again_when_it_was_struck_out(cast, system) -> None:
    made = hold(cast, system)
    with pytest.raises(Refused, match="recorded already"):
        hold(cast, system)
    recording.strike_out_exit_interview(made, reason="Somebody else", **system)
    with pytest.raises(Refused, match="already been struck out"):
        recording.strike_out_exit_interview(made, reason="x", **system)
    hold(cast, system)


def test_who_managed_them_is_known_after_their_place_has_ended(cast, system) -> None:
    left = TODAY - timedelta(days=30)
    Membership.objects.filter(worker=cast.workers["worker"]).update(ends_on=left)
    Membership.objects.filter(worker=cast.workers["manager"]).update(ends_on=TODAY - timedelta(days=9))
    Membership.objects.create(
        worker=cast.workers["outsider"], team=cast.north, manages=True, starts_on=TODAY - timedelta(days=9)
    )
    assert list(queries_of_leaving.managers_of(cast.workers["worker"], TODAY)) == [cast.workers["manager"]]


@pytest.mark.parametrize("name", PEOPLE)
def test_each_reads_what_the_rule_says_and_no_more(cast: Cast, name: str) -> None:
    with acting_as_system() as system:
        made = hold(cast, {"by": system, "at": NOW})
    with acting_as(cast.user(name)):
        assert ExitInterview.objects.exists() is (name in READERS)
    client = signed_in(cast.user(name))
    for address in (made.get_absolute_url(), "/leavers/", reverse("workforce:worker", args=[made.worker_id])):
        answer = client.get(address).content.decode()
        assert (WORDS in answer) is (name in READERS and address == made.get_absolute_url())


def test_their_service_manager_still_reads_it_when_they_have_gone(cast: Cast) -> None:
    with acting_as_system() as system:
        made = hold(cast, {"by": system, "at": NOW})
        Membership.objects.filter(worker=made.worker).update(ends_on=TODAY)
    with acting_as(cast.user("service_manager")):
        assert ExitInterview.objects.exists()


def test_a_service_manager_reads_nothing_of_who_answered_to_them(cast: Cast) -> None:
    with acting_as_system() as system:
        hold(cast, {"by": system, "at": NOW}, who="manager")
    with acting_as(cast.user("service_manager")):
        assert not ExitInterview.objects.exists()
    with acting_as(cast.user("director")):
        assert ExitInterview.objects.exists()


def test_a_director_reads_nothing_of_what_they_said_themselves(cast: Cast) -> None:
    with acting_as_system() as system:
        hold(cast, {"by": system, "at": NOW}, who="director")
    with acting_as(cast.user("director")):
        assert not ExitInterview.objects.exists()


@pytest.fixture
def gone(cast: Cast) -> list[Worker]:
    """Four left the north team."""
    today = local_date(now())
    every = [Worker.objects.create(name=f"Lark {number}", ends_on=today) for number in range(4)]
    for worker in every:
        Membership.objects.create(worker=worker, team=cast.north, starts_on=date(2025, 1, 6), ends_on=today)
    return every


def _all_said(cast: Cast, gone: list[Worker], *reasons: list[str], **more: Any) -> None:
    with acting_as_system() as system:
        for worker, given in zip(gone, reasons, strict=False):
            recording.hold_exit_interview(
                worker, held_by=cast.workers["auditor"], held_on=local_date(now()), reasons=given,
                may_share=more.get("may_share", True), words=WORDS, by=system, at=now(),
                would_have_kept=more.get("kept", f"Kept by {worker}"),
            )  # fmt: skip


def leavers(cast: Cast, who: str = "director") -> str:
    return signed_in(cast.user(who)).get("/leavers/").content.decode()


def test_reasons_are_counted_and_few_are_not(cast: Cast, gone: list[Worker]) -> None:
    _all_said(cast, gone, ["pay"], ["pay"], ["pay", "travel"], ["manager"])
    html = leavers(cast)
    assert "Of 4 exit interviews" in html
    assert "Pay and conditions" in html
    assert html.count("Fewer than 3") == 2
    assert WORDS not in html


def test_two_are_too_few_to_say_anything_of(cast: Cast, gone: list[Worker]) -> None:
    _all_said(cast, gone, ["pay"], ["pay"])
    html = leavers(cast)
    assert "Too few to count" in html
    assert "Pay and conditions" not in html
    assert "Kept by" not in html


def test_words_are_shared_by_who_agreed_and_only_among_several(cast: Cast, gone: list[Worker]) -> None:
    _all_said(cast, gone, ["pay"], ["pay"], ["pay"], kept="Fewer children for each of us")
    assert leavers(cast).count("Fewer children for each of us") == 3


def test_words_somebody_kept_to_themselves_are_not_shared(cast: Cast, gone: list[Worker]) -> None:
    _all_said(cast, gone, ["pay"], ["pay"], ["pay"], may_share=False, kept="Fewer children for each of us")
    assert "Fewer children for each of us" not in leavers(cast)


def test_who_has_not_been_asked_is_on_the_list(cast: Cast, gone: list[Worker]) -> None:
    _all_said(cast, gone, ["pay"])
    html = leavers(cast, "service_manager")
    assert html.count("None recorded") == 3
    assert "Held on" in html


def test_a_service_manager_is_shown_leavers_of_their_own_teams(cast: Cast, gone: list[Worker]) -> None:
    with acting_as_system():
        Membership.objects.filter(worker=gone[0]).update(team=cast.police)
    assert "Lark 0" not in leavers(cast, "service_manager")
    assert "Lark 0" in leavers(cast, "director")


def test_the_service_manager_records_one_and_reads_it(cast: Cast, gone: list[Worker]) -> None:
    today = local_date(now())
    day = {f"held_on_{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    typed = {
        "held_by": str(cast.workers["auditor"].pk),
        "reasons": ["pay"],
        "words": WORDS,
        "may_share": "no",
    }
    address = reverse("workforce:hold_exit_interview", args=[gone[0].pk])
    data = {"once": str(uuid4()), **day, **typed}
    html = signed_in(cast.user("service_manager")).post(address, data, follow=True).content.decode()
    assert WORDS in html
    assert "Who managed them cannot read this" in html


def test_a_refusal_keeps_what_was_typed(cast: Cast, gone: list[Worker]) -> None:
    day = {"held_on_day": "2", "held_on_month": "11", "held_on_year": "2026"}
    typed = {
        "held_by": str(cast.workers["manager"].pk),  # who managed them is not offered
        "reasons": ["pay"],
        "words": WORDS,
        "may_share": "no",
    }
    address = reverse("workforce:hold_exit_interview", args=[gone[0].pk])
    answer = signed_in(cast.user("director")).post(address, {"once": str(uuid4()), **day, **typed})
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
