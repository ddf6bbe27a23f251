"""What a child says when they come back changes the plan, a manager sees it, and the child is told.

One story, in the order in which it happens. Each page leads to the next: nobody types an address but the first.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.time.moments import local
from tests.journeys.conftest import Site, Visitor

WORDS = "A man picked me up in a grey car. He makes me carry things for him."


def hours_ago(hours: float) -> tuple[str, str, str, str]:
    at = local(now() - timedelta(hours=hours))
    return str(at.day), str(at.month), str(at.year), f"{at:%H:%M}"


def in_days(days: int) -> tuple[str, str, str]:
    return hours_ago(-24 * days)[:3]


class Story:
    def __init__(self, visitor, site: Site) -> None:
        self.ash = f"/children/{site.children['ash']}/"
        self.worker: Visitor = visitor("worker")
        self.interviewer: Visitor = visitor("interviewer")
        self.manager: Visitor = visitor("manager")
        self.outsider: Visitor = visitor("outsider")
        self.child: Visitor = visitor("young_person")

    def given_a_child_who_has_come_back(self) -> None:
        worker = self.worker
        worker.opens(self.ash)
        worker.follows("Report them missing")
        worker.enters_moment("When were they last seen?", *hours_ago(30))
        worker.enters_moment("When were they reported missing?", *hours_ago(29))
        worker.chooses("Who reported it?", "Police")
        worker.presses("Record that they are missing")
        worker.is_on("Missing episode")
        worker.presses("They are back")
        worker.enters_moment("When did they come back?", *hours_ago(5))
        worker.chooses("Who told us?", "The child")
        worker.presses("Save")
        worker.sees("Return interview:")

    def when_an_interview_is_offered(self) -> None:
        worker = self.worker
        worker.follows("Record an offer")
        worker.enters_moment("When was it offered?", *hours_ago(4))
        worker.chooses("How?", "In person")
        worker.chooses("What was the answer?", "Yes")
        worker.presses("Save")
        worker.is_on("Offer of a return interview")

    def and_held_by_somebody_independent(self) -> None:
        interviewer = self.interviewer
        interviewer.opens(self.ash)
        interviewer.follows("Write a return interview")
        interviewer.types("What did the child say?", WORDS)
        interviewer.enters_moment("When was it held?", *hours_ago(1))
        independent = "Are they independent of where the child lives and of those who work with the child?"
        interviewer.chooses(independent, "Yes")
        interviewer.selects("How do they want to hear what comes of it?", "On their own page here")
        interviewer.presses("Save interview")
        interviewer.is_on("What was learned")

    def then_what_was_said_becomes_a_claim_and_another_childs_account_names_the_same(self) -> None:
        interviewer = self.interviewer
        interviewer.chooses("What was spoken of?", "A vehicle")
        interviewer.types("How was it said?", "His grey car")
        interviewer.types("Number or name online", "ab12 cde")
        interviewer.selects("What has the child to do with it?", "Was driven in it")
        interviewer.presses("Add")
        interviewer.sees("The same car or other vehicle was named in another child’s account")
        expect_nothing_of_rowan(interviewer)

    def and_a_person_decides_whether_it_is(self) -> None:
        interviewer = self.interviewer
        interviewer.follows("Is it the same?")
        interviewer.sees("Rowan Reed")  # to decide, whoever may see both accounts sees both
        interviewer.chooses("Do both speak of the same?", "The same")
        interviewer.types("What makes you think so?", "The whole number plate is the same")
        interviewer.presses("Save")
        interviewer.is_on("His grey car")
        interviewer.sees("The same.")
        interviewer.follows("Back to where it was said")

    def and_the_interview_says_what_follows(self) -> None:
        self.interviewer.is_on("Return interview")
        self.interviewer.finds_step("List what was learned", "Done")
        for title in ("Open a risk", "Change the plan", "Tell them what came of it"):
            self.interviewer.finds_step(title, "To do")
        self.interviewer.finds_step("A manager looks at the plan", "Cannot start yet")

    def when_a_risk_is_opened_from_the_interview(self) -> None:
        worker = self.worker
        worker.opens(self.ash)
        worker.follows_first_under("Return interviews")
        worker.follows("Open a risk")
        worker.sees("Because of:")
        worker.selects("What is the risk?", "County lines")
        worker.chooses("How high do you judge it to be now?", "Significant")
        worker.types("What have you seen or heard that tells you so?", "A man makes them carry for him")
        worker.presses("Add this risk")
        worker.is_on("County lines")

    def and_the_plan_covers_it(self) -> None:
        worker = self.worker
        self.goes_back_to_the_interview(worker)
        worker.finds_step("Open a risk", "Done")
        worker.follows("Change the plan")
        worker.types("What are we worried may happen to them", "A man makes them carry for him")
        worker.enters_day("When was this agreed?", *in_days(0))
        worker.enters_day("When will you look at it again?", *in_days(28))
        worker.presses("Save and add actions")
        worker.sees("1 risk has no action and no reason")
        worker.presses("Add an action")
        worker.types("What will somebody do?", "Meets them at the school gate")
        worker.ticks("County lines")
        worker.chooses("Who will do it?", "Somebody else they trust")
        worker.types("Their name", "Aunt May")
        worker.types("When, and how often?", "Every school day at 3pm")
        worker.presses("Add this action")
        worker.sees("Meets them at the school gate")
        assert "no action and no reason" not in worker.page.content()

    def and_the_manager_looks_over_it(self) -> None:
        self.worker.presses("Put it before a manager")
        self.worker.presses("Put it forward")
        self.goes_back_to_the_interview(self.worker)
        self.worker.finds_step("A manager looks at the plan", "Waiting for a manager")
        manager = self.manager
        manager.opens("/oversight/")
        manager.follows("Ash Alder: Safety plan, version 1")
        manager.sees("Put forward")
        manager.chooses("What do you decide?", "Accept it")
        manager.types("What do you say to the worker?", "It answers what Ash said")
        manager.presses("Record your decision")
        manager.sees("Accepted")

    def then_the_plan_leads_to_telling_the_child(self) -> None:
        worker = self.worker
        worker.page.reload()
        worker.finds_step("A manager looks at the plan", "Done")
        worker.follows("Change the plan")
        worker.presses("Write what they are told")
        worker.sees("They want to hear back: on their own page here")
        worker.types("What did you hear?", "You told us a man makes you carry things.")
        worker.types("What will happen, who will do it, and by when?", "Your aunt meets you after school.")
        worker.types("Whom can they ring, and when?", "Robin, on weekdays.")
        worker.presses("Save and read it through")
        worker.sees("Not told yet")

    def and_until_they_are_told_their_page_says_nothing_of_it(self) -> None:
        self.child.opens("/mine/")
        self.child.sees("There is nothing here yet")

    def when_they_are_told_with_a_letter_in_the_hand(self) -> None:
        worker = self.worker
        worker.follows("Print it")
        worker.is_on("Hello Ash")
        worker.sees("Your aunt meets you after school.")
        worker.follows("Back. Print this page")
        worker.presses("They have been told")
        worker.enters_moment("When were they told?", *hours_ago(0.01))
        worker.chooses("How?", "In person")
        worker.presses("Save")
        worker.sees("Told")
        self.goes_back_to_the_interview(worker)
        worker.finds_step("Tell them what came of it", "Done")

    def then_the_child_reads_it_on_their_own_page(self) -> None:
        child = self.child
        child.opens("/mine/")
        child.is_on("What you told us")
        child.sees("You told us a man makes you carry things.")
        child.sees("Your aunt meets you after school.")
        child.sees("Childline")

    def and_answers(self) -> None:
        self.child.types("Is anything wrong, or is something missing?", "Can she come at half past two?")
        self.child.presses("Send it")
        self.child.sees("Thank you. We have what you wrote")
        self.worker.follows("Tell them what came of it")
        self.worker.sees("Can she come at half past two?")

    def and_somebody_from_another_team_finds_none_of_it(self) -> None:
        for page in (self.ash, self.interview, self.worker.page.url.removeprefix(self.worker.site.address)):
            self.outsider.is_refused(page)

    def goes_back_to_the_interview(self, visitor: Visitor) -> None:
        visitor.opens(self.interview)

    @property
    def interview(self) -> str:
        return self.interviewer.page.url.removeprefix(self.interviewer.site.address)


def expect_nothing_of_rowan(visitor: Visitor) -> None:
    """That another account names the car is shown; whose it is, is not."""
    page = visitor.page.content()
    assert "Rowan" not in page
    assert "His grey Golf" not in page


@pytest.fixture
def story(visitor, site: Site) -> Story:
    return Story(visitor, site)


def test_what_a_child_says_changes_the_plan_a_manager_sees_it_and_the_child_is_told(story: Story) -> None:
    story.given_a_child_who_has_come_back()
    story.when_an_interview_is_offered()
    story.and_held_by_somebody_independent()
    story.then_what_was_said_becomes_a_claim_and_another_childs_account_names_the_same()
    story.and_a_person_decides_whether_it_is()
    story.and_the_interview_says_what_follows()
    story.when_a_risk_is_opened_from_the_interview()
    story.and_the_plan_covers_it()
    story.and_the_manager_looks_over_it()
    story.then_the_plan_leads_to_telling_the_child()
    story.and_until_they_are_told_their_page_says_nothing_of_it()
    story.when_they_are_told_with_a_letter_in_the_hand()
    story.then_the_child_reads_it_on_their_own_page()
    story.and_answers()
    story.and_somebody_from_another_team_finds_none_of_it()
