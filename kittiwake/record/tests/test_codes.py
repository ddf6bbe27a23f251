import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import codes
from kittiwake.record.codes import Code, CodeList, UnknownCode

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code_list", "key", "label"),
    [
        (codes.ETHNICITY, "WROM", "Gypsy or Roma"),
        (codes.ETHNICITY, "NOBT", "Not yet obtained"),
        (codes.DISABILITY, "AUT", "Autism"),
        (codes.SEX, "U", "Not known or not yet born"),
        (codes.GENDER, "09", "Describes their gender another way"),
        (codes.LEGAL_STATUS, "V2", "Section 20, single period of accommodation"),
        (codes.PLACEMENT, "K3", "Supported accommodation"),
        (codes.PLACEMENT_CHANGE, "CARPL", "Planned, as the care plan says"),
        (codes.PROVIDER, "PR1", "This council"),
        (codes.CATEGORY_OF_ABUSE, "SAB", "Sexual abuse"),
        (codes.CLOSURE_REASON, "RC9", "Closed after assessment, to early help"),
        (codes.PRIMARY_NEED, "N1", "Abuse, neglect and exploitation"),
        (codes.ASSESSMENT_FACTOR, "24A", "Child criminal exploitation"),
        (codes.REFERRAL_SOURCE, "6", "Police"),
        (codes.UPN_UNKNOWN, "UN1", "Not of school age and has not been given one"),
        (codes.LANGUAGE, "bfi", "British Sign Language (BSL)"),
        (codes.COMMUNICATION, "makaton", "Uses Makaton"),
        (codes.TRACK, "child_in_need", "Child in need"),
    ],
)
def test_it_says_what_a_code_means(code_list, key, label):
    assert code_list.label(key) == label


@pytest.mark.parametrize(
    ("on", "label"),
    [(date(2025, 3, 31), "Abuse or neglect"), (date(2025, 4, 1), "Abuse, neglect and exploitation")],
)
def test_a_label_is_the_one_of_its_day(on, label):
    assert codes.PRIMARY_NEED.label("N1", on) == label
    assert dict(codes.PRIMARY_NEED.choices(on))["N1"] == label


@pytest.mark.parametrize(
    ("code_list", "key", "first", "last"),
    [
        (codes.PLACEMENT, "K3", date(2024, 4, 1), None),
        (codes.PLACEMENT, "H5", None, date(2024, 3, 31)),
        (codes.PLACEMENT, "P2", None, date(2024, 3, 31)),
        (codes.PLACEMENT, "Z1", None, date(2025, 3, 31)),
        (codes.PLACEMENT, "Z11", date(2025, 4, 1), None),
        (codes.ASSESSMENT_FACTOR, "24A", date(2021, 4, 1), None),
        (codes.REFERRAL_SOURCE, "5D", date(2022, 4, 1), None),
        (codes.CLOSURE_REASON, "RC9", date(2022, 4, 1), None),
    ],
)
def test_a_code_is_offered_only_while_it_is_in_use(code_list, key, first, last):
    def offered(on):
        return key in dict(code_list.choices(on))

    day = timedelta(days=1)
    assert (first is None) or (offered(first) and not offered(first - day))
    assert (last is None) or (offered(last) and not offered(last + day))


def test_a_code_out_of_its_time_is_refused_and_still_has_its_meaning():
    with pytest.raises(
        UnknownCode, match=r"“Semi-independent, not regulated” \(H5\) was in use only until 31 March 2024"
    ):
        codes.PLACEMENT.check("H5", TODAY)
    with pytest.raises(UnknownCode, match="in use only from 1 April 2024"):
        codes.PLACEMENT.check("K3", date(2024, 3, 31))
    assert codes.PLACEMENT.label("H5") == "Semi-independent, not regulated"
    assert codes.PLACEMENT.check("H5", date(2023, 1, 1)) == "H5"


def test_a_retired_code_is_not_offered_and_is_still_accepted_in_old_records():
    assert "18A" not in dict(codes.ASSESSMENT_FACTOR.choices(TODAY))
    assert codes.ASSESSMENT_FACTOR.check("18A", TODAY) == "18A"


def test_an_unknown_code_is_refused_without_repeating_it():
    with pytest.raises(UnknownCode, match="The ethnicity code is not one that is in use") as refusal:
        codes.ETHNICITY.check("CANARY", TODAY)
    assert "CANARY" not in str(refusal.value)
    assert "CANARY" not in codes.ETHNICITY
    assert "WBRI" in codes.ETHNICITY


def test_several_codes_come_back_once_each_in_the_order_of_the_list():
    assert codes.DISABILITY.check_all(["AUT", "MOB", "AUT"], TODAY) == ["MOB", "AUT"]
    assert codes.DISABILITY.check_all([], TODAY) == []
    assert codes.DISABILITY.check_all(["NONE"], TODAY) == ["NONE"]


@pytest.mark.parametrize(
    ("code_list", "keys"),
    [
        (codes.DISABILITY, ["NONE", "AUT"]),
        (codes.ASSESSMENT_FACTOR, ["10A", "21"]),
        (codes.COMMUNICATION, ["none", "bsl"]),
    ],
)
def test_none_of_these_cannot_stand_beside_another(code_list, keys):
    with pytest.raises(UnknownCode, match="cannot be recorded with any other"):
        code_list.check_all(keys, TODAY)


@pytest.mark.parametrize("code_list", codes.ALL, ids=lambda code_list: code_list.name)
def test_no_code_has_two_meanings_on_one_day(code_list):
    for code in code_list:
        others = [other for other in code_list if other.key == code.key and other is not code]
        ends = code.to or date.max
        assert all(
            (other.to or date.max) < (code.from_ or date.min) or ends < (other.from_ or date.min)
            for other in others
        )


@pytest.mark.parametrize("code_list", codes.ALL, ids=lambda code_list: code_list.name)
def test_every_list_can_be_read_and_traced(code_list):
    labels = [label for _, label in code_list.choices(TODAY)]
    assert labels
    assert len(labels) == len(set(labels))
    assert all(re.match("[A-Z0-9]", label) and not label.endswith(".") for label in labels)
    assert code_list.source
    assert set(code_list.alone) <= set(code_list.keys())


@pytest.mark.parametrize("code_list", codes.ALL, ids=lambda code_list: code_list.name)
@given(on=st.dates())
def test_whatever_is_offered_on_a_day_is_accepted_that_day(code_list, on):
    for key, label in code_list.choices(on):
        assert code_list.check(key, on) == key
        assert code_list.label(key, on) == label


@pytest.mark.parametrize(
    ("code_list", "key", "group"),
    [
        (codes.ETHNICITY, "WIRT", "a) White"),
        (codes.ETHNICITY, "MOTH", "b) Mixed"),
        (codes.ETHNICITY, "AOTH", "c) Asian or Asian British"),
        (codes.ETHNICITY, "CHNE", "e) Other ethnic group"),
        (codes.ETHNICITY, "BOTH", "d) Black or black British"),
        (codes.ETHNICITY, "REFU", "f) Not stated"),
        (codes.LEGAL_STATUS, "L2", "f) Detained on child protection grounds in LA accommodation"),
        (codes.LEGAL_STATUS, "V3", ""),
        (codes.PROVIDER, "PR0", "c) Other"),
        (codes.PLACEMENT, "S1", "m) Residential school"),
        (codes.REFERRAL_SOURCE, "5D", "f) LA services"),
        (codes.DISABILITY, "NONE", "No"),
    ],
)
def test_the_inspectors_group_of_a_code(code_list, key, group):
    assert code_list.group(key) == group


def test_every_code_that_the_inspectors_lists_ask_for_has_a_group():
    for code_list in (
        codes.ETHNICITY,
        codes.DISABILITY,
        codes.SEX,
        codes.GENDER,
        codes.PRIMARY_NEED,
        codes.PROVIDER,
    ):
        assert all(code.group for code in code_list), code_list.name
    assert {code.key for code in codes.PLACEMENT if not code.group} == set()
    assert {code.key for code in codes.LEGAL_STATUS if not code.group} == codes.SHORT_BREAKS


@pytest.mark.parametrize(
    ("sex", "gender", "group"),
    [
        ("F", "00", "b) Female"),
        ("M", "02", "b) Female"),
        ("M", "09", "d) Neither"),
        ("U", "00", "c) Not stated/recorded"),
    ],
)
def test_what_a_child_says_of_their_gender_comes_first(sex, gender, group):
    assert codes.annex_a_gender(sex, gender) == group


def test_every_number_that_once_stood_for_sex_has_its_letter():
    numbers = {code.key for code in codes.SEX if code.key.isdigit()}
    assert numbers == set(codes.SEX_FROM_NUMBER)
    for number, letter in codes.SEX_FROM_NUMBER.items():
        assert codes.SEX.group(number) == codes.SEX.group(letter)


@pytest.mark.parametrize(
    ("placement", "provider", "urn"),
    [
        ("U4", True, True),
        ("K2", True, True),
        ("P1", True, False),
        ("T4", False, False),
        ("Z12", False, False),
    ],
)
def test_which_placements_have_a_provider_and_a_urn(placement, provider, urn):
    assert codes.provider_is_recorded(placement) is provider
    assert codes.urn_is_required(placement) is urn
    assert codes.urn_is_required(placement, in_england=False) is False


def test_supported_accommodation_is_for_sixteen_and_over():
    assert not codes.is_old_enough("K3", 15)
    assert codes.is_old_enough("K3", 16)
    assert codes.is_old_enough("K2", 3)


def test_a_list_gives_the_last_meaning_when_no_day_is_named():
    old, new = Code("a", "Old", to=date(2020, 1, 1)), Code("a", "New", from_=date(2020, 1, 2))
    assert CodeList("thing", [old, new], source="test").label("a") == "New"


SCHEMA = "01_cin_census_xml/schemas/CIN_schema_2026.xsd"


@pytest.mark.parametrize(
    ("kind", "code_list"),
    [
        ("ethnicitytype", codes.ETHNICITY),
        ("disabilitytype", codes.DISABILITY),
        ("sextype", codes.SEX),
        ("unknownupntype", codes.UPN_UNKNOWN),
        ("referralsourcetype", codes.REFERRAL_SOURCE),
        ("categoryofabusetype", codes.CATEGORY_OF_ABUSE),
        ("primaryneedcodetype", codes.PRIMARY_NEED),
        ("reasonforclosuretype", codes.CLOSURE_REASON),
        ("assessmentfactorstype", codes.ASSESSMENT_FACTOR),
    ],
)
def test_the_census_schema_has_the_same_codes(kind, code_list):
    beside = Path(__file__).resolve().parents[4] / "shared" / "data"
    schema = Path(os.environ.get("KITTIWAKE_TEST_DATA", beside)) / SCHEMA
    if not schema.exists():
        pytest.skip(
            "The census schema is not on this machine; set KITTIWAKE_TEST_DATA to the folder that has it."
        )
    text = (
        schema.read_text(encoding="utf-8", errors="replace")
        .split(f'name="{kind}"')[1]
        .split("</xs:simpleType>")[0]
    )
    in_use = {code.key for code in code_list if code.in_use(date(2026, 3, 31))}
    assert set(re.findall(r'enumeration value="([^"]+)"', text)) == in_use
