"""What pages of letters show. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.models import Letter, LetterFile, Statement, StatementQuerySet
from kittiwake.assurance.letters.parts import Part, next_to_confirm, parts_of
from kittiwake.assurance.letters.themes import TITLES
from kittiwake.assurance.letters.words import marked
from kittiwake.ui.components import Cell, Status, SummaryRow, Task, TextLink, columns
from kittiwake.ui.dates import counted, long_date, long_moment

COLOURS = {rules.STRENGTH: "green", rules.SHORTFALL: "orange", rules.NEUTRAL: "grey"}
WORDS = dict(rules.READINGS)


def visit_in_words(letter: Letter) -> str:
    first, last = letter.visited_from, letter.visited_to
    if first and last and first != last:
        return f"{long_date(first)} to {long_date(last)}"
    return long_date(day) if (day := last or first) else "Not known"


@dataclass
class LettersPage:
    viewer: Viewer
    columns = columns("Letter", "Visited", "Overall", "Shortfalls#", "Confirmed")

    @cached_property
    def letters(self) -> list[Letter]:
        counts = {
            "said": Count("statements"),
            "confirmed": Count("statements", filter=Q(statements__confirmed_at__isnull=False)),
            "shortfalls": Count("statements", filter=Q(statements__reading=rules.SHORTFALL)),
        }
        newest = F("visited_to").desc(nulls_last=True)
        return list(Letter.objects.defer("text").annotate(**counts).order_by(newest, "-pk"))

    @property
    def rows(self) -> list[list[Cell]]:
        return [_row(letter) for letter in self.letters]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS)


def _row(letter: Letter) -> list[Cell]:
    overall = dict(rules.GRADES).get(letter.grades.get("overall", ""), "–")
    said, confirmed = letter.said, letter.confirmed  # type: ignore[attr-defined]  # counted with the question
    state: Cell = Status("Struck out", "red") if letter.is_struck_out else f"{confirmed} of {said}"
    shortfalls = str(letter.shortfalls)  # type: ignore[attr-defined]
    return [
        TextLink(str(letter), letter.get_absolute_url()),
        visit_in_words(letter),
        overall,
        shortfalls,
        state,
    ]


@dataclass
class LetterPage:
    letter: Letter
    viewer: Viewer

    @cached_property
    def statements(self) -> list[Statement]:
        return list(self.letter.statements.all())

    @cached_property
    def parts(self) -> list[Part]:
        return parts_of(self.statements)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_INSPECTIONS) and not self.letter.is_struck_out

    @property
    def facts(self) -> list[SummaryRow]:
        letter = self.letter
        published = long_date(letter.published_on) if letter.published_on else ""
        return [
            SummaryRow("Kind", letter.get_kind_display()),
            SummaryRow("Council", letter.council),
            SummaryRow("Visited", visit_in_words(letter)),
            SummaryRow("Published", published),
            SummaryRow("Added", f"{long_moment(letter.added_at)}, by {letter.added_by.name}"),
        ]

    @property
    def grades(self) -> list[SummaryRow]:
        titles = dict(rules.GRADES)
        given = [(title, self.letter.grades.get(key, "")) for key, title in rules.JUDGEMENTS]
        return [SummaryRow(title, titles[grade]) for title, grade in given if grade]

    @cached_property
    def file_name(self) -> str:
        return LetterFile.objects.filter(letter=self.letter).values_list("name", flat=True).first() or ""

    @property
    def progress(self) -> str:
        confirmed = sum(statement.is_confirmed for statement in self.statements)
        return f"{confirmed} of {counted(len(self.statements), 'statement')} confirmed"

    @property
    def points(self) -> list[tuple[str, list[str]]]:
        """Each kind of point, and what stands under it."""
        return [
            (title, texts)
            for kind, title in rules.POINTS
            if (texts := [statement.text for statement in self.statements if statement.kind == kind])
        ]

    @property
    def next_part(self) -> Part | None:
        return next_to_confirm(self.parts)

    @property
    def tasks(self) -> list[Task]:
        return [self._task(part) for part in self.parts]

    def _task(self, part: Part) -> Task:
        readings = [statement.reading for statement in part.statements]
        shortfalls = counted(readings.count(rules.SHORTFALL), "shortfall")
        hint = f"{shortfalls}, {counted(readings.count(rules.STRENGTH), 'strength')}"
        href = (
            reverse("letters:confirm_statements", args=[self.letter.pk, part.number])
            if self.may_record
            else ""
        )
        confirmed = f"{part.confirmed} of {len(part.statements)} confirmed"
        return Task(
            part.title, href, hint, Status("Confirmed") if part.is_done else Status(confirmed, "blue")
        )


@dataclass(frozen=True)
class ShownStatement:
    statement: Statement

    @property
    def said(self) -> SafeString:
        return marked(self.statement.text, self.statement.deciding)

    @property
    def tags(self) -> list[Status]:
        statement = self.statement
        tags = [Status(WORDS[statement.reading], COLOURS[statement.reading])]
        if statement.kind != rules.SENTENCE:
            tags.append(Status(statement.get_kind_display(), "purple"))
        return tags

    @property
    def about(self) -> str:
        statement = self.statement
        theme = TITLES.get(statement.theme, "No theme")
        if statement.confirmed_at is None or statement.confirmed_by is None:
            return f"{theme} · proposed, not confirmed yet"
        by = f"{theme} · confirmed by {statement.confirmed_by.name}, {long_date(statement.confirmed_at)}"
        if statement.reading == statement.proposed_reading:
            return by
        return f"{by}; the rules had proposed: {WORDS[statement.proposed_reading].lower()}"


def wanted(letter: Letter, *, reading: str = "", theme: str = "", state: str = "") -> StatementQuerySet:
    """The statements of a letter that a filter asks for, in their order."""
    statements = Statement.objects.filter(letter=letter).select_related("confirmed_by").order_by("ordinal")
    if reading:
        statements = statements.filter(reading=reading)
    if theme:
        statements = statements.filter(theme=theme)
    if state == "proposed":
        return statements.unconfirmed()
    if state == "confirmed":
        return statements.confirmed()
    if state == "otherwise":
        return statements.confirmed().exclude(reading=F("proposed_reading"))
    return statements


def by_section(statements: Sequence[Statement]) -> list[tuple[str, ShownStatement]]:
    """Each with the section that begins with it, or nothing."""
    before = [None, *(statement.section for statement in statements)]
    return [
        (statement.section if statement.section != section else "", ShownStatement(statement))
        for section, statement in zip(before, statements, strict=False)
    ]
