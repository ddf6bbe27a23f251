"""What docs/running says is there: each command, option, variable, unit and link in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import click
import pytest
import yaml

from conftest import ROOT
from kittiwake.cli.main import main

RUNNING = ROOT / "docs" / "running"
TEXTS = sorted([*RUNNING.rglob("*.md"), ROOT / "README.md", ROOT / "docs" / "json.md"])
UNITS = sorted([*RUNNING.glob("systemd/*.service"), *RUNNING.glob("systemd/*.timer")])
COMMAND = re.compile(r"(?<![\w./-])(?:\S*script/)?kittiwake ([a-z][a-z-]*)((?: [^`\n;#,)]*)?)")
VARIABLE = re.compile(r"\b(?:KITTIWAKE|DATABASE)_[A-Z_]*[A-Z]\b")
# A link of the made-up council, of tests, or of the service to itself; each is said in the code.
NOT_FOR_COUNCILS = {
    "KITTIWAKE_DEMO", "KITTIWAKE_DEBUG", "KITTIWAKE_TOOLS", "KITTIWAKE_AS_OWNER", "KITTIWAKE_TEST_DATA", "KITTIWAKE_AREAS",
    "KITTIWAKE_TESTS_FROM", "KITTIWAKE_STATIC",
}  # fmt: skip


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Name and options of each that is written to be typed."""
    for name, rest in COMMAND.findall(text):
        if name in main.commands or rest.strip():
            yield name, re.findall(r"(?<!\S)--[a-z-]+", rest)


@pytest.mark.parametrize("path", [*TEXTS, *UNITS], ids=lambda path: path.name)
def test_each_command_and_option_exists(path: Path) -> None:
    code = "\n".join(re.findall(r"`[^`]*`|^ {4}.*$|^ExecStart=.*$", path.read_text(), re.MULTILINE))
    for name, options in commands(code):
        assert name in main.commands, name
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert {*options} <= {*known, "--help"}, (name, options)


def test_commands_are_found_in_what_is_read() -> None:
    names = {name for path in [*TEXTS, *UNITS] for name, _ in commands(path.read_text())}
    assert {
        "init",
        "backup",
        "restore",
        "prove-backup",
        "upgrade",
        "rollback",
        "doctor",
        "database",
        "worker",
    } <= names
    assert list(commands("`kittiwake backup --to nowhere`")) == [("backup", ["--to"])]


def test_each_variable_that_is_named_is_read_and_each_that_is_read_is_named() -> None:
    sources = [path for path in (ROOT / "kittiwake").rglob("*.py") if "tests" not in path.parts]
    read = {name for path in sources for name in VARIABLE.findall(path.read_text())} - NOT_FOR_COUNCILS
    said = {
        name
        for path in [*TEXTS, *RUNNING.rglob("*")]
        if path.is_file()
        for name in VARIABLE.findall(path.read_text())
    }
    assert said <= read | NOT_FOR_COUNCILS
    assert read - said <= NOT_YET_SAID, "Say in docs/running/README.md what this is for."
    assert not NOT_YET_SAID & said


# Set for one council's needs; said where they are read.
NOT_YET_SAID: set[str] = set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_each_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text()):
        assert target.startswith("http") or (path.parent / target).exists(), target


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_each_unit_can_be_read_and_gives_away_nothing(path: Path) -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read_string(path.read_text())
    if path.suffix == ".timer":
        assert (path.with_suffix(".service")).exists()
        return
    service = unit["Service"]
    assert service["User"] == "kittiwake"
    assert (service["UMask"], service["NoNewPrivileges"], service["ProtectSystem"]) == (
        "0077",
        "yes",
        "strict",
    )
    # One place for the lock and the socket of the embedded database, whichever unit comes first.
    assert service["Environment"] == "XDG_RUNTIME_DIR=/run/kittiwake"
    assert service["RuntimeDirectoryPreserve"] == "yes"
    assert not re.search(r"(PASSWORD|SECRET|TOKEN|DATABASE_URL)=", path.read_text())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine.")
def test_systemd_takes_each_unit() -> None:
    done = subprocess.run(["systemd-analyze", "verify", *UNITS], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "kittiwake" in line]
    assert not [line for line in ours if "is not executable: No such file" not in line]


def test_compose_and_container_name_what_is_there() -> None:
    compose = yaml.safe_load((RUNNING / "container" / "compose.yaml").read_text())
    ours = {name: service for name, service in compose["services"].items() if service["image"] == "kittiwake"}
    assert ours.keys() == {"server", "worker", "backup"}
    for service in ours.values():
        name, *rest = service["command"]
        main.commands[name].make_context(name, rest, resilient_parsing=True)
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert "environment-owner" not in service["env_file"] or service is ours["backup"]
    assert ours["server"]["ports"] == ["127.0.0.1:8000:8000"]
    lines = (RUNNING / "container" / "Containerfile").read_text().splitlines()
    (entry,) = (
        json.loads(line.removeprefix("ENTRYPOINT ")) for line in lines if line.startswith("ENTRYPOINT")
    )
    assert (ROOT / Path(entry[0]).relative_to("/opt/kittiwake")).exists()
    assert lines.index("USER kittiwake") < next(
        number for number, line in enumerate(lines) if line.startswith("CMD")
    )
    assert (RUNNING / "container" / "roles.sql").exists()


def test_proxies_keep_health_inside_and_throw_away_what_a_visitor_claims() -> None:
    for name, forwarded in (
        ("Caddyfile", "X-Forwarded-For {remote_host}"),
        ("nginx.conf", "X-Forwarded-For $remote_addr;"),
    ):
        text = (RUNNING / "proxies" / name).read_text()
        assert text.count("{") == text.count("}")
        assert forwarded in text
        assert "/health/" in text
        assert "404" in text


def test_each_figure_that_is_named_is_one() -> None:
    code = "".join((ROOT / "kittiwake" / part / "figures.py").read_text() for part in ("cli", "config"))
    for name in set(re.findall(r"`(kittiwake_[a-z_]+)", (RUNNING / "watching.md").read_text())):
        stem = re.sub(r"_total$|_(made|proved)_seconds$", "", name)
        assert stem in code, name


def test_the_tool_shows_all_its_commands() -> None:
    assert main.list_commands(click.Context(main)) == sorted(main.commands)
