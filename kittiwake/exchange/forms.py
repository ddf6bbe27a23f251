"""What a person chooses about an import."""

from __future__ import annotations

from typing import Any

from kittiwake.exchange.columns import TableColumns
from kittiwake.exchange.formats import format_named, formats
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.reading.layouts import Layout
from kittiwake.record.models import Child
from kittiwake.ui.forms import FileField, GovForm, RadiosField, SelectField

MOST_BYTES = 50_000_000


class ImportForm(GovForm):
    format_key = RadiosField(
        "What is in the file?",
        choices=[(file_format.name, file_format.title) for file_format in formats().values()],
        hints={file_format.name: file_format.hint for file_format in formats().values()},
        missing="Select what is in the file",
    )
    file = FileField(
        "Choose the file",
        hint="Excel, CSV, or XML for a census. You look over every row before anything is recorded.",
        accept=(".csv", ".xlsx", ".txt", ".tsv", ".xml"),
        max_bytes=MOST_BYTES,
        missing="Select a file",
    )


class ColumnsForm(GovForm):
    """One question a field: which column holds it."""

    mark_optional = False

    def __init__(
        self, layout: Layout, understood: TableColumns, headings: list[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.understood = understood.mapping.columns
        choices = [(heading, heading) for heading in headings]
        for target in layout.targets:
            held = self.understood.get(target.field, ())
            self.fields[target.field] = SelectField(
                target.title,
                choices=choices,
                blank="Not in this file",
                required=False,
                initial=held[0] if held else "",
            )

    def columns(self) -> dict[str, tuple[str, ...]]:
        """A date whose time stands in a second column keeps that pair while its first column is unchanged."""
        chosen = {name: heading for name, heading in self.cleaned_data.items() if heading}
        return {name: self._with_its_time(name, heading) for name, heading in chosen.items()}

    def _with_its_time(self, name: str, heading: str) -> tuple[str, ...]:
        understood = self.understood.get(name, ())
        return understood if understood[:1] == (heading,) else (heading,)


WHAT = [
    ("take", "Record what is new in it. What the record says otherwise stays as it is"),
    ("skip", "Leave this row out. Where it is right, put the record right on the child’s page"),
]


class DecisionForm(GovForm):
    """Answers: `child:7`, `met:3` (the child whom row number 3 met first), `same_episode:7`, `new_child`, `take`, `skip`."""

    def __init__(self, row: ImportRow, children: list[Child], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = format_named(row.batch.format)
        whom = chosen.choices(row, chosen.facts_of(row), children) if row.facts else []
        self.fields["decision"] = RadiosField(
            "What is this row about?" if whom else "What is to become of this row?",
            choices=whom or WHAT,
            missing="Select what this row is about" if whom else "Select what is to become of this row",
        )

    def answer(self) -> tuple[str, int | None, int | None]:
        """(what was decided, the child's key, the row that met the child first)"""
        decision, _, number = self.cleaned_data["decision"].partition(":")
        if decision == "met":
            return ImportRow.THIS_CHILD, None, int(number)
        return decision, int(number) if number else None, None
