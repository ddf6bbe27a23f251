"""What is kept with Ash: a recent photograph for the police, a drawing of theirs, a letter from the school. All made here."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from kittiwake.demo.people import Council
from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.paper.blocks import Paper, Paragraph
from kittiwake.ui.paper.printing import pdf

SKY, SEA, SAND, WOOD, COAT, SKIN, DARK = (
    "#cfe3ef",
    "#5a8ca8",
    "#e5d3a8",
    "#8a6b4f",
    "#c0392b",
    "#e8c39e",
    "#333333",
)
WROTE = (
    "Ash has been on our roll since September and has missed eleven days this half term, nine of them Mondays.",
    "When Ash is here, Ash draws, and is good company. Two friends ask after Ash each time.",
    "We would like Ash back at the lunchtime art club, and can send the work home that Ash has missed.",
)


def make(council: Council, ash: Child, at: datetime) -> None:
    today = local_date(at)
    _of_child(
        council,
        ash,
        at,
        "Ash at Gull House.jpg",
        _photograph(),
        kind="photograph",
        from_on=today - timedelta(days=40),
        given_by="Gull House",
    )
    _of_child(
        council,
        ash,
        at,
        "The pier.png",
        _drawing(),
        kind="drawing",
        from_on=today - timedelta(days=35),
        given_by="Ash",
    )
    _with_the_details(council, ash, at, today - timedelta(days=12))


def _of_child(
    council: Council,
    ash: Child,
    at: datetime,
    name: str,
    content: bytes,
    *,
    kind: str,
    from_on: date,
    given_by: str,
) -> None:
    added_at = at - timedelta(days=30)
    with looked_at([SimpleUploadedFile(name, content)]) as files:
        recording.keep_of_child(
            ash,
            files,
            kind=kind,
            title="",
            from_on=from_on,
            given_by=given_by,
            by=council.system,
            at=added_at,
        )


def _with_the_details(council: Council, ash: Child, at: datetime, from_on: date) -> None:
    """The letter is about the days Ash was not there: it belongs to the last time Ash was missing."""
    episode = Entry.objects.filter(child=ash, kind="missing.episode").latest("happened_at")
    with looked_at([SimpleUploadedFile("From the school.pdf", _letter(from_on, at))]) as files:
        recording.keep(
            episode,
            files,
            kind="letter",
            title="",
            from_on=from_on,
            given_by="Far Cove School",
            by=council.system,
            at=at,
        )


def _photograph() -> bytes:
    """Drawn: tall, a red coat, glasses."""
    picture = Image.new("RGB", (900, 1200), SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 900, 900, 1200), fill=SAND)
    draw.rounded_rectangle((280, 620, 620, 1200), 120, fill=COAT)
    draw.ellipse((300, 260, 600, 640), fill=SKIN)
    draw.pieslice((285, 220, 615, 560), 180, 360, fill=DARK)
    for left in (335, 465):
        draw.ellipse((left, 420, left + 100, 500), outline=DARK, width=10)
    draw.line((435, 455, 465, 455), fill=DARK, width=10)
    draw.arc((390, 500, 510, 590), 20, 160, fill=DARK, width=8)
    return _bytes(picture, "JPEG")


def _drawing() -> bytes:
    picture = Image.new("RGB", (1000, 700), SKY)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 60, 900, 200), fill="#f4c542")
    draw.rectangle((0, 450, 1000, 700), fill=SEA)
    draw.rectangle((0, 390, 760, 420), fill=WOOD)
    for post in range(40, 760, 90):
        draw.rectangle((post, 420, post + 18, 600), fill=WOOD)
    for left in (300, 380, 460):
        draw.arc((left, 220, left + 60, 260), 180, 360, fill=DARK, width=5)
        draw.arc((left + 60, 220, left + 120, 260), 180, 360, fill=DARK, width=5)
    return _bytes(picture, "PNG")


def _bytes(picture: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def _letter(on: date, at: datetime) -> bytes:
    return pdf(Paper("Ash at Far Cove School", [Paragraph(text) for text in WROTE]), at=at)
