"""What a person typed becomes the facts that recording takes; what does not apply is not asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kittiwake.assurance.allocation.changes.forms import ChangeForm
from kittiwake.assurance.allocation.cover.forms import AwayForm, BackForm, CoverForm
from kittiwake.assurance.allocation.handovers.forms import IntroductionForm, NoteForm, SignForForm, SignForm
from kittiwake.assurance.allocation.leaving.forms import LeavingForm
from kittiwake.record.models import Membership, Team, Worker
from tests.cast import Cast

DAY = date(2026, 11, 9)
LAST = {"over_cap_why", "with_actions"}


def typed(name: str, on: date = DAY) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def place(cast: Cast) -> Membership:
    return Membership.objects.get(worker=cast.workers["colleague"])


def change(cast: Cast, *, asks: set[str] = LAST, **answers: Any) -> ChangeForm:
    people = [(str(place(cast).pk), "Colleague")]
    given = {"reason": "left", **typed("starts_on"), **answers}
    return ChangeForm(given, people=people, teams=Team.objects.all(), asks=asks)


@pytest.mark.parametrize(("kind", "asker"), [("named", "who"), ("cover", "who_covers")])
def test_whoever_is_chosen_comes_with_the_team_they_were_chosen_in(cast: Cast, kind: str, asker: str) -> None:
    form = change(cast, kind=kind, **{asker: place(cast).pk}, instead_of="12", with_actions="on")
    assert form.is_valid(), form.errors
    facts = form.values()
    assert (facts["worker"], facts["team"]) == (cast.workers["colleague"], place(cast).team)
    assert (facts["is_cover"], facts["instead_of"]) == (kind == "cover", 12)
    assert facts["starts_on"] == DAY


def test_where_nobody_is_chosen_a_team_holds_the_child(cast: Cast) -> None:
    form = change(cast, kind="nobody", team=cast.south.pk, reason_words="Recruiting", instead_of="gone")
    assert form.is_valid(), form.errors
    facts = form.values()
    assert (facts["worker"], facts["team"], facts["is_cover"]) == (None, cast.south, False)
    assert (facts["instead_of"], facts["reason_words"]) == (None, "Recruiting")


def test_what_does_not_apply_is_not_asked_and_is_no_fact(cast: Cast) -> None:
    form = change(cast, asks=set(), kind="named", who=place(cast).pk)
    assert form.is_valid(), form.errors
    assert not LAST & form.fields.keys()
    assert not LAST & form.values().keys()
    assert [title for title, _ in form.sections] == ["Who", "Why"]


@pytest.mark.parametrize(
    ("kind", "missing"), [("named", "who"), ("cover", "who_covers"), ("nobody", "team"), ("", "kind")]
)
def test_each_choice_asks_for_its_own(cast: Cast, kind: str, missing: str) -> None:
    assert set(change(cast, kind=kind).errors) == {missing}


@pytest.mark.parametrize(
    ("form", "facts"),
    [
        (BackForm(typed("ends_on")), {"ends_on": DAY}),
        (SignForm({"agrees": "on"}), {"for_why": ""}),
        (SignForForm({"agrees": "on", "for_why": "Has left"}), {"for_why": "Has left"}),
        (
            NoteForm({"matters": "Her dog", "promised": "Nothing", "version": "2"}),
            {"matters": "Her dog", "promised": "Nothing", "watch_for": "", "version": 2},
        ),
        (
            LeavingForm({"why": "A new post", **typed("ends_on")}, is_engaged=False),
            {"ends_on": DAY, "why": "A new post", "reason": ""},
        ),
        (
            LeavingForm({"why": "A new post", "reason": "1", **typed("ends_on")}, is_engaged=True),
            {"ends_on": DAY, "why": "A new post", "reason": "1"},
        ),
        (
            IntroductionForm(
                {
                    "introduced_by": "Her aunt",
                    "told_how": "letter",
                    **typed("introduced_on"),
                    **typed("told_on"),
                }
            ),
            {
                "introduced_on": DAY,
                "introduced_by": "Her aunt",
                "introduced_how": "",
                "told_on": DAY,
                "told_how": "letter",
                "child_words": "",
            },
        ),
    ],
    ids=lambda given: type(given).__name__,
)
def test_a_short_form_gives_the_facts_of_its_recording(form: Any, facts: dict[str, Any]) -> None:
    assert form.is_valid(), form.errors
    assert form.values() == facts


def test_a_worker_who_leaves_the_council_does_not_move_inside_it() -> None:
    reasons = dict(LeavingForm(is_engaged=True).fields["reason"].choices)
    assert "Moved inside the council" not in reasons.values()


def test_who_covers_may_be_said_later_and_only_of_those_offered(cast: Cast) -> None:
    others = Worker.objects.filter(pk=cast.workers["colleague"].pk)
    away = AwayForm(typed("starts_on"), workers=others)
    assert away.is_valid(), away.errors
    assert away.values() == {"starts_on": DAY, "ends_on": None, "covered_by": None, "words": ""}
    assert CoverForm({"covered_by": cast.workers["outsider"].pk}, workers=others).errors
    cover = CoverForm({"covered_by": cast.workers["colleague"].pk}, workers=others)
    assert cover.is_valid(), cover.errors
    assert cover.values() == {"covered_by": cast.workers["colleague"]}
