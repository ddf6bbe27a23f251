"""The pages. Nothing is served as the owner of the tables: the role is asked for before the first page.

Not when the process starts: while the database is away the service says so, and is there again when it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_pages = get_wsgi_application()

from kittiwake.access.identity import refuse_powerful_role  # noqa: E402 (models are ready only after the line above)
from kittiwake.ui.errors import unavailable  # noqa: E402

_role_is_ours = False


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    global _role_is_ours
    if not _role_is_ours:
        try:
            refuse_powerful_role()
        except OperationalError:
            connection.close()
            return _away(start_response)
        _role_is_ours = True
    return _pages(environ, start_response)


def _away(start_response: StartResponse) -> Iterable[bytes]:
    page = unavailable()
    start_response(f"{page.status_code} {HTTPStatus(page.status_code).phrase}", list(page.items()))
    return [page.content]
