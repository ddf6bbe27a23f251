"""B1: pages as somebody opens them, beside a view that does nothing.

    python -m benchmarks.pages             # of the manager of a team, and the work of one of its workers
    python -m benchmarks.pages --p95 400   # only what each takes alone, so often, for another size to be held against

The view that does nothing is one of the service: whoever asks is signed in, and it leaves a line in the log of reading. Timed in
the same rounds and printed beside: the page's facts fetched by hand in SQL, and the same page as a good Django developer writes
it (benchmarks/site). All as the application's role with row-level security on. The cells agree, or there is no line.
"""

from __future__ import annotations

import argparse
import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.pairs import alone, compare
from benchmarks.starting import start

if TYPE_CHECKING:
    from kittiwake.accounts.models import User
    from kittiwake.record.models import Team

FEW, MANY = 5, 50
OWN_TRANSACTION = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
OFTEN = 100
Rows = list[list[tuple[Any, ...]]]  # of each statement


@dataclass
class Subject:
    """One page of the service, its reader, and the two others that show the same."""

    name: str
    reader: User
    address: str  # {child} stands for whose page it is
    plain: str  # the address of the idiomatic page
    statements: list[str]
    parameters: Mapping[str, Any]
    agree: Callable[[str, str, Rows], bool]  # our page, the idiomatic one, the rows by hand
    target: float  # times the view that does nothing
    p95: float  # milliseconds
    posted: Mapping[str, str] = field(default_factory=dict)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--p95", type=int, default=0)
    often = asked.parse_args().p95
    start()
    from benchmarks.site.idiomatic import PAGES
    from kittiwake.config import urls

    urls.urlpatterns += [page.pattern for page in PAGES]
    chosen = subjects()
    if often:
        for subject in chosen:
            print(json.dumps({"name": f"B1 {subject.name}", **alone(opened(subject), often)}), flush=True)
        return
    statements = statements_as_it_grows(chosen)
    for subject in chosen:
        measure(subject, statements[subject.name])


def subjects() -> list[Subject]:
    from benchmarks.site import bare
    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.record.models import Child, Team

    with acting_as_system():
        manager = User.objects.get(email="manager.harbour.team@saltmere.example")
        team = Team.objects.get(memberships__worker__user=manager, memberships__ends_on=None)
        worker = busiest(team)
        ash = Child.objects.get(forenames="Ash", surname="Alderman").pk
        keys = {"child": ash, "team": team.pk, "worker": worker.worker.pk}
        long = longest(team)
    page, plain = "/children/{child}/", "/benchmarks/"
    return [
        Subject("child page", manager, page, f"{plain}child/{ash}/", bare.CHILD, keys, says_who, 5, 40),
        Subject("my work", worker, "/", f"{plain}my-work/", bare.MY_WORK, keys, names_the_same, 5, 40),
        Subject("team board", manager, "/board/", f"{plain}board/{team.pk}/", bare.BOARD, keys, names_no_other, 10, 100),
        Subject("list of 50", manager, f"{page}chronology/", f"{plain}chronology/{long}/", bare.CHRONOLOGY,
                {**keys, "child": long},
                has_as_many_entries, 4, 40),
        Subject("search", manager, "/search/", f"{plain}search/", bare.SEARCH, {**keys, "word": "alderman%"}, names_the_same,
                4, 40, {"sought": "Alderman"}),
        Subject("who has looked", manager, f"{page}readings/", f"{plain}looks/{ash}/", bare.LOOKS, keys,
                has_as_many_looks, 3, 40),
    ]  # fmt: skip


def busiest(team: Team) -> User:
    """Of the workers of a team who sign in, the one with most children."""
    from django.db.models import Count, Q

    from kittiwake.accounts.models import User

    theirs = Count("worker__allocations", filter=Q(worker__allocations__ends_on=None))
    workers = User.objects.filter(worker__memberships__team=team, role="social_worker", is_active=True)
    return workers.annotate(theirs=theirs).order_by("-theirs", "pk")[0]


def longest(team: Team) -> int:
    """Of a team's children, the one of whom most is on the record."""
    from django.db.models import Count

    from kittiwake.record.models import Child

    theirs = Child.objects.filter(allocations__team=team, allocations__role="lead", allocations__ends_on=None)
    return theirs.annotate(lines=Count("entries")).order_by("-lines").values_list("pk", flat=True)[0]


def links(page: str) -> set[int]:
    return {int(key) for key in re.findall(r'href="/children/(\d+)/"', page)}


def names_the_same(ours: str, plain: str, rows: Rows) -> bool:
    """Everybody who was fetched by hand is on both pages; ours may know of more."""
    by_hand = {row[0] for row in rows[0]}
    return bool(by_hand) and by_hand <= links(ours) and by_hand <= links(plain)


def names_no_other(ours: str, plain: str, rows: Rows) -> bool:
    """Ours shows the most urgent few of each kind; the other two everything that is overdue."""
    return bool(links(ours)) and links(plain) == {row[0] for asked in rows for row in asked}


def has_as_many_entries(ours: str, plain: str, rows: Rows) -> bool:
    return ours.count("kw-chronology__when") == plain.count("<tr>") == len(rows[1]) > 0


def has_as_many_looks(ours: str, plain: str, rows: Rows) -> bool:
    """Each opening is itself a line more, until there are as many as one page shows."""
    counts = (ours.count('<th scope="row"'), plain.count("<tr>"), len(rows[1]))
    return min(counts) > 0 and max(counts) - min(counts) <= 1


def says_who(ours: str, plain: str, rows: Rows) -> bool:
    return len(rows[0]) == 1 and "Alderman" in ours and "Alderman" in plain


def measure(subject: Subject, statements: dict[str, int]) -> None:
    ours, plain, by_hand = opened(subject), opened(subject, subject.plain), fetched(subject)
    nothing = opened(subject, f"/benchmarks/nothing/{subject.parameters['child']}/", posted=False)
    assert subject.agree(ours(), plain(), by_hand()), f"{subject.name}: the three do not show the same"
    compare(
        f"B1 {subject.name} beside a view that does nothing",
        ours,
        nothing,
        target=subject.target,
        beside={"bare_sql": by_hand, "idiomatic": plain},
        **statements,
        **alone(ours, OFTEN),
        p95_target_ms=subject.p95,
    )


def opened(subject: Subject, address: str = "", *, child: int = 0, posted: bool = True) -> Callable[[], str]:
    from django.test import Client

    client = Client()
    client.force_login(subject.reader)
    asked = address or subject.address.format(child=child or subject.parameters["child"])

    def fetch() -> str:
        words = {**subject.posted, "once": str(uuid.uuid4())}
        response = client.post(asked, words) if subject.posted and posted else client.get(asked)
        assert response.status_code == 200, f"{asked} answered {response.status_code}"
        return response.content.decode()

    return fetch


def fetched(subject: Subject) -> Callable[[], Rows]:
    from django.db import connection

    from kittiwake.access.identity import acting_as

    def ask() -> Rows:
        rows = []
        with acting_as(subject.reader), connection.cursor() as cursor:
            for statement in subject.statements:
                cursor.execute(statement, subject.parameters)
                rows.append(cursor.fetchall())
        return rows

    return ask


def statements_as_it_grows(chosen: list[Subject]) -> dict[str, dict[str, int]]:
    """How many each page sends when there are five of what it shows, and when there are fifty. Nothing of it is kept."""
    from django.db import transaction
    from django.utils.timezone import now

    from benchmarks.site.growing import Growing
    from kittiwake.access.identity import acting_as_system
    from kittiwake.record.models import Team, Worker

    counts: dict[str, dict[str, int]] = {subject.name: {} for subject in chosen}
    with acting_as_system() as by:
        keys = chosen[0].parameters
        team, worker = Team.objects.get(pk=keys["team"]), Worker.objects.get(pk=keys["worker"])
        growing = Growing(team, worker, by=by, at=now())
        for rows in (FEW, MANY):
            growing.to(rows)
            for subject in chosen:
                asked = opened(subject, child=growing.child.pk)
                counts[subject.name][f"statements_at_{rows}"] = statements_of(asked)
        transaction.set_rollback(True)
    return counts


def statements_of(asked: Callable[[], str]) -> int:
    """The second time, when what a process keeps is kept."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked()
    with CaptureQueriesContext(connection) as captured:
        asked()
    return sum(not one["sql"].startswith(OWN_TRANSACTION) for one in captured)


if __name__ == "__main__":
    main()
