"""Who a child is, as the statutory returns code it: ethnicity, disability, sex, gender, language, why no UPN.

Codes follow the children in need census schema 2025 to 2026 and the looked-after children return (SSDA903). Groups
follow the child-level lists of Ofsted's Annex A (2024); any change to them in 2026 is not confirmed.
"""

from __future__ import annotations

from datetime import date

from kittiwake.record.codes.lists import Code, CodeList

CENSUS = "Department for Education: children in need census schema 2025 to 2026"

WHITE, MIXED, ASIAN = "a) White", "b) Mixed", "c) Asian or Asian British"
BLACK, OTHER, NOT_STATED = "d) Black or black British", "e) Other ethnic group", "f) Not stated"

# NOBT and not OOTH is what an unreadable ethnicity becomes: "not asked yet" is true, "other" would be a claim.
ETHNICITY = CodeList(
    "ethnicity",
    [
        Code("WBRI", "White British", group=WHITE),
        Code("WIRI", "White Irish", group=WHITE),
        Code("WIRT", "Traveller of Irish heritage", group=WHITE),
        Code("WROM", "Gypsy or Roma", group=WHITE),
        Code("WOTH", "Any other White background", group=WHITE),
        Code("MWBC", "White and Black Caribbean", group=MIXED),
        Code("MWBA", "White and Black African", group=MIXED),
        Code("MWAS", "White and Asian", group=MIXED),
        Code("MOTH", "Any other mixed background", group=MIXED),
        Code("AIND", "Indian", group=ASIAN),
        Code("APKN", "Pakistani", group=ASIAN),
        Code("ABAN", "Bangladeshi", group=ASIAN),
        Code("CHNE", "Chinese", group=OTHER, note="Annex A counts Chinese with other ethnic groups."),
        Code("AOTH", "Any other Asian background", group=ASIAN),
        Code("BCRB", "Black Caribbean", group=BLACK),
        Code("BAFR", "Black African", group=BLACK),
        Code("BOTH", "Any other Black background", group=BLACK),
        Code("OOTH", "Any other ethnic group", group=OTHER),
        Code("REFU", "Refused", group=NOT_STATED),
        Code("NOBT", "Not yet obtained", group=NOT_STATED),
    ],
    source=CENSUS,
)

DISABILITY = CodeList(
    "disability",
    [
        Code("NONE", "No disability", group="No"),
        Code("MOB", "Mobility", group="Yes"),
        Code("HAND", "Hand function", group="Yes"),
        Code("PC", "Personal care", group="Yes"),
        Code("INC", "Incontinence", group="Yes"),
        Code("COMM", "Communication", group="Yes"),
        Code("LD", "Learning", group="Yes"),
        Code("HEAR", "Hearing", group="Yes"),
        Code("VIS", "Vision", group="Yes"),
        Code("BEH", "Behaviour", group="Yes"),
        Code("CON", "Consciousness", group="Yes"),
        Code("AUT", "Autism", group="Yes"),
        Code("DDA", "Other disability", group="Yes"),
    ],
    source=CENSUS,
    alone=["NONE"],
)

# Returns coded sex 1, 2, 0 and 9 until 2023-24; what we store is M, F or U whatever the date.
LAST_DAY_OF_NUMBERS = date(2024, 3, 31)
MALE, FEMALE, UNSTATED = "a) Male", "b) Female", "c) Not stated/recorded"
SEX = CodeList(
    "sex",
    [
        Code("F", "Female", group=FEMALE),
        Code("M", "Male", group=MALE),
        Code("U", "Not known or not yet born", group=UNSTATED, note="A child not yet born is always U."),
        Code("1", "Male", to=LAST_DAY_OF_NUMBERS, group=MALE, retired=True),
        Code("2", "Female", to=LAST_DAY_OF_NUMBERS, group=FEMALE, retired=True),
        Code("0", "Not yet born", to=LAST_DAY_OF_NUMBERS, group=UNSTATED, retired=True),
        Code("9", "Not known", to=LAST_DAY_OF_NUMBERS, group=UNSTATED, retired=True),
    ],
    source=CENSUS,
)
SEX_FROM_NUMBER = {"1": "M", "2": "F", "0": "U", "9": "U"}

# Kept apart from sex. Annex A has one column for both: who is neither man nor woman is its group d).
GENDER = CodeList(
    "gender",
    [
        Code("00", "Not known", group=UNSTATED),
        Code("01", "Man or boy", group=MALE),
        Code("02", "Woman or girl", group=FEMALE),
        Code("09", "Describes their gender another way", group="d) Neither"),
    ],
    source="Local field, after the NHS data dictionary’s gender identity code",
)

UPN_UNKNOWN = CodeList(
    "reason for having no UPN",
    [
        Code("UN1", "Not of school age and has not been given one"),
        Code("UN2", "Has never been at a maintained school in England"),
        Code("UN3", "Is educated outside England"),
        Code("UN4", "Has just become looked after and it is not yet known"),
        Code("UN5", "Sources disagree about the child’s name or date of birth"),
        Code(
            "UN6",
            "Is not known, and the child is not looked after",
            note="Census only. Label to be confirmed.",
        ),
        Code("UN7", "Was referred with no further action", note="Census only."),
    ],
    source=CENSUS,
)
# The looked-after children return takes the first five.
UPN_UNKNOWN_IN_CARE = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5"})


def annex_a_gender(sex: str, gender: str) -> str:
    """The one group for Annex A's 'Gender': what the child says of themselves where it is known, else their sex."""
    return GENDER.group(gender) if gender != "00" else SEX.group(sex)
