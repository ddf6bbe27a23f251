"""Who may open the pages of alerts. Everybody was told of each child, as before they left it; the list names whom they see."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.council.alerts.models import Alert
from kittiwake.outbox.models import Message, Notice
from tests.matrix.pages import Made, lists, takes, writes

FIRST = 10_000_000  # keys of events that no test writes


def make(made: Made) -> None:
    for user in made.people.values():
        alert = _told(made, user)
    made["alert"] = alert.pk
    two_days_ago = made.at - timedelta(days=2)
    made["undelivered"] = Message.objects.create(
        letter="alerts.daily", user_id=user.pk, tries=9, made_at=two_days_ago, next_try_at=made.at
    ).pk


def _told(made: Made, user: User) -> Alert:
    number = FIRST + Notice.objects.count()
    what, child = "missing.reported", made.child.pk
    notice = Notice.objects.create(
        event_id=number,
        what=what,
        at=made.at,
        by_id=made.by.pk,
        subject_id=number,
        child_id=child,
        told_at=made.at,
    )
    return Alert.objects.create(user=user, notice_id=notice.pk, what=what, at=made.at)


def _more(made: Made, more: int) -> None:
    for _ in range(more):
        for user in made.people.values():
            _told(made, user)


PAGES = [
    lists("alerts:alerts", Power.SIGN_IN, grows=_more, at_most=12),
    takes("alerts:read", Power.SIGN_IN, pk="alert", of_a_child=False),
    writes("alerts:choices", Power.SIGN_IN),
    lists("alerts:undelivered", Power.ADMINISTER),
    writes("alerts:try_again", Power.ADMINISTER, pk="undelivered", of_a_child=False),
    writes("alerts:leave", Power.ADMINISTER, pk="undelivered", of_a_child=False),
]
