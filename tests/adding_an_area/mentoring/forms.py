from __future__ import annotations

from kittiwake.practice.mentoring.models import Talk
from kittiwake.practice.mentoring.recording import TalkFacts

from kittiwake.ui.forms import DateField, GovForm, TextField


class TalkForm(GovForm):
    mentor = TextField("Who is their mentor?", column=Talk.mentor)
    talked_on = DateField("When did they talk?")
    next_on = DateField("When will they talk again?", required=False)

    def values(self) -> TalkFacts:
        answers = self.cleaned_data
        return {
            "mentor": answers["mentor"],
            "talked_on": answers["talked_on"],
            "next_on": answers["next_on"],
        }
