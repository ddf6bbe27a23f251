"""What a form needs before it can be filled in, beyond what the access matrix makes; and answers nobody could guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kittiwake.record.models import Child, Identifier
from tests.driving.page_forms import Typed
from tests.driving.world import World


def nothing(world: World) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class State:
    """`who` fills it in; `given` answers some questions; `make` brings about what it needs, as Kittiwake, and gives
    back what it made by the name the address knows it by."""

    who: str = ""
    given: Callable[[World], Typed] = lambda world: {}
    make: Callable[[World], dict[str, Any]] = nothing
    about: dict[str, str] = field(default_factory=dict)  # {name in the address: key of what was made}


def by_and_at(world: World) -> dict[str, Any]:
    return {"by": world.made.by, "at": world.made.at}


def number(child: Child) -> str:
    return Identifier.objects.get(child=child, kind=Identifier.COUNCIL).value
