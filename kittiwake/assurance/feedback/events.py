"""What can be said to have happened to a round. That somebody answered is kept nowhere but in the round itself."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ASKED = EventKind("feedback.asked", "Asked people how it is for them")
OPENED = EventKind("feedback.opened", "Opened a round of questions")
CALLED_OFF = EventKind("feedback.called_off", "Called a round of questions off, unread")
CLOSED = EventKind("feedback.closed", "Closed a round of questions")
SLIPS_MADE = EventKind("feedback.slips_made", "Printed codes for a round of questions")
REMARK_HIDDEN = EventKind("feedback.remark_hidden", "Hid what somebody wrote, since it says who somebody is")
DONE = EventKind("feedback.done", "Said what was done about what people said")

EVENTS = [ASKED, OPENED, CALLED_OFF, CLOSED, SLIPS_MADE, REMARK_HIDDEN, DONE]
