"""Codes in made-up spellings: the rules, not a list of spellings, are what is tested here."""

from __future__ import annotations

import pytest

from kittiwake.exchange.formats.annex_a import care, cases, leavers, people, placed
from kittiwake.exchange.formats.annex_a.codes import Code, Vocabulary, grouped, plain_words


def test_plain_words_have_no_case_and_no_punctuation() -> None:
    assert plain_words("WBRI – White/British (A1) & Child’s + ?") == "wbri white british a1 and childs and"


SMALL = Vocabulary(
    "colour",
    grouped("warm: RD OR\ncold: BL"),
    """
    @codes
    OR: orange
    RD: red | =r
    warm: warm
    """,
)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("a) RD", Code("RD", "warm")),
        ("Orange-red", Code("OR", "warm")),
        ("R", Code("RD", "warm")),
        ("Bl: Blue", Code("BL", "cold")),
        ("warmish", Code("warm", "warm")),
        ("", None),
        ("n/k", None),
        ("bored", None),
    ],
)
def test_the_first_rule_that_fits_gives_the_code(given: str, code: Code | None) -> None:
    assert SMALL.read(given).value == code


def test_what_is_not_understood_is_told() -> None:
    assert SMALL.read("mauve").doubt == "The colour ‘mauve’ is not one we know."
    assert SMALL.read("n/k").doubt == "‘n/k’ was read as ‘not known’."
    assert SMALL.read("").doubt == ""


@pytest.mark.parametrize(
    ("vocabulary", "given", "code"),
    [
        (people.ETHNICITY, "a) WBRI", "WBRI"),
        (people.ETHNICITY, "white british", "WBRI"),
        (people.ETHNICITY, "Gypsy, Roma", "WROM"),
        (people.ETHNICITY, "Mixed: White & Black Caribbean", "MWBC"),
        (people.ETHNICITY, "British Bangladeshi", "ABAN"),
        (people.ETHNICITY, "Black (Eritrean)", "BAFR"),
        (people.ETHNICITY, "Chinese", "CHNE"),
        (people.ETHNICITY, "Prefers not to say", "REFU"),
        (people.ETHNICITY, "Not obtained", "NOBT"),
        (people.GENDER, "b) Female", "female"),
        (people.GENDER, "Not recorded", "not_stated"),
        (people.DISABILITY, "No disability", "no"),
        (people.DISABILITY, "AUT", "yes"),
        (people.CASE_STATUS, "c) Child in need plan", "in_need_plan"),
        (people.CASE_STATUS, "LAC", "looked_after"),
        (cases.SOURCE, "q) 6: Police", "6"),
        (cases.SOURCE, "Police - domestic abuse team", "6"),
        (cases.SOURCE, "Grandmother", "1A"),
        (cases.SOURCE, "Primary school (academy)", "2A"),
        (cases.SOURCE, "Health visitor", "3B"),
        (cases.SOURCE, "LA services - other internal (excluding housing)", "5B"),
        (cases.NEED, "N1 - Abuse, neglect and exploitation", "N1"),
        (cases.NEED, "family in acute stress", "N4"),
        (cases.CLOSURE, "RC9: assessed, to early help", "RC9"),
        (cases.CLOSURE, "Moved to another local authority", "RC5"),
        (cases.ABUSE, "Emotional abuse", "EMO"),
        (cases.ABUSE, "Neglect; Sexual abuse", "MUL"),
        (care.LEGAL_STATUS, "C2: FCO", "C2"),
        (care.LEGAL_STATUS, "Interim Care Order", "C1"),
        (care.LEGAL_STATUS, "Section 20 accommodated", "V2"),
        (placed.PLACEMENT, "K3 - Supported accommodation", "K3"),
        (placed.PLACEMENT, "U6: Foster placement - not FFA", "U6"),
        (placed.PLACEMENT, "Children's home", "K2"),
        (placed.PROVIDER, "Private provision", "PR4"),
        (placed.LOCATION, "b) Out", "out"),
        (care.CEASED, "E4A returned home (planned)", "E4A"),
        (care.CEASED, "Special Guardianship Order granted", "special_guardianship"),
        (care.PERMANENCE, "Long term fostering", "long_term_fostering"),
        (leavers.ELIGIBILITY, "Former relevant (21-24)", "former_relevant"),
        (leavers.ACCOMMODATION, "U: Independent living", "U"),
        (leavers.ACCOMMODATION, "Staying put with former foster carers", "Z"),
        (leavers.ACTIVITY, "G5: NEET - other", "G5"),
        (leavers.IN_TOUCH, "a) Yes", "YES"),
        (leavers.SUITABILITY, "Unsuitable", "unsuitable"),
    ],
)
def test_codes_are_understood(vocabulary: Vocabulary, given: str, code: str) -> None:
    found = vocabulary.read(given).value
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("given", ["PSRMEM - Support with memory", "12345", "see notes"])
def test_a_code_of_another_service_is_not_guessed(given: str) -> None:
    assert cases.NEED.read(given).value is None


def test_every_code_is_understood_as_itself() -> None:
    """In every vocabulary: the code alone gives the code."""
    for module in (people, cases, care, leavers, placed):
        for vocabulary in vars(module).values():
            if isinstance(vocabulary, Vocabulary):
                for code in vocabulary.groups:
                    if code.isupper() or code.isdigit():
                        assert vocabulary.read(code).value == Code(code, vocabulary.groups[code])
