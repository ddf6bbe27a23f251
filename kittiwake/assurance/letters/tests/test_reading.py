"""Whole letters of each kind, read."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading.days import published, visited
from kittiwake.assurance.letters.reading.fronts import council_of
from kittiwake.assurance.letters.reading.grades import grades_of
from kittiwake.assurance.letters.reading.letters import LetterRead, read
from kittiwake.assurance.letters.reading.subjects import WORDS, theme_of
from kittiwake.assurance.letters.tests import made_up
from kittiwake.assurance.letters.themes import THEMES

STRENGTH, SHORTFALL, NEUTRAL = rules.STRENGTH, rules.SHORTFALL, rules.NEUTRAL


def readings(letter: LetterRead) -> list[tuple[str, str]]:
    return [(each.reading, each.text) for each in letter.statements if each.kind == rules.SENTENCE]


@pytest.mark.parametrize(
    ("name", "kind", "days"),
    [
        ("report", rules.STANDARD, (date(2026, 3, 2), date(2026, 3, 13))),
        ("monitoring", rules.MONITORING, (date(2026, 2, 3), date(2026, 2, 4))),
        ("focused", rules.FOCUSED, (date(2025, 6, 10), date(2025, 6, 11))),
        ("joint", rules.JOINT, (date(2025, 10, 6), date(2025, 10, 10))),
        ("before_2018", rules.SINGLE, (date(2017, 3, 6), date(2017, 3, 30))),
    ],
)
def test_each_letter_says_what_it_is(name: str, kind: str, days: tuple[date, date]) -> None:
    letter = read(made_up.ALL[name])
    assert (letter.kind, (letter.visited_from, letter.visited_to)) == (kind, days)
    assert letter.council in ("Far Hedge", "Far Hedge Council")
    assert letter.notes == ()


def test_a_report_with_its_grades_and_points() -> None:
    letter = read(made_up.REPORT)
    assert letter.grades == {
        "leaders": "requires_improvement",
        "help_and_protection": "good",
        "in_care": "outstanding",
        "care_leavers": "requires_improvement",
        "overall": "requires_improvement",
    }
    assert letter.points(rules.NEEDS_TO_IMPROVE) == [
        "The frequency and recording of supervision.",
        "Plans for care leavers, so that each young person knows what happens next.",
        "The response of a small number of schools.",
    ]
    assert readings(letter) == [
        (STRENGTH, "Services in Far Hedge have improved."),
        (STRENGTH, "When children go missing, the response is quick and it is the same for those who live outside the area."),
        (SHORTFALL, "However, the quality of plans is uneven between teams."),
        (STRENGTH, "All children have an allocated worker."),
        (STRENGTH, "Return interviews are prompt, and what children say informs their safety plans."),
        (STRENGTH, "Although some interviews are brief, those are challenged and done again."),
        (SHORTFALL, "Not all assessments look at the whole of a child’s life."),
        (SHORTFALL, "As a result, some children wait too long for help."),
        (STRENGTH, "Decisions are made without delay."),
        (SHORTFALL, "Too few care leavers have a plan that is up to date."),
        (STRENGTH, "Personal advisers know their young people well."),
    ]  # fmt: skip
    sections = {each.section for each in letter.statements}
    assert "The experiences and progress of care leavers" in sections


def test_a_monitoring_letter_has_no_grades_and_says_what_was_looked_at() -> None:
    letter = read(made_up.MONITORING)
    assert (letter.grades, letter.published_on) == ({}, date(2026, 2, 27))
    assert letter.points(rules.AREA_OF_CONCERN) == [
        "The response to children who go missing and those at risk of exploitation.",
        "The quality and impact of management oversight.",
    ]
    assert readings(letter)[0][0] == NEUTRAL
    assert readings(letter)[-1] == (
        SHORTFALL, "Supervision is valued by workers but is not always seen in the written record."
    )  # fmt: skip


def test_a_focused_visit_with_an_area_for_priority_action() -> None:
    letter = read(made_up.FOCUSED)
    assert letter.points(rules.PRIORITY_ACTION) == ["The response to children who need help at night."]
    assert letter.points(rules.NEEDS_TO_IMPROVE) == ["The quality of referrals from partners."]


def test_a_joint_inspection_opens_under_a_heading() -> None:
    letter = read(made_up.JOINT)
    assert len(letter.points(rules.NEEDS_TO_IMPROVE)) == 2
    assert (letter.statements[0].section, letter.statements[-1].section) == ("Headline findings", "Strengths")


def test_recommendations_of_the_older_reports() -> None:
    letter = read(made_up.BEFORE_2018)
    assert letter.grades == {
        "overall": "requires_improvement",
        "help_and_protection": "requires_improvement",
        "in_care_and_care_leavers": "good",
        "adoption": "outstanding",
        "care_leavers": "inadequate",
        "leaders": "good",
    }
    assert letter.published_on == date(2017, 5, 22)
    assert letter.points(rules.NEEDS_TO_IMPROVE) == [
        "Ensure that each child who returns from missing is offered an interview.",
        "The corporate parenting panel should hear from children.",
    ]
    assert "30,000" not in str(letter.statements)


def test_what_is_not_found_is_said() -> None:
    letter = read(
        "Inspection of something\n\n Judgement   Grade\n Overall effectiveness\n\nChildren are seen by those whom they know, and it shows."
    )
    assert letter.grades == {}
    assert len(letter.notes) == 4
    assert [each.text for each in read("Words about it").statements] == ["Words about it"]
    assert "No statement was found in it. Is this the letter?" in read("...").notes


def test_a_table_and_a_heading_that_disagree_are_said() -> None:
    table = "Judgement Grade Overall effectiveness Good The impact of leaders on practice Good"
    grades, notes = grades_of(table, ["The impact of leaders on social work practice: inadequate"])
    assert grades == {"overall": "good", "leaders": "good"}
    assert notes == ["The table of grades says good where a heading says inadequate. Look at the letter."]


@pytest.mark.parametrize(
    ("front", "days"),
    [
        ("Inspection dates: 10 to 14 October 2022", ("2022-10-10", "2022-10-14")),
        ("Inspection dates: 30 January to 10 February 2023", ("2023-01-30", "2023-02-10")),
        ("Inspection dates: 25 November 2019 to 6 December 2019", ("2019-11-25", "2019-12-06")),
        ("Inspection dates: 4–8 March 2024", ("2024-03-04", "2024-03-08")),
        ("Visit dates: 4th and 5th March 2024", ("2024-03-04", "2024-03-05")),
        ("The focused visit to Far Hedge on 4 March 2024", ("2024-03-04", "2024-03-04")),
        ("Inspection dates: 31 to 32 June 2024", ("None", "None")),
        ("Inspection dates: 8 to 4 March 2024", ("None", "None")),
        ("", ("None", "None")),
    ],
)
def test_days(front: str, days: tuple[str, str]) -> None:
    assert tuple(map(str, visited(front, ""))) == days


def test_the_day_of_a_letter() -> None:
    assert published("Report published: 25 September 2017") == date(2017, 9, 25)
    assert published("27 February 2026 [name], Director") == date(2026, 2, 27)
    assert published("Inspection dates: 4 March 2024") is None


@pytest.mark.parametrize(
    ("front", "council"),
    [
        ("Inspection of Far Hedge local authority children’s services", "Far Hedge"),
        ("Inspection of Far Hedge Council local authority children’s services", "Far Hedge Council"),
        ("Inspection of Far Hedge Metropolitan Borough Council children’s services", "Far Hedge Metropolitan Borough Council"),
        ("Far Hedge City Council Inspection of children’s social care services", "Far Hedge City Council"),
        ("Monitoring visit to Far Hedge children’s services", "Far Hedge"),
        ("Joint targeted area inspection of Far Hedge Inspection dates: 6 May", "Far Hedge"),
        ("Something else", ""),
    ],
)  # fmt: skip
def test_councils(front: str, council: str) -> None:
    assert council_of(front, "") == council


def test_every_theme_has_its_words_and_only_those() -> None:
    assert set(WORDS) == {key for key, _ in THEMES}


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("All children have an allocated worker.", "allocation"),
        ("Children who go missing are found quickly.", "missing"),
        ("Return home interviews inform safety planning.", "return_interviews"),
        ("Strategy meetings are well attended.", "strategy"),
        ("Audits are thorough.", "audits"),
        ("Supervision is regular.", "supervision"),
        ("Newly qualified workers have protected caseloads.", "workforce"),
        ("Exploitation is mapped and disrupted.", "exploitation"),
        ("Care leavers have a local offer.", "care_leavers"),
        ("This helps.", "before"),
    ],
)
def test_what_a_sentence_is_about(sentence: str, theme: str) -> None:
    assert theme_of(sentence, "before") == theme
