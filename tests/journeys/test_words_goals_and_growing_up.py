"""Somebody works with a child; the child is placed far away; a young person turns 18 and the worker stays."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local
from tests.journeys.test_a_child_comes_back import parts


def enters_day(visitor, group: str, days_ago: int) -> None:
    at = local(now() - timedelta(days=days_ago))
    box = visitor.page.get_by_role("group", name=group)
    for label, text in (("Day", at.day), ("Month", at.month), ("Year", at.year)):
        box.get_by_label(label, exact=True).fill(str(text))


def test_what_a_child_says_and_wants_is_found_on_their_page(visitor, site) -> None:
    ash = site.children["ash"]
    worker = visitor("worker")

    # When a worker writes up a session, and a goal with its numbers
    worker.opens(f"/children/{ash}/sessions/new/")
    worker.types("What did the child say?", "The pier is where I can think.")
    worker.types("What was it about?", "where I feel safe")
    worker.enters_moment("When was it held?", *parts(3))
    worker.chooses("What was it?", "Direct work")
    worker.chooses("Was the child seen?", "Yes")
    worker.presses("Save session")
    worker.sees("about where I feel safe")
    worker.opens(f"/children/{ash}/goals/new/")
    worker.types("What do they want to be different?", "To sleep at home")
    enters_day(worker, "When did they set it?", 30)
    worker.types("Where are they now, from 0 to 10?", "2")
    worker.presses("Save")
    worker.presses("Where are they now?")
    worker.types("Where are they now, from 0 to 10?", "6")
    worker.chooses("Did they choose the number themselves?", "Yes")
    worker.presses("Save")
    worker.sees("6 out of 10, up from 2")

    # Then both stand where the child is shown
    worker.opens(f"/children/{ash}/")
    worker.sees("The pier is where I can think.")
    worker.sees("6 out of 10, up from 2")
    for path in ("direct-work", "words", "chronology"):
        worker.opens(f"/children/{ash}/{path}/")


def test_a_placement_far_away_asks_for_the_director_and_gets_them(visitor, site) -> None:
    ash = site.children["ash"]
    worker = visitor("worker")
    worker.opens(f"/children/{ash}/placements/new/")
    enters_day(worker, "Which day did they move?", 2)
    worker.chooses("Was it an emergency?", "No")
    worker.types("Who looks after them there?", "Gull House")
    worker.page.get_by_label("In which council’s area?").select_option(label="Far Cove")
    worker.page.get_by_label("What kind of placement?").select_option(label="Children’s home")
    worker.chooses("How are they placed?", "With foster carers or in a home")
    worker.presses("Save")
    worker.sees("Approval by the director")
    manager = visitor("manager")
    manager.opens("/placements/away/")
    manager.follows("Ash Alder")
    manager.follows("Approval by the director")
    manager.chooses("Who approved it?", "The director of children’s services")
    manager.types(
        "Why does this placement suit the child better than one nearer?", "Nobody there knows where"
    )
    manager.presses("Save")
    manager.sees("Done late")
    manager.opens(f"/children/{ash}/placements/")


def test_the_worker_stays_after_18(visitor, site) -> None:
    wren = site.children["wren"]
    worker = visitor("worker")
    worker.opens("/growing-up/")
    worker.follows("Wren Sedge")
    worker.follows("A worker who stays, or an adult worker they have met")
    worker.types("Which manager agreed?", "Manager")
    worker.types("What do they say?", "I only talk to one person.")
    worker.presses("Save")
    worker.sees("I only talk to one person.")
    worker.opens(f"/children/{wren}/growing-up/")
    worker.sees("stays after 18")
    for path in ("assessment", "plan", "home", "contact", "adult-services"):
        worker.opens(f"/children/{wren}/growing-up/{path}/")
