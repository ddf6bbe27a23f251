"""A child goes missing and comes back, and somebody listens; a manager sees where nothing has followed."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local


def parts(hours_ago: float) -> tuple[str, str, str, str]:
    at = local(now() - timedelta(hours=hours_ago))
    return str(at.day), str(at.month), str(at.year), f"{at:%H:%M}"


def test_a_child_is_reported_missing_comes_back_and_is_listened_to(visitor, site) -> None:
    ash = site.children["ash"]

    # Given that Ash is reported missing
    worker = visitor("worker")
    worker.opens(f"/children/{ash}/missing/report/")
    worker.enters_moment("When were they last seen?", *parts(30))
    worker.enters_moment("When were they reported missing?", *parts(29))
    worker.chooses("Who reported it?", "Police")
    worker.presses("Record that they are missing")
    worker.sees("Missing episode")

    # When Ash is back
    worker.presses("They are back")
    worker.enters_moment("When did they come back?", *parts(5))
    worker.chooses("Who told us?", "The child")
    worker.presses("Save")
    worker.sees("Return interview:")

    # Then the interviewer can see Ash, and listens
    interviewer = visitor("interviewer")
    interviewer.opens(f"/children/{ash}/return-interviews/new/")
    interviewer.types("What did the child say?", "I was cold and nobody asked.")
    interviewer.enters_moment("When was it held?", *parts(1))
    interviewer.chooses(
        "Are they independent of where the child lives and of those who work with the child?", "Yes"
    )
    interviewer.presses("Save interview")

    # And what Ash said stands on Ash's page, for those who may see it
    worker.opens(f"/children/{ash}/")
    worker.sees("I was cold and nobody asked.")
    outsider = visitor("outsider")
    outsider.is_refused(f"/children/{ash}/")


def test_the_manager_sees_on_the_board_what_has_not_followed(visitor, site) -> None:
    rowan = site.children["rowan"]
    outsider = visitor("outsider")
    outsider.opens(f"/children/{rowan}/missing/report/")
    outsider.enters_moment("When were they reported missing?", *parts(60))
    outsider.chooses("Who reported it?", "Parent or carer")
    outsider.presses("Record that they are missing")

    manager = visitor("service_manager")
    manager.opens("/board/")
    manager.sees("Rowan Reed")
