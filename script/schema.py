"""The tables as SQL, beside the migrations that they come from: an empty council is made from it, in one go.

    script/schema              write kittiwake/cli/schema.sql anew: a minute
    script/schema --check      whether it was made from the migrations as they are now

Forgotten, it makes nothing wrong: what it lacks, the migrations bring, and a new council waits for them longer.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import django
import psycopg

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "kittiwake" / "cli" / "schema.sql"
MADE_FROM = "-- Made by script/schema from migrations of this digest: "
# What pg_dump says of itself and to itself. The rest is read as it stands, by older servers too.
HEAD_OF_OBJECT = re.compile(r"\n+--\n-- (?:Name|Dependencies): .*\n--\n\n")
ABOUT_THE_DUMP = re.compile(
    r"\A--\n-- PostgreSQL database dump\n.*?(?=SELECT pg_catalog\.set_config)", re.DOTALL
)
ONLY_WHILE_DUMPING = re.compile(
    r"^(?:SET (?:xmloption|client_min_messages|row_security) = .*|\\unrestrict .*)\n", re.MULTILINE
)
END = re.compile(r"\n+--\n-- PostgreSQL database dump complete\n--\n+")
# Rows that migrations make. Of other tables than these they may make none: `django` and `auth` fill their own each time.
FILLED_EACH_TIME = {"django_content_type", "auth_permission"}
ROWS = {
    "django_migrations": "INSERT INTO public.django_migrations (app, name, applied)\nSELECT app, name, now() FROM (VALUES\n{run}\n) AS run (app, name);",
    "accounts_user": "INSERT INTO public.accounts_user (email, name, role, is_active, joined_at, password_mark)\n"
    "VALUES ('kittiwake@localhost', 'Kittiwake', 'system', true, now(), '!' || md5(random()::text)),\n"
    "       ('directory@localhost', 'The council’s directory', 'directory', true, now(), '!' || md5(random()::text));",
}


def main(arguments: list[str]) -> int:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="kittiwake.config.settings", KITTIWAKE_TOOLS="yes", KITTIWAKE_DEMO="no"
    )
    sys.path.insert(0, str(ROOT))
    if arguments == ["--check"]:
        return check()
    if arguments:
        return complain("Say nothing more, or --check.")
    with tempfile.TemporaryDirectory() as folder:
        SCHEMA.write_text(made_in(Path(folder)))
    return 0


def check() -> int:
    """Needs no database."""
    if SCHEMA.read_text().startswith(MADE_FROM + digest_of_migrations() + "\n"):
        return 0
    return complain("kittiwake/cli/schema.sql was made from other migrations than these. Run script/schema.")


def digest_of_migrations() -> str:
    """Of ours and of those of the packages we use."""
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@/none")  # is asked nothing
    django.setup()
    from django.db.migrations.loader import MigrationLoader

    migrations = MigrationLoader(None).disk_migrations
    whole = hashlib.sha256()
    for key in sorted(migrations):
        file = sys.modules[migrations[key].__module__].__file__
        whole.update(f"{key}".encode() + Path(str(file)).read_bytes())
    return whole.hexdigest()


def made_in(folder: Path) -> str:
    """Every migration from the first, in an empty database; then what there is, as SQL."""
    from kittiwake.config import engine

    owner = engine.start_embedded(folder).owner
    environment = {
        **os.environ,
        "DATABASE_OWNER_URL": owner,
        "DATABASE_URL": owner,
        "KITTIWAKE_AS_OWNER": "yes",
    }
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=environment, check=True, cwd=ROOT
    )
    structure = subprocess.run(
        [engine.programs() / "pg_dump", "--schema-only", "--no-owner", "--no-privileges", "--no-comments"],
        env={**os.environ, **engine.environment_of(owner)}, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    text = f"{MADE_FROM}{digest_of_migrations()}\n\n{tidy(structure)}\n{rows(owner)}\n"
    engine.stop_embedded(folder)
    return text


def tidy(dump: str) -> str:
    for pattern, instead in (
        (ABOUT_THE_DUMP, ""),
        (END, "\n"),
        (ONLY_WHILE_DUMPING, ""),
        (HEAD_OF_OBJECT, "\n"),
    ):
        dump = pattern.sub(instead, dump)
    return dump.strip() + "\n"


def rows(owner: str) -> str:
    with psycopg.connect(owner) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ]
        filled = {
            name
            for name in tables
            if connection.execute(f'SELECT EXISTS (SELECT FROM "{name}")').fetchone() == (True,)
        }
        run = connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    if filled != FILLED_EACH_TIME | ROWS.keys():
        raise SystemExit(f"Migrations fill other tables than are known here (see ROWS): {sorted(filled)}")
    listed = ",\n".join(f"    ('{app}', '{name}')" for app, name in run)
    return "\n".join(statement.format(run=listed) for statement in ROWS.values())


def complain(line: str) -> int:
    print(line, file=sys.stderr)  # noqa: T201 - telling is what this is for
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
