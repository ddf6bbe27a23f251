"""What the server writes to its log. Of a request that was turned away, one line: a traceback is for our own faults."""

from __future__ import annotations

import logging
from http import HTTPStatus

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"one_line": {"()": "kittiwake.config.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["one_line"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "kittiwake.accounts": {"level": "INFO"},  # who signed in, by number
        # While the database is away it would say so four times a second.
        "psycopg.pool": {"level": "ERROR"},
    },
}


class OneLine(logging.Filter):
    """Takes the traceback from a line about a request that was refused, or that could not be answered just now."""

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", 0)
        if 400 <= status < 500 or status == HTTPStatus.SERVICE_UNAVAILABLE:
            record.exc_info = record.exc_text = None
        return True
