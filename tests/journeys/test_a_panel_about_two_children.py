"""A panel about two children: asked for, held, decided for each, agreed by the chair; nobody reads the other's part."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local


def parts(hours_ago: float) -> tuple[str, str, str, str]:
    at = local(now() - timedelta(hours=hours_ago))
    return str(at.day), str(at.month), str(at.year), f"{at:%H:%M}"


def test_a_panel_is_held_about_two_children(visitor, site) -> None:
    ash = site.children["ash"]

    # Given that the service manager asks for a panel about Ash and Rowan
    manager = visitor("service_manager")
    manager.opens(f"/children/{ash}/meetings/new/")
    manager.chooses("What kind of meeting?", "Multi-agency exploitation panel")
    manager.types("Why is it needed?", "The same grey car, twice")
    manager.enters_moment("When was it asked for?", *parts(30))
    manager.presses("Save")
    manager.sees("Still to invite")
    meeting = manager.page.url
    manager.follows("Add another child")
    manager.types("Which child?", "Rowan Reed")
    manager.presses("Save")
    manager.sees("Rowan Reed")

    # When both agencies were there, and something was decided for Ash
    manager.follows("Invite")
    for agency, name in (("Children’s social care", "Sam Care"), ("Police", "Pat Force")):
        manager.page.get_by_label("For which agency?").select_option(agency)
        manager.types("Who is invited?", name)
        manager.presses("Add")
    manager.page.goto(meeting)
    manager.presses("It was held")
    manager.enters_moment("When was it held?", *parts(2))
    manager.chooses("Sam Care, Children’s social care", "Came")
    manager.chooses("Pat Force, Police", "Came")
    manager.presses("Save")
    manager.presses("Add a decision")
    manager.types("What was decided?", "Fetch Ash on Fridays")
    manager.types("Why?", "So that nobody else does")
    manager.chooses("Does somebody have to do something?", "No")
    manager.types("Why does nobody have to?", "Their aunt does")
    manager.presses("Save")
    manager.follows("Agree the record")
    manager.page.get_by_label("I have read the record").check()
    manager.presses("Save")
    manager.sees("Record agreed")

    # Then Rowan's worker reads that it was held, and nothing about Ash
    theirs = visitor("outsider")
    theirs.opens(f"/children/{site.children['rowan']}/meetings/")
    theirs.follows("Multi-agency exploitation panel")
    theirs.sees("The same grey car, twice")
    assert "Ash" not in theirs.page.locator("main").inner_text()
    theirs.page.goto(meeting)
    theirs.sees("Page not found")
