from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.rules import RETURN_INTERVIEW
from kittiwake.practice.return_interviews import recording, rules
from kittiwake.practice.return_interviews.forms import InterviewForm
from kittiwake.practice.return_interviews.models import QualityCheck, ReturnInterview
from kittiwake.practice.return_interviews.quality_checks import recording as quality_checks
from kittiwake.practice.return_interviews.tests.made import BACK, HOUR, a_return, an_interview
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Words
from tests.cast import NOW, Cast

GOOD = dict.fromkeys(rules.RUBRIC, 3)


@pytest.fixture
def back(cast: Cast) -> Episode:
    return a_return(cast)


@pytest.fixture
def interview(cast: Cast, back: Episode) -> ReturnInterview:
    return an_interview(cast, back)


def clock(episode: Episode) -> Clock:
    return Clock.objects.get(entry=episode.entry, key=RETURN_INTERVIEW.key)


def sent_back(interview: ReturnInterview, cast: Cast, words: str = "What pulled him there?") -> QualityCheck:
    return quality_checks.check(
        interview, scores=GOOD, decision="return", words=words, by=cast.user("manager"), at=NOW
    )


def test_holding_stops_the_clock_by_when_it_was_held(
    cast: Cast, back: Episode, interview: ReturnInterview
) -> None:
    assert clock(back).stopped_at == BACK + 20 * HOUR
    assert clock(back).stopped_by == interview.entry
    assert Event.objects.filter(what="return_interviews.held").count() == 1


def test_each_return_it_answers_is_scored_against_its_own_72_hours(cast: Cast) -> None:
    before, back = a_return(cast, back=BACK - timedelta(days=5)), a_return(cast)
    an_interview(cast, before, back)
    assert clock(before).stopped_at == clock(back).stopped_at
    assert clock(before).stopped_at > clock(before).due_at
    assert clock(back).stopped_at < clock(back).due_at


def test_the_childs_words_are_kept_as_they_were_said(interview: ReturnInterview) -> None:
    assert Words.objects.get(entry=interview.entry).text == interview.own_words


def test_it_is_put_before_the_manager_of_the_team_that_holds_the_child(
    cast: Cast, interview: ReturnInterview
) -> None:
    assert Review.objects.waiting_for_manager().get().team == cast.north


def test_submitting_takes_its_draft_with_it(cast: Cast, back: Episode) -> None:
    user = cast.user("interviewer")
    drafts.keep(user, cast.ash, recording.INTERVIEW, {"own_words": ["I went"]}, at=NOW)
    an_interview(cast, back, occasion=recording.INTERVIEW)
    with acting_as(user):
        assert drafts.latest(user, cast.ash, recording.INTERVIEW) is None


def test_an_interview_from_outside_the_childs_team_is_independent(interview: ReturnInterview) -> None:
    assert interview.independent
    assert interview.independent_why == ""


def test_the_childs_own_worker_is_not_independent_whatever_is_said(cast: Cast, back: Episode) -> None:
    with pytest.raises(Refused, match="child’s own worker"):
        an_interview(cast, back, interviewer=cast.workers["worker"], independent=True)
    assert not ReturnInterview.objects.exists()


def test_somebody_not_independent_may_hold_it_for_a_reason(cast: Cast, back: Episode) -> None:
    chosen = {"independent": False, "independent_why": "Ash asked for her", "chosen_by_child": True}
    held = an_interview(cast, back, interviewer=cast.workers["colleague"], **chosen)
    assert (held.independent, held.independent_why) == (False, "Ash asked for her")
    with pytest.raises(Refused, match="Enter why"):
        an_interview(cast, back, independent=False)


def test_it_refuses_a_moment_before_the_return_and_keeps_nothing(cast: Cast, back: Episode) -> None:
    with pytest.raises(Refused, match="before they came back"):
        an_interview(cast, back, at=BACK - HOUR)
    assert clock(back).stopped_at is None


def test_a_manager_reads_it_against_the_quality_test(cast: Cast, interview: ReturnInterview) -> None:
    made = quality_checks.check(
        interview, scores=GOOD, decision="accept", words="", by=cast.user("manager"), at=NOW
    )
    assert made.total == 24
    assert not Review.objects.waiting_for_manager().exists()


def test_nobody_reads_their_own_interview(cast: Cast, interview: ReturnInterview) -> None:
    with pytest.raises(Refused, match="you held the interview"):
        quality_checks.check(
            interview, scores=GOOD, decision="accept", words="", by=cast.user("interviewer"), at=NOW
        )
    assert not QualityCheck.objects.exists()


def test_sending_it_back_says_why(cast: Cast, interview: ReturnInterview) -> None:
    with pytest.raises(Refused, match="why you send it back"):
        sent_back(interview, cast, words="")
    sent_back(interview, cast)
    assert Review.objects.waiting_for_worker().get().entry == interview.entry


def test_what_was_decided_is_neither_decided_again_nor_answered(
    cast: Cast, interview: ReturnInterview
) -> None:
    """Of two managers who have it open at once, the second is told."""
    facts = {"scores": GOOD, "decision": "accept", "words": "", "at": NOW}
    quality_checks.check(interview, **facts, by=cast.user("manager"))
    with pytest.raises(Refused, match="not waiting to be read"):
        quality_checks.check(interview, **facts, by=cast.user("service_manager"))
    with pytest.raises(Refused, match="no question waiting"):
        quality_checks.answer(interview, words="He told me", by=cast.user("interviewer"), at=NOW)
    assert QualityCheck.objects.count() == 1


def test_every_question_of_the_quality_test_needs_a_score(cast: Cast, interview: ReturnInterview) -> None:
    short = {**GOOD, "shared": 5}
    with pytest.raises(Refused, match="shared promptly"):
        quality_checks.check(
            interview, scores=short, decision="accept", words="", by=cast.user("manager"), at=NOW
        )


def test_a_second_version_follows_and_both_stay(
    cast: Cast, back: Episode, interview: ReturnInterview
) -> None:
    sent_back(interview, cast)
    later = recording.rewrite(
        interview, own_words=interview.own_words, pull=["adult"], by=cast.user("interviewer"), at=NOW
    )
    assert (later.number, later.version_of, later.held_at) == (2, interview, interview.held_at)
    assert ReturnInterview.objects.standing().get() == later
    assert ReturnInterview.objects.count() == 2
    assert list(later.episodes.all()) == [back]
    assert Words.objects.count() == 1, "the same words are not said twice"


def test_the_second_version_waits_for_the_manager_and_the_first_no_longer_does(
    cast: Cast, interview: ReturnInterview
) -> None:
    sent_back(interview, cast)
    later = recording.rewrite(interview, by=cast.user("interviewer"), at=NOW)
    assert Review.objects.get(closed_at=None).entry == later.entry
    assert clock(interview.episodes.get()).stopped_by == interview.entry


def test_only_the_newest_version_is_followed(cast: Cast, interview: ReturnInterview) -> None:
    later = recording.rewrite(interview, by=cast.user("interviewer"), at=NOW)
    with pytest.raises(Refused, match="newer version"):
        recording.rewrite(interview, by=cast.user("interviewer"), at=NOW)
    third = recording.rewrite(later, by=cast.user("interviewer"), at=NOW)
    assert (third.number, third.version_of) == (3, interview)


def test_striking_out_the_newest_makes_the_one_before_count_again(
    cast: Cast, interview: ReturnInterview
) -> None:
    later = recording.rewrite(interview, by=cast.user("interviewer"), at=NOW)
    recording.strike_out(later.entry, reason="Another child's", by=cast.user("interviewer"), at=NOW)
    assert ReturnInterview.objects.standing().get() == interview


def test_striking_out_the_only_version_sets_the_clock_running(
    cast: Cast, back: Episode, interview: ReturnInterview
) -> None:
    recording.strike_out(interview.entry, reason="Another child's", by=cast.user("interviewer"), at=NOW)
    assert clock(back).stopped_at is None
    assert not Review.objects.waiting_for_manager().exists()


def test_sharing_is_recorded_once_and_not_before_it_was_held(cast: Cast, interview: ReturnInterview) -> None:
    facts = {"shared_with": "Her social worker", "by": cast.user("interviewer"), "at": NOW}
    with pytest.raises(Refused, match="before the interview"):
        recording.share(interview, shared_at=BACK, **facts)
    with pytest.raises(Refused, match="in the future"):
        recording.share(interview, shared_at=NOW + HOUR, **facts)
    recording.share(interview, shared_at=NOW, **facts)
    with pytest.raises(Refused, match="already been recorded"):
        recording.share(interview, shared_at=NOW, **facts)


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("no", False), ("yes", True)])
def test_what_nobody_answered_is_not_kept_as_no(typed: str, kept: bool | None) -> None:
    flags = ("safeguarding_referral", "intelligence_submitted")
    form = InterviewForm(dict.fromkeys(flags, typed), returns=Episode.objects.none())
    form.is_valid()
    form.cleaned_data = {"independent": "yes", "alone": "", **form.cleaned_data}
    assert [form.account()[name] for name in flags] == [kept, kept]
