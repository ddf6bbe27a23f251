"""Who may open the pages of copies of a record. The file is for whoever asked."""

from __future__ import annotations

from kittiwake.access import powers
from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.reference import Reference
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.desk.exports import recording
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word(recording.KIND), made.by, made.at
    facts = {"right": "themselves", "for_whom": word, "asked_on": local_date(at)}
    made["record_export"] = recording.ask(made.child, **facts, by=by, at=at)


def _not_theirs(person: User, made: Made) -> str:
    with acting_as_system():
        is_theirs = Reference(made.at, local_date(made.at), made.child).holds(person, made.child)
    return "" if is_theirs else "refused"


def _not_asked_by_them(person: User, made: Made) -> str:
    """Kittiwake itself asked, so nobody else is given the file."""
    return "refused" if Power.SEE in powers.HOLDS[person.role] else ""


def _more_exports(made: Made, more: int) -> None:
    for number in range(more):
        facts = {"right": "court", "for_whom": "x", "asked_on": local_date(made.at)}
        export = recording.ask(made.child, **facts, by=made.by, at=made.at)
        type(export).objects.filter(pk=export.pk).update(asked_by=made.somebody(number))


PAGES = [
    reads("exports:of_child", Power.SEE, child_pk="child", grows=_more_exports, at_most=12),
    lists("exports:waiting", Power.EXPORT_RECORD, grows=_more_exports, at_most=10),
    reads("exports:record_export", Power.SEE, pk="record_export"),
    reads("exports:download", Power.SEE, pk="record_export", unless=_not_asked_by_them),
    writes("exports:ask", Power.RECORD, child_pk="child", unless=_not_theirs),
    writes("exports:decide", Power.EXPORT_RECORD, pk="record_export", unless=_not_theirs),
    writes("exports:make", Power.EXPORT_RECORD, pk="record_export", unless=_not_theirs),
]
