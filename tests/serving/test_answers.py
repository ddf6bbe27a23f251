"""What is answered when something other than a page is asked for, or the database is away."""

from __future__ import annotations

import logging
import os
import secrets
import subprocess
import sys

import pytest
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from conftest import ROOT
from kittiwake.areas.pages import Page
from kittiwake.areas.powers import Power
from kittiwake.config.logs import OneLine
from kittiwake.config.urls import handler500
from kittiwake.ui.methods import MethodsMiddleware

handler404 = "django.views.defaults.page_not_found"
PAGES = "tests.serving.test_answers"


def away(request: HttpRequest) -> HttpResponse:
    raise OperationalError("connection refused")


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def nowhere(request: HttpRequest) -> HttpResponse:
    raise Http404


urlpatterns = [
    Page(f"tests:{view.__name__}", f"{view.__name__}/", view, Power.EVERYBODY).pattern
    for view in (away, broken, nowhere)
]
__all__ = ["handler404", "handler500"]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("method", "status"), [("OPTIONS", 204), ("TRACE", 405), ("PUT", 405), ("DELETE", 405)]
)
def test_methods_that_no_page_has_run_nothing(method: str, status: int) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        raise AssertionError("The page was asked.")

    answer = MethodsMiddleware(page)(RequestFactory().generic(method, "/"))
    assert (answer.status_code, answer.content, answer["Allow"]) == (status, b"", "GET, HEAD, POST, OPTIONS")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_methods_that_pages_have_pass(method: str) -> None:
    assert MethodsMiddleware(lambda _: HttpResponse("page"))(RequestFactory().generic(method, "/")).content


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=PAGES)
def test_a_database_that_is_away_is_a_plain_page_that_says_when_to_come_back(client: Client) -> None:
    answer = client.get("/away/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "The service is not available" in answer.content.decode()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=PAGES)
def test_a_fault_of_ours_is_a_fault(client: Client) -> None:
    assert client.get("/broken/").status_code == 500


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=PAGES)
@pytest.mark.parametrize(("address", "traced"), [("/away/", False), ("/nowhere/", False), ("/broken/", True)])
def test_a_refusal_is_one_line_in_the_log(client: Client, address: str, traced: bool, caplog) -> None:
    client.get(address)
    (line,) = [record for record in caplog.records if record.name == "django.request"]
    OneLine().filter(line)
    assert ("Traceback" in logging.Formatter().format(line)) is traced


def test_the_checks_before_deployment_are_clean() -> None:
    settings = {
        "KITTIWAKE_SECRET_KEY": secrets.token_urlsafe(64),
        "KITTIWAKE_DEMO": "no",
        "KITTIWAKE_HTTPS": "yes",
        "KITTIWAKE_TOOLS": "no",
        "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
    }
    command = [sys.executable, "-W", "ignore", "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env={**os.environ, **settings}, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
