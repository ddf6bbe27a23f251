"""What each person reads, what comes back, and what nobody is shown."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from kittiwake.access.models import Reading
from kittiwake.accounts.models import Unsent
from kittiwake.assurance.feedback import ballots, recording
from kittiwake.assurance.feedback.models import Answer, Asked, Box, Done, Remark, Round
from kittiwake.assurance.feedback.tests import made
from kittiwake.assurance.feedback.tests.made import AFTER, NO, YES
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def read(cast: Cast, name: str, address: str) -> str:
    answer = signed_in(cast.user(name)).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(cast: Cast, person: str, address: str, **answers: Any):
    return signed_in(cast.user(person)).post(address, {"once": str(uuid4()), **answers}, follow=True)


def said(round_: Round) -> list[ballots.Ballot]:
    return ballots.opened(Box.objects.get(round=round_).sealed, round_.pk)


def days(**named: Any) -> dict[str, int]:
    parts = ("day", "month", "year")
    return {f"{name}_{part}": getattr(day, part) for name, day in named.items() for part in parts}


@pytest.fixture
def over(cast: Cast, time_machine) -> Round:
    """Twelve cannot carry it; one can, and writes something."""
    people = made.more_workers(cast.north, 12)
    round_ = made.asked(cast)
    made.answer(round_, people, NO)
    made.answer(round_, [cast.user("worker")], YES, "My quartz wish")
    time_machine.move_to(AFTER, tick=False)
    return made.closed(cast, round_)


def test_a_director_asks_and_a_worker_finds_it_on_their_page(cast: Cast) -> None:
    facts = {"questionnaire": "workers", "why": "To hear how it is"}
    dates = days(opens_on=NOW.date(), closes_on=NOW.date() + timedelta(days=14))
    page = sent(cast, "director", "/feedback/new/", **facts, **dates).content.decode()
    assert "have answered so far" in page
    assert "1 short round of questions" in read(cast, "worker", "/")
    assert "You are asked: How it is to work here" in read(cast, "worker", "/feedback/")
    assert "short round of questions" not in read(cast, "director", "/")


def test_what_was_typed_comes_back_when_the_days_are_wrong(cast: Cast) -> None:
    facts = {"questionnaire": "workers", "why": "Quartz reason"}
    dates = days(opens_on=NOW.date() - timedelta(days=1), closes_on=NOW.date())
    answer = sent(cast, "director", "/feedback/new/", **facts, **dates)
    assert answer.status_code == 422
    assert "The first day must be today or later." in answer.content.decode()
    assert "Quartz reason" in answer.content.decode()


def test_a_worker_answers_and_is_asked_no_more(cast: Cast) -> None:
    round_ = made.asked(cast)
    address = f"/feedback/{round_.pk}/answer/"
    page = read(cast, "worker", address)
    assert "somebody who runs the council’s computers" in page
    assert "Do not write a name" in page
    answer = sent(cast, "worker", address, question3="disagree", words=" Fewer forms ")
    assert "Thank you" in answer.content.decode()
    assert said(round_) == [ballots.Ballot(cast.north.pk, {"workers.load": "disagree"}, "Fewer forms")]
    assert "short round of questions" not in read(cast, "worker", "/")
    assert "answered already" in read(cast, "worker", address)


def test_a_second_click_is_no_second_answer(cast: Cast) -> None:
    round_ = made.asked(cast)
    client, address = signed_in(cast.user("worker")), f"/feedback/{round_.pk}/answer/"
    typed = {"question3": "disagree", "once": str(uuid4())}
    assert [client.post(address, typed).status_code for _ in range(2)] == [302, 302]
    assert client.post(address, {**typed, "once": str(uuid4())}).status_code == 200
    assert len(said(round_)) == 1


def test_nothing_at_all_comes_back_and_marks_nobody(cast: Cast) -> None:
    round_ = made.asked(cast)
    answer = sent(cast, "worker", f"/feedback/{round_.pk}/answer/")
    assert answer.status_code == 422
    assert "Answer one question" in answer.content.decode()
    assert not Asked.objects.filter(has_answered=True).exists()


def test_whoever_is_not_asked_finds_nothing(cast: Cast) -> None:
    round_ = made.asked(cast)
    for person, address in (
        ("director", f"/feedback/{round_.pk}/answer/"),
        ("partner", f"/feedback/{round_.pk}/"),
        ("young_person", f"/feedback/{round_.pk}/"),
        ("member", f"/feedback/{round_.pk}/"),  # not before it is over
    ):
        assert signed_in(cast.user(person)).get(address).status_code == 404, person


def test_what_was_typed_when_a_session_ended_is_kept_nowhere(cast: Cast) -> None:
    """Elsewhere it is kept for whose it is: that would be an answer with a name."""
    round_ = made.asked(cast)
    client, address = signed_in(cast.user("worker")), f"/feedback/{round_.pk}/answer/"
    form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', client.get(address).content.decode()))
    client.logout()
    answer = client.post(address, {**form, "question3": "disagree", "words": "Quartz"})
    assert answer.status_code == 302
    assert not Unsent.objects.exists()
    assert not said(round_)


def test_the_log_of_reading_has_no_line_of_it(cast: Cast) -> None:
    round_ = made.asked(cast)
    before = Reading.objects.count()
    read(cast, "worker", f"/feedback/{round_.pk}/answer/")
    sent(cast, "worker", f"/feedback/{round_.pk}/answer/", question3="disagree")
    assert Reading.objects.count() == before


def test_what_people_said_stands_beside_what_was_done_and_what_the_records_say(
    cast: Cast, over: Round
) -> None:
    facts = {"question": "workers.load", "words": "Two more workers"}
    recording.say_what_was_done(over, **facts, by=cast.user("director"), at=AFTER)
    page = read(cast, "worker", f"/feedback/{over.pk}/")
    for words in (
        "13 of",
        "I can carry the work I have",
        "5 or fewer of 13",
        "You said, we did:",
        "Two more workers",
        "Director, 8 December 2026",
        "The records say",
        "Too few answered this question",
    ):
        assert words in page, words
    assert "quartz" not in page
    assert "By team" not in page


def test_texts_are_for_whoever_asks_and_can_be_hidden(cast: Cast, over: Round) -> None:
    address = f"/feedback/{over.pk}/words/"
    assert "1 person wrote something" in read(cast, "principal", f"/feedback/{over.pk}/")
    assert "My quartz wish" in read(cast, "principal", address)
    for person in ("manager", "service_manager", "worker", "analyst", "member"):
        assert signed_in(cast.user(person)).get(address).status_code == 403
    remark = Remark.objects.get()
    sent(cast, "principal", f"/feedback/words/{remark.pk}/", why="It has a name in it")
    assert "quartz" not in read(cast, "principal", address)
    assert signed_in(cast.user("principal")).get(f"/feedback/words/{remark.pk}/").status_code == 404


def test_a_lead_member_reads_what_people_said_and_no_text(cast: Cast, over: Round) -> None:
    assert "How it is to work here" in read(cast, "member", "/feedback/")
    page = read(cast, "member", f"/feedback/{over.pk}/")
    assert "5 or fewer of 13" in page
    assert "wrote something" not in page


def test_by_team_stands_what_is_not_of_a_few(cast: Cast, time_machine) -> None:
    round_ = _by_team(cast)
    time_machine.move_to(AFTER, tick=False)
    page = read(cast, "manager", f"/feedback/{made.closed(cast, round_).pk}/")
    assert "By team" in page
    assert re.search(r"North team \(12 of \d+\)", page)
    row = re.search(r"I can carry the work I have</th>(.*?)</tr>", page[page.index("By team") :], re.DOTALL)
    assert re.findall(r">\s*(\d+ of \d+|c)\s*<", row[1]) == ["0 of 12", "12 of 12"]
    heard = re.search(r"I have the time.*?</th>(.*?)</tr>", page[page.index("By team") :], re.DOTALL)
    assert re.findall(r">\s*(\d+ of \d+|c)\s*<", heard[1]) == ["c", "c"]


def _by_team(cast: Cast) -> Round:
    """Of the north nobody can carry it and three have time; of the south all can, and half have time."""
    people = {team: made.more_workers(team, 12, called=team.name[:5]) for team in (cast.north, cast.south)}
    round_ = made.asked(cast)
    for team, load, with_time in ((cast.north, NO, 3), (cast.south, YES, 6)):
        for number, user in enumerate(people[team]):
            answer = "agree" if number < with_time else "disagree"
            made.answer(round_, [user], {**load, "workers.time": answer})
    return round_


def test_where_too_few_answered_it_is_said(cast: Cast, time_machine) -> None:
    round_ = made.asked(cast)
    made.answer(round_, [cast.user("worker")], NO, "Quartz")
    time_machine.move_to(AFTER, tick=False)
    page = read(cast, "director", f"/feedback/{made.closed(cast, round_).pk}/")
    assert "Fewer than 10 people answered" in page
    assert "carry the work" not in page


def test_earlier_rounds_stand_beside_the_last(cast: Cast, over: Round, time_machine) -> None:
    later = AFTER + timedelta(days=1)
    again = made.asked(cast, at=later)
    asked = Asked.objects.filter(round=again).exclude(user__email__startswith="manager")
    made.answer(again, [row.user for row in asked[:12]], YES, at=later)
    time_machine.move_to(later + timedelta(days=15), tick=False)
    made.closed(cast, again, at=later + timedelta(days=15))
    page = read(cast, "director", f"/feedback/{again.pk}/")
    assert "12 of 12" in page
    assert "5 or fewer of 13 in the round until 7 December 2026" in page


def test_a_round_is_called_off(cast: Cast) -> None:
    round_ = made.asked(cast)
    made.answer(round_, [cast.user("worker")])
    page = sent(cast, "director", f"/feedback/{round_.pk}/end/").content.decode()
    assert "was called off" in page
    assert not Answer.objects.exists()


def test_what_was_done_is_written_by_who_asks(cast: Cast, over: Round) -> None:
    page = sent(
        cast, "director", f"/feedback/{over.pk}/done/new/", question="", words="We met"
    ).content.decode()
    assert "We met" in page
    assert Done.objects.get().by == cast.user("director")
    assert sent(cast, "manager", f"/feedback/{over.pk}/done/new/", words="x").status_code == 403
