"""What a row of a police list put on the record, taken back; and why it may have to stay."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.formats.police_missing.facts import PoliceFacts
from kittiwake.exchange.formats.police_missing.recording import Before
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.undo_checks import Since, on_the_child, on_the_episode
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.corrections.recording import call_off_cancelling, put_back
from kittiwake.practice.missing.models import Episode, Grade, Report
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record import recording as record
from kittiwake.record.models import Identifier
from kittiwake.time.moments import local_date


@settle_once()
def undo_row(row: ImportRow, facts: PoliceFacts, *, reason: str, by: User, at: datetime) -> None:
    """Take one recorded row back: its episode struck out, or what it changed put back."""
    episode = Episode.objects.select_related("entry").get(pk=row.entry_id)
    before = from_json(Before, row.before)
    if "episode" in before and not episode.entry.is_struck_out:
        missing.strike_out(episode, reason=reason, by=by, at=at)
    if "report" in before:
        report = Report.objects.select_related("episode").get(pk=before["report"])
        reports.withdraw_report(report, reason=reason, by=by, at=at)
    if "returned" in before:
        known = {"located": before["located"], "returned": before["returned"]}
        put_back(episode, open_again=known, reason=reason, by=by, at=at)
    if "cancelled" in before:
        call_off_cancelling(episode, reason=reason, by=by, at=at)
    _undo_grade(episode, before, reason=reason, by=by, at=at)
    if (texts := before.get("texts")) and not episode.entry.is_struck_out:
        reports.say_more(episode, texts=texts, by=by, at=at)
    if "identified" in before:
        record.end_number(Identifier.objects.get(pk=before["identified"]), ended_on=local_date(at))


def _undo_grade(episode: Episode, before: Before, *, reason: str, by: User, at: datetime) -> None:
    if "grade_made" in before:
        reports.withdraw_grade(Grade.objects.get(pk=before["grade_made"]), reason=reason, by=by, at=at)
    elif level := before.get("grade"):
        reports.record_grade(episode, level=level, since_at=at, source=reason, by=by, at=at)


def undo_check(row: ImportRow, facts: PoliceFacts, since: Since) -> str:
    return (on_the_child(row, since) if row.made_child else "") or on_the_episode(row, since)
