"""What can have happened in the history of young people's own pages."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

TALKED = EventKind("own_pages.talked", "Talked with the child about a page of their own")
GIVEN = EventKind("own_pages.given", "Gave the child a page of their own")
CODE_MADE = EventKind("own_pages.code_made", "Made a code for the child’s own page")
TAKEN_AWAY = EventKind("own_pages.taken_away", "Took the child’s own page away")
TRIED = EventKind("own_pages.tried", "A code for the child’s own page was tried wrongly many times")
HELD = EventKind("own_pages.held", "Said that the child is not to have a page of their own for now")
RELEASED = EventKind("own_pages.released", "Said that the child may have a page of their own again")

EVENTS = [TALKED, GIVEN, CODE_MADE, TAKEN_AWAY, TRIED, HELD, RELEASED]
