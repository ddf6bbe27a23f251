"""Writing an audit: its marks, what follows at once where it is inadequate, and striking it out."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import events, rules
from kittiwake.assurance.audits.facts import AuditWords
from kittiwake.assurance.audits.independence import as_you, lead_of, why_not_say_safe, why_not_theirs
from kittiwake.assurance.audits.models import Audit, AuditAction, Candidate, Escalation, Mark, Programme
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments import recording as instruments
from kittiwake.primitives.instruments.questionnaire import Instrument
from kittiwake.primitives.instruments.rules import Answers, given
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

AUDIT = "audits.audit"
ALREADY = "This child has already been audited in this sample. Open the audit that was made."


@whole()
def audit(
    child: Child,
    *,
    programme: Programme,
    answers: Answers,
    overall: str,
    why: str,
    done_with: str,
    by: User,
    at: datetime,
    candidate: Candidate | None = None,
    re_audit_of: Audit | None = None,
    told: Worker | None = None,
    told_how: str = "",
    occasion: str = "",
    **words: Unpack[AuditWords],
) -> Audit:
    """Keep what somebody with no part in the case found. An inadequate audit says whom they told today; the child is
    to be made safe and audited again within local limits.

    `words` are Audit's own texts. Refuses one's own case, an overall grade above its cap, an audit without the worker
    or without the child and family that does not say why, and a child already audited in the sample.
    """
    must_stand(re_audit_of)
    _refuse_stranger(child, candidate, by, at)
    instrument = library.latest(programme.tool)
    _refuse_silence(done_with, words)
    if overall == rules.INADEQUATE and (told is None or not told_how.strip()):
        raise Refused(
            "An inadequate audit is told to somebody today. Say whom you told, and how.", field="told"
        )
    entry = record.enter(child, kind=AUDIT, summary="Practice audit", happened_at=at, by=by, at=at)
    lead = lead_of(child, local_date(at))
    with refused_by(candidate_audited_once=Refused(ALREADY)):
        made = Audit.objects.create(
            entry=entry, child=child, programme=programme, candidate=candidate, re_audit_of=re_audit_of, auditor=by,
            worker=lead.worker if lead else None, team=lead.team if lead else None, done_with=done_with, **words,
        )  # fmt: skip
    grade(made, instrument, kind=Mark.FIRST, answers=answers, overall=overall, why=why, by=by, at=at)
    record.keep_words(entry, text=words.get("child_said", ""), said_at=at, topic="How we help")
    if overall == rules.INADEQUATE and told:
        escalate(made, told=told, how=told_how, by=by, at=at)
    if re_audit_of:
        clocks.stop(rules.RE_AUDIT_DUE.key, entry=re_audit_of.entry, at=at, by_entry=entry)
    drafts.forget(by, child, occasion)
    history.write(events.AUDITED, made, by=by, at=at, child_id=child.pk)
    return made


def _refuse_stranger(child: Child, candidate: Candidate | None, by: User, at: datetime) -> None:
    if why_not := why_not_theirs(by, child, local_date(at)):
        raise NotYours(as_you(why_not))
    if candidate and candidate.outcome != Candidate.DRAWN:
        raise Refused(
            "This child was not drawn in that sample. Choose a child who was, or audit them outside it."
        )
    if why_not := why_not_asked(candidate, by):
        raise NotYours(why_not)


def why_not_asked(candidate: Candidate | None, user: User) -> str:
    if candidate is None or candidate.auditor_id in (None, user.pk):
        return ""
    return "Somebody else was asked to audit this child. Ask whoever drew the sample to change that."


def _refuse_silence(done_with: str, words: AuditWords) -> None:
    if done_with == "alone" and not words.get("done_with_words", "").strip():
        raise Refused(
            "An audit is done with the worker. Say why this one was done without them.",
            field="done_with_words",
        )
    asked = words.get("child_said", "").strip() and words.get("family_said", "").strip()
    if not asked and not words.get("not_asked_why", "").strip():
        raise Refused(
            "Write what the child and the family say, or why one of them was not asked.",
            field="not_asked_why",
        )


def grade(
    audit: Audit,
    instrument: Instrument,
    *,
    kind: str,
    answers: Answers,
    overall: str,
    why: str,
    by: User,
    at: datetime,
) -> Mark:
    """Keep one person's grades. Refuses an overall grade that is none, or above its cap."""
    must_stand(audit)
    refuse_above_cap(
        {key: value for key in instrument.questions for value in given(answers, key)[:1]}, overall
    )
    completion = instruments.complete(instrument, answers=answers, entry=audit.entry, by=by, at=at)
    apart = next(section for section in instrument.sections if section.key == rules.COMPLIANCE)
    met, of = rules.compliance(
        [value for question in apart.questions for value in given(answers, question.key)]
    )
    return Mark.objects.create(
        audit=audit, kind=kind, completion=completion, overall=overall, grade=overall, why=why,
        compliance_met=met, compliance_of=of, by=by, at=at,
    )  # fmt: skip


def refuse_above_cap(grades: dict[str, str], overall: str) -> None:
    if overall not in rules.SCALE:
        raise Refused("Select the overall grade.", field="overall")
    if rules.is_above(overall, rules.cap(grades)):
        raise Refused(
            "You graded knowing the risk, or keeping safe, inadequate. The overall grade is then inadequate, whatever "
            "else was done well. Change one of the two.",
            field="overall",
        )


def escalate(audit: Audit, *, told: Worker, how: str, by: User, at: datetime) -> None:
    """Somebody hears of it the same day; from now the child is to be made safe, and then audited again."""
    must_stand(audit)
    Escalation.objects.create(audit=audit, told=told, how=how, told_at=at, told_by=by)
    clocks.start(rules.MADE_SAFE, rules.RE_AUDIT_DUE, entry=audit.entry, at=at)
    history.write(events.ESCALATED, audit, by=by, at=at, child_id=audit.child_id)


@whole()
def make_safe(audit: Audit, *, words: str, by: User, at: datetime) -> None:
    """A manager says that the child is safe now, and what was done. Refuses the auditor, and a second time."""
    must_stand(audit)
    if why_not := why_not_say_safe(audit, by):
        raise NotYours(why_not)
    waiting = Escalation.objects.filter(audit=audit, safe_at=None)
    if not waiting.update(safe_at=at, safe_by=by, safe_words=words):
        raise Refused(
            "This has already been recorded, or the audit was not inadequate. Open the audit to see which."
        )
    clocks.stop(rules.MADE_SAFE.key, entry=audit.entry, at=at, by_entry=audit.entry)
    history.write(events.MADE_SAFE, audit, by=by, at=at, child_id=audit.child_id)


@whole()
def strike_out(audit: Audit, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly. What it started falls away, and what it stopped runs again. Refuses while an action
    or another audit stands on it."""
    if AuditAction.objects.standing().filter(audit=audit).exists():
        raise Refused("Actions stand on this audit. Strike those out first.")
    if Audit.objects.standing().filter(re_audit_of=audit).exists():
        raise Refused("A later audit follows this one. Strike that out first.")
    record.strike_out(audit.entry, reason=reason, by=by, at=at)
    instruments.nothing_to_mark(audit.entry, at=at)
    Audit.objects.filter(pk=audit.pk).update(is_counted=False)
    for clock in Clock.objects.filter(stopped_by=audit.entry).exclude(entry=audit.entry):
        clocks.reopen(clock.key, entry=clock.entry, stopped_by=audit.entry)
    for clock in Clock.objects.filter(entry=audit.entry, cancelled_at=None, stopped_at=None):
        clocks.cancel(clock.key, entry=clock.entry, at=at, reason="The audit was struck out")
    history.write(events.STRUCK_OUT, audit, by=by, at=at, child_id=audit.child_id)
