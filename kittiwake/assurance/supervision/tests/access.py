"""Who may open the pages of supervision. The personal part has words that two people alone may find on any page."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access import powers
from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.supervision import recording
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import ChildPart, Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.parts import recording as parts
from kittiwake.assurance.supervision.personal import recording as personal
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.measures.catalogue import links
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, lists, reads, takes, writes

WORKER, SUPERVISOR, COVER = "worker", "manager", "service_manager"
LOOK_ON = powers.SEES_EVERYONE | {Role.TEAM_MANAGER, Role.SERVICE_MANAGER}
DAY = timedelta(days=1)


def make(made: Made) -> None:
    worker, supervisor = made.people[WORKER], made.people[SUPERVISOR]
    made["supervised"] = worker.worker
    made["supervision_agreement"] = _agreed(made, worker.worker, supervisor.worker)
    made["supervisor_away"] = supervisor.worker.away.first() or be_away(
        supervisor.worker,
        starts_on=local_date(made.at),
        ends_on=None,
        covered_by=made.people[COVER].worker,
        by=made.by,
        at=made.at,
    )
    days = Supervision.objects.count() + 1
    made["supervision"] = _hold(made, worker.worker, days)
    made["child_part"] = discuss(made, made.child, made["supervision"])
    _talk_of_themselves(made, made["supervision"])


def _agreed(made: Made, worker: Worker, supervisor: Worker) -> SupervisionAgreement:
    agreement = SupervisionAgreement.objects.filter(worker=worker).first()
    starts_on = local_date(made.at) - 400 * DAY
    return agreement or agreements.agree(
        worker, supervisor=supervisor, starts_on=starts_on, by=made.by, at=made.at
    )


def _hold(made: Made, worker: Worker, days: int) -> Supervision:
    by, held = made.people[SUPERVISOR], Moment(made.at - days * DAY)
    facts = {"minutes": 95, "uninterrupted": True, "by": by, "at": made.at}
    return recording.hold(worker, supervisor=by.worker, held=held, **facts)


def discuss(made: Made, child: Child, supervision: Supervision, word: str = "") -> ChildPart:
    """Written past recording, which asks whether the two may see the child: here every child has its part."""
    word = word or made.word(parts.CHILD_PART)
    entry = record.enter(
        child,
        kind=parts.CHILD_PART,
        summary=word,
        happened_at=supervision.held_at,
        by=made.by,
        at=made.at,
    )
    words = dict.fromkeys(
        ("changed", "child_view", "risk", "reflection", "effect", "decision", "reasons"), word
    )
    part = ChildPart.objects.create(
        entry=entry,
        child=child,
        supervision=supervision,
        supervisor=supervision.supervisor,
        worker=supervision.worker,
        next_on=local_date(made.at),
        **words,
    )
    owner = supervision.supervisor
    actions.raise_action(entry, what=word, owner=owner, due_on=local_date(made.at), by=made.by, at=made.at)
    return part


def _talk_of_themselves(made: Made, supervision: Supervision) -> None:
    supervisor, worker = made.people[SUPERVISOR], made.people[WORKER]
    with acting_as(supervisor):
        word = made.word_for("supervision.personal", WORKER, SUPERVISOR)
        personal.note(supervision, topic="wellbeing", words=word, by=supervisor, at=made.at)
    with acting_as(worker):
        word = made.word_for("supervision.personal_draft", WORKER)
        personal.keep_draft(supervision, {"words": [word]}, by=worker, at=made.at)


def is_reached(person: User, made: Made) -> bool:
    named = {made.people[name].pk for name in (WORKER, SUPERVISOR, COVER)}
    return person.pk in named or person.role in LOOK_ON


def _not_theirs(person: User, made: Made) -> str:
    return "" if is_reached(person, made) else "hidden"


def _not_of_the_two(person: User, made: Made) -> str:
    if not is_reached(person, made):
        return "hidden"
    return "" if person in (made.people[WORKER], made.people[SUPERVISOR]) else "refused"


def _more_workers(made: Made, more: int) -> None:
    for number in range(more):
        worker = Worker.objects.create(name=f"Supervised {number}")
        agreement = _agreed(made, worker, made.people[SUPERVISOR].worker)
        _hold(made, agreement.worker, 20 + number)


def _more_children(made: Made, more: int) -> None:
    today = local_date(made.at)
    for number in range(more):
        child = record.add_child(forenames=f"Supervised {number}", surname="Matrix", by=made.by, at=made.at)
        record.allocate(
            child,
            team=made.team,
            worker=made["supervised"],
            starts_on=today - 300 * DAY,
            by=made.by,
            at=made.at,
        )
        if number % 2:
            discuss(made, child, made["supervision"], "x")


def _more_parts(made: Made, more: int) -> None:
    for number in range(more):
        child = record.add_child(forenames=f"Discussed {number}", surname="Matrix", by=made.by, at=made.at)
        record.allocate(
            child, team=made.team, worker=None, starts_on=local_date(made.at), by=made.by, at=made.at
        )
        discuss(made, child, made["supervision"], "x")


def _more_directions(made: Made, more: int) -> None:
    owner, due_on = made.people[WORKER].worker, local_date(made.at)
    for _ in range(more):
        actions.raise_action(
            made["child_part"].entry, what="x", owner=owner, due_on=due_on, by=made.by, at=made.at
        )


SEEN = {"of_a_child": False, "unless": _not_theirs}
THE_TWO = {"of_a_child": False, "unless": _not_of_the_two}
LINKS = len(links()) + 18  # one query for each link, however many children
PAGES = [
    lists("supervision:mine", Power.SEE, grows=_more_workers, at_most=14),
    lists("supervision:team", Power.OVERSEE_SUPERVISION, grows=_more_workers, at_most=14),
    lists("supervision:quality", Power.OVERSEE_SUPERVISION, grows=_more_parts, at_most=14),
    writes("supervision:agree", Power.LEAD),
    reads("supervision:agreement", Power.OVERSEE_SUPERVISION, pk="supervision_agreement", **SEEN),
    writes("supervision:end_agreement", Power.LEAD, pk="supervision_agreement", **SEEN),
    writes("supervision:hold_group", Power.RECORD),
    reads(
        "supervision:prepare",
        Power.RECORD,
        worker_pk="supervised",
        grows=_more_children,
        at_most=LINKS,
        **SEEN,
    ),
    writes("supervision:hold", Power.RECORD, worker_pk="supervised", **SEEN),
    reads("supervision:child_part", Power.SEE, pk="child_part", grows=_more_directions, at_most=12),
    writes("supervision:strike_out_part", Power.RECORD, pk="child_part"),
    reads(
        "supervision:supervision",
        Power.SEE,
        pk="supervision",
        grows=_more_children,
        at_most=LINKS,
        **SEEN,
    ),
    writes("supervision:write_part", Power.RECORD, pk="supervision", child_pk="child", unless=_not_theirs),
    writes("supervision:personal", Power.RECORD, pk="supervision", **THE_TWO),
    takes("supervision:personal_draft", Power.RECORD, pk="supervision", **THE_TWO),
    writes("supervision:sign", Power.RECORD, pk="supervision", **SEEN),
    writes("supervision:sample", Power.PLAN_AUDITS, pk="supervision", grows=_more_parts, at_most=14, **SEEN),
    writes("supervision:strike_out", Power.RECORD, pk="supervision", **SEEN),
]
