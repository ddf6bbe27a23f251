"""What the made-up council's people say: enough of some to be read, too few of others, and a round that is open."""

from __future__ import annotations

from kittiwake.assurance.feedback import questions
from kittiwake.assurance.feedback.models import Answer, Box, Done, Remark, Round
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import make_people
from kittiwake.demo.what_people_say import make_what_people_say
from kittiwake.time.moments import local_date
from tests.cast import NOW


def test_some_rounds_are_read_and_some_are_not(db: None) -> None:
    make_what_people_say(make_people(Chance(), local_date(NOW), 1), NOW)
    over = {round_.questionnaire: round_ for round_ in Round.objects.over()}
    assert {name for name, round_ in over.items() if round_.is_kept} == {
        questions.WORKERS,
        questions.CHILDREN,
    }
    assert over.keys() == {audience for audience, _ in questions.AUDIENCES}
    assert Box.objects.get().round.questionnaire == questions.WORKERS
    assert set(Answer.objects.filter(round=over[questions.WORKERS]).values_list("kind", flat=True)) >= {
        "",
        "social_work",
    }
    assert Remark.objects.exists()
    assert Done.objects.exists()
