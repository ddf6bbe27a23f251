"""What a person typed about telling somebody. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.missing.models import Notification
from kittiwake.practice.missing.notifications.facts import NotificationFacts
from kittiwake.ui.forms import GovForm, MomentField, RadiosField, TextField


class NotificationForm(GovForm):
    told = RadiosField(
        "Have they been told?",
        choices=[("yes", "Yes"), ("no", "No, and there is a reason")],
        reveals={"yes": ["told_at", "who", "how"], "no": ["not_told_reason"]},
        missing="Select whether they have been told",
    )
    told_at = MomentField(
        "When?", missing="Enter when they were told", called="When they were told", past=True
    )
    who = TextField(
        "Whom did you tell?",
        missing="Enter whom you told",
        hint="Their name, or the desk that took it.",
        column=Notification.who,
    )
    how = TextField("How?", hint="For example, by phone.", required=False, column=Notification.how)
    not_told_reason = TextField(
        "Why not?", missing="Enter why they were not told", column=Notification.not_told_reason
    )

    def values(self) -> NotificationFacts:
        answers = self.cleaned_data
        return {
            "told_at": answers["told_at"].at if answers["told_at"] else None,
            "who": answers["who"],
            "how": answers["how"],
            "not_told_reason": answers["not_told_reason"],
        }
