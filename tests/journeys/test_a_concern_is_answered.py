"""A visit finds something: it becomes a concern, somebody acts, something shows it, others judge it and close it; an inspector reads it."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local_date


def test_from_a_visit_to_evidence_and_back(visitor, site) -> None:
    today = local_date(now())

    # Given a monitoring visit last month, which the service manager writes down
    manager = visitor("service_manager")
    manager.opens("/inspections/")
    manager.sees("No inspection or visit yet")
    manager.presses("Record an inspection or visit")
    manager.chooses("What is it?", "Monitoring visit")
    for group, day in (
        ("When does it begin?", today - timedelta(days=30)),
        ("When does it end?", today - timedelta(days=31)),
        ("When was it announced?", today - timedelta(days=37)),
    ):
        manager.enters_day(group, str(day.day), str(day.month), str(day.year))
    manager.is_sent_back("Save")
    manager.sees("It cannot end before it begins")
    ends = today - timedelta(days=29)
    manager.enters_day("When does it end?", str(ends.day), str(ends.month), str(ends.year))
    manager.presses("Save")
    manager.sees("Over, letter awaited")

    # When they raise what it found, and act on it
    manager.presses("Raise a concern")
    manager.chooses("What is it?", "Area of concern")
    manager.types("What has to become better?", "Children wait too long before anybody listens to them")
    manager.selects("Who answers for it?", "Service Manager")
    manager.presses("Save")
    manager.sees("Nobody does anything about it yet")
    concern = manager.page.url.removeprefix(site.address)
    manager.presses("Do something about it")
    manager.types("What is to be done?", "An interviewer is free on Mondays")
    manager.types("What should it change for children?", "Nobody waits over the weekend")
    manager.selects("Who will do it?", "Service Manager")
    by_when = today + timedelta(days=20)
    manager.enters_day("By when?", str(by_when.day), str(by_when.month), str(by_when.year))
    manager.presses("Save")
    manager.follows("It is done: An interviewer is free on Mondays")
    manager.types("What came of it?", "Two interviewers share Mondays")
    manager.presses("Save")
    manager.sees("An action is said to be done, and nothing shows it")

    # And somebody else puts in what shows it and judges it, since its owner cannot
    auditor = visitor("auditor")
    auditor.opens(concern)
    auditor.presses("Put in evidence")
    auditor.chooses("What is it?", "What somebody who answers for it says")
    auditor.chooses("What does it say?", "It is better")
    auditor.types("What does it show?", "Six children told me that somebody came the same day")
    auditor.selects("Does it show that an action was done?", "An interviewer is free on Mondays")
    auditor.presses("Save")
    auditor.sees("Six children told me")
    auditor.presses("Judge how far it is")
    auditor.sees("What you see now")
    auditor.chooses("How far is it?", "Done")
    auditor.page.get_by_role("group", name="What does that rest on?").get_by_role("checkbox").first.check()
    auditor.types("What do you see?", "Whoever came back was heard the same day, in both teams")
    auditor.presses("Save")

    # Then it is closed by the director, and not by its owner
    assert manager.page.get_by_role("link", name="Close it").count() == 0
    director = visitor("director")
    director.opens(concern)
    director.follows("Close it")
    director.types("What is different now?", "Nobody waits over the weekend")
    director.presses("Close it")
    director.sees("Closed")

    # And an inspector reads all of it, as long as they may be here, and changes nothing
    inspector = visitor("inspector")
    inspector.opens("/inspections/concerns/")
    inspector.follows("Children wait too long before anybody listens to them")
    inspector.sees("Whoever came back was heard the same day, in both teams")
    assert inspector.page.get_by_role("button", name="Judge how far it is").count() == 0
    inspector.opens("/inspections/what-you-see/")
    inspector.sees("You may change")
    inspector.page.set_default_navigation_timeout(180_000)  # the first to ask makes the SQL of the measures
    inspector.opens("/inspections/letter-to-evidence/")
    inspector.follows("Return interviews are held and inform how children are kept safe")
    inspector.sees("Pages that show it")
    inspector.opens("/inspections/samples/")
    inspector.presses("Draw a sample")
    inspector.types("How many children?", "2")
    inspector.types("Seed", "gull")
    inspector.presses("Draw it")
    inspector.sees("Drawn, as far as you may see them")

    # What the inspector opened is there for who answers for it
    inspector.opens(f"/children/{site.children['ash']}/")
    director.opens("/inspections/inspectors/")
    director.page.get_by_role("link", name="Inspector", exact=True).click()
    director.page.wait_for_load_state()
    director.looks_right()
    director.sees("Ash Alder")
