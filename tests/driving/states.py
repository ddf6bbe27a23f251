"""What a form needs before it can be filled in, beyond what the access matrix makes; and answers nobody could guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.driving.page_forms import Typed
from tests.driving.world import World


@dataclass(frozen=True)
class State:
    """`who` fills it in; `given` answers some questions; `make` brings about what it needs, as Kittiwake."""

    who: str = ""
    given: Callable[[World], Typed] = lambda world: {}
    make: Callable[[World], None] = lambda world: None
    about: dict[str, str] = field(default_factory=dict)  # {name in the address: key of Made}, other than the matrix's


STATES: dict[str, State] = {}
