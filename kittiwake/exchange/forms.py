"""What a person chooses about an import."""

from __future__ import annotations

from typing import Any

from kittiwake.exchange.formats.police_missing.facts import moments_of
from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING
from kittiwake.exchange.formats_old import FORMATS
from kittiwake.exchange.models import ImportFile, ImportRow
from kittiwake.exchange.proposal import read_instant
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_moment
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
        hint="Excel, CSV, or XML for a census. You look over every row before anything is recorded.",
        accept=(".csv", ".xlsx", ".txt", ".tsv", ".xml"),
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
    """Answers: `child:7`, `met:3` (the child whom row number 3 met first), `same_episode:7`, `new_child`, `take`, `skip`."""

    def __init__(self, row: ImportRow, children: list[Child], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        about_a_child = row.batch.format == "police-missing" and "differs" not in row.facts
        choices = self._who(children) if about_a_child else self._what()
        self.fields["decision"] = RadiosField(
            "What is this row about?" if about_a_child else "What is to become of this row?",
            choices=choices,
            missing="Select what this row is about"
            if about_a_child
            else "Select what is to become of this row",
        )

    def _who(self, children: list[Child]) -> list[tuple[str, str]]:
        facts, is_settled = self.row.facts, bool(self.row.child_id)
        choices = [choice for child in children for choice in self._about(child)]
        choices += [(f"met:{number}", f"The child in {shown}") for number, shown in facts.get("met", [])]
        if facts.get("overlaps") and not children:
            choices.append(
                ("same_episode", "The same absence as in the earlier row: add this as a report of it")
            )
        if not is_settled and not facts.get("overlaps"):
            choices.append(("new_child", "A child who is not on the record yet"))
        return [*choices, ("skip", "Leave this row out")]

    def _what(self) -> list[tuple[str, str]]:
        return [
            ("take", "Record what is new in it. What the record says otherwise stays as it is"),
            ("skip", "Leave this row out. Where it is right, put the record right on the child’s page"),
        ]

    def _about(self, child: Child) -> list[tuple[str, str]]:
        """The child with a new absence; or with one that is on the record (or earlier in the file), where one overlaps."""
        name = f"{child.name}, {child.council_id or 'no council id'}"
        if self.row.facts.get("is_shared"):
            return [(f"child:{child.pk}", name)]
        episode = Episode.objects.filter(child=child).overlapping(moments_of(self.row.facts)).first()
        since = episode.started_at if episode else read_instant(self.row.facts.get("overlaps"))
        if since is None:
            return [(f"child:{child.pk}", name)]
        same = f"{name}: the same absence as since {long_moment(since)}. Add this as a report of it"
        return [(f"same_episode:{child.pk}", same)]

    def answer(self) -> tuple[str, int | None, int | None]:
        """(what was decided, the child's key, the row that met the child first)"""
        decision, _, number = self.cleaned_data["decision"].partition(":")
        if decision == "met":
            return ImportRow.THIS_CHILD, None, int(number)
        return decision, int(number) if number else None, None
