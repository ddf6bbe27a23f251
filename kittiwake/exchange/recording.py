"""An import, from preview to recording to undoing. Each step is one transaction: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import Q, QuerySet

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.exchange import events
from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.columns import columns_of, corrected_in, with_columns
from kittiwake.exchange.formats import format_named
from kittiwake.exchange.formats.format import AnyFormat
from kittiwake.exchange.models import HeldFile, Import, ImportFile, ImportRow, RememberedMapping
from kittiwake.exchange.proposal import Numbered
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.source import Source, open_source
from kittiwake.exchange.rows import recording as rows
from kittiwake.exchange.undo_checks import Since
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record import recording as record
from kittiwake.record.models import Child

Progress = Callable[[int], None]
MOST_NAMED = 5


def preview(
    format_name: str,
    sources: Iterable[Source],
    *,
    by: User,
    at: datetime,
    corrected: dict[str, dict[str, Mapping]] | None = None,
    with_hidden: bool = False,
    progress: Progress = lambda done: None,
) -> Import:
    """Read the files and match every row with the record. Nothing is put on the record yet.

    `corrected`: which column is which, as a person said, by file and table; otherwise as remembered, or as proposed.
    Rows of hidden sheets are counted, and matched only `with_hidden`. Raises UnreadableFile with one sentence for a file that cannot be read.
    """
    chosen = format_named(format_name)
    with acting_as_system():
        batch = Import.objects.create(format=format_name, user=by, is_shared=by.is_system, previewed_at=at)
        matcher = chosen.matcher(at)
        known = rows.Known(corrected or {}, remembered(chosen.name), with_hidden)
        for source in sources:
            file = ImportFile.objects.create(
                batch=batch, name=source.name[:200], sha256=source.sha256, size=source.size
            )
            rows.match_file(file, source, chosen, matcher, known, progress)
            rows.hold(file, source, chosen)
        history.write(events.PREVIEWED, batch, by=by, at=at)
    return batch


def _let_go(batch: Import) -> None:
    HeldFile.objects.filter(file__batch=batch).delete()


def correct_columns(
    batch: Import,
    *,
    file: ImportFile,
    table: str,
    columns: dict[str, tuple[str, ...]],
    by: User,
    at: datetime,
) -> Import:
    """The same files read again, one table with its columns as a person corrected them; what was corrected before stays.
    The first preview is discarded."""
    if (known := columns_of(file).get(table)) is None:
        raise Refused("That sheet is not in the file. Choose one of those that are shown.")
    return _read_again(batch, {file.name: {table: with_columns(known, columns)}}, by=by, at=at)


def take_hidden(batch: Import, *, by: User, at: datetime) -> Import:
    """The same files read again, with the rows of hidden sheets, because a person says so."""
    if not batch.files.filter(hidden_rows__gt=0).exists():
        raise Refused("No sheet of it is hidden, so everything is read already. Go on with the rows.")
    return _read_again(batch, {}, with_hidden=True, by=by, at=at)


def _read_again(
    batch: Import,
    corrected: dict[str, dict[str, Mapping]],
    *,
    by: User,
    at: datetime,
    with_hidden: bool = False,
) -> Import:
    _refuse_while_at_work(batch)
    with acting_as_system():
        held = HeldFile.objects.filter(file__batch=batch).select_related("file").order_by("file_id")
        files = [(open_source(bytes(kept.content), kept.file.name), corrected_in(kept.file)) for kept in held]
    if not files:
        raise Refused("This import has been recorded or discarded. Start it again from the file.")
    every = {source.name: {**before, **corrected.get(source.name, {})} for source, before in files}
    sources = [source for source, _ in files]
    again = preview(batch.format, sources, corrected=every, with_hidden=with_hidden, by=by, at=at)
    discard(batch, by=by, at=at)
    return again


def _refuse_while_at_work(batch: Import) -> None:
    if Import.objects.exclude(asked="").filter(pk=batch.pk).exists():
        raise Refused("This import is being worked on. Wait until that has ended.")


def remembered(format_name: str) -> dict[str, Mapping]:
    """Mappings a person has looked over, by the fingerprint of the headings."""
    kept = RememberedMapping.objects.filter(format=format_name)
    return {mapping.fingerprint: from_json(Mapping, mapping.mapping) for mapping in kept}


@whole()
def decide(
    row: ImportRow,
    *,
    decision: str,
    child: Child | None,
    by: User,
    at: datetime,
    met_in: int | None = None,
) -> None:
    """A person says what a row is about: this child (or the one first met in row number `met_in`), a child not on the
    record, an absence that is on it already, or leave it out.
    """
    _refuse_while_at_work(row.batch)
    if row.verdict != ImportRow.NEEDS_PERSON or row.recorded_at:
        raise Refused("This row does not wait for a decision. Open the import to see those that do.")
    if decision == ImportRow.THIS_CHILD and child is None and met_in is None:
        raise Refused("Say which child it is about.", field="decision")
    row.decided, row.child = decision, child or row.child
    if met_in:
        facts = format_named(row.batch.format).facts_of(row)
        row.facts = as_json(replace(facts, first_number=met_in))
    row.save(update_fields=["decided", "child", "facts"])
    history.write(events.DECIDED, row, by=by, at=at, child_id=row.child_id)


def commit(batch: Import, *, by: User, at: datetime, progress: Progress = lambda done: None) -> int:
    """Put the new, the changed and the decided on the record, all or nothing. Returns how many rows were recorded.

    What still needs a person stays in the import and can be decided and recorded later.
    """
    chosen = format_named(batch.format)
    with acting_as_system(), history.by_import(batch.pk):
        standing = Import.objects.select_for_update().get(pk=batch.pk)
        if standing.undone_at or standing.discarded_at:
            raise Refused("This import was undone or discarded. Start it again from the file.")
        _refuse_part(standing, chosen)
        children = _children_made(standing, chosen)
        wanted = rows.in_order(standing, to_record(standing).select_related("child", "entry"))
        done = rows.record(wanted, chosen, children, by=by, at=at, progress=progress)
        Import.objects.filter(pk=standing.pk).update(recorded_at=at, asked="")
        _remember_mappings(standing, by=by, at=at)
        _let_go(standing)
        history.write(events.RECORDED, standing, by=by, at=at, changes={"Rows": (0, done)})
        batch.refresh_from_db()
    return done


def _refuse_part(batch: Import, chosen: AnyFormat) -> None:
    wrong = batch.rows.filter(verdict=ImportRow.REJECTED) if chosen.is_whole else ImportRow.objects.none()
    if count := wrong.count():
        named = [
            f"{chosen.about.lower()} {row.line}: {row.message}" for row in wrong.order_by("pk")[:MOST_NAMED]
        ]
        more = f" And {count - MOST_NAMED} more." if count > MOST_NAMED else ""
        raise Refused(
            f"Nothing was recorded, because {count} of its rows cannot be. {' '.join(named)}{more} "
            "Mend the file and start again."
        )


def to_record(batch: Import) -> QuerySet[ImportRow]:
    """The new, the changed, and what a person has decided to take."""
    decided = Q(verdict=ImportRow.NEEDS_PERSON) & ~Q(decided__in=["", ImportRow.SKIP])
    taken = Q(verdict__in=[ImportRow.NEW, ImportRow.CHANGED]) | decided
    return batch.rows.filter(taken, recorded_at=None)


def _children_made(batch: Import, chosen: AnyFormat) -> dict[int, Child]:
    """By the number of the row that first met them, where the format numbers its rows."""
    made = batch.rows.filter(made_child=True).select_related("child")
    facts = ((chosen.facts_of(row), row.child) for row in made)
    return {said.met_in: child for said, child in facts if isinstance(said, Numbered) and child}


def _remember_mappings(batch: Import, *, by: User, at: datetime) -> None:
    taken = [
        columns.mapping
        for file in batch.files.all()
        for columns in columns_of(file).values()
        if columns.is_taken
    ]
    for mapping in taken:
        if mapping.fingerprint:
            RememberedMapping.objects.update_or_create(
                format=batch.format,
                fingerprint=mapping.fingerprint,
                defaults={"mapping": as_json(mapping), "by": by, "at": at},
            )


def undo(batch: Import, *, by: User, at: datetime, progress: Progress = lambda done: None) -> None:
    """Take a whole import back. Refuses where anybody has gone on from what it recorded: that would hang in the air."""
    chosen, reason = format_named(batch.format), f"Import {batch.pk} was undone"
    with acting_as_system(), history.by_import(batch.pk):
        standing = Import.objects.select_for_update().get(pk=batch.pk)
        if standing.recorded_at is None or standing.undone_at:
            raise Refused("There is nothing to undo in this import. Open it to see what became of it.")
        undone = standing.rows.exclude(recorded_at=None).select_related("child", "entry")
        _refuse_undo(standing, undone, chosen)
        rows.take_back(rows.newest_first(undone), chosen, reason, by=by, at=at, progress=progress)
        for row in rows.newest_first(undone.filter(made_child=True)):
            assert row.child is not None
            record.withdraw(row.child, reason=reason, by=by, at=at)
        if left := chosen.undo_rest(undone, at=at):
            rows.note(standing, LEFT.format(what=", ".join(left)))
        Import.objects.filter(pk=standing.pk).update(undone_at=at, asked="")
        history.write(events.UNDONE, standing, by=by, at=at)
        batch.refresh_from_db()


LEFT = "Undone, but this stays, because others use it by now: {what}."


def _refuse_undo(batch: Import, recorded: QuerySet[ImportRow], chosen: AnyFormat) -> None:
    since, every = Since.recording(batch), rows.in_order(batch, recorded)
    checked = ((row.line, chosen.undo_check(row, chosen.facts_of(row), since)) for row in every)
    if reasons := {line: why for line, why in checked if why}:
        named = "; ".join(f"row {line}: {why}" for line, why in list(reasons.items())[:MOST_NAMED])
        more = f"; and {len(reasons) - MOST_NAMED} more" if len(reasons) > MOST_NAMED else ""
        raise Refused(
            f"This import cannot be undone, because people have gone on from what it recorded ({named}{more}). "
            "Strike out single entries on the child’s page instead."
        )


@whole()
def discard(batch: Import, *, by: User, at: datetime) -> None:
    """The preview is not wanted. What the file said is not kept."""
    _refuse_while_at_work(batch)
    if not Import.objects.filter(pk=batch.pk, recorded_at=None, asked="").update(discarded_at=at):
        raise Refused("This import has been recorded. Undo it instead.")
    batch.rows.update(facts={}, doubts=[], said="", message="Discarded")
    _let_go(batch)
    history.write(events.DISCARDED, batch, by=by, at=at)
