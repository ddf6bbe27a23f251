"""One row of each of Ofsted's child-level lists, with real types.

Dates are dates, counts are whole numbers, yes and no are True and False; None is empty or not understood, and when
it was not understood the list's doubts say so. `Code.code` is the national code where the cell gives one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kittiwake.exchange.formats.annex_a.codes import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """What every list says of a child. `line_number` is the row as the spreadsheet shows it."""

    line_number: int
    child_id: str
    gender: str | None = None  # female, male, neither, not_stated
    ethnicity: Code | None = None
    born_on: date | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated(ListRow):
    team: str | None = None
    worker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(ListRow):
    """List 1."""

    contacted_on: date | None = None
    source: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyHelp(ListRow):
    """List 2."""

    started_on: date | None = None
    completed_on: date | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Allocated):
    """List 3."""

    referred_on: date | None = None
    source: Code | None = None
    no_further_action: bool | None = None
    referrals_in_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Allocated):
    """List 4."""

    disability: bool | None = None
    started_on: date | None = None
    child_seen: bool | None = None
    authorised_on: date | None = None
    needs_support: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry(Allocated):
    """List 5: a section 47 enquiry and its initial child protection conference."""

    disability: bool | None = None
    strategy_discussion_on: date | None = None
    conference_unnecessary: bool | None = None
    conference_on: date | None = None
    plan_made: bool | None = None
    enquiries_in_year: int | None = None
    conferences_in_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InNeed(Allocated):
    """List 6. `status` is looked_after, protection_plan, in_need_plan, assessment or closed."""

    disability: bool | None = None
    started_on: date | None = None
    need: Code | None = None
    last_seen_on: date | None = None
    closed_on: date | None = None
    closure: Code | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPlan(Allocated):
    """List 7."""

    disability: bool | None = None
    started_on: date | None = None
    first_category: Code | None = None
    latest_category: Code | None = None
    last_visit_on: date | None = None
    seen_alone: bool | None = None
    last_review_on: date | None = None
    ended_on: date | None = None
    emergency_protection: bool | None = None
    earlier_plans: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAfter(Allocated):
    """List 8. `placed_in` is in or out of the authority's area; the counts are of the last twelve months."""

    unaccompanied: bool | None = None
    disability: bool | None = None
    started_on: date | None = None
    need: Code | None = None
    is_second_period: bool | None = None
    legal_status_on: date | None = None
    legal_status: Code | None = None
    last_review_on: date | None = None
    last_visit_on: date | None = None
    permanence_plan: Code | None = None
    reviewing_officer_contact_on: date | None = None
    health_assessment_on: date | None = None
    dental_check_on: date | None = None
    placements: int | None = None
    ceased_on: date | None = None
    ceased_reason: Code | None = None
    placed_on: date | None = None
    placement_type: Code | None = None
    placement_provider: Code | None = None
    placement_postcode: str | None = None
    placement_urn: str | None = None
    placed_in: str | None = None
    placement_authority: str | None = None
    missing_episodes: int | None = None
    absent_episodes: int | None = None
    interview_offered: bool | None = None
    interview_accepted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLeaver(Allocated):
    """List 9."""

    unaccompanied: bool | None = None
    disability: bool | None = None
    personal_adviser: str | None = None
    eligibility: str | None = None  # relevant, former_relevant, qualifying, eligible, other
    pathway_review_on: date | None = None
    in_touch: Code | None = None
    last_contact_on: date | None = None
    accommodation: Code | None = None
    suitable: bool | None = None
    activity: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption(ListRow):
    """List 10."""

    family_id: str | None = None
    disability: bool | None = None
    entered_care_on: date | None = None
    decided_on: date | None = None
    ordered_on: date | None = None
    matched_on: date | None = None
    placed_on: date | None = None
    adopted_on: date | None = None
    no_longer_on: date | None = None
    no_longer_why: Code | None = None
    for_adoption_on: date | None = None
