"""The people of the access matrix and two children: one whom everybody works with, and one of the same team."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import SimpleCookie

from django.test import Client

from kittiwake.access.powers import role_may
from kittiwake.accounts.models import User
from tests.cast import signed_in
from tests.matrix.pages import Made, Page, declarations
from tests.matrix.world import RELATIONS, Making, refresh

DRIVEN, ANOTHER = "allocated", "same team"
# Who is asked first: the work is theirs.
LIKELIEST = ("worker", "manager", "interviewer", "principal", "director", "service_manager", "administrator")


@dataclass
class World:
    people: dict[str, User]
    made: Made
    another: Made
    cookies: dict[str, SimpleCookie]

    def client(self, name: str) -> Client:
        client = Client(raise_request_exception=False)
        client.cookies = SimpleCookie({key: cookie.value for key, cookie in self.cookies[name].items()})
        return client

    def who_may(self, page: Page) -> list[str]:
        """Whoever has the permission, the likeliest first."""
        names = [name for name in LIKELIEST if name in self.people]
        names += [name for name in self.people if name not in names]
        return [name for name in names if role_may(self.people[name].role, page.power)]


def make_world() -> World:
    making = Making()
    made = {}
    for place, relation in enumerate((DRIVEN, ANOTHER)):
        team, what = RELATIONS[relation]
        made[relation] = making.child(place, getattr(making, team))
        for _, area in declarations():
            getattr(area, "make", lambda made: None)(made[relation])
        what(making, made[relation].child)
    for row in made.values():
        refresh(row)
    cookies = {name: signed_in(user).cookies for name, user in making.people.items()}
    return World(making.people, made[DRIVEN], made[ANOTHER], cookies)
