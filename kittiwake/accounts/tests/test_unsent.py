"""What was kept of a form opens with the key that sealed it. Whose it is, and for how long, is in the tests of access."""

from __future__ import annotations

import json

from kittiwake.accounts import sealing
from kittiwake.accounts.models import Unsent
from kittiwake.accounts.unsent.recording import opened

TYPED = {"words": ["She said so"]}


def kept() -> Unsent:
    return Unsent(sealed=sealing.seal(json.dumps(TYPED), sealing.FORMS))


def test_it_opens_while_the_key_is_held_and_is_nothing_after(settings) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "first" * 12, []
    unsent = kept()
    assert opened(unsent) == TYPED
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "second" * 12, ["first" * 12]
    assert opened(unsent) == TYPED
    settings.SECRET_KEY_FALLBACKS = []
    assert opened(unsent) == {}


def test_it_opens_with_no_key_of_another_purpose() -> None:
    assert opened(Unsent(sealed=sealing.seal(json.dumps(TYPED), sealing.SECOND_FACTORS))) == {}
