"""The only way a detail of the council is set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.council.settings import events, queries
from kittiwake.council.settings.details import CODE, NAME, Detail
from kittiwake.council.settings.models import CouncilDetail
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Agency
from kittiwake.record.recording import teams
from kittiwake.time.moments import local_date

SOMEBODY_ELSE = "Somebody else has just changed this. Look at it again before you change it."
ONCE_IN_THE_ENVIRONMENT = {"KITTIWAKE_COUNCIL_NAME": NAME, "KITTIWAKE_LA_CODE": CODE}


@whole()
def set_detail(
    detail: Detail, *, value: str, effective_from: date, why: str, version: int, by: User, at: datetime
) -> CouncilDetail:
    """From that day on it is so. What was printed or decided before stays as it was.

    `version` is how many changes there were when it was read. Refuses what cannot be such a detail, a day that has passed,
    no reason, no change, and a second person who had not seen the first's.
    """
    must_be_believable(at, effective_from=effective_from)
    value, why = detail.tidied(value), why.strip()
    _refuse(detail, value, effective_from, why, at)
    queries.forget()
    if version != len(queries.changes().get(detail.key, ())):
        raise Refused(SOMEBODY_ELSE)
    before = queries.value_on(detail, effective_from)
    if value == before and queries.row_on(detail, effective_from):
        raise Refused("It is that on this day already.", field="value")
    with refused_by(council_detail_one_after_another=Refused(SOMEBODY_ELSE)):
        row = CouncilDetail.objects.create(
            key=detail.key, number=version + 1, value=value, effective_from=effective_from, why=why, at=at, by=by
        )  # fmt: skip
    queries.forget()
    try:
        name_agency(at)
    finally:
        queries.forget()  # of what is refused nothing is kept
    changes = {detail.title: (before, f"{value} from {effective_from.isoformat()}")}
    history.write(events.DETAIL_SET, row, by=by, at=at, changes=changes)
    return row


@whole()
def name_agency(at: datetime) -> None:
    """The agency that the council's own teams belong to is called as the council is today. Refuses another agency's name."""
    named = queries.row_on(NAME, local_date(at))
    agency = Agency.objects.filter(kind="council").order_by("pk").first()
    if named and (agency is None or agency.name != named.value):
        teams.name_council(agency, named.value)


def take_over(environment: Mapping[str, str], *, by: User, at: datetime) -> list[str]:
    """What stood in the environment of the machine before there were settings, once: a sentence for each."""
    return [
        said
        for variable, detail in ONCE_IN_THE_ENVIRONMENT.items()
        if (value := environment.get(variable, "")) and (said := _take_over(variable, detail, value, by, at))
    ]


def _take_over(variable: str, detail: Detail, value: str, by: User, at: datetime) -> str:
    if queries.changes().get(detail.key):
        return ""
    why, today = f"As {variable} said on the machine", local_date(at)
    try:
        set_detail(detail, value=value, effective_from=today, why=why, version=0, by=by, at=at)
    except Refused as refused:
        return f"{variable} was not taken over: {refused} Set it on the page “Settings”."
    return f"{variable} is “{value}” in the settings now and is read no more: take it away."


def _refuse(detail: Detail, value: str, effective_from: date, why: str, at: datetime) -> None:
    if wrong := detail.wrong(value):
        raise Refused(wrong, field="value")
    if effective_from < local_date(at):
        raise Refused(
            "Choose today or a later day. What was shown and decided before stays as it was.",
            field="effective_from",
        )
    if not why:
        raise Refused("Say why it changes.", field="why")
