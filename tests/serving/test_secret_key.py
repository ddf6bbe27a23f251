"""The key that sessions are signed with: made once, whole, and by whoever comes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kittiwake.cli import serving, starting


def test_many_who_make_it_at_once_have_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        home = tmp_path / str(number)
        home.mkdir()
        monkeypatch.setattr(starting, "home", lambda home=home: home)
        with ThreadPoolExecutor(16) as many:
            (key,) = {*many.map(lambda _: serving._secret_key(), range(64))}
        assert len(key) > 60
        (file,) = home.iterdir()
        assert file.stat().st_mode & 0o077 == 0
