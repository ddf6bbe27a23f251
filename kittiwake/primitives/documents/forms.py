"""What a person says of the files they add. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents import rules
from kittiwake.primitives.documents.arrivals.opening import opened
from kittiwake.primitives.documents.facts import DocumentFacts, Inert
from kittiwake.primitives.documents.looking import looked_at, room
from kittiwake.primitives.documents.models import Arrival, Document
from kittiwake.primitives.documents.rules import size_in_words
from kittiwake.primitives.documents.unsuitable import Unsuitable
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    FilesField,
    GovForm,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    choose_from,
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
    arrived = CheckboxesField(
        "Files you have sent already",
        hint=f"Tick those to add. They are gone {Arrival.HOURS} hours after they were sent.",
        required=False,
        error_messages={"invalid_choice": "A file you sent is no longer here. Choose the file again"},
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

    arrivals: Mapping[str, Arrival] = {}

    def offer(self, arrivals: Iterable[Arrival]) -> None:
        """What this person sent for this child piece by piece, and has not added."""
        self.arrivals = {str(arrival.pk): arrival for arrival in arrivals}
        choices = [(key, f"{each.name} ({size_in_words(each.size)})") for key, each in self.arrivals.items()]
        choose_from(self, "arrived", choices)
        self.fields["chosen"].required = "arrived" not in self.data
        if not self.arrivals and "arrived" not in self.data:
            del self.fields["arrived"]

    @property
    def taken(self) -> list[Arrival]:
        """Of what arrived, what is to be added."""
        return [self.arrivals[key] for key in self.cleaned_data.get("arrived", [])]

    def clean(self) -> None:
        if self.errors:
            return
        files = len(self.cleaned_data["chosen"]) + len(self.taken)
        if not files:
            self.add_error("chosen", "Select a file")
        elif files > rules.MOST_FILES:
            self.add_error("chosen", f"Add {rules.MOST_FILES} files or fewer at once. You chose {files}")

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
            with (
                room(),
                opened(self.taken) as arrived,
                looked_at([*self.cleaned_data["chosen"], *arrived]) as files,
            ):
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
