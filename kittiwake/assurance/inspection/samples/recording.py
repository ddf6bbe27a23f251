"""Drawing children for inspectors to look at. The only thing here that an inspector does, and it is about no child: who drew."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.assurance.audits.programmes import sampling
from kittiwake.assurance.audits.programmes.population import population
from kittiwake.assurance.audits.settings import least_drawn
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.models import CaseSample, SampledChild
from kittiwake.assurance.inspection.samples.facts import SampleFacts
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import local_date


@whole()
def draw(*, by: User, at: datetime, **facts: Unpack[SampleFacts]) -> CaseSample:
    """So many of the children whom whoever draws may see, by team and track as audits draw them (audits.programmes.sampling).

    All who could be drawn are kept with their place in the order of chance, so that it can be drawn again. Refuses an empty
    seed, nobody at all, and criteria that nobody meets.
    """
    today = local_date(at)
    must_be_believable(at, not_since=facts["not_since"])
    if not facts["seed"].strip():
        raise Refused("Enter a seed, so that the sample can be drawn again.", field="seed")
    if facts["size"] < 1:
        raise Refused("Draw at least one child.", field="size")
    everybody = population(Viewer(by), today, not_since=facts["not_since"], tracks=facts["tracks"])
    team = facts["team"]
    wanted = [member for member in everybody if team is None or member.team_id == team.pk]
    people = [member.person for member in wanted]
    drawn = sampling.draw(people, size=facts["size"], seed=facts["seed"], least=least_drawn(today))
    if not drawn.drawn:
        raise Refused("No child you may see meets this. Choose fewer conditions.", field="size")
    sample = CaseSample.objects.create(
        inspection=facts["inspection"], seed=facts["seed"], size=facts["size"], team=team,
        tracks=list(facts["tracks"]), not_since=facts["not_since"], drawn_at=at, drawn_by=by,
    )  # fmt: skip
    places = {key: place for place, key in enumerate(drawn.order, start=1)}
    SampledChild.objects.bulk_create(
        SampledChild(
            sample=sample, child_id=member.person.key, team_id=member.team_id, track=member.person.track,
            place=places[member.person.key], is_drawn=member.person.key in drawn.drawn,
        )
        for member in wanted
        if member.person.key in places
    )  # fmt: skip
    history.write(events.SAMPLE_DRAWN, sample, by=by, at=at)
    return sample
