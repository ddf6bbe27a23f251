"""What a person sends and says of letters. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypedDict

from django.http import QueryDict
from django.utils.safestring import SafeString

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.facts import Decision, LetterFacts, SourceFile
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.assurance.letters.reading import files
from kittiwake.assurance.letters.themes import THEMES
from kittiwake.assurance.letters.words import marked
from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents import scanning
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.recognising import called
from kittiwake.primitives.documents.unsuitable import Unsuitable
from kittiwake.ui.forms import (
    DateField,
    FileField,
    GovForm,
    HiddenField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)

LATER = "later"
NO_THEME = "No theme of these"


class AddForm(GovForm):
    mark_optional = False  # one of the two
    file = FileField(
        "Choose the file",
        hint=f"{files.KINDS[:1].upper()}{files.KINDS[1:]}, up to {files.MOST_BYTES // files.MB} MB.",
        accept=(".pdf", ".docx", ".txt"),
        max_bytes=files.MOST_BYTES,
        required=False,
    )
    text = TextAreaField(
        "Or paste its text",
        rows=10,
        required=False,
        max_length=files.MOST_CHARACTERS,
        called="The text",
    )

    def clean(self) -> None:
        if self.errors:
            return
        given = [name for name in ("file", "text") if self.cleaned_data.get(name)]
        if len(given) != 1:
            self.add_error("file", "Choose a file or paste the text" + (", not both" if given else ""))

    def read(self) -> tuple[str, SourceFile | None]:
        """The text, and the file it came in. Raises Refused with one sentence for what cannot be read."""
        upload = self.cleaned_data.get("file")
        field = "file" if upload else "text"
        try:
            if not upload:
                return files.bounded(self.cleaned_data["text"], "The text"), None
            content = upload.read()
            return files.text_of(content, upload.name), _to_keep(upload.name, upload, content)
        except Unsuitable as unsuitable:
            raise Refused(unsuitable.sentence, field=field) from unsuitable


def _to_keep(name: str, upload: Any, content: bytes) -> SourceFile | None:
    """A file in which a virus was found is refused; one that nobody could look through is read and not kept."""
    verdict = scanning.scan(upload.file)
    if verdict == Document.FOUND:
        raise Unsuitable(f"A virus was found in {called(name)}, so it was not kept. Tell whoever sent it")
    return None if verdict == Document.WAITING else SourceFile(name, files.format_of(content), content)


class CorrectForm(GovForm):
    version = VersionField()
    kind = RadiosField("What is it?", choices=rules.KINDS, missing="Select what it is")
    council = TextField(
        "Which council is it about?", missing="Enter which council it is about", column=Letter.council
    )
    visited_from = DateField("First day of the visit", required=False, past=True)
    visited_to = DateField("Last day of the visit", required=False, past=True)
    published_on = DateField(
        "Published on", hint="Leave empty if it is not published.", required=False, past=True
    )
    sections = [("Grades", [f"grade_{key}" for key, _ in rules.JUDGEMENTS])]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for key, title in rules.JUDGEMENTS:
            self.fields[f"grade_{key}"] = SelectField(
                title, choices=rules.GRADES, blank="Not graded", required=False
            )

    @staticmethod
    def initial_of(letter: Letter) -> dict[str, Any]:
        names = ("version", "kind", "council", "visited_from", "visited_to", "published_on")
        grades = {f"grade_{key}": grade for key, grade in letter.grades.items()}
        return {**{name: getattr(letter, name) for name in names}, **grades}

    def values(self) -> LetterFacts:
        given = self.cleaned_data
        grades = {key: given[f"grade_{key}"] for key, _ in rules.JUDGEMENTS if given[f"grade_{key}"]}
        return {
            "kind": given["kind"],
            "council": given["council"],
            "visited_from": given["visited_from"],
            "visited_to": given["visited_to"],
            "published_on": given["published_on"],
            "grades": grades,
        }


class ConfirmForm(GovForm):
    """A reading and a theme for each of some statements, as they stand until somebody says otherwise."""

    mark_optional = False

    def __init__(self, *args: Any, statements: Iterable[Statement], **more: Any) -> None:
        super().__init__(*args, **more)
        self.statements = list(statements)
        for statement in self.statements:
            self._ask(statement)

    def _ask(self, statement: Statement) -> None:
        said: SafeString = marked(statement.text, statement.deciding)
        self.fields[f"reading_{statement.pk}"] = RadiosField(
            said,
            choices=[*rules.READINGS, (LATER, "Later")],
            called="How it is read",
            initial=statement.reading,
            inline=True,
            small=True,
            missing="Select how it is read",
        )
        self.fields[f"theme_{statement.pk}"] = SelectField(
            "Theme", choices=THEMES, blank=NO_THEME, required=False, initial=statement.theme, size=""
        )
        self.fields[f"seen_{statement.pk}"] = HiddenField(required=False, initial=seen(statement))

    def decisions(self) -> list[Decision]:
        given = self.cleaned_data
        return [
            Decision(
                statement.pk,
                given[f"reading_{statement.pk}"],
                given[f"theme_{statement.pk}"],
                _moment(given[f"seen_{statement.pk}"]),
            )
            for statement in self.statements
            if given[f"reading_{statement.pk}"] != LATER
        ]

    def say_otherwise(self, otherwise: Iterable[Statement]) -> None:
        """Each beside its question; sent again as it is, what was typed stands, for it is known then what it replaces."""
        sent: Any = self.data
        data = sent.copy()
        for statement in otherwise:
            data[f"seen_{statement.pk}"] = seen(statement)
            self.add_error(f"reading_{statement.pk}", _otherwise(statement))
        self.data = data


def shown_in(statements: Iterable[Statement], sent: QueryDict | None) -> list[Statement]:
    """Those on the form: all of a part, or of what was sent those that it shows to have had."""
    return [each for each in statements if sent is None or f"seen_{each.pk}" in sent]


def _otherwise(statement: Statement) -> str:
    who = statement.confirmed_by.name if statement.confirmed_by else "Somebody"
    reading = dict(rules.READINGS)[statement.reading].lower()
    theme = dict(THEMES).get(statement.theme, NO_THEME.lower())
    return f"{who} said while you were looking: {reading}, {theme}. To replace that with yours, confirm again"


def seen(statement: Statement) -> str:
    return statement.confirmed_at.isoformat() if statement.confirmed_at else ""


def _moment(text: str) -> datetime | None:
    """Whatever a browser sends that is no moment was never seen, so that whoever decided is not overwritten."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


class Chosen(TypedDict):
    reading: str
    theme: str
    state: str


class StatementsForm(GovForm):
    """Which statements to show."""

    mark_optional = False
    reading = SelectField("Reading", choices=rules.READINGS, blank="Every reading", required=False)
    theme = SelectField("Theme", choices=THEMES, blank="Every theme", required=False)
    state = SelectField(
        "Confirmed",
        choices=[
            ("proposed", "Not confirmed yet"),
            ("confirmed", "Confirmed"),
            ("otherwise", "Otherwise than proposed"),
        ],
        blank="Confirmed or not",
        required=False,
    )

    @property
    def chosen(self) -> Chosen:
        """Nothing chosen, or nonsense in the address: all of them."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {
            "reading": given.get("reading", ""),
            "theme": given.get("theme", ""),
            "state": given.get("state", ""),
        }


class StrikeOutForm(GovForm):
    reason = TextAreaField(
        "Why?",
        hint="It was added by mistake, or the inspectors withdrew it. It stays to be seen, with who said so and why.",
        rows=3,
        column=Letter.struck_out_reason,
        missing="Enter why",
        called="The reason",
    )
