"""No page goes on for ever: what one request may ask of the database ends at its deadline, and a plain page says so.

The database ends a statement that would go beyond it (statement_timeout), and after it no further one is begun. So nothing is
left half-done: the transaction is undone as after any other fault, and the connection is as good as before. Somebody who
cancels from beside might strike the next request instead, which has the same connection.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse

from kittiwake.areas.pages import View, page_of

EXACT = 1.0  # seconds: what a statement may go beyond the deadline before it is told what is left
TOO_LONG = psycopg.errors.QueryCanceled | psycopg.errors.LockNotAvailable
# Set in the transaction alone, so that the next request on this connection has its own.
LEFT = "SELECT set_config('statement_timeout', %s, true)"

Execute = Callable[..., Any]


class TookTooLong(OperationalError):
    """The request has used up its time."""


class Deadline:
    """Of one request; stands between it and the database."""

    def __init__(self, seconds: float) -> None:
        self.began, self.seconds = time.monotonic(), seconds
        self.told: float = settings.STATEMENT_SECONDS  # what a statement may take as it is
        self.is_over = False

    @property
    def left(self) -> float:
        return self.began + self.seconds - time.monotonic()

    def __call__(self, execute: Execute, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not self.is_over and not _puts_back(sql):
            if self.left <= 0:
                self.is_over = True
                raise TookTooLong
            self._tell(execute, context)
        try:
            return execute(sql, params, many, context)
        except OperationalError as problem:
            self.is_over = self.is_over or (took_too_long(problem) and self.left <= EXACT)
            raise

    def _tell(self, execute: Execute, context: dict[str, Any]) -> None:
        if context["connection"].in_atomic_block and abs(self.told - self.left) > EXACT:
            self.told = max(self.left, 0.001)
            execute(LEFT, [f"{self.told * 1000:.0f}ms"], False, context)


def _puts_back(sql: Any) -> bool:
    """After a fault nothing else is understood by the database, and this has to be."""
    return isinstance(sql, str) and sql.startswith("ROLLBACK TO SAVEPOINT")


class TakesLonger(Exception):
    """What was tried for a while was not done in it, and nothing of it is left."""


NOW = "SELECT current_setting('statement_timeout')"


@contextmanager
def tried_for(seconds: float) -> Iterator[None]:
    """What is asked of the database inside ends after so many seconds. Whatever was asked before stands, and the page goes on."""
    with connection.cursor() as cursor:
        cursor.execute(NOW)
        (before,) = cursor.fetchone()
        try:
            with transaction.atomic(), connection.execute_wrapper(Deadline(seconds)):
                yield
        except OperationalError as problem:
            if took_too_long(problem):
                raise TakesLonger from problem
            raise
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [before])


class DeadlineMiddleware:
    """After it is over, what has to be written all the same still is: the lines of the log, and the form that was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.deadline = deadline = Deadline(settings.PAGE_SECONDS)  # type: ignore[attr-defined]
        with connection.execute_wrapper(deadline):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> None:
        """A page may say that it takes longer: a file that is read, a paper that is made."""
        page = page_of(view)
        if page and page.seconds:
            request.deadline.seconds = page.seconds  # type: ignore[attr-defined]


def took_too_long(problem: BaseException) -> bool:
    return isinstance(problem, TookTooLong) or isinstance(problem.__cause__, TOO_LONG)
