"""Who may open the pages of growing up. The child of the matrix is 15, from when a plan may be begun."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.transitions import recording
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    on, more = local_date(made.at) - timedelta(days=3), {"by": made.by, "at": made.at}

    def word(name: str) -> str:
        return made.word(f"transitions.{name}")

    made["needs_assessment"] = recording.assess(
        made.child, assessed_on=on, home=word("needs_assessment"), **more
    )
    made["pathway"] = recording.agree_pathway(
        made.child, agreed_on=on, aims=word("pathway"), took_part=True, child_words=word("pathway"), **more
    )
    made["home"] = homes.live_at(
        made.child,
        starts_on=on,
        kind="family",
        is_suitable=True,
        council_provides=False,
        words=word("home"),
        **more,
    )
    contacted = Moment(made.at - timedelta(days=2))
    made["contact"] = advisers.contact(
        made.child, contacted=contacted, adviser_name=word("contact"), how="phone", activity="work", **more
    )
    made["referral"] = adult_services.refer(
        made.child, referred_on=on, to_whom=word("referral"), needs=word("referral"), agrees=True, **more
    )
    made["staying"] = recording.stay(
        made.child, worker_name=word("staying"), agreed_on=on, agreed_by=word("staying"), **more
    )


def _in_touch_again(made: Made, more: int) -> None:
    for number in range(more):
        facts = {
            "adviser_name": "x",
            "how": "phone",
            "activity": "work",
            "by": made.somebody(number),
            "at": made.at,
        }
        advisers.contact(made.child, contacted=Moment(made.at - timedelta(days=3 + number)), **facts)


KINDS = ("needs_assessment", "pathway", "home", "contact", "referral", "staying")
FORMS = ("assess", "agree_pathway", "live_at", "make_contact", "refer", "stay")
PAGES = [
    lists("transitions:forward", Power.SEE),
    reads("transitions:transition", Power.SEE, child_pk="child", grows=_in_touch_again, at_most=16),
    *(reads(f"transitions:{kind}", Power.SEE, pk=kind) for kind in KINDS),
    *(writes(f"transitions:{form}", Power.RECORD, child_pk="child") for form in FORMS),
    writes("transitions:answer", Power.RECORD, pk="referral"),
    writes("transitions:meet", Power.RECORD, pk="referral"),
    writes("transitions:strike_out", Power.RECORD, pk="pathway"),
]
