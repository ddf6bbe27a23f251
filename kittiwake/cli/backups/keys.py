"""The keys of backups, in the age format: the public one seals and is here; the private one opens and is elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from pyrage import IdentityError, RecipientError, x25519

from kittiwake.cli.starting import refuse
from kittiwake.config import backups


def make_pair(private: Path) -> str:
    """Write the private key to a file that only its owner reads, and add the public one to those that seal."""
    if private.exists():
        refuse(f"{private} is already there. Name a file that does not exist yet.")
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    words = f"# Kittiwake: opens the backups sealed to {public}\n# Keep it away from the machine that makes them.\n"
    descriptor = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{words}{identity}\n")
        file.flush()
        os.fsync(descriptor)
    with backups.keys_file().open("a") as file:
        file.write(f"{public}\n")
    return public


def public_keys() -> list[x25519.Recipient]:
    """Those that each backup is sealed to; any one of their private keys opens it."""
    path = backups.keys_file()
    lines = _lines(path) if path.exists() else []
    if not lines:
        refuse(
            "There is no key to seal a backup to. Run `kittiwake backup-key FILE`, with FILE on a stick or another machine: "
            "whoever has that file can open the backups, and nobody else."
        )
    try:
        return [x25519.Recipient.from_str(line) for line in lines]
    except RecipientError:
        refuse(f"{path} holds a line that is no public key. A public key begins with age1.")


def private_keys(path: Path) -> list[x25519.Identity]:
    try:
        identities = [x25519.Identity.from_str(line) for line in _lines(path)]
    except (IdentityError, UnicodeDecodeError):
        identities = []
    return identities or refuse(
        f"{path} is no private key. A private key is a line that begins with AGE-SECRET-KEY-1."
    )


def _lines(path: Path) -> list[str]:
    """age's own way to write a file of keys: a line each, and remarks."""
    lines = (line.strip() for line in path.read_text().splitlines())
    return [line for line in lines if line and not line.startswith("#")]
