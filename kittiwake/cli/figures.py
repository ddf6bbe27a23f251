"""What Prometheus asks: counts of the whole service, on an address that is not the service's own.

No figure is of a page, a team or a child: a count of one would give a hidden child away.
"""

from __future__ import annotations

import hmac
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import click

from kittiwake import __version__
from kittiwake.cli import starting
from kittiwake.cli.starting import refuse, say
from kittiwake.cli.supervising import Kept
from kittiwake.config import backups
from kittiwake.config.figures import FOLDER

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

NOWHERE_ELSE = ("127.0.0.1", "localhost", "::1")
JOBS = """
    SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()),
           count(*) FILTER (WHERE status = 'doing'), count(*) FILTER (WHERE status = 'failed'), pg_database_size(current_database()),
           (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())
      FROM procrastinate_jobs
"""
OF_DATABASE = (
    ("kittiwake_jobs_waiting", "Jobs that wait for a worker"),
    ("kittiwake_jobs_at_work", "Jobs that a worker is at"),
    ("kittiwake_jobs_failed", "Jobs that failed in the last week"),
    ("kittiwake_database_bytes", "Size of the database"),
    ("kittiwake_database_connections", "Connections to the database"),
)


def address() -> tuple[str, int] | None:
    """KITTIWAKE_METRICS, as host:port. Beyond this machine only to whoever has the token."""
    named = os.environ.get("KITTIWAKE_METRICS", "")
    if not named:
        return None
    host, _, port = named.rpartition(":")
    if not host or not port.isdecimal():
        refuse(f"KITTIWAKE_METRICS is an address and a port like 127.0.0.1:9108, not {named!r}.")
    host = host.strip("[]")
    if host not in NOWHERE_ELSE and not os.environ.get("KITTIWAKE_METRICS_TOKEN"):
        refuse(
            f"{host} can be reached from elsewhere: set KITTIWAKE_METRICS_TOKEN, or serve figures at 127.0.0.1."
        )
    return host, int(port)


def folder() -> Path:
    return starting.home() / "figures"


def prepare() -> None:
    """As the service starts: counts begin anew."""
    shutil.rmtree(folder(), ignore_errors=True)
    folder().mkdir(mode=0o700)
    os.environ[FOLDER] = str(folder())


def process() -> Kept:
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "figures"]
    return Kept("server of figures", command, dict(os.environ), patience=5)


@click.command()
def figures() -> None:
    """Answer Prometheus at KITTIWAKE_METRICS (host:port). `serve` starts this by itself where that is set."""
    where = address() or refuse("Set KITTIWAKE_METRICS to an address and a port, like 127.0.0.1:9108.")
    starting.start_engine_only()
    os.environ.setdefault(FOLDER, str(folder()))
    folder().mkdir(mode=0o700, exist_ok=True)
    from prometheus_client import CollectorRegistry
    from prometheus_client.exposition import make_wsgi_app
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(Service())
    server_class = Server6 if ":" in where[0] else WSGIServer
    server = make_server(*where, with_token(make_wsgi_app(registry)), server_class, Quiet)
    say(f"Figures are at http://{os.environ['KITTIWAKE_METRICS']}/metrics")
    server.serve_forever()


def with_token(application: Any) -> Any:
    token = os.environ.get("KITTIWAKE_METRICS_TOKEN", "")

    def guarded(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        given = environ.get("HTTP_AUTHORIZATION", "").encode()
        if token and not hmac.compare_digest(given, f"Bearer {token}".encode()):
            start_response("401 Unauthorized", [("WWW-Authenticate", "Bearer")])
            return [b""]
        answer: Iterable[bytes] = application(environ, start_response)
        return answer

    return guarded


class Server6(WSGIServer):
    address_family = socket.AF_INET6


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Whoever asks every few seconds is not worth a line each."""


class Service:
    """Asked anew each time."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        from prometheus_client.core import GaugeMetricFamily

        version = GaugeMetricFamily("kittiwake_version", "The version that runs", labels=["version"])
        version.add_metric([__version__], 1)
        yield version
        values = self._of_database()
        yield GaugeMetricFamily(
            "kittiwake_database_up", "Whether the database answers", value=float(values is not None)
        )
        for (name, words), value in zip(OF_DATABASE, values or (), strict=False):
            yield GaugeMetricFamily(name, words, value=value)
        state = backups.state()
        for name, moment in (("made", state.get("made_at")), ("proved", state.get("proved_at"))):
            if moment:
                age = time.time() - datetime.fromisoformat(moment).timestamp()
                yield GaugeMetricFamily(
                    f"kittiwake_backup_{name}_seconds", f"Since a backup was {name}", value=age
                )

    def _of_database(self) -> tuple[int, ...] | None:
        import psycopg

        try:
            with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=2) as database:
                return database.execute(JOBS).fetchone()
        except psycopg.Error:
            return None
