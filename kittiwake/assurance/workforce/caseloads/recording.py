"""The only way what is agreed about caseloads is written."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events
from kittiwake.assurance.workforce.models import CaseloadRule
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable


@whole()
def agree_caseload(
    *,
    starts_on: date,
    usual: Decimal,
    protected_share: Decimal,
    weights: dict[str, float],
    source: str,
    by: User,
    at: datetime,
    most_managed: int | None = None,
) -> CaseloadRule:
    """What the council agreed, from a day on. The agreement before holds until then."""
    must_be_believable(at, starts_on=starts_on)
    with refused_by(
        workforce_caseloadrule_starts_on_key=Refused(
            "There is an agreement from that day already. Choose another day.",
            field="starts_on",
        ),
        caseload_rule_in_reach=Refused(
            "The share is more than 0 and at most 1, of a usual caseload of more than 0.",
            field="protected_share",
        ),
    ):
        agreed = CaseloadRule.objects.create(
            starts_on=starts_on,
            usual=usual,
            protected_share=protected_share,
            weights=weights,
            most_managed=most_managed,
            source=source,
            recorded_at=at,
        )
    history.write(events.CASELOAD_AGREED, agreed, by=by, at=at)
    return agreed
