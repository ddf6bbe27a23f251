"""Nobody is offered a team that is closed, in whatever form a team is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from tests.driving.driver import NotTaken, open_form
from tests.driving.states import STATES, State
from tests.driving.test_forms import FORMS
from tests.driving.world import World
from tests.matrix.walking import undone

CLOSED = "Team closed yesterday"
KINDS = [kind for kind, _ in Team.KINDS if kind != "partner"]


def names_offered(world: World, name: str) -> Iterator[str]:
    """What the questions of this form offer that are answered with a team."""
    page, state = FORMS[name], STATES.get(name, State())
    with undone():
        with acting_as_system():
            made = {**world.made, **state.make(world)}
        page = replace(page, about={**page.about, **state.about})
        try:
            form = open_form(world, page, page.address(made), {}, state.who).form
        except NotTaken:  # said by test_forms
            return
        for field in form.fields.values():
            if getattr(getattr(field, "queryset", None), "model", None) is Team:
                yield from (str(label) for value, label in field.choices if value)


def test_no_form_offers_a_closed_team(world: World) -> None:
    with undone():
        with acting_as_system():
            closed = local_date(now()) - timedelta(days=1)
            for kind in KINDS:
                Team.objects.create(name=f"{CLOSED}: {kind}", kind=kind, ends_on=closed)
        offered = {name: set(names_offered(world, name)) for name in FORMS}
    asking = {name for name, names in offered.items() if names}
    assert len(asking) > 5, f"Forms that ask for a team: {sorted(asking)}"
    wrong = [name for name in asking if any(label.startswith(CLOSED) for label in offered[name])]
    assert not wrong, f"A closed team is offered by {sorted(wrong)}"
