"""However deep the calls above it are, a loop of calls takes no memory anew from the operating system."""

from __future__ import annotations

from resource import RUSAGE_SELF, getrusage

from django.http import HttpRequest, HttpResponse

from kittiwake.ui.room import RoomMiddleware

CALLS, DEEPEST = 300, 200


def called() -> int:
    return 1


def taken(depth: int) -> int:
    """Pages of memory that are new after so many calls at this depth."""
    if depth:
        return taken(depth - 1)
    before = getrusage(RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        called()
    return getrusage(RUSAGE_SELF).ru_minflt - before


def most_taken() -> int:
    return max(taken(depth) for depth in range(DEEPEST))


def test_beneath_it_there_is_room_for_calls() -> None:
    given: list[int] = []

    def answer(request: HttpRequest) -> HttpResponse:
        given.append(most_taken())
        return HttpResponse("ok")

    assert RoomMiddleware(answer)(HttpRequest()).content == b"ok"
    assert given[0] < CALLS // 2
