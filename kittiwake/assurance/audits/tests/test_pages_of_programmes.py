"""Pages of programmes, samples, comparison, agreement and learning."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.learning import recording as learning
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Candidate, LearningEvent, Moderation, Programme, Sample
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.audits.tests.test_pages import read, sent
from tests.cast import NOW, Cast, make_child


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW + timedelta(days=4), tick=False)


def days(**named: date) -> dict[str, int]:
    parts = ("day", "month", "year")
    return {f"{name}_{part}": getattr(day, part) for name, day in named.items() for part in parts}


def planned(cast: Cast, **more: Any):
    facts = {
        "title": "Winter audits", "kind": "dip", "question": "Is the child safer?", "tool": rules.DIP,
        "moderated_share": 20, **days(starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 31)),
    }  # fmt: skip
    return sent(cast, "principal", "/audits/programmes/new/", **{**facts, **more})


def test_audits_are_planned_and_a_sample_is_drawn(cast: Cast) -> None:
    page = planned(cast).content.decode()
    assert "No sample yet" in page
    programme = Programme.objects.get()
    answer = sent(cast, "principal", f"/audits/programmes/{programme.pk}/samples/new/", size=2, seed="winter")
    page = answer.content.decode()
    for words in (
        "winter",
        "Who was drawn, and who was not",
        "gives the same children",
        "North team",
        "Ask somebody",
    ):
        assert words in page
    assert Candidate.objects.filter(outcome="drawn").count() == 2
    assert "Winter audits" in read(cast, "worker", "/audits/programmes/")


def test_a_re_audit_says_what_it_follows(cast: Cast) -> None:
    answer = planned(cast, kind=rules.RE_AUDIT)
    assert answer.status_code == 422
    assert "Select the programme" in answer.content.decode()


def test_whoever_does_not_see_the_whole_population_is_told(cast: Cast) -> None:
    planned(cast)
    sent(
        cast,
        "principal",
        f"/audits/programmes/{Programme.objects.get().pk}/samples/new/",
        size=2,
        seed="winter",
    )
    page = read(cast, "outsider", Sample.objects.get().programme.samples.get().get_absolute_url())
    assert "Rowan Reed" in page
    assert "Ash Alder" not in page


def test_an_auditor_is_asked_and_finds_the_record_waiting(cast: Cast, time_machine) -> None:
    time_machine.move_to(NOW, tick=False)  # a grant counts by the database’s own clock
    planned(cast)
    sent(
        cast,
        "principal",
        f"/audits/programmes/{Programme.objects.get().pk}/samples/new/",
        size=9,
        seed="winter",
    )
    candidate = Candidate.objects.get(child=cast.ash)
    address = f"/audits/candidates/{candidate.pk}/auditor/"
    for who in ("manager", "outsider"):  # manages the child’s worker; no auditor by role
        refused = sent(cast, "principal", address, auditor=cast.workers[who].pk)
        assert refused.status_code == 422
    sent(cast, "principal", address, auditor=cast.workers["auditor"].pk)
    assert "Ash Alder" in read(cast, "auditor", "/audits/")
    assert "Audit this record" not in read(cast, "principal", candidate.sample.get_absolute_url())
    assert "Audit this record" in read(cast, "auditor", candidate.sample.get_absolute_url())


def test_grades_are_counted_by_team_and_name_nobody(cast: Cast) -> None:
    programme = made.made_programme(cast)
    made.audited(cast, programme=programme)
    page = read(cast, "director", programme.get_absolute_url())
    assert "North team" in page
    assert "Ash" not in page.split("<main")[1]


def test_a_comparison_says_in_words_whether_practice_moved(cast: Cast) -> None:
    before = made.made_programme(cast)
    now = made.made_programme(cast, title="Again", kind=rules.RE_AUDIT, follows=before)
    for number in range(10):
        child = make_child("Fern", f"Number {number}", cast.north, None)
        made.audited(cast, child, programme=before, overall=rules.IMPROVE, grades={"voice": rules.IMPROVE})
        made.audited(cast, child, programme=now)
    page = read(cast, "principal", f"/audits/programmes/{now.pk}/comparison/")
    assert "10 of 10 were good or better, and 0 of 10 in the round before" in page
    assert "More were good than chance alone explains. It does not say why" in page
    assert "+61 percentage points and +100 percentage points" in page  # not for certain
    assert "nothing to compare" in read(cast, "outsider", f"/audits/programmes/{now.pk}/comparison/")


def test_agreement_has_its_interval_and_is_left_out_for_a_few(cast: Cast) -> None:
    programme = made.made_programme(cast)
    for number in range(10):
        child = make_child("Fern", f"Number {number}", cast.north, cast.workers["worker"])
        audit = made.audited(
            cast, child, programme=programme, overall=rules.GOOD if number % 2 else rules.IMPROVE
        )
        moderation = marking.ask_moderation(
            audit, moderator=cast.workers["principal"], by=cast.user("auditor"), at=NOW
        )
        if number == 9:
            page = read(cast, "director", "/audits/agreement/")
            assert "89%" in page
            assert "–" in page.split("All programmes")[1]
        second = rules.GOOD if number % 2 or number == 0 else rules.IMPROVE
        marking.mark(
            moderation, answers=made.graded(), overall=second, why="x", by=cast.user("principal"), at=NOW
        )
    page = read(cast, "director", "/audits/agreement/")
    assert "90%" in page
    assert "0.80" in page
    assert " to 1.00" in page


def test_the_moderator_marks_and_a_third_person_settles(cast: Cast) -> None:
    audit = made.audited(cast)
    sent(cast, "auditor", f"/audits/{audit.pk}/moderation/", moderator=cast.workers["principal"].pk)
    page = read(cast, "principal", f"/audits/{audit.pk}/second-mark/")
    assert "The first mark is kept from you" in page
    answers = {**made.graded(), "questionnaire": "dip_sample:1", "overall": rules.IMPROVE, "why": "Thin"}
    page = sent(cast, "principal", f"/audits/{audit.pk}/second-mark/", **answers).content.decode()
    assert "Somebody who made neither mark says which grade stands" in page
    there = f"/audits/{audit.pk}/settlement/"
    assert "You made the second mark" in read(cast, "principal", there)
    assert "You made the first mark" in read(cast, "auditor", there)
    assert "You manage the child’s worker" in read(cast, "manager", there)
    assert "Say which grade stands" in read(cast, "service_manager", "/audits/")
    page = read(cast, "service_manager", there)
    assert "The first mark is good. The second, by Principal, is requires improvement" in page
    refused = sent(cast, "service_manager", there, grade=rules.IMPROVE)
    assert "Say why" in refused.content.decode()
    settle = {"grade": rules.IMPROVE, "reason": "The plan is old"}
    page = sent(cast, "service_manager", there, **settle).content.decode()
    assert "changed the grade from good to requires improvement" in page
    assert Moderation.objects.get().is_changed


def test_without_a_theme_one_is_named_first(cast: Cast) -> None:
    assert (
        "What do the findings have in common?"
        in sent(cast, "principal", "/audits/learning/new/").content.decode()
    )
    assert 'name="themes"' not in read(cast, "auditor", f"/audits/{made.audited(cast).pk}/actions/new/")


def test_themes_and_learning(cast: Cast) -> None:
    sent(cast, "principal", "/audits/themes/new/", name="Chronologies")
    theme = learning.Theme.objects.get()
    made.raised(cast, themes=[theme])
    made.raised(cast, themes=[theme])
    page = read(cast, "principal", "/audits/themes/")
    assert "North team, 2 times" in page
    assert "Never" in page
    event = {
        "title": "Practice week", "learned": "History first", "themes": [theme.pk],
        "came": [cast.workers["worker"].pk], **days(held_on=NOW.date()),
    }  # fmt: skip
    page = sent(cast, "principal", "/audits/learning/new/", **event).content.decode()
    for words in ("History first", "Chronologies", "Worker", "Ash Alder: Meet Ash after school"):
        assert words in page
    assert (
        "Ash" not in read(cast, "outsider", LearningEvent.objects.get().get_absolute_url()).split("<main")[1]
    )
