"""What a person chooses about an import."""

from __future__ import annotations

from typing import Any

from kittiwake.exchange.formats import FORMATS
from kittiwake.exchange.models import ImportFile, ImportRow
from kittiwake.exchange.reading.police_layout import POLICE_MISSING
from kittiwake.record.models import Child
from kittiwake.ui.forms import FileField, GovForm, RadiosField, SelectField

MOST_BYTES = 50_000_000


class ImportForm(GovForm):
    format_key = RadiosField(
        "What is in the file?",
        choices=[(one.key, one.title) for one in FORMATS.values()],
        hints={one.key: one.hint for one in FORMATS.values()},
        missing="Select what is in the file",
    )
    file = FileField(
        "Choose the file",
        hint="Excel or CSV. You look over every row before anything is recorded.",
        accept=(".csv", ".xlsx", ".txt", ".tsv"),
        max_bytes=MOST_BYTES,
        missing="Select a file",
    )


class ColumnsForm(GovForm):
    """One question a field: which column holds it."""

    mark_optional = False

    def __init__(self, file: ImportFile, headings: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = file.mapping.get("columns", {})
        choices = [(heading, heading) for heading in headings]
        for target in POLICE_MISSING.targets:
            held = kept.get(target.field, [])
            self.fields[target.field] = SelectField(
                target.title,
                choices=choices,
                blank="Not in this file",
                required=False,
                initial=held[0] if held else "",
            )

    def columns(self, file: ImportFile) -> dict[str, tuple[str, ...]]:
        """A date whose time stands in a second column keeps that pair while its first column is unchanged."""
        kept = file.mapping.get("columns", {})
        chosen = {name: heading for name, heading in self.cleaned_data.items() if heading}
        return {
            name: tuple(kept[name]) if kept.get(name, [""])[0] == heading else (heading,)
            for name, heading in chosen.items()
        }


class DecisionForm(GovForm):
    def __init__(self, row: ImportRow, children: list[Child], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (f"child:{child.pk}", f"{child.name}, {child.council_id or 'no council id'}")
            for child in children
        ]
        choices += [("new_child", "A child who is not on the record yet")] if not row.child_id else []
        choices += [("skip", "Leave this row out")]
        self.fields["decision"] = RadiosField(
            "Which child is this row about?", choices=choices, missing="Select which child this row is about"
        )

    def answer(self) -> tuple[str, int | None]:
        """(what was decided, the child's key)"""
        decision, _, pk = self.cleaned_data["decision"].partition(":")
        return decision, int(pk) if pk else None
