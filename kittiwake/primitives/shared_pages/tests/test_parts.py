"""What areas declare of shared pages: read once, asked for by nobody's name, and about what is installed."""

from __future__ import annotations

import pytest
from django.template.loader import get_template
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared, pages
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.links import Mends
from kittiwake.primitives.measures.mending import mends
from kittiwake.primitives.shared_pages.child_page import ChildPart, Lane, OnChild
from kittiwake.primitives.shared_pages.chronology import ChronologyLine
from kittiwake.primitives.shared_pages.my_work import BlockPart, DraftForm, FrontPageOf, WorkPart
from kittiwake.record.kinds import entry_kinds
from tests.cast import NOW, Cast


def test_what_two_parts_of_a_page_need_is_read_once(cast: Cast) -> None:
    read: list[str] = []

    def names(page: OnChild) -> list[str]:
        read.append(page.child.name)
        return read

    page = OnChild(cast.ash, Viewer(cast.user("worker")), NOW)
    assert page.once(names) is page.once(names)
    assert read == ["Ash Alder"]


@pytest.mark.parametrize("kind", [ChildPart, WorkPart, BlockPart], ids=lambda kind: kind.__name__)
def test_every_part_has_its_template(kind: type) -> None:
    assert all(get_template(part.template) for part in declared(kind))


def test_no_two_parts_of_a_childs_page_fight_for_a_place() -> None:
    places = [(part.where, part.place) for part in declared(ChildPart)]
    assert len(set(places)) == len(places)


def test_what_is_said_of_kinds_is_said_of_kinds_there_are() -> None:
    of_lanes = {kind for lane in declared(Lane) for kind in lane.kinds}
    of_lines = {line.kind for line in declared(ChronologyLine)}
    assert of_lanes | of_lines <= entry_kinds().keys()


def test_a_draft_leads_to_a_page_there_is() -> None:
    forms = declared(DraftForm)
    assert {page for form in forms for page in (form.new, form.again) if page} <= pages().keys()
    assert {form.occasion for form in forms} <= entry_kinds().keys()


def test_whoever_has_a_front_page_of_their_own_finds_it() -> None:
    assert all(reverse(own.page) for own in declared(FrontPageOf))


def test_what_is_mended_by_an_area_above_is_a_link_that_there_is() -> None:
    by_key = {link.key: link for link in links()}
    for above in declared(Mends):
        assert above.mend in mends(by_key[above.link])
