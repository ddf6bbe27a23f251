"""What the pages of replies show. The child's own page starts here too. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.council.settings import queries as of_the_council
from kittiwake.practice.own_pages.showing import ToThem
from kittiwake.practice.plans.models import PlanAction
from kittiwake.practice.plans.showing import current_plan
from kittiwake.practice.replies import rules
from kittiwake.practice.replies.models import Outcome, Reply, ReplyQuerySet
from kittiwake.practice.replies.recording import ANSWERED
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk import informing
from kittiwake.record.models import Allocation, Child, Entry, Words
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.components import Status
from kittiwake.ui.dates import long_date, long_moment


def seen(viewer: Viewer) -> ReplyQuerySet:
    """The replies to children the viewer may see."""
    return viewer.see(Reply)


@dataclass(frozen=True)
class Helpline:
    name: str
    number: str

    @property
    def href(self) -> str:
        return f"tel:{self.number.replace(' ', '')}"


def helplines() -> list[Helpline]:
    """Open day and night, free to ring."""
    return [Helpline(name, number) for name, number in of_the_council.helplines(local_date(now()))]


def interview_to_answer(
    viewer: Viewer, child: Child, cause: Entry | None, *, newest: bool
) -> ReturnInterview | None:
    """The interview a reply is about: the one that was named, else with `newest` the latest that has no reply."""
    held = viewer.see(ReturnInterview).standing().filter(child=child)
    if cause is not None:
        return held.filter(pk=cause.pk).first()
    replied = Reply.objects.standing().filter(interview=OuterRef("pk"))
    return held.filter(~Exists(replied)).order_by("-held_at").first() if newest else None


def starting_words(
    viewer: Viewer, child: Child, interview: ReturnInterview | None, at: datetime
) -> dict[str, str | int]:
    """What a reply starts from: what the child said, what the plan promises, who their worker is."""
    return {
        "because_of": interview.pk if interview else "",
        "heard": _heard(interview) if interview else "",
        "will_do": _promised(viewer, child),
        "whom_to_ring": _their_worker(child, at),
    }


def _heard(interview: ReturnInterview) -> str:
    said = [text for text in (interview.own_words, interview.wants_to_change) if text.strip()]
    return "You told us:\n" + "\n".join(said) if said else ""


def _promised(viewer: Viewer, child: Child) -> str:
    plan = current_plan(viewer, child)
    actions = plan.actions.standing().order_by("pk") if plan else []
    return "\n".join(_promise(action) for action in actions)


def _promise(action: PlanAction) -> str:
    who = "You" if action.who_is == "child" else action.who
    when = ", ".join(filter(None, [action.when, f"by {long_date(action.by_on)}" if action.by_on else ""]))
    return f"{who}: {action.what}{f' ({when})' if when else ''}"


def _their_worker(child: Child, at: datetime) -> str:
    lead = Allocation.objects.on(local_date(at)).filter(
        child=child, role=Allocation.LEAD, worker__isnull=False
    )
    allocation = lead.select_related("worker").first()
    if allocation is None or allocation.worker is None:
        return ""
    worker = allocation.worker
    return f"{worker.name}, your worker{f', on {worker.phone}' if worker.phone else ''}"


@dataclass(frozen=True)
class Promised:
    what: str
    outcome: Outcome | None


@dataclass
class ReplyPage:
    reply: Reply
    viewer: Viewer

    @property
    def told(self) -> str:
        reply = self.reply
        if reply.told_at is None:
            return ""
        when = long_moment(Moment(reply.told_at, reply.told_time_known))
        return f"{when}, {reply.get_told_how_display().lower()}, by {reply.told_by}"

    @property
    def state(self) -> Status:
        return Status("Told", "green") if self.reply.told_at else Status("Not told yet", "red")

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.reply.entry.is_struck_out

    @property
    def may_tell(self) -> bool:
        return self.may_record and self.reply.told_at is None

    @property
    def wants(self) -> str:
        """How the child asked to hear back."""
        return self.reply.interview.get_hear_back_display() if self.reply.interview else ""

    @property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.reply.entry)

    @cached_property
    def answers(self) -> list[Words]:
        answered = (words for words in self.reply.entry.words.all() if words.about == ANSWERED)
        return sorted(answered, key=lambda words: (words.said_at, words.pk))

    @cached_property
    def promises(self) -> list[Promised]:
        """What they were told would happen, each with what has been said of it last."""
        outcomes = sorted(self.reply.outcomes.all(), key=lambda outcome: (outcome.recorded_at, outcome.pk))
        last = {outcome.promise: outcome for outcome in outcomes}
        return [Promised(line, last.get(line)) for line in rules.promises(self.reply.will_do)]

    @property
    def has_outcomes(self) -> bool:
        return any(promised.outcome for promised in self.promises)

    @property
    def may_say_what_happened(self) -> bool:
        return self.may_record and self.reply.told_at is not None

    @property
    def _text(self) -> str:
        reply = self.reply
        return "\n".join([reply.heard, reply.will_do, reply.cannot_do, reply.whom_to_ring])

    @property
    def hard_words(self) -> list[tuple[str, str]]:
        return rules.hard_words(self._text) if self.may_tell else []

    @property
    def long_sentences(self) -> list[str]:
        return rules.long_sentences(self._text) if self.may_tell else []

    @property
    def helplines(self) -> list[Helpline]:
        return helplines()


@dataclass
class MinePage:
    """The child's own page: what they have been told, newest first, and what they answered."""

    viewer: Viewer

    @cached_property
    def replies(self) -> list[ReplyPage]:
        told = seen(self.viewer).told().filter(child__user=self.viewer.user)
        replies = told.select_related("entry", "child").prefetch_related("entry__words", "outcomes")
        return [ReplyPage(reply, self.viewer) for reply in replies.order_by("-told_at", "-pk")]

    @property
    def helplines(self) -> list[Helpline]:
        return helplines()

    @cached_property
    def to_them(self) -> ToThem:
        return ToThem(self.viewer, now())
