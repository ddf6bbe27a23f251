"""What somebody says of work that has been late for long. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kittiwake.primitives.shared_pages.my_work import Item
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    GovForm,
    ModelSelectField,
    RadiosField,
    TextAreaField,
)

SAY_WHY, HAND_OVER = "why", "hand_over"
WAYS = [
    (SAY_WHY, "Say why it is late, and by when you will do it"),
    (HAND_OVER, "Give it to somebody else (actions only)"),
]


class LateWorkForm(GovForm):
    late = CheckboxesField("Which of these?", small=True, missing="Select what this is about")
    do = RadiosField(
        "What do you want to do?",
        choices=WAYS,
        reveals={SAY_WHY: ["why", "by_on"], HAND_OVER: ["owner"]},
        missing="Select what you want to do",
    )
    why = TextAreaField(
        "Why is it late?",
        hint="It stays late on the record. Whoever reads it there sees what you say here.",
        rows=3,
        max_length=500,
        missing="Enter why it is late",
        called="Why it is late",
    )
    by_on = DateField(
        "By when will you do it?", future=True, missing="Enter by when you will do it", called="By when"
    )
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")

    def __init__(self, *args: Any, late: Sequence[Item], workers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        which, owner = self.fields["late"], self.fields["owner"]
        assert isinstance(which, CheckboxesField)
        assert isinstance(owner, ModelSelectField)
        which.choices = [(item.key, _said(item)) for item in late]
        owner.queryset = workers

    def chosen(self, prefix: str) -> list[int]:
        """The keys of the clocks, or of the actions, among what was selected."""
        keys = self.cleaned_data["late"]
        return [int(key.removeprefix(prefix)) for key in keys if key.startswith(prefix)]


def _said(item: Item) -> str:
    return f"{item.child.name}: {item.title[:1].lower()}{item.title[1:]}. {item.hint}"
