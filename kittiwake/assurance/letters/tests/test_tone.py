"""How sentences are read, each kind of rule with its example. How often they are right is for benchmarks/letters.py."""

from __future__ import annotations

import pytest

from kittiwake.assurance.letters.reading.tone import tone_of
from kittiwake.assurance.letters.rules import NEUTRAL, SHORTFALL, STRENGTH

READINGS = [
    # plain register is praise
    ("Visits are regular and purposeful.", STRENGTH, ["regular", "purposeful"]),
    ("All children have an allocated worker.", STRENGTH, []),
    # a word of shortfall
    ("Plans are not always updated.", SHORTFALL, ["not"]),
    ("Management oversight is weak.", SHORTFALL, ["weak"]),
    ("Too many children wait too long.", SHORTFALL, ["Too many", "too long"]),
    ("Safeguarding is ineffective.", SHORTFALL, ["ineffective"]),
    # held beside others
    ("Outcomes at key stage 1 are below the national averages.", SHORTFALL, ["below"]),
    ("Attendance is lower than that of similar councils.", SHORTFALL, ["is lower"]),
    # what is still to be done
    ("There is more to do to find local homes.", SHORTFALL, ["more to do"]),
    ("The strategy is yet to have an effect. (Recommendation)", SHORTFALL, ["yet to", "(Recommendation)"]),
    # turn words
    ("Although some plans are weak, most are clear.", STRENGTH, ["Although", "clear"]),
    ("While plans are clear, visits are late.", SHORTFALL, ["While", "late"]),
    ("Plans are clear, but reviews are late.", SHORTFALL, ["but", "late"]),
    ("Plans were weak, but are now clear.", STRENGTH, ["but", "clear"]),
    ("Plans are clear, although this is not always recorded.", SHORTFALL, ["not"]),
    ("When concerns are not met, managers act quickly.", STRENGTH, ["When", "quickly"]),
    # good news with a negative word
    ("Children do not wait for help.", STRENGTH, []),
    ("Decisions are made without delay.", STRENGTH, []),
    ("There is no drift or delay.", STRENGTH, []),
    ("Leaders act to reduce drift and delay.", STRENGTH, []),
    ("Children are not remaining in care longer than necessary.", STRENGTH, []),
    ("Services are no longer inadequate.", STRENGTH, []),
    ("There are no children waiting for adoption.", STRENGTH, []),
    ("Leaders know their strengths and weaknesses.", STRENGTH, ["strengths"]),
    ("Children who cannot live at home are placed with family.", STRENGTH, []),
    ("Concerns are taken seriously.", STRENGTH, []),
    ("Placements seldom break down.", STRENGTH, []),
    # and no good news
    ("Work to reduce delay is weak.", SHORTFALL, ["weak"]),
    ("Inspectors identified weaknesses.", SHORTFALL, ["weaknesses"]),
    ("Carers are no longer able to have support.", SHORTFALL, ["no"]),
    # only told
    ("Inspectors looked at the front door.", NEUTRAL, ["Inspectors looked at"]),
    ("The director took up post in May.", NEUTRAL, ["took up post"]),
    ("They reviewed the following:", NEUTRAL, []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "reading", "words"), READINGS)
def test_a_sentence_and_the_words_that_decide_it(sentence: str, reading: str, words: list[str]) -> None:
    tone = tone_of(sentence)
    assert tone.reading == reading
    assert [sentence[start:end] for start, end in tone.deciding] == words


@pytest.mark.parametrize(
    ("sentence", "before", "reading"),
    [
        ("As a result, children repeat their story.", SHORTFALL, SHORTFALL),
        ("As a result, children repeat their story.", STRENGTH, STRENGTH),
        ("This includes planning for permanence and improving homes.", SHORTFALL, SHORTFALL),
        ("This is leading to clear plans.", SHORTFALL, STRENGTH),
        ("However, this varies.", STRENGTH, SHORTFALL),
        ("However, families came.", SHORTFALL, STRENGTH),
        ("However, families came.", "", SHORTFALL),
    ],
)
def test_what_follows_is_read_with_what_it_follows(sentence: str, before: str, reading: str) -> None:
    assert tone_of(sentence, before).reading == reading
