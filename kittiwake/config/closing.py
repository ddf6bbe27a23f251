"""The embedded database closed to other users of the machine, and its log kept short and silent about the record.

It trusts whoever reaches its socket, so only its own user does (and root, from whom nothing is closed). PostgreSQL writes a
statement that failed into its log with all that stood in it; ours never do.
"""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

SOCKET = ".s.PGSQL.5432"
ITS_USER_ALONE = 0o700
# The first is of the next start, and until then the mode of the socket is set; so are those of the collector.
SETTINGS = {
    "unix_socket_permissions": "0700",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    # A file for each day of the week, written over after a week.
    "logging_collector": "on",
    "log_directory": "logs",
    "log_filename": "postgresql-%a.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
}
WRITTEN = "SELECT name, setting FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf'"


def close(superuser: psycopg.Connection, folder: Path) -> None:
    """`folder` is that of the socket. Changes nothing where all is as it should be."""
    socket = folder / SOCKET
    if socket.stat().st_mode & 0o777 != ITS_USER_ALONE:
        socket.chmod(ITS_USER_ALONE)
    written: dict[str, str] = dict(superuser.execute(WRITTEN).fetchall())
    missing = {name: value for name, value in SETTINGS.items() if written.get(name) != value}
    for name, value in missing.items():
        superuser.execute(
            sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value))
        )
    if missing:
        superuser.execute("SELECT pg_reload_conf()")
