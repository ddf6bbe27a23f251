"""An import that is undone leaves nothing behind of what it made: of every table as many rows stand as before it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import F, Model, Q

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Team, Worker
from kittiwake.record.recording import teams
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

FILES = Path(__file__).parent / "files"
ANNEX_A, CENSUS = FILES / "annex_a_made_up.xlsx", FILES / "workforce_census_made_up.xml"
LISTS = {
    "annex-a": lambda: open_source(ANNEX_A),
    "police-missing": lambda: a_list(ASH, STRANGER),
    "workforce-census": lambda: open_source(CENSUS.read_bytes(), CENSUS.name, is_xml=True),
}
# What tells of the imports themselves, of what was done and of whom to tell, which is never taken back; who signs in, and figures, which are not asked.
OWN = {"exchange", "history", "outbox", "accounts", "insight", "access.reading", "access.chain"}


def standing() -> dict[str, int]:
    """How many rows of each table stand: neither struck out nor withdrawn, ended the day they began, or of nobody's."""
    return {
        model._meta.label_lower: _standing(model).count()
        for model in apps.get_models()
        if model._meta.managed and not {model._meta.app_label, model._meta.label_lower} & OWN
    }


def _standing(model: type[Model]) -> Any:
    rows, names = model._base_manager.all(), {field.name for field in model._meta.fields}
    for name in ("withdrawn_at", "struck_out_at", "ended_on", "cancelled_at"):
        if name in names:
            rows = rows.filter(**{name: None})
    for name in ("entry", "episode__entry", "because_of"):
        if name.split("__")[0] in names:
            rows = rows.exclude(**{f"{name}__struck_out_at__isnull": False})
    if "child" in names:
        rows = rows.filter(Q(child=None) | Q(child__withdrawn_at=None))
    if {"starts_on", "ends_on"} <= names:
        rows = rows.exclude(Q(ends_on__isnull=False) & Q(ends_on=F("starts_on")))
    return rows


def taken_in(cast: Cast, key: str, hours: int = 0) -> Import:
    at = NOW + timedelta(hours=hours)
    batch = recording.preview(key, [LISTS[key]()], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


@pytest.mark.parametrize("key", LISTS)
def test_an_import_undone_leaves_nothing_that_it_made(cast: Cast, key: str) -> None:
    before = standing()
    batch = taken_in(cast, key)
    assert standing() != before
    recording.undo(batch, by=cast.user("analyst"), at=NOW + timedelta(days=1))
    assert standing() == before
    again = taken_in(cast, key, hours=48)  # and is made again as if it had never been
    recording.undo(again, by=cast.user("analyst"), at=NOW + timedelta(days=3))
    assert standing() == before


def test_the_lists_bring_teams_workers_and_addresses(cast: Cast) -> None:
    before = standing()
    taken_in(cast, "annex-a")
    brought = {name for name, count in standing().items() if count > before[name]}
    assert {"record.team", "record.worker", "record.membership", "record.address"} <= brought


def test_a_team_that_others_use_by_now_stays_and_is_named(cast: Cast) -> None:
    batch = taken_in(cast, "annex-a")
    mine = Allocation.objects.filter(reason="Annex A").exclude(worker=None).first()
    assert mine
    later = NOW + timedelta(days=1)
    record.allocate(
        cast.ash, team=mine.team, worker=mine.worker, starts_on=local_date(later), by=cast.system, at=later
    )
    recording.undo(batch, by=cast.user("analyst"), at=later)
    assert Team.objects.filter(pk=mine.team_id).exists()
    assert Worker.objects.filter(pk=mine.worker_id).exists()
    said = batch.files.get().notes[-1]
    assert f"the team {mine.team}" in said
    assert f"the worker {mine.worker}" in said


def test_what_is_withdrawn_is_on_no_list_and_its_name_is_free(cast: Cast) -> None:
    team, _ = teams.team_called("Harbour", kind="social_work")
    worker, _ = teams.worker_called("A Worker of Harbour", team=team, since=local_date(NOW))
    assert not teams.withdraw(team, at=NOW)  # somebody is in it
    assert teams.withdraw_worker(worker, at=NOW)
    assert teams.withdraw(team, at=NOW)
    assert not Team.objects.filter(name="Harbour").exists()
    assert not Worker.objects.filter(pk=worker.pk).exists()
    assert teams.team_called("Harbour", kind="social_work")[1]
