"""What the page of the personal part shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from kittiwake.assurance.supervision.models import PersonalNote, Supervision


@dataclass
class PersonalPage:
    """Made only for one of the two; row-level security gives nobody else a row."""

    supervision: Supervision

    @cached_property
    def notes(self) -> list[PersonalNote]:
        notes = PersonalNote.objects.filter(supervision=self.supervision)
        return list(notes.select_related("by").order_by("-pk"))
