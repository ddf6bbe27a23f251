"""What the forms of this area share."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from kittiwake.ui.forms import GovForm

MOST = 100


def decimal_of(form: GovForm, name: str, *, most: int) -> Decimal | None:
    """What was typed as a number above 0 and up to `most`; otherwise an error beside it."""
    try:
        found = Decimal(form.cleaned_data[name])
        if found.is_finite() and 0 < found <= most:
            return found
    except InvalidOperation:
        pass
    form.add_error(name, f"Enter a number above 0 and up to {most}, like 0.6")
    return None
