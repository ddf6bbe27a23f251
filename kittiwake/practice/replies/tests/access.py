"""Who may open the pages of replies, and a child their own."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.replies import recording
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("replies.reply"), made.by, made.at
    made["reply"] = recording.write_reply(
        made.child, heard=word, will_do=word, whom_to_ring=word, interview=made["interview"], by=by, at=at
    )
    told = Moment(at - timedelta(hours=1))
    recording.tell(made["reply"], told=told, how="in_person", told_by=word, by=by, at=at)
    recording.say_what_happened(made["reply"], promise=word, happened="yes", words=word, by=by, at=at)


def _not_their_own(person: User, made: Made) -> str:
    return "" if made.child.user_id == person.pk else "hidden"


def _more_replies(made: Made, more: int) -> None:
    """Each told and answered."""
    for number in range(more):
        by, at = made.somebody(number), made.at
        words = {"heard": "x", "will_do": "x", "whom_to_ring": "x", "interview": made["interview"]}
        reply = recording.write_reply(made.child, **words, by=by, at=at)
        recording.tell(reply, told=Moment(at), how="in_person", told_by="x", by=by, at=at)
        record.keep_words(reply.entry, text="x", said_at=at, about=recording.ANSWERED)
        recording.say_what_happened(reply, promise="x", happened="no", words="x", by=by, at=at)


def _answered_again(made: Made, more: int) -> None:
    for _ in range(more):
        record.keep_words(made["reply"].entry, text="x", said_at=made.at, about=recording.ANSWERED)


PAGES = [
    reads("replies:reply", Power.SEE, pk="reply", grows=_answered_again, at_most=12),
    reads("replies:print_reply", Power.SEE, pk="reply"),
    writes("replies:write_reply", Power.RECORD, child_pk="child"),
    writes("replies:change_reply", Power.RECORD, pk="reply"),
    writes("replies:tell", Power.RECORD, pk="reply"),
    writes("replies:say_what_happened", Power.RECORD, pk="reply"),
    writes("replies:strike_out", Power.RECORD, pk="reply"),
    lists("replies:mine", Power.READ_OWN, grows=_more_replies, at_most=11),
    writes("replies:answer", Power.READ_OWN, pk="reply", unless=_not_their_own),
]
