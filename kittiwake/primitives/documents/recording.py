"""Keeping documents, striking them out, and what a scanner said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import islice
from typing import IO, Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Doubled, Refused, is_somebody_asked, looks_the_same
from kittiwake.history.whole import whole
from kittiwake.primitives.documents import events
from kittiwake.primitives.documents.facts import DocumentFacts, Inert
from kittiwake.primitives.documents.models import Document, Piece, Thumbnail
from kittiwake.primitives.documents.pictures import small
from kittiwake.primitives.documents.rules import PHOTOGRAPH, title_of
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import LONDON

OF_A_CHILD = (
    "documents.document"  # the kind of entry of what belongs to a child and to nothing that was recorded
)
PIECE = 256 * 1024
AT_ONCE = 2  # pieces in memory; on its way to the database each is there several times over


@whole()
def keep(
    entry: Entry, files: Sequence[Inert], *, by: User, at: datetime, **facts: Unpack[DocumentFacts]
) -> list[Document]:
    """All of these files with this entry, or none of them. Asks where the same file is kept with it already."""
    must_stand(entry)
    must_be_believable(at, from_on=facts["from_on"])
    if not files:
        raise Refused("Select a file.", field="chosen")
    if facts["kind"] == PHOTOGRAPH and not all(each.format.is_picture for each in files):
        raise Refused("A photograph must be a picture. Say what else it is", field="kind")
    if is_somebody_asked():
        _ask_about_the_same(entry, files)
    return [
        _keep(entry, each, place, len(files), by=by, at=at, **facts) for place, each in enumerate(files, 1)
    ]


@whole()
def keep_of_child(
    child: Child, files: Sequence[Inert], *, by: User, at: datetime, **facts: Unpack[DocumentFacts]
) -> Entry:
    """What belongs to the child themselves stands on the chronology by itself."""
    must_be_believable(at, from_on=facts["from_on"])
    day = facts["from_on"]
    happened_at = min(datetime.combine(day, time.min, LONDON), at) if day else at
    entry = record.enter(
        child, kind=OF_A_CHILD, summary=_summary(files, facts), happened_at=happened_at, by=by, at=at
    )
    keep(entry, files, by=by, at=at, **facts)
    return entry


def _summary(files: Sequence[Inert], facts: DocumentFacts) -> str:
    what = dict(Document._meta.get_field("kind").choices or ())[facts["kind"]]
    titles = [facts["title"]] if facts["title"] else [title_of(each.name, 80) for each in files]
    return f"{what}: {', '.join(titles)}"


def _keep(
    entry: Entry, inert: Inert, place: int, of: int, *, by: User, at: datetime, **facts: Unpack[DocumentFacts]
) -> Document:
    longest = Document._meta.get_field("title").max_length or 0
    title = facts["title"] or title_of(inert.name, longest)
    if facts["title"] and of > 1:
        ending = f" ({place} of {of})"
        title = title[: longest - len(ending)] + ending
    document = Document.objects.create(
        entry=entry,
        added_at=at,
        added_by=by,
        format=inert.format.key,
        size=inert.size,
        sha256=inert.sha256,
        received_sha256=inert.received_sha256,
        scan=inert.scan,
        scanned_at=at if inert.scan == Document.CLEAN else None,
        kind=facts["kind"],
        title=title,
        from_on=facts["from_on"],
        given_by=facts["given_by"],
    )
    pieces = _pieces(document, inert.file)
    while some := list(islice(pieces, AT_ONCE)):
        Piece.objects.bulk_create(some)
    if inert.format.is_picture:
        Thumbnail.objects.create(document=document, content=small(inert.file, inert.format))
    history.write(events.KEPT, document, by=by, at=at, child_id=entry.child_id)
    return document


def _pieces(document: Document, file: IO[bytes]) -> Iterator[Piece]:
    file.seek(0)
    for number, content in enumerate(iter(lambda: file.read(PIECE), b"")):
        yield Piece(document=document, number=number, content=content)


def _ask_about_the_same(entry: Entry, files: Sequence[Inert]) -> None:
    same = Document.objects.standing().filter(
        entry=entry, received_sha256__in=[each.received_sha256 for each in files]
    )
    if (first := same.first()) is not None:
        why = f"The same file is kept here as “{first.title}”. Say whether it is to be kept again"
        looks_the_same(Doubled(why, where=first.get_absolute_url()))


@whole()
def strike_out(document: Document, *, reason: str, by: User, at: datetime) -> None:
    """It was wrong to keep it here. Its entry goes with the last document, where it is there for nothing else."""
    must_stand(document)
    out = {"struck_out_at": at, "struck_out_by": by, "struck_out_reason": reason}
    Document.objects.filter(pk=document.pk).update(**out)
    history.write(events.STRUCK_OUT, document, by=by, at=at, child_id=document.entry.child_id)
    entry = document.entry
    if entry.kind == OF_A_CHILD and not Document.objects.standing().filter(entry=entry).exists():
        record.strike_out(entry, reason=reason, by=by, at=at)


@whole()
def note_scan(document: Document, verdict: str, *, by: User, at: datetime) -> None:
    """What a scanner said of a file that was held. One with a virus is thrown away; that it was here stays."""
    if not Document.objects.filter(pk=document.pk, scan=Document.WAITING).update(scan=verdict, scanned_at=at):
        return
    if verdict == Document.FOUND:
        Piece.objects.filter(document=document).delete()
        Thumbnail.objects.filter(document=document).delete()
    history.write(events.SCANNED, document, by=by, at=at, child_id=document.entry.child_id)
