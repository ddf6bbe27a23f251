"""Workers say how it is without their names, their managers read what all of them said, and everybody reads what was done about it.

And a young person answers with a code on paper, on a phone that nobody is signed in on.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Browser

from kittiwake.time.moments import LONDON
from tests.journeys.conftest import Site, Visitor, run

SET_UP = "import django; django.setup(); from tests.journeys import what_people_say; "


def parts(day: date) -> tuple[str, str, str]:
    return str(day.day), str(day.month), str(day.year)


@pytest.fixture
def stranger(browser: Browser, site: Site):
    """Somebody at a browser in which nobody is signed in."""
    context = browser.new_context()
    yield Visitor(context.new_page(), site)
    context.close()


def test_workers_say_how_it_is_and_read_what_was_done(visitor, site: Site) -> None:
    # Given a director who asks everybody who works with children
    director = visitor("director")
    director.opens("/feedback/")
    director.presses("Ask people")
    director.selects("Whom do you ask?", "Workers and their managers")
    director.types("Why do you ask?", "To hear how it is")
    today = datetime.now(LONDON).date()
    director.enters_day("From which day?", *parts(today))
    director.enters_day("Until which day?", *parts(today + timedelta(days=14)))
    director.presses("Ask them")
    director.sees("0 of 10 have answered so far")

    # When a worker answers, and all others
    worker = visitor("worker")
    worker.opens("/")
    worker.follows("1 short round of questions")
    worker.follows("Answer")
    worker.is_sent_back("Send")
    worker.sees("Answer one question, or write something")
    worker.chooses("I can carry the work I have", "Disagree")
    worker.types("What one thing would help you most", "Fewer forms")
    worker.presses("Send")
    worker.sees("Your answer is in the box with those of others")
    assert "You are asked" not in worker.page.inner_text("main")
    director.opens("/feedback/")
    director.follows("How it is to work here")
    director.sees("1 of 10 have answered so far")
    run(site.environment, "-c", SET_UP + "what_people_say.others_answer_and_it_is_over()")

    # Then their manager reads what all of them said, and nothing that anybody wrote
    manager = visitor("manager")
    manager.opens("/feedback/")
    manager.follows("How it is to work here")
    manager.sees("10 of 10 answered")
    manager.sees("0 of 10 agreed")
    manager.sees("The records say")
    assert "Fewer forms" not in manager.page.inner_text("main")

    # And whoever asked reads that, hides what says who somebody is, and says what is done
    director.opens("/feedback/")
    director.follows("How it is to work here")
    director.follows("Read what people wrote")
    director.sees("Fewer forms")
    director.follows("It says who somebody is")
    director.types("Why is it hidden?", "They have said it aloud")
    director.presses("Hide it")
    director.sees("Nobody wrote anything")
    director.follows("How it is to work here")
    director.follows("Say what was done")
    director.selects("What did people say it about?", "I can carry the work I have")
    director.types("What was done?", "Two more workers from January")
    director.presses("Show it to them")

    # And the worker reads that, beside what they said together
    worker.opens("/feedback/")
    worker.follows("How it is to work here")
    worker.sees("You said, we did: Two more workers from January")


def test_a_young_person_answers_with_a_code_on_paper(stranger: Visitor, site: Site) -> None:
    code = run(site.environment, "-c", SET_UP + "what_people_say.a_code()").strip()
    stranger.opens("/say/")
    stranger.types("Your code", "ABCD-EFGH-JKMN")
    stranger.is_sent_back("Go on")
    stranger.sees("That code is not right")
    stranger.types("Your code", code.lower())
    stranger.presses("Go on")
    stranger.sees("Nobody sees which answers are yours")
    stranger.sees("ring 999")
    stranger.chooses("Did they listen to you?", "Mostly")
    stranger.presses("Send")
    stranger.is_on("Thank you")
    stranger.opens("/say/")
    stranger.types("Your code", code)
    stranger.is_sent_back("Go on")
    stranger.sees("This code has been used")
