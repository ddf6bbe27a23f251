"""What a person typed where there is no interview, or none yet. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.not_held.facts import NotHeldFacts
from kittiwake.ui.forms import DateField, GovForm, RadiosField, TextAreaField


class NotHeldForm(GovForm):
    reason = RadiosField(
        "Why is there no interview, or not yet?", choices=rules.NOT_HELD, missing="Select why", small=True
    )
    words = TextAreaField(
        "What was tried?",
        hint="An interview is owed after every return. If the child said no, record it as an offer instead.",
        missing="Enter what was tried",
    )
    until_on = DateField(
        "From which day can they be asked?",
        hint="If they are in hospital or in custody, or we were told late: the interview is put off to that day, and owed "
        "from then on. Otherwise leave it empty.",
        called="The day",
        required=False,
    )

    def values(self) -> NotHeldFacts:
        answers = self.cleaned_data
        return {"reason": answers["reason"], "words": answers["words"], "until_on": answers["until_on"]}
