"""Who has looked at a child: everybody who did, nobody else, in words, for those who may know."""

from __future__ import annotations

import json

import pytest
from django.db import DataError, connection, transaction

from kittiwake.access import recording
from kittiwake.access.identity import acting_as
from kittiwake.access.labels import KINDS, WHY, kind_of_reading, page_name, role_name, why_words
from kittiwake.access.models import Grant, Reading
from kittiwake.access.readings import looks_at, readers_of
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def log(
    user: User, child: Child | None, page: str = "desk:child", what: str = "view", shown: tuple = ()
) -> None:
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_log_reading(%s, %s, %s, NULL, %s::bigint[], '10.0.0.1')",
            [what, page, child and child.pk, [child_shown.pk for child_shown in shown]],
        )


def page(user: User, child: Child, query: str = "") -> str:
    answer = signed_in(user).get(f"/children/{child.pk}/readings/{query}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def rows(text: str) -> int:
    return text.count('<th scope="row"')


def test_the_page_says_who_when_what_and_why(cast: Cast, manager: User) -> None:
    log(cast.user("worker"), cast.ash)
    log(cast.user("director"), cast.ash, "missing:record_return")
    log(cast.user("worker"), cast.briar)
    shown = page(manager, cast.ash)
    assert rows(shown) == 2
    for words in ("Worker", "Social worker", "Allocated to them", "Their page"):
        assert words in shown
    for words in ("Director", "Their role sees the whole service", "Missing: record return"):
        assert words in shown
    assert shown.index("Their role sees") < shown.index("Allocated to them"), "newest first"
    assert "10.0.0.1" not in shown


def test_looking_at_who_has_looked_is_itself_logged(cast: Cast, manager: User) -> None:
    page(manager, cast.ash)
    assert "Who has looked" in page(manager, cast.ash).split("<tbody")[1]


def test_it_can_be_narrowed_to_one_person_or_to_who_was_not_on_the_list(cast: Cast, manager: User) -> None:
    outsider = cast.user("outsider")
    with acting_as(outsider):
        recording.break_glass(
            known_by="name", surname="Alder", born_on=cast.ash.born_on, reason="x", by=outsider, at=NOW
        )
    log(cast.user("worker"), cast.ash)
    log(outsider, cast.ash)
    assert rows(page(manager, cast.ash, "?show=opened")) == 2
    assert rows(page(manager, cast.ash, f"?person={outsider.pk}")) == 1
    unlisted = page(manager, cast.ash, "?show=unlisted")
    assert rows(unlisted) == 1
    assert "Opened without being on the list" in unlisted.split("<tbody")[1]
    assert "Nobody" in page(manager, cast.ash, f"?show=unlisted&person={manager.pk}")


def test_a_filter_that_is_no_choice_is_refused_and_nothing_leaks(cast: Cast, manager: User) -> None:
    for query in ("?person=999999", "?show=everything", "?person=x' OR 1=1"):
        assert signed_in(manager).get(f"/children/{cast.ash.pk}/readings/{query}").status_code == 422


def test_lists_are_shown_when_asked_for_and_never_who_else_was_on_them(cast: Cast, manager: User) -> None:
    log(cast.user("worker"), None, "desk:my_work", "list", (cast.ash, cast.hazel))
    log(cast.user("worker"), None, "desk:my_work", "list", (cast.briar, cast.hazel))
    assert "Nobody" in page(manager, cast.ash)
    listed = page(manager, cast.ash, "?show=lists")
    assert listed.count("In a list") >= 1
    assert "Hazel" not in listed
    with acting_as(manager):
        assert [look.in_list for look in looks_at(cast.ash, lists=True)] == [False, False, True]
        assert looks_at(cast.hazel, lists=True) == []


def test_the_database_answers_only_whoever_sees_the_child(cast: Cast) -> None:
    for child in (cast.ash, cast.hazel):
        log(cast.user("worker"), child)
    seen = {}
    for name, user in cast.users.items():
        with acting_as(user):
            seen[name] = {child.forenames for child in (cast.ash, cast.hazel) if looks_at(child)}
            assert seen[name] == {
                child.forenames for child in Viewer(user).children if child.pk != cast.briar.pk
            } & {
                "Ash",
                "Hazel",
            }
            assert bool(readers_of(cast.hazel)) == ("Hazel" in seen[name])
    assert seen["worker"] == {"Ash", "Hazel"}
    assert seen["manager"] == {"Ash"}
    assert seen["outsider"] == set()


def test_long_lists_come_a_page_at_a_time(cast: Cast, manager: User) -> None:
    for number in range(120):
        log(cast.user("worker"), cast.ash, f"area:page_{number:03}")
    seen, query = [], ""
    for _ in range(3):
        shown = page(manager, cast.ash, query)
        seen += [part[:3] for part in shown.split("Area: page ")[1:]]
        query = "?after=" + shown.split("after=")[1].split('"')[0] if "after=" in shown else ""
    assert seen == [f"{number:03}" for number in range(119, -1, -1)]
    assert query == ""
    assert rows(page(manager, cast.ash, "?after=nonsense")) == 50


def test_it_is_for_those_who_may_know(cast: Cast) -> None:
    path = f"/children/{cast.ash.pk}/readings/"
    answers = {name: signed_in(user).get(path).status_code for name, user in cast.users.items()}
    may = {
        "manager",
        "service_manager",
        "auditor",
        "principal",
        "director",
        "inspector",
        "protection_officer",
    }
    assert {name for name, status in answers.items() if status == 200} == may
    assert set(answers.values()) == {200, 403}
    assert signed_in(cast.user("manager")).get(f"/children/{cast.rowan.pk}/readings/").status_code == 404
    assert signed_in(cast.user("director")).get(f"/children/{cast.hazel.pk}/readings/").status_code == 404


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("desk:child", "Their page"),
        ("missing:record_return", "Missing: record return"),
        ("welcome", "Welcome"),
        ("", "Page not known"),
    ],
)
def test_pages_have_names_in_plain_words(name: str, words: str) -> None:
    assert page_name(name) == words


def test_every_reason_and_kind_has_words(cast: Cast) -> None:
    assert {kind for kind, _ in Grant.KINDS} <= set(WHY)
    assert why_words("something_new") == "Something new"
    assert kind_of_reading("something_new") == "Something new"
    assert kind_of_reading("export") == KINDS["export"]
    assert role_name("director") == "Director"
    assert role_name("gone") == "gone"


@pytest.mark.parametrize(
    ("who", "child", "why"),
    [
        ("worker", "ash", "allocated"),
        ("worker", "hazel", "allocated"),
        ("colleague", "ash", "team"),
        ("service_manager", "rowan", "team"),
        ("director", "ash", "whole service"),
        ("director", "hazel", "no longer"),
        ("partner", "ash", "invited"),
        ("young_person", "ash", "themselves"),
        ("outsider", "ash", "no longer"),
        ("administrator", "ash", "no longer"),
    ],
)
def test_the_database_says_why_somebody_may_see_a_child(cast: Cast, who: str, child: str, why: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_why(%s, %s), access_me()", [cast.user(who).pk, getattr(cast, child).pk])
        assert cursor.fetchone() == (why, cast.system.pk)


def log_together(user: User, *reads: tuple[str, int | None]) -> int | None:
    """The number of the last line."""
    lines = [{"what": what, "child_id": child, "entry_id": None, "shown": []} for what, child in reads]
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute("SELECT access_log_lines('desk:child', '', %s)", [json.dumps(lines)])
        return cursor.fetchone()[0]


def test_each_of_many_that_are_read_together_has_its_own_reason(cast: Cast) -> None:
    """The director sees everybody but the restricted; that they were refused a child is no reason to have seen them."""
    ash, hazel = cast.ash.pk, cast.hazel.pk
    reads = [("view", ash), ("list", None), ("view", hazel), ("refused", ash), ("view", ash)]
    last = log_together(cast.user("director"), *reads)
    with acting_as(cast.system):
        written = Reading.objects.filter(pk__gt=last - len(reads)).order_by("pk")
        said = list(written.values_list("what", "child_id", "why", "role"))
    whys = ["whole service", "", "no longer", "refused", "whole service"]
    assert said == [(what, child, why, "director") for (what, child), why in zip(reads, whys, strict=True)]


def test_where_nothing_was_read_nothing_is_written(cast: Cast) -> None:
    before = log_together(cast.user("director"), ("view", cast.ash.pk))
    assert log_together(cast.user("director")) is None
    assert log_together(cast.user("director"), ("view", cast.ash.pk)) == before + 1


def test_what_is_too_long_for_its_place_is_refused_and_not_cut(cast: Cast) -> None:
    with pytest.raises(DataError), transaction.atomic():
        log_together(cast.user("director"), ("view", cast.ash.pk), ("x" * 21, None))
