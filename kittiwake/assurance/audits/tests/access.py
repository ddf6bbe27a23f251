"""Who may open the pages of audits. A second marker who has not marked yet is met with their own waiting mark instead."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.learning import recording as learning
from kittiwake.assurance.audits.models import (
    ActionTheme,
    Audit,
    AuditAction,
    Candidate,
    LearningEvent,
    Moderation,
    Programme,
    Sample,
    Theme,
)
from kittiwake.assurance.audits.programmes import recording as planning
from kittiwake.assurance.audits.tests.made import graded
from kittiwake.assurance.audits.themes import recording as naming
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments import recording as instruments
from kittiwake.record import recording as record
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes

PROGRAMME, AGAIN, THEME = "Matrix audits", "Matrix audits, again", "Matrix"


def make(made: Made) -> None:
    made["programme"], made["programme_again"] = _programme(made, PROGRAMME), _programme(made, AGAIN)
    made["sample"], made["learning"] = _sample(made), _learning(made)
    made["theme"] = Theme.objects.get(name=THEME)
    made["candidate"] = _candidate(made)
    made["audit"] = _audit(made, made.word("audits.audit"))
    made["audit_action"] = _action(made, made.word("audits.action"))
    # Two that wait for a second mark: of an audit with no actions, so that nothing of it is found elsewhere.
    for name in ("auditor", "principal"):
        made[f"moderation_of_{name}"] = _moderation(made, name)


def _programme(made: Made, title: str) -> Programme:
    """Two for everybody: they are about no child."""
    if programme := Programme.objects.filter(title=title).first():
        return programme
    day, before = local_date(made.at), Programme.objects.filter(title=PROGRAMME).first()
    facts = {"tool": rules.DIP, "starts_on": day, "ends_on": day + timedelta(days=30), "moderated_share": 20}
    kind = rules.RE_AUDIT if before else "dip"
    return planning.plan_programme(
        title=title, kind=kind, question="x", follows=before, **facts, by=made.by, at=made.at
    )


def _sample(made: Made) -> Sample:
    sample = Sample.objects.filter(programme=made["programme"]).first()
    return sample or Sample.objects.create(
        programme=made["programme"], seed="x", size=1, drawn_at=made.at, drawn_by=made.by
    )


def _learning(made: Made) -> LearningEvent:
    if event := LearningEvent.objects.filter(title=THEME).first():
        return event
    theme, by = naming.name_theme(THEME, by=made.by, at=made.at), {"by": made.by, "at": made.at}
    came = [Worker.objects.get(user=made.people["auditor"])]
    day = local_date(made.at)
    return learning.hold_event(title=THEME, held_on=day, learned="x", themes=[theme], came=came, **by)


def _candidate(made: Made) -> Candidate:
    return Candidate.objects.create(
        sample=made["sample"], child=made.child, team=made.team, outcome=Candidate.DRAWN, place=1,
        due_on=local_date(made.at), auditor=made.people["auditor"],
    )  # fmt: skip


def _audit(made: Made, word: str, programme: str = "programme") -> Audit:
    return recording.audit(
        made.child, programme=made[programme], answers=graded(), overall=rules.GOOD, why=word, done_with="together",
        child_said=word, family_said=word, went_well=word, by=made.by, at=made.at,
    )  # fmt: skip


def _action(made: Made, word: str, owner: User | None = None, audit: Audit | None = None) -> AuditAction:
    """As recording.raise_action keeps it; here its owner may be somebody who does not see the child, which it would refuse."""
    by = {"by": made.by, "at": made.at}
    action = AuditAction.objects.create(
        entry=record.enter(made.child, kind=doing.ACTION, summary=word, happened_at=made.at, **by),
        audit=audit or made["audit"], child=made.child, what=word, difference=word, focus=rules.PROCESS, begun_at=made.at,
        owner=Worker.objects.get(user=owner or made.people["worker"]), due_on=local_date(made.at) + timedelta(days=7),
    )  # fmt: skip
    ActionTheme.objects.create(action=action, theme=Theme.objects.get(name=THEME))
    return action


def _moderation(made: Made, name: str) -> Moderation:
    """As recording.ask_moderation keeps it; here everybody works with every child, which it would refuse."""
    audit, marker = _audit(made, "x"), made.people[name]
    asked = Moderation.objects.create(
        audit=audit, moderator=marker, is_blind=True, asked_by=made.by, asked_at=made.at
    )
    tool = library.latest(audit.programme.tool)
    instruments.keep_until_marked(audit.entry, instrument=tool, marker=marker, by=made.by, at=made.at)
    return asked


def _only(name: str):
    def unless(person: User, made: Made) -> str:
        return "" if person.pk == made.people[name].pk else "hidden"

    return unless


def _more_audits(made: Made, more: int) -> None:
    for number in range(more):
        audit = _audit(made, "x", programme=("programme", "programme_again")[number % 2])
        # Each somebody else's; here everybody works with every child, so recording would refuse them.
        Audit.objects.filter(pk=audit.pk).update(auditor=made.somebody(number))
        _more_actions(made, 1, number, audit)


def _more_actions(made: Made, more: int, first: int = 0, audit: Audit | None = None) -> None:
    for number in range(first, first + more):
        _action(made, "x", owner=made.somebody(number), audit=audit)


def _more_steps(made: Made, more: int) -> None:
    action, day = made["audit_action"], local_date(made.at)
    for number in range(more):
        by = made.somebody(number)
        doing.discuss(action, held_on=day, with_whom=by.worker, words="x", by=by, at=made.at)


def _more_programmes(made: Made, more: int) -> None:
    day = local_date(made.at)
    for number in range(more):
        facts = {"starts_on": day, "ends_on": day, "moderated_share": 20, "tool": rules.DIP, "kind": "dip"}
        planning.plan_programme(
            title=f"P{number}", question="x", **facts, by=made.somebody(number), at=made.at
        )


def _more_candidates(made: Made, more: int) -> None:
    """Children of their own, each audited by somebody else."""
    for number in range(more):
        child = record.add_child(forenames=f"Fern {number}", surname="x", by=made.by, at=made.at)
        record.allocate(
            child, team=made.team, worker=None, starts_on=local_date(made.at), by=made.by, at=made.at
        )
        Candidate.objects.create(
            sample=made["sample"], child=child, team=made.team, outcome=Candidate.DRAWN, place=number + 2,
            due_on=local_date(made.at), auditor=made.somebody(number),
        )  # fmt: skip


def _more_learning(made: Made, more: int) -> None:
    day, theme = local_date(made.at), Theme.objects.get(name=THEME)
    for number in range(more):
        came = [made.somebody(number).worker]
        theme_too = naming.name_theme(f"Theme {Theme.objects.count()}", by=made.by, at=made.at)
        themes = [theme, theme_too]
        learning.hold_event(
            title="x", held_on=day, learned="x", themes=themes, came=came, by=made.by, at=made.at
        )
        _action(made, "x", owner=made.somebody(number))


PAGES = [
    lists("audits:waiting", Power.SEE, grows=_more_actions, at_most=12),
    lists("audits:programmes", Power.SEE, grows=_more_programmes, at_most=12),
    writes("audits:plan_programme", Power.PLAN_AUDITS),
    reads("audits:programme", Power.SEE, pk="programme", of_a_child=False, grows=_more_audits, at_most=12),
    writes("audits:draw_sample", Power.PLAN_AUDITS, pk="programme", of_a_child=False),
    reads(
        "audits:comparison_of_programmes",
        Power.SEE,
        pk="programme_again",
        of_a_child=False,
        grows=_more_audits,
        at_most=12,
    ),
    reads("audits:sample", Power.SEE, pk="sample", of_a_child=False, grows=_more_candidates, at_most=13),
    writes("audits:ask_auditor", Power.PLAN_AUDITS, pk="candidate"),
    lists("audits:agreement", Power.SEE, grows=_more_audits, at_most=12),
    lists("audits:themes", Power.SEE, grows=_more_learning, at_most=12),
    reads("audits:theme", Power.SEE, pk="theme", of_a_child=False, grows=_more_learning, at_most=14),
    writes("audits:train_for_theme", Power.PLAN_AUDITS, pk="theme", of_a_child=False),
    writes("audits:name_theme", Power.PLAN_AUDITS),
    writes("audits:hold_learning_event", Power.PLAN_AUDITS),
    reads(
        "audits:learning_event",
        Power.SEE,
        pk="learning",
        of_a_child=False,
        grows=_more_learning,
        at_most=12,
    ),
    reads("audits:audits_of_child", Power.SEE, child_pk="child", grows=_more_audits, at_most=12),
    writes("audits:record_audit", Power.AUDIT, child_pk="child", programme_pk="programme"),
    reads("audits:audit", Power.SEE, pk="audit", grows=_more_actions, at_most=20),
    writes("audits:make_safe_after_audit", Power.OVERSEE, pk="audit"),
    writes("audits:strike_out_audit", Power.RECORD, pk="audit"),
    writes("audits:ask_moderation", Power.PLAN_AUDITS, pk="audit"),
    writes("audits:mark", Power.AUDIT, pk="moderation_of_auditor", unless=_only("auditor")),
    writes("audits:settle_mark", Power.AUDIT, pk="moderation_of_principal"),
    writes("audits:raise_action", Power.AUDIT, pk="audit"),
    reads("audits:action", Power.SEE, pk="audit_action", grows=_more_steps, at_most=17),
    writes("audits:check_focus_of_action", Power.AUDIT, pk="audit_action"),
    writes("audits:give_action", Power.ANSWER, pk="audit_action"),
    writes("audits:discuss_action", Power.ANSWER, pk="audit_action"),
    writes("audits:finish_action", Power.ANSWER, pk="audit_action"),
    writes("audits:check_action", Power.AUDIT, pk="audit_action"),
    writes("audits:confirm_effect_of_action", Power.AUDIT, pk="audit_action"),
    writes("audits:close_action", Power.AUDIT, pk="audit_action"),
    writes("audits:reopen_action", Power.AUDIT, pk="audit_action"),
    writes("audits:strike_out_action", Power.RECORD, pk="audit_action"),
]
