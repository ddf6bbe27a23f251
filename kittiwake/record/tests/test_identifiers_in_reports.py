"""References, plates, phone numbers and online names: partly seen, badly typed, and compared."""

import fnmatch
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import identifiers
from kittiwake.record.identifiers import Handle, Likeness, NotValid
from kittiwake.record.identifiers.patterns import compare, overlap

SAME, POSSIBLE, DIFFERENT = Likeness.SAME, Likeness.POSSIBLE, Likeness.DIFFERENT


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" mp 24 / 000123 ", "MP24/000123"),
        ("16/1234567/26", "16/1234567/26"),
        ("0042", "0042"),
        ("log–55 of 3", "LOG-55OF3"),
        ("Crime_No.7", "CRIME_NO.7"),
    ],
)
def test_a_police_reference_is_stored_in_one_form(typed, stored):
    assert identifiers.police_reference(typed) == stored


@pytest.mark.parametrize("typed", ["", "   ", "/24", "24/", "A" * 41, "log #55", "12;34"])
def test_it_refuses_what_is_not_a_police_reference(typed):
    with pytest.raises(NotValid, match="police reference"):
        identifiers.police_reference(typed)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MP24/000123", "mp-24-000123", True),
        ("MP24/000123", "MP 24 000123", True),
        ("MP24/000123", "MP24/123", False),
        ("0123", "123", False),
    ],
)
def test_references_are_the_same_however_they_are_divided(one, other, same):
    assert identifiers.same_police_reference(one, other) is same


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("ab12 cde", "AB12CDE", "AB12 CDE"),
        ("AB-12-CDE", "AB12CDE", "AB12 CDE"),
        ("A123 BCD", "A123BCD", "A123BCD"),
        ("ab12 ???", "AB12???", "AB12???"),
        ("AB12**", "AB12*", "AB12*"),
        ("*cde", "*CDE", "*CDE"),
        ("1 RSH", "1RSH", "1RSH"),
    ],
)
def test_a_registration_is_stored_in_one_form(typed, stored, shown):
    assert identifiers.vehicle_registration(typed) == stored
    assert identifiers.display_vehicle_registration(stored) == shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "letters and numbers"),
        ("A£12", "letters and numbers"),
        ("A???", "at least 2 characters"),
        ("*", "at least 2 characters"),
        ("ABCDEFGHIJK", "10 characters at most"),
    ],
)
def test_it_refuses_what_is_not_a_registration(typed, told):
    with pytest.raises(NotValid, match=told):
        identifiers.vehicle_registration(typed)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("AB12CDE", "AB12CDE", SAME),
        ("ABI2CDE", "AB12CDE", SAME),
        ("OO12OOO", "0012000", SAME),
        ("AB12CDE", "AB12CDF", DIFFERENT),
        ("AB12???", "AB12CDE", POSSIBLE),
        ("AB12??", "AB12CDE", DIFFERENT),
        ("AB*", "AB12CDE", POSSIBLE),
        ("*CDE", "AB12CDE", POSSIBLE),
        ("*I2*", "AB12CDE", POSSIBLE),
        ("*XYZ", "AB12CDE", DIFFERENT),
        ("AB*", "*CDE", POSSIBLE),
        ("AB12*", "AB13*", DIFFERENT),
        ("AB12???", "AB12???", POSSIBLE),
    ],
)
def test_registrations_are_compared_as_seen(one, other, likeness):
    assert identifiers.compare_vehicle_registrations(one, other) is likeness
    assert identifiers.compare_vehicle_registrations(other, one) is likeness


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("07700 900123", "+447700900123", "07700 900123"),
        ("+44 7700 900123", "+447700900123", "07700 900123"),
        ("+44 (0)7700 900 123", "+447700900123", "07700 900123"),
        ("0044 7700 900123", "+447700900123", "07700 900123"),
        ("447700900123", "+447700900123", "07700 900123"),
        ("7700900123", "+447700900123", "07700 900123"),
        ("tel:07700-900-123", "+447700900123", "07700 900123"),
        ("01632 960123", "+441632960123", "01632 960123"),
        ("1632960123", "+441632960123", "01632 960123"),
        ("01632 960123 ext 42", "+441632960123", "01632 960123"),
        ("01632 960123x42", "+441632960123", "01632 960123"),
        ("(020) 7946 0123", "+442079460123", "020 7946 0123"),
        ("0113 496 0123", "+441134960123", "0113 496 0123"),
        ("0161 496 0123", "+441614960123", "0161 496 0123"),
        ("0808 157 0123", "+448081570123", "0808 157 0123"),
        ("0800 1111", "+448001111", "+448001111"),
        ("+353 20 911 1234", "+353209111234", "+353209111234"),
        ("07700 900???", "+447700900???", "+447700900???"),
        ("07700 900", "+447700900*", "+447700900*"),
        ("07700*123", "+447700*123", "+447700*123"),
        ("900123", "*900123*", "*900123*"),
        ("**123", "*123*", "*123*"),
    ],
)
def test_a_phone_number_is_stored_in_one_form(typed, stored, shown):
    assert identifiers.phone(typed) == stored
    assert identifiers.display_phone(stored) == shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "numbers only"),
        ("ask mum", "numbers only"),
        ("07700 9OO123", "numbers only"),
        ("12", "at least 3 numbers"),
        ("0?", "at least 3 numbers"),
        ("07700 900123 07700 900124", "too many numbers"),
        ("+1234567890123456", "too many numbers"),
        ("9" * 16, "15 numbers at most"),
    ],
)
def test_it_refuses_what_is_not_a_phone_number(typed, told):
    with pytest.raises(NotValid, match=told):
        identifiers.phone(typed)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("07700 900123", "+44 (0) 7700 900123", SAME),
        ("07700 900123", "07700 900124", DIFFERENT),
        ("07700 900???", "07700 900123", POSSIBLE),
        ("07700 900", "07700 900123", POSSIBLE),
        ("900123", "07700 900123", POSSIBLE),
        ("900124", "07700 900123", DIFFERENT),
        ("07700 900123", "+353 20 911 1234", DIFFERENT),
    ],
)
def test_phone_numbers_are_compared_as_known(one, other, likeness):
    assert identifiers.compare_phones(identifiers.phone(one), identifiers.phone(other)) is likeness


@pytest.mark.parametrize(
    ("platform", "typed", "name"),
    [
        ("instagram", "@Some.Body", "some.body"),
        ("instagram", "https://www.instagram.com/Some.Body/?hl=en", "some.body"),
        ("tiktok", "tiktok.com/@somebody/video/123", "somebody"),
        ("snapchat", "https://www.snapchat.com/add/somebody", "somebody"),
        ("facebook", "https://m.facebook.com/profile.php?ref=x&id=1000123", "1000123"),
        ("steam", "https://steamcommunity.com/id/Somebody", "somebody"),
        ("youtube", "https://youtube.com/@somebody", "somebody"),
        ("discord", "somebody#1234", "somebody#1234"),
        ("xbox", "Some  Body 99", "some body 99"),
        ("whatsapp", "07700 900123", "+447700900123"),
        ("other", "somebody", "somebody"),
    ],
)
def test_an_online_name_is_stored_in_one_form(platform, typed, name):
    assert identifiers.handle(platform, typed) == Handle(platform, name)


@pytest.mark.parametrize(
    ("platform", "typed", "told"),
    [
        ("friendface", "somebody", "Choose the app or site"),
        ("snapchat", " @ ", "Enter the name"),
        ("snapchat", "https://snapchat.com/?x=1", "Enter the name"),
        ("snapchat", "a" * 65, "up to 64"),
        ("snapchat", "<b>", "up to 64"),
        ("whatsapp", "somebody", "numbers only"),
    ],
)
def test_it_refuses_what_is_not_an_online_name(platform, typed, told):
    with pytest.raises(NotValid, match=told):
        identifiers.handle(platform, typed)


@given(st.sampled_from(sorted(identifiers.PLATFORMS)), st.text(max_size=80))
def test_any_online_name_is_stored_in_one_form_or_refused(platform, typed):
    try:
        stored = identifiers.handle(platform, typed)
    except NotValid:
        return
    assert identifiers.handle(platform, stored.name) == stored


patterns = st.text("AB?*", max_size=6)


@given(patterns, patterns)
def test_two_patterns_overlap_when_some_full_number_fits_both(one, other):
    def fits(pattern, full):
        return re.fullmatch(fnmatch.translate(pattern), full)

    fulls = [full for length in range(9) for full in words(length)]
    fit_both = any(fits(one, full) and fits(other, full) for full in fulls)
    assert overlap(one, other) == fit_both == overlap(other, one)
    assert compare(one, one) is (POSSIBLE if set(one) & set("?*") else SAME)


def words(length):
    return [""] if length == 0 else [letter + rest for letter in "AB" for rest in words(length - 1)]
