"""The only way posts are written."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events, rules
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Team
from kittiwake.ui.dates import long_date


@whole()
def add_post(
    team: Team,
    *,
    role: str,
    fte: Decimal,
    starts_on: date,
    by: User,
    at: datetime,
    ends_on: date | None = None,
) -> Post:
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    refuse(
        "A post has a share of whole-time hours (FTE) above 0." if fte <= 0 else rules.wrong_fte(fte), "fte"
    )
    refuse(rules.wrong_days(starts_on, ends_on), "ends_on")
    post = Post.objects.create(
        team=team, role=role, fte=fte, starts_on=starts_on, ends_on=ends_on, recorded_at=at
    )
    history.write(events.POST_ADDED, post, by=by, at=at)
    return post


@whole()
def end_post(post: Post, *, ends_on: date, why: str, by: User, at: datetime) -> None:
    """From that day there is no such post. Refuses while somebody fills or covers it on that day or later."""
    must_be_believable(at, ends_on=ends_on)
    now = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if now.ends_on is not None:
        raise Refused(f"This post ends on {long_date(now.ends_on)} already. Open it to see why.")
    refuse(rules.wrong_days(now.starts_on, ends_on), "ends_on")
    later = Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on)
    still = Engagement.objects.filter(later, post=now).select_related("worker").order_by("pk").first()
    if still is not None:
        raise Refused(
            f"{still.worker} still fills this post on {long_date(ends_on)}. Record first when they leave it, or choose a "
            "later day.",
            field="ends_on",
        )
    Post.objects.filter(pk=now.pk).update(ends_on=ends_on)
    changes = {"No longer from": ("", ends_on.isoformat()), "Why": ("", why)}
    history.write(events.POST_ENDED, now, by=by, at=at, changes=changes)


def hold_post(post: Post, starts_on: date, ends_on: date | None) -> None:
    """Keep the post from being ended in this transaction. Refuses days on which there is no such post."""
    now = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if now.starts_on > starts_on:
        raise Refused(f"There is no such post before {long_date(now.starts_on)}.", field="post")
    if now.ends_on is not None and (ends_on is None or ends_on > now.ends_on):
        raise Refused(f"This post ends on {long_date(now.ends_on)}. Choose another.", field="post")
