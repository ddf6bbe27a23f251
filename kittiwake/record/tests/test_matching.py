"""Is this the same child? What a person is told, pair by pair. The names are made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record.matching import Known, Verdict, compare
from kittiwake.record.matching.comparing import births_that_fit

SAME_NUMBERS, SAME = Verdict.SAME_IDENTIFIERS, Verdict.SAME_NAME_AND_BIRTH
LIKELY, POSSIBLE, DIFFERENT = Verdict.LIKELY, Verdict.POSSIBLE, Verdict.DIFFERENT


def known(name, born_on="2011-04-07", *also, **numbers):
    """'Forenames|Surname' and a birth date, then other names written the same way."""
    forenames, surname = name.split("|")
    others = tuple(tuple(other.split("|")) for other in also)
    return Known(forenames, surname, born_on and date.fromisoformat(born_on), numbers, others)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reason"),
    [
        ("Aisha|Brennan", "AISHA|BRENNAN", SAME, "Same name"),
        ("Zoë|Łukasik", "Zoe|Lukasik", SAME, "Same name"),
        ("Mary-Ann|O’Brien", "Maryann|OBRIEN", SAME, "Same name"),
        ("Tom|O Brien", "Tom|O'Brien", SAME, "Same name"),
        ("Tom|Mc Donald", "Tom|MacDonald", SAME, "Same name"),
        ("Tom|St. John", "Tom|Saint John", SAME, "Same name"),
        ("Jay|Strauß", "Jay|Strauss", SAME, "Same name"),
        ("Tom|Harker", "Thomas|Harker", LIKELY, "Forms of the same name"),
        ("Mo|Harker", "Muhammad|Harker", LIKELY, "Forms of the same name"),
        ("Aisha|Brennan", "Ayesha|Brennan", LIKELY, "Forms of the same name"),
        ("Aisha Jane|Brennan", "Aisha|Brennan", LIKELY, "Forms of the same name"),
        ("Jane|Brennan", "Aisha Jane|Brennan", LIKELY, "Forms of the same name"),
        ("Aisha|Brennan-Cole", "Aisha|Cole", LIKELY, "Forms of the same name"),
        ("A|Brennan", "Aisha|Brennan", LIKELY, "Forms of the same name"),
        ("Brennan|Aisha", "Aisha|Brennan", LIKELY, "Same names in a different order"),
        ("|Aisha Jane Brennan", "Aisha Jane|Brennan", LIKELY, "Same names in a different order"),
        ("Brenan|Aisha", "Ayesha|Brennan", LIKELY, "First name and surname are swapped"),
        ("Aisha|Brenan", "Aisha|Brennan", LIKELY, "Names are spelled slightly differently"),
        ("Jayden|Harker", "Jaydon|Harkre", LIKELY, "Names are spelled slightly differently"),
        ("Aisha|Brennan", "Aisha|Whitlock", POSSIBLE, "First names fit, and surname differs or is not known"),
        ("Aisha|", "Aisha|Whitlock", POSSIBLE, "First names fit, and surname differs or is not known"),
        ("Isabelle|", "Isabeel|Whitlock", POSSIBLE, "First names fit, and surname differs or is not known"),
        ("|Whitlok", "Aisha|Whitlock", POSSIBLE, "Surnames fit, and first name is not known"),
        ("|Whitlock", "Aisha|Whitlock", POSSIBLE, "Surnames fit, and first name is not known"),
        ("Aisha|Brennan", "Noor|Brennan", DIFFERENT, "Same surname and different first names, as twins have"),
        ("Mia|Brennan", "Mya|Brennan", DIFFERENT, "Same surname and different first names, as twins have"),
        (
            "Aisha|Brennan-Cole",
            "Noor|Cole",
            DIFFERENT,
            "Same surname and different first names, as twins have",
        ),
        ("Noor|Brennan", "Nora|Brennan", DIFFERENT, "Same surname and different first names, as twins have"),
        ("Ava|Brennan", "Avia|Brennan", DIFFERENT, "Same surname and different first names, as twins have"),
        ("Erin|Brennan", "Eryn|Brennan", LIKELY, "Names are spelled slightly differently"),
        ("Jaydon Kit|Brennan", "Jayden Leo|Brennan", LIKELY, "Names are spelled slightly differently"),
        ("Tom|Thomas", "Thomas|Tommy", LIKELY, "Forms of the same name"),
        ("Aisha|", "|Aisha", POSSIBLE, "Only one name is known, and it is the same"),
        ("Aisha|Brennan", "Noor|Whitlock", DIFFERENT, "Names differ"),
        ("|", "Noor|Whitlock", DIFFERENT, "Names are not known on both records"),
        ("|", "|", DIFFERENT, "Names are not known on both records"),
    ],
)
def test_names_with_the_same_birth_date(one, other, verdict, reason):
    comparison = compare(known(one), known(other))
    assert comparison.verdict is verdict
    assert comparison.reasons == [reason, "Same birth date"]


@pytest.mark.parametrize(
    ("one", "other", "exact", "near", "reason"),
    [
        ("2011-04-07", "2011-04-07", SAME, LIKELY, "Same birth date"),
        ("2011-04-07", "2011-07-04", LIKELY, POSSIBLE, "Day and month of birth are swapped"),
        ("2011-04-07", "2011-04-01", LIKELY, POSSIBLE, "One number of the birth date differs"),
        ("2011-04-07", "2010-04-07", LIKELY, POSSIBLE, "One number of the birth date differs"),
        ("2011-04-07", None, POSSIBLE, POSSIBLE, "Birth date is not known on both records"),
        (None, None, POSSIBLE, POSSIBLE, "Birth date is not known on both records"),
        ("2011-04-07", "2008-12-25", DIFFERENT, DIFFERENT, "Birth dates differ"),
        ("2011-04-07", "2010-04-08", DIFFERENT, DIFFERENT, "Birth dates differ"),
    ],
)
def test_birth_dates_with_the_same_name_and_with_one_spelled_differently(one, other, exact, near, reason):
    same = compare(known("Aisha|Brennan", one), known("Aisha|Brennan", other))
    spelled = compare(known("Aisha|Brennan", one), known("Aisha|Brenan", other))
    assert (same.verdict, spelled.verdict) == (exact, near)
    assert same.reasons[-1] == spelled.reasons[-1] == reason


def test_a_first_name_alone_needs_the_same_birth_date():
    assert compare(known("Aisha|Brennan"), known("Aisha|Whitlock", "2011-04-01")).verdict is DIFFERENT
    assert compare(known("Aisha|Brennan"), known("Aisha|Whitlock", None)).verdict is DIFFERENT


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("nhs", "Same NHS number"),
        ("upn", "Same UPN"),
        ("council", "Same council ID"),
        ("former", "Same former council ID"),
        ("police", "Same police person reference"),
    ],
)
def test_a_shared_number_comes_first_and_says_what_does_not_fit(kind, said):
    comparison = compare(
        known("Aisha|Brennan", **{kind: "1"}), known("Noor|Whitlock", "2008-12-25", **{kind: "1"})
    )
    assert comparison.verdict is SAME_NUMBERS
    assert comparison.reasons == [said, "Names differ", "Birth dates differ"]


def test_blank_numbers_are_not_shared():
    assert compare(known("Aisha|Brennan", nhs=""), known("Noor|Whitlock", nhs="")).verdict is DIFFERENT


def test_different_nhs_numbers_weaken_everything_else():
    one, other = known("Aisha|Brennan", nhs="1"), known("Aisha|Brennan", nhs="2")
    assert compare(one, other).verdict is POSSIBLE
    assert compare(one, other).reasons == ["Same name", "Same birth date", "Different NHS numbers"]
    assert compare(one, known("Noor|Whitlock", nhs="2")).verdict is DIFFERENT


def test_an_nhs_number_on_one_record_only_says_nothing():
    assert compare(known("Aisha|Brennan", nhs="1"), known("Aisha|Brennan")).verdict is SAME


def test_different_upns_or_council_ids_say_nothing():
    one, other = known("Aisha|Brennan", upn="1", council="A"), known("Aisha|Brennan", upn="2", council="B")
    assert compare(one, other).verdict is SAME


def test_another_name_on_record_counts_and_is_said_to():
    one = known("Aisha|Brennan", "2011-04-07", "Aisha|Whitlock", "Ash|Brennan")
    comparison = compare(one, known("Aisha|Whitlock"))
    assert comparison.verdict is SAME
    assert comparison.reasons == ["Same name, by another name on record", "Same birth date"]
    assert compare(one, known("Aisha|Brennan")).reasons == ["Same name", "Same birth date"]


def test_reasons_repeat_nothing_about_the_child():
    one = known("Canary|Canary", "2011-04-07", "Canary|Yellow", nhs="canary", police="canary")
    for other in (one, known("Canary|Other"), known("Yellow|Canary", "2011-07-04", nhs="canary2")):
        said = " ".join(compare(one, other).reasons).lower()
        assert "canary" not in said
        assert "2011" not in said


forenames = st.sampled_from(
    ["Aisha", "Ayesha", "Tom", "Thomas", "Mary-Ann", "Noor", "T", "Brennan", "", "Jaydon"]
)
surnames = st.sampled_from(
    ["Brennan", "Brenan", "O’Brien", "OBRIEN", "McDonald", "Aisha", "Cole-Brennan", ""]
)
births = st.none() | st.sampled_from([date(2011, 4, 7), date(2011, 7, 4), date(2011, 4, 8), date(2008, 1, 1)])
numbers = st.dictionaries(st.sampled_from(["nhs", "upn", "council"]), st.sampled_from(["1", "2", ""]))
records = st.builds(
    Known,
    forenames,
    surnames,
    births,
    numbers,
    st.lists(st.tuples(forenames, surnames), max_size=2).map(tuple),
)
LADDER = [DIFFERENT, POSSIBLE, LIKELY, SAME, SAME_NUMBERS]


@given(records, records)
def test_the_order_of_the_two_makes_no_difference(one, other):
    assert compare(one, other) == compare(other, one)


@given(records)
def test_a_record_is_as_alike_to_itself_as_what_it_holds_allows(record):
    verdict = compare(record, record).verdict
    named = any(forenames or surname for forenames, surname in record.names())
    if any(record.numbers.values()):
        assert verdict is SAME_NUMBERS
    elif record.forenames and record.surname:
        assert verdict is (SAME if record.born_on else POSSIBLE)
    elif not named:
        assert verdict is DIFFERENT


@given(records, records)
def test_another_name_on_record_never_makes_two_records_less_alike(one, other):
    bare = Known(one.forenames, one.surname, one.born_on, one.numbers)
    assert LADDER.index(compare(one, other).verdict) >= LADDER.index(compare(bare, other).verdict)


@given(st.text(max_size=20), st.text(max_size=20), births, st.text(max_size=20), st.text(max_size=20), births)
def test_any_writing_can_be_compared(
    forenames, surname, born_on, other_forenames, other_surname, other_born_on
):
    one, other = Known(forenames, surname, born_on), Known(other_forenames, other_surname, other_born_on)
    assert compare(one, other) == compare(other, one)
    assert len(compare(one, other).reasons) == 2


@pytest.mark.parametrize(
    "born_on", [date(2010, 3, 4), date(2012, 2, 29), date(2009, 12, 31), date(2011, 11, 11)]
)
def test_the_birth_dates_that_fit_are_those_that_are_not_called_different(born_on):
    every = {date(2000, 1, 1) + timedelta(days=number) for number in range(20 * 366)}
    fitting = {
        day
        for day in every
        if compare(known("Mia|Marsh", f"{born_on}"), known("Mia|Marsh", f"{day}")).verdict != DIFFERENT
    }
    assert born_on in fitting
    assert fitting == births_that_fit(born_on) & every
