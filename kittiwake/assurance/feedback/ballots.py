"""The box of a round: answers sealed and mixed in one piece, so that nothing beside it says whose each is.

An answer and the mark that somebody has answered are written in one transaction, which the database numbers. So an answer has no
row of its own: the whole box is opened, the answer put in at a random place, and the box sealed anew. Its last writer is
the last who answered, of the box as of all in it. Earlier copies of the box, in what the database has not yet swept or in a
backup, cannot be read without the secret of this machine, and are longer by the same for every answer, whatever it says.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from cryptography.fernet import InvalidToken

from kittiwake.accounts import sealing

ROOM = 3000  # bytes of one answer: the longest that the form takes, in any script
SHUFFLE = secrets.SystemRandom().shuffle


class NoRoom(Exception):
    """An answer longer than the form takes."""


class Shut(Exception):
    """The box was sealed with a secret that this machine has no more (SECRET_KEY_FALLBACKS)."""


@dataclass(frozen=True)
class Ballot:
    """What somebody said. `answers` by question; `team` is forgotten or made coarser before it is written."""

    team: int | None
    answers: Mapping[str, str]
    words: str = ""


def empty(round_id: int) -> str:
    return _sealed(round_id, [])


def with_another(sealed: str, round_id: int, ballot: Ballot) -> str:
    ballots = opened(sealed, round_id)
    ballots.insert(secrets.randbelow(len(ballots) + 1), ballot)
    return _sealed(round_id, ballots)


def opened(sealed: str, round_id: int) -> list[Ballot]:
    try:
        pieces = b64decode(sealing.unseal(sealed, _purpose(round_id)))
    except InvalidToken:
        raise Shut from None
    return [
        Ballot(**json.loads(pieces[start : start + ROOM].rstrip(b"\0")))
        for start in range(0, len(pieces), ROOM)
    ]


def _sealed(round_id: int, ballots: list[Ballot]) -> str:
    return sealing.seal(b64encode(b"".join(map(_piece, ballots))).decode(), _purpose(round_id))


def _piece(ballot: Ballot) -> bytes:
    """As long as every other."""
    said = json.dumps(asdict(ballot), ensure_ascii=False).encode()
    if len(said) > ROOM:
        raise NoRoom
    return said.ljust(ROOM, b"\0")


def _purpose(round_id: int) -> str:
    """A key of its own, so that the box of one round is no other's."""
    return f"answers of round {round_id}"
