"""Makes the cast in a database of its own, each of them a persona a browser can be. Run as a program by conftest."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import django
from django.utils.timezone import now

if TYPE_CHECKING:
    from kittiwake.assurance.performance.models import Report
    from kittiwake.record.models import Child
    from tests.cast import Cast


def main() -> None:
    django.setup()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.personas.recording import add_persona
    from tests.cast import make_cast

    with acting_as_system():
        cast = make_cast()
        for order, (name, user) in enumerate(cast.users.items()):
            add_persona(user, title=name, story="One of the cast.", order=order, starts_at="/")
        wren = make_young_person(cast)
        rowan_names_a_car(cast)
        linnet = an_action_that_changes_nothing(cast)
        report = a_report_to_publish(cast)
    made = {
        "ash": cast.ash.pk,
        "briar": cast.briar.pk,
        "rowan": cast.rowan.pk,
        "wren": wren.pk,
        "linnet": linnet.pk,
        "report": report.pk,
    }
    sys.stdout.write(json.dumps(made))


def a_report_to_publish(cast: Cast) -> Report:
    """Of the last quarter, written and counted: one episode, which is too few to be shown."""
    from kittiwake.assurance.performance.tests import made as reports

    reports.episode(cast, cast.ash, reports.last_quarter(now())[0])
    return reports.counted(cast, reports.written(cast, title="Children who go missing, in plain words"))


def make_young_person(cast: Cast) -> Child:
    """17, in care for two years, and 18 in a month."""
    from kittiwake.record import recording as record
    from kittiwake.time.moments import local_date
    from tests.cast import make_child

    at = now()
    adult_on = local_date(at) + timedelta(days=30)
    born_on = date(adult_on.year - 18, adult_on.month, min(adult_on.day, 28))
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    since = local_date(at) - timedelta(days=730)
    record.start_track(child, kind="in_care", starts_on=since, by=cast.system, at=at)
    return child


def rowan_names_a_car(cast: Cast) -> None:
    """An earlier return of a child in another team, and what they said of a car."""
    from kittiwake.practice.missing import recording as missing
    from kittiwake.practice.return_interviews import recording as interviews
    from kittiwake.primitives.claims import recording as claims
    from kittiwake.time.moments import Moment

    at, by = now(), cast.user("outsider")
    away, back, heard = (Moment(at - timedelta(days=days)) for days in (40, 39, 38))
    episode = missing.report_past(cast.rowan, reported=away, returned=back, by=by, at=at)
    held = {"episodes": [episode], "held": heard, "interviewer_name": by.name}
    interview = interviews.hold(cast.rowan, own_words="He has a grey Golf.", **held, by=by, at=at)
    said = {"kind": "vehicle", "wording": "His grey Golf", "number": "AB12 CDE", "link": "driven_in"}
    claims.make(interview.entry, cast.rowan, **said, by=by, at=at)


def an_action_that_changes_nothing(cast: Cast) -> Child:
    """Audited a month ago; its action is done, its owner says, and is past its day. Later they were seen."""
    from kittiwake.assurance.audits.actions import recording as doing
    from kittiwake.assurance.audits.tests import made
    from kittiwake.practice.direct_work.sessions import recording as work
    from kittiwake.time.moments import Moment
    from tests.cast import make_child

    at, by = now(), cast.workers["worker"]
    child = make_child("Linnet", "Furze", cast.north, by)
    audit = made.audited(cast, child, at=at - timedelta(days=30))
    action = made.raised(
        cast,
        audit,
        at=at - timedelta(days=30),
        what="Update the safety plan",
        difference="Linnet is home by nine",
    )
    action = made.discussed(cast, action, at - timedelta(days=28))
    doing.finish(action, evidence="The plan was updated", by=cast.user("worker"), at=at - timedelta(days=20))
    held = Moment(at - timedelta(days=2))
    work.hold(
        child,
        held=held,
        worker_name=by.name,
        worker=by,
        seen=True,
        alone=True,
        tried="Walked home",
        by=by.user,
        at=at,
    )
    return child


if __name__ == "__main__":
    main()
