"""What is owed from 16 to 25: the assessment and the plan, its reviews, the adviser's visits, asking adult services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.practice.duties.rules import NEEDS_ASSESSMENT as ASSESSED
from kittiwake.practice.duties.rules import PATHWAY, REVIEW_IN_CARE
from kittiwake.practice.risk.duties import risks_of
from kittiwake.practice.risk.rules import EXPLOITATION
from kittiwake.practice.transitions import rules, settings
from kittiwake.practice.transitions.entitlement.rules import UNTIL, eligible_from
from kittiwake.practice.transitions.models import AdultReferral, Contact, Home, NeedsAssessment, Pathway
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.record.ages import birthday
from kittiwake.record.codes.tracks import Span
from kittiwake.time.moments import start_of

STANDARDS = (
    rules.NEEDS,
    rules.PATHWAY_PLAN,
    rules.REVIEW,
    rules.REVIEW_AFTER_MOVE,
    rules.FIRST_VISIT,
    rules.VISIT_BEFORE_REVIEW,
    rules.VISIT,
    rules.CONTACT,
    rules.ADULT_SERVICES,
)
VISITED, IN_TOUCH, ASKED = "visit_home", "adviser_contact", "adult_referral"
MOVED, OVER = "They live somewhere else", "They are 25"
NO_LONGER = "Nobody thinks any longer that they are exploited"
LEAVER_ENDED = "They are no longer on the care leaver track"


def acts(facts: Facts) -> dict[str, list[Act]]:
    needs = facts.rows(NeedsAssessment.objects.standing)
    pathways = facts.rows(Pathway.objects.standing)
    referrals = facts.rows(AdultReferral.objects.standing)
    contacts = [contact for contact in facts.rows(Contact.objects.standing) if contact.in_touch]
    return {
        ASSESSED: [Act(start_of(assessment.assessed_on), assessment.pk) for assessment in needs],
        PATHWAY: [Act(start_of(pathway.agreed_on), pathway.pk) for pathway in pathways],
        ASKED: [Act(start_of(referral.referred_on), referral.pk) for referral in referrals],
        IN_TOUCH: [Act(contact.at, contact.pk, contact.time_known) for contact in contacts],
        VISITED: [
            Act(contact.at, contact.pk, contact.time_known) for contact in contacts if contact.how == "visit"
        ],
    }


def asked(facts: Facts) -> Iterator[Duty]:
    born_on = facts.born_on()
    if born_on is None:
        return
    over_at = start_of(birthday(born_on, UNTIL))
    yield from _eligible(facts, over_at)
    yield from _reviews(facts, over_at)
    yield from _homes(facts, over_at)
    yield from _contacts(facts, over_at)
    yield from _adult_services(facts, over_at)


def _eligible(facts: Facts, over_at: datetime) -> Iterator[Duty]:
    """From the day they were 16 and had been in care long enough; on the line of the time in care that made them so."""
    born_on, care = facts.born_on(), facts.stretches("in_care", "")
    assert born_on is not None
    spans = [Span("in_care", span.starts_on, span.ends_on) for span in care]
    since = eligible_from(born_on, spans, facts.today)
    if since is None:
        return
    stretch = next(span for span in reversed(care) if span.starts_on <= since)
    for standard, kind in ((rules.NEEDS, ASSESSED), (rules.PATHWAY_PLAN, PATHWAY)):
        duty = Duty(standard, stretch.entry_id, start_of(since)).until(over_at, OVER)
        yield duty.met_by_any(facts.done(kind))


def _reviews(facts: Facts, over_at: datetime) -> Iterator[Duty]:
    """From each plan or review; a looked-after review looks at the pathway plan of a child in care as well."""
    plans = facts.done(PATHWAY)
    if not plans or plans[0].entry_id is None:
        return
    stretch = Stretch(plans[0].entry_id, plans[0].on)
    first = Duty(rules.REVIEW, plans[0].entry_id, plans[0].at).until(over_at, OVER)
    later = [*plans[1:], *(act for act in facts.done(REVIEW_IN_CARE) if act.at > plans[0].at)]
    for duty in chain(first, stretch, later, lambda *_: rules.REVIEW):
        yield duty.until(over_at, OVER)


def _lived_in() -> QuerySet[Home]:
    return Home.objects.standing().order_by("starts_on", "pk")


def _homes(facts: Facts, over_at: datetime) -> Iterator[Duty]:
    homes = facts.rows(_lived_in)
    for number, home in enumerate(homes):
        moved_on = homes[number + 1].starts_on if number + 1 < len(homes) else None
        if home.council_provides and moved_on != home.starts_on:
            why = MOVED if moved_on else ""
            yield from _in_a_home(facts, Stretch(home.pk, home.starts_on, moved_on, why), over_at)


def _in_a_home(facts: Facts, stretch: Stretch, over_at: datetime) -> Iterator[Duty]:
    """Within 7 days, again before the review at 28 days, then every two months (regulations 7 and 8)."""
    visits = [
        act for act in stretch.of(facts.done(VISITED)) if not stretch.over_at or act.at < stretch.over_at
    ]
    for duty in chain(stretch.ask(rules.FIRST_VISIT), stretch, visits, lambda *_: rules.VISIT):
        yield duty if duty.over_at else duty.until(over_at, OVER)
    reviews = [act for act in stretch.of(facts.done(PATHWAY)) if act.at > stretch.starts_at]
    again = stretch.ask(rules.VISIT_BEFORE_REVIEW)
    yield again.met_by(visits[1:])
    yield stretch.ask(rules.REVIEW_AFTER_MOVE).met_by(reviews)


def _contacts(facts: Facts, over_at: datetime) -> Iterator[Duty]:
    """From the day they are a care leaver; of others from the first time somebody was in touch."""
    contacts = facts.done(IN_TOUCH)
    leaving = facts.stretches("care_leaver", LEAVER_ENDED)
    for stretch in leaving:
        yield from chain(stretch.ask(rules.CONTACT), stretch, contacts, lambda *_: rules.CONTACT)
    before = [act for act in contacts if not leaving or act.at < leaving[0].starts_at]
    if before and before[0].entry_id is not None:
        until = leaving[0].starts_on if leaving else None
        stretch = Stretch(before[0].entry_id, before[0].on, until, "They are a care leaver")
        first = Duty(rules.CONTACT, before[0].entry_id, before[0].at, before[0].time_known)
        first = first.until(stretch.over_at or over_at, stretch.why_ended if until else OVER)
        yield from chain(first, stretch, before[1:], lambda *_: rules.CONTACT)


def _adult_services(facts: Facts, over_at: datetime) -> Iterator[Duty]:
    """Of a young person who is exploited: some time before they are 18, or from the day the risk was found, on the line of that risk."""
    risks, born_on = risks_of(facts, *EXPLOITATION), facts.born_on()
    if not risks or born_on is None:
        return
    risk, closed = risks[0], [risk.closed_at for risk in risks]
    over_at, why = (over_at, OVER) if None in closed else (max(end for end in closed if end), NO_LONGER)
    starts_at = max(start_of(settings.asked_from(born_on)), risk.entry.happened_at)
    duty = Duty(rules.ADULT_SERVICES, risk.entry_id, starts_at).met_by_any(facts.done(ASKED))
    yield duty.until(max(over_at, starts_at), why)
