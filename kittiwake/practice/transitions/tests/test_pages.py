from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.practice.return_interviews.tests.made import moment, once
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.transitions import recording, rules
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.broken_links import LINKS
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.practice.transitions.models import AdultReferral, Pathway, Staying
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, make_child, signed_in

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def a_young_person(cast: Cast, born_on: date = date(2009, 1, 10), *, in_care: bool = True) -> Child:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    if in_care:
        record.start_track(child, kind="in_care", starts_on=date(2025, 1, 6), by=cast.system, at=NOW)
    return child


def typed(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def by(cast: Cast) -> dict:
    return {"by": cast.user("worker"), "at": NOW}


def agreed(cast: Cast, child: Child, on: date = TODAY, **more) -> Pathway:
    return recording.agree_pathway(child, agreed_on=on, aims="A flat", took_part=True, **more, **by(cast))


@pytest.mark.parametrize(
    ("born_on", "why"),
    [(None, "not known"), (date(2012, 1, 1), "under 15"), (date(2001, 11, 23), "25 or over")],
)
def test_it_refuses_a_pathway_at_the_wrong_age_or_without_a_birthday(cast: Cast, born_on, why: str):
    child = a_young_person(cast, born_on, in_care=False)
    with pytest.raises(Refused, match=why):
        agreed(cast, child)
    page = signed_in(cast.user("worker")).get(reverse("transitions:transition", args=[child.pk]))
    assert why in page.content.decode()


def test_a_plan_without_the_young_person_says_why(cast: Cast):
    child = a_young_person(cast)
    with pytest.raises(Refused, match="did not take part"):
        recording.agree_pathway(child, agreed_on=TODAY, aims="A flat", took_part=False, **by(cast))


def test_each_review_stops_the_clock_and_starts_the_next(cast: Cast):
    child = a_young_person(cast)
    first, second = agreed(cast, child, date(2026, 5, 31)), agreed(cast, child, date(2026, 11, 20))
    clock = Clock.objects.get(entry=first.entry)
    assert clock.due_at.date() == date(2026, 11, 30)  # 31 May and six months
    assert clock.stopped_by == second.entry
    assert second.review_of == first
    with pytest.raises(Refused, match="later plan"):
        agreed(cast, child, date(2026, 6, 1))


def contacted(cast: Cast, child: Child, at: datetime, how: str):
    facts = {"adviser_name": "Adviser", "how": how, "activity": "work"}
    return advisers.contact(child, contacted=Moment(at), **facts, **by(cast))


def test_only_being_in_touch_and_a_visit_stop_their_clocks(cast: Cast):
    child = a_young_person(cast)
    home = homes.live_at(
        child,
        starts_on=date(2026, 11, 2),
        kind="supported",
        is_suitable=True,
        council_provides=True,
        **by(cast),
    )
    due = {clock.key: clock.due_at.date() for clock in Clock.objects.filter(entry=home.entry)}
    assert due == {
        rules.FIRST_VISIT.key: date(2026, 11, 9),
        rules.VISIT_BEFORE_REVIEW.key: date(2026, 11, 30),
        rules.REVIEW_AFTER_MOVE.key: date(2026, 11, 30),
    }
    clock = Clock.objects.get(entry=home.entry, key=rules.FIRST_VISIT.key)
    contacted(cast, child, datetime(2026, 11, 3, 10, tzinfo=UTC), "none")
    contacted(cast, child, datetime(2026, 11, 4, 10, tzinfo=UTC), "phone")
    clock.refresh_from_db()
    assert clock.stopped_at is None
    visit = contacted(cast, child, datetime(2026, 11, 6, 10, tzinfo=UTC), "visit")
    clock.refresh_from_db()
    assert clock.stopped_by == visit.entry
    kept = [rules.CONTACT.key, rules.VISIT.key]
    running = {clock.key: clock.due_at.date() for clock in Clock.objects.running().filter(key__in=kept)}
    assert running == {rules.CONTACT.key: date(2027, 1, 1), rules.VISIT.key: date(2027, 1, 6)}
    recording.strike_out(visit.entry, reason="Another day", **by(cast))
    clock.refresh_from_db()
    assert clock.stopped_at is None


def test_nowhere_settled_never_suits(cast: Cast):
    with pytest.raises(Refused, match="not suitable"):
        homes.live_at(
            a_young_person(cast),
            starts_on=TODAY,
            kind="no_fixed",
            is_suitable=True,
            council_provides=False,
            **by(cast),
        )


def asked(cast: Cast, child: Child) -> AdultReferral:
    return adult_services.refer(
        child,
        referred_on=date(2026, 10, 1),
        to_whom="Adult services",
        needs="A home",
        agrees=True,
        **by(cast),
    )


def test_adult_services_answer_once_and_a_no_has_its_reason(cast: Cast):
    referral = asked(cast, a_young_person(cast))
    facts = {"answered_on": date(2026, 11, 1), "answer": "refused", "adult_worker": "", **by(cast)}
    with pytest.raises(Refused, match="reason they gave"):
        adult_services.answer(referral, words="", **facts)
    adult_services.answer(referral, words="No care needs", **facts)
    with pytest.raises(Refused, match="already been recorded"):
        adult_services.answer(referral, words="No care needs", **facts)


def test_it_refuses_a_second_question_while_one_waits_and_an_answer_before_it(cast: Cast):
    child = a_young_person(cast)
    referral = asked(cast, child)
    with pytest.raises(Refused, match="have not answered"):
        asked(cast, child)
    facts = {"answer": "accepted", "words": "", "adult_worker": "A", **by(cast)}
    with pytest.raises(Refused, match="on or after"):
        adult_services.answer(referral, answered_on=date(2026, 9, 30), **facts)


def test_staying_ends_after_the_birthday(cast: Cast):
    child = a_young_person(cast)
    facts = {"worker_name": "Worker", "agreed_on": TODAY, "agreed_by": "Manager", **by(cast)}
    with pytest.raises(Refused, match="not after they turn 18"):
        recording.stay(child, until_on=date(2027, 1, 10), **facts)
    recording.stay(child, until_on=date(2027, 1, 11), **facts)


def find(number: int, at: datetime = NOW) -> set[int]:
    return {broken.child_id for broken in LINKS[number].find(lambda model: model.objects.all(), at)}


def test_turning_18_without_what_is_owed_is_a_broken_link_until_it_is_there(cast: Cast):
    child = a_young_person(cast)  # 18 on 10 January 2027
    after = datetime(2027, 1, 11, 9, tzinfo=UTC)
    assert (find(1), find(0)) == ({child.pk}, set())
    assert (find(1, after), find(0, after)) == (set(), {child.pk})
    recording.assess(child, assessed_on=TODAY, home="A flat", **by(cast))
    agreed(cast, child)
    recording.stay(child, worker_name="Worker", agreed_on=TODAY, agreed_by="Manager", **by(cast))
    record.allocate(
        child,
        team=cast.north,
        worker=cast.workers["worker"],
        role="personal_adviser",
        starts_on=TODAY,
        by=cast.system,
        at=NOW,
    )
    assert find(1) == set()
    assert find(0, after) == set()


def test_a_worker_who_stays_no_longer_is_a_broken_link_again(cast: Cast):
    child = a_young_person(cast, in_care=False)
    risks.open_risk(child, domain="county_lines", level="moderate", why="Debt", **by(cast))
    recording.stay(
        child, worker_name="W", agreed_on=TODAY, agreed_by="M", until_on=date(2027, 1, 20), **by(cast)
    )
    referral = asked(cast, child)
    adult_services.answer(
        referral, answered_on=TODAY, answer="refused", words="No", adult_worker="", **by(cast)
    )
    assert find(0, datetime(2027, 1, 12, 9, tzinfo=UTC)) == set()
    assert find(0, datetime(2027, 1, 20, 9, tzinfo=UTC)) == {child.pk}


def test_nobody_drops_off_the_list_at_18(cast: Cast):
    child = a_young_person(cast)
    worker = cast.user("worker")
    for at in (NOW, NOW + timedelta(days=60), NOW + timedelta(days=6 * 365)):
        with time_machine.travel(at, tick=False):
            page = signed_in(worker).get(reverse("transitions:forward")).content.decode()
            assert child.name in page
    with time_machine.travel(datetime(2034, 1, 11, 9, tzinfo=UTC), tick=False):  # 25
        assert child.name not in signed_in(worker).get(reverse("transitions:forward")).content.decode()


def test_a_worker_stays_from_the_form_and_the_page_says_so(cast: Cast):
    child, client = a_young_person(cast), signed_in(cast.user("worker"))
    url = reverse("transitions:stay", args=[child.pk])
    answers = {
        "worker_name": "Worker",
        "agreed_by": "Manager",
        "child_words": "I want Worker",
        **typed("agreed_on", TODAY),
    }
    response = client.post(url, once(**answers))
    assert response.url == Staying.objects.get().get_absolute_url()
    assert "“I want Worker”" in client.get(response.url).content.decode()
    page = client.get(reverse("transitions:transition", args=[child.pk])).content.decode()
    assert "Worker stays after 18" in page
    assert "Eligible: 16 or 17" in page


def test_a_contact_from_the_form_keeps_what_was_typed_when_it_is_in_the_future(cast: Cast):
    child, client = a_young_person(cast), signed_in(cast.user("worker"))
    url = reverse("transitions:make_contact", args=[child.pk])
    answers = {"adviser_name": "Adviser", "how": "phone", "activity": "work", "words": "Sounds well"}
    refused = client.post(url, once(**answers, **moment("contacted", NOW + timedelta(hours=1))))
    assert refused.status_code == 422
    assert "Sounds well" in refused.content.decode()
    assert client.post(url, once(**answers, **moment("contacted", NOW))).status_code == 302


@pytest.mark.parametrize(
    ("name", "status"),
    [("worker", 200), ("outsider", 404), ("partner", 403), ("young_person", 403), ("support", 403)],
)
def test_who_may_open_the_pages(cast: Cast, name: str, status: int):
    child = a_young_person(cast)
    referral, plan = asked(cast, child), agreed(cast, child)
    of_child = ("transition", "assess", "agree_pathway", "live_at", "make_contact", "refer", "stay")
    urls = [reverse(f"transitions:{page}", args=[child.pk]) for page in of_child]
    urls += [
        reverse(f"transitions:{page}", args=[referral.pk])
        for page in ("referral", "answer", "meet", "strike_out")
    ]
    client = signed_in(cast.user(name))
    for url in [*urls, plan.get_absolute_url()]:
        assert client.get(url).status_code == status, url


def test_it_strikes_out_only_its_own_kinds(cast: Cast):
    risk = risks.open_risk(cast.ash, domain="county_lines", level="moderate", why="Debt", **by(cast))
    url = reverse("transitions:strike_out", args=[risk.pk])
    assert signed_in(cast.user("worker")).get(url).status_code == 404
