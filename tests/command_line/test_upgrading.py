"""From one version to the next and back: said before it is done, a backup first, and never more than one version back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kittiwake import __version__
from tests.command_line.conftest import Run

NEWER = (
    "INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999_of_a_newer_version', now())"
)
LAST = "FROM django_migrations WHERE app = 'exchange' AND name = (SELECT max(name) FROM django_migrations WHERE app = 'exchange')"


@pytest.fixture(scope="module")
def home(kittiwake: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the council notes its versions and keeps its backups, with a key for them."""
    assert kittiwake("backup-key", str(tmp_path_factory.mktemp("stick") / "private.txt"))[0] == 0
    homes = [path for path in tmp_path_factory.getbasetemp().glob("home*") if not path.is_symlink()]
    return max(homes, key=lambda path: path.stat().st_ctime)


@pytest.fixture
def newer(owner: psycopg.Connection) -> Iterator[None]:
    """The next version has been here."""
    owner.execute(NEWER)
    yield
    owner.execute("DELETE FROM django_migrations WHERE name = '9999_of_a_newer_version'")


def backups(home: Path) -> list[Path]:
    return sorted((home / "backups").glob("*.age"))


def test_what_it_would_do_is_said_and_nothing_done(
    kittiwake: Run, owner: psycopg.Connection, home: Path
) -> None:
    missing = owner.execute(f"SELECT app, name, applied {LAST}").fetchone()
    owner.execute(f"DELETE {LAST}")
    try:
        code, out = kittiwake("upgrade", "--dry-run", "--json")
    finally:
        owner.execute("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", missing)
    said = json.loads(out)
    assert (code, said["changes"], said["backup"]) == (0, [f"{missing[0]}.{missing[1]}"], None)
    assert not backups(home)


def test_nothing_is_done_where_nobody_could_be_asked(kittiwake: Run, home: Path) -> None:
    assert kittiwake("upgrade")[0] == 2
    assert not backups(home)
    assert not (home / "versions.json").exists()


def test_a_backup_is_made_first_and_the_version_noted(kittiwake: Run, home: Path) -> None:
    code, out = kittiwake("upgrade", "--yes", "--json")
    said = json.loads(out)
    assert (code, said.keys()) == (0, {"from", "to", "changes", "backup"})
    assert backups(home) == [Path(said["backup"])]
    assert [served["version"] for served in json.loads((home / "versions.json").read_text())] == [__version__]
    assert json.loads((home / "backups.json").read_text())["file"] == said["backup"]


def test_without_a_backup_nothing_is_changed(kittiwake: Run, home: Path) -> None:
    keys, versions = home / "backup-keys.txt", home / "versions.json"
    public = keys.read_text()
    keys.unlink()
    versions.unlink(missing_ok=True)
    try:
        assert kittiwake("upgrade", "--yes")[0] == 2
        assert not versions.exists()
    finally:
        keys.write_text(public)
    assert kittiwake("upgrade", "--yes", "--without-backup")[0] == 0


@pytest.mark.usefixtures("newer")
def test_tables_of_a_newer_version_are_no_upgrade(kittiwake: Run) -> None:
    assert kittiwake("upgrade", "--yes", "--without-backup")[0] == 2


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize(
    ("versions", "code"),
    [
        ([__version__, "99.0"], 0),
        (["0.0.1", __version__, "99.0"], 0),
        ([__version__, "98.0", "99.0"], 2),
        ([], 2),
    ],
    ids=str,
)
def test_it_goes_back_one_version_and_no_more(
    kittiwake: Run, owner: psycopg.Connection, home: Path, versions: list[str], code: int
) -> None:
    (home / "versions.json").write_text(json.dumps([{"version": version, "at": ""} for version in versions]))
    owner.execute("REVOKE SELECT ON record_child FROM kittiwake_app")
    assert kittiwake("rollback", "--yes")[0] == code
    may_read = "SELECT has_table_privilege('kittiwake_app', 'record_child', 'SELECT')"
    assert owner.execute(may_read).fetchone() == (code == 0,)
    owner.execute("GRANT SELECT ON record_child TO kittiwake_app")


def test_where_there_is_no_newer_version_there_is_nothing_to_go_back_from(kittiwake: Run) -> None:
    assert kittiwake("rollback", "--yes")[0] == 2
