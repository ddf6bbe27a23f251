"""Whom a list of people offers: who may do it and could open the record, the likeliest first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django import forms

from kittiwake.access import recording
from kittiwake.access.models import Grant
from kittiwake.access.people import OF_RECORD, offer, who_may, words
from kittiwake.areas.powers import Power
from kittiwake.record.models import Child, Membership, Worker
from kittiwake.record.recording import allocate
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, NOW, Cast

TODAY = local_date(NOW)


def offered(child: Child | None, *wanted: Power, **more: bool) -> list[str]:
    return [words(worker) for worker in who_may(*(wanted or OF_RECORD), day=TODAY, child=child, **more)]


def test_of_a_child_the_nearest_come_first_and_nobody_who_would_have_to_break_in(cast: Cast) -> None:
    allocate(
        cast.ash, team=cast.south, worker=cast.workers["outsider"], role="other", starts_on=LONG_AGO,
        by=cast.system, at=NOW,
    )  # fmt: skip
    people = offered(cast.ash)
    assert people[:2] == [
        "Worker, social worker, their worker",
        "Outsider, social worker, works with them",
    ]
    assert {"Colleague, social worker, their team", "Manager, team manager, their team"} <= set(people)
    assert "Service Manager, service manager, over their team" in people
    assert not [person for person in people if person.startswith(("Partner", "Young Person", "Member"))]
    assert not [person for person in offered(cast.rowan) if person.startswith(("Worker,", "Colleague"))]


def test_of_nobody_in_particular_they_stand_by_name(cast: Cast) -> None:
    people = offered(None)
    assert people == sorted(people)
    assert "Outsider, social worker" in people


def test_a_restricted_child_is_opened_by_their_workers_and_who_is_named(cast: Cast) -> None:
    cast.hazel.refresh_from_db()
    assert offered(cast.hazel) == ["Worker, social worker, their worker"]
    named = {"reason": "x", "kind": Grant.NAMED, "by": cast.system, "at": NOW}
    recording.let_in(cast.hazel, user=cast.user("outsider"), **named)
    assert offered(cast.hazel) == ["Worker, social worker, their worker", "Outsider, social worker"]


@pytest.mark.parametrize(
    ("kind", "ends_in", "is_offered"),
    [(Grant.DUTY, None, True), (Grant.DUTY, 1, True), (Grant.DUTY, -1, False), (Grant.BREAK_GLASS, 1, False)],
)
def test_whoever_is_let_in_may_be_chosen_until_that_ends_and_not_who_broke_in(
    cast: Cast, kind: str, ends_in: int | None, is_offered: bool
) -> None:
    ends_at = None if ends_in is None else NOW + timedelta(days=ends_in)
    Grant.objects.create(
        child=cast.rowan, user=cast.user("worker"), kind=kind, reason="x", by=cast.system,
        starts_at=NOW - timedelta(days=2), ends_at=ends_at,
    )  # fmt: skip
    assert ("Worker, social worker" in offered(cast.rowan)) is is_offered


def test_who_may_do_it_may_do_all_of_it(cast: Cast) -> None:
    managers = offered(cast.ash, Power.REPORT, Power.OVERSEE)
    assert "Manager, team manager, their team" in managers
    assert not [person for person in managers if "social worker" in person]


def test_who_has_left_or_cannot_sign_in_is_not_offered(cast: Cast) -> None:
    Worker.objects.filter(pk=cast.workers["colleague"].pk).update(ends_on=TODAY)
    cast.user("support").is_active = False
    cast.user("support").save()
    assert not [person for person in offered(cast.ash) if person.startswith(("Colleague", "Support"))]


def test_who_does_not_sign_in_is_offered_where_somebody_else_can_record_for_them(cast: Cast) -> None:
    Worker.objects.create(name="Without")
    Worker.objects.create(name="Of the police", agency=cast.police.agency)
    assert "Without" not in offered(cast.ash)
    people = offered(cast.ash, without_sign_in=True)
    assert people[-1] == "Without"
    assert "Of the police" not in people


def test_a_team_over_one_over_theirs_is_over_theirs_too_and_a_former_member_is_not(cast: Cast) -> None:
    Membership.objects.filter(worker=cast.workers["colleague"]).update(ends_on=TODAY)
    assert not [person for person in offered(cast.ash) if person.startswith("Colleague")]
    cast.north.parent = cast.south
    cast.south.parent = cast.service
    cast.south.save()
    cast.north.save()
    assert "Service Manager, service manager, over their team" in offered(cast.ash)
    assert "Outsider, social worker, over their team" in offered(cast.ash)


def test_the_choices_of_a_form_say_what_each_is(cast: Cast) -> None:
    cast.hazel.refresh_from_db()
    form = forms.Form()
    form.fields["who"] = forms.ModelChoiceField(Worker.objects.none())
    offer(form, "who", who_may(*OF_RECORD, day=TODAY, child=cast.hazel))
    labels = [label for _, label in form.fields["who"].choices]
    assert labels[1:] == ["Worker, social worker, their worker"]
