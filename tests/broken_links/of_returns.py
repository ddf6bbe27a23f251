"""A child is missing, comes back, is listened to, and is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.escalation.recording import acknowledge
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.tests import making as planning
from kittiwake.practice.replies.tests import making as replying
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.not_held.recording import record_not_held
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.practice.return_interviews.rules import NOT_WANTED
from kittiwake.practice.return_interviews.tests.made import a_return, an_interview
from kittiwake.primitives.measures.links import Broken
from kittiwake.time.moments import Moment
from tests.broken_links.planting import DAY, LATER, Planted, by
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)
SOON = NOW + 30 * HOUR


def _gone(cast: Cast) -> Episode:
    since = Moment(NOW - 20 * HOUR)
    return missing.report_missing(cast.ash, reported=since, source="carer", **by(cast, NOW))


def _episode(broken: Broken) -> Episode:
    return Episode.objects.get(pk=broken.entry_id)


def _notice(cast: Cast, broken: Broken) -> None:
    notice = {"level": "24h", "words": "We are looking"}
    acknowledge(_episode(broken), **notice, **by(cast, NOW + 8 * HOUR, "manager"))


def _tell_everybody(cast: Cast, broken: Broken) -> None:
    for recipient in ("police", "parents", "worker"):
        facts = {"told_at": NOW + 7 * HOUR, "who": "They themselves"}
        notify(_episode(broken), recipient=recipient, **facts, **by(cast, NOW + 8 * HOUR))


def _return(cast: Cast, broken: Broken) -> None:
    missing.record_return(_episode(broken), returned=Moment(NOW + 7 * HOUR), **by(cast, NOW + 8 * HOUR))


def _strike_out_episode(cast: Cast, broken: Broken) -> None:
    missing.strike_out(_episode(broken), reason="The wrong child", **by(cast))


def _offer(cast: Cast, broken: Broken) -> None:
    facts = {"offered_by": "Interviewer", "how": "phone", "answer": "accepted"}
    offers.offer(cast.ash, episodes=[_episode(broken)], offered=Moment(LATER - HOUR), **facts, **by(cast))


def _hold(cast: Cast, broken: Broken, at: Any = LATER) -> None:
    said = {"own_words": "I was cold", "interviewer": cast.workers["interviewer"]}
    held = Moment(at - HOUR)
    interviews.hold(cast.ash, episodes=[_episode(broken)], held=held, **said, **by(cast, at, "interviewer"))


def _hold_soon(cast: Cast, broken: Broken) -> None:
    _hold(cast, broken, SOON)


def _not_held(cast: Cast, broken: Broken) -> None:
    words = {"reason": "left_area", "words": "Gone to an aunt"}
    record_not_held(_episode(broken), **words, **by(cast))


def _listened_to(cast: Cast) -> ReturnInterview:
    return an_interview(cast, a_return(cast))


def _interview(broken: Broken) -> ReturnInterview:
    return ReturnInterview.objects.get(pk=broken.entry_id)


def _plan(cast: Cast, broken: Broken) -> Plan:
    return planning.plan(cast, because_of=_interview(broken).entry)


def _keep_plan(cast: Cast, broken: Broken) -> None:
    plan = planning.plan(cast)
    plans.keep_plan(plan, because_of=_interview(broken).entry, why="It has it already", **by(cast))


def _plan_then_a_second_version(cast: Cast, broken: Broken) -> None:
    _plan(cast, broken)
    _rewrite(cast, broken, own_words="I was cold, and he hit me")


def _rewrite(cast: Cast, broken: Broken, **more: Any) -> None:
    before = _interview(broken)
    said = {"own_words": before.own_words, **more}
    interviews.rewrite(before, **said, **by(cast, LATER, "interviewer"))


def _strike_out_interview(cast: Cast, broken: Broken) -> None:
    interviews.strike_out(_interview(broken).entry, reason="The wrong child", **by(cast))


def _share(cast: Cast, broken: Broken) -> None:
    interviews.share(_interview(broken), shared_at=LATER, shared_with="Their worker", **by(cast))


def _tell(cast: Cast, broken: Broken) -> None:
    made = replying.reply(cast, interview=_interview(broken))
    replying.told(cast, made)


def _not_wanted(cast: Cast, broken: Broken) -> None:
    _rewrite(cast, broken, hear_back=NOT_WANTED)


PLANTED = [
    Planted(
        "missing.unacknowledged",
        _gone,
        {"taken notice of": _notice, "back": _return, "struck out": _strike_out_episode},
        NOW + 8 * HOUR,
    ),
    Planted(
        "missing.not_told",
        _gone,
        {"told": _tell_everybody, "back": _return, "struck out": _strike_out_episode},
        NOW + 8 * HOUR,
        who="worker",
    ),
    Planted(
        "missing.not_offered",
        a_return,
        {"offered": _offer, "held": _hold, "will not be held": _not_held, "struck out": _strike_out_episode},
    ),
    Planted(
        "missing.interview_overdue",
        a_return,
        {"held": _hold, "will not be held": _not_held, "struck out": _strike_out_episode},
        who="interviewer",
    ),
    Planted("missing.interview_due_soon", a_return, {"held": _hold_soon}, SOON, who="interviewer"),
    Planted(
        "return_interviews.not_shared",
        _listened_to,
        {"passed on": _share, "struck out": _strike_out_interview},
        who="worker",
    ),
    Planted(
        "return_interviews.no_plan_change",
        _listened_to,
        {
            "a plan": _plan,
            "a plan that stays as it is": _keep_plan,
            "a plan, and more was written of the interview since": _plan_then_a_second_version,
            "struck out": _strike_out_interview,
        },
        who="worker",
    ),
    Planted(
        "replies.not_told",
        _listened_to,
        {"told": _tell, "they do not want to hear": _not_wanted, "struck out": _strike_out_interview},
        LATER + DAY,
        who="worker",
    ),
]
