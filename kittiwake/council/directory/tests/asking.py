"""A directory that asks over HTTP, as Entra or Okta would write it; and people as it names them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.council.directory.models import DirectoryPerson
from kittiwake.council.directory.recording import people, tokens
from kittiwake.time.moments import local_date

PATH = "/scim/v2/"
URN = "urn:ietf:params:scim:schemas:core:2.0:"
MESSAGE = "urn:ietf:params:scim:api:messages:2.0:"


def made_token(by: User, *, days: int = 30) -> str:
    ends_on = local_date(now()) + timedelta(days=days)
    with acting_as(by):
        return tokens.make_token(name="Entra", ends_on=ends_on, by=by, at=now())


class Directory:
    def __init__(self, token: str) -> None:
        self.client, self.token = Client(), token

    def ask(self, method: str, place: str, body: Any = None) -> Any:
        return self.client.generic(
            method,
            PATH + place,
            "" if body is None else json.dumps(body),
            content_type="application/scim+json",
            headers={"Authorization": f"Bearer {self.token}"},
        )

    def add(self, name: str, **more: Any) -> Any:
        said = {
            "schemas": [URN + "User"],
            "userName": address_of(name),
            "displayName": name,
            "active": True,
            **more,
        }
        return self.ask("POST", "Users", said)

    def patch(self, place: str, *operations: dict[str, Any]) -> Any:
        return self.ask("PATCH", place, {"schemas": [MESSAGE + "PatchOp"], "Operations": list(operations)})

    def end(self, key: object) -> Any:
        return self.patch(f"Users/{key}", {"op": "Replace", "path": "active", "value": "False"})

    def begin_again(self, key: object) -> Any:
        return self.patch(f"Users/{key}", {"op": "Replace", "path": "active", "value": "True"})

    def group(self, name: str, *members: object) -> Any:
        said = {
            "schemas": [URN + "Group"],
            "displayName": name,
            "members": [{"value": str(member)} for member in members],
        }
        return self.ask("POST", "Groups", said)


def address_of(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@saltmere.example"


def listed(name: str, by: User, **more: Any) -> DirectoryPerson:
    """Named by the directory, without HTTP in between."""
    facts: Any = {
        "user_name": address_of(name),
        "external_id": "",
        "display_name": name,
        "formatted": "",
        "given_name": "",
        "family_name": "",
        "emails": [],
        "is_active": True,
        **more,
    }
    return people.list_person(**facts, by=by, at=now())
