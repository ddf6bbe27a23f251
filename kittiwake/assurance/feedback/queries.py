"""Rounds as one person may see them, and what was answered, counted. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db.models import Count, Q

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.feedback.models import Answer, Asked, Round, RoundQuerySet, Slip
from kittiwake.assurance.feedback.rules import Group
from kittiwake.assurance.feedback.slips.codes import digest_of
from kittiwake.insight.rules import Figure
from kittiwake.time.moments import local_date

Figures = dict[str, dict[Group, Figure]]  # by question and group


def seen(viewer: Viewer) -> RoundQuerySet:
    """All rounds for whoever asks them; those that are over for whoever sees figures; for others those they were asked in."""
    if viewer.may(Power.ASK_PEOPLE):
        return Round.objects.all()
    mine = Q(pk__in=Asked.objects.filter(user=viewer.user).values("round"))
    over = Q(closed_at__isnull=False, is_called_off=False)
    return Round.objects.filter(mine | over if viewer.may(Power.SEE_FIGURES) else mine)


def to_answer(viewer: Viewer, at: datetime) -> RoundQuerySet:
    mine = Asked.objects.filter(user=viewer.user, has_answered=False)
    return (
        Round.objects.running(local_date(at)).filter(pk__in=mine.values("round")).order_by("closes_on", "pk")
    )


def waits(viewer: Viewer, at: datetime) -> int:
    return to_answer(viewer, at).count()


def slip_of(code: str, day: date) -> Slip | None:
    """Of a round that is open, whether or not it has been used."""
    running = Round.objects.running(day)
    return Slip.objects.filter(digest=digest_of(code), round__in=running).select_related("round").first()


def figures_of(rounds: Collection[int]) -> Mapping[int, Figures]:
    """By round: of each question how many of a group said yes, of those who answered it."""
    counted = Answer.objects.filter(round__in=rounds).values_list("round", "question", "team", "kind")
    figures: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
    for round_, question, team, kind, good, of in counted.annotate(
        good=Count("pk", filter=Q(is_good=True)), of=Count("pk")
    ).order_by("round", "question", "kind", "team"):
        group = Group(team, kind)
        figures[round_][question][group] = Figure(f"{kind}:{team}", good, of, good / of)
    return figures


def whole_of(groups: Mapping[Group, Figure]) -> Figure:
    good = sum(figure.numerator or 0 for figure in groups.values())
    of = sum(figure.denominator or 0 for figure in groups.values())
    return Figure(None, good, of, good / of if of else None)


def last_over(questionnaire: str) -> Round | None:
    """The newest that enough people answered."""
    kept = Round.objects.over().filter(questionnaire=questionnaire, is_kept=True)
    return kept.order_by("-closes_on", "-pk").first()
