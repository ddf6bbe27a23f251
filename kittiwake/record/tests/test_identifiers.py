"""What people type for a number, what is stored, and what they are told when it cannot be right."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import identifiers
from kittiwake.record.identifiers import NotValid
from kittiwake.record.identifiers.people import UPN_LETTERS

digits = st.characters(min_codepoint=ord("0"), max_codepoint=ord("9"))


def number(length):
    return st.text(digits, min_size=length, max_size=length)


@pytest.mark.parametrize(
    ("check", "typed", "stored"),
    [
        ("child_id", " CH00123 ", "CH00123"),
        ("child_id", "1", "1"),
        ("child_id", "A" * 20, "A" * 20),
        ("upn", "B801200005001", "B801200005001"),
        ("upn", " b801 2000 0500 1", "B801200005001"),
        ("upn", "P207000016049", "P207000016049"),
        ("upn", "P81220002500A", "P81220002500A"),
        ("former_upn", "A801200005001", "A801200005001"),
        ("nhs_number", "943 476 5919", "9434765919"),
        ("nhs_number", "943-476-5919", "9434765919"),
        ("swe_number", "sw12345", "SW12345"),
        ("swe_number", "XX1234567890", "XX1234567890"),
        ("swe_number_returned", " ab0000000001 ", "AB0000000001"),
        ("swe_number_returned", "SW12345", "SW0000012345"),
        ("la_code", "812", "812"),
        ("ons_code", "e06000012", "E06000012"),
        ("ons_code", "W06000015", "W06000015"),
        ("urn", "sc123456", "SC123456"),
        ("urn", "1234567", "1234567"),
        ("urn", "xxxxxxx", "XXXXXXX"),
        ("school_urn", "100000", "100000"),
        ("laestab", "812/3525", "8123525"),
        ("laestab", "812 3525", "8123525"),
        ("postcode", "dn31 1aa", "DN31 1AA"),
        ("postcode", "DN311AA", "DN31 1AA"),
        ("postcode", " w1a  1hq ", "W1A 1HQ"),
        ("postcode", "m11ae", "M1 1AE"),
        ("postcode", "gir 0aa", "GIR 0AA"),
        ("postcode", "zz993vz", identifiers.NO_FIXED_ABODE),
        ("postcode", "ＤＮ３１ １ＡＡ", "DN31 1AA"),
        ("postcode", "DN31\u200b 1AA", "DN31 1AA"),
    ],
)
def test_it_stores(check, typed, stored):
    assert getattr(identifiers, check)(typed) == stored


@pytest.mark.parametrize(
    ("check", "typed", "told"),
    [
        ("child_id", "  ", "Enter the council’s ID"),
        ("child_id", "A" * 21, "20 characters at most; this has 21"),
        ("child_id", "CH/123", "only letters and numbers"),
        ("child_id", "CH 123", "only letters and numbers"),
        ("child_id", "CHÉ123", "only letters and numbers"),
        ("upn", "B80120000500", "13 characters, such as B801200005001; this has 12"),
        ("upn", "S801200005001", "starts with a letter that is not I, O or S"),
        ("upn", "1801200005001", "starts with a letter"),
        ("upn", "B8012000O5001", "check for a letter O or I"),
        ("upn", "B80120000500O", "ends in a number"),
        ("upn", "A801200005001", "first letter of the UPN does not agree"),
        ("upn", "B801200005002", "first letter of the UPN does not agree"),
        ("former_upn", "B80120000500A", "a letter that is not I, O or S, and 12 numbers"),
        ("nhs_number", "1234567890", "last number of the NHS number does not agree"),
        ("nhs_number", "9999999999", "not one number repeated"),
        ("nhs_number", "0000000000", "not one number repeated"),
        ("nhs_number", "943476591", "10 numbers; this has 9"),
        ("nhs_number", "", "10 numbers; this has 0"),
        ("nhs_number", "94347659I9", "only numbers"),
        ("nhs_number", "943476591²³", "last number|10 numbers"),
        ("swe_number", "12345", "SW and up to 10 numbers"),
        ("swe_number", "AB1234567890", "SW and up to 10 numbers"),
        ("swe_number", "SW١٢٣", "SW and up to 10 numbers"),
        ("swe_number_returned", "A0000000004", "two letters and up to ten digits"),
        ("swe_number", "SW", "SW and up to 10 numbers"),
        ("swe_number", "SW12345678901", "SW and up to 10 numbers"),
        ("la_code", "0812", "3 numbers"),
        ("la_code", "E06000012", "3 numbers"),
        ("ons_code", "E12000003", "a letter and 8 numbers"),
        ("urn", "SC12345", "SC and 6 numbers"),
        ("school_urn", "12345", "6 numbers"),
        ("laestab", "812-352", "LAESTAB"),
        ("postcode", "", "Enter a postcode"),
        ("postcode", "DN31", "full postcode"),
        ("postcode", "DN31 IAA", "letter O may be a number 0, or a letter I a number 1"),
        ("postcode", "DNO 1AA", "letter O may be a number 0"),
        ("postcode", "Grimsby", "full postcode"),
    ],
)
def test_it_says_what_is_wrong_in_one_sentence(check, typed, told):
    with pytest.raises(NotValid, match=told) as refusal:
        getattr(identifiers, check)(typed)
    assert re.fullmatch(r"[A-Z][^.]*(\.[^.]+)*\.", str(refusal.value))


def test_a_refusal_never_repeats_what_was_typed():
    """Refusals are shown, but may also be logged; a child's number must not travel with them."""
    for check in (
        "child_id",
        "upn",
        "nhs_number",
        "postcode",
        "phone",
        "vehicle_registration",
        "police_reference",
    ):
        typed = "£canary£"
        with pytest.raises(NotValid) as refusal:
            getattr(identifiers, check)(typed)
        assert "canary" not in str(refusal.value).lower()


def test_a_temporary_upn_ends_in_a_letter():
    assert identifiers.is_temporary_upn("P81220002500A")
    assert not identifiers.is_temporary_upn("B801200005001")
    assert not identifiers.is_temporary_upn("")


@given(number(12))
def test_every_upn_with_its_own_check_letter_is_valid_and_with_any_other_is_not(rest):
    right = identifiers.upn_check_letter(rest)
    assert identifiers.upn(right + rest) == right + rest
    for letter in set(UPN_LETTERS) - {right}:
        with pytest.raises(NotValid, match="does not agree"):
            identifiers.upn(letter + rest)


@given(number(12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_in_a_upn_is_always_found(rest, place, change):
    wrong = rest[:place] + str((int(rest[place]) + change) % 10) + rest[place + 1 :]
    with pytest.raises(NotValid, match="does not agree"):
        identifiers.upn(identifiers.upn_check_letter(rest) + wrong)


@given(number(9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_in_an_nhs_number_is_always_found(nine, place, change):
    digit = identifiers.nhs_check_digit(nine)
    if digit is None or len(set(nine + digit)) == 1:
        return
    assert identifiers.nhs_number(nine + digit) == nine + digit
    wrong = nine[:place] + str((int(nine[place]) + change) % 10) + nine[place + 1 :]
    with pytest.raises(NotValid):
        identifiers.nhs_number(wrong + digit)


def test_about_one_nhs_number_in_eleven_is_never_issued():
    starts = [f"{start:09}" for start in range(400_000_000, 400_011_000)]
    assert sum(identifiers.nhs_check_digit(start) is None for start in starts) == 1_000


def test_an_nhs_number_is_shown_in_threes():
    assert identifiers.display_nhs_number("9434765919") == "943 476 5919"


def test_a_postcode_without_its_space_and_back():
    assert identifiers.bare_postcode("DN31 1AA") == "DN311AA"
    assert identifiers.postcode(identifiers.bare_postcode("DN31 1AA")) == "DN31 1AA"


def test_postcodes_that_stand_for_no_address_are_known():
    assert identifiers.is_special_postcode(identifiers.NO_FIXED_ABODE)
    assert identifiers.is_special_postcode(identifiers.ADDRESS_NOT_KNOWN)
    assert not identifiers.is_special_postcode("DN31 1AA")


CHECKS = [
    "child_id",
    "upn",
    "former_upn",
    "nhs_number",
    "swe_number",
    "la_code",
    "ons_code",
    "postcode",
    "urn",
]
CHECKS += ["school_urn", "laestab", "police_reference", "vehicle_registration", "phone"]


@pytest.mark.parametrize("check", CHECKS)
@given(typed=st.text(max_size=40) | st.from_regex(r"[A-Za-z0-9 ?*/.\-+]{0,20}", fullmatch=True))
def test_anything_typed_is_stored_in_one_form_or_refused_in_words(check, typed):
    take = getattr(identifiers, check)
    try:
        stored = take(typed)
    except NotValid as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017
    else:
        assert take(stored) == stored
        assert stored.isascii()


@pytest.mark.parametrize("typed", ["000", "0012", "+12", "00 7"])
def test_what_is_dialled_before_a_number_is_none_of_it(typed):
    """Two numbers and less find everybody."""
    with pytest.raises(NotValid, match="at least 3 numbers"):
        identifiers.phone(typed)
    assert identifiers.phone("00 44 7700 900123") == identifiers.phone("07700 900123") == "+447700900123"
