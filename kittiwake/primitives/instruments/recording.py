"""Keeping a completed questionnaire. Called by an area's recording functions, inside their transaction."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.instruments import rules
from kittiwake.primitives.instruments.models import Answer, BlindMark, Completion, FloorMet, Subtotal
from kittiwake.primitives.instruments.questionnaire import Instrument
from kittiwake.record.models import Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@whole()
def complete(
    instrument: Instrument, *, answers: rules.Answers, by: User, at: datetime, entry: Entry | None = None
) -> Completion:
    """Keep the answers with their wording and what they score. `entry` is the child's; None for a place or a group.

    Refuses, at the question it is about, an answer off its scale, one to a question that does not apply, and a
    question left out.
    """
    for key, problem in rules.problems(instrument, answers).items():
        raise Refused(problem, field=key)
    age = entry.child.age_on(local_date(at)) if entry else None
    scored = rules.score(instrument, answers, age=age)
    completion = _kept(instrument, scored, entry=entry, age=age, by=by, at=at)
    Answer.objects.bulk_create(_answers(completion, scored))
    Subtotal.objects.bulk_create(_subtotals(completion, scored))
    FloorMet.objects.bulk_create(
        FloorMet(completion=completion, band=floor.band, words=floor.text) for floor in scored.floors
    )
    return completion


@whole()
def keep_until_marked(
    entry: Entry, *, instrument: Instrument, marker: User, by: User, at: datetime
) -> BlindMark:
    """From now on everything that hangs from this entry is kept from whoever is to mark the same again. Asked of somebody
    else instead, it is kept from them, and no longer from the first."""
    must_stand(entry)
    asked, _ = BlindMark.objects.update_or_create(
        entry=entry,
        defaults={
            "child_id": entry.child_id, "kind": entry.kind, "instrument": instrument.key,
            "version": instrument.version, "marker": marker, "asked_by": by, "asked_at": at, "ended_at": None,
        },
    )  # fmt: skip
    return asked


@whole()
def marked_blind(key: int, *, by: User, at: datetime) -> None:
    """The mark they were asked for is being made: from here on the database shows its maker what was kept from them.

    `key` is the first mark's entry's. Refuses anybody else, and a second time.
    """
    asked = BlindMark.objects.select_for_update(of=("self",)).filter(pk=key).first()
    if asked is None or asked.marker_id != by.pk:
        raise NotYours("Somebody else was asked to make this mark. Ask whoever asked them to change that.")
    if asked.ended_at:
        raise NotYours("You have already made this mark. Open it to see both.")
    BlindMark.objects.filter(pk=key).update(ended_at=at)


def nothing_to_mark(entry: Entry, *, at: datetime) -> None:
    """The first mark was taken back."""
    BlindMark.objects.filter(entry=entry, ended_at=None).update(ended_at=at)


def _kept(
    instrument: Instrument,
    scored: rules.Score,
    *,
    entry: Entry | None,
    age: int | None,
    by: User,
    at: datetime,
) -> Completion:
    return Completion.objects.create(
        entry=entry,
        age=age,
        by=by,
        at=at,
        instrument=instrument.key,
        version=instrument.version,
        checksum=instrument.checksum,
        title=instrument.title,
        total=scored.total,
        most=instrument.most,
        by_points=scored.by_points.key if scored.by_points else "",
        band=scored.band.key if scored.band else "",
        band_title=scored.band.title if scored.band else "",
    )


def _answers(completion: Completion, scored: rules.Score) -> list[Answer]:
    return [
        Answer(
            completion=completion,
            position=position,
            section=line.section.key,
            question=line.question.key,
            wording=line.question.text,
            value=line.value,
            said=line.said,
            points=line.points,
        )
        for position, line in enumerate(scored.lines)
    ]


def _subtotals(completion: Completion, scored: rules.Score) -> list[Subtotal]:
    return [
        Subtotal(
            completion=completion,
            section=subtotal.section.key,
            title=subtotal.section.title,
            in_total=subtotal.section.in_total,
            points=subtotal.points,
            most=subtotal.section.most,
        )
        for subtotal in scored.subtotals
    ]
