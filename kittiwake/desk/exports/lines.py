"""The lines of a record as they go into a copy: of each whether it does, and what it tells. Reads only, as one person."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import QueryDict

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.desk.chronology.showing import Chronology, Line
from kittiwake.desk.exports.models import Decision, RecordExport
from kittiwake.primitives.documents.models import Document
from kittiwake.record.kinds import kinds_shown_to
from kittiwake.record.models import Entry

ORDER = ("happened_at", "pk")


def entries(export: RecordExport, viewer: Viewer) -> QuerySet[Entry]:
    """All that this person sees of the child, but the asking for copies itself."""
    seen = viewer.see(Entry).filter(child=export.child_id).exclude(kind=export.entry.kind)
    return seen.select_related("by", "struck_out_by").order_by(*ORDER)


def told(export: RecordExport, viewer: Viewer, some: Sequence[Entry]) -> list[Line]:
    return Chronology(export.child, viewer, QueryDict()).lines(some)


def theirs(viewer: Viewer, some: Sequence[Entry]) -> set[int]:
    """What was written to the child, or by them, goes out without anybody's deciding; not where a file is kept with it, which
    may be about somebody else."""
    shown = kinds_shown_to(Role.CHILD)
    written = {entry.pk for entry in some if entry.kind in shown and not entry.is_struck_out}
    with_file = viewer.see(Document).filter(entry__in=written, struck_out_at=None)
    return written.difference(with_file.values_list("entry", flat=True))


def decided(export: RecordExport, some: Sequence[Entry]) -> dict[int, Decision]:
    standing = Decision.objects.filter(export=export, about__in=some, taken_back_at=None)
    return {decision.about_id: decision for decision in standing}
