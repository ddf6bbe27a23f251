"""Pages as somebody opens them, beside their own facts fetched by hand in SQL, and beside a view that does nothing.

Both sides sign in as the application's role with row-level security on, as the same manager of a team.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable

from benchmarks.pairs import compare
from benchmarks.starting import start

# What the page cannot do without, as somebody in a hurry would write it for this page alone.
CHILD = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    "SELECT * FROM record_identifier WHERE child_id = %(child)s AND ended_on IS NULL",
    (
        "SELECT a.*, t.name, w.name FROM record_allocation a JOIN record_team t ON t.id = a.team_id"
        " LEFT JOIN record_worker w ON w.id = a.worker_id WHERE a.child_id = %(child)s AND a.ends_on IS NULL"
    ),
    (
        "SELECT c.* FROM clocks_clock c JOIN record_entry e ON e.id = c.entry_id"
        " WHERE e.child_id = %(child)s AND c.stopped_at IS NULL AND c.cancelled_at IS NULL"
    ),
    "SELECT * FROM missing_episode WHERE child_id = %(child)s ORDER BY reported_at DESC LIMIT 5",
    "SELECT r.* FROM risk_presentingrisk r WHERE r.child_id = %(child)s",
    "SELECT * FROM record_words WHERE child_id = %(child)s ORDER BY said_at DESC LIMIT 5",
    "SELECT * FROM record_entry WHERE child_id = %(child)s ORDER BY happened_at DESC LIMIT 5",
]
CHRONOLOGY = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    (
        "SELECT e.*, u.name FROM record_entry e JOIN accounts_user u ON u.id = e.by_id"
        " WHERE e.child_id = %(child)s ORDER BY e.happened_at DESC, e.id DESC LIMIT 50"
    ),
]
SEARCH = [
    (
        "SELECT c.* FROM record_child c WHERE c.withdrawn_at IS NULL AND (c.surname ILIKE %(word)s OR c.forenames ILIKE"
        " %(word)s) ORDER BY c.surname LIMIT 50"
    )
]
LOOKS = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    "SELECT * FROM access_looks(%(child)s, NULL, false, false, 9223372036854775807, 50)",
]


def main() -> None:
    start()
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test import Client

    from kittiwake.access.identity import acting_as, acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.areas.pages import Page
    from kittiwake.areas.powers import Power
    from kittiwake.config import urls
    from kittiwake.record.models import Child

    def nothing(request: HttpRequest) -> HttpResponse:
        return HttpResponse("nothing")

    urls.urlpatterns.append(Page("benchmarks:nothing", "nothing/", nothing, Power.EVERYBODY).pattern)
    login = sys.argv[1] if len(sys.argv) > 1 else "manager.harbour.team"
    with acting_as_system():
        user = User.objects.get(email=f"{login}@saltmere.example")
        ash = Child.objects.get(forenames="Ash", surname="Alderman")
        rows = Child.objects.count()
    client = Client()
    client.force_login(user)

    def got(address: str, **posted: str) -> Callable[[], None]:
        def fetch() -> None:
            words = {**posted, "once": str(uuid.uuid4())}
            response = client.post(address, words) if posted else client.get(address)
            assert response.status_code == 200, f"{address} answered {response.status_code}"

        return fetch

    def by_hand(statements: list[str], **parameters: object) -> Callable[[], None]:
        def ask() -> None:
            with acting_as(user), connection.cursor() as cursor:
                for number, statement in enumerate(statements):
                    cursor.execute(statement, parameters)
                    assert cursor.fetchall() or number, (
                        "the hand-written SQL sees another world than the page"
                    )

        return ask

    pages = {
        "child page": (f"/children/{ash.pk}/", {}, by_hand(CHILD, child=ash.pk)),
        "list of 50": (f"/children/{ash.pk}/chronology/", {}, by_hand(CHRONOLOGY, child=ash.pk)),
        "search": ("/search/", {"sought": "Alderman"}, by_hand(SEARCH, word="alderman%")),
        "who has looked": (f"/children/{ash.pk}/readings/", {}, by_hand(LOOKS, child=ash.pk)),
    }
    for name, (address, posted, peer) in pages.items():
        compare(f"B1 {name} beside its SQL", got(address, **posted), peer, target=3, children=rows)
    for name, address in {"board": "/board/", **{n: a for n, (a, p, _) in pages.items() if not p}}.items():
        compare(
            f"B1 {name} beside a view that does nothing",
            got(address),
            got("/nothing/"),
            target=float("inf"),
            children=rows,
        )


if __name__ == "__main__":
    main()
