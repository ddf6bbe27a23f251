"""The same fact minutes later: asked about where there is somebody to ask, and recorded when they say it is another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.history import recording as history
from kittiwake.history.kinds import EventKind
from kittiwake.history.refusal import ANOTHER, Refused, refusals_on
from kittiwake.record import recording
from kittiwake.record.models import Entry
from kittiwake.ui.forms import GovForm
from tests.cast import NOW, Cast


def write(cast: Cast, *, child: str = "ash", kind: str = "meetings.meeting", summary: str = "Strategy discussion asked for",
          happened_at=NOW, at=NOW, who: str = "worker", refused: str = "") -> Entry:  # fmt: skip
    """As a recording function does: the line, what may still be refused, and the history last."""
    by = {"by": cast.user(who), "at": at}
    entry = recording.enter(getattr(cast, child), kind=kind, summary=summary, happened_at=happened_at, **by)
    if refused:
        raise Refused(refused)
    history.write(EventKind("meetings.requested", "Asked for a meeting"), entry, **by)
    return entry


def in_a_form(cast: Cast, typed: dict[str, str] | None = None, **facts: Any) -> GovForm:
    form = GovForm(typed or {"x": "y"})
    assert form.is_valid()
    with refusals_on(form):
        write(cast, at=NOW + timedelta(minutes=20), who="colleague", **facts)
    return form


def lines() -> int:
    return Entry.objects.filter(kind="meetings.meeting").count()


def test_a_second_discussion_about_the_same_hour_is_asked_about(cast: Cast) -> None:
    first = write(cast)
    form = in_a_form(cast, happened_at=NOW + timedelta(minutes=15))

    assert form.errors[ANOTHER] == [
        "This looks the same as “Strategy discussion asked for”, which Worker recorded at 9am. Say whether it is another"
    ]
    assert f'href="{first.get_absolute_url()}"' in form.as_govuk()
    assert f'name="{ANOTHER}"' in form.as_govuk()


def test_it_is_recorded_when_it_is_another(cast: Cast) -> None:
    write(cast)
    assert not in_a_form(cast, {ANOTHER: "yes"}).errors
    assert lines() == 2


def test_once_the_first_was_struck_out_there_is_none_like_it(cast: Cast) -> None:
    recording.strike_out(write(cast), reason="The wrong child", by=cast.system, at=NOW)
    assert not in_a_form(cast).errors


@pytest.mark.parametrize(
    "other",
    [
        {"child": "briar"},
        {"kind": "missing.episode"},
        {"summary": "Review conference asked for"},
        {"happened_at": NOW - timedelta(hours=2)},
        {"happened_at": NOW + timedelta(hours=2)},
    ],
)
def test_what_differs_is_another(cast: Cast, other: dict[str, Any]) -> None:
    write(cast)
    assert not in_a_form(cast, **other).errors


def test_what_was_recorded_long_before_is_another(cast: Cast) -> None:
    write(cast, at=NOW - timedelta(hours=2))
    assert not in_a_form(cast).errors


def test_what_cannot_be_recorded_at_all_is_refused_and_not_asked_about(cast: Cast) -> None:
    write(cast)
    form = in_a_form(cast, refused="It is over.")
    assert form.non_field_errors() == ["It is over."]
    assert ANOTHER not in form.errors


def test_the_lines_of_one_call_are_not_held_against_each_other(cast: Cast) -> None:
    form = GovForm({"x": "y"})
    assert form.is_valid()
    with refusals_on(form):
        write(cast)
        write(cast)
    assert not form.errors


def test_an_import_is_not_asked(cast: Cast) -> None:
    write(cast)
    write(cast, at=NOW + timedelta(minutes=20))
    assert lines() == 2
