"""Two letters beside each other, theme by theme: what was said last time, and what is said now. Reads only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.assurance.letters.showing import ShownStatement, visit_in_words
from kittiwake.assurance.letters.themes import THEMES
from kittiwake.ui.components import Cell, TextLink, columns
from kittiwake.ui.dates import counted

NONE = "none"  # in an address: statements with no theme
_AROUND = re.compile(r"\b(?:council|borough|metropolitan|city|county|local authority|london|of|the|royal)\b")


@dataclass
class BesidePage:
    """`letter` is the one that is read; `other` the one it is held beside."""

    letter: Letter
    other: Letter
    asked: str = ""
    columns = columns("Theme", "Shortfalls then#", "Shortfalls now#", "Strengths then#", "Strengths now#")

    @cached_property
    def statements(self) -> list[Statement]:
        both = Statement.objects.filter(letter__in=[self.letter, self.other])
        return list(both.select_related("confirmed_by").order_by("letter", "ordinal"))

    @cached_property
    def counts(self) -> Counter[tuple[int, str, str]]:
        return Counter((each.letter_id, each.theme, each.reading) for each in self.statements)

    @cached_property
    def themes(self) -> list[tuple[str, str]]:
        """Those either letter says something of."""
        said = {theme for _, theme, _ in self.counts}
        return [(key, title) for key, title in [*THEMES, ("", "No theme of these")] if key in said]

    @property
    def rows(self) -> list[list[Cell]]:
        return [self._row(key, title) for key, title in self.themes]

    def _row(self, theme: str, title: str) -> list[Cell]:
        then, now = self.other.pk, self.letter.pk
        counts = [
            str(self.counts[letter, theme, reading])
            for reading in (rules.SHORTFALL, rules.STRENGTH)
            for letter in (then, now)
        ]
        return [TextLink(title, self.address_of(theme)), *counts]

    def address_of(self, theme: str) -> str:
        page = reverse("letters:letters_beside", args=[self.letter.pk, self.other.pk])
        return f"{page}?theme={theme or NONE}#both"

    @cached_property
    def theme(self) -> tuple[str, str]:
        """The one asked for; else the one that most shortfalls are about now."""
        asked = "" if self.asked == NONE else self.asked
        chosen = [pair for pair in self.themes if self.asked and pair[0] == asked]
        most = sorted(self.themes, key=lambda pair: -self.counts[self.letter.pk, pair[0], rules.SHORTFALL])
        return next(iter([*chosen, *most]), ("", ""))

    @property
    def sides(self) -> list[tuple[str, Letter, str, list[ShownStatement]]]:
        return [self._side("Then", self.other), self._side("Now", self.letter)]

    def _side(self, when: str, letter: Letter) -> tuple[str, Letter, str, list[ShownStatement]]:
        """Shortfalls first: they are what is asked about."""
        theirs = [
            each for each in self.statements if (each.letter_id, each.theme) == (letter.pk, self.theme[0])
        ]
        theirs.sort(key=lambda each: [rules.SHORTFALL, rules.STRENGTH, rules.NEUTRAL].index(each.reading))
        unsure = sum(not each.is_confirmed for each in theirs)
        note = f"{counted(unsure, 'statement')} not confirmed yet" if unsure else ""
        return f"{when}: {visit_in_words(letter)}", letter, note, [ShownStatement(each) for each in theirs]


def others_of(letter: Letter) -> list[Letter]:
    """The letters it can be held beside, the last one about the same council first, then the newest."""
    standing = Letter.objects.standing().exclude(pk=letter.pk).defer("text")
    others = list(standing.order_by(F("visited_to").desc(nulls_last=True), "-pk"))
    return sorted(others, key=lambda other: not _is_before(other, letter))


def last_time(letter: Letter, others: Sequence[Letter]) -> Letter | None:
    """Of `others`, the last about the same council before this one."""
    return next((other for other in others if _is_before(other, letter)), None)


def _is_before(other: Letter, letter: Letter) -> bool:
    is_earlier = bool(other.visited_to and letter.visited_to and other.visited_to < letter.visited_to)
    return is_earlier and council_words(other.council) == council_words(letter.council)


def council_words(name: str) -> str:
    """ "Saltmere" and "Saltmere Borough Council" are the same council."""
    return " ".join(_AROUND.sub(" ", name.casefold()).split())
