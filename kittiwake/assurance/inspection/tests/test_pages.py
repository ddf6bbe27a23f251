"""Pages of inspections, concerns and evidence as people meet them: states, mistakes, and who is shown what."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.models import Concern, Inspection, Judgement, SelfEvaluation
from kittiwake.assurance.inspection.tests.made import acted, closed, day, held, judged, raised, shown
from kittiwake.assurance.inspection.tests.test_evidence import an_entry
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def read(cast: Cast, who: str, address: str) -> str:
    answer = signed_in(cast.user(who)).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(cast: Cast, who: str, address: str, **answers: Any):
    return signed_in(cast.user(who)).post(address, {"once": str(uuid4()), **answers}, follow=True)


def days(**named: date) -> dict[str, int]:
    parts = ("day", "month", "year")
    return {f"{name}_{part}": getattr(on, part) for name, on in named.items() for part in parts}


def a_concern(cast: Cast, **more: Any) -> Concern:
    with acting_as_system():
        return raised(cast, **more)


def test_nothing_yet_says_what_to_begin_with(cast: Cast) -> None:
    assert "No inspection or visit yet" in read(cast, "service_manager", "/inspections/")
    assert "No concern is open" in read(cast, "member", "/inspections/concerns/")
    assert "Nothing is written yet" in read(cast, "inspector", "/inspections/self-evaluation/")
    assert "Nothing drawn yet" in read(cast, "manager", "/inspections/samples/")
    assert "None yet" in read(cast, "analyst", "/inspections/packs/")


def test_a_visit_is_recorded_and_a_concern_raised_from_it(cast: Cast) -> None:
    answers = {"kind": rules.MONITORING, "themes": "Missing children", **days(starts_on=day(40), ends_on=day(39), announced_on=day(47))}  # fmt: skip
    page = sent(cast, "service_manager", "/inspections/new/", **answers).content.decode()
    assert "Over, letter awaited" in page
    visit = Inspection.objects.get()
    page = sent(
        cast, "service_manager", f"/inspections/{visit.pk}/concerns/new/", kind=rules.CONCERN, words="They wait too long",
        owner=cast.workers["service_manager"].pk,
    ).content.decode()  # fmt: skip
    assert "Nobody does anything about it yet" in page
    assert "They wait too long" in read(cast, "member", "/inspections/concerns/")


def test_a_mistake_says_where_and_keeps_what_was_typed(cast: Cast) -> None:
    answers = {
        "kind": rules.MONITORING,
        "themes": "Missing children",
        **days(starts_on=day(40), ends_on=day(41)),
    }
    answer = sent(cast, "service_manager", "/inspections/new/", **answers)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "It cannot end before it begins" in page
    assert "Missing children" in page


def test_what_is_missing_is_said_on_the_concern_and_in_the_list(cast: Cast) -> None:
    concern = a_concern(cast)
    for address in (concern.get_absolute_url(), "/inspections/concerns/"):
        assert rules.BROKEN[rules.WITHOUT_ACTION] in read(cast, "inspector", address)


def test_who_only_reads_is_offered_nothing_to_do(cast: Cast) -> None:
    concern = a_concern(cast)
    for who in ("inspector", "member", "manager", "analyst"):
        page = read(cast, who, concern.get_absolute_url())
        assert "Judge how far it is" not in page
        assert "Put in evidence" not in page


def test_its_owner_is_not_asked_to_close_it(cast: Cast) -> None:
    concern = a_concern(cast)
    assert "Close it" not in read(cast, "service_manager", concern.get_absolute_url())
    assert "Close it" in read(cast, "principal", concern.get_absolute_url())
    page = read(cast, "service_manager", f"{concern.get_absolute_url()}closing/")
    assert rules.OWNER in page
    assert "<form method" not in page.partition("<main")[2]


def test_what_was_said_last_stands_beside_what_is_seen_now(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        judged(cast, concern, shown(cast, concern), progress=rules.SOME, words="Most teams are quicker")
    page = read(cast, "principal", f"{concern.get_absolute_url()}progress/")
    assert (
        page.index("What was said last time")
        < page.index("Most teams are quicker")
        < page.index("What you see now")
    )
    evidence = concern.evidence.get()
    page = sent(
        cast, "auditor", f"{concern.get_absolute_url()}progress/", progress=rules.MUCH, rests_on=evidence.pk,
        words="All but one",
    ).content.decode()  # fmt: skip
    assert page.index("All but one") < page.index("Most teams are quicker")
    assert Judgement.objects.count() == 2


def test_an_entry_of_a_child_is_shown_to_whoever_may_open_it(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        shown(cast, concern, kind=rules.ENTRY, entry=an_entry(cast), words="Ash was seen the same day")
    assert "Ash was seen the same day" in read(cast, "inspector", concern.get_absolute_url())
    for who in ("member", "service_manager"):
        page = read(cast, who, concern.get_absolute_url())
        assert ("Ash was seen" in page) is (who == "service_manager")
    assert "that you may not open" in read(cast, "member", concern.get_absolute_url())


def test_an_entry_is_put_in_by_its_number_by_whoever_may_open_it(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        entry = an_entry(cast)
    answers = {"kind": rules.ENTRY, "says": rules.FOR, "words": "Seen at home"}
    address = f"{concern.get_absolute_url()}evidence/new/"
    page = sent(cast, "director", address, **answers, entry=entry.pk).content.decode()
    assert "Seen at home" in page
    answer = sent(cast, "director", address, **answers, entry=999_999)
    assert answer.status_code == 422
    assert "No entry that you may see has this number" in answer.content.decode()


def test_evidence_is_set_aside_with_a_reason_that_stays(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        piece = shown(cast, concern)
    address = f"/inspections/evidence/{piece.pk}/end/"
    assert "Somebody else sets evidence aside" in read(cast, "service_manager", address)
    page = sent(cast, "principal", address, why="Of another service").content.decode()
    assert "Of another service" in page


def test_an_action_is_raised_and_said_to_be_done_by_its_owner(cast: Cast) -> None:
    concern = a_concern(cast)
    sent(
        cast, "director", f"{concern.get_absolute_url()}actions/new/", what="A second interviewer", difference="Nobody waits",
        owner=cast.workers["auditor"].pk, **days(due_on=day(-20)),
    )  # fmt: skip
    action = concern.actions.get()
    assert "A second interviewer" in read(cast, "auditor", "/inspections/")
    assert "Only its owner" in read(cast, "director", f"/inspections/actions/{action.pk}/outcome/")
    page = sent(
        cast, "auditor", f"/inspections/actions/{action.pk}/outcome/", outcome="She began"
    ).content.decode()
    assert "She began" in page
    assert rules.BROKEN[rules.UNSHOWN] in page


def test_an_action_is_dropped_and_a_concern_given_away(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        action = acted(cast, concern)
    sent(cast, "director", f"/inspections/actions/{action.pk}/dropping/", why="Done elsewhere")
    page = sent(
        cast, "director", f"{concern.get_absolute_url()}owner/", owner=cast.workers["auditor"].pk, version=1
    ).content.decode()
    assert "Dropped: Done elsewhere" in page
    assert Concern.objects.get().owner == cast.workers["auditor"]


def test_a_closed_concern_can_be_opened_again(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        judged(cast, concern, shown(cast, concern))
    page = sent(
        cast, "director", f"{concern.get_absolute_url()}closing/", why="Nobody waits", version=1
    ).content.decode()
    assert "Closed 23 Nov 2026" in page
    page = sent(
        cast, "auditor", f"{concern.get_absolute_url()}reopening/", words="Three waited last week", version=2
    ).content.decode()
    assert "Three waited last week" in page
    assert Concern.objects.get().closed_at is None


def test_it_is_not_closed_from_the_page_on_what_contradicts_it(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        judged(cast, concern, shown(cast, concern))
        shown(cast, concern, says=rules.AGAINST, words="Two waited")
    assert "This says the opposite" in read(cast, "director", concern.get_absolute_url())
    answer = sent(cast, "director", f"{concern.get_absolute_url()}closing/", why="Nobody waits", version=1)
    assert answer.status_code == 422
    assert "says the opposite" in answer.content.decode()


def test_what_a_visit_judged_stands_on_its_page(cast: Cast) -> None:
    with acting_as_system():
        visit = held(cast)
        concern = raised(cast, held(cast, starts_on=day(200), ends_on=day(199), announced_on=day(210)))
        judged(
            cast, concern, shown(cast, concern), visit=visit, words="Seen at the visit", progress=rules.SOME
        )
    assert "Seen at the visit" in read(cast, "member", visit.get_absolute_url())


def test_a_visit_is_changed_reported_and_called_off(cast: Cast) -> None:
    with acting_as_system():
        visit, other = held(cast), held(cast, starts_on=day(-30), ends_on=day(-31), announced_on=None)
    answers = {"kind": rules.MONITORING, "version": 1, "inspectors": 5, **days(starts_on=day(40), ends_on=day(39), announced_on=day(47))}  # fmt: skip
    sent(cast, "director", f"/inspections/{visit.pk}/dates/", **answers)
    answers = {"version": 2, "needs_plan": "no", **days(reported_on=day(10))}
    page = sent(cast, "director", f"/inspections/{visit.pk}/report/", **answers).content.decode()
    assert "13 November 2026" in page
    page = sent(cast, "director", f"/inspections/{other.pk}/end/", why="Put off", version=1).content.decode()
    assert "Put off" in page


def test_the_self_evaluation_is_a_draft_until_another_approves_it(cast: Cast) -> None:
    sent(cast, "principal", "/inspections/self-evaluation/new/")
    evaluation = SelfEvaluation.objects.get()
    answers = {"question": "quality", "words": "Children are heard", "says": "strength", "measure": "P11"}
    page = sent(
        cast, "principal", f"/inspections/self-evaluation/{evaluation.pk}/claims/new/", **answers
    ).content.decode()
    assert "DRAFT" in page
    assert "No figure shows this" in page
    claim = evaluation.claims.get()
    answers = {**answers, "words": "Most are heard", "version": 1}
    page = sent(
        cast, "auditor", f"/inspections/self-evaluation/claims/{claim.pk}/", **answers
    ).content.decode()
    assert "Most are heard" in page
    assert "Children are heard" in read(cast, "auditor", f"/inspections/self-evaluation/claims/{claim.pk}/")
    page = sent(cast, "director", f"/inspections/self-evaluation/{evaluation.pk}/approval/").content.decode()
    assert "approved by Director" in page


def test_a_claim_is_taken_out_and_nobody_approves_their_own_alone(cast: Cast) -> None:
    sent(cast, "director", "/inspections/self-evaluation/new/")
    evaluation = SelfEvaluation.objects.get()
    address = f"/inspections/self-evaluation/{evaluation.pk}/"
    for words in ("One", "Two"):
        sent(cast, "director", f"{address}claims/new/", question="next", words=words, says="plain")
    page = sent(
        cast, "director", f"/inspections/self-evaluation/claims/{evaluation.claims.first().pk}/end/"
    ).content.decode()
    assert ">One<" not in page
    assert "You wrote every claim" in read(cast, "director", f"{address}approval/")


def test_a_sample_and_a_pack_are_asked_for_from_their_pages(cast: Cast) -> None:
    page = sent(cast, "inspector", "/inspections/samples/new/", size=2, seed="gull").content.decode()
    assert "Could be drawn, of those you may see" in page
    answer = sent(cast, "inspector", "/inspections/samples/new/", size=2, seed="gull", tracks="care_leaver")
    assert "No child you may see meets this" in answer.content.decode()
    page = sent(cast, "analyst", "/inspections/packs/new/", **days(as_of=day(0))).content.decode()
    assert "Being made" in page


def test_closed_concerns_stand_apart(cast: Cast) -> None:
    concern = a_concern(cast)
    with acting_as_system():
        judged(cast, concern, shown(cast, concern))
        closed(cast, concern)
    page = read(cast, "member", "/inspections/concerns/")
    assert "No concern is open" in page
    assert "Closed 23 Nov 2026" in page
