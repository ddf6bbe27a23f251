"""What a person typed about an offer. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.forms import AboutEpisodes
from kittiwake.practice.return_interviews.models import Offer
from kittiwake.practice.return_interviews.offers.facts import OfferFacts
from kittiwake.ui.forms import MomentField, RadiosField, TextAreaField, TextField


class OfferForm(AboutEpisodes):
    sections = [
        ("The offer", ["episodes", "offered", "offered_by", "how", "to_whom"]),
        ("What they said", ["answer", "child_words", "why"]),
        ("Whom they would talk to", ["chosen_interviewer", "chosen_why"]),
    ]
    offered = MomentField(
        "When was it offered?", missing="Enter when it was offered", called="When it was offered", past=True
    )
    offered_by = TextField("Who offered it?", missing="Enter who offered it", column=Offer.offered_by)
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how it was offered", small=True)
    to_whom = TextField("Whom did you speak to, if not the child?", required=False, column=Offer.to_whom)
    answer = RadiosField(
        "What was the answer?", choices=rules.ANSWERS, missing="Select the answer", small=True
    )
    child_words = TextAreaField("What did the child say, in their own words?", rows=3, required=False)
    why = TextAreaField("What do you know about why?", rows=3, required=False)
    chosen_interviewer = TextField(
        "Did they choose somebody to talk to?",
        hint="They may choose anybody they trust who is independent of where they live.",
        required=False,
        column=Offer.chosen_interviewer,
    )
    chosen_why = TextField("Why them?", required=False, column=Offer.chosen_why)

    def values(self) -> OfferFacts:
        answers = self.cleaned_data
        return {
            "episodes": answers["episodes"],
            "offered": answers["offered"],
            "offered_by": answers["offered_by"],
            "how": answers["how"],
            "to_whom": answers["to_whom"],
            "answer": answers["answer"],
            "child_words": answers["child_words"],
            "why": answers["why"],
            "chosen_interviewer": answers["chosen_interviewer"],
            "chosen_why": answers["chosen_why"],
        }
