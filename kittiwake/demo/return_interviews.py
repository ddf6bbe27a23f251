"""What followed each return: offers, interviews, what was learned, risks and plans; stronger in some teams than others."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.demo.follow_up import follow
from kittiwake.demo.people import TEAMS, Council
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.rules import SAFETY
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.risk.rules import DOMAINS
from kittiwake.primitives.claims import recording as claims
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date

WORDS = [
    "I just wanted to be somewhere nobody was shouting.",
    "They said I owed them for the taxi so I had to stay.",
    "I was with my mates. I was not missing, I knew where I was.",
    "Nobody asked me before. I would have said.",
    "I like it there because they cook proper food.",
    "I do not want my foster carer told what I said about the car.",
]
# Invented: no such place, car or number.
LEARNED = [
    ("place", "The chicken shop by the old bus stands", "goes_to", ""),
    ("vehicle", "A grey hatchback with a dent", "driven_in", ""),
    ("person", "An older lad they call Spanner", "seen_with", ""),
    ("phone", "The number that rings after school", "rung_by", "07700 900482"),
]
PLANNED = [
    "Ring {name} at 6pm on Fridays and agree where they will be",
    "Meet {name} after school each Wednesday",
    "Agree a code word that means: fetch me, no questions",
]
DEFAULT = (0.65, 0.5)
LONG_AGO = timedelta(days=30)


def make_interviews(council: Council, team: str, episodes: list[Episode], at: datetime) -> None:
    for episode in episodes:
        if episode.returned_at and (episode.returned_time_known or at - episode.returned_at > LONG_AGO):
            _listen(council, episode, team, at)


def _listen(council: Council, episode: Episode, team: str, at: datetime) -> None:
    in_time, changes_plan = strength = TEAMS.get(team, DEFAULT)
    chance, returned = council.chance, episode.returned_at
    assert returned is not None
    forgotten = not (episode.returned_time_known and chance.often(0.93))
    if forgotten and at - returned < LONG_AGO:
        return
    if forgotten:  # found by a manager, weeks later
        first_asked = returned + timedelta(days=chance.random.randint(9, 25))
        for asked in (first_asked, first_asked + timedelta(hours=18)):
            _offer(council, episode, asked, "declined")
        return
    offered = returned + timedelta(hours=chance.random.uniform(1, 22 if chance.often(in_time) else 60))
    if offered > at:
        return
    accepted = chance.often(0.78)
    _offer(council, episode, offered, "accepted" if accepted else "declined")
    if not accepted:
        again = offered + timedelta(hours=18)
        if again < at:
            _offer(council, episode, again, "declined")
        return
    held = offered + timedelta(hours=chance.random.uniform(2, 40 if chance.often(in_time) else 160))
    if held < at:
        interview = _hold(council, episode, held)
        changed = held + timedelta(days=2 if chance.often(changes_plan) else chance.random.randint(15, 45))
        if changed < at:
            _answer(council, episode.child, interview, changed, at)
        follow(council, interview, team, strength, at)


def _offer(council: Council, episode: Episode, offered: datetime, answer: str) -> None:
    offers.offer(
        episode.child,
        episodes=[episode],
        offered=Moment(offered),
        offered_by=council.chance.one(council.workers["Return interviews"]).name,
        how=council.chance.one(["in_person", "phone", "message"]),
        answer=answer,
        why="" if answer == "accepted" else "They said they were tired of talking",
        by=council.system,
        at=offered,
    )


def _hold(council: Council, episode: Episode, held: datetime) -> ReturnInterview:
    chance = council.chance
    interviewer = chance.one(council.workers["Return interviews"])
    interview = interviews.hold(
        episode.child,
        episodes=[episode],
        held=Moment(held),
        interviewer_name=interviewer.name,
        interviewer=interviewer,
        independent=True,
        place=chance.one(["home", "school", "community", "community"]),
        alone=chance.often(0.85),
        hear_back=chance.one(["in_person", "message", "online"]),
        own_words=chance.one(WORDS),
        push=chance.random.sample(["conflict", "placement", "isolation", "bullying"], 1),
        pull=chance.random.sample(["friends", "money", "partner", "home_area"], 1),
        where="A friend’s flat and the town",
        analysis="They were away longer than last time and had money they could not explain.",
        safety_tips="Whom to ring, and the code word",
        by=council.user_of(interviewer),
        at=held,
    )
    if chance.often(0.25):
        kind, said, link, number = chance.one(LEARNED)
        claims.make(interview.entry, episode.child, kind=kind, wording=said, link=link, number=number,
                    by=council.user_of(interviewer), at=held)  # fmt: skip
    return interview


def _answer(
    council: Council, child: Child, interview: ReturnInterview, moment: datetime, at: datetime
) -> None:
    """A risk where there was none, and a plan because of what they said."""
    moment, by, chance = min(moment, at), council.system, council.chance
    standing = list(PresentingRisk.objects.standing().filter(entry__child=child))
    if len(standing) < 2 and chance.often(0.6):
        domain = chance.one([key for key, _ in DOMAINS if key not in {risk.domain for risk in standing}])
        why = "What they said in the return interview"
        level = chance.one(["emerging", "moderate", "significant"])
        standing.append(
            risks.open_risk(
                child, domain=domain, level=level, why=why, because_of=interview.entry, by=by, at=moment
            )
        )
    plan = writing.write_plan(
        child,
        worry="Away overnight with people we do not know",
        agreed_on=local_date(moment),
        because_of=interview.entry,
        warning_signs="New clothes; a second phone",
        contingency="If nobody answers by 9pm, ring the duty team",
        following=_latest(child),
        by=by,
        at=moment,
    )
    worker = chance.one(council.workers["Return interviews"])
    doing.add_action(
        plan,
        what=chance.one(PLANNED).format(name=child.first_name),
        who=worker.name,
        who_is="worker",
        owner=worker,
        when="Every week",
        evenings_weekends=True,
        risks=standing if chance.often(0.8) else standing[:1],
        by=by,
        at=moment,
    )


def _latest(child: Child) -> int:
    newest = Plan.objects.standing().filter(child=child, kind=SAFETY).order_by("-number").first()
    return newest.number if newest else 0
