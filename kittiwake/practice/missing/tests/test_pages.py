"""The pages of a missing episode, filled in as people fill them in; and whoever does not know the child finds none."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kittiwake.practice.missing import recording, rules
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import CarerDetails, Episode
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in
from tests.typed import moment, once

REPORTED = NOW - timedelta(hours=38)


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def episode(cast: Cast) -> Episode:
    return recording.report_missing(
        cast.ash, reported=Moment(REPORTED), source="police", reference="MP/7/26", by=cast.system, at=NOW
    )


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def answers_of(name: str) -> dict[str, Any]:
    """A valid answer to each form of an episode."""
    return {
        "reports": {"source": "carer", "reporter": "Aunt", **moment("made", REPORTED + timedelta(hours=1))},
        "grades": {"level": "high", **moment("since", REPORTED)},
        "location": {"source": "police", "where": "The quay", **moment("located", NOW - timedelta(hours=2))},
        "return": {"source": "carer", **moment("returned", NOW - timedelta(hours=1))},
        "told/police": {"told": "yes", "who": "Control room", **moment("told_at", REPORTED)},
        "cancellation": {"reason": "At their aunt's, as agreed"},
        "correction": {"reason": "The wrong child"},
    }[name]


FORMS = ["reports", "grades", "location", "return", "told/police", "cancellation", "correction"]


@pytest.mark.parametrize("name", FORMS)
def test_a_valid_answer_is_kept_and_leads_on(worker: Client, episode: Episode, name: str) -> None:
    address = f"/missing/{episode.pk}/{name}/"
    assert worker.get(address).status_code == 200
    answer = worker.post(address, once(**answers_of(name)))
    assert answer.status_code == 302, answer.context["form"].errors
    assert worker.get(answer.url).status_code == 200


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_answer_says_what_is_missing_and_keeps_nothing(
    worker: Client, episode: Episode, name: str
) -> None:
    answer = worker.post(f"/missing/{episode.pk}/{name}/", once())
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert Episode.objects.open().get().version == episode.version


@pytest.mark.parametrize("name", ["", *(f"{name}/" for name in FORMS), "acknowledgements/24h/"])
def test_whoever_does_not_know_the_child_finds_no_page(cast: Cast, episode: Episode, name: str) -> None:
    address = f"/missing/{episode.pk}/{name}"
    outsider = signed_in(cast.user("outsider"))
    assert outsider.get(address).status_code in (403, 404)
    assert outsider.post(address, once(words="x")).status_code in (403, 404)


def test_another_report_joins_the_episode(worker: Client, episode: Episode) -> None:
    worker.post(f"/missing/{episode.pk}/reports/", once(**answers_of("reports")))
    carer = episode.reports.get(source="carer")
    assert (carer.reporter, carer.made_at) == ("Aunt", REPORTED + timedelta(hours=1))


def test_a_report_opens_an_episode_with_all_that_was_typed(cast: Cast, worker: Client) -> None:
    typed = {
        **moment("last_seen", REPORTED - timedelta(hours=2)), **moment("reported", REPORTED), "source": "police",
        "reporter": "Control room", "reference": "MP/8/26", **moment("told_council", NOW - timedelta(hours=30)),
        "kind": "M", "missing_from": "Home", "circumstances": "Left by the back door", "grade": "medium",
    }  # fmt: skip
    answer = worker.post(f"/children/{cast.ash.pk}/missing/report/", once(**typed))
    assert answer.status_code == 302, answer.context["form"].errors
    made = Episode.objects.get()
    assert (made.last_seen_at, made.told_council_at) == (
        REPORTED - timedelta(hours=2),
        NOW - timedelta(hours=30),
    )
    assert (made.missing_from, made.grades.get().level) == ("Home", "medium")
    assert made.reports.get().reference == "MP/8/26"


def test_a_second_report_of_them_missing_leads_to_the_open_episode(
    cast: Cast, worker: Client, episode: Episode
) -> None:
    page = worker.get(f"/children/{cast.ash.pk}/missing/report/").content.decode()
    assert f"/missing/{episode.pk}/reports/" in page
    again = {**moment("reported", NOW - timedelta(hours=1)), "source": "carer", "kind": "M"}
    answer = worker.post(f"/children/{cast.ash.pk}/missing/report/", once(**again))
    assert "already reported missing in that time" in str(answer.context["form"].errors["reported"])


def test_the_episode_says_when_who_and_whom_to_tell(worker: Client, episode: Episode) -> None:
    page = worker.get(f"/missing/{episode.pk}/").content.decode()
    for words in ("Reported missing", "MP/7/26", "Police", "Parents or carers", "Their worker"):
        assert words in page


def test_a_manager_takes_notice_and_a_worker_is_not_asked_to(cast: Cast, episode: Episode) -> None:
    address = f"/missing/{episode.pk}/acknowledgements/24h/"
    assert signed_in(cast.user("worker")).get(address).status_code == 403
    answer = signed_in(cast.user("manager")).post(address, once(words="Two cars are out"))
    assert answer.status_code == 302
    assert episode.acknowledgements.get().words == "Two cars are out"


def test_a_level_or_a_recipient_there_is_not_is_no_page(cast: Cast, episode: Episode, worker: Client) -> None:
    assert (
        signed_in(cast.user("manager")).get(f"/missing/{episode.pk}/acknowledgements/9h/").status_code == 404
    )
    assert worker.get(f"/missing/{episode.pk}/told/nobody/").status_code == 404


def test_nothing_can_be_added_where_it_was_struck_out(cast: Cast, worker: Client, episode: Episode) -> None:
    recording.strike_out(episode, reason="The wrong child", by=cast.system, at=NOW)
    for name in ("reports", "grades", "return", "told/police"):
        answer = worker.post(f"/missing/{episode.pk}/{name}/", once(**answers_of(name)))
        assert answer.status_code == 422
        assert "struck out" in str(answer.context["form"].errors)


def test_details_for_the_police_start_from_the_newest_and_stay_beside_it(cast: Cast, worker: Client) -> None:
    kept = keep_carer_details(cast.ash, description="Tall", friends="Bee", by=cast.system, at=NOW)
    address = f"/children/{cast.ash.pk}/missing/carer-details/"
    assert worker.get(address).context["form"].initial["friends"] == "Bee"
    answer = worker.post(address, once(description="Taller", friends="Bee"))
    assert answer.status_code == 302
    assert "Taller" in worker.get(answer.url).content.decode()
    assert CarerDetails.objects.count() == 2
    assert "Tall" in worker.get(f"/missing/carer-details/{kept.pk}/").content.decode()


def test_details_for_the_police_are_nobody_elses(cast: Cast) -> None:
    kept = keep_carer_details(cast.ash, description="Tall", by=cast.system, at=NOW)
    outsider = signed_in(cast.user("outsider"))
    assert outsider.get(f"/missing/carer-details/{kept.pk}/").status_code == 404
    assert outsider.get(f"/children/{cast.ash.pk}/missing/carer-details/").status_code == 404


def test_a_return_shows_the_hours_left_for_the_interview(
    cast: Cast, worker: Client, episode: Episode
) -> None:
    worker.post(f"/missing/{episode.pk}/return/", once(**answers_of("return")))
    page = worker.get(f"/missing/{episode.pk}/").content.decode()
    assert "Return interview" in page
    assert "Record an offer" in page
    assert rules.RETURNED.title in page
