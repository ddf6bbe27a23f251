"""Who may open the pages of rounds. Everybody was asked, so everybody may answer, and see what came of it: they are about no child."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.assurance.feedback import ballots, questions
from kittiwake.assurance.feedback.models import Asked, Box, Done, Remark, Round
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, open_to_all, reads, writes

TWO_WEEKS = timedelta(days=14)


def make(made: Made) -> None:
    made["round"] = _over(made)
    made["remark"] = Remark.objects.create(round=made["round"], words="Fewer forms")
    Done.objects.create(round=made["round"], words="Two more workers", by=made.by, at=made.at)
    made["open"] = _round(made, questions.CHILDREN, opened_at=made.at)
    Box.objects.create(round=made["open"], sealed=ballots.empty(made["open"].pk))


def _over(made: Made) -> Round:
    counts = {"closed_at": made.at, "asked": 20, "answered": 12, "is_kept": True}
    return _round(made, questions.WORKERS, opened_at=made.at - TWO_WEEKS, **counts)


def _round(made: Made, questionnaire: str, **facts: object) -> Round:
    today = local_date(made.at)
    days = {"opens_on": today - TWO_WEEKS, "closes_on": today}
    round_ = Round.objects.create(
        questionnaire=questionnaire, version=1, why="x", asked_by=made.by, asked_at=made.at, **days, **facts
    )
    Asked.objects.bulk_create(Asked(round=round_, user=user) for user in made.people.values())
    return round_


def _more_rounds(made: Made, more: int) -> None:
    for _ in range(more):
        _over(made)


def _more_done(made: Made, more: int) -> None:
    for number in range(more):
        Done.objects.create(round=made["round"], words="x", by=made.somebody(number), at=made.at)


def _more_remarks(made: Made, more: int) -> None:
    for _ in range(more):
        Remark.objects.create(round=made["round"], words="x")


NO_CHILD = {"of_a_child": False}
PAGES = [
    lists("feedback:rounds", Power.SIGN_IN, grows=_more_rounds, at_most=10),
    reads("feedback:round", Power.SIGN_IN, pk="round", grows=_more_done, at_most=20, **NO_CHILD),
    writes("feedback:answer", Power.SIGN_IN, pk="open", **NO_CHILD),
    writes("feedback:ask", Power.ASK_PEOPLE),
    writes("feedback:call_off", Power.ASK_PEOPLE, pk="open", **NO_CHILD),
    reads("feedback:remarks", Power.ASK_PEOPLE, pk="round", grows=_more_remarks, at_most=10, **NO_CHILD),
    writes("feedback:hide_remark", Power.ASK_PEOPLE, pk="remark", **NO_CHILD),
    writes("feedback:say_what_was_done", Power.ASK_PEOPLE, pk="round", **NO_CHILD),
    writes("feedback:print_slips", Power.ASK_PEOPLE, pk="open", **NO_CHILD),
    open_to_all("feedback:enter"),
    open_to_all("feedback:say"),
    open_to_all("feedback:thanks"),
]
