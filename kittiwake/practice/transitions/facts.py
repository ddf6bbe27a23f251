"""What is on the record about each young person's way into adulthood, for many at once. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.models import AdultReferral, NeedsAssessment, Pathway, Staying
from kittiwake.primitives.measures.links import See
from kittiwake.record.codes.tracks import Span, birthday
from kittiwake.record.models import Allocation, Child, Track

# Risks that make adult services' answer matter before 18, whether or not the child was ever in care.
EXPLOITATION = [
    "sexual_exploitation",
    "criminal_exploitation",
    "county_lines",
    "serious_violence",
    "trafficking",
    "financial_exploitation",
    "home_takeover",
]


def whom_it_concerns(see: See, today: date) -> Any:
    """Young people from 15 to 24 who are or were in care, or are exploited. One query."""
    try:
        oldest = today.replace(year=today.year - rules.UNTIL)
        youngest = today.replace(year=today.year - rules.EARLIEST)
    except ValueError:  # 29 February
        oldest = date(today.year - rules.UNTIL, 3, 1)
        youngest = date(today.year - rules.EARLIEST, 2, 28)
    in_care = Track.objects.filter(kind__in=["in_care", "care_leaver"]).values("child_id")
    exploited = PresentingRisk.objects.standing().filter(domain__in=EXPLOITATION).values("child_id")
    born = see(Child).filter(
        born_on__gt=oldest, born_on__lte=youngest, birth_is="known", withdrawn_at=None, died_on=None
    )
    return born.filter(Q(pk__in=in_care) | Q(pk__in=exploited))


def facts_of(children: Iterable[Child], see: See, today: date) -> dict[int, rules.Facts]:
    """Seven queries, however many young people."""
    born = {child.pk: child.born_on for child in children if child.born_on}
    care: dict[int, list[Span]] = defaultdict(list)
    for track in Track.objects.filter(child__in=born, kind="in_care"):
        care[track.child_id].append(Span(track.kind, track.starts_on, track.ends_on))
    exploited = set(
        _standing(see(PresentingRisk))
        .filter(child__in=born, domain__in=EXPLOITATION)
        .values_list("child_id", flat=True)
    )
    assessed = _first(see(NeedsAssessment), born, "assessed_on")
    planned = _first(see(Pathway), born, "agreed_on")
    advisers: dict[int, date] = {}
    for one in Allocation.objects.on(today).filter(
        child__in=born, role="personal_adviser", worker__isnull=False
    ):
        advisers[one.child_id] = one.starts_on
    asked: dict[int, AdultReferral] = {
        one.child_id: one
        for one in _standing(see(AdultReferral)).filter(child__in=born).order_by("referred_on")
    }
    stays = {
        one.child_id: one.agreed_on
        for one in _standing(see(Staying)).filter(child__in=born)
        if one.goes_on(today)
    }
    found = {}
    for pk, born_on in born.items():
        referral = asked.get(pk)
        met = referral.met_on if referral else None
        found[pk] = rules.Facts(
            born_on=born_on,
            care=care.get(pk, []),
            is_exploited=pk in exploited,
            assessed_on=assessed.get(pk),
            plan_on=planned.get(pk),
            adviser_since=advisers.get(pk),
            referred_on=referral.referred_on if referral else None,
            answered_on=referral.answered_on if referral else None,
            stays_or_met_on=stays.get(pk) or met,
        )
    return found


def _standing(rows: Any) -> Any:
    return rows.standing()


def _first(rows: Any, born: dict[int, date], day: str) -> dict[int, date]:
    found: dict[int, date] = {}
    for child_id, on in (
        rows.standing().filter(child__in=born).order_by(f"-{day}").values_list("child_id", day)
    ):
        found[child_id] = on
    return found


def turned_eighteen(facts: rules.Facts) -> date:
    return birthday(facts.born_on, rules.ADULT)
