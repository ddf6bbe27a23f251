"""Our rendering against GOV.UK Frontend's own examples: the macros, the package and our environment together."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.utils.safestring import mark_safe

from kittiwake.ui import govuk
from kittiwake.ui.tests.reading import normalised

COMPONENTS = (
    Path(__file__).parents[3]
    / "frontend"
    / "node_modules"
    / "govuk-frontend"
    / "dist"
    / "govuk"
    / "components"
)
# A service that is not GOV.UK's never draws these.
NOT_OURS = {"header", "cookie-banner", "exit-this-page"}


@cache
def fixtures() -> list[tuple[str, str, dict[str, Any], str]]:
    pairs = []
    for path in sorted(COMPONENTS.glob("*/fixtures.json")):
        component = json.loads(path.read_text())
        if component["component"] not in NOT_OURS:
            pairs += [
                (component["component"], example["name"], example["options"], example["html"])
                for example in component["fixtures"]
            ]
    return pairs


def with_markup(value: Any, key: str = "", parent: str = "") -> Any:
    if isinstance(value, str):
        return mark_safe(value) if govuk.is_markup(value, key, parent) else value
    if isinstance(value, dict):
        return {name: with_markup(item, name, key) for name, item in value.items()}
    return [with_markup(item, key, parent) for item in value] if isinstance(value, list) else value


def test_it_draws_every_example_as_govuk_frontend_does():
    if not fixtures() and not os.environ.get("CI"):
        pytest.skip("GOV.UK Frontend is not installed: run script/setup.")
    assert len(fixtures()) > 500, "GOV.UK Frontend's examples are not in frontend/node_modules."
    different = [
        f"{component}: {name}"
        for component, name, options, expected in fixtures()
        if normalised(govuk.render_mapping(component, with_markup(options))) != normalised(expected)
    ]
    assert different == []
