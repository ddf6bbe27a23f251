"""Who may open the pages of documents."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.arrivals import recording as arriving
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.primitives.documents.tests import files
from kittiwake.record import recording as record
from tests.matrix.pages import Made, reads, takes, writes

NOTHING = {"from_on": None, "given_by": ""}


def make(made: Made) -> None:
    """A text whose name and words are the child's, and a photograph with the child themselves."""
    word, by, at = made.word("risk.presenting_risk"), made.by, made.at
    entry = record.enter(made.child, kind="risk.presenting_risk", summary=word, happened_at=at, by=by, at=at)
    with looked_at([files.sent("said.txt", word.encode())]) as texts:
        (made["document"],) = recording.keep(entry, texts, kind="said", title=word, by=by, at=at, **NOTHING)
    made["kept_with"] = entry
    made["arrival"] = arriving.begin(
        made.child, name=word, size=9, changed=0, by=made.people["manager"], at=made.at
    )
    title = made.word("documents.document")
    with looked_at([files.sent("school.jpg", files.picture())]) as photographs:
        of_child = recording.keep_of_child(
            made.child, photographs, kind="photograph", title=title, by=by, at=at, **NOTHING
        )
    made["photograph"] = of_child.documents.get()


def _more(made: Made, more: int) -> None:
    for number in range(more):
        facts = {"kind": "letter", "title": "", "by": made.somebody(number), "at": made.at, **NOTHING}
        with looked_at([files.sent(f"{number}.txt", str(number).encode())]) as texts:
            recording.keep(made["kept_with"], texts, **facts)


def _of_somebody_else(user: User, made: Made) -> str:
    return "" if user.pk == made["arrival"].user_id else "hidden"


PAGES = [
    reads("documents:of_child", Power.SEE, child_pk="child", grows=_more, at_most=12),
    writes("documents:add", Power.RECORD, child_pk="child"),
    reads("documents:of_entry", Power.SEE, pk="kept_with", grows=_more, at_most=12),
    writes("documents:add_to_entry", Power.RECORD, pk="kept_with"),
    takes("documents:arrivals", Power.RECORD, child_pk="child"),
    takes("documents:arrival", Power.RECORD, pk="arrival", unless=_of_somebody_else),
    reads("documents:document", Power.SEE, pk="document"),
    reads("documents:download", Power.SEE, pk="document"),
    reads("documents:picture", Power.SEE, pk="document"),
    reads("documents:thumbnail", Power.SEE, pk="photograph"),
    writes("documents:strike_out", Power.RECORD, pk="document"),
]
