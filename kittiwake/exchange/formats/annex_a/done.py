"""What Ofsted's child-level lists say was last done for a child: seen, reviewed, assessed. Clocks go on from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.exchange.formats.annex_a.rows import CareLeaver, InNeed, ListRow, LookedAfter, ProtectionPlan
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.duties import rules
from kittiwake.practice.duties.models import Done
from kittiwake.practice.meetings.duties import KNOWN_AS
from kittiwake.practice.meetings.models import Part
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date, start_of
from kittiwake.ui.dates import long_date

SOURCE = "Annex A"
SAYS: dict[type[ListRow], dict[str, str]] = {
    LookedAfter: {
        "last_visit_on": rules.VISIT_IN_CARE,
        "last_review_on": rules.REVIEW_IN_CARE,
        "health_assessment_on": rules.HEALTH,
    },
    ProtectionPlan: {"last_visit_on": rules.VISIT_PROTECTION, "last_review_on": rules.REVIEW_CONFERENCE},
    InNeed: {"last_seen_on": rules.VISIT_IN_NEED},
    CareLeaver: {"pathway_review_on": rules.PATHWAY},
}
TITLES = {
    "last_visit_on": "Their last visit",
    "last_review_on": "Their last review",
    "health_assessment_on": "Their last health assessment",
    "last_seen_on": "The day they were last seen",
    "pathway_review_on": "The last review of their pathway plan",
}
Latest = dict[str, date]  # by kind, the newest day the record knows of


def known(children: Iterable[int]) -> dict[int, Latest]:
    """The newest of each kind that is on the record, however it came there."""
    by_child: dict[int, Latest] = {}
    for child_id, kind, at in _on_the_record(list(children)):
        assert at is not None  # what was held has a time
        latest = by_child.setdefault(child_id, {})
        latest[kind] = max(latest.get(kind, date.min), local_date(at))
    return by_child


def _on_the_record(children: list[int]) -> Iterator[tuple[int, str, datetime | None]]:
    yield from Done.objects.standing().filter(child__in=children).values_list("child_id", "kind", "done_at")
    seen = Session.objects.held().filter(child__in=children, seen=True)
    yield from seen.values_list("child_id", "kind", "held_at")
    held = (
        Part.objects.held()
        .filter(child__in=children)
        .values_list("child_id", "meeting__kind", "meeting__held_at")
    )
    yield from ((child_id, KNOWN_AS.get(kind, kind), at) for child_id, kind, at in held)


def news(row: ListRow, latest: Latest, born_on: date | None, today: date) -> dict[str, date]:
    """{kind: day} of what the row knows later than the record; `latest` is moved on. What cannot be is set aside."""
    days: dict[str, date] = {}
    for _, kind, on in _says(row):
        if not _cannot_be(on, born_on, today) and on > latest.get(kind, date.min):
            latest[kind] = on
            days[kind] = on
    return days


def doubts(row: ListRow, born_on: date | None, today: date) -> Iterator[Doubt]:
    """What the row says was done and cannot have been: each kept out, and said."""
    for name, _, on in _says(row):
        if why := _cannot_be(on, born_on, today):
            sentence = f"{TITLES[name]} is {long_date(on)}, {why}. That day was set aside."
            yield Doubt(row.line_number, name, sentence)


def _says(row: ListRow) -> Iterator[tuple[str, str, date]]:
    for name, kind in SAYS.get(type(row), {}).items():
        if on := getattr(row, name):
            yield name, kind, on


def _cannot_be(on: date, born_on: date | None, today: date) -> str:
    if on > today:
        return "which has not come yet"
    return "before they were born" if born_on and on < born_on else ""


def record_done(child: Child, done: Mapping[str, date], *, by: User, at: datetime) -> tuple[int, ...]:
    """The entries it made."""
    moments = ((kind, Moment(start_of(day), time_known=False)) for kind, day in done.items())
    return tuple(
        duties.say_done(child, kind=kind, done=moment, source=SOURCE, by=by, at=at).pk
        for kind, moment in moments
    )


def undo_done(entries: Iterable[int], *, reason: str, by: User, at: datetime) -> None:
    for done in Done.objects.standing().filter(pk__in=entries).select_related("entry", "child"):
        duties.strike_out(done, reason=reason, by=by, at=at)
