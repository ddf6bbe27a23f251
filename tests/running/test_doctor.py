"""What doctor says of files, backups and the service: nothing where all is well, and what to do where it is not."""

from __future__ import annotations

import fcntl
import socket
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils.timezone import now

from kittiwake.cli.backups import keys
from kittiwake.cli.examining import copies, files, installation, machine, service
from kittiwake.config import backups

Check = Callable[[], str | None]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings) -> Path:
    """Of a real council in which all is well."""
    monkeypatch.setenv("KITTIWAKE_HOME", str(tmp_path))
    monkeypatch.delenv("KITTIWAKE_BACKUPS", raising=False)
    settings.DEMO = False
    tmp_path.chmod(0o700)
    for name in (
        "secret-key",
        "reading-heads.txt",
        "backups/kittiwake-2026-11-30T021500Z.age",
        "postgres/PG_VERSION",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    monkeypatch.setenv("DATABASE_URL", f"postgresql://kittiwake_app@/kittiwake?host={tmp_path / 'postgres'}")
    return tmp_path


def said(part: dict[str, Check], name: str) -> str | None:
    return installation.looked_at(part[name])


OPENED = [
    ("secrets are closed to other users", "secret-key", 0o640),
    ("secrets are closed to other users", "reading-heads.txt", 0o604),
    ("secrets are closed to other users", ".", 0o755),
    ("secrets are closed to other users", ".", 0o730),
    ("the embedded database is closed to other users", "postgres", 0o750),
    ("backups are closed to other users", "backups/kittiwake-2026-11-30T021500Z.age", 0o644),
]


@pytest.mark.parametrize(("check", "name", "mode"), OPENED, ids=str)
def test_what_another_user_could_reach_is_named_with_the_command_that_closes_it(
    home: Path, check: str, name: str, mode: int
) -> None:
    assert said(files.CHECKS, check) is None
    (home / name).chmod(mode)
    problem = said(files.CHECKS, check)
    assert problem
    assert "run chmod go-r" in problem
    assert str(home / name) in problem


def test_a_socket_that_anybody_may_use_is_named(home: Path) -> None:
    path = home / "postgres" / ".s.PGSQL.5432"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        path.chmod(0o777)
        assert str(path) in (said(files.CHECKS, "the embedded database is closed to other users") or "")
        path.chmod(0o700)
        assert said(files.CHECKS, "the embedded database is closed to other users") is None


def test_a_private_key_beside_what_it_opens_is_named(home: Path) -> None:
    keys.make_pair(home / "key.txt")
    assert "key.txt opens the backups" in (said(files.CHECKS, "no key that opens backups lies here") or "")
    (home / "key.txt").unlink()
    assert said(files.CHECKS, "no key that opens backups lies here") is None


def noted(home: Path, **ago: timedelta) -> None:
    moments = {f"{name}_at": (now() - time).isoformat() for name, time in ago.items()}
    backups.note({"file": str(home / "backups" / "kittiwake-2026-11-30T021500Z.age"), "bytes": 9, **moments})


def test_it_asks_for_a_backup_until_one_was_made_and_again_when_it_is_late(home: Path) -> None:
    name = "a backup was made in the last day"
    assert "none was ever made" in (said(copies.CHECKS, name) or "")
    noted(home, made=timedelta(hours=25))
    assert said(copies.CHECKS, name) is None
    noted(home, made=timedelta(hours=27))
    assert "the last one is of" in (said(copies.CHECKS, name) or "")
    noted(home, made=timedelta(hours=1))
    (home / "backups" / "kittiwake-2026-11-30T021500Z.age").unlink()
    assert "is not there any more" in (said(copies.CHECKS, name) or "")


def test_it_asks_that_one_is_put_back_once_a_quarter(home: Path) -> None:
    name = "a backup was put back and compared in the last quarter"
    noted(home, made=timedelta(hours=1))
    assert "none was ever put back" in (said(copies.CHECKS, name) or "")
    noted(home, made=timedelta(hours=1), proved=timedelta(days=91))
    assert said(copies.CHECKS, name) is None
    noted(home, made=timedelta(hours=1), proved=timedelta(days=93))
    assert "once a quarter" in (said(copies.CHECKS, name) or "")


def test_it_says_when_there_is_no_room_for_the_next_one(home: Path) -> None:
    name = "there is room for the next backup"
    noted(home, made=timedelta(hours=1))
    assert said(copies.CHECKS, name) is None
    backups.note({"bytes": 10**18})
    assert "has room for less than" in (said(copies.CHECKS, name) or "")


def test_what_a_killed_proving_left_behind_is_named_and_one_at_work_is_not(home: Path) -> None:
    name = "nothing is left of a backup that was proved"
    assert said(copies.CHECKS, name) is None
    (home / "proving-x").mkdir()
    assert "proving-x" in (said(copies.CHECKS, name) or "")
    with (home / backups.LOCK_OF_PROVING).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert said(copies.CHECKS, name) is None


def test_a_worker_that_is_silent_and_jobs_that_failed_are_named(db) -> None:
    beating, failing = "what is done by the clock is being done", "no job has failed"
    beat = (
        "INSERT INTO procrastinate_periodic_defers (task_name, defer_timestamp, periodic_id)"
        " VALUES ('kittiwake.config.schedule.take_up', extract(epoch FROM now() - %s::interval), '')"
    )
    job = (
        "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, priority, attempts)"
        " VALUES ('default', 'kittiwake.somewhere.doing', '{}', 'failed', 0, 1)"
    )
    assert "no worker has run yet" in (said(service.CHECKS, beating) or "")
    assert said(service.CHECKS, failing) is None
    with connection.cursor() as cursor:
        cursor.execute(beat, ["11 minutes"])
        assert "no worker since" in (said(service.CHECKS, beating) or "")
        cursor.execute(beat, ["1 minute"])
        assert said(service.CHECKS, beating) is None
        cursor.execute(job)
    assert "doing (1 times)" in (said(service.CHECKS, failing) or "")


NAMES = [
    ({"HTTPS": True, "ALLOWED_HOSTS": ["*"]}, "KITTIWAKE_HOSTS"),
    ({"HTTPS": True, "CSRF_TRUSTED_ORIGINS": []}, "KITTIWAKE_ORIGINS"),
    ({"HTTPS": False}, "KITTIWAKE_HTTPS"),
    ({"HTTPS": True, "TRUSTED_PROXIES": []}, "KITTIWAKE_TRUSTED_PROXIES"),
]
WELL = {"DEMO": False, "HTTPS": True, "ALLOWED_HOSTS": ["a.gov.uk"], "CSRF_TRUSTED_ORIGINS": ["https://a.gov.uk"],
        "TRUSTED_PROXIES": ["127.0.0.1"]}  # fmt: skip


@pytest.mark.parametrize(("change", "named"), [({}, ""), *NAMES], ids=str)
def test_what_is_wrong_with_names_and_tls_is_said(change: dict, named: str, settings) -> None:
    for name, value in (WELL | change).items():
        setattr(settings, name, value)
    assert named in (said(service.CHECKS, "the service has a name, and TLS") or "")
    assert bool(named) == bool(said(service.CHECKS, "the service has a name, and TLS"))


def test_mail_and_certificates_that_do_not_answer_are_named(settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        port = taken.getsockname()[1]
        settings.DEMO, settings.EMAIL_HOST = False, ""
        assert "KITTIWAKE_EMAIL_HOST is not set" in (said(service.CHECKS, "mail can be sent") or "")
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        assert "does not take our mail" in (said(service.CHECKS, "mail can be sent") or "")
        settings.CSRF_TRUSTED_ORIGINS = [f"https://127.0.0.1:{port}"]
        assert "does not answer from here" in (
            said(service.CHECKS, "certificates are good for two weeks") or ""
        )


def test_a_check_that_cannot_be_made_keeps_no_other_from_being_made() -> None:
    def forbidden() -> str | None:
        raise PermissionError(13, "Permission denied", "/secret")

    assert installation.looked_at(forbidden) == "could not be looked at: /secret Permission denied"


def test_a_clock_that_nothing_sets_right_is_named(db, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_adjtimex", lambda: machine.NOT_SYNCHRONISED)
    assert "NTP" in (said(machine.CHECKS, "the clock of this machine is right") or "")
    monkeypatch.setattr(machine, "_adjtimex", lambda: 0)
    assert said(machine.CHECKS, "the clock of this machine is right") is None
