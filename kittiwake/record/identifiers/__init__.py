"""Checks for the numbers and codes people type: each gives back the form to store, or raises NotValid.

Called as `identifiers.upn(text)`. Nothing here knows the database or decides who somebody is.
"""

from kittiwake.record.identifiers.contact import (
    PLATFORMS,
    Handle,
    compare_phones,
    display_phone,
    handle,
    phone,
)
from kittiwake.record.identifiers.patterns import Likeness, is_partial
from kittiwake.record.identifiers.people import (
    child_id,
    display_nhs_number,
    former_upn,
    is_temporary_upn,
    nhs_check_digit,
    nhs_number,
    swe_number,
    swe_number_returned,
    upn,
    upn_check_letter,
)
from kittiwake.record.identifiers.places import (
    ADDRESS_NOT_KNOWN,
    NO_FIXED_ABODE,
    bare_postcode,
    is_special_postcode,
    la_code,
    laestab,
    ons_code,
    postcode,
    school_urn,
    urn,
)
from kittiwake.record.identifiers.police import (
    compare_vehicle_registrations,
    display_vehicle_registration,
    police_reference,
    same_police_reference,
    vehicle_registration,
)
from kittiwake.record.identifiers.tidy import NotValid

__all__ = [
    "ADDRESS_NOT_KNOWN",
    "NO_FIXED_ABODE",
    "PLATFORMS",
    "Handle",
    "Likeness",
    "NotValid",
    "bare_postcode",
    "child_id",
    "compare_phones",
    "compare_vehicle_registrations",
    "display_nhs_number",
    "display_phone",
    "display_vehicle_registration",
    "former_upn",
    "handle",
    "is_partial",
    "is_special_postcode",
    "is_temporary_upn",
    "la_code",
    "laestab",
    "nhs_check_digit",
    "nhs_number",
    "ons_code",
    "phone",
    "police_reference",
    "postcode",
    "same_police_reference",
    "school_urn",
    "swe_number",
    "swe_number_returned",
    "upn",
    "upn_check_letter",
    "urn",
    "vehicle_registration",
]
