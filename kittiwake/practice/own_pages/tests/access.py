"""Who may open the pages about a young person's own page. The way in and out is open to all."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access import powers
from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.reference import Reference
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.own_pages import recording, rules
from kittiwake.practice.own_pages.models import OwnPage
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, open_to_all, reads, writes


def make(made: Made) -> None:
    by, at = made.by, made.at
    word = made.word("own_pages.hold")
    made["hold"] = recording.hold(made.child, why=word, by=by, at=at)
    recording.lift(made["hold"], why=word, by=by, at=at)
    talked = made.word("own_pages.talk")
    made["own_page"] = recording.give(
        made.child,
        talked=Moment(at - timedelta(hours=2)),
        told=[key for key, _ in rules.TOLD],
        post_seen_by=talked,
        phone_used_by=talked,
        own_words=talked,
        night_number=made.word("own_pages.own_page"),
        ends_on=local_date(at) + timedelta(days=90),
        by=by,
        at=at,
    )
    made["talk"] = made["own_page"].talk


def _not_theirs_to_give(person: User, made: Made) -> str:
    with acting_as_system():
        is_theirs = Reference(made.at, local_date(made.at), made.child).holds(person, made.child)
        restricted = Child.objects.get(pk=made.child.pk).restricted
    may = is_theirs and (not restricted or Power.OVERSEE in powers.HOLDS[person.role])
    return "" if may else "refused"


def _more_pages(made: Made, more: int) -> None:
    """Each given and ended."""
    first = OwnPage.objects.get(pk=made["own_page"].pk)
    for number in range(more):
        talk = type(first.talk).objects.get(pk=first.talk_id)
        talk.pk, talk.entry = None, _copy(first.talk.entry)
        talk.save(force_insert=True)
        first.pk, first.entry, first.talk = None, _copy(first.entry), talk
        first.ended_at, first.ended_by, first.ended_why = made.at, made.somebody(number), "x"
        first.save(force_insert=True)


def _copy(entry: Entry) -> Entry:
    entry.pk = None
    entry.save(force_insert=True)
    return entry


PAGES = [
    reads("own_pages:of_child", Power.SEE, child_pk="child", grows=_more_pages, at_most=14),
    reads("own_pages:own_page", Power.SEE, pk="own_page"),
    reads("own_pages:talk", Power.SEE, pk="talk"),
    reads("own_pages:hold", Power.SEE, pk="hold"),
    writes("own_pages:give", Power.RECORD, child_pk="child", unless=_not_theirs_to_give),
    writes("own_pages:code", Power.RECORD, pk="own_page", unless=_not_theirs_to_give),
    writes("own_pages:take_away", Power.RECORD, pk="own_page"),
    writes("own_pages:put_hold", Power.RECORD, child_pk="child"),
    writes("own_pages:lift", Power.OVERSEE, pk="hold"),
    open_to_all("own_pages:enter"),
    open_to_all("own_pages:leave"),
]
