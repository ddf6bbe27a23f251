"""Who may open the pages of who works with a child."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access.tests.access import is_let_in
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.changes import recording as changes
from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.allocation.handovers import recording as handovers
from kittiwake.assurance.allocation.models import Away
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Membership, Worker
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """Held by a team since long ago; had two workers since, one after the other; and then nobody."""
    word, by = made.word("allocation.change"), {"by": made.by, "at": made.at}
    today = local_date(made.at)
    first, second = (_worker(made, name) for name in ("First", "Second"))
    _change(made, first, today - timedelta(days=20), "first", word)
    made["change"] = change = _change(made, second, today - timedelta(days=10), "left", word)
    note = {"matters": word, "promised": word, "watch_for": word, "version": 1}
    handovers.write_note(change, **note, **by)
    leaver = made.people["worker"].worker
    days = {"starts_on": today + timedelta(days=1), "ends_on": today + timedelta(days=5)}
    made["leaver"] = leaver.pk
    made["away"] = leaver.away.first() or be_away(
        leaver, covered_by=made.people["exploitation_worker"].worker, **days, **by
    )
    made["nobody_covers"] = _uncovered(made)
    made["side"] = "before"
    # Not all on one day: the board shows the first of each kind, and they must be children whom few may see.
    _change(made, None, today - timedelta(days=int(made.token[-2:]) // 2), "left", word)


def _uncovered(made: Made) -> Away:
    """A colleague of the leaver's, away from tomorrow."""
    home = made.people["worker"].worker.memberships.first().team
    colleague = Worker.objects.create(name="Away, and nobody covers")
    Membership.objects.create(worker=colleague, team=home, starts_on=local_date(made.at) - timedelta(days=9))
    starts_on = local_date(made.at) + timedelta(days=1)
    return be_away(colleague, starts_on=starts_on, ends_on=None, by=made.by, at=made.at)


def _worker(made: Made, name: str) -> Worker:
    team = made.team
    worker = Worker.objects.create(name=f"{name} of {team}")
    Membership.objects.create(worker=worker, team=team, starts_on=local_date(made.at) - timedelta(days=400))
    return worker


def _change(made: Made, worker: Worker | None, starts_on, reason: str, word: str):  # type: ignore[no-untyped-def]
    now = Allocation.objects.filter(child=made.child, role="lead", ends_on=None).first()
    return changes.change_worker(
        made.child, team=made.team, worker=worker, starts_on=starts_on, reason=reason, reason_words=word,
        instead_of=now.pk if now else None, by=made.by, at=made.at,
    )  # fmt: skip


def _changed_again(made: Made, more: int) -> None:
    today = local_date(made.at)
    have = made.child.allocations.filter(role="lead").count()
    for number in range(have, have + more):
        _change(made, _worker(made, f"Number {number}"), today, "caseload", "x")


def _without(made: Made, more: int) -> None:
    """Of the same team, each without a worker; every other covered by duty, each by another worker."""
    have = Child.objects.count()
    for number in range(have, have + more):
        facts = {"forenames": "x", "surname": "Matrix", "identifiers_": {"council": f"W{number}"}}
        child = record.add_child(**facts, by=made.by, at=made.at)
        worker = made.somebody(number).worker if number % 2 else None
        record.allocate(
            child, team=made.team, worker=worker, is_cover=bool(worker),
            starts_on=local_date(made.at) - timedelta(days=number % 30), by=made.by, at=made.at,
        )  # fmt: skip


def _more_workers(made: Made, more: int) -> None:
    """In the leaver's team, each away and covered by the leaver; and each child the leaver's."""
    have = Worker.objects.count()
    home = made.people["worker"].worker.memberships.first().team
    for number in range(have, have + more):
        worker = Worker.objects.create(name=f"Worker {number}")
        Membership.objects.create(worker=worker, team=home, starts_on=local_date(made.at) - timedelta(days=9))
        facts = {"forenames": "x", "surname": "Matrix", "identifiers_": {"council": f"L{number}"}}
        child = record.add_child(**facts, by=made.by, at=made.at)
        record.allocate(
            child,
            team=home,
            worker=made.people["worker"].worker,
            starts_on=local_date(made.at),
            by=made.by,
            at=made.at,
        )


PAGES = [
    lists("allocation:gaps", Power.SEE, grows=_without, at_most=12),
    lists("allocation:past_gaps", Power.SEE, grows=_without, at_most=12),
    reads("allocation:workers_of", Power.SEE, child_pk="child", grows=_changed_again, at_most=13),
    writes(
        "allocation:change_worker",
        Power.OVERSEE,
        child_pk="child",
        grows=_more_workers,
        at_most=21,
        unless=is_let_in,
    ),
    reads("allocation:change", Power.SEE, pk="change"),
    writes("allocation:write_note", Power.RECORD, pk="change"),
    writes("allocation:introduce", Power.RECORD, pk="change"),
    writes("allocation:sign", Power.RECORD, pk="change", side="side"),
    writes("allocation:strike_out", Power.OVERSEE, pk="change", unless=is_let_in),
    lists("allocation:workers", Power.APPROVE, grows=_more_workers, at_most=14),
    writes("allocation:leave", Power.OVERSEE, pk="leaver", of_a_child=False, grows=_more_workers, at_most=20),
    writes("allocation:be_away", Power.APPROVE, pk="leaver", of_a_child=False),
    writes("allocation:name_cover", Power.APPROVE, pk="nobody_covers", of_a_child=False),
    writes("allocation:be_back", Power.APPROVE, pk="away", of_a_child=False),
]
