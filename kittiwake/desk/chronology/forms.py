"""Which entries to show. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.ui.forms import (
    DateField,
    GovForm,
    SelectField,
    TextField,
)


class ChronologyForm(GovForm):
    mark_optional = False
    kind = SelectField("Kind", blank="Everything", required=False)
    since = DateField("From", required=False)
    until = DateField("To", required=False)
    words = TextField("Words in the entry", required=False, max_length=100, autocomplete="off")

    def __init__(self, *given: Any, kinds: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        kind = self.fields["kind"]
        assert isinstance(kind, SelectField)
        kind.choose_from(kinds)
