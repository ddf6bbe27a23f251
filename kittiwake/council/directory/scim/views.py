"""The addresses that a directory asks. It proves itself with a token in each request; no session, no cookie, no form."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt

from kittiwake.accounts.models import User
from kittiwake.council.directory.queries import token_of
from kittiwake.ui.methods import takes

CONTENT = "application/scim+json"


@takes("PUT", "PATCH", "DELETE")
@csrf_exempt
def users(request: HttpRequest) -> HttpResponse:
    return answer(request, "users")


@takes("PUT", "PATCH", "DELETE")
@csrf_exempt
def user(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(request, "user", pk=pk)


@takes("PUT", "PATCH", "DELETE")
@csrf_exempt
def groups(request: HttpRequest) -> HttpResponse:
    return answer(request, "groups")


@takes("PUT", "PATCH", "DELETE")
@csrf_exempt
def group(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(request, "group", pk=pk)


@takes("PUT", "PATCH", "DELETE")
@csrf_exempt
def discovery(request: HttpRequest, rest: str) -> HttpResponse:
    """What this service is and keeps; and for everything else that it is not there."""
    return answer(request, "discovery", rest=rest)


def answer(request: HttpRequest, asked: str, **named: int | str) -> HttpResponse:
    at = now()
    token = token_of(_bearer(request), at)
    if token is None:
        return _refused()
    # A third of a second and twenty megabytes of a process: only where a directory asks.
    from kittiwake.council.directory.scim import answers

    return answers.answered(request, asked, token=token, by=User.objects.directory(), at=at, **named)


def _bearer(request: HttpRequest) -> str:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _refused() -> HttpResponse:
    said = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "status": "401",
        "detail": "This token opens nothing: it is wrong, ended, or past its last day. Make another in Kittiwake.",
    }
    headers = {"WWW-Authenticate": "Bearer"}
    return HttpResponse(json.dumps(said), status=401, content_type=CONTENT, headers=headers)
