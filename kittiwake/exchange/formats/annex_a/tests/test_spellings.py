"""Every spelling that councils are known to have used, where the collection of them is at hand.

Understood means: the cell gives a code, or is known to be a word for nothing. Where the collection counts a
spelling under another group than we do, it is listed below with the reason; there may be no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from kittiwake.exchange.formats.annex_a.columns import KINDS
from kittiwake.exchange.formats.annex_a.lists import LISTS, ChildList
from kittiwake.exchange.formats.annex_a.reading import match_columns
from kittiwake.exchange.reading.tests.making import reference_files
from kittiwake.exchange.reading.values import is_missing_word

yaml = pytest.importorskip("yaml")

READERS = {name: kind.read for name, kind in KINDS.items()}
GROUPS = {
    "gender": "male female not_stated neither",
    "ethnicity": "white mixed asian black other not_stated",
    "source": "individual schools education health housing la_services police other_legal other anonymous unknown",
    "need": "abuse_or_neglect childs_disability parents_illness_or_disability family_in_acute_stress "
    "family_dysfunction unacceptable_behaviour low_income absent_parenting not_in_need not_stated",
    "closure": "adopted died child_arrangements_order special_guardianship another_authority adult_services other "
    "after_assessment RC0",
    "status": "looked_after protection_plan in_need_plan assessment closed",
    "abuse": "neglect physical sexual emotional multiple",
    "legal": "interim_care_order full_care_order freed_for_adoption placement_order accommodated protection youth_justice",
    "permanence": "family adoption guardianship supported_living residential long_term_fostering other",
    "ceased": "adopted died another_authority home_to_family to_others child_arrangements_order special_guardianship "
    "independent_living adult_services custody remand_ended aged_18_or_over moved_abroad other",
    "placement": "foster adoption with_parents independent residential_employment semi_independent secure "
    "childrens_home care_home health family_centre youth_custody residential_school other temporary",
    "provider": "own_authority private other",
    "suitable": "True False None None",
    "location": "in out",
    "eligibility": "relevant former_relevant qualifying eligible other",
    "in_touch": "in_touch not_in_touch not_recorded excluded",
    "accommodation": "with_family community_home semi_independent supported_lodgings abroad deported "
    "ordinary_lodgings not_known homeless foyer independent emergency bed_and_breakfast custody "
    "former_foster_carer other",
    "no_longer": "RD1 RD2 RD3 RD4",
}
ACTIVITIES = {"1": "higher_education", "2": "education", "3": "training_or_employment", "4": "apprenticeship"}
# Counted otherwise by the collection: (reader, most that may differ, why).
DIFFERENT = {
    "gender": (1, "‘Not specified / Indeterminate’ says both"),
    "ethnicity": (
        13,
        "Kurdish is Other and Kosovan White in the national codes; a written code beats the words",
    ),
    "source": (
        56,
        "‘Probation’, ‘MP’ and the like stand under several groups; we follow the census guidance",
    ),
    "need": (1, "‘Other vulnerable people’ is an adult service's"),
    "closure": (4, "RC6 is adult services, whatever it stands under"),
    "ceased": (4, "E7, E13, E15 and E17 by their words stand under other"),
    "placement": (2, "one sentence stands under two groups"),
    "provider": (1, "parents stand under own provision once"),
    "no_longer": (1, "what a court overturned stands under the child’s needs once"),
    "nfa": (1, "‘U’ is not a no"),
}
# Spellings the collection itself calls errors, or leaves to chance.
NO_CODE = ("zz",)


@cache
def schema() -> dict[str, dict[str, Any]]:
    path = reference_files("03_annex_a", "schema", "Annex_A_schema.yml")
    columns: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["column_map"]
    return columns


def lists() -> list[tuple[ChildList, dict[str, Any]]]:
    return [(known, schema()[f"list_{known.number}"]) for known in LISTS]


def examples(pattern: str) -> list[str]:
    """Headings that fit one of the collection's patterns, with something and with nothing in its gaps."""
    plain = re.sub(r"^/|/i.*$", "", pattern).replace(r"\b", "").replace("(id|identifier)", "ID")
    return [
        choice.replace(".*", gap).strip() for choice in plain.split("|") for gap in (" ", " - ", " (xyz) ")
    ]


def test_every_heading_is_understood() -> None:
    wrong = []
    for known, columns in lists():
        fields = {field.title.casefold(): field.name for field in known.fields}
        expected = match_columns(known, columns)
        for title, facts in columns.items():
            name = next((name for name, heading in expected.items() if heading == title), "")
            fitting = [example for pattern in facts.get("header_regex", []) for example in examples(pattern)]
            for heading in [title, title.upper(), title.replace(" ", "_"), *fitting]:
                others = [heading if other == title else other for other in columns]
                if not name or match_columns(known, others).get(name) != heading:
                    wrong.append((known.number, heading, name))
            assert fields.get(title.casefold(), name) == name
    assert wrong == []


def spellings(known: ChildList, columns: dict[str, Any]) -> dict[tuple[str, str], set[str]]:
    """(reader, spelling) and the collection's groups for it; one spelling may stand under two."""
    found: dict[tuple[str, str], set[str]] = {}
    names = match_columns(known, columns)
    readers = {names[field.name]: field.kind for field in known.fields if field.name in names}
    for title, facts in columns.items():
        for choice in facts.get("category", []):
            spelt = choice.get("name") or []
            for spelling in [spelt] if isinstance(spelt, str) else spelt:
                found.setdefault((readers[title], str(spelling)), set()).add(str(choice["code"]))
    return found


def all_spellings() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for known, columns in lists():
        for key, codes in spellings(known, columns).items():
            found.setdefault(key, set()).update(codes)
    return {key: codes for key, codes in found.items() if key[0] != "authority"}


def is_understood(reader: Callable[[Any], Any], spelling: str) -> bool:
    value, doubt = reader(spelling)
    return value is not None or is_missing_word(spelling) or not doubt


def test_every_spelling_is_understood() -> None:
    known = all_spellings()
    wanted = {
        key: codes for key, codes in known.items() if not all(code.startswith(NO_CODE) for code in codes)
    }
    puzzling = [key for key in wanted if not is_understood(READERS[key[0]], key[1])]
    assert puzzling == []
    assert len(wanted) > 6_500


@pytest.mark.parametrize("reader", [*GROUPS, "activity"])
def test_spellings_are_counted_as_the_collection_counts_them(reader: str) -> None:
    differing = []
    for (name, spelling), codes in all_spellings().items():
        codes = {code for code in codes if not code.startswith(NO_CODE)}
        if name == reader and codes and (value := READERS[reader](spelling).value) is not None:
            group = str(getattr(value, "group", value))
            if group not in {group_of(reader, code) for code in codes}:
                differing.append((spelling, group, codes))
    assert len(differing) <= DIFFERENT.get(reader, (0, ""))[0], differing


def group_of(reader: str, code: str) -> str:
    if reader == "activity":
        return "not_in_education" if code[0] == "G" else ACTIVITIES.get(code[1], "training_or_employment")
    if reader == "legal" and code[0] == "J":
        return "youth_justice"
    return GROUPS[reader].split()[ord(code[0]) - ord("a")]


@pytest.mark.parametrize(
    "reader",
    ["disability", "yes_no", "yes_no_lettered", "seen", "seen_lettered", "nfa", "unaccompanied", "offered"],
)
def test_yes_and_no_are_told_apart(reader: str) -> None:
    differing = [
        (spelling, codes)
        for (name, spelling), codes in all_spellings().items()
        if name == reader
        and str(READERS[reader](spelling).value) not in codes | ({"None"} if "Unknown" in codes else set())
    ]
    assert len(differing) <= DIFFERENT.get(reader, (0, ""))[0], differing
