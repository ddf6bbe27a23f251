"""A question that is kept never knows whose it was. Each fault here is one that somebody could write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, read_once
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.queries import kept as keeping
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.making import NotKept
from kittiwake.queries.together import together
from kittiwake.record.models import Allocation, Child, Identifier, Name
from kittiwake.time.moments import add_months, end_of, local_date
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
SOMEBODY: ContextVar[int] = ContextVar("somebody", default=0)
OF_THE_MODULE = {"child": 0}


@contextmanager
def as_it_is_served() -> Iterator[None]:
    """Tests hold each asking against a new query set; the service does not."""
    keeping.checks = False
    try:
        yield
    finally:
        keeping.checks = True


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The functions whose text was made, each time."""
    names: list[str] = []
    make = keeping._made

    def noted(find: Any, *more: Any) -> Any:
        names.append(find.__name__)
        return make(find, *more)

    monkeypatch.setattr(keeping, "_made", noted)
    return names


def leads_of(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Allocation]:
    on = Allocation.objects.on(local_date(at)).filter(starts_on__gte=local_date(at) - timedelta(days=9999))
    return viewer.see(Allocation).filter(pk__in=on.values("pk"), child=child).select_related("worker")


def names_of(children: list[int]) -> QuerySet[Child, tuple[int, str]]:
    return Child.objects.filter(Among("pk", children)).order_by("pk").values_list("pk", "surname")


def test_each_person_gets_their_own_rows_of_one_text(cast: Cast, made: list[str]) -> None:
    seen, leads = {}, kept(leads_of)
    with as_it_is_served():
        for name in ("worker", "colleague", "outsider"):
            with acting_as(cast.user(name)):
                for child in (cast.ash, cast.briar, cast.rowan):
                    seen[name, child.forenames] = [
                        row.worker.name for row in leads(Viewer(cast.user(name)), child, NOW)
                    ]
    assert made == ["leads_of"]
    assert seen["worker", "Ash"] == ["Worker"]
    assert seen["outsider", "Rowan"] == ["Outsider"]
    assert seen["outsider", "Ash"] == seen["worker", "Rowan"] == []


def test_a_text_is_of_a_role_and_of_whether_something_is_changed(cast: Cast, made: list[str]) -> None:
    leads = kept(leads_of)
    for name in ("worker", "partner", "manager", "colleague"):
        with acting_as(cast.user(name)):
            leads(Viewer(cast.user(name)), cast.ash, NOW)
            leads(Viewer(cast.user(name), changes=True), cast.ash, NOW)
    assert len(set(made)) == 1
    assert len(made) == 6


def test_however_many_there_are_the_text_is_one(cast: Cast, made: list[str]) -> None:
    names = kept(names_of)
    with acting_as(cast.system):
        for keys in (
            [cast.ash.pk],
            [cast.ash.pk, cast.rowan.pk],
            [cast.briar.pk, cast.ash.pk, cast.rowan.pk],
        ):
            assert [pk for pk, _ in names(keys)] == sorted(keys)
        with CaptureQueriesContext(connection) as captured:
            assert names([]) == []
        assert not captured
    assert made == ["names_of"] * 2


def test_parts_ask_what_is_kept_together(cast: Cast) -> None:
    viewer, leads, names = Viewer(cast.user("manager")), kept(leads_of), kept(names_of)
    with acting_as(viewer.user), CaptureQueriesContext(connection) as captured:
        of_ash, of_briar, named = together(
            lambda: leads(viewer, cast.ash, NOW),
            lambda: leads(viewer, cast.briar, NOW),
            lambda: names([cast.ash.pk]),
        )
    assert [row.worker.name for rows in (of_ash, of_briar) for row in rows] == ["Worker", "Colleague"]
    assert named == [(cast.ash.pk, "Alder")]
    assert len(captured) == 1


# What must not be kept. Each is given (viewer, child, at).


def of_somebody(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=SOMEBODY.get())


def of_a_reading(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=read_once("somebody", SOMEBODY.get))


def of_the_database(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk__in=list(viewer.children.values_list("pk", flat=True)))


def of_what_else_is_known(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(surname=child.surname)


def of_whose_it_is(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(surname=viewer.user.name)


def of_the_wall_clock(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=child.pk, born_on__lte=now().date())


def of_months(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=child.pk, born_on__lte=add_months(local_date(at), -1))


def of_years(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=child.pk, born_on__lte=add_months(local_date(at), -216))


def of_working_days(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    """Five of them are a week from any weekday."""
    day = local_date(at) + timedelta(days=7 - max(0, local_date(at).weekday() - 4))
    return Child.objects.filter(pk=child.pk, born_on__lte=day)


def of_the_end_of_a_day(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk=child.pk, entries__happened_at__lte=end_of(local_date(at)))


def of_a_sum(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk__lte=child.pk + 1)


def of_its_text(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.extra(where=[f"record_child.id = {child.pk}"])


def of_a_list(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    return Child.objects.filter(pk__in=range(child.pk % 2, 2 + child.pk % 3))


def of_rows_beside(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Child]:
    beside = Prefetch("names", Name.objects.filter(child=child), to_attr="theirs")
    return Child.objects.filter(pk=child.pk).prefetch_related(beside)


def of_the_row_in_hand(viewer: Viewer, child: Child, at: datetime) -> QuerySet[Identifier]:
    return child.identifiers.all()


FAULTS: list[Callable[..., QuerySet[Any]]] = [
    of_somebody,
    of_a_reading,
    of_the_database,
    of_what_else_is_known,
    of_whose_it_is,
    of_the_wall_clock,
    of_months,
    of_years,
    of_working_days,
    of_the_end_of_a_day,
    of_a_sum,
    of_its_text,
    of_a_list,
    of_rows_beside,
    of_the_row_in_hand,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_what_follows_from_more_than_is_given_is_refused(
    cast: Cast, fault: Callable[..., QuerySet[Any]]
) -> None:
    SOMEBODY.set(cast.ash.pk)
    with acting_as(cast.user("worker")), pytest.raises(NotKept):
        kept(fault)(Viewer(cast.user("worker")), cast.ash, NOW)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_served_it_is_asked_as_it_is_written(cast: Cast, fault: Callable[..., QuerySet[Any]]) -> None:
    asks = kept(fault)
    with as_it_is_served():
        for name, child in (("worker", cast.ash), ("outsider", cast.rowan), ("worker", cast.briar)):
            SOMEBODY.set(child.pk)
            with acting_as(cast.user(name)):
                viewer = Viewer(cast.user(name))
                assert asks(viewer, child, now()) == list(fault(viewer, child, now()))


def of_the_module(viewer: Viewer, child: Child) -> QuerySet[Child]:
    return Child.objects.filter(pk=OF_THE_MODULE["child"])


def test_a_value_that_only_changes_with_who_asks_is_found_when_another_does(cast: Cast) -> None:
    """Nothing tells it from a constant while one person asks."""
    asks = kept(of_the_module)
    with as_it_is_served(), acting_as(cast.system):
        for _ in range(3):
            OF_THE_MODULE["child"] = cast.ash.pk
            assert asks(Viewer(cast.user("worker")), cast.ash) == [cast.ash]
        OF_THE_MODULE["child"] = cast.rowan.pk
        assert asks(Viewer(cast.user("outsider")), cast.ash) == [cast.rowan]
        OF_THE_MODULE["child"] = cast.ash.pk
        assert asks(Viewer(cast.user("worker")), cast.ash) == [cast.ash]


def test_a_function_that_holds_somebody_is_no_question_to_keep(cast: Cast) -> None:
    viewer = Viewer(cast.user("worker"))

    def theirs(child: Child) -> QuerySet[Child]:
        return viewer.children.filter(pk=child.pk)

    with pytest.raises(NotKept):
        kept(theirs)


def test_what_is_given_a_function_made_on_the_spot_is_asked_as_it_is_written(
    cast: Cast, made: list[str]
) -> None:
    asks, outsider = kept(seen_so), Viewer(cast.user("outsider"))
    for viewer, sees in ((Viewer(cast.user("worker")), [cast.ash]), (outsider, [])):
        with acting_as(viewer.user):
            assert asks(lambda model, viewer=viewer: viewer.see(model), cast.ash) == sees  # type: ignore[misc]
    assert not made


def seen_so(see: Callable[[type[Child]], QuerySet[Child]], child: Child) -> QuerySet[Child]:
    return see(Child).filter(pk=child.pk)


def test_a_method_of_a_viewer_is_taken_apart_too(cast: Cast, made: list[str]) -> None:
    asks = kept(seen_so)
    with as_it_is_served():
        for name, sees in (("worker", [cast.ash]), ("outsider", []), ("colleague", [cast.ash])):
            with acting_as(cast.user(name)):
                assert asks(Viewer(cast.user(name)).see, cast.ash) == sees
    assert made == ["seen_so"]


def test_a_row_that_stands_in_knows_only_its_key(cast: Cast) -> None:
    shape, values = Viewer(cast.user("worker")).given()
    stand_in = Viewer.from_given(shape, *values)
    assert stand_in.user.pk == cast.user("worker").pk
    assert stand_in.user.get_deferred_fields() >= {"name", "email", "password"}


def test_what_is_kept_holds_nobody(cast: Cast) -> None:
    leads = kept(leads_of)
    with acting_as(cast.user("worker")):
        leads(Viewer(cast.user("worker")), cast.ash, NOW)
    texts = leads.__closure__ or ()
    (by_shape,) = [cell.cell_contents.by_shape for cell in texts if hasattr(cell.cell_contents, "by_shape")]
    for text in by_shape.values():
        constants = [place.constant for place in text.places if place.index is None]
        assert not [constant for constant in constants if isinstance(constant, (User, Child))]
        assert cast.user("worker").email not in text.sql
