"""The grades, exactly as the table has them, and held against the headings, which say them again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kittiwake.assurance.letters import rules

_GRADE = re.compile(r"\b(Outstanding|Good|Requires improvement|Inadequate)\b(?: to be good)?")
_KEY = {
    "outstanding": rules.OUTSTANDING,
    "good": rules.GOOD,
    "requires improvement": rules.REQUIRES_IMPROVEMENT,
    "require improvement": rules.REQUIRES_IMPROVEMENT,
    "inadequate": rules.INADEQUATE,
}
_TABLE = re.compile(r"\bJudge?ments?\s+Grades?\b")
_NAME = re.compile(r"The impact of leaders|The experiences? and progress of|Overall effectiveness")
# What a judgement is about, by the first of these words that its name has.
_JUDGEMENTS = (
    (re.compile(r"impact of leaders|leadership", re.IGNORECASE), "leaders"),
    (re.compile(r"overall", re.IGNORECASE), "overall"),
    (re.compile(r"adoption", re.IGNORECASE), "adoption"),
    (re.compile(r"help and protection", re.IGNORECASE), "help_and_protection"),
    (
        re.compile(r"care and care leavers|looked after and achieving", re.IGNORECASE),
        "in_care_and_care_leavers",
    ),
    (re.compile(r"care leavers", re.IGNORECASE), "care_leavers"),
    (re.compile(r"in care\b", re.IGNORECASE), "in_care"),
)
_NAME_BEFORE_2018 = re.compile(
    r"Children who need help and protection|Children looked after and achieving|Adoption performance"
    r"|Experiences and progress of care leavers|Leadership, management and governance"
)
_OVERALL = re.compile(
    r"Children’s services in [^.]{1,80}? (?:are|is) (good|outstanding|inadequate)|Children’s services in [^.]{1,80}? (requires? improvement)"
)
_HEADING = re.compile(
    r"^(.*?)(?::| is:| are:)? (outstanding|good|requires improvement|inadequate)(?: to be good)?\.?$",
    re.IGNORECASE,
)


def grades_of(front: str, headings: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """By judgement; and a sentence on whatever is not clear."""
    table = _TABLE.search(front)
    by_table = _paired(front[table.end() :], _NAME) if table else _before_2018(front)
    by_heading = _by_heading(headings)
    if by_table is None:
        return by_heading, [
            "The table of grades could not be read: those of the headings are given. Look at them."
        ]
    apart = [
        f"The table of grades says {_title(by_table[key])} where a heading says {_title(grade)}. Look at the letter."
        for key, grade in by_heading.items()
        if by_table.get(key, grade) != grade
    ]
    return by_table or by_heading, apart


def _paired(text: str, name: re.Pattern[str]) -> dict[str, str] | None:
    """The names down the left and the grades down the right, in the same order, however their lines interlock. No name
    has "to be" or "good" in it: those are the ends of grades.
    """
    grades = [_KEY[grade[1].lower()] for grade in _GRADE.finditer(text)]
    left = " ".join(re.sub(r"\b(?:to be|good)\b", " ", _GRADE.sub(" ", text)).split())
    starts = [match.start() for match in name.finditer(left)]
    names = [left[start:end] for start, end in zip(starts, [*starts[1:], len(left)], strict=True)]
    keys = [_judgement(each) for each in names]
    if len(keys) != len(grades) or "" in keys or len(set(keys)) != len(keys):
        return None
    return dict(zip(keys, grades, strict=True))


def _before_2018(front: str) -> dict[str, str] | None:
    """As the reports of the single inspection have them: "2.1 Adoption performance … Good"."""
    overall = _OVERALL.search(front)
    if not overall:
        return {}
    by_name = _paired(front[overall.end() :], _NAME_BEFORE_2018)
    return by_name and {"overall": _KEY[(overall[1] or overall[2]).replace("requires", "require")], **by_name}


def _by_heading(headings: Iterable[str]) -> dict[str, str]:
    judged = (_HEADING.match(heading) for heading in headings)
    return {key: _KEY[each[2].lower()] for each in judged if each and (key := _judgement(each[1]))}


def _judgement(name: str) -> str:
    return next((key for words, key in _JUDGEMENTS if words.search(name[:120])), "")


def _title(grade: str) -> str:
    return dict(rules.GRADES)[grade].lower()
