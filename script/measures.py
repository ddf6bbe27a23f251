"""Every measure on one paper, made from what the areas declare. Run to write it; a test fails when it is not up to date."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT / "docs" / "measures.md"


def text() -> str:
    from kittiwake.insight.documentation.writing import document

    return document()


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kittiwake.config.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    PAPER.write_text(text())


if __name__ == "__main__":
    main()
