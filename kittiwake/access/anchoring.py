"""The head of the log of reading leaves the machine: to a file elsewhere, and to the data-protection officer's post.

A chain without a key cannot show by itself that whoever owns the database cut its end off, or wrote everything after some
line anew. A head that was noted where they cannot reach shows it: `verify` reads the file by itself, and takes what a mail
or a paper says as well. What was read since the last note is as safe as the next note makes it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection

from kittiwake.access.identity import acting_as_system
from kittiwake.access.verification import START, Head
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.config import engine
from kittiwake.ui.dates import long_moment
from kittiwake.ui.paper import Facts, Note, Paper, Paragraph

SUBJECT = "The log of reading: keep this mail"
WORDS = """On {day} the log of who has read which record had {lines:,} lines. Its mark was

{head}

Please keep this mail. If anybody cuts the log off or writes it anew before that line, this mark shows it:

kittiwake verify --noted {head}
"""
ON_PAPER = (
    "Sign this page, file it where nobody who looks after the machine can reach it, and keep it as long as the log.",
    (
        "If anybody cuts the log off or writes it anew before that line, this mark shows it. Whoever looks after the "
        "machine types, with or without the hyphens, in capitals or not:"
    ),
)


def head_now() -> Head:
    with acting_as_system(), connection.cursor() as cursor:
        cursor.execute("SELECT lines, hash FROM access_head()")
        row = cursor.fetchone()
    return Head(row[0], bytes(row[1])) if row else START


def note(at: datetime) -> Head:
    """Add the head to the file elsewhere. Written through to the disk, or it raises: a note that is lost is none."""
    head, path = head_now(), Path(settings.READING_HEADS)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, f"{at.isoformat(timespec='seconds')} {head}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return head


def post(at: datetime) -> int:
    """To every data-protection officer; how many."""
    head, officers = head_now(), User.objects.filter(role=Role.DATA_PROTECTION, is_active=True)
    words = WORDS.format(day=at.strftime("%d %B %Y"), lines=head.lines, head=head)
    addresses = [officer.email for officer in officers if officer.may_sign_in(at)]
    for address in addresses:
        send_mail(SUBJECT, words, None, [address])
    return len(addresses)


def on_paper(at: datetime) -> tuple[Head, Paper]:
    """One page to sign and file: the mark, short enough to be typed in again."""
    head = head_now()
    keep, why = ON_PAPER
    facts = [("Lines", f"{head.lines:,}"), ("Mark", head.typed)]
    blocks = [Facts(facts), Paragraph(keep), Paragraph(why), Note(f"kittiwake verify --noted {head.typed}")]
    signed = [Facts([(who, "\n_______________________________") for who in ("Name", "Signed", "On")])]
    return head, Paper(title=f"The log of reading on {long_moment(at)}", blocks=[*blocks, *signed])


def stay_here() -> str | None:
    """Why the marks are of no use against whoever owns this machine; None where they leave it."""
    if settings.EMAIL_HOST and User.objects.filter(role=Role.DATA_PROTECTION, is_active=True).exists():
        return None
    path = Path(settings.READING_HEADS)
    kept = next(folder for folder in path.absolute().parents if folder.exists())
    if kept.stat().st_dev != engine.home().stat().st_dev:
        return None
    return (
        f"they are kept beside the log, in {path}, where whoever can change the log can change them: name a place on another "
        "machine in KITTIWAKE_READING_HEADS, set up mail to a data-protection officer, or print and file them (kittiwake digest)"
    )


def noted_in(path: Path) -> Iterator[Head]:
    """Every head in the file, oldest first. Raises ValueError with a sentence where a line is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        _, _, text = line.strip().partition(" ")
        try:
            yield Head.parse(text)
        except ValueError:
            raise ValueError(f"Line {number} of {path} is no noted head. Was the file changed?") from None
