"""The steps of an action: each said in words, and dated by the first."""

from __future__ import annotations

import pytest

from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.audits.tests.test_loop import again
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast


def test_it_may_be_talked_over_again_and_was_first_when_it_was(cast: Cast) -> None:
    action = made.raised(cast)
    facts = {"with_whom": cast.workers["worker"], "by": cast.user("manager")}
    doing.discuss(action, held_on=local_date(NOW), words="They see it too", at=NOW, **facts)
    doing.discuss(again(action), held_on=local_date(NOW), words="And again", at=made.LATER, **facts)
    assert again(action).discussed_at == NOW


def test_a_step_is_said_in_words(cast: Cast) -> None:
    action = made.raised(cast)
    with pytest.raises(Refused, match="Say it in words"):
        doing.take_step(action, "done", " ", cast.user("worker"), NOW)
    assert not action.steps.exists()
