"""script/set_up/packages.py makes, keeps, adopts and remakes .venv. With real pip, a package of our own, and no network."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SET_UP = Path(__file__).parents[2] / "script" / "set_up"
Wheel = Callable[[str], str]


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wheel:
    """Makes a version of the package "pebble" that pip can find; gives its line in a lock file."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)

    def make(version: str) -> str:
        path, info = shelf / f"pebble-{version}-py3-none-any.whl", f"pebble-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("pebble.py", f"version = '{version}'\n")
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: pebble\nVersion: {version}\n")
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(
                f"{info}/RECORD", f"pebble.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
            )
        return f"pebble=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"

    return make


@pytest.fixture
def setup(tmp_path: Path, wheel: Wheel) -> ModuleType:
    """The program, in a checkout of its own that asks for pebble 1.0."""
    return checkout(tmp_path / "checkout", wheel("1.0"))


def checkout(root: Path, pins: str) -> ModuleType:
    (root / "script").mkdir(parents=True)
    (root / "requirements").mkdir()
    (root / "requirements" / "build.txt").write_text(pins)
    return program(root)


def program(root: Path) -> ModuleType:
    """The packages of this checkout's own copy of the program."""
    there, name = root / "script" / "set_up", f"set_up_of_{root.name}"
    shutil.copytree(SET_UP, there, dirs_exist_ok=True)
    for module in [loaded for loaded in sys.modules if loaded.partition(".")[0] == name]:
        del sys.modules[module]
    spec = importlib.util.spec_from_file_location(
        name, there / "__init__.py", submodule_search_locations=[str(there)]
    )
    sys.modules[name] = importlib.util.module_from_spec(spec)
    return importlib.import_module(f"{name}.packages")


def set_up(setup: ModuleType) -> None:
    with sys.modules[f"{setup.__package__}.running"].alone() as lock:
        setup.set_up_packages(pins_of(setup), lock)


def pins_of(setup: ModuleType) -> Path:
    return setup.ROOT / "requirements" / "build.txt"


def pebble(setup: ModuleType) -> str:
    asked = [str(setup.PYTHON), "-c", "import pebble; print(pebble.version)"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def count_installs(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    seen: list[Path] = []
    install = setup.install
    monkeypatch.setattr(setup, "install", lambda path, lock: seen.append(path) or install(path, lock))
    return seen


def test_it_makes_an_environment_with_what_is_pinned(setup: ModuleType) -> None:
    set_up(setup)
    assert pebble(setup) == "1.0"


def test_a_second_run_asks_pip_for_nothing(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(setup)
    installs = count_installs(setup, monkeypatch)
    set_up(setup)
    assert installs == []


def test_new_pins_are_installed_into_the_same_environment(setup: ModuleType, wheel: Wheel) -> None:
    set_up(setup)
    (setup.VENV / "kept").touch()
    pins_of(setup).write_text(wheel("2.0"))
    set_up(setup)
    assert pebble(setup) == "2.0"
    assert (setup.VENV / "kept").exists()


def test_an_environment_that_was_left_half_made_is_made_again(setup: ModuleType) -> None:
    set_up(setup)
    setup.VENV_MARK.touch()
    (setup.VENV / "left-over").touch()
    set_up(setup)
    assert pebble(setup) == "1.0"
    assert not (setup.VENV / "left-over").exists()
    assert not setup.VENV_MARK.exists()


def test_an_environment_without_a_python_is_made_again(setup: ModuleType) -> None:
    set_up(setup)
    setup.PYTHON.unlink()
    set_up(setup)
    assert pebble(setup) == "1.0"


def test_an_environment_made_by_hand_is_kept_and_added_to(setup: ModuleType) -> None:
    venv.create(setup.VENV, with_pip=False, symlinks=True)
    (setup.VENV / "mine").touch()
    set_up(setup)
    assert pebble(setup) == "1.0"
    assert (setup.VENV / "mine").exists()


def test_an_environment_that_holds_everything_already_is_only_noted(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(setup)
    setup.VENV_NOTE.unlink()
    installs = count_installs(setup, monkeypatch)
    set_up(setup)
    assert installs == []
    assert setup.VENV_NOTE.exists()


def test_a_copied_checkout_gets_an_environment_of_its_own(setup: ModuleType, tmp_path: Path) -> None:
    set_up(setup)
    (setup.VENV / "of-the-first").touch()
    shutil.copytree(setup.ROOT, tmp_path / "copy", symlinks=True)
    copy = program(tmp_path / "copy")
    set_up(copy)
    assert pebble(copy) == "1.0"
    assert not (copy.VENV / "of-the-first").exists()


def test_what_cannot_be_found_is_said_and_leaves_the_environment_usable(setup: ModuleType) -> None:
    set_up(setup)
    pins_of(setup).write_text(f"pebble==9.9 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(setup.Stopped, match="not made for this machine"):
        set_up(setup)
    assert pebble(setup) == "1.0"
    assert not setup.is_broken()


def test_a_package_that_is_not_the_one_we_locked_is_refused(setup: ModuleType, wheel: Wheel) -> None:
    wheel("2.0")
    pins_of(setup).write_text(f"pebble==2.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(setup.Stopped, match="not the one that the lock file names"):
        set_up(setup)


def test_the_callers_settings_for_another_python_do_not_reach_pip(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    set_up(setup)
    assert not (tmp_path / "elsewhere").exists()
    assert pebble(setup) == "1.0"
