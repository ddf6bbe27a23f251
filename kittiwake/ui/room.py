"""Room for the calls of one answer.

CPython keeps the frames of calls in chunks of 16 KB, takes the next from the operating system when one is full, and gives it
back as soon as nothing is in it. A loop whose calls go just over the end of a chunk pays for that at every call: a date
input took 6 ms where it takes 1, and which page was hit depended on how deep the calls above it were. A function that
says it needs a large frame gets one large chunk, and what is called beneath it has the rest. See docs/decisions/0058.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PLACES = 32_000  # of 8 bytes: the chunk is the next power of two above, 512 KB, and half of it is left


def _through(answer: Callable[[HttpRequest], HttpResponse], request: HttpRequest) -> HttpResponse:
    return answer(request)


_through.__code__ = _through.__code__.replace(co_stacksize=PLACES)


class RoomMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return _through(self.get_response, request)
