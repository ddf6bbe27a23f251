"""The web server's way in: the pages, behind a door that keeps the slow, the gone and the too many out of them."""

from __future__ import annotations

from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.template.loader import render_to_string

from kittiwake.config.admission import Admission, Application
from kittiwake.config.figures import counted
from kittiwake.config.health import Health, database_works
from kittiwake.config.wsgi import application as pages  # first: it makes the templates ready

# Side by side in one process. They share one interpreter, so more of them answer no sooner.
AT_ONCE = 2
# Beside them, those that take long: they mostly wait for the database. Each has a connection of its own.
ASIDE = 6

_door = Admission(
    # Each of the two libraries spells these types in its own way.
    cast(Application, WSGIMiddleware(cast(Any, pages), workers=AT_ONCE + ASIDE)),
    at_once=AT_ONCE,
    aside=ASIDE,
    # Drawn once: when they are needed there is no time.
    busy=render_to_string("ui/busy.html").encode(),
    large=render_to_string("ui/too_large.html").encode(),
    no_room=render_to_string("ui/no_room.html").encode(),
)
application = Health(counted(_door), database_works)
