"""What may be asked of a page: read it, or send it a form; of an address for machines, what its view says it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., Any])
METHODS = ("GET", "HEAD", "POST", "OPTIONS")


def takes(*methods: str) -> Callable[[View], View]:
    """On a view that a machine asks: these methods as well."""

    def say(view: View) -> View:
        view.__dict__["methods"] = (*METHODS, *methods)
        return view

    return say


def _methods_at(address: str) -> tuple[str, ...]:
    try:
        view = resolve(address).func
    except Resolver404:
        return METHODS
    return getattr(view, "methods", METHODS)


class MethodsMiddleware:
    """OPTIONS is answered with the methods there are and runs nothing; any other method, TRACE among them, is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
        if request.method not in METHODS and request.method not in _methods_at(request.path_info):
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)
