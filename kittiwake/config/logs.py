"""What the service writes to its log: never what is in the record.

Of a request that was turned away, one line: a traceback is for our own faults. Of a fault, where it happened and its kind:
an error's own words may quote a row. One form for people, one a JSON object a line (KITTIWAKE_LOG_FORMAT=json).
"""

from __future__ import annotations

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import structlog

# Where nobody is real, an error may say all it has to say.
MADE_UP = "yes" in (os.environ.get("KITTIWAKE_DEMO"), os.environ.get("KITTIWAKE_DEBUG"))
# Documents, and whatever else writes by structlog, goes the same way as all else.
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.processors.format_exc_info,
        structlog.stdlib.render_to_log_kwargs,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)


class OneLine(logging.Filter):
    """Takes the traceback from a line about a request that was refused, or that could not be answered just now."""

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", 0)
        if 400 <= status < 500 or status == HTTPStatus.SERVICE_UNAVAILABLE:
            record.exc_info = record.exc_text = None
        return True


class Plain(logging.Formatter):
    def formatException(self, ei: Any) -> str:
        return super().formatException(ei) if MADE_UP else "\n".join([*places(ei[1]), kind(ei[1])])


class Json(logging.Formatter):
    """One object a line: at, level, logger, event; what structlog was given; and of a fault `fault` and `places`."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **{
                name: value
                for name, value in vars(record).items()
                if name not in ORDINARY and is_plain(value)
            },
        }
        if record.exc_info and record.exc_info[1]:
            said |= {"fault": kind(record.exc_info[1]), "places": places(record.exc_info[1])}
        return json.dumps(said, ensure_ascii=False)


# What the library of jobs adds to a line is what an error said in its own words.
ORDINARY = {*vars(logging.makeLogRecord({})), "message", "asctime", "exception"}


def is_plain(value: object) -> bool:
    """Requests and other objects would be written as they print themselves."""
    return value is None or isinstance(value, str | int | float | bool)


def kind(fault: BaseException) -> str:
    """Its class, and what PostgreSQL calls it and the constraint it met: names of ours, never a value."""
    cause = fault.__cause__ or fault
    diagnosis = getattr(cause, "diag", None)
    named = [getattr(cause, "sqlstate", None), getattr(diagnosis, "constraint_name", None)]
    return " ".join([type(fault).__qualname__, *(name for name in named if name)])


def places(fault: BaseException) -> list[str]:
    return [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(fault.__traceback__)
    ]


FORMS = {"plain": Plain, "json": Json}
FORM = os.environ.get("KITTIWAKE_LOG_FORMAT", "plain")
if FORM not in FORMS:
    raise ValueError(f"KITTIWAKE_LOG_FORMAT must be plain or json, not {FORM!r}.")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"one_line": {"()": OneLine}},
    "formatters": {"chosen": {"()": FORMS[FORM]}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["one_line"], "formatter": "chosen"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "kittiwake.accounts": {"level": "INFO"},  # who signed in, by number
        # While the database is away it would say so four times a second.
        "psycopg.pool": {"level": "ERROR"},
    },
}
