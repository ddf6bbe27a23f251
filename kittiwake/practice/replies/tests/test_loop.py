"""The whole of it, on the screen: what a child said changes the plan, a manager sees it, and the child is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localtime, now

from kittiwake.access.viewer import Viewer
from kittiwake.practice.plans.broken_links import LINKS as OF_PLANS
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.rules import DISRUPTION, IN_NEED, SAFETY
from kittiwake.practice.plans.tests.making import action, plan
from kittiwake.practice.replies.broken_links import LINKS as OF_REPLIES
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.tests.making import interview
from kittiwake.practice.return_interviews.broken_links import LINKS as OF_INTERVIEWS
from kittiwake.practice.return_interviews.showing import InterviewPage
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.oversight.models import Review
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

LATER = NOW + timedelta(days=12)


def boxes(name: str, at: datetime) -> dict[str, int]:
    """A day, as the three boxes of a page send it."""
    on = local_date(at)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


@pytest.fixture
def loop(cast: Cast) -> Loop:
    return Loop(cast)


class Loop:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.interview = interview(cast)

    def send(self, user: str, name: str, *args: int, because: bool = False, **answers: object) -> None:
        more = f"?because_of={self.interview.pk}" if because else ""
        url = reverse(name, args=args) + more
        answer = signed_in(self.cast.user(user)).post(url, {"once": str(uuid4()), **answers})
        assert answer.status_code == 302, answer.content.decode()

    def broken(self) -> set[str]:
        see = Viewer(self.cast.user("worker")).see
        links = [*OF_INTERVIEWS, *OF_PLANS, *OF_REPLIES]
        return {link.key for link in links if any(link.find(see, LATER))}

    def steps(self) -> list[str]:
        """What the page of the interview says of each step: risk, plan, manager, told."""
        shown = InterviewPage(self.interview, Viewer(self.cast.user("worker")), now())
        return [task.status.text for task in shown.next_steps[1:]]

    def leads_to_telling(self, plan: Plan) -> bool:
        page = signed_in(self.cast.user("worker")).get(plan.get_absolute_url()).content.decode()
        return "Write what they are told" in page

    def share(self) -> None:
        moment = {**boxes("shared", now()), "shared_time": f"{localtime(now()):%H:%M}"}
        self.send(
            "worker",
            "return_interviews:share",
            self.interview.pk,
            shared_with="Robin and the police",
            **moment,
        )

    def risk(self) -> None:
        facts = {
            "domain": "county_lines",
            "certainty": "suspected",
            "level": "significant",
            "why": "Carries for a man",
        }
        self.send("worker", "risk:open_risk", self.cast.ash.pk, because=True, **facts)

    def plan(self) -> Plan:
        dates = {**boxes("agreed_on", now()), **boxes("review_on", now() + timedelta(days=28))}
        words = {"worry": "A man makes them carry", "version": 0}
        self.send("worker", "plans:write_plan", self.cast.ash.pk, because=True, **words, **dates)
        return Plan.objects.get()

    def answer_the_risk(self, plan: Plan) -> None:
        risk = PresentingRisk.objects.get()
        facts = {"what": "Collect from school", "who": "Aunt", "who_is": "network", "risks": [risk.pk]}
        self.send("worker", "plans:add_action", plan.pk, **facts)

    def manager_accepts(self, plan: Plan) -> None:
        self.send("worker", "plans:put_forward", plan.pk)
        review = Review.objects.get(entry=plan.entry)
        self.send("manager", "oversight:decide", review.pk, kind="accept")

    def tell(self) -> None:
        words = {
            "heard": "You told us about a man",
            "will_do": "Your aunt collects you",
            "whom_to_ring": "Robin",
        }
        self.send("worker", "replies:write_reply", self.cast.ash.pk, because=True, **words)


def test_the_loop_closes_one_link_at_a_time(loop: Loop) -> None:
    loop.risk()
    loop.share()
    assert loop.broken() == {"return_interviews.no_plan_change", "plans.risk_uncovered", "replies.not_told"}
    plan = loop.plan()
    assert loop.broken() == {"plans.risk_uncovered", "replies.not_told"}
    loop.answer_the_risk(plan)
    assert loop.broken() == {"replies.not_told"}
    loop.manager_accepts(plan)
    assert not Review.objects.waiting_for_manager().filter(entry=plan.entry).exists()
    loop.tell()
    assert loop.broken() == {"replies.not_told"}
    reply = Reply.objects.get()
    facts = {"told_by": "Robin", "how": "in_person", "told_time_unknown": "yes", **boxes("told", now())}
    loop.send("worker", "replies:tell", reply.pk, **facts)
    assert loop.broken() == set()
    page = signed_in(loop.cast.user("young_person")).get(reverse("replies:mine")).content.decode()
    assert "You told us about a man" in page


def test_the_interview_says_what_is_to_do_next(loop: Loop) -> None:
    assert loop.steps() == ["To do", "To do", "Cannot start yet", "To do"]
    loop.risk()
    plan = loop.plan()
    loop.answer_the_risk(plan)
    assert loop.steps() == ["Done", "Done", "To do", "To do"]
    assert not loop.leads_to_telling(plan)
    loop.send("worker", "plans:put_forward", plan.pk)
    assert loop.steps() == ["Done", "Done", "Waiting for a manager", "To do"]
    loop.send("manager", "oversight:decide", Review.objects.get(entry=plan.entry).pk, kind="accept")
    assert loop.steps() == ["Done", "Done", "Done", "To do"]
    assert loop.leads_to_telling(plan)
    loop.tell()
    assert loop.steps() == ["Done", "Done", "Done", "Written, not told"]
    assert not loop.leads_to_telling(plan)


def test_what_was_struck_out_does_not_follow(loop: Loop) -> None:
    loop.risk()
    plan = loop.plan()
    loop.send("worker", "risk:strike_out", PresentingRisk.objects.get().pk, reason="The wrong child")
    loop.send("worker", "plans:strike_out", plan.pk, reason="The wrong child")
    assert loop.steps() == ["To do", "To do", "Cannot start yet", "To do"]


@pytest.mark.parametrize("kind", [SAFETY, IN_NEED, DISRUPTION])
def test_a_plan_of_any_kind_follows_from_what_was_heard(loop: Loop, kind: str) -> None:
    made = plan(loop.cast, kind=kind, because_of=loop.interview.entry, started_on=local_date(NOW))
    assert loop.steps() == ["To do", "Done", "To do", "To do"]
    action(loop.cast, made)
    loop.send("worker", "plans:put_forward", made.pk)
    assert loop.steps() == ["To do", "Done", "Waiting for a manager", "To do"]
