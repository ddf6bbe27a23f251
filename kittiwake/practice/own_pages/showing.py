"""A young person's own page as workers see it, and what it says to the young person. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.own_pages import giving, rules, settings
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.components import Status, SummaryRow
from kittiwake.ui.dates import long_date, long_moment

NOT_MADE = "Not yet: make it, and give it to them on paper"


def state(own_page: OwnPage, today: date) -> Status:
    if own_page.entry.is_struck_out:
        return Status("Struck out", "grey")
    if own_page.ended_at is not None:
        return Status("Taken away", "grey")
    return Status("Open", "green") if own_page.is_open_on(today) else Status("Its last day is over", "grey")


def lead_on(child: Child, today: date) -> Allocation | None:
    """Whoever works with them now: the row says since when."""
    lead = Allocation.objects.on(today).filter(child=child, role=Allocation.LEAD, worker__isnull=False)
    return lead.select_related("worker").first()


@dataclass
class OwnPageShown:
    """One page that was given, with the talk before it."""

    own_page: OwnPage
    viewer: Viewer
    at: datetime

    @property
    def state(self) -> Status:
        return state(self.own_page, local_date(self.at))

    @property
    def is_open(self) -> bool:
        return self.own_page.is_open_on(local_date(self.at)) and not self.own_page.entry.is_struck_out

    @property
    def may_record(self) -> bool:
        return self.is_open and self.viewer.may(Power.RECORD)

    @cached_property
    def may_give(self) -> bool:
        return self.may_record and not giving.why_not_by(self.own_page.child, self.viewer.user)

    @cached_property
    def new_worker(self) -> Worker | None:
        """Who works with them since the talk, and has not had one of their own with them about it."""
        lead = lead_on(self.own_page.child, local_date(self.at)) if self.is_open else None
        came_later = lead is not None and lead.starts_on > local_date(self.own_page.talk.talked_at)
        return lead.worker if lead is not None and came_later else None

    @property
    def rows(self) -> list[SummaryRow]:
        own_page, talk = self.own_page, self.own_page.talk
        made = long_moment(own_page.code_made_at) if own_page.code_made_at else NOT_MADE
        rows = [
            SummaryRow("Given", f"{long_moment(own_page.entry.recorded_at)}, by {own_page.entry.by}"),
            SummaryRow("Talked about", long_moment(Moment(talk.talked_at, talk.talked_time_known))),
            SummaryRow("Who else may see their post", talk.post_seen_by),
            SummaryRow("Who else uses their phone", talk.phone_used_by),
            SummaryRow("Whom they ring when their worker is not there", own_page.night_number),
            SummaryRow("Code on paper made", made),
            SummaryRow("Last day", long_date(own_page.ends_on)),
        ]
        if own_page.ended_at:
            ended = f"{long_moment(own_page.ended_at)}, by {own_page.ended_by}: {own_page.ended_why}"
            rows.append(SummaryRow("Ended", ended))
        return rows


@dataclass
class OwnPagesOfChild:
    """Those they have had, the newest first, and why they are not to have one."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def own_pages(self) -> list[OwnPageShown]:
        given = seen(self.viewer).filter(child=self.child).order_by("-entry__recorded_at", "-pk")
        return [OwnPageShown(own_page, self.viewer, self.at) for own_page in given]

    @cached_property
    def hold(self) -> Hold | None:
        held = self.viewer.see(Hold).standing().filter(child=self.child)
        return held.select_related("entry__by").first()

    @property
    def is_open(self) -> bool:
        return any(shown.is_open for shown in self.own_pages)

    @property
    def may_hold(self) -> bool:
        return self.hold is None and self.viewer.may(Power.RECORD)

    @property
    def may_lift(self) -> bool:
        return self.hold is not None and self.viewer.may(Power.OVERSEE)

    @cached_property
    def why_not(self) -> str:
        """Why they cannot be given one, whoever asks."""
        return giving.why_not_to(self.child, local_date(self.at))

    @property
    def may_give(self) -> bool:
        return not self.is_open and not self.why_not and self.viewer.may(Power.RECORD)


def seen(viewer: Viewer) -> QuerySet[OwnPage]:
    return viewer.see(OwnPage).select_related("entry__by", "talk", "child", "ended_by")


def talk_rows(talk: Talk) -> list[SummaryRow]:
    return [
        SummaryRow("When", long_moment(Moment(talk.talked_at, talk.talked_time_known))),
        SummaryRow("Who else may see their post", talk.post_seen_by),
        SummaryRow("Who else uses their phone", talk.phone_used_by),
        SummaryRow("Recorded", f"{long_moment(talk.entry.recorded_at)}, by {talk.entry.by}"),
    ]


def hold_rows(hold: Hold) -> list[SummaryRow]:
    rows = [
        SummaryRow("Why", hold.why),
        SummaryRow("Said", f"{long_moment(hold.entry.recorded_at)}, by {hold.entry.by}"),
    ]
    if hold.lifted_at:
        over = f"{long_moment(hold.lifted_at)}, by {hold.lifted_by}: {hold.lifted_why}"
        rows.append(SummaryRow("Over", over))
    return rows


def last_end(child: Child, at: datetime) -> date | None:
    today = local_date(at)
    return rules.last_end(child.born_on, settings.longest(today), today) if child.born_on else None


@dataclass
class ToThem:
    """What every page of theirs says to the young person: who their worker is, what stands here, and until when."""

    viewer: Viewer
    at: datetime

    can_see = rules.CAN_SEE
    cannot_see = rules.CANNOT_SEE

    @cached_property
    def own_page(self) -> OwnPage | None:
        theirs = self.viewer.see(OwnPage).standing(self.at).filter(child__user=self.viewer.user)
        return theirs.select_related("child").first()

    @cached_property
    def worker(self) -> Worker | None:
        child = self.viewer.children.filter(user=self.viewer.user).first()
        lead = lead_on(child, local_date(self.at)) if child else None
        return lead.worker if lead else None

    @property
    def worker_href(self) -> str:
        return f"tel:{self.worker.phone.replace(' ', '')}" if self.worker and self.worker.phone else ""
