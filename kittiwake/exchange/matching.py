"""Who on the record a row of somebody else's list may be about. Candidates and reasons; a person decides.

Loaded once for an import, and laid by what a row can be compared on, so that a row is held against those whose birth date
and surname may be its own and nobody else. A row settles on a child by itself only by a number that is theirs, or by the same name and
birth date, and only where nothing else it says contradicts; anything less is put to a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Any

from kittiwake.record.matching.comparing import NUMBERS, Known, Verdict, births_that_fit, compare
from kittiwake.record.matching.names import parts
from kittiwake.record.models import Child, Identifier, Name

SETTLED = (Verdict.SAME_IDENTIFIERS, Verdict.SAME_NAME_AND_BIRTH)
ASK = (Verdict.LIKELY, Verdict.POSSIBLE)
LETTERS = 2  # of a surname: it is seldom misheard from the first


@dataclass(frozen=True, slots=True)
class Candidate:
    """A child it may be: on the record (`child_id`), or first met in an earlier row of this file (`line`)."""

    known: Known
    child_id: int | None = None
    line: int | None = None  # as a person sees it
    number: int | None = None  # among the rows of the whole import
    called: str = ""

    @property
    def key(self) -> int | str:
        return self.child_id or f"row {self.number}"

    @property
    def place(self) -> tuple[int, int]:
        """Those on the record first, then as the rows met them."""
        return (self.number or 0, self.child_id or 0)

    @property
    def shown(self) -> str:
        """As Child.name says it, with the council's number for them; nothing for one who is not on the record."""
        if self.child_id is None:
            return ""
        council = self.known.numbers.get("council", "")
        name = " ".join(filter(None, [self.called or self.known.forenames, self.known.surname]))
        name = name or f"Child {council or self.child_id}"
        return f"{name} ({council})" if council else name


@dataclass(frozen=True)
class Match:
    """`settled` on one child, or `unsure` between some (with reasons), or neither: nobody we know."""

    settled: Candidate | None = None
    unsure: tuple[tuple[Candidate, str], ...] = ()


class Births:
    """Those whose surnames begin alike, by birth date: with any other birth date, a like surname is another child."""

    def __init__(self) -> None:
        self.by_date: dict[date | None, list[Candidate]] = defaultdict(list)

    def add(self, candidate: Candidate) -> None:
        self.by_date[candidate.known.born_on].append(candidate)

    def that_fit(self, born_on: date | None) -> list[Candidate]:
        """Whose birth date is that one, or may be with a slip of the pen, or is not known."""
        dates = [None, *births_that_fit(born_on)] if born_on else list(self.by_date)
        fitting = [candidate for day in dates for candidate in self.by_date.get(day, ())]
        return sorted(fitting, key=attrgetter("place"))


@dataclass
class Children:
    by_number: dict[tuple[str, str], Candidate] = field(default_factory=dict)
    by_name: dict[str, Births] = field(default_factory=lambda: defaultdict(Births))
    by_birth: dict[date, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[Any, Candidate] = field(default_factory=dict)

    @classmethod
    def on_the_record(cls) -> Children:
        """Every child the present identity may see, with all their names and numbers.

        Bare values and no models: of 60,000 children, most fit no row of a list.
        """
        children, numbers, names = cls(), _numbers(), _other_names()
        on_record = Child.objects.filter(withdrawn_at=None).values_list(
            "pk", "forenames", "surname", "called", "born_on"
        )
        for pk, forenames, surname, called, born_on in on_record.order_by("pk").iterator(5000):
            known = Known(forenames, surname, born_on, numbers.get(pk, {}), tuple(names.get(pk, ())))
            children.add(Candidate(known, child_id=pk, called=called))
        return children

    def add(self, candidate: Candidate) -> None:
        known = candidate.known
        self.by_key[candidate.key] = candidate
        for kind, number in known.numbers.items():
            self.by_number[kind, number] = candidate
        for _, surname in ((known.forenames, known.surname), *known.also):
            for word in parts(surname):
                self.by_name[word[:LETTERS]].add(candidate)
        if known.born_on:
            self.by_birth[known.born_on].append(candidate)

    def find(self, who: Known) -> Match:
        """By number first; then among those of the same birth date or a like surname."""
        for kind, number in who.numbers.items():
            if same := self.by_number.get((kind, number)):
                why = _contradiction(who, same.known)
                return Match(unsure=((same, why),)) if why else Match(settled=same)
        settled = self._same_name_and_birth(who)
        if len(settled) == 1 and not _another_number(who, settled[0].known):
            return Match(settled=settled[0])
        likely = [(candidate, compare(who, candidate.known)) for candidate in self._near(who)]
        unsure = [
            (c, "; ".join([*said.reasons, *_another_number(who, c.known)]))
            for c, said in likely
            if said.verdict in (*ASK, *SETTLED)
        ]
        return Match(unsure=tuple(unsure))

    def _same_name_and_birth(self, who: Known) -> list[Candidate]:
        """Looked for first: most rows are about a child who is written as they are on the record."""
        alike = self.by_birth.get(who.born_on, ()) if who.born_on else ()
        return [candidate for candidate in alike if compare(who, candidate.known).verdict in SETTLED]

    def learn(self, candidate: Candidate, numbers: Mapping[str, str]) -> None:
        """Numbers a row gave for a child it settled on, who had none of their kind."""
        for kind, number in numbers.items():
            candidate.known.numbers.setdefault(kind, number)
            self.by_number.setdefault((kind, number), candidate)

    def _near(self, who: Known) -> list[Candidate]:
        """All those whom comparing could call anything but different, in the order they were met."""
        near = list(self.by_birth.get(who.born_on, [])) if who.born_on else []
        for word in parts(who.surname):
            if like := self.by_name.get(word[:LETTERS]):
                near += like.that_fit(who.born_on)
        return list({id(candidate): candidate for candidate in near}.values())


def _contradiction(who: Known, known: Known) -> str:
    """Why a number alone does not settle it: the list has the number, and another birth date or another name."""
    said = compare(replace(who, numbers={}), known)
    births_differ = bool(who.born_on and known.born_on and who.born_on != known.born_on)
    both_named = all(side.forenames or side.surname for side in (who, known))
    is_another = both_named and said.verdict is Verdict.DIFFERENT
    return "; ".join(["The same number", *said.reasons]) if births_differ or is_another else ""


def _another_number(who: Known, known: Known) -> list[str]:
    """The same name and birth date under two numbers of one kind may be two children."""
    kinds = [kind for kind, number in who.numbers.items() if known.numbers.get(kind, number) != number]
    return [f"another {NUMBERS[kind]}" for kind in kinds]


def _numbers() -> dict[int, dict[str, str]]:
    numbers: dict[int, dict[str, str]] = defaultdict(dict)
    now = Identifier.objects.filter(ended_on=None).order_by("pk")
    for child_id, kind, value in now.values_list("child_id", "kind", "value").iterator(5000):
        numbers[child_id][kind] = value
    return numbers


def _other_names() -> dict[int, list[tuple[str, str]]]:
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for child_id, *name in Name.objects.order_by("pk").values_list("child_id", "forenames", "surname"):
        names[child_id].append((name[0], name[1]))
    return names
