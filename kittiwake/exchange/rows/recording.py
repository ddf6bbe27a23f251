"""The rows of an import: matched as a file is previewed, put on the record, and taken back. Some at a time, however many."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.db.models import QuerySet

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.columns import FileColumns, kept
from kittiwake.exchange.earlier_rows import settled_before
from kittiwake.exchange.formats.format import AnyFormat, FileReport, Matcher, ReadList
from kittiwake.exchange.models import HeldFile, Import, ImportFile, ImportRow
from kittiwake.exchange.proposal import MayBe, Numbered, Proposal
from kittiwake.exchange.reading.columns import Mapping as Columns
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.unreadable import NoRows
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import by_itself
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record.identifiers.tidy import NotValid
from kittiwake.record.models import Child

Progress = Callable[[int], None]
BATCH = 500
TOGETHER = 100  # rows whose clocks and history are written at once
# What a column, a constraint or a calendar says no to is one row's affair. The error's own words may quote it.
NOT_TAKEN = (Refused, NotValid, DataError, IntegrityError, ValidationError, ValueError, ArithmeticError)
NOT_FITTING = "The record does not take this row: something in it is too long, out of range or contradicts another entry."


@dataclass(frozen=True)
class Known:
    """What is known of how files are to be read: a person's corrections by file and table, those remembered by headings, and
    whether hidden sheets are taken too."""

    corrected: dict[str, dict[str, Columns]] = field(default_factory=dict)
    remembered: dict[str, Columns] = field(default_factory=dict)
    with_hidden: bool = False

    def columns(self, name: str) -> FileColumns:
        return FileColumns(self.corrected.get(name, {}), self.remembered)


def match_file(
    file: ImportFile,
    source: Source,
    chosen: AnyFormat,
    matcher: Matcher[ReadList],
    known: Known,
    progress: Progress,
) -> None:
    """Match a file's rows and keep what is proposed, and what is to be said of the file."""
    every = _lists(source, chosen)
    report = FileReport(source.name, known.columns(source.name))
    lists = _shown(file, report, every, known.with_hidden)
    is_list_hidden = len(lists) < len(every) and not chosen.recognises(lists) and chosen.recognises(every)
    count = 0 if is_list_hidden else _keep(file, chosen, matcher.proposals(lists, report), progress)
    report.notes += [note for read_list in lists for note in read_list.notes]
    if not count and not is_list_hidden:
        report.notes.append("The list has headings and no rows: nothing new.")
    file.left_out = [line for read_list in lists for line in _left_out(read_list, len(lists) > 1)]
    file.notes, file.mapping = report.notes, kept(report.columns)
    file.save(update_fields=["mapping", "left_out", "notes", "hidden_rows"])


def _keep(file: ImportFile, chosen: AnyFormat, proposals: Iterator[Proposal], progress: Progress) -> int:
    """A few at a time, however many there are. Returns how many there were."""
    rows: list[ImportRow] = []
    count = 0
    for count, proposal in enumerate(proposals, start=1):
        rows.append(_row(file, _known_again(chosen, proposal)))
        progress(count)
        if len(rows) == BATCH:
            ImportRow.objects.bulk_create(rows)
            rows.clear()
    ImportRow.objects.bulk_create(rows)
    return count


def _shown(
    file: ImportFile, report: FileReport, lists: Sequence[ReadList], with_hidden: bool
) -> list[ReadList]:
    """Those to match. What somebody has hidden is counted and said, and taken only when a person says so."""
    hidden = [] if with_hidden else [read_list for read_list in lists if read_list.hidden]
    for read_list in hidden:
        rows = sum(1 for _ in read_list)
        file.hidden_rows += rows
        report.notes.append(
            f"The sheet ‘{read_list.name}’ is hidden in the workbook. Its {rows} rows are not taken unless you say so."
        )
    return [read_list for read_list in lists if read_list not in hidden]


def _left_out(read_list: ReadList, is_one_of_many: bool) -> list[tuple[int, str]]:
    sheet = f"Sheet ‘{read_list.name}’: " if is_one_of_many else ""
    return [(line, f"{sheet}{why}") for line, why in sorted(read_list.left_out.items())]


def _known_again(chosen: AnyFormat, proposal: Proposal) -> Proposal:
    """A row asks a person once: what was decided of it stands for as long as it says the same."""
    asks = proposal.verdict == ImportRow.NEEDS_PERSON and proposal.said
    was = settled_before(chosen.name, proposal.said) if asks else ""
    return proposal.now(ImportRow.UNCHANGED, was) if was else proposal


def _lists(source: Source, chosen: AnyFormat) -> Sequence[ReadList]:
    try:
        return chosen.read(source)
    except NoRows as empty:
        if chosen.may_be_empty(empty.tables):
            return empty.tables
        raise


def hold(file: ImportFile, source: Source, chosen: AnyFormat) -> None:
    """Kept for as long as a person may still want to correct the columns, or to take in what is hidden."""
    if not (chosen.layout or file.hidden_rows):
        return
    with source.open() as stream:
        HeldFile.objects.create(file=file, content=stream.read())


def in_order(batch: Import, rows: QuerySet[ImportRow]) -> Iterator[ImportRow]:
    """Those rows file by file, some at a time: however many there are, few are held."""
    for file in batch.files.order_by("pk"):
        last = 0
        while page := list(rows.filter(file=file, pk__gt=last).order_by("pk")[:BATCH]):
            yield from page
            last = page[-1].pk


def newest_first(rows: QuerySet[ImportRow]) -> Iterator[ImportRow]:
    """The other way round, as few held."""
    page = list(rows.order_by("-pk")[:BATCH])
    while page:
        yield from page
        page = list(rows.filter(pk__lt=page[-1].pk).order_by("-pk")[:BATCH])


def record(
    rows: Iterable[ImportRow],
    chosen: AnyFormat,
    children: MutableMapping[int, Child],
    *,
    by: User,
    at: datetime,
    progress: Progress,
) -> int:
    """Each goes on the record, or back to a person with the reason. Returns how many were recorded."""
    done = 0
    for page in _pages(rows, lambda row: _whom(row, chosen, children)):
        done += _record_page(page, chosen, children, by=by, at=at)
        progress(done)
    return done


def _record_page(
    page: list[ImportRow],
    chosen: AnyFormat,
    children: MutableMapping[int, Child],
    *,
    by: User,
    at: datetime,
) -> int:
    """Row by row; what follows from them, clocks and history, once for all. Where that is refused, nobody can say for
    which row: each is recorded with what follows from it, and one goes back.
    """
    made: ChainMap[int, Child] = ChainMap({}, children)
    try:
        with by_itself(), history.at_once(), settle_once():
            done = [row for row in page if _record_or_ask(row, chosen, made, by=by, at=at)]
            ImportRow.objects.bulk_create(
                done, update_conflicts=True, unique_fields=["pk"], update_fields=RECORDED
            )
    except NOT_TAKEN:
        again = ImportRow.objects.filter(pk__in=[row.pk for row in page]).order_by("pk")
        return sum(_record_alone(row, chosen, children, by=by, at=at) for row in again)
    children.update(made.maps[0])
    return len(done)


RECORDED = ["recorded_at", "child", "entry", "before", "made_child"]


def _record_alone(
    row: ImportRow, chosen: AnyFormat, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> bool:
    if is_recorded := _record_or_ask(row, chosen, children, by=by, at=at):
        row.save(update_fields=RECORDED)
    return is_recorded


def _record_or_ask(
    row: ImportRow, chosen: AnyFormat, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> bool:
    """A row that the record does not take (any more) goes back to a person with the reason; the rest stands."""
    made: ChainMap[int, Child] = ChainMap({}, children)
    try:
        with by_itself(), history.at_once():
            chosen.record(row, chosen.facts_of(row), made, by=by, at=at)
    except NOT_TAKEN as refused:
        row.refresh_from_db()
        row.verdict, row.decided, row.message = ImportRow.NEEDS_PERSON, "", _why(refused)
        row.candidates = refused.children if isinstance(refused, MayBe) else row.candidates
        if was := settled_before(chosen.name, row.said) if row.said else "":
            row.verdict, row.message = ImportRow.UNCHANGED, was  # asked of somebody before, and answered
        row.save(update_fields=["verdict", "decided", "message", "candidates"])
        return False
    children.update(made.maps[0])
    row.recorded_at = at
    return True


def _why(refused: Exception) -> str:
    return str(refused) if isinstance(refused, Refused | NotValid) else NOT_FITTING


def take_back(
    rows: Iterable[ImportRow], chosen: AnyFormat, reason: str, *, by: User, at: datetime, progress: Progress
) -> None:
    """What recording them did, in the order they come."""
    done = 0
    for page in _pages(rows, attrgetter("child_id")):
        with history.at_once(), settle_once():
            for row in page:
                chosen.undo(row, chosen.facts_of(row), reason=reason, by=by, at=at)
        done += len(page)
        progress(done)


def _pages(rows: Iterable[ImportRow], whom: Callable[[ImportRow], Hashable]) -> Iterator[list[ImportRow]]:
    """Each about another child: a second row about one is recorded beside all that the first brought."""
    page: list[ImportRow] = []
    met: set[Hashable] = set()
    for row in rows:
        who = whom(row)
        if len(page) == TOGETHER or who in met:
            yield page
            page, met = [], set()
        page.append(row)
        met |= {who} - {None}
    yield page


def _whom(row: ImportRow, chosen: AnyFormat, children: Mapping[int, Child]) -> Hashable:
    """The child on the record, or the row that first met them; None where a row is about nobody who is numbered."""
    if row.child_id is not None:
        return row.child_id
    facts = chosen.facts_of(row)
    if not isinstance(facts, Numbered):
        return None
    return children[facts.met_in].pk if facts.met_in in children else f"row {facts.met_in}"


def note(batch: Import, sentence: str) -> None:
    """Said of the import as a whole, beside its first file."""
    file = batch.files.order_by("pk")[0]
    file.notes.append(sentence)
    file.save(update_fields=["notes"])


def _row(file: ImportFile, proposal: Proposal) -> ImportRow:
    return ImportRow(
        batch_id=file.batch_id,
        file=file,
        line=proposal.line,
        verdict=proposal.verdict,
        message=proposal.message,
        doubts=[doubt.sentence for doubt in proposal.doubts],
        said=proposal.said,
        facts={} if proposal.facts is None else as_json(proposal.facts),
        child_id=proposal.child_id,
        entry_id=proposal.entry_id,
        candidates=proposal.candidates,
    )
