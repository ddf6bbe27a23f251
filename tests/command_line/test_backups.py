"""Backups and what is put back from them: whole and equal, or refused and nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pyrage
import pytest

from conftest import ROOT
from kittiwake.cli.backups.folder import alone_in
from kittiwake.config import engine
from tests.command_line.conftest import Run

CHUNK = 64 * 1024 + 16  # of the seal


@pytest.fixture(scope="module")
def key(kittiwake: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The private key; the public one is where the council's folder keeps it."""
    path = tmp_path_factory.mktemp("stick") / "private.txt"
    assert kittiwake("backup-key", str(path))[0] == 0
    return path


@pytest.fixture(scope="module")
def first(kittiwake: Run, key: Path, police_list: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a council with a child and a letter, the letter's bytes in two pieces."""
    kittiwake("import", "police-missing", str(police_list), "--json")
    pieces, sha256 = (b"Dear ", b"Saltmere"), hashlib.sha256(b"Dear Saltmere").hexdigest()
    with psycopg.connect(owners()) as owner:
        (document,) = owner.execute(
            "INSERT INTO documents_document (entry_id, kind, title, given_by, added_at, added_by_id, format, size, sha256,"
            " received_sha256, scan, struck_out_reason) SELECT id, 'letter', 'Letter', '', now(), by_id, 'txt', 13, %s, %s,"
            " 'not_asked', '' FROM record_entry ORDER BY id LIMIT 1 RETURNING id",
            [sha256, sha256],
        ).fetchone()
        for number, content in enumerate(pieces):
            owner.execute(
                "INSERT INTO documents_piece (document_id, number, content) VALUES (%s, %s, %s)",
                [document, number, content],
            )
    code, out = kittiwake("backup", str(tmp_path_factory.mktemp("first") / "backups"), "--json")
    made = json.loads(out)
    assert (code, made.keys()) == (0, {"file", "bytes", "tables", "rows", "documents", "removed"})
    assert made["documents"] == 1
    return Path(made["file"])


@pytest.fixture
def backup(first: Path, tmp_path: Path) -> Path:
    """It, for this test alone."""
    return Path(shutil.copytree(first.parent, tmp_path / "backups")) / first.name


def owners() -> str:
    return engine.of_database(os.environ["DATABASE_OWNER_URL"], f"command_line_{os.getpid()}")


def children(owner: psycopg.Connection) -> list:
    return owner.execute("SELECT id, surname FROM record_child ORDER BY id").fetchall()


def spoil(owner: psycopg.Connection, change: str) -> None:
    """What no application may do: the guard of the bytes is off for a moment."""
    owner.execute("ALTER TABLE documents_piece DISABLE TRIGGER USER")
    owner.execute(change)
    owner.execute("ALTER TABLE documents_piece ENABLE TRIGGER USER")


def test_what_is_put_back_is_what_was_there(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path
) -> None:
    before = children(owner)
    owner.execute("UPDATE record_child SET surname = 'Somebody else'")
    assert (
        kittiwake("restore", str(backup), "--key", str(key))[0] == 2
    )  # there are children, and no --replace
    assert kittiwake("restore", str(backup), "--key", str(key), "--replace")[0] == 0
    assert children(owner) == before
    rows = owner.execute("SELECT content FROM documents_piece ORDER BY document_id, number")
    assert b"".join(bytes(content) for (content,) in rows) == b"Dear Saltmere"
    assert owner.execute(
        "SELECT has_table_privilege('kittiwake_app', 'record_child', 'SELECT')"
    ).fetchone() == (True,)
    assert kittiwake("verify")[0] == 0


def test_nothing_of_it_can_be_read_without_the_key_nor_by_another_user_of_the_machine(
    owner: psycopg.Connection, backup: Path
) -> None:
    content = backup.read_bytes()
    assert all(name.encode() not in content for _, name in children(owner))
    assert b"record_child" not in content
    assert (backup.stat().st_mode & 0o777, backup.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_without_kittiwake_it_is_a_line_of_json_and_a_dump(backup: Path, key: Path) -> None:
    identity = pyrage.x25519.Identity.from_str(key.read_text().splitlines()[-1])
    note, _, dump = pyrage.decrypt(backup.read_bytes(), [identity]).partition(b"\n")
    assert json.loads(note)["tables"]["documents_piece"][0] == 2
    assert dump[:5] == b"PGDMP"


MUTILATIONS: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda content: b"",
    "cut in the head": lambda content: content[:100],
    "cut at the end of a piece": lambda content: content[: len(content) - len(content) % CHUNK],
    "cut in the middle": lambda content: content[: len(content) // 2],
    "the last byte gone": lambda content: content[:-1],
    "one bit": lambda content: content[:5000] + bytes([content[5000] ^ 1]) + content[5001:],
    "something after it": lambda content: content + b"x",
    "another file": lambda content: b"%PDF-1.7",
}


def test_a_mutilated_one_is_refused_and_nothing_is_changed(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path, tmp_path: Path
) -> None:
    before, whole = children(owner), backup.read_bytes()
    for name, mutilated in MUTILATIONS.items():
        spoilt = tmp_path / "spoilt.age"
        spoilt.write_bytes(mutilated(whole))
        assert kittiwake("restore", str(spoilt), "--key", str(key), "--replace")[0] == 2, name
        assert children(owner) == before, name


def resealed(backup: Path, key: Path, change: Callable[[dict], None]) -> None:
    """As nobody but us could: the note changed, the seal whole."""
    identity = pyrage.x25519.Identity.from_str(key.read_text().splitlines()[-1])
    line, _, dump = pyrage.decrypt(backup.read_bytes(), [identity]).partition(b"\n")
    note = json.loads(line)
    change(note)
    backup.write_bytes(pyrage.encrypt(json.dumps(note).encode() + b"\n" + dump, [identity.to_public()]))


def test_what_does_not_come_out_as_it_was_noted_is_not_put_back(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path
) -> None:
    owner.execute("UPDATE record_child SET surname = 'Kept'")
    before, whole = children(owner), backup.read_bytes()

    def one_row_more(note: dict) -> None:
        note["tables"]["record_child"][0] += 1

    def another_sum(note: dict) -> None:
        note["tables"]["record_child"][1] = "12"

    def a_table_more(note: dict) -> None:
        note["tables"]["record_nothing"] = [0, "0"]

    def a_number_given_out(note: dict) -> None:
        note["sequences"]["record_child_id_seq"] = 10**9

    for change in (one_row_more, another_sum, a_table_more, a_number_given_out):
        backup.write_bytes(whole)
        resealed(backup, key, change)
        assert kittiwake("restore", str(backup), "--key", str(key), "--replace")[0] == 2, change.__name__
        assert children(owner) == before, change.__name__
    backup.write_bytes(whole)
    assert kittiwake("restore", str(backup), "--key", str(key), "--replace")[0] == 0


def test_another_key_opens_nothing(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path, tmp_path: Path
) -> None:
    before = children(owner)
    other = tmp_path / "other.txt"
    kittiwake("backup-key", str(other))
    for options in (["--key", str(other)], ["--key", str(backup)], []):
        assert kittiwake("restore", str(backup), *options, "--replace")[0] == 2
    assert children(owner) == before


def test_a_document_that_is_not_as_it_was_kept_is_named(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path, tmp_path: Path
) -> None:
    for number, change in enumerate(
        (
            "UPDATE documents_piece SET content = 'Saltmare' WHERE number = 1",
            "DELETE FROM documents_piece WHERE number = 0",
            "DELETE FROM documents_piece",
        )
    ):
        spoil(owner, change)
        code, out = kittiwake("backup", str(tmp_path / f"spoilt {number}"), "--json")
        assert code == 1
    assert kittiwake("restore", json.loads(out)["file"], "--key", str(key), "--replace")[0] == 1
    assert kittiwake("restore", str(backup), "--key", str(key), "--replace")[0] == 0


def test_one_is_proved_in_a_system_of_its_own(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path
) -> None:
    before = owner.execute("SELECT current_database()").fetchone(), children(owner)
    code, out = kittiwake("prove-backup", str(backup), "--key", str(key), "--json")
    proved = json.loads(out)
    assert (code, proved["documents"], proved["backup"]) == (0, 1, str(backup))
    assert before == (owner.execute("SELECT current_database()").fetchone(), children(owner))
    backup.write_bytes(backup.read_bytes()[:-1])
    assert kittiwake("prove-backup", str(backup), "--key", str(key))[0] == 2


def test_what_a_killed_proving_left_behind_goes_with_the_next_one(
    kittiwake: Run, backup: Path, key: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    homes = [path for path in tmp_path_factory.getbasetemp().glob("home*") if not path.is_symlink()]
    home = max(homes, key=lambda path: path.stat().st_ctime)
    (home / "proving-killed" / "postgres").mkdir(parents=True)
    (home / "proving-killed" / "postgres" / "PG_VERSION").touch()
    assert kittiwake("prove-backup", str(backup), "--key", str(key))[0] == 0
    assert not list(home.glob("proving-*"))


def beginning(into: Path, **options) -> subprocess.Popen[bytes]:
    """A backup that is just being made."""
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "backup", str(into)]
    home = into.parent / "home"
    environment = {
        **os.environ,
        "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], f"command_line_{os.getpid()}"),
        "DATABASE_OWNER_URL": owners(),
        "KITTIWAKE_HOME": str(home),
        "KITTIWAKE_BACKUP_KEYS": str(into.parent / "public.txt"),
    }
    home.mkdir(exist_ok=True)
    public = pyrage.x25519.Identity.generate().to_public()
    (into.parent / "public.txt").write_text(f"{public}\n")
    return subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, **options)


def once(there: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not there():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_a_killed_one_leaves_nothing_that_looks_whole(backup: Path) -> None:
    folder, earlier = backup.parent, backup.read_bytes()
    making = beginning(folder)
    once(lambda: list(folder.glob("*.part")))
    making.send_signal(signal.SIGKILL)
    making.communicate()
    assert list(folder.glob("*.age")) == [backup]
    assert list(folder.glob("*.part"))
    again = beginning(folder)
    again.communicate()
    assert again.returncode == 0
    assert not list(folder.glob("*.part"))
    assert len(list(folder.glob("*.age"))) == 2
    assert backup.read_bytes() == earlier


def test_one_whose_dump_dies_is_not_made(owner: psycopg.Connection, backup: Path) -> None:
    making = beginning(backup.parent)
    ending = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'pg_dump' AND datname = current_database()"
    )
    once(lambda: owner.execute(ending).fetchall())
    _, said = making.communicate()
    assert (making.returncode, said.count(b"\n")) == (2, 1)
    assert b"The backup was not made" in said
    assert [path.name for path in sorted(backup.parent.glob("kittiwake-*"))] == [
        backup.name,
        backup.name + ".sha256",
    ]


def test_where_there_is_no_room_it_is_not_made(backup: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    making = beginning(backup.parent, preexec_fn=little_room)
    _, said = making.communicate()
    assert (making.returncode, said.count(b"\n")) == (2, 1)
    assert b"Those made before are as they were." in said
    assert [path.name for path in sorted(backup.parent.glob("kittiwake-*"))] == [
        backup.name,
        backup.name + ".sha256",
    ]


def test_two_are_not_made_into_one_folder_at_once(kittiwake: Run, backup: Path) -> None:
    with alone_in(backup.parent):
        assert kittiwake("backup", str(backup.parent))[0] == 2
    assert kittiwake("backup", str(backup.parent))[0] == 0


def test_a_backup_of_the_first_version_is_still_put_back(
    kittiwake: Run, owner: psycopg.Connection, backup: Path, key: Path, tmp_path: Path
) -> None:
    """It was a folder, unsealed."""
    identity = pyrage.x25519.Identity.from_str(key.read_text().splitlines()[-1])
    _, _, dump = pyrage.decrypt(backup.read_bytes(), [identity]).partition(b"\n")
    old = tmp_path / "old"
    old.mkdir()
    (old / "database.dump").write_bytes(dump)
    note = {"version": "0.1.0", "sha256": hashlib.sha256(dump).hexdigest(), "bytes": len(dump)}
    (old / "backup.json").write_text(json.dumps(note))
    before = children(owner)
    owner.execute("UPDATE record_child SET surname = 'Somebody else'")
    assert kittiwake("restore", str(old), "--replace")[0] == 0
    assert children(owner) == before
    (old / "database.dump").write_bytes(dump[:-1])
    assert kittiwake("restore", str(old), "--replace")[0] == 2


def test_without_a_key_none_is_made(kittiwake: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "KITTIWAKE_HOME": str(home)}
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "backup", str(tmp_path / "backups")]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"backup-key" in done.stderr
    assert not (tmp_path / "backups").exists()
