"""Measures of the made-up council's workforce have something to count, and the page of leavers something to say."""

from __future__ import annotations

import pytest
from django.db.models import Count

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.leaving.queries import exit_interviews
from kittiwake.assurance.workforce.leaving.rules import counted
from kittiwake.assurance.workforce.models import Absence, Course
from kittiwake.assurance.workforce.settings import fewest_leavers
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import make_people
from kittiwake.demo.posts import make_staff
from kittiwake.demo.workforce import make_coming_and_going
from kittiwake.insight import counting
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import local_date
from tests.cast import NOW


@pytest.mark.django_db
def test_people_come_and_go_and_learn() -> None:
    with acting_as_system():
        today = local_date(NOW)
        council = make_people(Chance(), today, 1)
        make_staff(council, NOW)
        make_coming_and_going(council, NOW)
        assert Absence.objects.filter(ends_on=None).count() == 1
        reasons = counted(
            [interview.reasons for interview in exit_interviews()], fewest=fewest_leavers(today)
        )
        assert ("caseload", 3) in [tuple(reason) for reason in reasons]
        came = Course.objects.annotate(came=Count("places__came_on")).order_by("held_on")
        assert list(came.values_list("came", flat=True)) == [16, 12, 8, 0]
        rates = {}
        for key in ("P74", "P74b", "P74c", "P74d", "P76d", "P76f"):
            (figure,) = counting.figures(catalogue.measures()[key], today, today)
            rates[key] = figure.value
        assert all(rates.values()), rates
        assert 0.05 < rates["P74c"] < 0.4
        assert rates["P74d"] < 0.1
