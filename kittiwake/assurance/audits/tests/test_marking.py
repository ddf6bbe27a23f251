"""Moderation: a second mark made blind, kept from its maker by the database, and grades that change for a reason."""

from __future__ import annotations

import pytest

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.assurance.audits import recording as auditing
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import AuditAction, Escalation, GradeChange, Mark, Moderation
from kittiwake.assurance.audits.tests import made
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child, Worker
from tests.cast import NOW, Cast, signed_in
from tests.reading import tables_with


def asked(cast: Cast, who: str = "principal", by: str = "auditor", **more) -> Moderation:
    return marking.ask_moderation(
        made.audited(cast, **more), moderator=cast.workers[who], by=cast.user(by), at=NOW
    )


def marked(cast: Cast, moderation: Moderation, overall: str = rules.GOOD, by: str = "principal") -> Mark:
    return marking.mark(
        moderation, answers=made.graded(), overall=overall, why="As I read it", by=cast.user(by), at=made.SOON
    )


def settled(
    cast: Cast, moderation: Moderation, grade: str, reason: str = "", by: str = "service_manager", **more
) -> None:
    marking.settle(moderation, grade=grade, reason=reason, by=cast.user(by), at=made.LATER, **more)


@pytest.mark.parametrize(
    ("who", "why"),
    [("auditor", "made this audit"), ("worker", "work with this child"), ("manager", "manage")],
)
def test_it_refuses_a_moderator_with_a_part_in_it(cast: Cast, who: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        asked(cast, who, by="principal")


def test_it_refuses_whoever_asks_and_has_seen_the_mark(cast: Cast) -> None:
    with pytest.raises(Refused, match="would not be blind"):
        asked(cast, "principal", by="principal")


def test_it_refuses_whoever_opened_the_audit(cast: Cast) -> None:
    audit = made.audited(cast)
    assert signed_in(cast.user("principal")).get(audit.get_absolute_url()).status_code == 200
    with pytest.raises(Refused, match="already opened"):
        marking.ask_moderation(audit, moderator=cast.workers["principal"], by=cast.user("auditor"), at=NOW)


def test_it_refuses_whoever_owns_one_of_its_actions(cast: Cast) -> None:
    action = made.raised(cast, owner=cast.workers["principal"])
    with pytest.raises(Refused, match="own an action"):
        marking.ask_moderation(
            action.audit, moderator=cast.workers["principal"], by=cast.user("auditor"), at=NOW
        )


def test_somebody_else_is_asked_instead_until_it_is_marked(cast: Cast) -> None:
    moderation = asked(cast)
    again = {"by": cast.user("auditor"), "at": NOW}
    with pytest.raises(Refused, match="have been asked already"):
        marking.ask_moderation(moderation.audit, moderator=cast.workers["principal"], **again)
    marking.ask_moderation(moderation.audit, moderator=cast.workers["service_manager"], **again)
    moderation = Moderation.objects.get()
    assert moderation.moderator == cast.user("service_manager")
    marked(cast, moderation, by="service_manager")
    with pytest.raises(Refused, match="moderated already"):
        marking.ask_moderation(moderation.audit, moderator=cast.workers["principal"], **again)


def test_whoever_was_asked_before_is_let_in_no_longer(cast: Cast) -> None:
    """Of a child they see for nothing else; and what the first was kept from is kept from the second."""
    audit, by = made.audited(cast, cast.hazel), {"by": cast.user("auditor"), "at": NOW}
    access.let_in(cast.hazel, user=cast.user("auditor"), reason="x", kind="named", by=cast.system, at=NOW)
    sees = {}
    for who in ("principal", "service_manager"):
        marking.ask_moderation(audit, moderator=cast.workers[who], **by)
        for other in ("principal", "service_manager"):
            with acting_as(cast.user(other)):
                sees[who, other] = Child.objects.filter(pk=cast.hazel.pk).exists()
    assert [pair for pair, seen in sees.items() if seen] == [
        ("principal", "principal"),
        ("service_manager", "service_manager"),
    ]


def test_of_two_marks_a_third_person_says_which_stands(cast: Cast) -> None:
    moderation = asked(cast)
    with pytest.raises(Refused, match="has not been made yet"):
        settled(cast, moderation, rules.GOOD)
    marked(cast, moderation, rules.IMPROVE)
    for who, why in (
        ("principal", "You made the second mark"),
        ("auditor", "You made the first mark"),
        ("manager", "You manage the child’s worker"),
    ):
        with pytest.raises(Refused, match=why):
            settled(cast, moderation, rules.GOOD, by=who)
    settled(cast, moderation, rules.GOOD)
    assert Moderation.objects.get().settled_by == cast.user("service_manager")


def test_the_database_keeps_the_first_mark_from_its_second_marker(cast: Cast) -> None:
    moderation = asked(cast)
    made.raised(cast, moderation.audit)
    with acting_as(cast.user("principal")):
        assert not Mark.objects.exists()
        assert not AuditAction.objects.exists()
    with acting_as(cast.user("inspector")):
        assert Mark.objects.count() == 1
    marked(cast, moderation)
    with acting_as(cast.user("principal")):
        assert Mark.objects.count() == 2
        assert AuditAction.objects.count() == 1


@pytest.mark.parametrize("page", ["", "moderation/", "actions/new/", "settlement/"])
def test_no_page_of_the_audit_shows_it_to_them(cast: Cast, page: str) -> None:
    moderation = asked(cast, why="Because of the taxi")
    browser = signed_in(cast.user("principal"))
    answer = browser.get(f"/audits/{moderation.pk}/{page}")
    assert "You were asked for a second mark" in answer.content.decode()
    assert "the taxi" not in answer.content.decode()
    listed = browser.get(f"/children/{cast.ash.pk}/audits/").content.decode()
    assert "Kept from you until you have marked it" in listed


def test_only_who_was_asked_marks_and_once(cast: Cast) -> None:
    moderation = asked(cast)
    with pytest.raises(Refused, match="Somebody else was asked"):
        marked(cast, moderation, by="service_manager")
    marked(cast, moderation)
    with pytest.raises(Refused, match="already made"):
        marked(cast, moderation)


def test_a_grade_that_stands_needs_no_reason(cast: Cast) -> None:
    moderation = asked(cast)
    with pytest.raises(Refused, match="has not been made yet"):
        settled(cast, moderation, rules.GOOD)
    marked(cast, moderation)
    settled(cast, moderation, rules.GOOD)
    assert Moderation.objects.get().is_changed is False
    assert not GradeChange.objects.exists()
    with pytest.raises(Refused, match="already been settled"):
        settled(cast, moderation, rules.GOOD)


def test_a_grade_is_changed_for_a_reason_that_stays(cast: Cast) -> None:
    moderation = asked(cast)
    marked(cast, moderation, rules.IMPROVE)
    with pytest.raises(Refused, match="Say why") as refused:
        settled(cast, moderation, rules.IMPROVE, " ")
    assert refused.value.field == "reason"
    settled(cast, moderation, rules.IMPROVE, "The plan is six months old")
    first = Mark.objects.get(kind=Mark.FIRST)
    assert (first.overall, first.grade) == (rules.GOOD, rules.IMPROVE)
    change = GradeChange.objects.get()
    assert (change.was, change.now, change.reason) == (
        rules.GOOD,
        rules.IMPROVE,
        "The plan is six months old",
    )
    assert Moderation.objects.get().is_changed is True


def test_a_grade_that_becomes_inadequate_is_escalated_that_day(cast: Cast) -> None:
    moderation = asked(cast)
    marked(cast, moderation, rules.INADEQUATE)
    with pytest.raises(Refused, match="told to somebody today"):
        settled(cast, moderation, rules.INADEQUATE, "Nobody asked where they sleep")
    assert Mark.objects.get(kind=Mark.FIRST).grade == rules.GOOD, "nothing half done"
    told = {"told": cast.workers["manager"], "told_how": "By phone"}
    settled(cast, moderation, rules.INADEQUATE, "Nobody asked where they sleep", **told)
    assert Escalation.objects.get().told_at == made.LATER


def test_moderation_does_not_lift_a_cap(cast: Cast) -> None:
    moderation = asked(cast, overall=rules.INADEQUATE, grades={"risk": "inadequate"})
    assert not moderation.is_blind, "it was escalated where everybody can see"
    with pytest.raises(Refused, match="is then inadequate"):
        settled(cast, moderation, rules.GOOD, "They tried hard", by="principal")


WORD = "Obsidian"


@pytest.mark.parametrize(
    ("who", "is_found"), [("principal", False), ("auditor", True), ("manager", True), ("partner", False)]
)
def test_a_blind_marker_finds_no_word_of_the_first_mark_in_any_table(
    cast: Cast, who: str, is_found: bool
) -> None:
    """Neither why it was graded so, nor what was answered, said and written, nor what is to change."""
    answers = {f"{domain}_evidence": WORD for domain in ("risk", "safety")}
    said = dict.fromkeys(("done_with_words", "child_said", "family_said", "went_well"), WORD)
    audit = made.audited(cast, grades=answers, why=WORD, **said)
    made.raised(cast, audit, what=WORD, difference=WORD)
    marking.ask_moderation(audit, moderator=cast.workers["principal"], by=cast.user("auditor"), at=NOW)
    with acting_as(cast.user(who)):
        assert bool(tables_with(WORD)) is is_found


def test_once_marked_the_second_marker_reads_the_first(cast: Cast) -> None:
    moderation = asked(cast, why=WORD)
    with acting_as(cast.user("principal")):
        assert not tables_with(WORD)
    marked(cast, moderation)
    with acting_as(cast.user("principal")):
        assert Mark._meta.db_table in tables_with(WORD)


def test_it_refuses_a_moderator_who_cannot_sign_in(cast: Cast) -> None:
    audit, marker = made.audited(cast), Worker.objects.create(name="From outside")
    with pytest.raises(Refused, match="cannot sign in") as refused:
        marking.ask_moderation(audit, moderator=marker, by=cast.user("auditor"), at=NOW)
    assert refused.value.field == "moderator"


def test_what_somebody_was_told_of_already_is_told_once(cast: Cast) -> None:
    moderation = asked(cast)
    told = {"told": cast.workers["manager"], "how": "By phone at once"}
    auditing.escalate(moderation.audit, **told, by=cast.user("auditor"), at=NOW)
    marked(cast, moderation, rules.INADEQUATE)
    more = {"told": cast.workers["manager"], "told_how": "Again"}
    settled(cast, moderation, rules.INADEQUATE, "As I read it", **more)
    assert Escalation.objects.get().how == "By phone at once"
