"""Pages of audits and actions: what each person reads, what comes back when it is refused, and what outsiders find."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from kittiwake.access.models import Reading
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.models import Audit, AuditAction, Effect, Mark
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.supervision.tests.scenes import agree, discuss, hold
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW + timedelta(days=4), tick=False)


def read(cast: Cast, name: str, address: str) -> str:
    answer = signed_in(cast.user(name)).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(cast: Cast, person: str, address: str, **answers: Any):
    """As a person sends a form, with its one-time token; the page it leads to, or the form with what is wrong."""
    return signed_in(cast.user(person)).post(address, {"once": str(uuid4()), **answers}, follow=True)


def tool(cast: Cast, **more: str) -> dict[str, Any]:
    return {
        **made.graded(), "questionnaire": "dip_sample:1", "done_with": "together", "child_said": "They listen",
        "family_said": "Good", "overall": "good", "why": "It shows", **more,
    }  # fmt: skip


def test_an_audit_is_made_and_read(cast: Cast) -> None:
    programme = made.made_programme(cast)
    answer = sent(cast, "auditor", f"/children/{cast.ash.pk}/audits/{programme.pk}/new/", **tool(cast))
    audit = Audit.objects.get()
    assert answer.redirect_chain[-1][0] == audit.get_absolute_url()
    page = answer.content.decode()
    for words in ("Good", "They listen", "With the worker, side by side", "Recording and timeliness: 3 of 3"):
        assert words in page
    assert "November audits" in read(cast, "worker", f"/children/{cast.ash.pk}/audits/")


def test_what_was_typed_comes_back_with_what_is_wrong(cast: Cast) -> None:
    programme = made.made_programme(cast)
    address = f"/children/{cast.ash.pk}/audits/{programme.pk}/new/"
    answer = sent(cast, "auditor", address, **tool(cast, risk="inadequate", went_well="The aunt was asked"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The overall grade is then inadequate" in page
    assert "The aunt was asked" in page
    assert not Audit.objects.exists()


def test_the_line_manager_is_refused_in_words(cast: Cast) -> None:
    programme = made.made_programme(cast)
    answer = sent(cast, "manager", f"/children/{cast.ash.pk}/audits/{programme.pk}/new/", **tool(cast))
    assert "so somebody else must look at the case" in answer.content.decode()
    assert not Audit.objects.exists()


def test_an_inadequate_audit_shows_who_was_told_and_that_nobody_is_sure(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.INADEQUATE, grades={"risk": "inadequate"})
    page = read(cast, "manager", audit.get_absolute_url())
    assert "Nobody has said yet that the child is safe" in page
    assert "Manager was told" in page
    assert "cannot be better than inadequate" in page
    answer = sent(cast, "manager", f"/audits/{audit.pk}/safety/", words="With the aunt since Friday")
    assert "Manager says the child is safe" in answer.content.decode()
    assert "The child is safe now" not in read(cast, "auditor", audit.get_absolute_url())


def step(cast: Cast, name: str, action: AuditAction, page: str, **answers: Any) -> str:
    answer = sent(cast, name, f"/audit-actions/{action.pk}/{page}/", **answers)
    return answer.content.decode()


def day(at) -> dict[str, int]:
    return {"held_on_day": at.day, "held_on_month": at.month, "held_on_year": at.year}


def test_an_action_goes_through_its_pages(cast: Cast) -> None:
    action = made.raised(cast)
    talked = {**day(NOW), "with_whom": cast.workers["worker"].pk, "words": "Agreed"}
    assert "Discussed with Worker" in step(cast, "manager", action, "discussion", **talked)
    assert "Said to be done" in step(cast, "worker", action, "evidence", evidence="Met on Friday")
    assert "Sent back" in step(cast, "manager", action, "check", decision="nothing", words="As before")
    step(cast, "worker", action, "evidence", evidence="Met twice")
    assert "Evidence checked" in step(cast, "manager", action, "check", decision="holds", words="Yes")
    entry = made.seen_later(cast)
    assert "You checked its evidence" in read(cast, "manager", f"/audit-actions/{action.pk}/effect/")
    page = step(cast, "principal", action, "effect", entry=entry.pk, changed="Home by nine")
    assert "Home by nine" in page
    assert entry.summary in page
    assert "Somebody else than its writer has to say" in read(cast, "manager", action.get_absolute_url())
    step(cast, "manager", action, "focus", focus="child")
    assert "Closed" in step(cast, "manager", action, "closing", learned="Meet them there")
    assert "Recorded" in step(cast, "manager", action, "reopening", reason="Out again")
    assert "It did not last" in read(cast, "auditor", action.get_absolute_url())


def test_what_is_on_this_childs_record_is_offered_as_an_effect_and_says_what_came_before(cast: Cast) -> None:
    action = made.checked(cast, made.raised(cast))
    other, before = made.seen_later(cast, cast.briar), made.seen_later(cast, at=NOW - timedelta(days=1))
    mine = made.seen_later(cast)
    page = read(cast, "principal", f"/audit-actions/{action.pk}/effect/")
    assert f'value="{mine.pk}"' in page
    assert f'value="{before.pk}"' in page
    assert page.count("(before the action)") == 1
    for entry in (other, action.entry):
        assert f'value="{entry.pk}"' not in page
    step(cast, "principal", action, "effect", entry=other.pk, changed="x")
    page = step(cast, "principal", action, "effect", entry=before.pk, changed="x")
    assert "an effect comes after its cause. Say why" in page
    assert not Effect.objects.exists()


def test_the_page_says_whose_move_it_is(cast: Cast) -> None:
    action = made.discussed(cast, made.raised(cast))
    assert "It is done" in read(cast, "worker", action.get_absolute_url())
    waits = read(cast, "manager", action.get_absolute_url())
    assert "Its owner has not yet said" in waits
    assert "It is done" not in waits


def test_the_owner_is_refused_in_words_where_they_close(cast: Cast) -> None:
    owned = made.raised(cast, owner=cast.workers["service_manager"])
    doing.discuss(
        owned,
        held_on=NOW.date(),
        with_whom=cast.workers["worker"],
        words="x",
        by=cast.user("manager"),
        at=NOW,
    )
    doing.finish(owned, evidence="x", by=cast.user("service_manager"), at=NOW)
    page = step(cast, "service_manager", owned, "check", decision="holds", words="Mine")
    assert "You own this action. Somebody else checks the evidence." in page
    assert AuditAction.objects.get(pk=owned.pk).checked_at is None


def test_the_list_of_what_waits_has_each_persons_own(cast: Cast) -> None:
    action = made.done(cast, made.raised(cast))
    assert action.what in read(cast, "manager", "/audits/")
    assert action.what not in read(cast, "worker", "/audits/"), "they have said that it is done"
    assert action.what not in read(cast, "outsider", "/audits/")
    assert "Nothing waits for you" in read(cast, "director", "/audits/")


def test_the_board_has_the_action_that_changed_nothing(cast: Cast, time_machine) -> None:
    action = made.done(cast, made.raised(cast))
    assert "Audit action without an effect: <strong>0</strong>" in read(cast, "manager", "/board/")
    time_machine.move_to(NOW + timedelta(days=20), tick=False)
    page = read(cast, "manager", "/board/")
    assert "Audit action without an effect: <strong>0</strong>" not in page
    assert action.get_absolute_url() in page
    assert action.get_absolute_url() not in read(cast, "outsider", "/board/")


def test_an_outsider_finds_nothing(cast: Cast, outsider) -> None:
    action = made.raised(cast)
    browser = signed_in(outsider)
    pages = [
        action.get_absolute_url(), action.audit.get_absolute_url(), f"/children/{cast.ash.pk}/audits/",
        f"/audit-actions/{action.pk}/discussion/",
    ]  # fmt: skip
    assert [browser.get(address).status_code for address in pages] == [404] * len(pages)


def test_reading_an_audit_is_logged(cast: Cast) -> None:
    audit = made.audited(cast)
    read(cast, "inspector", audit.get_absolute_url())
    assert Reading.objects.filter(
        page="audits:audit", entry_id=audit.pk, user_id=cast.user("inspector").pk
    ).exists()


def test_two_clicks_on_done_are_one_step(cast: Cast) -> None:
    action = made.discussed(cast, made.raised(cast))
    browser = signed_in(cast.user("worker"))
    address = f"/audit-actions/{action.pk}/evidence/"
    answers = [browser.post(address, {"once": str(uuid4()), "evidence": "Met"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 422]
    assert action.steps.count() == 1


def test_marks_are_read_by_who_may_see_them(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.OUTSTANDING)
    assert Mark.objects.get(audit=audit).grade == rules.OUTSTANDING
    assert "Outstanding" in read(cast, "worker", f"/children/{cast.ash.pk}/audits/")


def test_an_action_is_talked_over_in_a_supervision_and_its_page_leads_there(cast: Cast) -> None:
    """Without one since, only the day and the person are asked; with one, which."""
    action = made.raised(cast)
    address = f"/audit-actions/{action.pk}/discussion/"
    assert "Was it in a supervision?" not in read(cast, "manager", address)
    agree(cast)
    at = NOW + timedelta(days=2)
    part = discuss(cast, hold(cast, -2, at=at + timedelta(hours=1)), cast.ash, at=at + timedelta(hours=1))
    assert "25 November 2026, Manager with Worker" in read(cast, "manager", address)
    answers = {"where": "supervision", "in_supervision": part.pk, "words": "They will ring on Friday"}
    page = sent(cast, "manager", address, **answers).content.decode()
    assert "Discussed with Worker, 25 November 2026" in page
    assert part.get_absolute_url() in page


def test_not_in_supervision_the_day_and_the_person_are_asked(cast: Cast) -> None:
    action = made.raised(cast)
    agree(cast)
    at = NOW + timedelta(days=2)
    discuss(cast, hold(cast, -2, at=at + timedelta(hours=1)), cast.ash, at=at + timedelta(hours=1))
    address = f"/audit-actions/{action.pk}/discussion/"
    answer = sent(cast, "manager", address, where="apart", words="x")
    assert answer.status_code == 422
    assert "Enter when it was discussed" in answer.content.decode()
    day = {"held_on_day": "24", "held_on_month": "11", "held_on_year": "2026"}
    told = {"where": "apart", "with_whom": cast.workers["worker"].pk, "words": "x", **day}
    assert (
        "Discussed with Worker, 24 November 2026" in sent(cast, "manager", address, **told).content.decode()
    )


def test_an_action_is_offered_the_usual_day(cast: Cast) -> None:
    page = read(cast, "auditor", f"/audits/{made.audited(cast).pk}/actions/new/")
    assert 'value="25"' in page  # 28 days after 27 November, the day this test is on
    assert 'value="12"' in page
