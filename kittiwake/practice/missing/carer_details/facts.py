"""What a carer would tell the police."""

from __future__ import annotations

from typing import TypedDict


class CarerDetailsFacts(TypedDict, total=False):
    description: str
    friends: str
    places: str
    phones: str
    online: str
    money_and_travel: str
    health: str
    worries: str
    held_by: str
