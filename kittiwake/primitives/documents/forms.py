"""What a person says of the files they add. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents import rules
from kittiwake.primitives.documents.facts import DocumentFacts, Inert
from kittiwake.primitives.documents.looking import looked_at, room
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.unsuitable import Unsuitable
from kittiwake.ui.forms import (
    DateField,
    FilesField,
    GovForm,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)

ACCEPT = ("image/jpeg", "image/png", "image/webp", "image/gif", *(
    ending for each in rules.FORMATS.values() if not each.is_picture for ending in each.endings
))  # fmt: skip


class AddForm(GovForm):
    chosen = FilesField(
        "Choose the files",
        hint=f"Up to {rules.MOST_FILES} at once, {rules.MOST_BYTES // rules.MB} MB each: {rules.ACCEPTED}. "
        "A picture is kept without the place it was taken.",
        accept=ACCEPT,
        most=rules.MOST_FILES,
        missing="Select a file",
    )
    kind = RadiosField("What is it?", choices=rules.KINDS, missing="Select what it is")
    title = TextField(
        "What is it called?",
        hint="Without a title, the name of the file.",
        required=False,
        column=Document.title,
        called="What it is called",
    )
    from_on = DateField(
        "Which day is it from?",
        hint="The day it was taken, written or said.",
        required=False,
        past=True,
        called="The day it is from",
    )
    given_by = TextField(
        "Who gave it?",
        required=False,
        column=Document.given_by,
        called="Who gave it",
        hint="A person or an agency.",
    )

    def values(self) -> DocumentFacts:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "title": answers["title"],
            "from_on": answers["from_on"],
            "given_by": answers["given_by"],
        }

    @contextmanager
    def looked_at(self) -> Iterator[list[Inert]]:
        """Each file, looked at, while they are kept. What is not kept is refused beside the question."""
        try:
            with room(), looked_at(self.cleaned_data["chosen"]) as files:
                yield files
        except Unsuitable as unsuitable:
            raise Refused(unsuitable.sentence, field="chosen") from unsuitable


class AddToChildForm(AddForm):
    kept_with = SelectField(
        "What does it belong to?",
        hint="Something that was recorded, if it belongs to that.",
        blank="The child themselves",
        required=False,
    )


class StrikeOutForm(GovForm):
    reason = TextAreaField(
        "Why is it wrong?",
        hint="It stays to be seen, struck through, with who said so and why.",
        rows=3,
        column=Document.struck_out_reason,
        missing="Enter why it is wrong",
        called="The reason",
    )
