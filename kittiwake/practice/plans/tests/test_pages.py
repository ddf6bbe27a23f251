"""The pages of safety plans: who may open them, what they show, what they record."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.practice.plans import recording
from kittiwake.practice.plans.models import PlanAction, SafetyPlan
from kittiwake.practice.plans.tests.making import action, note, plan, risk, text
from kittiwake.primitives.oversight.models import Review
from kittiwake.ui.dates import local_date
from tests.cast import NOW, Cast, signed_in

TODAY, LATER = local_date(now()), local_date(now()) + timedelta(days=28)
WORDS = {"worry": "Being made to carry", "child_version": "Let me ring my aunt"}
DATES = {
    "agreed_on_day": TODAY.day,
    "agreed_on_month": TODAY.month,
    "agreed_on_year": TODAY.year,
    "review_on_day": LATER.day,
    "review_on_month": LATER.month,
    "review_on_year": LATER.year,
}


def send(client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


def test_a_worker_writes_the_first_plan_because_of_something(cast: Cast) -> None:
    client, heard = signed_in(cast.user("worker")), note(cast)
    url = f"{reverse('plans:write_plan', args=[cast.ash.pk])}?because_of={heard.pk}"
    assert "Because of" in text(client, url)
    answer = send(client, url, following=0, **WORDS, **DATES)
    made = SafetyPlan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert made.entry.informed_by.get().because_of == heard


def test_a_new_version_starts_from_the_one_before(cast: Cast) -> None:
    plan(cast, contingency="Ring the duty worker")
    page = text(signed_in(cast.user("worker")), reverse("plans:write_plan", args=[cast.ash.pk]))
    assert "Ring the duty worker" in page
    assert 'name="following" value="1"' in page or 'value="1"' in page.split('name="following"')[1][:40]


def test_a_reason_the_viewer_cannot_see_is_not_there(cast: Cast) -> None:
    url = f"{reverse('plans:write_plan', args=[cast.ash.pk])}?because_of={note(cast, cast.rowan).pk}"
    assert signed_in(cast.user("worker")).get(url).status_code == 404


def test_coverage_shows_what_nothing_covers_first(cast: Cast) -> None:
    lines, online = risk(cast), risk(cast, "online_harm", level="emerging")
    made = plan(cast)
    action(cast, made, risks=[lines])
    client, url = signed_in(cast.user("worker")), reverse("plans:coverage", args=[cast.ash.pk])
    page = text(client, url)
    assert page.index("Harm online") < page.index("County lines")
    assert "1 risk has no action and no reason" in page
    send(client, reverse("plans:leave_risk", args=[made.pk, online.pk]), reason="In the school's plan")
    assert "Every risk has an action or a reason" in text(client, url)


def test_an_action_added_from_a_gap_covers_it(cast: Cast) -> None:
    lines, made, client = risk(cast), plan(cast), signed_in(cast.user("worker"))
    url = f"{reverse('plans:add_action', args=[made.pk])}?risk={lines.pk}"
    assert "checked" in text(client, url)
    answer = send(client, url, what="Collect from school", who_is="network", who="Aunt", risks=[lines.pk])
    assert answer["Location"] == reverse("plans:coverage", args=[cast.ash.pk])
    assert PlanAction.objects.get().covers.get().risk == lines


def test_a_risk_of_another_child_is_not_one_of_the_choices(cast: Cast) -> None:
    made, elsewhere = plan(cast), risk(cast, child=cast.briar)
    risk(cast)
    url = reverse("plans:add_action", args=[made.pk])
    answer = send(
        signed_in(cast.user("worker")), url, what="x", who_is="network", who="Aunt", risks=[elsewhere.pk]
    )
    assert answer.status_code == 422
    assert not PlanAction.objects.exists()


def test_without_a_plan_coverage_asks_for_one(cast: Cast) -> None:
    risk(cast)
    page = text(signed_in(cast.user("worker")), reverse("plans:coverage", args=[cast.ash.pk]))
    assert "There is no safety plan in force" in page
    assert "Write a safety plan" in page


def test_the_page_says_where_the_plan_is_weak_and_puts_it_forward(cast: Cast) -> None:
    made, client = plan(cast), signed_in(cast.user("worker"))
    page = text(client, made.get_absolute_url())
    assert "Nobody has agreed to do anything yet" in page
    assert send(client, reverse("plans:put_forward", args=[made.pk])).status_code == 422
    action(cast, made)
    assert send(client, reverse("plans:put_forward", args=[made.pk])).status_code == 302
    assert Review.objects.get().asked_by == cast.user("worker")
    page = text(client, made.get_absolute_url())
    assert "Waiting for a manager" in page
    assert "Start a new version" in page
    assert reverse("plans:add_action", args=[made.pk]) not in page


def test_agreement_and_disagreement_are_shown_with_the_reason(cast: Cast) -> None:
    made, client = plan(cast), signed_in(cast.user("worker"))
    url = reverse("plans:agree", args=[made.pk])
    assert send(client, url, role="child", who="Ash", agreed="no").status_code == 422
    send(client, url, role="child", who="Ash", agreed="no", why_not="Too many visits")
    assert "does not agree. Too many visits" in text(client, made.get_absolute_url())


def test_a_plan_is_kept_because_of_something_or_not_at_all(cast: Cast) -> None:
    made, heard, client = plan(cast), note(cast), signed_in(cast.user("worker"))
    url = reverse("plans:keep_plan", args=[cast.ash.pk])
    assert client.get(url).status_code == 404
    assert f"{url}?because_of={heard.pk}" in text(
        client, f"{reverse('plans:write_plan', args=[cast.ash.pk])}?because_of={heard.pk}"
    )
    assert send(client, f"{url}?because_of={heard.pk}", why="It already says so").status_code == 302
    assert made.entry.informed_by.get().how == "Stays as it is: It already says so"


def test_an_action_is_taken_out_with_its_reason_on_the_page(cast: Cast) -> None:
    made, client = plan(cast), signed_in(cast.user("worker"))
    step = action(cast, made)
    send(client, reverse("plans:drop_action", args=[step.pk]), reason="It did not work")
    assert "It did not work" in text(client, made.get_absolute_url())
    assert not made.actions.standing().exists()


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


@pytest.mark.parametrize("name", ["safety_plan", "add_action", "agree", "put_forward", "close_plan", "strike_out"])  # fmt: skip
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


def test_an_action_in_the_plan_is_chosen_for_a_risk(cast: Cast) -> None:
    made, lines = plan(cast), risk(cast)
    step, client = action(cast, made), signed_in(cast.user("worker"))
    url = reverse("plans:cover", args=[made.pk, lines.pk])
    assert url in text(client, reverse("plans:coverage", args=[cast.ash.pk]))
    assert send(client, url).status_code == 422
    assert send(client, url, actions_=[step.pk]).status_code == 302
    assert step.covers.get().risk == lines


def test_the_outsider_finds_no_action_and_an_inspector_is_refused(cast: Cast) -> None:
    url = reverse("plans:drop_action", args=[action(cast, plan(cast)).pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("inspector")).get(url).status_code == 403


@pytest.mark.parametrize("name", ["write_plan", "coverage", "keep_plan"])
def test_the_outsider_finds_no_child(cast: Cast, name: str) -> None:
    assert (
        signed_in(cast.user("outsider")).get(reverse(f"plans:{name}", args=[cast.ash.pk])).status_code == 404
    )


def test_coverage_asks_the_database_no_more_for_more_risks(cast: Cast, django_assert_max_num_queries) -> None:
    made = plan(cast)
    for domain in ("county_lines", "missing", "online_harm", "adults", "places", "money", "peers"):
        action(cast, made, risks=[risk(cast, domain)])
    client = signed_in(cast.user("worker"))
    with django_assert_max_num_queries(25):
        text(client, reverse("plans:coverage", args=[cast.ash.pk]))


def test_a_half_written_plan_keeps_its_words_and_what_it_is_because_of(cast: Cast) -> None:
    client, heard = signed_in(cast.user("worker")), note(cast)
    url = reverse("plans:write_plan", args=[cast.ash.pk])
    typed = {"worry": "Half a sent", "following": "0", "because_of": heard.pk}
    assert (
        client.post(reverse("drafts:draft", args=[cast.ash.pk, "plans.safety_plan:0"]), typed).status_code
        == 204
    )
    page = text(client, url)
    assert "Half a sent" in page
    assert "Because of" in page
    send(client, url, following=0, because_of=heard.pk, **WORDS, **DATES)
    assert SafetyPlan.objects.get().entry.informed_by.get().because_of == heard
    assert "This is your draft" not in text(client, url)
