"""Makes the matrix in a database of its own: who opens each page, and where it is. Run as a program."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import django

from kittiwake.areas.powers import Power

if TYPE_CHECKING:
    from tests.matrix.world import World

NOBODY = "nobody"
# Asked for, and no page comes of it, or only in the midst of signing in. Each says why.
NO_PAGE = {
    "accounts:qr_code": "a picture, while a second factor is being set up",
    "exchange:progress": "a part of a page",
    "desk:print_chronology": "a PDF",
    **dict.fromkeys(
        ["documents:download", "documents:picture", "documents:thumbnail", "exports:download"], "a file"
    ),
    **dict.fromkeys(["exchange:lists_file", "insight:rows_file", "letters:letter_file"], "a file"),
    **dict.fromkeys(["meetings:print_pack", "meetings:print_record", "performance:paper"], "a PDF"),
    **dict.fromkeys(["plans:print_plan", "plans:print_plan_for_child"], "a PDF"),
}


OUTSIDE = ("partner", "young_person")  # what they see of a child is laid out for them


def cases() -> list[str]:
    """The pages by name, as somebody inside; and those about a child once more for each outside who may open them."""
    from kittiwake.access.powers import role_may
    from tests.cast import PEOPLE
    from tests.matrix.pages import declared_pages

    pages = [
        page
        for name, page in declared_pages().items()
        if "GET" in page.methods and page.power is not Power.EVERYBODY and name not in NO_PAGE
    ]
    inside = [page.name for page in pages if page.power != Power.READ_OWN]
    outside = [
        f"{page.name} {who}"
        for page in pages
        for who in OUTSIDE
        if (page.about or page.power == Power.READ_OWN)
        and page.power is not Power.EVERYBODY
        and role_may(PEOPLE[who][0], page.power)
    ]
    return sorted(inside + outside)


def main() -> None:
    django.setup()
    from kittiwake.access.identity import acting_as_system
    from tests.matrix.world import make_world

    with acting_as_system():
        world = make_world()
        readers = {case: reader(world, *case.partition(" ")[::2]) for case in cases()}
    cookies = {who: {key: cookie.value for key, cookie in jar.items()} for who, jar in world.cookies.items()}
    sys.stdout.write(json.dumps({"pages": readers, "cookies": {NOBODY: {}, **cookies}}))


def reader(world: World, name: str, outside: str) -> tuple[str, str] | None:
    """The first person who may open it, and where; None where nobody may, or nothing was made."""
    from tests.matrix.law import Answer
    from tests.matrix.pages import declared_pages

    page = declared_pages()[name]
    if page.power is Power.EVERYBODY:
        return opener(world, page.address())
    for who in [outside] if outside else ["manager", *world.people]:
        for relation in ("themselves" if who == "young_person" else "let in", *world.made):
            made = world.made[relation]
            if world.law.answer(page, world.people[who], made) is Answer.OPEN:
                return who, page.address(made)
    return None


def opener(world: World, path: str) -> tuple[str, str] | None:
    """Of a page that guards itself: whoever it does not send elsewhere."""
    for who in (NOBODY, "manager"):
        if world.client(who).get(path, headers={"host": "localhost"}).status_code == 200:
            return who, path
    return None


if __name__ == "__main__":
    main()
