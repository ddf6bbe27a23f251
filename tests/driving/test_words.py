"""What pages show of what was recorded: no code and no short name by itself, such as a legal status or a kind of placement."""

from __future__ import annotations

import re
from html import unescape

from kittiwake.areas.powers import Power
from tests.driving.world import World
from tests.matrix.pages import declared_pages
from tests.test_short_names import FREE, TOKEN, alone

GIVEN = re.compile(
    r"<(?:textarea|select|svg|title|style)\b.*?</(?:textarea|select|svg|title|style)>", re.DOTALL
)
BLOCK = re.compile(r"</?(?:p|li|td|th|dt|dd|h[1-6]|div|label|legend|a|caption)\b[^>]*>")
# A measure has its number beside its title, a grade its code behind its words; a child's number and a car's are no codes.
NUMBERED = re.compile(
    r"\bP[0-9]{2}[a-z]?\b|\([0-9][A-E] [PC]\)$|\bM[0-9]\b|\bAB[0-9]{2} CDE\b|\b(?:XML|CSV)\b"
)


def lines(page: str) -> list[str]:
    words = FREE.sub(" ", BLOCK.sub("\n", GIVEN.sub(" ", page)))
    return [" ".join(unescape(line).split()) for line in words.split("\n")]


def test_no_page_shows_a_code_alone(world: World) -> None:
    shown_alone: dict[str, set[str]] = {}
    for name, page in declared_pages().items():
        if "GET" not in page.methods or page.power is Power.EVERYBODY:
            continue
        client = world.client(world.who_may(page)[0])
        response = client.get(page.address(world.made))
        if response.streaming:
            b"".join(response.streaming_content)  # to its end, where the file it comes from is closed
            continue
        if response.status_code != 200 or "html" not in response.get("Content-Type", ""):
            continue
        said = {line for line in lines(response.content.decode()) if TOKEN.search(line)}
        if codes := {line for line in said if alone(NUMBERED.sub("", line))}:
            shown_alone[name] = codes
    assert shown_alone == {}
