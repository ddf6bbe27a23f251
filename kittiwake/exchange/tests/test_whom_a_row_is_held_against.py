"""A row is held against few children, and finds the same ones as if it were held against all."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kittiwake.exchange.matching import LETTERS, SETTLED, Candidate, Children
from kittiwake.record.matching import Known, Verdict, compare, parts

FORENAMES = st.sampled_from(["Mia", "Mya", "Amelia", "Jack", "John", ""])
SURNAMES = st.sampled_from(["Marsh", "Marshe", "Marlow-Reed", "Reed", "Reid", "O’Marsh", ""])
BIRTHS = st.sampled_from(
    [date(2010, 3, 4), date(2010, 4, 3), date(2010, 3, 14), date(2011, 3, 4), date(2012, 12, 12), None]
)
KNOWN = st.builds(
    Known, FORENAMES, SURNAMES, BIRTHS, also=st.lists(st.tuples(FORENAMES, SURNAMES), max_size=2).map(tuple)
)


def test_those_are_found_who_would_be_if_all_were_compared() -> None:
    @given(st.lists(KNOWN, max_size=30), KNOWN)
    def check(record: list[Known], who: Known) -> None:
        children = Children()
        for number, known in enumerate(record, start=1):
            children.add(Candidate(known, child_id=number))
        near = [one for one in children._near(who) if _fits(who, one.known)]
        assert near == _in_order(who, [one for one in children.by_key.values() if _fits(who, one.known)])
        same = [one for one in children.by_key.values() if compare(who, one.known).verdict in SETTLED]
        assert children.find(who).settled == (same[0] if len(same) == 1 else None)

    check()


def _fits(who: Known, known: Known) -> bool:
    """As `find` asks: of the same birth date, or a surname that begins alike; and not called different."""
    is_like = {word[:LETTERS] for word in parts(who.surname)} & {
        word[:LETTERS] for _, surname in known.names() for word in surname
    }
    same_birth = who.born_on is not None and who.born_on == known.born_on
    return bool(is_like or same_birth) and compare(who, known).verdict is not Verdict.DIFFERENT


def _in_order(who: Known, fitting: list[Candidate]) -> list[Candidate]:
    """Those of the same birth date first, then surname by surname, each as they came on the record."""
    near = [one for one in fitting if who.born_on and one.known.born_on == who.born_on]
    for word in parts(who.surname):
        near += [
            one
            for one in fitting
            if any(word[:LETTERS] == other[:LETTERS] for _, last in one.known.names() for other in last)
        ]
    return list({one.child_id: one for one in near}.values())
