"""Whoever leaves is out on their next click: a thousand times out of a thousand, with requests in flight.

    python -m benchmarks.leaving 1000

Each of so many is signed in and clicks on and on, over HTTP, from several hands at once, while they are ended: by the
directory (SCIM), on the page of an administrator, by another role, and as the time they came for is over. The first click
that begins after the ending was answered is counted: refused, or not. The accounts are added, and closed, in the database of
KITTIWAKE_HOME: use a copy.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event
from typing import Any
from uuid import uuid4

import requests

from benchmarks.starting import start

PAGE = "/account/"
HANDS = 3  # of the same person, besides the one that is counted
AT_ONCE = 2
CSRF = "k" * 32
WAYS = ("by the directory", "by page", "by another role", "as their time is over")


def main() -> None:
    leavers = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    start()
    from kittiwake.cli.serving import web
    from kittiwake.cli.supervising import kept_running
    from tests.journeys.conftest import free_port

    port = free_port()
    with kept_running([web("127.0.0.1", port)]):
        service = Service(f"http://127.0.0.1:{port}")
        for way in WAYS:
            print(json.dumps(told(way, leavers, service)), flush=True)


def told(way: str, leavers: int, service: Service) -> dict[str, Any]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        refused, clicks = map(sum, zip(*pool.map(lambda _: service.leaves(way), range(leavers)), strict=True))
    verdict = "met" if refused == leavers else "missed"
    return {
        "name": f"R14 {way}",
        "leavers": leavers,
        "refused": refused,
        "in flight": clicks,
        "verdict": verdict,
    }


class Service:
    def __init__(self, address: str) -> None:
        from kittiwake.accounts.models import User
        from kittiwake.accounts.roles import Role
        from kittiwake.council.directory.models import DirectoryRules
        from kittiwake.council.directory.tests.asking import made_token

        self.address, self.number, self.mark = address, count(), uuid4().hex[:8]
        self.administrator = self._user(Role.ADMINISTRATOR)
        rules = {"most_ended": 100, "makes_administrators": False}  # nobody is held
        DirectoryRules.objects.create(at=_now(), by=self.administrator, **rules)
        self.token = made_token(self.administrator)
        self.administrators = self._signed_in(self.administrator)
        self.endings: dict[str, Callable[[User], requests.Response | None]] = {
            "by the directory": self._by_directory,
            "by page": lambda user: self._send(f"/people/{user.pk}/end/"),
            "by another role": lambda user: self._send(
                f"/people/{user.pk}/role/", role="lead_member", **_today()
            ),
            "as their time is over": self._time_is_over,
        }
        self._until_it_answers()

    def leaves(self, way: str) -> tuple[bool, int]:
        """Whether they were refused on the click that came next, and how many clicks were on their way around it."""
        from django.db import connection

        from kittiwake.accounts.roles import Role

        user = self._user(Role.ANALYST)
        mine, ended = self._signed_in(user), Event()
        assert self._click(mine) == 200, "They were never in."

        def click_on() -> int:
            clicks, hand = 0, requests.Session()
            hand.cookies.update(mine.cookies)
            while not ended.is_set():
                self._click(hand)
                clicks += 1
            return clicks

        with ThreadPoolExecutor(HANDS) as pool:
            hands = [pool.submit(click_on) for _ in range(HANDS)]
            try:
                answer = self.endings[way](user)
                assert answer is None or answer.status_code in (200, 302), f"{way}: {answer.status_code}"
                refused = self._click(mine) == 302
            finally:
                ended.set()
            clicks = sum(hand.result() for hand in hands)
        connection.close()
        return refused, clicks

    def _by_directory(self, user: Any) -> requests.Response:
        from kittiwake.council.directory.models import DirectoryPerson

        at = _now()
        person = DirectoryPerson.objects.create(
            user=user, is_listed=True, user_name=user.email, display_name=user.name, made_at=at, changed_at=at
        )
        ends = {"op": "Replace", "path": "active", "value": False}
        body = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [ends]}
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/scim+json"}
        return requests.patch(
            f"{self.address}/scim/v2/Users/{person.pk}", data=json.dumps(body), headers=headers, timeout=60
        )

    def _time_is_over(self, user: Any) -> None:
        type(user).objects.filter(pk=user.pk).update(expires_at=_now())

    def _send(self, path: str, **typed: object) -> requests.Response:
        form = {**typed, "once": str(uuid4()), "csrfmiddlewaretoken": CSRF}
        return self.administrators.post(f"{self.address}{path}", form, allow_redirects=False, timeout=60)

    def _click(self, session: requests.Session) -> int:
        """A server with too much to do shows nothing and says so: they click again."""
        answer = session.get(f"{self.address}{PAGE}", allow_redirects=False, timeout=60)
        return self._click(session) if answer.status_code == 503 else answer.status_code

    def _user(self, role: Any) -> Any:
        from kittiwake.accounts.models import User

        name = f"Leaver {self.mark} {next(self.number)}"
        address = f"{name.replace(' ', '.').lower()}@leaving.example"
        return User.objects.create_user(address, name, role, last_login=_now())

    def _signed_in(self, user: Any) -> requests.Session:
        from django.test import Client

        client, session = Client(), requests.Session()
        client.force_login(user)
        session.cookies.update({"sessionid": client.cookies["sessionid"].value, "csrftoken": CSRF})
        return session

    def _until_it_answers(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                self._click(requests.Session())
                return
            except requests.ConnectionError:
                time.sleep(0.2)
        raise SystemExit("The service did not start.")


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def _today() -> dict[str, int]:
    from kittiwake.time.moments import local_date

    today = local_date(_now())
    return {"starts_on_day": today.day, "starts_on_month": today.month, "starts_on_year": today.year}


if __name__ == "__main__":
    main()
