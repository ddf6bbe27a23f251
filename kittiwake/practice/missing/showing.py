"""What the page of an episode shows, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.missing import rules, settings
from kittiwake.practice.missing.duties import said_by_police
from kittiwake.practice.missing.models import Acknowledgement, CarerDetails, Episode, Telling
from kittiwake.practice.missing.standing import standing_at
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import duration, long_moment

COLOURS = {"missing": "red", "located": "orange", "returned": "green", "cancelled": "grey", "closed": "grey"}


@dataclass
class EpisodePage:
    episode: Episode
    viewer: Viewer
    at: datetime

    @property
    def outcome(self) -> rules.Outcome:
        return self.episode.outcome_at(self.at)

    @property
    def colour(self) -> str:
        return COLOURS[self.outcome.name]

    @property
    def lasted(self) -> str:
        return duration((self._ended_at or self.at) - self.episode.started_at)

    @property
    def _ended_at(self) -> datetime | None:
        """Back, closed or cancelled; or grown up since, whether or not that has been written down."""
        return self.episode.ended_at or (None if self.outcome.is_open else self.episode.ends_by_age_at)

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.REPORT) and not self.episode.entry.is_struck_out

    @property
    def links(self) -> dict[str, str]:
        names = ("record_return", "record_location", "add_report", "record_grade", "cancel", "strike_out")
        found = {name: reverse(f"missing:{name}", args=[self.episode.pk]) for name in names}
        return {**found, "correct": reverse("return_interviews:correct_moments", args=[self.episode.pk])}

    @property
    def moments(self) -> list[dict[str, Any]]:
        """The four moments, each with who it comes from."""
        episode = self.episode
        rows = [
            ("Last seen", "last_seen", episode.last_seen_by),
            ("Reported missing", "reported", episode.reported_by),
            ("Located", "located", " · ".join(filter(None, [episode.located_where, episode.located_how]))),
            ("Back", "returned", episode.returned_how),
        ]
        return [{"key": title, "value": self._moment(name, more)} for title, name, more in rows]

    def _moment(self, name: str, more: str) -> str:
        at = getattr(self.episode, f"{name}_at")
        if at is None:
            return (
                "Not recorded"
                if name == "last_seen"
                else "Not yet"
                if self.outcome.is_open
                else "Not recorded"
            )
        moment = Moment(at, getattr(self.episode, f"{name}_time_known"))
        source = dict(rules.SOURCES).get(getattr(self.episode, f"{name}_source"), "")
        return "\n".join(filter(None, [long_moment(moment), f"Source: {source}" if source else "", more]))

    @cached_property
    def duties(self) -> list[rules.Duty]:
        return rules.whom_to_tell(self.standing)

    @cached_property
    def standing(self) -> rules.Standing:
        return standing_at(self.episode.child_id, self.episode.started_at)

    @cached_property
    def told(self) -> dict[str, Telling]:
        return {telling.duty: telling for telling in self.episode.tellings.all()}

    @property
    def to_tell(self) -> list[dict[str, Any]]:
        """A task list: whom to tell, under which rule, and whether it has been done."""
        return [self._task(duty) for duty in self.duties]

    def _task(self, duty: rules.Duty) -> dict[str, Any]:
        telling = self.told.get(duty.key)
        if telling is None and duty.key == rules.TELL_FIRST and (report := said_by_police(self.episode)):
            hint = f"They reported it, {long_moment(report.at)}"
            return {"title": duty.who, "hint": hint, "status": {"text": "Told"}}
        if telling is None:
            href = reverse("missing:tell", args=[self.episode.pk, duty.key]) if self.may_record else ""
            return {
                "title": duty.who,
                "hint": cited(duty.source, local_date(self.at)),
                "href": href,
                "status": {"text": "To do", "colour": "blue"},
            }
        if telling.told_at is None:
            hint = f"Not told: {telling.not_told_reason}"
            return {"title": duty.who, "hint": hint, "status": {"text": "Not told", "colour": "yellow"}}
        hint = ", ".join(filter(None, [f"Told {long_moment(telling.told_at)}", telling.who, telling.how]))
        return {"title": duty.who, "hint": hint, "status": {"text": "Told"}}

    @cached_property
    def acknowledged(self) -> dict[str, Acknowledgement]:
        return {one.rung: one for one in self.episode.acknowledgements.select_related("by")}

    @cached_property
    def _rungs(self) -> list[rules.Rung]:
        is_high = self.episode.grades.filter(level=rules.HIGH, since_at__lte=self.at).exists()
        return settings.ladder(self.episode.started_at, is_high=is_high)

    @property
    def ladder(self) -> list[dict[str, Any]]:
        """The rungs climbed so far, and who took notice at each."""
        reached = rules.rungs_reached(self._rungs, self.episode.started_at, self._ended_at, self.at)
        return [self._step(rung) for rung in reached]

    def _step(self, rung: rules.Rung) -> dict[str, Any]:
        done = self.acknowledged.get(rung.key)
        title = f"Open for {duration(rung.after)}: {rung.who.lower()}"
        if done:
            return {
                "title": title,
                "hint": f"{done.by}, {long_moment(done.at)}: {done.words}",
                "status": {"text": "Done"},
            }
        mine = self.viewer.user.role in rung.roles
        href = reverse("missing:acknowledge", args=[self.episode.pk, rung.key]) if mine else ""
        return {"title": title, "href": href, "status": {"text": "Waiting", "colour": "red"}}

    @property
    def next_rung(self) -> tuple[rules.Rung, datetime] | None:
        if not self.outcome.is_open:
            return None
        return rules.next_rung(self._rungs, self.episode.started_at, self.at)

    @property
    def reports(self) -> list[Any]:
        return list(self.episode.reports.filter(withdrawn_at=None).order_by("made_at"))

    @property
    def grades(self) -> list[Any]:
        return list(self.episode.grades.select_related("by").order_by("-since_at", "-id"))

    @cached_property
    def interview_clock(self) -> Clock | None:
        return Clock.objects.filter(entry=self.episode.entry, key=rules.RETURN_INTERVIEW.key).first()

    @property
    def waits_for_interview(self) -> bool:
        clock = self.interview_clock
        return bool(self.may_record and clock and clock.stopped_at is None and clock.cancelled_at is None)

    @cached_property
    def carer_details(self) -> CarerDetails | None:
        if not self.viewer.may(Power.SEE_CHRONOLOGY):
            return None
        held = CarerDetails.objects.filter(entry__child=self.episode.child, entry__struck_out_at=None)
        return held.select_related("entry").order_by("-entry__happened_at").first()
