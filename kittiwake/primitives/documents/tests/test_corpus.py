"""Every fortieth of the hostile files (`python -m benchmarks R9` sends them all to the server): kept as what it is, or one sentence."""

from __future__ import annotations

from itertools import islice

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.tests.corpus import KEPT, REFUSED, Hostile, corpus
from kittiwake.primitives.documents.unsuitable import Unsuitable


@pytest.mark.filterwarnings("ignore")  # the library warns of what it mends; as served, nobody listens
def test_a_hostile_file_is_kept_as_what_it_is_or_refused_in_a_sentence() -> None:
    wrong = [problem for file in islice(corpus(), 0, None, 40) if (problem := problem_with(file))]
    assert wrong == []


def problem_with(file: Hostile) -> str:
    try:
        with looked_at([files.sent(file.name, file.content)]) as (inert,):
            is_same = inert.format.is_picture or inert.sha256 == inert.received_sha256
    except Unsuitable as unsuitable:
        return f"{file}: {unsuitable.sentence}" if file.expected == KEPT else ""
    except Refused as refused:
        return f"{file.kind} {file.name}: {refused}"
    return "" if is_same and file.expected != REFUSED else f"{file.kind} {file.name!r} was kept"
