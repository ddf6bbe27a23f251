"""What should follow from a meeting, or lead to one, and does not."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access.viewer import Viewer
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.meetings import broken_links, recording, rules
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import HOUR, QUORATE, a_meeting, held, part_of
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


def found(cast: Cast, find, at=NOW, who: str = "worker") -> list:
    return list(find(Viewer(cast.user(who)).see, at))


def a_risk_that_rose(cast: Cast, days_ago: int) -> PresentingRisk:
    facts = {"by": cast.user("worker"), "at": NOW - 30 * DAY}
    risk = risks.open_risk(cast.ash, domain="county_lines", level="moderate", why="Seen", **facts)
    risks.move_risk(risk, level="significant", words="Hurt", by=cast.user("worker"), at=NOW - days_ago * DAY)
    return risk


def test_a_risk_that_rose_and_nobody_met(cast: Cast) -> None:
    risk = a_risk_that_rose(cast, 14)
    (broken,) = found(cast, broken_links.raised_without_meeting)
    assert (broken.child_id, broken.entry_id, broken.kind) == (cast.ash.pk, risk.pk, "risk.presenting_risk")
    assert not found(cast, broken_links.raised_without_meeting, at=NOW - 12 * DAY), "there is still time"
    assert not found(cast, broken_links.raised_without_meeting, who="outsider")
    a_meeting(cast, because_of=None)
    assert found(cast, broken_links.raised_without_meeting), "a meeting about something else is no answer"
    a_meeting(cast, because_of=risk.entry)
    assert not found(cast, broken_links.raised_without_meeting)


def test_a_risk_that_was_significant_from_the_start(cast: Cast) -> None:
    facts = {"by": cast.user("worker"), "at": NOW - 14 * DAY}
    risk = risks.open_risk(cast.ash, domain="missing", level="significant", why="Seen", **facts)
    assert [broken.entry_id for broken in found(cast, broken_links.raised_without_meeting)] == [risk.pk]
    risks.close_risk(risk, reason="Moved away", by=cast.user("worker"), at=NOW)
    assert not found(cast, broken_links.raised_without_meeting)


def test_a_meeting_because_of_what_showed_the_rise_answers_it(cast: Cast) -> None:
    risk, other = (
        a_risk_that_rose(cast, 14),
        risks.open_risk(
            cast.ash,
            domain="missing",
            level="emerging",
            why="Away",
            by=cast.user("worker"),
            at=NOW - 20 * DAY,
        ),
    )
    facts = {"by": cast.user("worker"), "because_of": other.entry}
    risks.move_risk(risk, level="moderate", words="Calmer", **facts, at=NOW - 13 * DAY)
    risks.move_risk(risk, level="significant", words="Worse", **facts, at=NOW - 12 * DAY)
    assert found(cast, broken_links.raised_without_meeting)
    a_meeting(cast, because_of=other.entry)
    assert not found(cast, broken_links.raised_without_meeting)


def test_a_meeting_before_the_rise_is_no_answer_to_it(cast: Cast) -> None:
    facts = {"by": cast.user("worker"), "at": NOW - 60 * DAY}
    risk = risks.open_risk(cast.ash, domain="missing", level="emerging", why="Seen", **facts)
    recording.request_meeting(
        [cast.ash], kind=rules.PANEL, why="x", asked=moment(40), asked_by="x", because_of=risk.entry,
        by=cast.user("worker"), at=NOW - 40 * DAY,
    )  # fmt: skip
    risks.move_risk(risk, level="significant", words="x", by=cast.user("worker"), at=NOW - 20 * DAY)
    assert found(cast, broken_links.raised_without_meeting)
    risks.move_risk(risk, level="moderate", words="x", by=cast.user("worker"), at=NOW - 2 * DAY)
    assert not found(cast, broken_links.raised_without_meeting), "it has gone down since"


def moment(days_ago: int) -> Moment:
    return Moment(NOW - days_ago * DAY)


def test_a_decision_that_is_nobodys(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    by = cast.user("worker")
    parts.decide(part, what="Wait", why="x", no_action_why="Nothing to do", by=by, at=NOW)
    assert not found(cast, broken_links.decision_without_action)
    left = parts.decide(part, what="Ring", why="x", by=by, at=NOW)
    assert [broken.entry_id for broken in found(cast, broken_links.decision_without_action)] == [part.pk]
    owner = cast.workers["worker"]
    parts.act_on(left, owner=owner, due_on=local_date(NOW), by=by, at=NOW)
    assert not found(cast, broken_links.decision_without_action)


def test_an_agency_that_missed_twice_running(cast: Cast) -> None:
    asked = (*QUORATE, rules.EDUCATION)
    for days in (20, 10):
        when = NOW - days * DAY
        last = held(cast, a_meeting(cast, asked=when - HOUR), asked=asked, at=when)
    assert [broken.entry_id for broken in found(cast, broken_links.agency_missing_again)] == [
        part_of(last, cast.ash).pk
    ]
    held(cast, a_meeting(cast, asked=NOW - 2 * DAY), asked=asked, came=asked, at=NOW - DAY)
    assert not found(cast, broken_links.agency_missing_again)


def test_held_without_a_quorum_until_it_is_held_again(cast: Cast) -> None:
    held(cast, a_meeting(cast), came=(rules.CARE, rules.POLICE), went_ahead_why="Urgent")
    assert len(found(cast, broken_links.without_quorum)) == 1
    assert not found(cast, broken_links.not_held), "said once"
    held(cast, a_meeting(cast), at=NOW - HOUR)
    assert not found(cast, broken_links.without_quorum)


def test_asked_for_and_not_held(cast: Cast) -> None:
    meeting = a_meeting(cast)
    assert [broken.entry_id for broken in found(cast, broken_links.not_held)] == [
        part_of(meeting, cast.ash).pk
    ]
    held(cast, meeting)
    assert not found(cast, broken_links.not_held)


def test_statutory_limits_come_near_and_pass(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    parts.write_part(part, version=1, enquiry="joint", enquiry_by="x", by=cast.user("worker"), at=NOW)
    assert not found(cast, broken_links.statutory_soon)
    assert (
        len(found(cast, broken_links.statutory_soon, at=NOW + 18 * DAY)) == 2
    )  # the enquiry, the conference
    assert len(found(cast, broken_links.statutory_overdue, at=NOW + 40 * DAY)) == 2


def test_in_care_and_nobody_asked_for_a_review(cast: Cast) -> None:
    """Whether they came into care last week or a year before we knew of it."""
    for child, days in ((cast.ash, 5), (cast.briar, 400)):
        began = local_date(NOW) - days * DAY
        duties.start_track(child, kind="in_care", starts_on=began, by=cast.system, at=NOW)
    assert [broken.child_id for broken in found(cast, broken_links.statutory_overdue)] == [cast.briar.pk]
    late = found(cast, broken_links.statutory_overdue, at=NOW + 40 * DAY)
    assert {broken.child_id for broken in late} == {cast.ash.pk, cast.briar.pk}
    a_meeting(cast, kind=rules.IN_CARE)
    assert len(found(cast, broken_links.statutory_overdue, at=NOW + 40 * DAY)) == 2, "asking holds nothing"
