"""What the pages of visit packs show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.models import Pack
from kittiwake.assurance.inspection.pack.contents import parts
from kittiwake.assurance.inspection.pack.recording import GIVEN_UP
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import long_date, short_date, short_moment

SHOWN = 50
LATE = timedelta(minutes=2)


def state(pack: Pack, at: datetime) -> Status:
    if pack.is_broken or (pack.ended_at is None and pack.asked_at < at - GIVEN_UP):
        return Status("Could not be made", "red")
    if pack.ended_at is None:
        return Status(f"Being made: {pack.done} of {pack.total}", "blue")
    if pack.fetched_at:
        return Status(f"Taken away {short_date(pack.fetched_at)}")
    return Status("Ready", "green")


@dataclass
class PacksPage:
    viewer: Viewer
    at: datetime
    columns = columns("As of", "Asked for", "How it stands", "Released")

    @property
    def may_ask(self) -> bool:
        return self.viewer.may(Power.MAKE_REPORTS)

    @property
    def parts(self) -> list[str]:
        return [part.title for part in parts()]

    @property
    def rows(self) -> list[list[Cell]]:
        rows = Pack.objects.select_related("asked_by", "released_by").order_by("-asked_at", "-pk")
        return [
            [
                TextLink(short_date(pack.as_of), pack.get_absolute_url()),
                f"{short_moment(pack.asked_at)}, {pack.asked_by}",
                state(pack, self.at),
                released(pack),
            ]
            for pack in rows[:SHOWN]
        ]


def released(pack: Pack) -> str:
    return (
        f"{pack.released_by}, {short_date(pack.released_at)}" if pack.released_at else "DRAFT – not released"
    )


@dataclass
class PackPage:
    pack: Pack
    viewer: Viewer
    at: datetime

    @property
    def title(self) -> str:
        return f"Visit pack as of {long_date(self.pack.as_of)}"

    @cached_property
    def state(self) -> Status:
        return state(self.pack, self.at)

    @property
    def released(self) -> str:
        return released(self.pack)

    @property
    def is_ready(self) -> bool:
        return self.pack.ended_at is not None and not (self.pack.is_broken or self.pack.fetched_at)

    @property
    def is_making(self) -> bool:
        return self.pack.ended_at is None and self.pack.asked_at >= self.at - GIVEN_UP

    @property
    def is_late(self) -> bool:
        return self.is_making and not self.pack.done and self.at > self.pack.asked_at + LATE

    @property
    def may_fetch(self) -> bool:
        theirs = self.pack.asked_by_id == self.viewer.user.pk
        return self.is_ready and theirs and self.viewer.may(Power.MAKE_REPORTS)

    @property
    def may_release(self) -> bool:
        return self.is_ready and not self.pack.released_at and self.viewer.may(Power.PUBLISH)
