"""The pages of safety plans: who may open them, what they show, what they record."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.models import Reading
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.practice.plans.tests.making import action, note, plan, risk, text
from kittiwake.primitives.oversight.models import Review
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in

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
    answer = send(client, url, version=0, **WORDS, **DATES)
    made = Plan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert made.entry.informed_by.get().because_of == heard


def test_a_new_version_starts_from_the_one_before(cast: Cast) -> None:
    plan(cast, contingency="Ring the duty worker")
    page = text(signed_in(cast.user("worker")), reverse("plans:write_plan", args=[cast.ash.pk]))
    assert "Ring the duty worker" in page
    assert 'name="version" value="1"' in page or 'value="1"' in page.split('name="version"')[1][:40]


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
    assert "There is no plan in force" in page
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
    asked = {"role": "child", "who": "Ash", "answer": "disagrees"}
    assert send(client, url, **asked, how="there").status_code == 422
    refused = send(client, url, **asked, how="absent", why_not="Too many visits")
    assert refused.status_code == 422
    assert "Nobody signs a plan in somebody else’s name" in refused.content.decode()
    send(client, url, **asked, how="there", why_not="Too many visits")
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


def test_an_action_in_the_plan_is_chosen_for_a_risk(cast: Cast) -> None:
    made, lines = plan(cast), risk(cast)
    step, client = action(cast, made), signed_in(cast.user("worker"))
    url = reverse("plans:cover", args=[made.pk, lines.pk])
    assert url in text(client, reverse("plans:coverage", args=[cast.ash.pk]))
    assert send(client, url).status_code == 422
    assert send(client, url, actions_=[step.pk]).status_code == 302
    assert step.covers.get().risk == lines


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
    typed = {"worry": "Half a sent", "version": "0", "because_of": heard.pk}
    assert (
        client.post(reverse("drafts:draft", args=[cast.ash.pk, "plans.safety_plan:0"]), typed).status_code
        == 204
    )
    page = text(client, url)
    assert "Half a sent" in page
    assert "Because of" in page
    send(client, url, version=0, because_of=heard.pk, **WORDS, **DATES)
    assert Plan.objects.get().entry.informed_by.get().because_of == heard
    assert "This is your draft" not in text(client, url)


def test_two_people_at_once_the_second_sees_what_changed_and_saves_over_it(cast: Cast) -> None:
    plan(cast)
    plan(cast, following=1, worry="Two men now", by=cast.user("colleague"))
    client, url = signed_in(cast.user("worker")), reverse("plans:write_plan", args=[cast.ash.pk])
    answer = send(client, url, version=1, **WORDS, **DATES)
    page = answer.content.decode()
    assert answer.status_code == 409
    for said in ("Somebody else changed this plan", "Two men now", "Colleague", "Let me ring my aunt"):
        assert said in page
    assert Plan.objects.count() == 2
    assert send(client, url, version=2, **WORDS, **DATES).status_code == 302
    assert Plan.objects.get(number=3).worry == WORDS["worry"]


def test_advice_comes_while_writing_with_and_without_a_script_and_saves_nothing(cast: Cast) -> None:
    client, url = signed_in(cast.user("worker")), reverse("plans:plan_advice", args=[cast.ash.pk])
    typed = {
        "worry": "Half a sent",
        "warning_signs": "A second phone",
        "version": 0,
        "kind": "disruption_plan",
    }
    whole = client.post(url, typed).content.decode()
    assert "Half a sent" in whole
    for page in (whole, client.post(url, typed, headers={"HX-Request": "true"}).content.decode()):
        assert "It does not say what happens if it goes wrong." in page
        assert "It does not say what lets us do it" in page
        assert "warning signs are" not in page
    assert "Half a sent" not in page
    assert not Plan.objects.exists()


def test_a_plan_of_another_kind_asks_for_its_own_parts(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    page = text(client, reverse("plans:plans", args=[cast.ash.pk]))
    assert "kind=care_plan" in page
    assert "kind=pathway_plan" not in page  # Ash is 15
    url = f"{reverse('plans:write_plan', args=[cast.ash.pk])}?kind=care_plan"
    assert "How are health needs met?" in text(client, url)
    began = {"started_on_day": 1, "started_on_month": 10, "started_on_year": 2026}
    typed = {"version": 0, "kind": "care_plan", "part_health": "Sees the dentist", **WORDS, **DATES}
    assert send(client, url, **typed).status_code == 422
    assert send(client, url, **typed, **began).status_code == 302
    made = Plan.objects.get()
    shown = text(client, made.get_absolute_url())
    assert "Sees the dentist" in shown
    assert "Care plan prepared" in shown
    assert "looked-after reviews, under Meetings" in shown
    assert "Care Planning Regulations 2010, reg 5(1)(a)" in shown


def test_a_word_that_is_no_kind_of_plan_is_not_found(cast: Cast) -> None:
    url = f"{reverse('plans:write_plan', args=[cast.ash.pk])}?kind=other"
    assert signed_in(cast.user("worker")).get(url).status_code == 404


def test_the_page_says_what_changed_since_the_version_before(cast: Cast) -> None:
    first = plan(cast)
    action(cast, first)
    second = plan(cast, following=1, worry="Two men now", because_of=note(cast))
    page = text(signed_in(cast.user("worker")), second.get_absolute_url())
    assert "What changed since the version before" in page
    assert "<ins>Two men now</ins>" in page
    assert "Heard" in page
    assert "Who does what</h3>" not in page


def test_a_review_is_recorded_shown_and_struck_out(cast: Cast) -> None:
    made, client = plan(cast), signed_in(cast.user("worker"))
    day = {"held_on_day": TODAY.day, "held_on_month": TODAY.month, "held_on_year": TODAY.year}
    facts = {"participation": "PN1", "words": "All well", "outcome": "goes_on", **day}
    answer = send(client, reverse("plans:record_review", args=[made.pk]), child_said="It helps", **facts)
    assert "It helps" in text(client, answer["Location"])
    assert "it goes on as it is" in text(client, made.get_absolute_url())
    pk = made.looks.get().pk
    send(client, reverse("plans:strike_out_review", args=[pk]), reason="Wrong plan")
    assert "Struck out by" in text(client, answer["Location"])
    for name in ("plan_review", "strike_out_review"):
        assert signed_in(cast.user("outsider")).get(reverse(f"plans:{name}", args=[pk])).status_code == 404


def test_a_plan_is_printed_whole_and_in_the_childs_words_and_the_reading_is_kept(cast: Cast) -> None:
    made = plan(cast, child_version="Let me ring my aunt")
    action(cast, made)
    for name in ("print_plan", "print_plan_for_child"):
        url = reverse(f"plans:{name}", args=[made.pk])
        answer = signed_in(cast.user("worker")).get(url)
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        assert "Ash" not in answer["Content-Disposition"]
        assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert set(Reading.objects.filter(what="print").values_list("child_id", flat=True)) == {cast.ash.pk}
    assert signed_in(cast.user("inspector")).get(url).status_code == 403


def test_where_there_is_nothing_to_choose_the_page_says_so_and_has_no_form(cast: Cast) -> None:
    client, made, known = signed_in(cast.user("worker")), plan(cast), risk(cast)
    nothing_agreed = text(client, reverse("plans:take_up_action", args=[made.pk]))
    assert "No meeting has agreed anything that is not in the plan" in nothing_agreed
    cover = reverse("plans:cover", args=[made.pk, known.pk])
    assert "The plan has no other action" in text(client, cover)
    assert "Back to the plan" in text(client, cover)
    assert 'type="checkbox"' not in client.get(cover).content.decode()
    action(cast, made)
    assert 'type="checkbox"' in client.get(cover).content.decode()
