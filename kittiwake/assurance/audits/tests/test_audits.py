"""An audit: who may make it, what it must say, and what follows at once where it is inadequate."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.models import Audit, Escalation, Mark
from kittiwake.assurance.audits.tests import made
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Words
from tests.cast import NOW, Cast


def clock(audit: Audit, standard) -> Clock:
    return Clock.objects.get(entry=audit.entry, key=standard.key)


def test_it_keeps_what_was_found_and_what_the_child_said(cast: Cast) -> None:
    audit = made.audited(cast, went_well="The aunt was asked")
    mark = Mark.objects.get(audit=audit)
    assert (mark.kind, mark.overall, mark.grade, mark.by) == ("first", "good", "good", cast.user("auditor"))
    assert (mark.compliance_met, mark.compliance_of) == (3, 3)
    assert mark.completion.answers.get(question="risk").value == "good"
    assert (audit.worker, audit.team) == (cast.workers["worker"], cast.north)
    assert Words.objects.get(entry=audit.entry).text == "They listen to me"
    assert Event.objects.filter(what="audits.audited").count() == 1
    assert "good" not in audit.entry.summary.lower(), "the chronology does not give the mark away"


@pytest.mark.parametrize("name", ["worker", "manager"])
def test_nobody_audits_their_own_case(cast: Cast, name: str) -> None:
    with pytest.raises(Refused, match=r"You (work with|manage)"):
        made.audited(cast, by=name)
    assert not Audit.objects.exists()


@pytest.mark.parametrize("name", ["auditor", "principal", "service_manager", "outsider"])
def test_whoever_has_no_part_in_it_may(cast: Cast, name: str) -> None:
    made.audited(cast, by=name)
    assert Audit.objects.count() == 1


@pytest.mark.parametrize("overall", ["requires_improvement", "good", "outstanding"])
@pytest.mark.parametrize("domain", rules.CAPPING)
def test_the_overall_grade_is_capped(cast: Cast, domain: str, overall: str) -> None:
    with pytest.raises(Refused, match="is then inadequate") as refused:
        made.audited(cast, grades={domain: "inadequate"}, overall=overall)
    assert refused.value.field == "overall"


def test_a_weak_domain_beside_others_does_not_decide_the_grade(cast: Cast) -> None:
    made.audited(cast, grades={"voice": "inadequate"}, overall=rules.GOOD)
    assert Mark.objects.get().overall == rules.GOOD


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"done_with": "alone"}, "done_with_words"),
        ({"child_said": ""}, "not_asked_why"),
        ({"family_said": " "}, "not_asked_why"),
        ({"overall": "excellent"}, "overall"),
    ],
)
def test_it_refuses_silence_without_a_reason(cast: Cast, change: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        made.audited(cast, **change)
    assert refused.value.field == field
    assert not Audit.objects.exists()


def test_silence_with_a_reason_is_kept(cast: Cast) -> None:
    audit = made.audited(
        cast, child_said="", not_asked_why="Away until Monday", done_with="alone", done_with_words="Ill"
    )
    assert (audit.not_asked_why, audit.done_with_words) == ("Away until Monday", "Ill")


def test_an_inadequate_audit_is_told_the_same_day(cast: Cast) -> None:
    with pytest.raises(Refused, match="told to somebody today"):
        made.audited(cast, overall=rules.INADEQUATE, told=None)
    audit = made.audited(cast, overall=rules.INADEQUATE)
    assert Escalation.objects.get(audit=audit).told == cast.workers["manager"]
    assert clock(audit, rules.MADE_SAFE).stopped_at is None
    assert clock(audit, rules.RE_AUDIT_DUE).stopped_at is None


def test_one_that_is_not_inadequate_starts_nothing(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.IMPROVE)
    assert not Escalation.objects.exists()
    assert not Clock.objects.filter(entry=audit.entry).exists()


def test_a_manager_says_that_the_child_is_safe_once(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.INADEQUATE)
    with pytest.raises(Refused, match="You made this audit"):
        recording.make_safe(audit, words="x", by=cast.user("auditor"), at=NOW)
    recording.make_safe(audit, words="With her aunt", by=cast.user("manager"), at=made.SOON)
    assert clock(audit, rules.MADE_SAFE).stopped_at == made.SOON
    with pytest.raises(Refused, match="already"):
        recording.make_safe(audit, words="x", by=cast.user("manager"), at=made.SOON)
    with pytest.raises(Refused, match="not inadequate"):
        recording.make_safe(made.audited(cast), words="x", by=cast.user("manager"), at=made.SOON)


def test_an_audit_struck_out_lets_go_of_what_it_started_and_stopped(cast: Cast) -> None:
    first = made.audited(cast, overall=rules.INADEQUATE)
    again = made.audited(cast, overall=rules.INADEQUATE, re_audit_of=first, at=made.LATER)
    assert clock(first, rules.RE_AUDIT_DUE).stopped_at == made.LATER
    with pytest.raises(Refused, match="later audit follows"):
        recording.strike_out(first, reason="x", by=cast.user("manager"), at=made.LATER)
    recording.strike_out(again, reason="Another child’s", by=cast.user("manager"), at=made.LATER)
    assert clock(first, rules.RE_AUDIT_DUE).stopped_at is None
    assert clock(again, rules.MADE_SAFE).cancelled_at == made.LATER


def test_an_audit_with_actions_is_not_struck_out(cast: Cast) -> None:
    action = made.raised(cast)
    with pytest.raises(Refused, match="Strike those out first"):
        recording.strike_out(action.audit, reason="x", by=cast.user("manager"), at=NOW)


def test_an_outsider_sees_nothing_of_it(cast: Cast, outsider) -> None:
    made.audited(cast)
    with acting_as(outsider):
        assert not Audit.objects.exists()
        assert not Mark.objects.exists()


@pytest.mark.parametrize("name", ["partner", "young_person"])
def test_neither_a_partner_nor_the_child_reads_it_on_the_chronology(cast: Cast, name: str) -> None:
    made.raised(cast)
    with acting_as(cast.user(name)):
        assert not Audit.objects.exists()
