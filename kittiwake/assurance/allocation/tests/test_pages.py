"""What each person sees of who works with a child, and what a form that is refused says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.broken_links import not_long_yet, too_long
from kittiwake.assurance.allocation.changes.known_workers import who_knows
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.assurance.allocation.tests.making import TODAY, changed, now_of, sent, typed
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Membership, Worker
from kittiwake.time.moments import Moment
from tests.cast import LONG_AGO, NOW, Cast, make_child, signed_in

pytestmark = pytest.mark.usefixtures("_today")


def text(cast: Cast, who: str, path: str, status: int = 200) -> str:
    answer = signed_in(cast.user(who)).get(path)
    assert answer.status_code == status
    return answer.content.decode()


def without(cast: Cast, name: str, days: int, *, track: str = "", duty: str = ""):  # type: ignore[no-untyped-def]
    child = record.add_child(forenames=name, surname="Frost", by=cast.system, at=NOW)
    worker = cast.workers[duty] if duty else None
    since = TODAY - timedelta(days=days)
    record.allocate(
        child, team=cast.north, worker=worker, is_cover=bool(duty), starts_on=since, by=cast.system, at=NOW
    )
    if track:
        record.start_track(child, kind=track, starts_on=since, by=cast.system, at=NOW)
    return child


def test_children_with_nobody_and_those_covered_by_duty_stand_apart(cast: Cast) -> None:
    without(cast, "Fern", 3)
    without(cast, "Moss", 40, duty="colleague")
    page = text(cast, "manager", "/without-a-worker/")
    nobody, covered = page.index("Fern Frost"), page.index("Moss Frost")
    assert page.index(">Nobody<") < nobody < page.index("Covered by duty only") < covered
    assert "2 children: 1 with nobody, 1 covered by duty only. 1 is past the limit." in page
    assert "Duty: Colleague" in page
    assert "Was due 21 October 2026" in page
    assert "By 27 November 2026" in page
    assert "Fern" not in text(cast, "outsider", "/without-a-worker/")
    text(cast, "partner", "/without-a-worker/", 403)


def test_every_child_with_a_worker_is_a_page_that_says_so(cast: Cast) -> None:
    assert "Every child has a worker" in text(cast, "manager", "/without-a-worker/")


def test_a_child_in_care_waits_one_working_day_and_another_five(cast: Cast) -> None:
    """From Friday: Monday is the last day for the one, the Friday after for the other."""
    care, other = without(cast, "Fern", 3, track="in_care"), without(cast, "Moss", 3, track="early_help")

    def see(model):  # type: ignore[no-untyped-def]
        return model.objects.all()

    assert {broken.child_id for broken in not_long_yet(see, NOW)} == {care.pk, other.pk}
    tuesday = NOW + timedelta(days=1)
    assert {broken.child_id for broken in too_long(see, tuesday)} == {care.pk}
    assert {broken.child_id for broken in too_long(see, NOW + timedelta(days=5))} == {care.pk, other.pk}


def test_a_child_whose_worker_has_left_and_one_on_a_track_with_no_team_are_without_one(cast: Cast) -> None:
    Worker.objects.filter(pk=cast.workers["outsider"].pk).update(ends_on=TODAY - timedelta(days=2))
    assert "Rowan Reed" in text(cast, "service_manager", "/without-a-worker/")
    child = record.add_child(forenames="Fern", surname="Frost", by=cast.system, at=NOW)
    record.start_track(child, kind="early_help", starts_on=TODAY, by=cast.system, at=NOW)
    page = text(cast, "director", "/without-a-worker/")
    assert "Fern Frost" in page
    assert "No team" in page


def test_a_gap_that_is_over_is_in_the_past_ones(cast: Cast) -> None:
    child = without(cast, "Fern", 30)
    changed(cast, child, cast.workers["colleague"], reason="first", starts_on=TODAY - timedelta(days=9))
    page = text(cast, "manager", "/without-a-worker/past/")
    assert "Fern Frost" in page
    assert "21 days" in page
    assert "14 November 2026" in page
    assert "Fern" not in text(cast, "manager", "/without-a-worker/")
    assert "No gaps" in text(cast, "outsider", "/without-a-worker/past/")


def test_whom_the_child_knows_comes_first_with_what_the_record_says(cast: Cast) -> None:
    by = {"by": cast.system, "at": NOW}
    for days in (40, 20):
        held = Moment(NOW - timedelta(days=days))
        work.hold(
            cast.ash, held=held, worker_name="Colleague", worker=cast.workers["colleague"], seen=True, **by
        )
    record.allocate(
        cast.ash, team=cast.interviewers, worker=cast.workers["interviewer"], role="return_interviews",
        starts_on=TODAY - timedelta(days=3), **by,
    )  # fmt: skip
    known = who_knows(cast.ash, Viewer(cast.user("manager")), TODAY)
    said = {
        Worker.objects.get(pk=pk).name: [reason.text for reason in reasons] for pk, reasons in known.items()
    }
    assert list(said) == ["Worker", "Interviewer", "Colleague"]
    assert said["Colleague"] == ["Held 2 sessions with them, last on 3 November 2026"]
    assert said["Interviewer"] == ["Is their return interviewer since 20 November 2026"]
    page = text(cast, "manager", f"/children/{cast.ash.pk}/workers/new/")
    assert "Held 2 sessions with them, last on 3 November 2026" in page
    assert "Colleague, North team: 1 child. Held 2 sessions" in page
    text(cast, "worker", f"/children/{cast.ash.pk}/workers/new/", 403)


def post(cast: Cast, by: str, path: str, **answers):  # type: ignore[no-untyped-def]
    return signed_in(cast.user(by)).post(path, sent(**answers))


def place(cast: Cast, name: str) -> str:
    return str(Membership.objects.get(worker=cast.workers[name]).pk)


def test_a_manager_changes_the_worker_and_comes_to_the_handover(cast: Cast) -> None:
    path = f"/children/{cast.ash.pk}/workers/new/"
    before = now_of(cast.ash).pk
    answers = {
        "kind": "named",
        "who": place(cast, "colleague"),
        "instead_of": before,
        **typed("starts_on", TODAY),
    }
    refused = post(cast, "manager", path, **answers)
    assert refused.status_code == 422
    assert "Select why the worker changes" in refused.content.decode()
    answer = post(cast, "manager", path, **answers, reason="left")
    change = Change.objects.get()
    assert answer["Location"] == f"/changes-of-worker/{change.pk}/"
    page = text(cast, "colleague", answer["Location"])
    for step in (
        "Write what is handed over",
        "Signed by Worker",
        "Signed by Colleague",
        "Introduce the new worker",
    ):
        assert step in page
    late = post(cast, "manager", path, **answers, reason="left")
    assert "Somebody else has just changed who their worker is" in late.content.decode()


def test_nobody_yet_needs_words_and_a_team(cast: Cast) -> None:
    path, before = f"/children/{cast.ash.pk}/workers/new/", now_of(cast.ash).pk
    answers = {
        "kind": "nobody",
        "reason": "left",
        "team": cast.north.pk,
        "instead_of": before,
        **typed("starts_on", TODAY),
    }
    refused = post(cast, "manager", path, **answers)
    assert "Say why nobody can be their worker yet" in refused.content.decode()
    assert post(cast, "manager", path, **answers, reason_words="Recruiting").status_code == 302
    assert now_of(cast.ash).worker is None


def test_who_moves_a_child_out_of_their_own_sight_comes_to_the_list(cast: Cast) -> None:
    path, before = f"/children/{cast.ash.pk}/workers/new/", now_of(cast.ash).pk
    answers = {
        "kind": "named",
        "who": place(cast, "outsider"),
        "instead_of": before,
        **typed("starts_on", TODAY),
    }
    answer = post(cast, "manager", path, **answers, reason="moved_team")
    assert answer["Location"] == "/without-a-worker/"
    assert now_of(cast.ash).team == cast.south
    text(cast, "manager", f"/children/{cast.ash.pk}/", 404)


def test_the_page_of_who_works_with_them_has_every_worker_and_every_gap(cast: Cast) -> None:
    changed(cast, cast.ash, None, starts_on=TODAY - timedelta(days=30))
    changed(cast, cast.ash, cast.workers["colleague"], starts_on=TODAY - timedelta(days=20))
    page = text(cast, "worker", f"/children/{cast.ash.pk}/workers/")
    assert "2 workers so far, and 1 change in the last 12 months." in page
    assert "No worker" in page
    assert "From 24 October 2026 to 3 November 2026" in page
    assert "Change their worker" not in page
    text(cast, "outsider", f"/children/{cast.ash.pk}/workers/", 404)


def test_the_handover_is_written_signed_and_the_child_meets_them(cast: Cast) -> None:
    path = f"/changes-of-worker/{changed(cast, cast.ash, cast.workers['colleague']).pk}"
    note = {"matters": "Football", "promised": "To ring on Friday", "watch_for": "", "version": 1}
    assert post(cast, "worker", f"{path}/note/", **note).status_code == 302
    assert post(cast, "worker", f"{path}/signature/before/", agrees="on").status_code == 302
    assert "Sign the handover for Worker" in text(cast, "manager", f"{path}/signature/before/")
    wrong = post(cast, "manager", f"{path}/signature/after/", agrees="on")
    assert "Only Colleague can say that they have taken over" in wrong.content.decode()
    assert post(cast, "colleague", f"{path}/signature/after/", agrees="on").status_code == 302
    met = {
        **typed("introduced_on", TODAY),
        **typed("told_on", TODAY),
        "introduced_by": "Worker",
        "told_how": "by_old",
    }
    assert post(cast, "colleague", f"{path}/introduction/", **met, child_words="Hello").status_code == 302
    page = text(cast, "worker", f"{path}/")
    for said in (
        "Football",
        "23 November 2026, introduced by Worker",
        "The worker they knew told them",
        "Hello",
    ):
        assert said in page
    text(cast, "worker", f"{path}/signature/sideways/", 404)
    text(cast, "outsider", f"{path}/", 404)


def test_the_manager_of_a_leaver_sees_what_is_theirs_and_is_told_what_to_do(cast: Cast) -> None:
    path = f"/workers/{cast.workers['worker'].pk}/leaving/"
    page = text(cast, "manager", path)
    assert "Ash Alder" in page
    assert "Hazel" not in page
    assert "1 child of theirs you may not open" in page
    refused = post(cast, "manager", path, **typed("ends_on", TODAY), why="A new post")
    assert "2 children are still with Worker on 23 November 2026" in refused.content.decode()
    there = f"/children/{cast.ash.pk}/workers/new/?then={cast.workers['worker'].pk}"
    assert there in page
    answers = {
        "kind": "named",
        "who": place(cast, "colleague"),
        "instead_of": now_of(cast.ash).pk,
        "reason": "left",
    }
    assert post(cast, "manager", there, **answers, **typed("starts_on", TODAY))["Location"] == path
    changed(cast, cast.hazel, cast.workers["colleague"])
    assert "How does their employment end?" not in text(cast, "manager", path)
    facts = {"kind": "permanent", "role": "5", "fte": 1, "starts_on": LONG_AGO}
    engagements.engage(cast.workers["worker"], **facts, by=cast.system, at=NOW)
    asked = post(cast, "manager", path, **typed("ends_on", TODAY), why="A new post")
    assert "Select how their employment ends" in asked.content.decode()
    answers = {**typed("ends_on", TODAY), "why": "A new post", "reason": "1"}
    assert post(cast, "manager", path, **answers)["Location"] == "/workers/"


def test_a_manager_has_only_their_own_workers(cast: Cast) -> None:
    page = text(cast, "manager", "/workers/")
    assert "Colleague" in page
    assert "Outsider" not in page
    text(cast, "manager", f"/workers/{cast.workers['outsider'].pk}/leaving/", 404)
    text(cast, "worker", "/workers/", 403)
    assert "Outsider" in text(cast, "service_manager", "/workers/")


def test_cover_is_on_the_childs_page_and_on_the_work_of_who_covers(cast: Cast, time_machine) -> None:
    path = f"/workers/{cast.workers['worker'].pk}/away/"
    answers = {"covered_by": cast.workers["colleague"].pk, "words": "Ash likes to be rung"}
    days = {**typed("starts_on", TODAY), **typed("ends_on", TODAY + timedelta(days=9))}
    answer = post(cast, "manager", path, **answers, **days)
    assert answer.status_code == 302
    page = text(cast, "manager", answer["Location"])
    assert "Away from 23 November 2026 until 2 December 2026. Colleague covers." in page
    assert "1 child of theirs you may not open" in page
    mine = text(cast, "colleague", "/")
    assert "You cover for Worker until 2 December 2026 (1)" in mine
    assert "Your children (1)" in mine
    their_page = " ".join(text(cast, "colleague", f"/children/{cast.ash.pk}/").split())
    assert "Colleague</strong> (cover until 2 December 2026)" in their_page
    assert "Colleague covers" in text(cast, "manager", f"/children/{cast.ash.pk}/workers/")
    away = Away.objects.get()
    over = post(cast, "manager", reverse("allocation:be_back", args=[away.pk]), **typed("ends_on", TODAY))
    assert over.status_code == 302
    assert "You cover for" not in text(cast, "colleague", "/")
    assert Allocation.objects.filter(covered__away=away, ends_on=TODAY).exists()


def test_a_change_recorded_wrongly_is_struck_out(cast: Cast) -> None:
    change = changed(
        cast, make_child("Fern", "Frost", cast.north, cast.workers["worker"]), cast.workers["colleague"]
    )
    answer = post(cast, "manager", f"/changes-of-worker/{change.pk}/correction/", reason="The wrong child")
    assert answer.status_code == 302
    assert "The wrong child" in text(cast, "manager", f"/changes-of-worker/{change.pk}/")
    text(cast, "worker", f"/changes-of-worker/{change.pk}/correction/", 403)
