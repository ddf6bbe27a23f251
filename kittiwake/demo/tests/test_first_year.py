"""The planted story of a first year stands where the pages say it does."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.broken_links import over_cap
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import make_people
from kittiwake.demo.posts import make_staff
from kittiwake.demo.stories import first_year
from kittiwake.time.moments import local_date
from tests.cast import NOW


@pytest.mark.django_db
def test_one_newly_qualified_worker_is_over_and_each_team_has_a_vacancy() -> None:
    with acting_as_system():
        council = make_people(Chance(), local_date(NOW), 1)
        make_staff(council, NOW)
        worker = first_year.make(council, NOW)
        held = caseload_of(worker, local_date(NOW))
        assert held.over()
        assert held.weighted - held.cap <= 2
        assert Post.objects.filter(engagements=None).count() == 4
        assert Engagement.objects.filter(kind="agency").count() == 3
        assert len(list(over_cap(lambda model: model._default_manager.all(), NOW))) == 1
