"""What a carer would tell the police, as it was typed. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.missing.carer_details.facts import CarerDetailsFacts
from kittiwake.practice.missing.models import CarerDetails
from kittiwake.ui.forms import GovForm, TextAreaField, TextField


class CarerDetailsForm(GovForm):
    description = TextAreaField("What do they look like?", rows=3, required=False)
    friends = TextAreaField("Friends and people they may be with", rows=3, required=False)
    places = TextAreaField("Places they may go", rows=3, required=False)
    phones = TextAreaField("Phone numbers", rows=2, required=False)
    online = TextAreaField("Accounts and names online", rows=2, required=False)
    money_and_travel = TextAreaField("Money, bank and travel cards", rows=2, required=False)
    health = TextAreaField("Health, medicine and what happens without it", rows=3, required=False)
    worries = TextAreaField("What worries you most", rows=3, required=False)
    held_by = TextField(
        "Who holds this?",
        hint="The carer or home that would hand it to the police.",
        required=False,
        column=CarerDetails.held_by,
    )

    def values(self) -> CarerDetailsFacts:
        answers = self.cleaned_data
        return {
            "description": answers["description"],
            "friends": answers["friends"],
            "places": answers["places"],
            "phones": answers["phones"],
            "online": answers["online"],
            "money_and_travel": answers["money_and_travel"],
            "health": answers["health"],
            "worries": answers["worries"],
            "held_by": answers["held_by"],
        }
