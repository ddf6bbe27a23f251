"""What a person typed about two accounts. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.primitives.claims import rules
from kittiwake.primitives.claims.models import EchoDecision
from kittiwake.ui.forms import (
    GovForm,
    RadiosField,
    TextAreaField,
)


class EchoForm(GovForm):
    verdict = RadiosField(
        "Do both speak of the same?", choices=rules.VERDICTS, missing="Select whether both speak of the same"
    )
    reason = TextAreaField("What makes you think so?", rows=3, required=False, column=EchoDecision.reason)


class AskForm(GovForm):
    """Of somebody who may see only one of the two accounts."""

    reason = TextAreaField(
        "Why may it be the same?",
        hint="Whoever may see both accounts reads this, and decides.",
        rows=3,
        missing="Enter why it may be the same",
        column=EchoDecision.reason,
    )
