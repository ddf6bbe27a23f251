"""Rounds are asked, answered and closed once; and what may not be is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kittiwake.assurance.feedback import ballots, events, evidence, questions, recording
from kittiwake.assurance.feedback.answering import recording as answering
from kittiwake.assurance.feedback.models import Answer, Asked, Box, Done, Remark, Round, Slip, Turnout
from kittiwake.assurance.feedback.queries import slip_of
from kittiwake.assurance.feedback.slips import recording as slips
from kittiwake.assurance.feedback.tests import made
from kittiwake.assurance.feedback.tests.made import AFTER, LASTS, NO, YES
from kittiwake.history.models import Event
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY, DAY = local_date(NOW), timedelta(days=1)


def test_whoever_works_with_children_is_asked_once(cast: Cast) -> None:
    round_ = made.asked(cast)
    asked = {row.user.email.partition("@")[0]: row.team for row in Asked.objects.filter(round=round_)}
    assert asked["worker"] == cast.north
    assert {"manager", "service_manager", "interviewer"} <= asked.keys()
    assert not {"director", "partner", "young_person", "member", "administrator"} & asked.keys()
    recording.open_(round_, by=cast.system, at=NOW)
    assert Asked.objects.filter(round=round_).count() == len(asked)
    assert Event.objects.filter(what=events.OPENED.name).count() == 1


def test_a_round_to_come_opens_on_its_day_by_itself(cast: Cast) -> None:
    facts = {"questionnaire": "workers", "opens_on": TODAY + DAY, "closes_on": TODAY + 2 * DAY, "why": "x"}
    round_ = recording.ask(**facts, by=cast.user("director"), at=NOW)
    recording.keep_rounds(by=cast.system, at=NOW)
    assert not Asked.objects.exists()
    recording.keep_rounds(by=cast.system, at=NOW + DAY)
    assert Asked.objects.filter(round=round_).exists()
    recording.keep_rounds(by=cast.system, at=NOW + 3 * DAY)
    round_.refresh_from_db()
    assert round_.closed_at == NOW + 3 * DAY


def test_nobody_is_asked_in_two_rounds_of_the_same_at_once(cast: Cast) -> None:
    made.asked(cast)
    with pytest.raises(Refused, match="asked already"):
        made.asked(cast)
    made.asked(cast, questions.PARTNERS)


def test_days_that_are_past_are_refused(cast: Cast) -> None:
    facts = {"questionnaire": "workers", "opens_on": TODAY - DAY, "closes_on": TODAY, "why": "x"}
    with pytest.raises(Refused) as refused:
        recording.ask(**facts, by=cast.user("director"), at=NOW)
    assert refused.value.field == "opens_on"


def test_somebody_answers_once_and_only_if_asked(cast: Cast) -> None:
    round_ = made.asked(cast)
    made.answer(round_, [cast.user("worker")])
    with pytest.raises(Refused, match="answered already"):
        made.answer(round_, [cast.user("worker")])
    with pytest.raises(NotYours):
        made.answer(round_, [cast.user("director")])
    assert len(ballots.opened(Box.objects.get().sealed, round_.pk)) == 1


def test_nothing_at_all_is_no_answer_and_marks_nobody(cast: Cast) -> None:
    round_ = made.asked(cast)
    with pytest.raises(Refused, match="Answer one question"):
        made.answer(round_, [cast.user("worker")], {}, " \n")
    assert not Asked.objects.filter(has_answered=True).exists()


def test_too_long_marks_nobody(cast: Cast) -> None:
    round_ = made.asked(cast)
    with pytest.raises(Refused, match="too long"):
        made.answer(round_, [cast.user("worker")], {}, "\x01" * 500)
    assert not Asked.objects.filter(has_answered=True).exists()


def test_what_is_no_answer_of_the_questionnaire_is_a_fault(cast: Cast) -> None:
    round_ = made.asked(cast)
    for answers in ({"workers.load": "yes"}, {"children.safe": "yes"}):
        with pytest.raises(ValueError, match="No answers of workers"):
            made.answer(round_, [cast.user("worker")], answers)


def test_a_process_that_dies_between_mark_and_answer_leaves_neither(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = made.asked(cast)

    def dies(*_: Any) -> str:
        raise SystemExit

    monkeypatch.setattr(ballots, "with_another", dies)
    with pytest.raises(SystemExit):
        made.answer(round_, [cast.user("worker")])
    monkeypatch.undo()
    assert not Asked.objects.filter(has_answered=True).exists()
    made.answer(round_, [cast.user("worker")])


def test_an_answer_that_comes_after_the_end_is_not_taken(cast: Cast) -> None:
    round_ = made.asked(cast)
    with pytest.raises(Refused, match="over"):
        made.answer(round_, [cast.user("worker")], at=AFTER)
    made.closed(cast, round_)
    with pytest.raises(Refused, match="over"):
        made.answer(round_, [cast.user("worker")])


def test_a_box_whose_secret_is_gone_takes_nothing_and_holds_no_other_round_up(
    cast: Cast, settings, caplog: pytest.LogCaptureFixture
) -> None:
    round_, other = made.asked(cast), made.asked(cast, questions.PARTNERS)
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another secret, and no fallback, for a while"
    with pytest.raises(Refused, match="cannot be taken"):
        made.answer(round_, [cast.user("worker")])
    recording.keep_rounds(by=cast.system, at=AFTER)
    assert f"round {round_.pk} was sealed with another secret" in caplog.text
    assert Box.objects.count() == 2
    settings.SECRET_KEY = before
    recording.keep_rounds(by=cast.system, at=AFTER)
    assert not Box.objects.filter(round__in=[round_, other]).exists()


@pytest.fixture
def enough(cast: Cast) -> Round:
    """Twelve of one team say they cannot carry it, and one of another that they can."""
    people = made.more_workers(cast.north, 12)
    round_ = made.asked(cast)
    made.answer(round_, people, NO, "Fewer forms")
    made.answer(round_, [cast.user("outsider")], YES)
    return round_


def test_once_it_is_over_it_is_counted_and_nobody_is_known(cast: Cast, enough: Round) -> None:
    recording.close(enough, by=cast.system, at=NOW)  # not over yet
    assert not Answer.objects.exists()
    round_ = made.closed(cast, enough)
    assert (round_.answered, round_.is_kept) == (13, True)
    assert round_.asked == Asked.objects.filter(round=round_, has_answered=None).count()
    assert Answer.objects.filter(is_good=False).count() == 12
    assert Remark.objects.filter(words="Fewer forms").count() == 12
    assert not Box.objects.exists()
    recording.close(round_, by=cast.system, at=AFTER)
    assert Answer.objects.count() == 13
    assert Event.objects.filter(what=events.CLOSED.name).count() == 1


def test_a_team_is_told_only_where_the_rest_is_not_given_away(cast: Cast, enough: Round) -> None:
    made.closed(cast, enough)
    assert set(Answer.objects.values_list("team", "kind")) == {(None, "")}
    [turnout] = Turnout.objects.exclude(answered=0)
    assert turnout.answered == 13


def test_two_teams_of_which_enough_answer_are_told(cast: Cast) -> None:
    people = {team: made.more_workers(team, 10, called=team.name[:5]) for team in (cast.north, cast.south)}
    round_ = made.asked(cast)
    for those in people.values():
        made.answer(round_, those)
    made.closed(cast, round_)
    assert set(Answer.objects.values_list("team", flat=True)) == {cast.north.pk, cast.south.pk}
    assert {row.team: row.answered for row in Turnout.objects.exclude(team=None)} == {
        cast.north: 10,
        cast.south: 10,
    }


def test_where_too_few_answer_nobody_reads_any_of_it(cast: Cast) -> None:
    people = made.more_workers(cast.north, 9)
    round_ = made.asked(cast)
    made.answer(round_, people, NO, "Quartz")
    round_ = made.closed(cast, round_)
    assert (round_.answered, round_.is_kept) == (9, False)
    assert not Answer.objects.exists()
    assert not Remark.objects.exists()
    assert not Turnout.objects.exists()
    assert not Box.objects.exists()
    assert evidence.latest("workers.load", TODAY) is None


def test_a_round_called_off_is_thrown_away_unread(cast: Cast, enough: Round) -> None:
    recording.call_off(enough, by=cast.user("director"), at=NOW)
    assert not Box.objects.exists()
    assert not Answer.objects.exists()
    assert not Round.objects.over().exists()
    assert not Asked.objects.exclude(has_answered=None).exists()
    with pytest.raises(Refused, match="over"):
        recording.call_off(enough, by=cast.user("director"), at=NOW)
    made.asked(cast)


def test_a_code_works_once_and_while_the_round_is_open(cast: Cast) -> None:
    round_ = made.asked(cast, questions.CHILDREN)
    [code] = slips.make(round_, team=cast.north, many=1, by=cast.user("director"), at=NOW)
    slip = slip_of(code.lower(), TODAY)
    answering.answer_with_code(slip, answers=made.SAFE, words="", at=NOW)
    with pytest.raises(Refused, match="has been used"):
        answering.answer_with_code(slip, answers=made.SAFE, words="", at=NOW)
    assert slip_of("AAAABBBBCCCC", TODAY) is None
    assert slip_of("x", TODAY) is None
    assert slip_of(code, local_date(AFTER)) is None
    assert not Slip.objects.filter(digest__contains=code).exists()
    made.closed(cast, round_)
    assert not Slip.objects.exists()


def _of_workers(cast: Cast) -> Round:
    return made.asked(cast)


def _over(cast: Cast) -> Round:
    return made.closed(cast, made.asked(cast, questions.CHILDREN))


@pytest.mark.parametrize(
    ("of", "many", "says"),
    [
        (_of_workers, 1, "for children"),
        (_over, 1, "not open"),
        (lambda cast: made.asked(cast, questions.CHILDREN), 61, "1 to 60"),
        (lambda cast: made.asked(cast, questions.CHILDREN), 0, "1 to 60"),
    ],
)
def test_codes_that_would_open_nothing_are_not_made(
    cast: Cast, of: Callable[[Cast], Round], many: int, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        slips.make(of(cast), team=None, many=many, by=cast.user("director"), at=NOW)


def test_what_says_who_somebody_is_is_hidden_once(cast: Cast, enough: Round) -> None:
    made.closed(cast, enough)
    remark = Remark.objects.all()[0]
    recording.hide(remark, why="A name", by=cast.user("director"), at=AFTER)
    with pytest.raises(Refused, match="hidden this already"):
        recording.hide(remark, why="A name", by=cast.user("principal"), at=AFTER)


def test_what_was_done_is_said_when_it_is_over(cast: Cast, enough: Round) -> None:
    facts = {"question": "workers.load", "words": "Two more workers from January"}
    with pytest.raises(Refused, match="not over"):
        recording.say_what_was_done(enough, **facts, by=cast.user("director"), at=NOW)
    round_ = made.closed(cast, enough)
    recording.say_what_was_done(round_, **facts, by=cast.user("director"), at=AFTER)
    assert Done.objects.get().by == cast.user("director")


def test_others_are_told_what_people_said_last(cast: Cast, enough: Round) -> None:
    made.closed(cast, enough)
    heard = evidence.latest("workers.load", TODAY)
    assert heard is not None
    assert (heard.said, heard.answered) == ("5 or fewer of 13", 13)
    assert heard.closed_on == TODAY + LASTS
    assert evidence.about("P75", TODAY) == [heard]
    assert evidence.about("P74", TODAY)[0].said == ""  # too few answered that question
    assert evidence.about("P01", TODAY) == []
    with pytest.raises(StopIteration):
        evidence.latest("workers.nothing", TODAY)
