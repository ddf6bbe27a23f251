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

SUBJECT = "The log of reading: keep this mail"
WORDS = """On {day} the log of who has read which record had {lines:,} lines. Its mark was

{head}

Please keep this mail. If anybody cuts the log off or writes it anew before that line, this mark shows it:

kittiwake verify --noted {head}
"""


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


def noted_in(path: Path) -> Iterator[Head]:
    """Every head in the file, oldest first. Raises ValueError with a sentence where a line is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        _, _, text = line.strip().partition(" ")
        try:
            yield Head.parse(text)
        except ValueError:
            raise ValueError(f"Line {number} of {path} is no noted head. Was the file changed?") from None
