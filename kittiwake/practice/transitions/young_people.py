"""What is on the record about each young person's way into adulthood, for many at once. Reads only."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.rules import EXPLOITATION
from kittiwake.practice.transitions import rules, settings
from kittiwake.practice.transitions.entitlement.rules import ADULT, UNTIL
from kittiwake.practice.transitions.models import AdultReferral, NeedsAssessment, Pathway, Staying
from kittiwake.primitives.measures.links import See
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.record.ages import birthday, born_by
from kittiwake.record.codes.tracks import Span
from kittiwake.record.models import Allocation, Child, Track

# Risks that make adult services' answer matter before 18, whether or not the child was ever in care.
EVER_IN_CARE = ["in_care", "care_leaver"]


def whom_it_concerns(see: See, today: date) -> list[Any]:
    """Young people from 15 to 24 who are or were in care, or are exploited. As `with_facts`: two queries as well."""
    children = _concerned(see, today, born_by(today, UNTIL), born_by(today, rules.EARLIEST))
    care: dict[int, list[Track]] = defaultdict(list)
    for track in _in_care([child.pk for child in children]):
        care[track.child_id].append(track)
    for child in children:
        child.care = care[child.pk]
    return children


@kept
def _concerned(see: See, today: date, too_old: date, old_enough: date) -> QuerySet[Any]:
    known = see(Child).filter(birth_is="known", withdrawn_at=None, died_on=None)
    young = known.filter(born_on__gt=too_old, born_on__lte=old_enough)
    in_care = Track.objects.filter(kind__in=EVER_IN_CARE).values("child_id")
    return _annotated(young, today).filter(Q(pk__in=in_care) | Q(is_exploited=True))


@kept
def _in_care(children: list[int]) -> QuerySet[Track]:
    return Track.objects.filter(Among("child_id", children), kind="in_care")


def with_facts(children: QuerySet[Child], today: date) -> QuerySet[Any]:
    """Each with what `facts_of` needs: two queries, however many young people."""
    care = Prefetch("tracks", Track.objects.filter(kind="in_care"), to_attr="care")
    return _annotated(children, today).prefetch_related(care)


def _annotated(children: QuerySet[Child], today: date) -> QuerySet[Any]:
    theirs = {"child": OuterRef("pk"), "entry__struck_out_at": None}
    asked = AdultReferral.objects.filter(**theirs).order_by("-referred_on", "-pk")
    stays = Staying.objects.filter(Q(until_on=None) | Q(until_on__gt=today), **theirs).order_by("-agreed_on")
    adviser = Allocation.objects.on(today).filter(
        child=OuterRef("pk"), role="personal_adviser", worker__isnull=False
    )
    exploited = PresentingRisk.objects.standing().filter(child=OuterRef("pk"), domain__in=EXPLOITATION)
    return children.annotate(
        is_exploited=Exists(exploited),
        assessed_on=_first(NeedsAssessment.objects.filter(**theirs), "assessed_on"),
        plan_on=_first(Pathway.objects.filter(**theirs), "agreed_on"),
        adviser_since=_first(adviser, "starts_on"),
        referred_on=Subquery(asked.values("referred_on")[:1]),
        answered_on=Subquery(asked.values("answered_on")[:1]),
        met_on=Subquery(asked.values("met_on")[:1]),
        stays_on=Subquery(stays.values("agreed_on")[:1]),
    )


def _first(rows: Any, day: str) -> Subquery:
    return Subquery(rows.order_by(F(day)).values(day)[:1])


def facts_of(child: Any) -> rules.Facts:
    """Of a child that was read `with_facts`, and whose date of birth is known."""
    return rules.Facts(
        born_on=child.born_on,
        care=[Span(span.kind, span.starts_on, span.ends_on) for span in child.care],
        is_exploited=child.is_exploited,
        assessed_on=child.assessed_on,
        plan_on=child.plan_on,
        adviser_since=child.adviser_since,
        referred_on=child.referred_on,
        answered_on=child.answered_on,
        stays_or_met_on=child.stays_on or child.met_on,
        ask_by=settings.asked_by(child.born_on),
    )


def turned_eighteen(facts: rules.Facts) -> date:
    return birthday(facts.born_on, ADULT)
