"""Each link that may be broken: planted, found on the board of the right person, followed, mended in every way, gone."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
import time_machine
from django.urls import resolve

from kittiwake.access.identity import acting_as
from kittiwake.access.powers import HOLDS, role_may
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.desk.board.lines import Line, lines
from kittiwake.desk.my_work.leadership import ELSEWHERE
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import BrokenLink
from kittiwake.primitives.measures.mending import OPEN, mends, where
from tests.broken_links import of_assurance, of_duties, of_meetings, of_members, of_practice, of_returns
from tests.broken_links.planting import Planted
from tests.cast import Cast, signed_in
from tests.matrix.pages import declared_pages

AREAS = (of_returns, of_duties, of_practice, of_meetings, of_assurance, of_members)
PLANTED = {planted.key: planted for area in AREAS for planted in area.PLANTED}


def of_leaders(link: BrokenLink) -> bool:
    """Mended by who leads, and by no worker; what is put before them stands on their page child by child."""
    leads = any(
        role_may(role, mend.may) for mend in mends(link) for role in (Role.TEAM_MANAGER, Role.DIRECTOR)
    )
    worker = any(role_may(Role.SOCIAL_WORKER, mend.may) for mend in mends(link))
    return leads and not worker and not link.is_coming and link.key not in ELSEWHERE


WAYS = [(planted.key, way) for planted in PLANTED.values() for way in planted.ways]


@pytest.fixture(autouse=True)
def _at(request: pytest.FixtureRequest) -> Iterator[None]:
    named = getattr(request.node, "callspec", None)
    key = named.params.get("key") if named else None
    if key is None:
        yield
        return
    with time_machine.travel(PLANTED[key].at, tick=False):
        yield


def on_the_board(cast: Cast, planted: Planted) -> list[Line]:
    user = cast.user(planted.who)
    with acting_as(user):
        return [line for line in lines(Viewer(user), planted.at) if line.link.key == planted.key]


def test_every_link_that_is_declared_is_planted_here() -> None:
    assert {link.key for link in links()} == set(PLANTED)


@pytest.mark.parametrize(("key", "way"), WAYS)
def test_whichever_way_it_is_mended_clears_it(cast: Cast, key: str, way: str) -> None:
    planted = PLANTED[key]
    planted.plant(cast)
    line = next(line for line in on_the_board(cast, planted) if planted.about in line.broken.about)
    planted.ways[way](cast, line.broken)
    left = {(other.broken.entry_id, other.broken.about) for other in on_the_board(cast, planted)}
    assert (line.broken.entry_id, line.broken.about) not in left


@pytest.mark.parametrize("key", PLANTED)
def test_it_leads_to_where_it_is_mended_and_says_what_is_broken(cast: Cast, key: str) -> None:
    planted = PLANTED[key]
    planted.plant(cast)
    line = next(line for line in on_the_board(cast, planted) if planted.about in line.broken.about)
    client = signed_in(cast.user(planted.who))
    board = unescape(client.get(f"/board/?kind={key}").content.decode())
    do, there = where(line.link, line.broken, Viewer(cast.user(planted.who)))
    assert do != OPEN, "whoever has it on their board may mend it"
    assert resolve(there.split("?")[0]).view_name in pages_that_mend(line)
    assert do in board
    assert there in board
    assert line.broken.about in board
    assert line.name in board
    assert client.get(there).status_code == 200


@pytest.mark.parametrize("key", [link.key for link in links() if of_leaders(link)])
def test_what_no_worker_can_mend_is_said_to_be_theirs_alone(cast: Cast, key: str) -> None:
    planted = PLANTED[key]
    planted.plant(cast)
    front = unescape(signed_in(cast.user(planted.who)).get("/").content.decode())
    alone = front[front.index("Only you can do this") :]
    assert f"{next(link.title for link in links() if link.key == key)} (1)" in alone


def pages_that_mend(line: Line) -> set[str]:
    every = (line.broken.mend, *mends(line.link))
    return {mend.page for mend in every if mend}


def test_whoever_may_mend_it_may_open_the_page_where_that_is_done() -> None:
    pages = declared_pages()
    for link in links():
        assert mends(link) or link.key in BY_THE_ROW, link.key
        for mend in mends(link):
            for role in HOLDS:
                may_open = role_may(role, pages[mend.page].power)
                assert may_open or not role_may(role, mend.may), (link.key, role)


BY_THE_ROW = {  # where it is mended is told of each row
    "claims.may_be_the_same",
    "meetings.not_held",
    "meetings.statutory_overdue",
    "meetings.statutory_due_soon",
    "meetings.decision_without_action",
}
