"""Two managers, or one who gives and one who lets go, at the same moment: one true outcome."""

from __future__ import annotations

from datetime import date

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.tests.conftest import Crowd
from kittiwake.assurance.allocation.changes.recording import change_worker
from kittiwake.assurance.allocation.cover.recording import be_away, be_back, name_cover
from kittiwake.assurance.allocation.leaving.recording import end_worker
from kittiwake.assurance.allocation.models import Away, Covered
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Allocation, Child, Team, Worker
from tests.cast import NOW

TODAY = date(2026, 11, 23)


def change(made, child: str, to: str, who: str, instead_of: int) -> str:
    by = made["users"][who]
    try:
        with acting_as(by):
            change_worker(
                Child.objects.get(pk=made[child].pk), team=Team.objects.get(name="North team"),
                worker=Worker.objects.get(name=to), starts_on=TODAY, reason="left", instead_of=instead_of, by=by, at=NOW,
            )  # fmt: skip
    except Refused as refused:
        return str(refused)
    return "changed"


def leads(made, child: str) -> list[tuple[int, str | None]]:
    with acting_as_system():
        rows = Allocation.objects.filter(child=made[child].pk, role="lead", ends_on=None)
        return list(rows.values_list("pk", "worker__name"))


def test_of_two_managers_who_change_a_childs_worker_one_is_told(crowd: Crowd, made) -> None:
    ((standing, _),) = crowd(lambda: leads(made, "briar"))[0]
    said = crowd(
        lambda: change(made, "briar", "Worker", "manager", standing),
        lambda: change(made, "briar", "Support", "service_manager", standing),
    )
    assert sorted(said) == [
        "Somebody else has just changed who their worker is. Look again before you change it.",
        "changed",
    ]
    (now,) = crowd(lambda: leads(made, "briar"))
    assert len(now) == 1


def test_nobody_is_given_a_child_while_they_are_let_go(crowd: Crowd, made) -> None:
    ((standing, _),) = crowd(lambda: leads(made, "ash"))[0]

    def let_go() -> str:
        by = made["users"]["service_manager"]
        try:
            with acting_as(by):
                end_worker(Worker.objects.get(name="Manager"), ends_on=TODAY, why="x", by=by, at=NOW)
        except Refused as refused:
            return str(refused)
        return "let go"

    said = crowd(let_go, lambda: change(made, "ash", "Manager", "service_manager", standing))
    given, gone = said[1] == "changed", said[0] == "let go"
    assert given is not gone, said


def covering(made, name: str, who: str) -> str:
    by = made["users"][who]
    try:
        with acting_as(by):
            name_cover(Away.objects.get(), covered_by=Worker.objects.get(name=name), by=by, at=NOW)
    except Refused as refused:
        return str(refused)
    return "covers"


def gives_back(made, child: str) -> None:
    """Whoever was quicker before, it is the worker's child now."""
    ((standing, name),) = leads(made, child)
    if name != "Worker":
        assert change(made, child, "Worker", "service_manager", standing) == "changed"


def test_of_two_who_name_a_cover_one_is_told_and_each_child_is_covered_once(crowd: Crowd, made) -> None:
    crowd(lambda: gives_back(made, "ash"))

    def away() -> None:
        with acting_as_system() as by:
            be_away(Worker.objects.get(name="Worker"), starts_on=TODAY, ends_on=None, by=by, at=NOW)

    crowd(away)
    said = crowd(
        lambda: covering(made, "Colleague", "service_manager"),
        lambda: covering(made, "Support", "service_manager"),
    )
    assert "covers" in said
    assert any("covers already. End that first." in sentence for sentence in said)

    def covered() -> list[tuple[int, int]]:
        with acting_as_system():
            return list(Covered.objects.values_list("allocation__child_id", "allocation__worker_id"))

    (rows,) = crowd(covered)
    assert len(rows) == len({child for child, _ in rows}) > 0
    assert len({worker for _, worker in rows}) == 1


def test_who_is_back_twice_is_back_once(crowd: Crowd, made) -> None:
    def away() -> None:
        with acting_as_system() as by:
            be_away(
                Worker.objects.get(name="Support"), starts_on=TODAY, ends_on=None, by=by, at=NOW,
                covered_by=Worker.objects.get(name="Colleague"),
            )  # fmt: skip

    def back(day: date) -> str:
        try:
            with acting_as_system() as by:
                be_back(Away.objects.get(worker__name="Support"), ends_on=day, by=by, at=NOW)
        except Refused as refused:
            return str(refused)
        return "back"

    crowd(away)
    said = crowd(lambda: back(TODAY), lambda: back(TODAY))
    assert sorted(sentence.partition(".")[0] for sentence in said) == ["They are back already", "back"]
