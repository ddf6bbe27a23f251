"""A child's life in the order it happened, narrowed by kind, days and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.desk.chronology.forms import ChronologyForm
from kittiwake.desk.chronology.outcomes import Happened, what_happened
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.primitives.shared_pages.chronology import ChronologyPart
from kittiwake.queries.kept import kept
from kittiwake.record.kinds import kind_name
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import start_of

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    entry: Entry
    kind: str
    href: str
    happened: Happened | None


@dataclass
class Chronology:
    """`asked` is the form as sent, by either method; the empty form shows everything."""

    child: Child
    viewer: Viewer
    asked: QueryDict

    @cached_property
    def form(self) -> ChronologyForm:
        sent = set(self.asked) & {"kind", "words", "since_day", "until_day", "since", "until"}
        return ChronologyForm(self.asked if sent else None, kinds=self.kinds)

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        kinds = _kinds(self.viewer, self.child)
        return sorted(((kind, kind_name(kind)) for kind in kinds), key=lambda kind: kind[1])

    @property
    def _all(self) -> Any:
        return self.viewer.see(Entry).filter(child=self.child)

    @cached_property
    def answers(self) -> dict[str, Any]:
        return self.form.cleaned_data if self.form.is_valid() else {}

    @property
    def entries(self) -> Any:
        """Struck-out ones too, for those inside: what was wrong stays to be seen."""
        rows = self._all.select_related("by", "struck_out_by")
        answers = self.answers
        if answers.get("kind"):
            rows = rows.filter(kind=answers["kind"])
        if answers.get("since"):
            rows = rows.filter(happened_at__gte=start_of(answers["since"]))
        if answers.get("until"):
            rows = rows.filter(happened_at__lt=start_of(answers["until"] + ONE_DAY))
        for word in (answers.get("words") or "").split():
            rows = rows.filter(summary__icontains=word)
        return rows

    @cached_property
    def parts(self) -> list[tuple[str, object]]:
        """What areas put above the lines, each with the template that draws it."""
        page = OnChild(self.child, self.viewer, now())
        return [(part.template, part.shown(page)) for part in declared(ChronologyPart)]

    @property
    def is_narrowed(self) -> bool:
        return any(self.answers.values())

    def lines(self, entries: Iterable[Entry]) -> list[Line]:
        """Each with what came of it, who was seen and what the child said."""
        rows = list(entries)
        happened = what_happened(self.viewer, rows)
        return [
            Line(entry, kind_name(entry.kind), entry.get_absolute_url(), happened.get(entry.pk))
            for entry in rows
        ]


@kept
def _kinds(viewer: Viewer, child: Child) -> QuerySet[Entry, str]:
    return viewer.see(Entry).filter(child=child).order_by().values_list("kind", flat=True).distinct()
