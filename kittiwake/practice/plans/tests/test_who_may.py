"""Who may open the pages of plans, and who finds nothing there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kittiwake.practice.plans import recording
from kittiwake.practice.plans.tests.making import action, plan, risk, text
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in


def test_a_partner_sees_the_plan_and_nothing_beside_it(cast: Cast) -> None:
    risk(cast)
    made = plan(cast)
    action(cast, made)
    client = signed_in(cast.user("partner"))
    page = text(client, made.get_absolute_url())
    assert "Collect from school" in page
    for hidden in ("Where it is weak", "County lines", "Add an action", "recorded wrongly", "1 risk has"):
        assert hidden not in page
    assert client.get(reverse("plans:coverage", args=[cast.ash.pk])).status_code == 403


def test_a_partner_does_not_see_a_version_that_was_struck_out(cast: Cast) -> None:
    made = plan(cast)
    recording.strike_out(made, reason="Wrong child", by=cast.user("worker"), at=NOW)
    assert signed_in(cast.user("partner")).get(made.get_absolute_url()).status_code == 404
    assert "Struck out by" in text(signed_in(cast.user("worker")), made.get_absolute_url())


@pytest.mark.parametrize("name", ["safety_plan", "add_action", "take_up_action", "agree", "put_forward", "record_review", "close_plan", "strike_out"])  # fmt: skip
def test_the_outsider_finds_no_plan_and_the_child_is_refused(cast: Cast, name: str) -> None:
    url = reverse(f"plans:{name}", args=[plan(cast).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("young_person")).get(url).status_code == 403


@pytest.mark.parametrize("name", ["leave_risk", "cover"])
def test_the_outsider_finds_no_risk_to_answer(cast: Cast, name: str) -> None:
    url = reverse(f"plans:{name}", args=[plan(cast).pk, risk(cast).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


@pytest.mark.parametrize("name", ["leave_risk", "cover"])
def test_a_plan_does_not_answer_another_childs_risk(cast: Cast, name: str) -> None:
    url = reverse(f"plans:{name}", args=[plan(cast).pk, risk(cast, child=cast.briar).pk])
    assert signed_in(cast.user("manager")).get(url).status_code == 404


def test_the_outsider_finds_no_action_and_an_inspector_is_refused(cast: Cast) -> None:
    url = reverse("plans:drop_action", args=[action(cast, plan(cast)).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("inspector")).get(url).status_code == 403


@pytest.mark.parametrize("name", ["plans", "write_plan", "coverage", "keep_plan"])
def test_the_outsider_finds_no_child(cast: Cast, name: str) -> None:
    assert (
        signed_in(cast.user("outsider")).get(reverse(f"plans:{name}", args=[cast.ash.pk])).status_code == 404
    )


def test_a_partner_does_not_find_a_care_plan(cast: Cast) -> None:
    care = plan(cast, kind="care_plan", started_on=local_date(NOW))
    assert signed_in(cast.user("partner")).get(care.get_absolute_url()).status_code == 404
    assert signed_in(cast.user("inspector")).get(care.get_absolute_url()).status_code == 200
