"""Who may open the pages of replies, and a child their own."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts.models import User
from kittiwake.practice.replies import recording
from kittiwake.ui.dates import Moment
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("replies.reply"), made.by, made.at
    made["reply"] = recording.write_reply(
        made.child, heard=word, will_do=word, whom_to_ring=word, interview=made["interview"], by=by, at=at
    )
    told = Moment(at - timedelta(hours=1))
    recording.tell(made["reply"], told=told, how="in_person", told_by=word, by=by, at=at)


def _not_their_own(person: User, made: Made) -> str:
    return "" if made.child.user_id == person.pk else "hidden"


PAGES = [
    reads("replies:reply", "replies.see", pk="reply"),
    reads("replies:print_reply", "replies.see", pk="reply"),
    writes("replies:write_reply", "replies.record", child_pk="child"),
    writes("replies:change_reply", "replies.record", pk="reply"),
    writes("replies:tell", "replies.record", pk="reply"),
    writes("replies:strike_out", "entry.strike_out", pk="reply"),
    lists("replies:mine", "replies.own"),
    writes("replies:answer", "replies.own", pk="reply", unless=_not_their_own),
]
