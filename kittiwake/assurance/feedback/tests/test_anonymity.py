"""The owner of the database, with every table, every column and the numbers of all transactions, tries to find out who said what.

Decision 66 says what is promised. People answer on the real page, each in a transaction of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.test import Client
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.conftest import Crowd, as_owner
from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import questions, recording
from kittiwake.assurance.feedback.models import Round
from kittiwake.assurance.feedback.tests import made
from tests.cast import make_cast

WORKERS = questions.latest(questions.WORKERS)
SAID = ("feedback_answer", "feedback_remark", "feedback_turnout")
# What an answer and a text may carry, and no more: nothing of a person, of a moment, or of one another. kept_at is the
# moment of the closing (access/earlier.py).
COLUMNS = {
    "feedback_answer": {"id", "round_id", "question", "answer", "is_good", "team_id", "kind", "kept_at"},
    "feedback_remark": {"id", "round_id", "words", "hidden_at", "hidden_by_id", "hidden_why"},
    "feedback_turnout": {"id", "round_id", "asked", "answered", "team_id", "kind"},
}


@dataclass(frozen=True)
class Row:
    table: str
    transaction: str
    place: str
    text: str


def every_row(owner: psycopg.Connection) -> Iterator[Row]:
    """Of every table there is, with the transaction that wrote it and where it lies."""
    names = owner.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    ).fetchall()
    for (table,) in names:
        rows = owner.execute(
            f'SELECT xmin::text, ctid::text, to_jsonb(t)::text FROM "{table}" t ORDER BY ctid'
        )
        yield from (Row(table, *row) for row in rows.fetchall())


@dataclass
class Told:
    """What was answered, by whom, in which order."""

    people: list[int]
    texts: list[str]
    round_id: int
    open_rows: list[Row]
    closed_rows: list[Row]
    texts_as_they_lie: list[str]
    questions_as_they_lie: list[str]


@pytest.fixture(scope="module")
def kept() -> dict[str, Told]:
    return {}


@pytest.fixture
def told(crowd: Crowd, own_database: str, kept: dict[str, Told], settings) -> Told:
    """A round in which twelve of one team and three of another answer, looked at while it is open and when it is over."""
    settings.WHITENOISE_AUTOREFRESH = True
    if not kept:
        kept["told"] = crowd(lambda: _played(own_database))[0]
    return kept["told"]


def _played(database: str) -> Told:
    with acting_as_system():
        cast = make_cast()
        people = [*made.more_workers(cast.north, 12), *made.more_workers(cast.south, 3, called="south")]
        round_ = made.asked(cast, at=now())
    texts = [f"quartz{number}word" for number in range(len(people))]
    for number, user in enumerate(people):
        _send(round_, user, number, texts[number])
    with as_owner(database) as owner:
        open_rows = list(every_row(owner))
    with acting_as_system() as system:
        recording.close(round_, by=system, at=now() + made.LASTS + timedelta(days=1))
    with as_owner(database) as owner:
        closed_rows = list(every_row(owner))
        words = owner.execute("SELECT words FROM feedback_remark ORDER BY ctid").fetchall()
        asked = owner.execute("SELECT question FROM feedback_answer ORDER BY ctid").fetchall()
    return Told(
        [user.pk for user in people],
        texts,
        round_.pk,
        open_rows,
        closed_rows,
        [text for (text,) in words],
        [question for (question,) in asked],
    )


def _send(round_: Round, user: User, number: int, text: str) -> None:
    """Each gives another set of answers."""
    client = Client()
    client.force_login(user)
    keys = WORKERS.questions[0].scale.keys
    answers = {
        f"question{place}": keys[(number // 5 ** (place % 2) + place) % 5]
        for place in range(1, len(WORKERS.questions) + 1)
    }
    answer = client.post(f"/feedback/{round_.pk}/answer/", {**answers, "words": text, "once": str(uuid4())})
    assert answer.status_code == 302, answer.content


def test_while_it_is_open_no_table_has_a_word_of_it(told: Told) -> None:
    assert not [row for row in told.open_rows if "quartz" in row.text]
    assert not [row for row in told.open_rows if row.table in SAID]
    assert len([row for row in told.open_rows if row.table == "feedback_box"]) == 1


def test_what_somebody_s_transaction_wrote_says_that_they_answered_and_nothing_else(told: Told) -> None:
    marks = [
        row for row in told.open_rows if row.table == "feedback_asked" and '"has_answered": true' in row.text
    ]
    assert len(marks) == len(told.people)
    theirs = {row.transaction for row in marks}
    written = {row.table for row in told.open_rows if row.transaction in theirs}
    assert written <= {"feedback_asked", "feedback_box", "history_submission", "django_session"}


def test_once_it_is_over_all_of_it_was_written_by_one_transaction_that_is_nobody_s(told: Told) -> None:
    writers = {row.transaction for row in told.closed_rows if row.table in SAID}
    assert len(writers) == 1
    before = {row.transaction for row in told.open_rows}
    assert not writers & before
    theirs = [row for row in told.closed_rows if row.transaction in writers]
    assert {row.table for row in theirs} <= {
        *SAID, "feedback_asked", "feedback_round", "history_event", "history_version", "insight_change",
    }  # fmt: skip


def test_once_it_is_over_nobody_knows_who_answered(told: Told) -> None:
    marks = [row.text for row in told.closed_rows if row.table == "feedback_asked"]
    assert marks
    assert all('"has_answered": null' in text for text in marks)
    assert not [row for row in told.closed_rows if row.table in ("feedback_box", "feedback_slip")]


def test_no_earlier_version_of_a_mark_or_a_box_is_kept(told: Told) -> None:
    versions = [row.text for row in told.closed_rows if row.table == "history_version"]
    kept_of = {table for table in ("asked", "box", "slip", "answer", "remark") for text in versions
               if f'"feedback_{table}"' in text}  # fmt: skip
    assert not kept_of


def test_texts_stand_in_one_table_and_in_no_order(told: Told) -> None:
    """That two orders of fifteen are the same by chance is one in 10^12."""
    assert {row.table for row in told.closed_rows if "quartz" in row.text} == {"feedback_remark"}
    assert sorted(told.texts_as_they_lie) == sorted(told.texts)
    assert told.texts_as_they_lie not in (told.texts, told.texts[::-1])


def test_the_answers_of_one_person_do_not_lie_together(told: Told) -> None:
    """As they would, by sevens, were each ballot written as a whole."""
    many = len(WORKERS.questions)
    lie = told.questions_as_they_lie
    assert len(lie) == many * len(told.people)
    sevens = [lie[start : start + many] for start in range(0, len(lie), many)]
    assert not all(len(set(seven)) == many for seven in sevens)


def test_what_was_said_has_no_column_that_could_be_anybody_s(own_database: str, told: Told) -> None:
    with as_owner(own_database) as owner:
        columns = {
            table: {
                name
                for (name,) in owner.execute(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
                ).fetchall()
            }
            for table in SAID
        }
        kinds = owner.execute("SELECT DISTINCT team_id, count(*) FROM feedback_answer GROUP BY 1").fetchall()
    assert columns == COLUMNS
    # Of the three of another team nothing is told apart: they are too few, and would leave too few of the others.
    assert [team for team, _ in kinds] == [None]
