"""Loaded once, into the process that the ones to be killed are forked from: all of Kittiwake, and no connection."""

from __future__ import annotations

from django.db import connections
from django.urls import get_resolver

import kittiwake.config.wsgi  # noqa: F401
import tests.crash_recovery.processes  # noqa: F401

assert get_resolver().url_patterns
connections.close_all()  # the web server's way in has asked the database who it is
