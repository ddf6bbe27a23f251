"""What a page and a paper of a meeting say, and where they are."""

from __future__ import annotations

import io
from typing import Any

from django.urls import reverse
from pypdf import PdfReader

from kittiwake.practice.meetings.models import Part


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def words_of(response: Any) -> str:
    assert response["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(response.content), strict=True).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in pages).split())


def at(word: str, part: Part, **more: Any) -> str:
    return reverse(f"meetings:{word}", kwargs={"pk": part.pk, **more})


def day(name: str, on: Any) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
