"""Legal status and placements of looked-after children, as the SSDA903 return codes them, with its rules on both."""

from __future__ import annotations

from datetime import date

from kittiwake.record.codes.lists import Code, CodeList

RETURN = "Department for Education: looked-after children return (SSDA903), to 2025 to 2026"

PROTECTION = "f) Detained on child protection grounds in LA accommodation"
YOUTH_JUSTICE = "g) Youth justice legal Statuses"
LEGAL_STATUS = CodeList(
    "legal status",
    [
        Code("C1", "Interim care order", group="a) Interim care orders"),
        Code("C2", "Full care order", group="b) Full care orders"),
        Code("D1", "Freeing order", group="c) Freed for Adoption", retired=True),
        Code("E1", "Placement order", group="d) Placement order granted"),
        Code("V2", "Section 20, single period of accommodation", group="e) Accommodated under S20"),
        Code("V3", "Short breaks, each recorded", note="Left out of most counts of looked-after children."),
        Code(
            "V4", "Short breaks, agreement recorded", note="Left out of most counts of looked-after children."
        ),
        Code("L1", "Police protection", group=PROTECTION),
        Code("L2", "Emergency protection order", group=PROTECTION),
        Code("L3", "Child assessment order", group=PROTECTION),
        Code("J1", "On remand", group=YOUTH_JUSTICE),
        Code("J2", "Detained by police and accommodated (PACE)", group=YOUTH_JUSTICE),
        Code("J3", "Youth rehabilitation order with residence or intensive fostering", group=YOUTH_JUSTICE),
    ],
    source=RETURN,
)
SHORT_BREAKS = frozenset({"V3", "V4"})

FOSTER, ADOPTION = "a) Foster placement", "b) Placed for adoption"
OTHER, TEMPORARY = "n) Other placements", "o) Temporary placement"
FROM_2024, TO_2024 = date(2024, 4, 1), date(2024, 3, 31)
FROM_2025, TO_2025 = date(2025, 4, 1), date(2025, 3, 31)
UNCONFIRMED = "The meaning of Z11 to Z14 is not confirmed; they replaced Z1."
PLACEMENT = CodeList(
    "placement",
    [
        Code("U1", "Foster care with a relative or friend, long term", group=FOSTER),
        Code("U2", "Foster care with a relative or friend, fostering for adoption", group=FOSTER),
        Code("U3", "Foster care with a relative or friend, not long term", group=FOSTER),
        Code("U4", "Foster care with another carer, long term", group=FOSTER),
        Code("U5", "Foster care with another carer, fostering for adoption", group=FOSTER),
        Code("U6", "Foster care with another carer, not long term", group=FOSTER),
        Code("A3", "Placed for adoption by consent, with current foster carer", group=ADOPTION),
        Code("A4", "Placed for adoption by consent, not with current foster carer", group=ADOPTION),
        Code("A5", "Placed for adoption by order, with current foster carer", group=ADOPTION),
        Code("A6", "Placed for adoption by order, not with current foster carer", group=ADOPTION),
        Code("P1", "With parents or someone with parental responsibility", group="c) Placed with parents"),
        Code("P2", "Independent living", to=TO_2024, group="d) Independent living"),
        Code("P3", "Residential employment", group="e) Residential employment"),
        Code("H5", "Semi-independent, not regulated", to=TO_2024, group="f) Residential accommodation"),
        Code(
            "K3",
            "Supported accommodation",
            from_=FROM_2024,
            group="f) Residential accommodation",
            note="For young people of 16 and over. Takes over from H5, and so is grouped with it here.",
        ),
        Code("K1", "Secure children’s home", group="g) Secure Children’s Homes"),
        Code("K2", "Children’s home", group="h) Children’s Homes"),
        Code("R1", "Residential care home", group="i) Residential Care Home"),
        Code("R2", "NHS or other health setting", group="j) NHS/Health Trust"),
        Code("R3", "Family centre or mother and baby unit", group="k) Family Centre or Mother and Baby Unit"),
        Code("R5", "Young offender institution", group="l) Young Offender Institution"),
        Code("S1", "Residential school", group="m) Residential school"),
        Code("Z1", "Other placement", to=TO_2025, group=OTHER),
        Code("Z11", "Other placement (Z11)", from_=FROM_2025, group=OTHER, note=UNCONFIRMED),
        Code("Z12", "Other placement (Z12)", from_=FROM_2025, group=OTHER, note=UNCONFIRMED),
        Code("Z13", "Other placement (Z13)", from_=FROM_2025, group=OTHER, note=UNCONFIRMED),
        Code("Z14", "Other placement (Z14)", from_=FROM_2025, group=OTHER, note=UNCONFIRMED),
        Code("T0", "Temporary, of any kind", group=TEMPORARY),
        Code("T1", "Temporary: in hospital", group=TEMPORARY),
        Code("T2", "Temporary: on holiday", group=TEMPORARY),
        Code("T3", "Temporary: usual carer on holiday", group=TEMPORARY),
        Code("T4", "Temporary: other, 7 days or less", group=TEMPORARY),
    ],
    source=RETURN,
)

PROVIDER = CodeList(
    "placement provider",
    [
        Code("PR0", "Parents or someone with parental responsibility", group="c) Other"),
        Code("PR1", "This council", group="a) Own LA"),
        Code("PR2", "Another council", group="c) Other"),
        Code("PR3", "Other public body", group="c) Other"),
        Code("PR4", "Private", group="b) Private"),
        Code("PR5", "Voluntary organisation", group="c) Other"),
    ],
    source=RETURN,
)

SAME_CARER = "PLACE"
PLACEMENT_CHANGE = CodeList(
    "reason for a change of placement",
    [
        Code("CARPL", "Planned, as the care plan says"),
        Code("CLOSE", "The carer stopped, or the setting closed"),
        Code("ALLEG", "Allegation against the carer or setting (section 47)"),
        Code("STAND", "Concern about the standard of care"),
        Code("APPRR", "The carer’s or setting’s approval was taken away"),
        Code("CREQB", "The carer or setting asked, because of the child’s behaviour"),
        Code("CREQO", "The carer or setting asked, for another reason"),
        Code("CHILD", "The child asked"),
        Code("LAREQ", "The council asked"),
        Code(SAME_CARER, "Only what the placement counts as changed; the carer is the same"),
        Code("CUSTOD", "Custody"),
        Code("OTHER", "Another reason"),
    ],
    source=RETURN,
)
# Our grouping: the return has none.
UNPLANNED = frozenset({"CREQB", "CREQO", "CHILD", "LAREQ", "ALLEG", "STAND", "APPRR"})

TEMPORARY_PLACEMENTS = frozenset({"T0", "T1", "T2", "T3", "T4"})
UNREGULATED_OTHER = frozenset({"Z11", "Z12", "Z13", "Z14"})
WITHOUT_URN = frozenset({"P1", "P3", "R1", "R2", "R5"}) | TEMPORARY_PLACEMENTS | UNREGULATED_OTHER
SUPPORTED_FROM_AGE = 16


def provider_is_recorded(placement: str) -> bool:
    """Temporary and 'other' placements have no provider in the return."""
    return placement not in TEMPORARY_PLACEMENTS | UNREGULATED_OTHER


def urn_is_required(placement: str, *, in_england: bool = True) -> bool:
    return in_england and placement not in WITHOUT_URN


def is_old_enough(placement: str, age: int) -> bool:
    """Supported accommodation is for young people of 16 and over."""
    return placement != "K3" or age >= SUPPORTED_FROM_AGE
