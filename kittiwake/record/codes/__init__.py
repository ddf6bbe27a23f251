"""Code lists of the statutory returns, with their labels, their dates and their Annex A groups.

Called as `codes.ETHNICITY.label("WBRI")`. A retired code is never removed, because old records still hold it.
"""

from kittiwake.record.codes.care import (
    LEGAL_STATUS,
    PLACEMENT,
    PLACEMENT_CHANGE,
    PROVIDER,
    SAME_CARER,
    SHORT_BREAKS,
    TEMPORARY_PLACEMENTS,
    UNPLANNED,
    is_old_enough,
    provider_is_recorded,
    urn_is_required,
)
from kittiwake.record.codes.child import (
    DISABILITY,
    ETHNICITY,
    GENDER,
    SEX,
    SEX_FROM_NUMBER,
    UPN_UNKNOWN,
    UPN_UNKNOWN_IN_CARE,
    annex_a_gender,
)
from kittiwake.record.codes.languages import COMMUNICATION, LANGUAGE
from kittiwake.record.codes.lists import Code, CodeList, UnknownCode
from kittiwake.record.codes.need import (
    ASSESSMENT_FACTOR,
    CATEGORY_OF_ABUSE,
    CLOSURE_REASON,
    OUTSIDE_THE_HOME,
    PRIMARY_NEED,
    REFERRAL_SOURCE,
)
from kittiwake.record.codes.tracks import (
    TRACK,
    Span,
    conflict_sentence,
    conflicts,
    drawn,
    may_run_together,
    why_unlawful,
)

ALL = (
    ASSESSMENT_FACTOR,
    CATEGORY_OF_ABUSE,
    CLOSURE_REASON,
    COMMUNICATION,
    DISABILITY,
    ETHNICITY,
    GENDER,
    LANGUAGE,
    LEGAL_STATUS,
    PLACEMENT,
    PLACEMENT_CHANGE,
    PRIMARY_NEED,
    PROVIDER,
    REFERRAL_SOURCE,
    SEX,
    TRACK,
    UPN_UNKNOWN,
)

__all__ = [
    "ALL",
    "ASSESSMENT_FACTOR",
    "CATEGORY_OF_ABUSE",
    "CLOSURE_REASON",
    "COMMUNICATION",
    "DISABILITY",
    "ETHNICITY",
    "GENDER",
    "LANGUAGE",
    "LEGAL_STATUS",
    "OUTSIDE_THE_HOME",
    "PLACEMENT",
    "PLACEMENT_CHANGE",
    "PRIMARY_NEED",
    "PROVIDER",
    "REFERRAL_SOURCE",
    "SAME_CARER",
    "SEX",
    "SEX_FROM_NUMBER",
    "SHORT_BREAKS",
    "TEMPORARY_PLACEMENTS",
    "TRACK",
    "UNPLANNED",
    "UPN_UNKNOWN",
    "UPN_UNKNOWN_IN_CARE",
    "Code",
    "CodeList",
    "Span",
    "UnknownCode",
    "annex_a_gender",
    "conflict_sentence",
    "conflicts",
    "drawn",
    "is_old_enough",
    "may_run_together",
    "provider_is_recorded",
    "urn_is_required",
    "why_unlawful",
]
