"""Pages about supervision as a whole: mine, the team's, cover, and how good it is."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision.models import Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.tests.asking import day, get, moment, part, post
from kittiwake.assurance.supervision.tests.scenes import DAY, agree, discuss, hold, note
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast


def test_mine_says_who_supervises_me_and_what_waits(cast: Cast, supervision: Supervision) -> None:
    page = get(cast, "worker", "/supervision/")
    assert "Manager supervises you" in page
    assert "Waiting for your signature (1)" in page
    assert "Those you supervise" not in page
    assert "Those you supervise or cover for (1)" in get(cast, "manager", "/supervision/")
    assert "Nobody is recorded as your supervisor" in get(cast, "outsider", "/supervision/")


def test_the_team_page_shows_gaps_and_who_has_nobody(cast: Cast) -> None:
    agree(cast)
    hold(cast, 50)
    page = get(cast, "manager", "/supervision/team/")
    assert "1 worker has had no supervision for 6 weeks or more" in page
    assert "None for 6 weeks or more" in page
    assert "?worker=" + str(cast.workers["colleague"].pk) in page
    assert "Worker</a>" not in get(cast, "inspector", "/supervision/team/").split("<table")[0]
    for who in ("worker", "outsider", "analyst", "partner"):
        get(cast, who, "/supervision/team/", 403)


def test_a_supervisor_away_without_cover_is_shown_until_somebody_is_named(cast: Cast) -> None:
    agree(cast)
    pk, on = cast.workers["manager"].pk, local_date(NOW)
    days = {**day("starts_on", on), **day("ends_on", on + 14 * DAY)}
    assert post(cast, "service_manager", f"/workers/{pk}/away/", **days).status_code == 302
    page = get(cast, "service_manager", "/supervision/team/")
    assert "Away, and nobody covers" in page
    away = Away.objects.get()
    to_cover = f"/away/{away.pk}/cover/"
    assert to_cover in page
    own = post(cast, "service_manager", to_cover, covered_by=str(pk))
    assert own.status_code == 422  # they are not among whom one may choose
    cover = str(cast.workers["outsider"].pk)
    assert post(cast, "service_manager", to_cover, covered_by=cover).status_code == 302
    page = get(cast, "service_manager", "/supervision/team/")
    assert "Away, and nobody covers" not in page
    assert "Outsider covers" in page
    back = day("ends_on", on)
    assert post(cast, "manager", f"/away/{away.pk}/back/", **back).status_code == 302
    assert "Outsider covers" not in get(cast, "service_manager", "/supervision/team/")


def test_nobody_is_led_where_they_may_not_go(cast: Cast) -> None:
    """The principal social worker agrees who supervises whom; who is away is for whoever manages them."""
    assert "A supervisor is away" in get(cast, "service_manager", "/supervision/team/")
    page = get(cast, "principal", "/supervision/team/")
    assert "Agree who supervises whom" in page
    assert "A supervisor is away" not in page


def test_who_may_not_hold_supervision_covers_the_children_and_no_more(cast: Cast) -> None:
    """A senior worker supervises without managing: whoever has their children may not be able to sit with their worker."""
    agree(cast, "colleague", "worker")
    facts = {"starts_on": local_date(NOW), "ends_on": None, "by": cast.user("manager"), "at": NOW}
    be_away(cast.workers["worker"], covered_by=cast.workers["support"], **facts)
    page = " ".join(get(cast, "manager", "/supervision/team/").split())
    assert "Away, and nobody covers" in page
    assert "Support covers the children, and may not hold supervision" in page


def test_where_somebody_else_arranges_it_the_page_says_so_and_no_more(cast: Cast) -> None:
    agree(cast)
    facts = {"starts_on": local_date(NOW), "ends_on": None, "by": cast.user("service_manager"), "at": NOW}
    away = be_away(cast.workers["manager"], **facts)
    page = get(cast, "inspector", "/supervision/team/")
    assert "Manager, from 23 November 2026 until further notice" in page
    assert f"/away/{away.pk}/" not in page
    assert f"/away/{away.pk}/cover/" in get(cast, "manager", "/supervision/team/")


def test_an_agreement_says_how_often_and_by_which_standard(cast: Cast) -> None:
    facts = {
        "worker": str(cast.workers["worker"].pk),
        "supervisor": str(cast.workers["manager"].pk),
        "profession": "social_worker",
        **day("starts_on", local_date(NOW) - 10 * DAY),
    }
    supported_year.start_supported_year(
        cast.workers["worker"], starts_on=local_date(NOW) - 10 * DAY, by=cast.system, at=NOW
    )
    assert post(cast, "manager", "/supervision/agreements/new/", **facts).status_code == 302
    made = SupervisionAgreement.objects.get()
    page = get(cast, "manager", f"/supervision/agreements/{made.pk}/")
    assert "Every 7 days" in page
    assert "Employer standards" in page
    ended = post(
        cast, "manager", f"/supervision/agreements/{made.pk}/end/", **day("ends_on", local_date(NOW))
    )
    assert ended.status_code == 302
    get(cast, "director", f"/supervision/agreements/{made.pk}/")


def test_a_reader_marks_what_is_written_of_the_children(cast: Cast, supervision: Supervision) -> None:
    discuss(cast, supervision, cast.ash)
    note(cast, supervision, "Obsidian")
    assert f"/supervision/{supervision.pk}/" in get(cast, "auditor", "/supervision/quality/")
    page = get(cast, "auditor", f"/supervision/{supervision.pk}/sample/")
    assert "The visit was made." in page
    assert "Obsidian" not in page
    marks = dict.fromkeys(("reflection", "experience", "direction", "follow_through"), "3")
    came = post(cast, "auditor", f"/supervision/{supervision.pk}/sample/", **marks, words="Ask why")
    assert came.status_code == 302
    assert "3.0 of 4" in get(cast, "worker", f"/supervision/{supervision.pk}/")
    assert "Fewer than 5 read" in get(cast, "principal", "/supervision/quality/")
    assert f"/supervision/{supervision.pk}/" not in get(cast, "auditor", "/supervision/quality/")


def test_a_group_counts_for_a_child_only_by_its_part(cast: Cast) -> None:
    agree(cast)
    typed = {"team": str(cast.north.pk), "minutes": "60", **moment("held", NOW - timedelta(hours=2))}
    came = post(cast, "manager", "/supervision/groups/new/", **typed)
    made = Supervision.objects.get()
    assert came["Location"] == f"/supervision/{made.pk}/"
    assert "The personal part" not in get(cast, "manager", f"/supervision/{made.pk}/")
    assert "Not held yet" in get(cast, "manager", "/supervision/")
    assert (
        post(cast, "manager", f"/supervision/{made.pk}/children/{cast.ash.pk}/", **part(cast)).status_code
        == 302
    )


def test_nothing_recorded_yet_says_what_to_do(cast: Cast) -> None:
    assert "No supervision is agreed yet" in get(cast, "manager", "/supervision/team/")
    assert "Nothing to show yet" in get(cast, "auditor", "/supervision/quality/")
