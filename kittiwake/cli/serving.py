"""Making a council and serving it."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from tempfile import NamedTemporaryFile

import click

from kittiwake import __version__
from kittiwake.cli import beginning, figures, starting, supervising, upgrading, working
from kittiwake.cli.looking import JSON
from kittiwake.cli.starting import refuse, say
from kittiwake.cli.supervising import Kept
from kittiwake.config import engine, postmaster
from kittiwake.primitives.measures.code import kept_in

PORT = click.option("--port", default=8000, show_default=True, help="The port to serve on.")
HOST = click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
# What one page may have to wait for before a second one is served beside it.
WORKERS = "2"


@click.command()
@click.option("--reset", is_flag=True, help="Make the council anew; everything in it is lost.")
@click.option("--no-serve", is_flag=True, help="Make the council and return.")
@click.option("--scale", default=1, show_default=True, help="How many times as large a council.")
@PORT
@HOST
def demo(reset: bool, no_serve: bool, scale: int, port: int, host: str) -> None:
    """Make the made-up council and serve it. Run again it starts in seconds and keeps the data."""
    os.environ["KITTIWAKE_DEMO"] = "yes"
    postmaster.adopt_orphans()
    _make_council(reset=reset, scale=scale)
    if not no_serve:
        _serve(host, port)


def _make_council(*, reset: bool, scale: int) -> None:
    """Each step is whole or not there: stopped at any moment and run again, it goes on."""
    made = starting.home() / "demo"
    if reset:
        made.unlink(missing_ok=True)
    say("Starting the database…")
    starting.start_engine_only()
    if reset or not made.exists():
        starting.empty()
    with ThreadPoolExecutor(1) as beside:
        collected = beside.submit(_collect_static)
        say("Bringing the tables up to date…")
        starting.as_owner("migrate")
        collected.result()
    if not made.exists():
        say("Making the council: no real children, places or people…")
        _in_a_process("kittiwake.demo.backdating", "watch", KITTIWAKE_AS_OWNER="yes")
        _in_a_process("kittiwake.demo", str(scale))
        say("Dating what was recorded as its stories say…")
        _in_a_process("kittiwake.demo.backdating", "date", KITTIWAKE_AS_OWNER="yes")
        made.write_text(f"{__version__}\n")


def _in_a_process(module: str, *arguments: str, **more: str) -> None:
    """A long step in a process of its own, as the application's role unless `more` of the environment says otherwise.
    If it dies, so do we, and nothing is kept."""
    environment = {
        **os.environ,
        **more,
        "KITTIWAKE_TOOLS": "yes",
        "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, *arguments], env=environment, check=False
    )
    if done.returncode:
        refuse("Making the council stopped. Run the same command again: it starts that step afresh.")


def _collect_static() -> None:
    """Hashed names for style sheets and scripts; only when they changed."""
    built = engine.__file__.replace("config/engine.py", "ui/static/ui/built")
    stamp = starting.home() / "static.stamp"
    newest = (
        max((entry.stat().st_mtime for entry in os.scandir(built)), default=0) if os.path.isdir(built) else 0
    )
    mark = f"{__version__} {newest}"
    if stamp.exists() and stamp.read_text() == mark:
        return
    say("Collecting style sheets and scripts…")
    shutil.rmtree(starting.home() / "static", ignore_errors=True)
    starting.as_owner("static")
    stamp.write_text(mark)


@click.command()
@click.option("--council", metavar="NAME", help="The council’s name.")
@click.option("--administrator", metavar="ADDRESS", help="The email address of the first administrator.")
@click.option("--name", default="", help="The first administrator’s name (default: as in the address).")
@JSON
def init(council: str | None, administrator: str | None, name: str, as_json: bool) -> None:
    """Make an empty council, and the link with which its first administrator signs in: good once, for a day.

    Asks for the name and the address where it can. Run again while nobody has signed in, it makes another link.
    """
    if (starting.home() / "demo").exists():
        refuse("This folder holds the made-up council. Set KITTIWAKE_HOME to another folder for a real one.")
    if sys.stdin.isatty() and not as_json:
        council = council or click.prompt("The council’s name", err=True)
        administrator = administrator or click.prompt("The first administrator’s email address", err=True)
    elif as_json and not (council and administrator):
        refuse(
            "Give the council’s name with --council and the first administrator’s address with --administrator."
        )
    starting.as_owner("migrate")
    upgrading.note_version()
    _collect_static()
    say(f"The council is in {starting.home()}.")
    if council and administrator:
        beginning.begin(council, administrator, name, secret=_secret_key, as_json=as_json)
    else:
        say("Nobody can sign in yet: run `kittiwake init --council NAME --administrator ADDRESS`.")


@click.command()
def migrate() -> None:
    """Bring the tables, rights and row-level security up to date. Safe to run again."""
    starting.refuse_without_council()
    starting.as_owner("migrate")


@click.command()
@click.option(
    "--without-worker", is_flag=True, help="Leave the worker to somebody else, who runs `kittiwake worker`."
)
@PORT
@HOST
def serve(without_worker: bool, port: int, host: str) -> None:
    """Serve the council in KITTIWAKE_HOME."""
    starting.refuse_without_council()
    postmaster.adopt_orphans()
    starting.start_engine_only()
    if (starting.home() / "demo").exists():
        os.environ["KITTIWAKE_DEMO"] = "yes"
    else:
        os.environ.setdefault("KITTIWAKE_SECRET_KEY", _secret_key())
        beginning.use_name_of_council()
    _collect_static()
    _serve(host, port, with_worker=not without_worker)


@click.command()
def database() -> None:
    """Keep the embedded database running, where server and worker are started one by one."""
    if os.environ.get("DATABASE_URL"):
        refuse("DATABASE_URL names a server of your own: it is not ours to run.")
    starting.refuse_without_council()
    postmaster.adopt_orphans()
    starting.start_engine_only()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    say("The database runs.")
    try:
        supervising.watch([], engine=_engine_again, say=say)
    except KeyboardInterrupt:
        say("Stopping…")


def _make_measures() -> None:
    """Their SQL, where this code's is not there yet: beside the service, which need not wait for it."""
    if kept_in(starting.home() / "measures").exists():
        return
    environment = {**os.environ, "KITTIWAKE_TOOLS": "yes"}
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli.setting_up", "measures"]
    subprocess.Popen(command, env=environment)


def _secret_key() -> str:
    """Made once and kept in the folder, readable by its owner alone. Of several who make it at once the first one's counts."""
    path = starting.home() / "secret-key"
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent, prefix=".secret-key-") as unfinished:
            unfinished.write(secrets.token_urlsafe(64))
            unfinished.flush()
            with suppress(FileExistsError):
                os.link(unfinished.name, path)
    return path.read_text().strip()


def _serve(host: str, port: int, *, with_worker: bool = True) -> None:
    """Until we are asked to stop: then the web server goes first, so that nothing goes on answering."""
    _refuse_taken(host, port)
    _make_measures()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with supervising.kept_running(_processes(host, port, with_worker)) as kept:
        try:
            _announce(kept[0], host, port)
            supervising.watch(kept, engine=_engine_again, say=say)
        except KeyboardInterrupt:
            say("Stopping…")


def _processes(host: str, port: int, with_worker: bool) -> list[Kept]:
    counting = figures.address() is not None
    if counting:
        figures.prepare()
    return [
        web(host, port),
        *([working.process()] if with_worker else []),
        *([figures.process()] if counting else []),
    ]


def web(host: str, port: int) -> Kept:
    """No more connections are held than the backlog; a head that dawdles is cut off, a body waits at our own door."""
    command = [
        sys.executable, "-W", "ignore", "-m", "granian", "--interface", "asgi", "--no-ws",
        "--host", host, "--port", str(port), "--workers", WORKERS,
        "--respawn-failed-workers", "--respawn-interval", "0.05", "--workers-kill-timeout", "30",
        "--backlog", "1024", "--backpressure", "1024", "--http1-header-read-timeout", "10000",
        "--log-level", "warning", "kittiwake.config.asgi:application",
    ]  # fmt: skip
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings"}
    environment.pop("KITTIWAKE_TOOLS", None)
    return Kept("web server", command, environment, patience=35)


def _engine_again() -> str | None:
    try:
        return "The database had stopped. It runs again." if engine.start_again_if_gone() else None
    except engine.NOT_YET:
        return "The database has stopped and cannot be started; its log says why. Trying again."


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            refuse(f"Port {port} of {host} cannot be used: {problem.strerror}. Choose another with --port.")


def _announce(web: Kept, host: str, port: int) -> None:
    """Once it answers. A web server that never does is not tried for ever."""
    while web.process is not None and web.process.poll() is None:
        try:
            socket.create_connection((host, port), timeout=0.2).close()
        except OSError:
            time.sleep(0.1)
        else:
            click.echo(f"Kittiwake is at http://{host}:{port}/")
            return
    refuse("The web server did not start. The lines above say why.")
