"""What the page of one action shows: how far it is, what is next, and everything that was said of it. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.effects.evidence import against
from kittiwake.assurance.audits.independence import why_not_step
from kittiwake.assurance.audits.models import ActionStep, AuditAction, Discussion, Effect
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.primitives.measures.catalogue import adverse
from kittiwake.time.moments import local_date, start_of
from kittiwake.ui.components import Status, SummaryRow, Task, TextLink
from kittiwake.ui.dates import long_date

FOCUSES = dict(rules.FOCUSES)
KINDS = dict(ActionStep.KINDS)
STATES = dict(rules.STATES)
# State: (page, what the button says, power, what it is of rules.DOES; empty: anybody's)
MOVES = {
    rules.RECORDED: ("audits:discuss_action", "Record that it was discussed", Power.ANSWER, ""),
    rules.DISCUSSED: ("audits:finish_action", "It is done", Power.ANSWER, rules.FINISHES),
    rules.DONE: ("audits:check_action", "Check the evidence", Power.AUDIT, rules.CHECKS),
    rules.CHECKED: (
        "audits:confirm_effect_of_action",
        "Confirm its effect",
        Power.AUDIT,
        rules.CONFIRMS,
    ),
    rules.CONFIRMED: ("audits:close_action", "Close this action", Power.AUDIT, rules.CLOSES),
}


def supervisions_since(action: AuditAction, viewer: Viewer) -> Any:
    """What was written of this child in supervisions since this round of the action began, the newest first."""
    parts = viewer.see(ChildPart).standing().filter(child_id=action.child_id)
    since = start_of(local_date(action.begun_at))
    parts = parts.filter(supervision__held_at__gte=since).select_related(
        "supervision__team", "supervisor", "worker"
    )
    return parts.order_by("-supervision__held_at", "-pk")


def action_status(action: AuditAction, at: datetime) -> Status:
    if action.closed_at:
        return Status(STATES[rules.CLOSED])
    if action.is_late(local_date(at)):
        return Status(f"{STATES[action.state]}, late", "red")
    return Status(STATES[action.state], "blue")


def action_tasks(actions: list[AuditAction], at: datetime, *, named: bool = False) -> list[Task]:
    """`actions` come with owner, and with child where it is `named`."""
    return [
        Task(
            f"{action.child.name}: {action.what}" if named else action.what,
            href=reverse("audits:action", args=[action.pk]),
            hint=f"{action.owner}, by {long_date(action.due_on)}",
            status=action_status(action, at),
        )
        for action in actions
    ]


@dataclass(frozen=True)
class Said:
    """An item of ui/_timeline.html."""

    at: datetime
    title: str
    by: str
    text: str
    href: str = ""


@dataclass
class ActionPage:
    action: AuditAction
    viewer: Viewer
    at: datetime

    @property
    def state(self) -> Status:
        status = action_status(self.action, self.at)
        return status if status.colour else replace(status, colour="green")

    @property
    def stands(self) -> bool:
        return not self.action.entry.is_struck_out

    @property
    def is_owner(self) -> bool:
        return self.action.owner.user_id == self.viewer.user.pk

    @property
    def next(self) -> TextLink | None:
        """The one thing this person may do now."""
        move = MOVES.get(self.action.state)
        if move is None or not self.stands or not self.viewer.may(move[2]):
            return None
        name, text, _, does = move
        if does and why_not_step(self.action, self.viewer.user, does):
            return None
        if does == rules.CLOSES and not self.action.checked_focus:
            return None
        return TextLink(text, reverse(name, args=[self.action.pk]))

    @property
    def waits_for(self) -> str:
        if self.next or not self.stands:
            return ""
        if self.action.state == rules.CONFIRMED and not self.action.checked_focus:
            return "Its effect is confirmed. Somebody else than its writer has to say whether it is about the child."
        return rules.NEXT[self.action.state]

    @property
    def against(self) -> list[str]:
        """What followed the effect that stands, of the action's own kind."""
        shown = next((effect for effect in self.effects if effect.ended_at is None), None)
        return against(self.action, shown.entry, self.at)[-1:] if shown else []

    @property
    def may_strike_out(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)

    @property
    def may_give(self) -> bool:
        """Until its owner has said that it is done."""
        is_early = self.action.state in (rules.RECORDED, rules.DISCUSSED)
        return self.stands and is_early and self.viewer.may(Power.ANSWER)

    @property
    def may_send_back(self) -> bool:
        """From the page of its evidence; once that is checked, by its own link."""
        is_checked = self.action.state == rules.CHECKED
        return self.stands and is_checked and self.viewer.may(Power.AUDIT) and not self.is_owner

    @property
    def may_reopen(self) -> bool:
        return (
            self.stands
            and self.action.state in (rules.CONFIRMED, rules.CLOSED)
            and self.viewer.may(Power.AUDIT)
        )

    @property
    def may_check_focus(self) -> bool:
        waits = self.stands and not self.action.checked_focus and self.viewer.may(Power.AUDIT)
        return waits and not why_not_step(self.action, self.viewer.user, rules.CHECKS_CLASS)

    @property
    def rows(self) -> list[SummaryRow]:
        action = self.action
        rows = [
            ("What it should change for the child", action.difference),
            ("What that is about", self._about),
            ("Is it about the child?", self._focus),
            ("Who does it", str(action.owner)),
            ("By", long_date(action.due_on)),
            (
                "Themes",
                ", ".join(str(theme.theme) for theme in action.themes.select_related("theme")) or "None",
            ),
            ("Recorded", f"{action.entry.by}, {long_date(action.entry.recorded_at)}"),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @property
    def _about(self) -> str:
        kind = adverse().get(self.action.about)
        if kind is None:
            return "Something else: nothing is looked for that speaks against it"
        lasts = dict(rules.LASTS).get(self.action.lasts_days, f"{self.action.lasts_days} days")
        return f"{kind.title}. It has to last {lasts}: what speaks against it in that time opens it again"

    @property
    def _focus(self) -> str:
        action = self.action
        written = f"{FOCUSES[action.focus]}, its writer says"
        if not action.checked_focus:
            return f"{written}. Nobody else has checked this yet."
        checked = f"{FOCUSES[action.checked_focus]}, {action.focus_checked_by} says"
        return f"{written}\n{checked}" + (f": {action.focus_why}" if action.focus_why else "")

    @cached_property
    def effects(self) -> list[Effect]:
        effects = self.viewer.see(Effect).filter(action=self.action).select_related("entry", "by")
        return list(effects.order_by("-at"))

    @property
    def effect_is_struck_out(self) -> bool:
        return any(effect.ended_at is None and effect.entry.is_struck_out for effect in self.effects)

    @property
    def story(self) -> list[Said]:
        """What was said of it, oldest first."""
        return sorted([*self._discussions(), *self._steps()], key=lambda said: said.at)

    def _discussions(self) -> Iterator[Said]:
        discussions = self.viewer.see(Discussion).filter(action=self.action)
        for discussion in discussions.select_related("with_whom", "by", "in_supervision__entry"):
            title = f"Discussed with {discussion.with_whom}, {long_date(discussion.held_on)}"
            href = discussion.in_supervision.get_absolute_url() if discussion.in_supervision else ""
            yield Said(discussion.at, title, str(discussion.by), discussion.words, href)

    def _steps(self) -> Iterator[Said]:
        for step in self.viewer.see(ActionStep).filter(action=self.action).select_related("by"):
            yield Said(step.at, KINDS[step.kind], str(step.by), step.words)
