"""What can have happened in the history of growing up."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ASSESSED = EventKind("transitions.assessed", "Recorded an assessment of need")
PATHWAY_AGREED = EventKind(
    "transitions.pathway_agreed", "Recorded that a pathway plan was agreed or reviewed"
)
STAYS = EventKind("transitions.stays", "Recorded the worker who stays")
HOME = EventKind("transitions.home", "Recorded where they live")
CONTACTED = EventKind("transitions.contacted", "Recorded a personal adviser’s contact")
REFERRED = EventKind("transitions.referred", "Asked adult services")
ANSWERED = EventKind("transitions.answered", "Recorded adult services’ answer")
MET = EventKind("transitions.met", "Recorded that the adult worker met them")
STRUCK_OUT = EventKind("transitions.struck_out", "Struck out an entry about growing up")

EVENTS = [ASSESSED, PATHWAY_AGREED, STAYS, HOME, CONTACTED, REFERRED, ANSWERED, MET, STRUCK_OUT]
