"""What a person typed about something that was done. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.duties import rules
from kittiwake.practice.duties.facts import DoneFacts
from kittiwake.practice.duties.models import Done
from kittiwake.ui.forms import GovForm, MomentField, SelectField, TextAreaField, TextField


class DoneForm(GovForm):
    kind = SelectField("What was done?", choices=rules.SAID, missing="Select what was done")
    done = MomentField("When?", missing="Enter when it was done", called="When it was done", past=True)
    who = TextField("Who did it?", required=False, column=Done.who)
    words = TextAreaField("What came of it?", required=False, rows=4)

    def values(self) -> DoneFacts:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "done": answers["done"],
            "who": answers["who"],
            "words": answers["words"],
        }
