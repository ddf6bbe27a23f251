"""People taking turns over the same connections: does anybody see a row that is not theirs?

    python -m benchmarks.crossing 10000

Each request is signed in as another person and reads without the application's own filter, with plans that are kept:
children and entries as row security alone lets them through, before and after it opens one child. Each answer is held against what the same person
sees who has a connection to themselves. Every seventh request is refused at its end and rolled back.
"""

from __future__ import annotations

import json
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from benchmarks.starting import start

CONNECTIONS = 4
PEOPLE = 24
FAILS = 7


def main() -> None:
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    start()
    from django.db import connection
    from django.http import HttpResponse
    from django.test import Client

    from kittiwake.access.identity import acting_as, acting_as_system
    from kittiwake.access.viewer import Viewer, ViewerRequest
    from kittiwake.accounts.models import User
    from kittiwake.areas.pages import Page
    from kittiwake.areas.powers import Power
    from kittiwake.config import urls
    from kittiwake.queries.together import lists_together
    from kittiwake.record.models import Child, Entry

    def seen(near: int) -> str:
        """The rows among the first thousand children that the database shows whoever is asking."""
        children = Child.objects.filter(pk__lt=1000).order_by("pk").values_list("pk", flat=True)
        entries = Entry.objects.filter(child_id__in=(near, near + 1)).order_by("pk")
        rows = lists_together(lambda: children, lambda: entries.values_list("pk", flat=True))
        return sha256(repr((*rows, near)).encode()).hexdigest()

    def rows(request: ViewerRequest, near: int) -> HttpResponse:
        before = seen(near)
        opened = Viewer(request.user).children.filter(pk=near).exists()
        if opened:
            request.viewer.find(Child, near)
        status = 400 if request.GET.get("fails") else 200  # 400: the middleware rolls back
        return HttpResponse(f"{before} {seen(near)} {opened}", status=status)

    page = Page("benchmarks:rows", "rows/<int:near>/", rows, Power.EVERYBODY)
    urls.urlpatterns.append(page.pattern)
    with acting_as_system():
        people = list(User.objects.filter(is_active=True).exclude(role="system").order_by("role", "pk"))
        people = random.Random(7).sample(people, min(PEOPLE, len(people)))
        near = list(Child.objects.filter(pk__lt=1000).order_by("pk").values_list("pk", flat=True))[::7]

    def alone(user: User, child: int) -> str:
        with acting_as(user):
            once = seen(child)
            return f"{once} {once} {Viewer(user).children.filter(pk=child).exists()}"

    drawn = random.Random(11)
    asked = [(drawn.choice(people), drawn.choice(near), number % FAILS == 0) for number in range(requests)]
    expected = {}
    for user, child, _ in asked:
        if (user.pk, child) not in expected:
            expected[user.pk, child] = alone(user, child)
            connection.close()

    clients = {}
    for user in people:
        clients[user.pk] = Client()
        clients[user.pk].force_login(user)

    def crossed(part: list[tuple[User, int, bool]]) -> int:
        wrong = 0
        for user, child, fails in part:
            client = Client()
            client.cookies = clients[user.pk].cookies
            said = client.get(f"/rows/{child}/" + ("?fails=1" if fails else "")).content.decode()
            wrong += said != expected[user.pk, child]
        connection.close()
        return wrong

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        found = sum(pool.map(crossed, [asked[number::CONNECTIONS] for number in range(CONNECTIONS)]))
    line = {"name": "R3 crossed", "requests": requests, "people": len(people), "connections": CONNECTIONS}
    print(
        json.dumps(
            {**line, "pairs": len(expected), "crossed": found, "verdict": "met" if not found else "missed"}
        )
    )


if __name__ == "__main__":
    main()
