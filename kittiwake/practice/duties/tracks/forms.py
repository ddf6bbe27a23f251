"""What a person typed about a child's tracks. Parse and validate; never save."""

from __future__ import annotations

from django.utils.timezone import now

from kittiwake.record import codes
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import DateField, GovForm, RadiosField


class StartTrackForm(GovForm):
    kind = RadiosField(
        "What starts?",
        choices=lambda: codes.TRACK.choices(local_date(now())),
        missing="Select what starts",
    )
    starts_on = DateField("From which day?", missing="Enter the day it starts", past=True)


class EndTrackForm(GovForm):
    ends_on = DateField(
        "From which day is it over?", missing="Enter the day from which it is over", past=True
    )
