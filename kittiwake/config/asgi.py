"""The web server's way in: the pages, behind a door that keeps the slow, the gone and the too many out of them."""

from __future__ import annotations

from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.template.loader import render_to_string

from kittiwake.config.admission import Admission, Application
from kittiwake.config.wsgi import application as pages  # first: it makes the templates ready

# Side by side in one process. They share one interpreter, so more of them answer no sooner; a second one keeps a long
# answer from holding all the others.
AT_ONCE = 2

application = Admission(
    # Each of the two libraries spells these types in its own way.
    cast(Application, WSGIMiddleware(cast(Any, pages), workers=AT_ONCE)),
    at_once=AT_ONCE,
    busy=render_to_string("ui/busy.html").encode(),  # drawn once: when it is needed there is no time
)
