"""What the pages of offers and interviews show, put in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode, EpisodeQuerySet
from kittiwake.practice.return_interviews import recording, rules
from kittiwake.practice.return_interviews.models import QualityCheck, ReturnInterview
from kittiwake.practice.return_interviews.next_steps import NextSteps
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.claims.showing import Line, lines
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from kittiwake.ui.components import SummaryRow, Task
from kittiwake.ui.dates import long_moment

PARTS = {
    "In their own words": {"own_words": "What they said", "wants_to_change": "What they want to change"},
    "Before": {"before": "What was going on", "push": "Pushed", "pull": "Pulled"},
    "While they were missing": {
        "where": "Where",
        "with_whom": "With whom",
        "travel": "Travel",
        "slept": "Slept and ate",
        "given": "Given, or asked to do",
        "online": "Online",
    },
    "Harm and health": {"harm": "Hurt or frightened", "health": "Health"},
    "Being back": {
        "after": "Coming back",
        "safe_people": "People they trust",
        "safety_tips": "Told about staying safe",
    },
    "What it may mean": {"other_children": "Other children", "analysis": "What it means for them"},
}
WRITTEN_BY_WORKERS = ("before", "where", "with_whom", "given", "harm", "after", "other_children", "analysis")


def returns_of(viewer: Viewer, child: Child) -> EpisodeQuerySet:
    """Returns an offer or interview may be about, newest first."""
    return viewer.see(Episode).returned().filter(child=child).order_by("-returned_at")


def unanswered(viewer: Viewer, child: Child) -> EpisodeQuerySet:
    """Returns no interview that stands is about."""
    held = ReturnInterview.objects.every_version().filter(episodes=OuterRef("pk"))
    return returns_of(viewer, child).filter(~Exists(held))


@dataclass
class InterviewPage:
    interview: ReturnInterview
    viewer: Viewer
    at: datetime

    @property
    def facts(self) -> list[SummaryRow]:
        interview = self.interview
        rows = [
            ("Held", long_moment(Moment(interview.held_at, interview.time_known))),
            ("By", interview.interviewer_name),
            ("Independent", "Yes" if interview.independent else f"No. {interview.independent_why}"),
            ("Chosen by the child", _yes_no(interview.chosen_by_child)),
            ("Where", interview.get_place_display()),
            (
                "Seen alone",
                _yes_no(interview.alone) + (f". {interview.who_else}" if interview.who_else else ""),
            ),
            ("What helped them to talk", interview.communication),
            ("Agrees to sharing", _yes_no(interview.may_share)),
            ("Wants to hear back", interview.get_hear_back_display()),
            ("Safeguarding referral", _yes_no(interview.safeguarding_referral)),
            ("Passed to the police", _yes_no(interview.intelligence_submitted)),
            ("Written", long_moment(interview.written_at)),
            (
                "Shared",
                f"{long_moment(interview.shared_at)}\n{interview.shared_with}"
                if interview.shared_at
                else "Not recorded",
            ),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @property
    def parts(self) -> list[tuple[str, list[SummaryRow]]]:
        """The account under its headings; what nobody wrote is left out."""
        parts = [(title, [self._row(*row) for row in names.items()]) for title, names in PARTS.items()]
        filled = [(title, [row for row in rows if row.value]) for title, rows in parts]
        return [(title, rows) for title, rows in filled if rows]

    def _row(self, name: str, title: str) -> SummaryRow:
        value = getattr(self.interview, name)
        if name in ("push", "pull"):
            labels = dict(rules.PUSH + rules.PULL)
            value = "\n".join(labels.get(code, code) for code in value)
        return SummaryRow(title, value)

    @cached_property
    def clocks(self) -> list[tuple[Episode, Clock | None]]:
        """Each return it answers, against its own 72 hours."""
        episodes = list(self.interview.episodes.order_by("returned_at").select_related("entry"))
        entries = [episode.pk for episode in episodes]
        kept = Clock.objects.filter(entry__in=entries, key=missing.RETURN_INTERVIEW.key)
        clocks = {clock.entry_id: clock for clock in kept}
        return [(episode, clocks.get(episode.pk)) for episode in episodes]

    @cached_property
    def versions(self) -> list[ReturnInterview]:
        return list(self.interview.all_versions().select_related("entry__by"))

    @property
    def newer(self) -> ReturnInterview | None:
        later = [v for v in self.versions if v.number > self.interview.number and not v.entry.is_struck_out]
        return later[-1] if later else None

    @cached_property
    def claims(self) -> list[Claim]:
        """What was learned, from every version of this interview."""
        entries = [version.pk for version in self.versions]
        return list(self.viewer.see(Claim).filter(entry__in=entries).order_by("pk"))

    @cached_property
    def learned(self) -> list[Line]:
        return lines(self.claims)

    @property
    def next_steps(self) -> list[Task]:
        """Of the version that stands: what to do next, first."""
        keys = [version.pk for version in self.versions]
        return NextSteps(self.interview, keys, self.learned, self.viewer).tasks if self.stands else []

    @property
    def may_decide(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @property
    def named_children(self) -> QuerySet[Child]:
        """The children that what was learned names, of those the viewer may see."""
        return self.viewer.children.filter(pk__in=[claim.named_child_id for claim in self.claims])

    @cached_property
    def actions(self) -> list[Action]:
        entries = [version.pk for version in self.versions]
        actions = self.viewer.see(Action).filter(entry__in=entries)
        return list(actions.select_related("team", "owner").order_by("due_on"))

    @cached_property
    def review(self) -> Review | None:
        return Review.objects.filter(entry=self.interview.entry).order_by("-pk").first()

    @cached_property
    def turns(self) -> list[Turn]:
        return list(self.review.turns.select_related("by").order_by("pk")) if self.review else []

    @property
    def last_turn(self) -> str:
        return self.turns[-1].kind if self.turns else ""

    @property
    def checks(self) -> list[tuple[QualityCheck, list[SummaryRow]]]:
        checks = self.interview.checks.select_related("by").order_by("-pk")
        return [(check, [_score(name, score) for name, score in check.scores.items()]) for check in checks]

    @property
    def gaps(self) -> list[str]:
        return rules.gaps(self.interview.account)

    @property
    def prompts(self) -> list[tuple[str, str]]:
        """Words workers wrote that they may want to look at again. Never the child's own."""
        return rules.language_prompts("\n".join(getattr(self.interview, name) for name in WRITTEN_BY_WORKERS))

    @property
    def stands(self) -> bool:
        return not self.interview.entry.is_struck_out and self.newer is None

    @property
    def may_record(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)

    @property
    def may_check(self) -> bool:
        """Whether it waits for this reader: not for whoever wrote it."""
        review = self.review
        waits = review is not None and review.closed_at is None and review.asked_by_id != self.viewer.user.pk
        return self.stands and waits and self.viewer.may(Power.LEAD)

    @property
    def is_questioned(self) -> bool:
        return self.may_record and self.last_turn == Turn.QUESTION

    @property
    def is_sent_back(self) -> bool:
        return self.may_record and self.last_turn == Turn.RETURN


def _yes_no(value: bool | None) -> str:
    return {True: "Yes", False: "No", None: "Not recorded"}[value]


def _score(name: str, score: int) -> SummaryRow:
    return SummaryRow(rules.RUBRIC[name], dict(rules.SCORES)[str(score)])


def before_again(interview: ReturnInterview) -> dict[str, Any]:
    """A later version's form starts from the one before."""
    words = {True: "yes", False: "no"}
    fields = [*recording.CARRIED_OVER, *(name for names in PARTS.values() for name in names)]
    start = {name: getattr(interview, name) for name in fields if name != "interviewer"}
    flags = {name: getattr(interview, name) for name in ("safeguarding_referral", "intelligence_submitted")}
    return {**start, **flags, **{name: words.get(start[name], "") for name in ("independent", "alone")}}
