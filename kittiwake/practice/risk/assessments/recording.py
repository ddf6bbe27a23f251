"""Writing assessments: what a worker scored and judged, what it does to the risks, and a second mark made blind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Unpack

from kittiwake.access.models import Reading
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.risk import events, rules
from kittiwake.practice.risk.assessments.facts import AssessmentWords, Settled
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment, SecondMark
from kittiwake.practice.risk.presenting import recording as presenting
from kittiwake.primitives.clocks.duties.recording import settle as settle_clocks
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.instruments import recording as instruments
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.primitives.instruments.questionnaire import Instrument
from kittiwake.primitives.instruments.rules import Answers
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Team, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

ASSESSMENT = "risk.assessment"
FOLLOWED_MEANWHILE = (
    "Somebody else has assessed them since you opened this page. Read what they wrote, then save this again if it "
    "still stands."
)


@whole()
def assess(
    child: Child,
    *,
    instrument: Instrument,
    answers: Answers,
    judged: str,
    by: User,
    at: datetime,
    following: int = 0,
    because_of: Entry | None = None,
    occasion: str = "",
    **words: Unpack[AssessmentWords],
) -> RiskAssessment:
    """Keep what was scored and judged. Where they differ it needs a reason. It goes before a manager where they differ,
    where it is moderate or higher, and where the level changed.

    `following` is the assessment that was read as the last one, 0 for none. `words` are RiskAssessment's own texts.
    The draft kept for `occasion` goes in the same transaction.
    """
    before = latest(child, instrument.purpose)
    if (before.pk if before else 0) != following:
        raise Refused(FOLLOWED_MEANWHILE)
    if before and instrument.purpose == "assessment" and not words.get("changed", "").strip():
        raise Refused("Say what has changed since the last assessment, or that nothing has.", field="changed")
    title, why_different = dict(rules.PURPOSES)[instrument.purpose], words.get("why_different", "")
    entry = record.enter(child, kind=ASSESSMENT, summary=title, happened_at=at, by=by, at=at)
    completion = instruments.complete(instrument, answers=answers, entry=entry, by=by, at=at)
    differs = _difference(instrument, completion.band, judged, why_different)
    assessment = _make(
        entry=entry,
        child=child,
        completion=completion,
        purpose=instrument.purpose,
        previous=before,
        scored=completion.band,
        judged=judged,
        differs=differs,
        **{**words, "why_different": why_different if differs else ""},
    )
    _follow_up(assessment, because_of, by, at)
    drafts.forget(by, child, occasion)
    history.write(events.ASSESSED, assessment, by=by, at=at, child_id=child.pk)
    return assessment


def latest(child: Child, purpose: str) -> RiskAssessment | None:
    standing = RiskAssessment.objects.standing().filter(child=child, purpose=purpose)
    return standing.order_by("-entry__happened_at", "-pk").first()


def _difference(instrument: Instrument, scored: str, judged: str, why: str) -> str:
    scale = [band.key for band in instrument.bands]
    if judged not in scale:
        raise Refused("Select how high you judge it to be.", field="judged")
    differs = rules.difference(scale, scored, judged)
    if differs and not why.strip():
        levels = f"The score gives “{instrument.band(scored).title}” and you judge it “{instrument.band(judged).title}”."
        raise Refused(f"{levels} Say why. A manager reads it and countersigns.", field="why_different")
    return differs


def _make(**facts: Any) -> RiskAssessment:
    refused = Refused(FOLLOWED_MEANWHILE)
    with refused_by(assessment_followed_once=refused, assessment_first_once=refused):
        return RiskAssessment.objects.create(**facts)


def _follow_up(assessment: RiskAssessment, because_of: Entry | None, by: User, at: datetime) -> None:
    entry = assessment.entry
    record.keep_words(entry, text=assessment.child_view, said_at=at)
    if because_of:
        presenting.refuse_reason_elsewhere(assessment.child, because_of)
        record.inform(entry, because_of=because_of)
    if _goes_before_a_manager(assessment):
        _put_before_a_manager(assessment, by, at)
    settle_clocks(assessment.child, at)


def _goes_before_a_manager(assessment: RiskAssessment) -> bool:
    if assessment.purpose == "screening":  # has no level of risk, only whether to assess
        return bool(assessment.differs)
    scale = [band.key for band in assessment.completion.file.bands]
    was = assessment.previous.judged if assessment.previous else None
    return rules.asks_for_oversight(scale, assessment.judged, was, assessment.differs)


def _put_before_a_manager(assessment: RiskAssessment, by: User, at: datetime) -> None:
    """What still waited of the one before is answered with this one."""
    earlier = assessment.previous.entry.reviews.open() if assessment.previous else []
    for review in earlier:
        oversight.close(review, at=at)
    oversight.ask(assessment.entry, team=_team_of(assessment.child, at), by=by, at=at)


def _team_of(child: Child, at: datetime) -> Team | None:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    allocation = lead.select_related("team").first()
    return allocation.team if allocation else None


@whole()
def settle(assessment: RiskAssessment, *, settled: Sequence[Settled], by: User, at: datetime) -> None:
    """Open, raise, lower and close risks, each with the assessment as its evidence. All of them or none."""
    must_stand(assessment)
    standing = PresentingRisk.objects.standing().filter(child=assessment.child)
    risks = {risk.domain: risk for risk in standing}
    for decision in settled:
        if decision.to != rules.AS_IT_IS:
            _settle(assessment, decision, risks.get(decision.domain), by, at)


def _settle(
    assessment: RiskAssessment, decision: Settled, risk: PresentingRisk | None, by: User, at: datetime
) -> None:
    child, because, words = assessment.child, assessment.entry, decision.words
    if not words.strip():
        name = dict(rules.DOMAINS)[decision.domain]
        raise Refused(
            f"{name}: say what you have seen or heard that tells you so.", field=f"{decision.domain}_words"
        )
    if risk is None and decision.to != rules.CLOSED:
        presenting.open_risk(
            child, domain=decision.domain, level=decision.to, why=words, because_of=because, by=by, at=at
        )
    elif risk is not None and decision.to == rules.CLOSED:
        presenting.close_risk(risk, reason=words[:500], because_of=because, by=by, at=at)
    elif risk is not None:
        presenting.move_risk(risk, level=decision.to, words=words, because_of=because, by=by, at=at)


@whole()
def ask_second_mark(assessment: RiskAssessment, *, marker: Worker, by: User, at: datetime) -> SecondMark:
    """Ask somebody else to mark the same child without seeing this mark. From now on it is kept from them.

    Refuses whoever wrote it or has opened it, and a second time.
    """
    must_stand(assessment)
    if marker.user is None:
        raise Refused("They cannot sign in, so they cannot mark it.", field="marker")
    if marker.user_id in (assessment.entry.by_id, by.pk):
        raise Refused("Somebody who has not seen the mark must make the second one.", field="marker")
    if _has_seen(marker.user, assessment):
        raise Refused(
            "They have already opened this child’s risks since, so their mark would not be blind.",
            field="marker",
        )
    if SecondMark.objects.filter(assessment=assessment).exists():
        raise Refused(
            "Somebody has already been asked to mark this a second time. Open the assessment to see who."
        )
    asked = SecondMark.objects.create(assessment=assessment, marker=marker.user, asked_by=by, asked_at=at)
    instruments.keep_until_marked(
        assessment.entry, instrument=assessment.completion.file, marker=marker.user, by=by, at=at
    )
    history.write(events.SECOND_MARK_ASKED, asked, by=by, at=at, child_id=assessment.child_id)
    return asked


def _has_seen(user: User, assessment: RiskAssessment) -> bool:
    """By the log of reading: a page about this child's risks since the first mark was made."""
    since = assessment.entry.recorded_at
    seen = Reading.objects.shown().filter(user_id=user.pk, child_id=assessment.child_id, at__gte=since)
    return seen.filter(page__startswith="risk:").exists()


@whole()
def mark(
    second: SecondMark | BlindMark, *, answers: Answers, judged: str, why: str, by: User, at: datetime
) -> SecondMark:
    """The second mark. Once made it stands, and its maker may read the first."""
    instruments.marked_blind(second.pk, by=by, at=at)
    held = SecondMark.objects.select_for_update().get(pk=second.pk)
    must_stand(held)
    instrument = held.assessment.completion.file
    if judged not in [band.key for band in instrument.bands]:
        raise Refused("Select how high you judge it to be.", field="judged")
    held.completion = instruments.complete(
        instrument, answers=answers, entry=held.assessment.entry, by=by, at=at
    )
    held.judged, held.why, held.marked_at = judged, why, at
    held.save()
    history.write(events.MARKED_AGAIN, held, by=by, at=at, child_id=held.assessment.child_id)
    return held


@whole()
def strike_out(assessment: RiskAssessment, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly. The clocks it stopped run again; those it started are cancelled. Refuses while one follows."""
    if RiskAssessment.objects.standing().filter(previous=assessment).exists():
        raise Refused("A later assessment follows this one. Strike that out first.")
    record.strike_out(assessment.entry, reason=reason, by=by, at=at)
    instruments.nothing_to_mark(assessment.entry, at=at)
    RiskAssessment.objects.filter(pk=assessment.pk).update(is_counted=False)
    settle_clocks(assessment.child, at)
    history.write(events.ASSESSMENT_STRUCK_OUT, assessment, by=by, at=at, child_id=assessment.child_id)
