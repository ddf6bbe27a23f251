"""Two people meet: prepared by what happened, kept in two parts, and signed by both."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local
from tests.journeys.test_a_child_comes_back import parts


def day(ahead: int) -> tuple[str, str, str]:
    at = local(now() + timedelta(days=ahead))
    return str(at.day), str(at.month), str(at.year)


def test_a_supervision_is_held_written_in_two_parts_and_signed(visitor, site) -> None:
    ash = site.children["ash"]
    manager, worker = visitor("manager"), visitor("worker")

    # Given that the manager supervises the worker
    manager.opens("/supervision/")
    manager.follows("The team’s supervision")
    manager.presses("Agree who supervises whom")
    manager.selects("Who is supervised?", "Worker")
    manager.selects("Who supervises them?", "Manager")
    manager.chooses("Are they a social worker?", "Social worker")
    manager.enters_day("From which day?", *day(-100))
    manager.presses("Save")
    manager.sees("None for 6 weeks or more")

    # When they have looked at what happened, meet, and write down what was said of a child
    manager.opens("/supervision/")
    manager.follows("Worker")
    manager.is_on("What has happened since last time")
    manager.sees("Never discussed")
    manager.presses("Record a supervision")
    manager.chooses("What was it?", "Supervision, by agreement")
    manager.enters_moment("When did you meet?", *parts(1))
    manager.chooses("Were you undisturbed?", "Yes")
    manager.presses("Save")
    manager.follows("Write what was said of Ash Alder")
    manager.types("What has changed for the child?", "He is in school again.")
    manager.types("What is decided?", "Keep the plan.")
    manager.is_sent_back("Save")
    manager.sees("Enter why")
    manager.types("Why?", "It works.")
    manager.types("What has to be done?", "Meet the coach")
    manager.selects("Who will do it?", "Worker")
    manager.enters_day("By which day?", *day(10))
    manager.enters_day("When will you talk about the child again?", *day(28))
    manager.presses("Save")
    manager.sees("Keep the plan.")
    here = manager.page.url.removeprefix(site.address)

    # And each adds to the personal part and signs
    manager.follows("The personal part")
    manager.chooses("What is it about?", "Wellbeing")
    manager.types("What was said or agreed?", "A quiet week is planned.")
    manager.presses("Add")
    manager.opens(here)
    manager.presses("Sign")
    manager.presses("Sign")
    worker.opens("/supervision/")
    worker.sees("Waiting for your signature")
    worker.opens(f"{here}personal/")
    worker.sees("A quiet week is planned.")
    worker.opens(f"{here}signature/")
    worker.chooses("Did you talk about how you are?", "Yes")
    worker.chooses("Did you talk about your learning and development?", "No")
    worker.presses("Sign")

    # Then the child's part is on the child's file, its direction waits for the worker, and the rest is between the two
    worker.opens("/")
    worker.sees("Meet the coach")
    worker.opens(f"/children/{ash}/chronology/")
    worker.follows("Supervision: child part")
    worker.sees("He is in school again.")
    above = visitor("service_manager")
    above.opens(here)
    above.sees("Ash Alder")
    above.page.goto(f"{site.address}{here}personal/")
    assert above.status == 403
    above.is_on("This is not yours to read")
    visitor("outsider").is_refused(here)


def test_a_manager_is_away_and_somebody_covers(visitor, site) -> None:
    above = visitor("service_manager")
    above.opens("/supervision/team/")
    above.follows("A supervisor is away")
    above.follows("Manager")
    above.follows("Record when they are away, and who covers")
    above.enters_day("First day away", *day(0))
    above.presses("Save")
    above.sees("and nobody covers yet")
    above.opens("/supervision/team/")
    above.sees("Away, and nobody covers")
    above.follows("Name somebody who covers")
    above.selects("Who covers?", "Outsider, social worker")
    above.presses("Save")
    above.sees("Outsider covers for Manager until further notice")
    cover = visitor("outsider")
    cover.opens("/supervision/")
    cover.sees("Those you supervise or cover for (1)")
    cover.follows("Worker")
    cover.sees("Ash Alder")
    for path in ("/supervision/quality/", "/supervision/team/"):
        visitor("auditor").opens(path)
