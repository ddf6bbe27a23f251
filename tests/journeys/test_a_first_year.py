"""A newly qualified worker has too many children: it is agreed what is too many, recorded, and seen."""

from __future__ import annotations

from tests.journeys.test_words_goals_and_growing_up import enters_day


def test_the_alarm_of_the_protected_caseload(visitor, site) -> None:
    # When the director records what was agreed
    director = visitor("director")
    director.opens("/posts/")
    director.opens("/caseloads/agreement/")
    enters_day(director, "From which day?", 90)
    director.types("How many children has a whole-time worker?", "2")
    director.types("Which share of that may a newly qualified worker have?", "90")
    director.types("Where was this agreed?", "Practice board")
    director.presses("Save")
    director.opens("/workforce-census/")

    # And the manager records that one of theirs is in their first year
    manager = visitor("manager")
    manager.opens("/caseloads/")
    manager.page.get_by_role("link", name="Worker", exact=True).click()
    manager.page.get_by_role("link", name="They are newly qualified").click()
    enters_day(manager, "When does their first year begin?", 40)
    manager.presses("Save")

    # Then it stands on their page, among the caseloads and on the board
    manager.sees("Over the protected caseload.")
    manager.sees("Induction and support agreement")
    manager.opens("/caseloads/")
    manager.sees("1 newly qualified worker over the protected caseload.")
    manager.opens("/board/")
    manager.sees("A newly qualified worker with too many children")
