"""Posts and vacancies, and agreeing caseloads, on their pages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.caseloads.queries import agreed_on
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.assurance.workforce.posts import recording as posts
from kittiwake.assurance.workforce.posts.showing import table_of_posts
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in

SINCE = date(2026, 1, 5)
DAY = {"starts_on_day": "5", "starts_on_month": "1", "starts_on_year": "2026"}


def test_an_agency_worker_covers_a_vacancy_and_does_not_end_it(cast: Cast) -> None:
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        for name, kind, fte in (("worker", "permanent", "0.6"), ("colleague", "agency", "1")):
            post = posts.add_post(cast.north, role="5", fte=Decimal(1), starts_on=SINCE, **by)
            facts = {"kind": kind, "role": "5", "fte": Decimal(fte), "starts_on": SINCE, "post": post}
            engagements.engage(cast.workers[name], **facts, **by)
        posts.add_post(cast.south, role="5", fte=Decimal("0.5"), starts_on=SINCE, **by)
        _, rows = table_of_posts(NOW.date())
    assert [[row[0]["text"], *row[1:]] for row in rows] == [
        ["North team", "2.0", "1.4", "1.0"],
        ["South team", "0.5", "0.5", "0.0"],
    ]


def send(cast: Cast, name: str, *keys: int, who: str = "director", **typed: str) -> str:
    data = {"once": str(uuid4()), **DAY, **typed}
    return signed_in(cast.user(who)).post(reverse(name, args=keys), data, follow=True).content.decode()


def test_the_director_adds_a_post_and_sees_it_vacant(cast: Cast) -> None:
    html = send(cast, "workforce:add_post", team=str(cast.north.pk), role="5", fte="0.8")
    assert "North team" in html
    assert html.count(">0.8<") == 2


def test_a_manager_engages_somebody_in_a_post(cast: Cast) -> None:
    with acting_as_system() as system:
        post = posts.add_post(cast.north, role="5", fte=Decimal(1), starts_on=SINCE, by=system, at=NOW)
    facts = {"kind": "agency", "post": str(post.pk), "role": "5", "fte": "0.8", "notice_weeks": "2"}
    html = send(cast, "workforce:engage", cast.workers["worker"].pk, who="manager", **facts)
    assert "shorter than 4 weeks" in html
    with acting_as_system():
        assert Engagement.objects.get().post == post


def test_what_is_agreed_holds_from_its_day(cast: Cast) -> None:
    typed = {"usual": "18", "share": "90", "source": "Panel", "weight_child_protection": "1.5"}
    typed["most_managed"] = "7"
    send(cast, "workforce:agree_caseload", **typed)
    with acting_as_system():
        agreed = agreed_on(SINCE)
        assert (agreed.usual, agreed.protected_share, agreed.source) == (18, Decimal("0.9"), "Panel")
        assert agreed.weights == {"child_protection": 1.5}
        assert agreed.most_managed == 7


def test_a_number_that_is_none_is_said_beside_its_question(cast: Cast) -> None:
    html = send(cast, "workforce:agree_caseload", usual="many", share="90", source="Panel")
    assert "Enter a number above 0 and up to 100" in html
    assert 'value="many"' in html


@pytest.fixture
def post(cast: Cast) -> Post:
    with acting_as_system() as system:
        return posts.add_post(cast.north, role="5", fte=Decimal(1), starts_on=SINCE, by=system, at=NOW)


def end(post: Post, on: date) -> None:
    with acting_as_system() as system:
        posts.end_post(post, ends_on=on, why="Savings", by=system, at=NOW)


def engage(cast: Cast, post: Post, **more: object) -> Engagement:
    facts = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": SINCE, **more}
    with acting_as_system() as system:
        return engagements.engage(cast.workers["worker"], post=post, **facts, by=system, at=NOW)


def test_a_post_ends_once_and_not_before_it_began(post: Post) -> None:
    with pytest.raises(Refused, match="cannot be before the start"):
        end(post, SINCE - timedelta(days=1))
    end(post, NOW.date())
    with pytest.raises(Refused, match="ends on 23 November 2026 already"):
        end(post, NOW.date())
    with acting_as_system():
        assert table_of_posts(NOW.date())[1] == []


def test_a_post_that_somebody_fills_is_not_ended(cast: Cast, post: Post) -> None:
    held = engage(cast, post)
    with pytest.raises(Refused, match="Worker still fills this post on 23 November 2026"):
        end(post, NOW.date())
    with acting_as_system() as system:
        engagements.end(held, ends_on=NOW.date(), reason="1", by=system, at=NOW)
    end(post, NOW.date())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"starts_on": SINCE - timedelta(days=1)}, "no such post before 5 January 2026"),
        ({"starts_on": SINCE}, "ends on 23 November 2026. Choose another"),
        ({"starts_on": SINCE, "ends_on": date(2026, 11, 24)}, "ends on 23 November 2026. Choose another"),
    ],
)
def test_nobody_fills_a_post_that_is_not_there(cast: Cast, post: Post, more: dict, said: str) -> None:
    end(post, NOW.date())
    with pytest.raises(Refused, match=said):
        engage(cast, post, **more)
    engage(cast, post, ends_on=NOW.date())


def test_the_posts_of_a_team_say_who_fills_them_and_which_are_vacant(cast: Cast, post: Post) -> None:
    client = signed_in(cast.user("director"))
    address = reverse("workforce:team_posts", args=[cast.north.pk])
    assert "End this post" in client.get(address).content.decode()
    engage(cast, post, kind="agency")
    html = client.get(address).content.decode()
    assert "Worker (agency)" in html
    assert "govuk-tag--red" in html
    assert "End this post" not in html  # somebody fills it, and nobody knows until when
    assert "No posts" in client.get(reverse("workforce:team_posts", args=[cast.south.pk])).content.decode()


def test_the_director_ends_a_post_and_is_refused_in_a_sentence(cast: Cast, post: Post) -> None:
    day = {"ends_on_day": "23", "ends_on_month": "11", "ends_on_year": "2026", "why": "Savings"}
    held = engage(cast, post)
    assert "Worker still fills this post" in send(cast, "workforce:end_post", post.pk, **day)
    with acting_as_system() as system:
        engagements.end(held, ends_on=NOW.date(), reason="1", by=system, at=NOW)
    send(cast, "workforce:end_post", post.pk, **day)
    with acting_as_system():
        assert Post.objects.get().ends_on == date(2026, 11, 23)
