"""What the page of an episode shows, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.missing import rules, slots
from kittiwake.practice.missing.escalation.showing import Escalation
from kittiwake.practice.missing.models import CarerDetails, Episode, Grade, Report
from kittiwake.practice.missing.notifications.showing import Notifications
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import Moment
from kittiwake.ui.components import SummaryRow, TextLink
from kittiwake.ui.dates import duration, long_moment

COLOURS = {"missing": "red", "located": "orange", "returned": "green", "cancelled": "grey", "closed": "grey"}
FORMS = ("record_return", "record_location", "add_report", "record_grade", "cancel", "strike_out")


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
        return {name: reverse(f"missing:{name}", args=[self.episode.pk]) for name in FORMS}

    @property
    def moments(self) -> list[SummaryRow]:
        """The four moments, each with who it comes from."""
        episode = self.episode
        located = " · ".join(filter(None, [episode.located_where, episode.located_how]))
        return [
            self._moment("Last seen", "last_seen", episode.last_seen_by),
            self._moment("Reported missing", "reported", episode.reported_by),
            self._moment("Located", "located", located),
            self._moment("Back", "returned", episode.returned_how),
        ]

    def _moment(self, title: str, name: str, more: str) -> SummaryRow:
        at = getattr(self.episode, f"{name}_at")
        if at is None:
            may_come = self.outcome.is_open and name != "last_seen"
            return SummaryRow(title, "Not yet" if may_come else "Not recorded")
        moment = Moment(at, getattr(self.episode, f"{name}_time_known"))
        source = dict(rules.SOURCES).get(getattr(self.episode, f"{name}_source"), "")
        parts = [long_moment(moment), f"Source: {source}" if source else "", more]
        return SummaryRow(title, "\n".join(filter(None, parts)))

    @property
    def corrections(self) -> list[TextLink]:
        if not self.may_record:
            return []
        links = self.viewer.links(slots.CORRECTIONS)
        return [TextLink(link.text, link.address(self.episode.pk)) for link in links]

    @cached_property
    def notifications(self) -> Notifications:
        return Notifications(self.episode, self.may_record, self.at)

    @cached_property
    def escalation(self) -> Escalation:
        return Escalation(self.episode, self.viewer, self._ended_at, self.at)

    @property
    def reports(self) -> list[Report]:
        return list(self.episode.reports.filter(withdrawn_at=None).order_by("made_at"))

    @cached_property
    def grades(self) -> list[Grade]:
        return list(self.episode.grades.select_related("by").order_by("-since_at", "-id"))

    @cached_property
    def interview_clock(self) -> Clock | None:
        return Clock.objects.filter(entry=self.episode.entry, key=rules.RETURN_INTERVIEW.key).first()

    @property
    def after_return(self) -> list[TextLink]:
        """What can be done while the return interview is waited for."""
        clock, episode = self.interview_clock, self.episode
        if not (self.may_record and clock and clock.stopped_at is None and clock.cancelled_at is None):
            return []
        of_child = [
            TextLink(link.text, f"{link.address(episode.child_id)}?episode={episode.pk}")
            for link in self.viewer.links(slots.AFTER_RETURN)
        ]
        of_episode = self.viewer.links(slots.AFTER_RETURN_OF_EPISODE)
        return [*of_child, *(TextLink(link.text, link.address(episode.pk)) for link in of_episode)]

    @cached_property
    def carer_details(self) -> CarerDetails | None:
        if not self.viewer.may(Power.SEE_CHRONOLOGY):
            return None
        held = CarerDetails.objects.filter(entry__child=self.episode.child, entry__struck_out_at=None)
        return held.select_related("entry").order_by("-entry__happened_at").first()
