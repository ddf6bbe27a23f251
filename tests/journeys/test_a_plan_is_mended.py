"""A worker writes a plan, is told where it is weak, mends it, and every risk is answered."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local


def enters_day(visitor, group: str, days: int) -> None:
    at = local(now() + timedelta(days=days))
    box = visitor.page.get_by_role("group", name=group)
    for label, text in (("Day", at.day), ("Month", at.month), ("Year", at.year)):
        box.get_by_label(label, exact=True).fill(str(text))


def test_a_weak_plan_becomes_one_that_answers_the_risk(visitor, site) -> None:
    ash, worker = site.children["ash"], visitor("worker")

    # Given a risk that no plan answers
    worker.opens(f"/children/{ash}/risks/new/")
    worker.page.get_by_label("What is the risk?").select_option("County lines")
    worker.chooses("How high do you judge it to be now?", "Significant")
    worker.types("What have you seen or heard", "Two phones")
    worker.page.locator("main form button").first.click()
    worker.sees("County lines")
    worker.opens(f"/children/{ash}/plans/coverage/")
    worker.sees("Nothing covers it")

    # When the worker writes a plan, the advice follows what is typed
    worker.opens(f"/children/{ash}/plans/")
    worker.follows("Safety plan")
    worker.types("What are we worried may happen to them", "Made to carry for a man")
    enters_day(worker, "When will you look at it again?", 28)
    worker.sees("It does not say what happens if it goes wrong.")
    worker.types("If this happens, who does what?", "Their aunt rings the duty worker")
    worker.types("What are the first signs", "A second phone")
    worker.types("What do they say would keep them safe?", "Let me ring my aunt")
    worker.sees("Nothing is missing from what you have written.")
    worker.presses("Save and add actions")
    worker.sees("Nobody has agreed to do anything yet.")

    # And mends what it says
    worker.presses("Add an action")
    worker.types("What will somebody do?", "Meets Ash after school")
    worker.types("How will we know that it worked?", "Home by 9pm")
    worker.page.get_by_label("County lines").check()
    worker.chooses("Who will do it?", "A worker of the council")
    worker.types("Their name", "Robin")
    worker.types("When, and how often?", "Fridays at 6pm")
    worker.page.get_by_label("This covers evenings or weekends").check()
    worker.presses("Add this action")
    worker.sees("Nobody has asked the child whether they agree.")
    for who, role in (("Ash", "The child"), ("Ash’s mother", "A parent or carer")):
        worker.follows("Record who agrees")
        worker.chooses("Who is this?", role)
        worker.types("Their name", who)
        worker.chooses("What do they say of the plan?", "They agree")
        worker.chooses("How do you know what they say?", "They were there")
        worker.presses("Save")

    # Then nothing is said against it, and every risk has an answer
    worker.sees("agrees, they were there")
    assert "Where it is weak" not in worker.page.content()
    worker.follows("Each risk beside the plans")
    worker.sees("Every risk has an action or a reason.")

    # And a colleague who read the plan before sees what changed when both write
    first, second = visitor("worker"), visitor("colleague")
    for person in (first, second):
        person.opens(f"/children/{ash}/plans/new/")
    first.types("What are we worried may happen to them", "Two men now")
    enters_day(first, "When will you look at it again?", 14)
    first.presses("Save and add actions")
    second.types("What are we worried may happen to them", "A man and a flat")
    enters_day(second, "When will you look at it again?", 14)
    second.page.get_by_role("button", name="Save and add actions").click()
    second.sees("Somebody else changed this plan while you were typing")
    second.sees("Two men now")
