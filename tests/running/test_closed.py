"""The embedded database is its own user's: another user of the machine reaches neither its socket nor its files."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from kittiwake.config import closing, engine

NOBODY = 65534


class Machine:
    def __init__(self, folder: Path) -> None:
        self.folder, self.addresses = folder, engine.start_embedded(folder)

    @property
    def socket(self) -> Path:
        return Path(parse_qs(urlsplit(self.addresses.owner).query)["host"][0]) / closing.SOCKET


@pytest.fixture(scope="module", params=["council", "council-" + "x" * 90], ids=["short", "long"])
def machine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """In a folder whose name leaves room for a socket, and in one too long for that."""
    folder = tmp_path_factory.mktemp("machine") / request.param
    yield Machine(folder)
    engine.stop_embedded(folder)


def is_reached_by_another_user(path: Path) -> bool:
    child = os.fork()
    if not child:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        with socket.socket(socket.AF_UNIX) as there:
            try:
                there.connect(str(path))
            except PermissionError:
                os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root can be somebody else.")
def test_another_user_does_not_reach_it_even_where_the_folder_is_open(machine: Machine) -> None:
    path = machine.socket
    folder, mode = path.parent, path.parent.stat().st_mode & 0o777
    assert not is_reached_by_another_user(path)
    folder.chmod(0o755)
    try:
        assert not is_reached_by_another_user(path)
        path.chmod(0o777)
        assert is_reached_by_another_user(path), "This test would notice nothing."
    finally:
        path.chmod(closing.ITS_USER_ALONE)
        folder.chmod(mode)


def test_what_it_started_with_is_closed_and_so_is_what_it_starts_with_again(machine: Machine) -> None:
    assert machine.socket.stat().st_mode & 0o777 == 0o700
    superuser = urlsplit(machine.addresses.owner)._replace(netloc="postgres@").geturl()
    with psycopg.connect(superuser) as connection:
        written = dict(connection.execute(closing.WRITTEN).fetchall())
    assert written == closing.SETTINGS


def test_a_statement_that_failed_leaves_nothing_of_it_in_the_log(machine: Machine) -> None:
    with psycopg.connect(machine.addresses.owner, autocommit=True) as owner:
        owner.execute("CREATE TABLE names (name text UNIQUE)")
        owner.execute("INSERT INTO names VALUES ('Zebedee Canary')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            owner.execute("INSERT INTO names VALUES ('Zebedee Canary')")
    log = (machine.folder / "postgres" / "log").read_text()
    assert "duplicate key" in log
    assert "Zebedee" not in log
