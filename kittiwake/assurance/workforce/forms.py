"""What the forms of this area share."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from kittiwake.ui.forms import GovForm

LARGEST = 100


def decimal_of(form: GovForm, name: str, *, maximum: int) -> Decimal | None:
    """What was typed as a number above 0 and up to `maximum`; otherwise an error beside it."""
    try:
        number = Decimal(form.cleaned_data[name])
        if number.is_finite() and 0 < number <= maximum:
            return number
    except InvalidOperation:
        pass
    form.add_error(name, f"Enter a number above 0 and up to {maximum}, like 0.6")
    return None
