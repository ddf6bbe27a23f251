"""What can be said to have happened to an audit and to what came of it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

PROGRAMME_PLANNED = EventKind("audits.programme_planned", "Planned audits")
SAMPLE_DRAWN = EventKind("audits.sample_drawn", "Drew a sample to audit")
AUDITOR_ASKED = EventKind("audits.auditor_asked", "Asked somebody to audit this record")
AUDITED = EventKind("audits.audited", "Audited this record")
ESCALATED = EventKind("audits.escalated", "Told somebody of an inadequate audit")
MADE_SAFE = EventKind("audits.made_safe", "Said that the child is safe after an audit")
STRUCK_OUT = EventKind("audits.struck_out", "Struck out an audit")
MODERATION_ASKED = EventKind("audits.moderation_asked", "Asked somebody to moderate an audit")
MARKED_AGAIN = EventKind("audits.marked_again", "Made the second mark of an audit")
MODERATED = EventKind("audits.moderated", "Said which grade of an audit stands")
ACTION_RAISED = EventKind("audits.action_raised", "Added an action to an audit")
FOCUS_CHECKED = EventKind("audits.focus_checked", "Checked whether an action is about the child")
ACTION_GIVEN = EventKind("audits.action_given", "Gave an action to somebody else")
ACTION_DISCUSSED = EventKind("audits.action_discussed", "Talked an action over with the worker")
ACTION_DONE = EventKind("audits.action_done", "Said that an action is done")
ACTION_SENT_BACK = EventKind("audits.action_sent_back", "Sent an action back to its owner")
ACTION_CHECKED = EventKind("audits.action_checked", "Checked the evidence of an action")
ACTION_CONFIRMED = EventKind("audits.action_confirmed", "Confirmed the effect of an action")
ACTION_CLOSED = EventKind("audits.action_closed", "Closed an action")
ACTION_REOPENED = EventKind("audits.action_reopened", "Opened an action again")
ACTION_STRUCK_OUT = EventKind("audits.action_struck_out", "Struck out an action of an audit")
THEME_NAMED = EventKind("audits.theme_named", "Added a theme")
TRAINED_FOR = EventKind("audits.trained_for", "Named the course that is about a theme")
LEARNING_HELD = EventKind("audits.learning_held", "Recorded that people learned from audits")

EVENTS = [
    PROGRAMME_PLANNED,
    SAMPLE_DRAWN,
    AUDITOR_ASKED,
    AUDITED,
    ESCALATED,
    MADE_SAFE,
    STRUCK_OUT,
    MODERATION_ASKED,
    MARKED_AGAIN,
    MODERATED,
    ACTION_RAISED,
    FOCUS_CHECKED,
    ACTION_GIVEN,
    ACTION_DISCUSSED,
    ACTION_DONE,
    ACTION_SENT_BACK,
    ACTION_CHECKED,
    ACTION_CONFIRMED,
    ACTION_CLOSED,
    ACTION_REOPENED,
    ACTION_STRUCK_OUT,
    THEME_NAMED,
    TRAINED_FOR,
    LEARNING_HELD,
]
# What each step of an action (models.ActionStep.KINDS) is called in the history.
OF_STEPS = {
    "done": ACTION_DONE,
    "sent_back": ACTION_SENT_BACK,
    "checked": ACTION_CHECKED,
    "confirmed": ACTION_CONFIRMED,
    "closed": ACTION_CLOSED,
    "reopened": ACTION_REOPENED,
}
