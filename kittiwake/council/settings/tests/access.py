"""Who may open the pages of settings. They are about no child."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import lists, open_to_all, reads, writes

AT = {"at": {"slug": "address"}}

PAGES = [
    lists("settings:settings", Power.SIGN_IN),
    lists("settings:council", Power.ADMINISTER),
    reads("settings:detail", Power.ADMINISTER, **AT),
    writes("settings:set_detail", Power.ADMINISTER, **AT),
    open_to_all("settings:colours"),
]
