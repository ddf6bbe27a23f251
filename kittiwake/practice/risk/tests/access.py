"""Who may open the pages of risk."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.contexts import recording as contexts
from kittiwake.practice.risk.models import Context, PresentingRisk, RiskAssessment
from kittiwake.practice.risk.presenting import recording
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record.models import Worker
from tests.cast import make_child
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    why = made.word("risk.presenting_risk")
    made["risk"] = recording.open_risk(
        made.child, domain="county_lines", level="moderate", why=why, by=made.by, at=made.at
    )
    made["assessment"] = _assess(made, made.word("risk.assessment"), made.at)
    marker = Worker.objects.get(user=made.people["manager"])
    made["second"] = assessing.ask_second_mark(made["assessment"], marker=marker, by=made.by, at=made.at)
    made["context"] = _context(made)


def _assess(made: Made, word: str, at: datetime) -> RiskAssessment:
    instrument, before = library.latest(rules.FULL_ASSESSMENT), assessing.latest(made.child, "assessment")
    return assessing.assess(
        made.child, instrument=instrument, answers=quiet(instrument), judged="none",
        following=before.pk if before else 0, child_view=word, past=word, changed=word, analysis=word,
        by=made.by, at=at,
    )  # fmt: skip


def _context(made: Made) -> Context:
    """One for everybody: it is about no child."""
    pier = Context.objects.filter(kind="place", name="The pier").first()
    return pier or contexts.open_context(kind="place", name="The pier", by=made.by, at=made.at)


def _more_assessments(made: Made, more: int) -> None:
    for number in range(more):
        before = assessing.latest(made.child, "assessment")
        since = before.entry.happened_at if before else made.at
        _assess(made, "x", since + timedelta(minutes=number + 1))


def _more_of_the_first_version(made: Made, more: int) -> None:
    """Of children of the same team, each with harm that is happening now."""
    for _ in range(more):
        child = make_child(f"Child {RiskAssessment.objects.count()}", "Moss", made.team, None)
        first = library.instrument(rules.FULL_ASSESSMENT, 1)
        assessing.assess(
            child, instrument=first, answers=quiet(first, sexual_harm="current"), judged="emerging",
            child_view="x", past="x", analysis="x", by=made.by, at=made.at,
        )  # fmt: skip


def _more_contexts(made: Made, more: int) -> None:
    for number in range(Context.objects.count(), Context.objects.count() + more):
        place = contexts.open_context(kind="place", name=f"Place {number}", by=made.by, at=made.at)
        _look_at(place, made, number)


def _more_looks(made: Made, more: int) -> None:
    for number in range(more):
        _look_at(made["context"], made, number)


def _look_at(place: Context, made: Made, number: int) -> None:
    instrument = library.latest("place_context")
    answers, by = quiet(instrument), made.somebody(number)
    contexts.assess_context(
        place, instrument=instrument, answers=answers, judged="universal", by=by, at=made.at
    )


def _not_the_marker(person: User, made: Made) -> str:
    return "" if person.pk == made.people["manager"].pk else "hidden"


def _more_risks(made: Made, more: int) -> None:
    """Of every kind at once; then those again, what stood before being closed."""
    for number in range(more):
        by, domain = made.somebody(number), rules.DOMAINS[number % len(rules.DOMAINS)][0]
        for standing in PresentingRisk.objects.filter(child=made.child, domain=domain, is_counted=True):
            recording.close_risk(standing, reason="x", by=by, at=made.at)
        recording.open_risk(made.child, domain=domain, level="moderate", why="x", by=by, at=made.at)


def _judged_again(made: Made, more: int) -> None:
    for number in range(more):
        by, level = made.somebody(number), rules.LEVELS[number % len(rules.LEVELS)][0]
        recording.move_risk(made["risk"], level=level, words="x", by=by, at=made.at)


PAGES = [
    reads("risk:risks", Power.SEE, child_pk="child", grows=_more_risks, at_most=12),
    reads("risk:presenting_risk", Power.SEE, pk="risk", grows=_judged_again, at_most=12),
    writes("risk:open_risk", Power.RECORD, child_pk="child"),
    writes("risk:move_risk", Power.RECORD, pk="risk"),
    writes("risk:close_risk", Power.RECORD, pk="risk"),
    writes("risk:strike_out", Power.RECORD, pk="risk"),
    reads("risk:assessments", Power.SEE, child_pk="child", grows=_more_assessments, at_most=12),
    reads("risk:assessment", Power.SEE, pk="assessment"),
    writes("risk:assess", Power.RECORD, child_pk="child", at={"purpose": "assessment"}),
    writes("risk:settle", Power.RECORD, pk="assessment"),
    writes("risk:ask_second_mark", Power.RECORD, pk="assessment"),
    writes("risk:mark", Power.RECORD, pk="second", unless=_not_the_marker),
    writes("risk:strike_out_assessment", Power.RECORD, pk="assessment"),
    lists("risk:earlier_version", Power.SEE, grows=_more_of_the_first_version, at_most=12),
    lists("risk:agreement", Power.OPEN_FIGURES, grows=_more_assessments, at_most=12),
    lists("risk:contexts", Power.SEE, grows=_more_contexts, at_most=8),
    writes("risk:open_context", Power.RECORD),
    reads("risk:context", Power.SEE, pk="context", of_a_child=False, grows=_more_looks, at_most=12),
    writes("risk:assess_context", Power.RECORD, pk="context", of_a_child=False),
]
