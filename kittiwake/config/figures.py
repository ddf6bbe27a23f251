"""How many requests there were, how they ended and how long they took: all together, never by page, team or child.

Each process of the web server adds to files of its own in one folder (prometheus-client's way with several processes);
`kittiwake figures` reads them all. Nothing is counted where nobody asked for figures (KITTIWAKE_METRICS).
"""

from __future__ import annotations

import os
import time
from collections.abc import MutableMapping
from typing import Any

from kittiwake.config.admission import Application, Message, Receive, Send

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # prometheus-client reads it as it is imported
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}
BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def counted(application: Application) -> Application:
    """`application`, with each of its answers counted where a folder was named for it."""
    return Counted(application) if os.environ.get(FOLDER) else application


class Counted:
    def __init__(self, application: Application) -> None:
        from prometheus_client import Counter, Histogram

        self.application = application
        self.answers = Counter("kittiwake_answers", "Answers by method and status", ["method", "status"])
        self.seconds = Histogram("kittiwake_answer_seconds", "How long an answer took", buckets=BUCKETS)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        began, method = time.monotonic(), scope["method"] if scope["method"] in METHODS else "other"

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.answers.labels(method, message["status"]).inc()
                self.seconds.observe(time.monotonic() - began)
            await send(message)

        await self.application(scope, receive, noting)
