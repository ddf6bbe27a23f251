"""Which published figure stands beside which of our measures, and how it was counted otherwise than ours.

Indicators are called as the import names them: what is in the columns of words, then the column of figures.
"""

from __future__ import annotations

from kittiwake.insight.statistics.published import Published

CIN = "Characteristics of children in need, Department for Education"
CLA = "Children looked after in England, Department for Education"
WORKFORCE = "Children’s social work workforce, Department for Education"


def _cla(words: str, column: str = "number") -> str:
    return f"{words} | {column}"


_ICPC = "Section 47s and Initial Child Protection Conferences"
_ASSESSED = "Duration of assessment"
_STABILITY = "CLA on 31 March | With 3 or more placements during the year | children_percent"
_YEAR_TO_MARCH = "The year to 31 March, and not the days chosen here."
PUBLISHED = (
    Published(
        "P03",
        (_cla("Percentage of children who had a missing incident during the year"),),
        CLA,
        f"Of children in care at any time of the year. {_YEAR_TO_MARCH}",
    ),
    Published(
        "P04",
        (_cla("Average number of missing incidents per looked after child who went missing"),),
        CLA,
        f"Of children in care alone; ours is of all children. {_YEAR_TO_MARCH}",
        unit="",
    ),
    Published(
        "P05",
        (_cla("Children who went missing more than once during the year"),),
        CLA,
        f"Of children in care alone; ours is of all children. {_YEAR_TO_MARCH}",
        of=_cla("Children who had a missing incident during the year"),
    ),
    Published(
        "P22",
        ("Referrals and Re-referrals | rereferral_percent",),
        CIN,
        _YEAR_TO_MARCH,
    ),
    Published(
        "P24",
        tuple(
            f"{_ASSESSED} | {days}"
            for days in ("Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days")
        ),
        CIN,
        _YEAR_TO_MARCH,
        of=f"{_ASSESSED} | Assessments_completed",
    ),
    Published(
        "P30",
        (f"{_ICPC} | Duration_0-10_days", f"{_ICPC} | Duration_11-15_days"),
        CIN,
        _YEAR_TO_MARCH,
        of=f"{_ICPC} | ICPC",
    ),
    Published(
        "P33",
        ("Child Protection Plans reviewed within timescales | Reviewed_within_timescales_percent",),
        CIN,
        "Of plans open at 31 March for three months or more: whether all their reviews were in time. Ours is of reviews.",
    ),
    Published(
        "P35",
        ("Child Protection Plans which are a second or subsequent plan | CPP_subsequent_percent",),
        CIN,
        _YEAR_TO_MARCH,
    ),
    Published(
        "P36",
        ("Child Protection Plans by length of time | 2_years_or_more_percent",),
        CIN,
        "Of plans open at 31 March.",
    ),
    Published("P50", (_STABILITY,), CLA, "Of children in care on 31 March."),
    Published(
        "P50b",
        (
            (
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"
                " | Living with the same carer for at least 2 years | children_percent"
            ),
        ),
        CLA,
        "Of children under 16 who have been in care for two and a half years or more on 31 March.",
    ),
    Published(
        "P60",
        ("CLA on 31 March | 3 or more social workers during the year | percentage",),
        CLA,
        "Three workers or more in the year, of children in care on 31 March; ours counts changes, which are one fewer.",
    ),
    Published("P74", ("agency_rate_fte",), WORKFORCE, "Whole-time equivalents on 30 September."),
    Published("P74b", ("vacancy_rate_fte",), WORKFORCE, "Whole-time equivalents on 30 September."),
    Published("P74c", ("turnover_rate_fte",), WORKFORCE, "Whole-time equivalents, the year to 30 September."),
    Published("P74d", ("absence_rate_fte",), WORKFORCE, "The year to 30 September."),
    Published(
        "P75",
        ("caseload_fte",),
        WORKFORCE,
        "Cases held on 30 September for each whole-time case holder, agency workers among them.",
        unit="",
    ),
)
