"""Who may open the pages of partner agencies. They are about no child."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts import recording as accounts
from kittiwake.areas.powers import Power
from kittiwake.council.agencies import recording
from kittiwake.record.models import Agency
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """An agency with one person, and a partner of whom nobody has said which agency they are of."""
    number, by = Agency.objects.count(), {"by": made.by, "at": made.at}
    agency = recording.add(name=f"Agency {number} of {made.at:%Y}", kind="health", phone="", **by)
    last_day = local_date(made.at) + timedelta(days=300)
    address = f"{{}}.{made.token.lower()}.{number}@saltmere.example"
    invited = recording.invite(
        agency, name="Kim Fell", email=address.format("kim"), what="The panel", last_day=last_day, **by
    )
    ends_at = made.at + timedelta(days=300)
    stranger = accounts.add_user(
        email=address.format("sam"), name="Sam Fell", role="partner", expires_at=ends_at, **by
    )
    made["agency"], made["invited"], made["of_no_agency"] = agency.pk, invited.pk, stranger.pk


NO_CHILD = {"of_a_child": False}

PAGES = [
    lists("agencies:agencies", Power.ADMINISTER),
    writes("agencies:add_agency", Power.ADMINISTER),
    reads("agencies:agency", Power.ADMINISTER, pk="agency", **NO_CHILD),
    writes("agencies:change_agency", Power.ADMINISTER, pk="agency", **NO_CHILD),
    writes("agencies:close_agency", Power.ADMINISTER, pk="agency", **NO_CHILD),
    writes("agencies:invite", Power.ADMINISTER, pk="agency", **NO_CHILD),
    writes("agencies:invite_again", Power.ADMINISTER, pk="invited", **NO_CHILD),
    writes("agencies:place", Power.ADMINISTER, pk="of_no_agency", **NO_CHILD),
]
