"""The matrix finds what it is there to find: each fault that somebody might make is planted alone, and noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models

from kittiwake.access import answering, footing, middleware, powers, viewer
from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.access.visibility import VisibleTo
from kittiwake.areas.powers import Power
from kittiwake.practice.missing import views as missing
from kittiwake.practice.missing.escalation import views as escalation
from kittiwake.practice.missing.models import Episode
from kittiwake.queries.kept import TEXTS
from kittiwake.record.models import Child
from tests.matrix import acts
from tests.matrix.cells import Cell
from tests.matrix.pages import declared_pages
from tests.matrix.test_who_lets_whom_in import wrongs
from tests.matrix.walking import problems
from tests.matrix.world import World

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(autouse=True)
def no_text_is_kept() -> Iterator[None]:
    """What is planted is in every question asked meanwhile, and in none asked afterwards."""
    forget_texts()
    yield
    forget_texts()


def forget_texts() -> None:
    for texts in TEXTS:
        texts.by_shape.clear()


def found(world: World, name: str, who: str, relation: str = "", method: str = "GET") -> list[str]:
    world.absent.clear()
    forget_texts()
    return list(problems(world, Cell(declared_pages()[name], method, who, relation)))


def unfiltered(self: Viewer, model: type[models.Model]) -> models.QuerySet:
    return model._default_manager.all()


def as_kittiwake(user: object):
    return acting_as_system()


def neither_guard(patch: pytest.MonkeyPatch) -> None:
    """The queryset's filter and the database's are both forgotten."""
    patch.setattr(Viewer, "_seen", unfiltered)
    patch.setattr(middleware, "acting_as", as_kittiwake)


def opens_without_asking(patch: pytest.MonkeyPatch) -> None:
    """Every child counts as one whom this viewer has been let open; the database's line is forgotten."""

    def everybody(column: str, user_id: int, opened: object) -> VisibleTo:
        return VisibleTo(column, user_id, Child.objects.values_list("pk", flat=True))

    patch.setattr(viewer, "VisibleTo", everybody)
    patch.setattr(middleware, "acting_as", as_kittiwake)


def keeps_what_was_opened(patch: pytest.MonkeyPatch) -> None:
    """What one person was let open is held for the next as well; the database's line is forgotten."""
    with acting_as_system():
        held = set(Child.objects.values_list("pk", flat=True))
    patch.setattr(middleware, "Viewer", partial(Viewer, opened=held))
    patch.setattr(middleware, "acting_as", as_kittiwake)


def without_the_viewer(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(missing, "open_episode", lambda request, pk: Episode.objects.get(pk=pk))


def wrong_power(view: Callable, power: Power, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(view, "page", SimpleNamespace(power=power, seconds=None))


def everybody_may(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(powers, "role_may", lambda role, power: True)


def says_that_it_is_there(patch: pytest.MonkeyPatch) -> None:
    opened = Viewer.open

    def telling(self: Viewer, model, pk: int, *related: str, what: str = "view"):
        with acting_as_system():
            is_there = model.objects.filter(pk=pk).exists()
        if is_there and not self.see(model).filter(pk=pk).exists():
            raise PermissionDenied
        return opened(self, model, pk, *related, what=what)

    patch.setattr(Viewer, "open", telling)


def another_childs_name(patch: pytest.MonkeyPatch) -> None:
    """A count or a name worked out for everybody, then shown to one."""

    def page(request, template: str, context: dict, **more):
        with acting_as_system():
            context["child"] = Child.objects.get(forenames="Quartz03child")
        return shown(request, template, context, **more)

    shown = answering.page
    patch.setattr(answering, "page", page)


def database_trusts(patch: pytest.MonkeyPatch) -> None:
    """What the database holds back is forgotten, so that the other guard is looked at alone."""
    patch.setattr(middleware, "acting_as", as_kittiwake)
    patch.setattr(acts, "acting_as", as_kittiwake)


def footing_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Seeing a child is enough to decide who else does."""
    database_trusts(patch)
    patch.setattr(footing, "lasts", lambda child, user: True)
    patch.setattr(footing, "holds", lambda child, user: True)
    patch.setattr(Power, "only_reads", True)


def names_themselves(patch: pytest.MonkeyPatch) -> None:
    footing_is_forgotten(patch)
    patch.setattr(access, "_refuse_oneself", lambda user, by: None)


def lifts_alone(patch: pytest.MonkeyPatch) -> None:
    def lift(child: Child, *, reason: str, by: object, at: object) -> None:
        Child.objects.filter(pk=child.pk).update(restricted=False)

    patch.setattr(access, "ask_to_lift", lift)
    patch.setattr(access, "answer_lifting", lambda lifting, **answer: None)


LETTING_IN: list[tuple[Plant, tuple[str, str, str, str]]] = [
    (names_themselves, ("lets in as named", "service_manager", "opened unlisted", "service_manager")),
    (names_themselves, ("lets in as named", "worker", "let in", "worker")),
    (footing_is_forgotten, ("restricts", "manager", "opened unlisted", "chair")),
    (footing_is_forgotten, ("invites", "worker", "team has a duty", "chair")),
    (footing_is_forgotten, ("allocates", "manager", "opened unlisted", "manager")),
    (footing_is_forgotten, ("lets a partner in", "worker", "team has a duty", "partner")),
    (lifts_alone, ("lifts by function", "manager", "restricted, named", "chair")),
    (lifts_alone, ("lifts", "manager", "restricted, named", "chair")),
]


@pytest.mark.parametrize(
    ("plant", "where"), LETTING_IN, ids=lambda given: given[0] if isinstance(given, tuple) else given.__name__
)
def test_a_planted_way_in_is_found(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, where
) -> None:
    with acting_as_system():
        assert not list(wrongs(world, *where))
        plant(monkeypatch)
        assert list(wrongs(world, *where))


def test_the_database_holds_where_the_pages_forget(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lasts", "holds"):
        monkeypatch.setattr(footing, name, lambda child, user: True)
    monkeypatch.setattr(access, "_refuse_oneself", lambda user, by: None)
    with acting_as_system():
        for where in (planted_in for plant, planted_in in LETTING_IN if plant is not lifts_alone):
            assert not list(wrongs(world, *where)), where


FAULTS: list[tuple[Plant, tuple[str, ...]]] = [
    (neither_guard, ("missing:episode", "worker", "other team")),
    (neither_guard, ("missing:episode", "partner", "struck out")),
    (neither_guard, ("desk:child", "director", "restricted")),
    (neither_guard, ("desk:board", "worker")),
    (opens_without_asking, ("missing:episode", "worker", "other team")),
    (keeps_what_was_opened, ("missing:episode", "worker", "other team")),
    (neither_guard, ("documents:document", "worker", "other team")),
    (neither_guard, ("documents:download", "worker", "other team")),
    (neither_guard, ("documents:download", "director", "restricted")),
    (everybody_may, ("documents:download", "partner", "let in")),
    (without_the_viewer, ("missing:record_return", "worker", "no longer", "POST")),
    (
        partial(wrong_power, escalation.acknowledge, Power.REPORT),
        ("missing:acknowledge", "worker", "allocated"),
    ),
    (
        partial(wrong_power, missing.episode, Power.EVERYBODY),
        ("missing:episode", "nobody", "allocated"),
    ),
    (everybody_may, ("risk:risks", "partner", "let in")),
    (says_that_it_is_there, ("plans:safety_plan", "worker", "other team")),
    (another_childs_name, ("risk:open_risk", "worker", "allocated")),
]


@pytest.mark.parametrize(
    ("plant", "where"), FAULTS, ids=lambda given: given[0] if isinstance(given, tuple) else ""
)
def test_a_planted_fault_is_found(world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, where) -> None:
    assert not found(world, *where)
    plant(monkeypatch)
    assert found(world, *where)


def test_one_guard_alone_still_hides(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The queryset and the database each hold without the other."""
    where = ("missing:episode", "worker", "other team")
    with monkeypatch.context() as patch:
        patch.setattr(viewer.Viewer, "_seen", unfiltered)
        assert not found(world, *where)
    with monkeypatch.context() as patch:
        patch.setattr(middleware, "acting_as", as_kittiwake)
        assert not found(world, *where)
