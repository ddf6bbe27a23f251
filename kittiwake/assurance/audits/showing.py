"""What the pages of one audit show, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import rules, visibility
from kittiwake.assurance.audits.actions.showing import action_tasks
from kittiwake.assurance.audits.independence import why_not_settle
from kittiwake.assurance.audits.models import Audit, AuditAction, Escalation, GradeChange, Mark, Moderation
from kittiwake.assurance.audits.on_record import OnRecord
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Status, SummaryRow, Task, TextLink, columns
from kittiwake.ui.dates import long_date

COLOURS = {
    rules.INADEQUATE: "red",
    rules.IMPROVE: "yellow",
    rules.GOOD: "green",
    rules.OUTSTANDING: "teal",
}
TITLES = dict(rules.GRADES)
CLOCKS = {standard.key: standard.title for standard in (rules.MADE_SAFE, rules.RE_AUDIT_DUE)}


def grade_tag(grade: str) -> Status:
    return Status(TITLES[grade], COLOURS[grade])


@dataclass(frozen=True)
class Domain:
    """One that was looked at: its grade, the second one beside it, what shows it, what it changed."""

    key: str
    title: str
    grade: str
    second: str
    evidence: str
    impact: str

    @property
    def tag(self) -> Status:
        return grade_tag(self.grade)


@dataclass(frozen=True)
class Changed:
    """A grade that was changed, in words."""

    change: GradeChange

    @property
    def was(self) -> str:
        return TITLES[self.change.was]

    @property
    def now(self) -> str:
        return TITLES[self.change.now]


@dataclass
class AuditPage:
    audit: Audit
    viewer: Viewer
    at: datetime

    @cached_property
    def marks(self) -> dict[str, Mark]:
        marks = self.viewer.see(Mark).filter(audit=self.audit).select_related("by", "completion")
        return {mark.kind: mark for mark in marks}

    @property
    def first(self) -> Mark:
        return self.marks[Mark.FIRST]

    @property
    def second(self) -> Mark | None:
        return self.marks.get(Mark.SECOND)

    @property
    def grade(self) -> Status:
        return grade_tag(self.first.grade)

    @cached_property
    def cap(self) -> rules.Cap | None:
        return rules.cap({domain.key: domain.grade for domain in self.domains})

    @cached_property
    def domains(self) -> list[Domain]:
        domains = [self._domain(key, title) for key, title in self._sections(self.first)]
        return [domain for domain in domains if domain.grade in TITLES]

    def _sections(self, mark: Mark) -> list[tuple[str, str]]:
        """(domain, title) of the tool that was used."""
        return [
            (section.questions[0].key, section.title)
            for section in mark.completion.file.sections
            if section.key != rules.COMPLIANCE
        ]

    def _domain(self, key: str, title: str) -> Domain:
        answers = self._answers[Mark.FIRST]
        second = self._answers.get(Mark.SECOND, {}).get(key, "")
        return Domain(
            key=key,
            title=title,
            grade=answers.get(key, ""),
            second=TITLES.get(second, ""),
            evidence=answers.get(f"{key}_evidence", ""),
            impact=answers.get(f"{key}_impact", ""),
        )

    @cached_property
    def _answers(self) -> dict[str, dict[str, str]]:
        return {
            kind: {answer.question: answer.value or answer.said for answer in mark.completion.answers.all()}
            for kind, mark in self.marks.items()
        }

    @property
    def compliance(self) -> list[SummaryRow]:
        answers = self.first.completion.answers.filter(section=rules.COMPLIANCE).order_by("position")
        on_record = OnRecord(self.audit.child_id, self.viewer.see, self.audit.entry.recorded_at).said()
        return [
            SummaryRow(
                answer.wording,
                "\nOn the record then: ".join(filter(None, [answer.said, on_record.get(answer.question)])),
            )
            for answer in answers
        ]

    @property
    def rows(self) -> list[SummaryRow]:
        audit = self.audit
        rows = [
            ("Part of", audit.programme.title),
            ("Audited by", f"{audit.auditor}, {long_date(audit.entry.happened_at)}"),
            ("Whose practice", " · ".join(str(whose) for whose in (audit.worker, audit.team) if whose)),
            (
                "Done with the worker",
                "\n".join(filter(None, [audit.get_done_with_display(), audit.done_with_words])),
            ),
            ("What the child says", audit.child_said or f"Not asked: {audit.not_asked_why}"),
            ("What the family says", audit.family_said or f"Not asked: {audit.not_asked_why}"),
            ("What went well", audit.went_well),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @cached_property
    def escalation(self) -> Escalation | None:
        return self.viewer.see(Escalation).filter(audit=self.audit).select_related("told", "safe_by").first()

    @cached_property
    def clocks(self) -> list[tuple[Clock, str]]:
        clocks = self.viewer.see(Clock).filter(entry=self.audit.entry, cancelled_at=None).order_by("due_at")
        return [(clock, CLOCKS[clock.key]) for clock in clocks]

    @cached_property
    def moderation(self) -> Moderation | None:
        moderations = self.viewer.see(Moderation).filter(audit=self.audit)
        return moderations.select_related("moderator", "asked_by").first()

    @cached_property
    def changes(self) -> list[Changed]:
        changes = self.viewer.see(GradeChange).filter(audit=self.audit).select_related("by").order_by("at")
        return [Changed(change) for change in changes]

    @cached_property
    def actions(self) -> list[Task]:
        actions = visibility.actions(self.viewer).filter(audit=self.audit).select_related("owner")
        return action_tasks(list(actions.order_by("due_on", "pk")), self.at)

    @property
    def stands(self) -> bool:
        return not self.audit.entry.is_struck_out

    @property
    def may_strike_out(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)

    @property
    def may_raise(self) -> bool:
        return self.stands and self.viewer.may(Power.AUDIT)

    @property
    def may_ask_moderation(self) -> bool:
        asked = self.moderation
        waits = asked is None or not (asked.marked_at or asked.settled_at)
        return self.stands and waits and self.viewer.may(Power.PLAN_AUDITS)

    @property
    def may_settle(self) -> bool:
        asked = self.moderation
        return bool(
            self.stands
            and asked
            and self.viewer.may(Power.AUDIT)
            and not why_not_settle(asked, self.viewer.user, local_date(self.at))
        )

    @property
    def may_make_safe(self) -> bool:
        waits = self.escalation is not None and self.escalation.safe_at is None
        return (
            self.stands
            and waits
            and self.viewer.may(Power.OVERSEE)
            and self.audit.auditor_id != self.viewer.user.pk
        )


@dataclass
class AuditsOfChild:
    """Every audit of one child's record, newest first, and where to begin another."""

    child: Child
    viewer: Viewer
    at: datetime
    columns = columns("Audited on", "Part of", "By", "Grade", "Actions open")

    @cached_property
    def audits(self) -> list[Audit]:
        audits = visibility.audits(self.viewer).filter(child=self.child)
        return list(
            audits.select_related("entry", "programme", "auditor").order_by("-entry__happened_at", "-pk")
        )

    @cached_property
    def rows(self) -> list[list[Cell]]:
        marks = self.viewer.see(Mark).filter(audit__in=self.audits, kind=Mark.FIRST)
        grades = dict(marks.values_list("audit_id", "grade"))
        return [*self._kept, *(self._row(audit, grades[audit.pk]) for audit in self.audits)]

    @property
    def _kept(self) -> list[list[Cell]]:
        """Audited, and kept from them until they have marked it."""
        waiting = visibility.blind_marks(self.viewer).filter(child=self.child).order_by("-asked_at")
        return [
            [
                TextLink(f"Asked for on {long_date(mark.asked_at)}", reverse("audits:mark", args=[mark.pk])),
                mark.file.title,
                "–",
                "Kept from you until you have marked it",
                "–",
            ]
            for mark in waiting
        ]

    def _row(self, audit: Audit, grade: str) -> list[Cell]:
        still = sum(1 for action in self._actions if action.audit_id == audit.pk and action.closed_at is None)
        return [
            TextLink(long_date(audit.entry.happened_at), audit.get_absolute_url()),
            audit.programme.title,
            str(audit.auditor),
            grade_tag(grade),
            str(still),
        ]

    @cached_property
    def _actions(self) -> list[AuditAction]:
        actions = visibility.actions(self.viewer).filter(child=self.child)
        return list(actions.select_related("owner").order_by("due_on", "pk"))

    @property
    def open_actions(self) -> list[Task]:
        return action_tasks([action for action in self._actions if action.closed_at is None], self.at)
