"""What the log of the server says of a request that was turned away: one line. A traceback is for our own faults."""

from __future__ import annotations

import logging
from http import HTTPStatus


class OneLine(logging.Filter):
    """Takes the traceback from a line about a request that was refused, or that could not be answered just now."""

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", 0)
        if 400 <= status < 500 or status == HTTPStatus.SERVICE_UNAVAILABLE:
            record.exc_info = record.exc_text = None
        return True
