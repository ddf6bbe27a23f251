"""The pages of assessments, second marks, places and groups: who may open them, and what they say."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.contexts import recording as contexts
from kittiwake.practice.risk.models import Context, PresentingRisk, RiskAssessment
from kittiwake.practice.risk.presenting import recording
from kittiwake.practice.risk.tests.assessed import FULL, MODERATE, assessed, screened, text, typed
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from tests.cast import NOW, Cast, signed_in

PLACE = library.latest("place_context")
TALKED = {
    "describe": "Busy at night",
    "young_people_say": "Lights",
    "act_first": "The owner",
    "weight": "most",
}


def send(client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


def assess_url(cast: Cast, purpose: str = "assessment") -> str:
    return reverse("risk:assess", args=[cast.ash.pk, purpose])


def test_a_worker_assesses_and_settles_the_risks(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    page = text(client, assess_url(cast))
    assert "Harm around them: ten areas of their life" in page
    assert page.count('name="missing"') == 6
    answer = send(client, assess_url(cast), **typed(MODERATE, judged="moderate"))
    made = RiskAssessment.objects.get()
    assert answer["Location"] == reverse("risk:settle", args=[made.pk])
    settle = text(client, answer["Location"])
    assert "Going missing: what do you decide?" in settle
    assert "Seen: missing" in settle  # starts from what was written
    decided = {"missing": "significant", "missing_words": "Seen", "adults": "as_it_is", "peers": "as_it_is"}
    assert send(client, answer["Location"], **decided)["Location"] == made.get_absolute_url()
    assert PresentingRisk.objects.get().level == "significant"
    shown = text(client, made.get_absolute_url())
    assert "What the answers add up to: moderate" in shown
    assert "9 of 88" in shown
    assert "Happening now (3 points)" in shown
    assert "opened as significant" in shown
    assert "Hurt by a stepfather at nine" in shown


def test_a_difference_comes_back_with_both_levels_and_everything_that_was_typed(cast: Cast) -> None:
    answer = send(signed_in(cast.user("worker")), assess_url(cast), **typed(MODERATE, judged="none"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The score gives “Moderate” and you judge it “No current concern”. Say why." in page
    assert "Seen: missing" in page
    assert "Hurt by a stepfather at nine" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"missing": "dreadful"}, "must be one of the choices"),
        ({"missing": "none"}, "does not apply to your answer to “Going missing”"),
        ({"missing_evidence": ""}, "Enter an answer: Going missing: what tells you so?"),
        ({"questionnaire": "exploitation_risk:0"}, "has a new version since you opened this page"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(cast: Cast, change: dict, words: str) -> None:
    answer = send(
        signed_in(cast.user("worker")), assess_url(cast), **{**typed(MODERATE, judged="moderate"), **change}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "A man makes her carry" in page
    assert not RiskAssessment.objects.exists()


def test_an_answer_under_a_choice_that_was_unmade_is_withdrawn(cast: Cast) -> None:
    """Hidden in the page, so neither an error nor an answer; without JavaScript it stands there all the time."""
    client = signed_in(cast.user("worker"))
    send(client, assess_url(cast), **typed({"nrm": "no"}, nrm_told="Her solicitor"))
    assert not RiskAssessment.objects.get().completion.answers.filter(question="nrm_told").exists()


def test_a_draft_is_kept_and_gone_when_it_is_saved(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    draft_url = reverse("drafts:draft", args=[cast.ash.pk, "risk.assessment:0"])
    send(client, draft_url, **typed(MODERATE, later="yes"))
    page = text(client, assess_url(cast))
    assert "This is your draft" in page
    assert "Seen: adults" in page
    send(client, assess_url(cast), **typed(MODERATE, judged="moderate"))
    assert not Draft.objects.exists()


def test_movement_is_drawn_and_said_and_in_a_table(cast: Cast) -> None:
    first = assessed(cast)
    assessed(
        cast, answers=MODERATE, judged="significant", why_different="A threat", at=NOW + timedelta(days=30)
    )
    page = text(signed_in(cast.user("manager")), reverse("risk:assessments", args=[cast.ash.pk]))
    assert "<svg" in page
    assert "style=" not in page.split("<svg")[1].split("</svg>")[0]
    assert "Judged no current concern on 23 November 2026 and significant on 23 December 2026." in page
    assert page.index("Judged higher than the score") < page.index(first.get_absolute_url())


def test_a_manager_sees_that_it_waits_to_be_countersigned(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="emerging", why_different="He is in custody")
    client = signed_in(cast.user("manager"))
    assert "A manager has not countersigned it yet" in text(client, made.get_absolute_url())
    review = made.entry.reviews.get()
    send(client, reverse("oversight:decide", args=[review.pk]), kind="accept", words="I know him too")
    assert "A manager has not countersigned it yet" not in text(client, made.get_absolute_url())


def test_the_next_assessment_carries_what_the_manager_asked_for(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate")
    review, client = made.entry.reviews.get(), signed_in(cast.user("manager"))
    send(client, reverse("oversight:decide", args=[review.pk]), kind="return", words="Ask his sister")
    assert "Ask his sister" in text(signed_in(cast.user("worker")), assess_url(cast))


def test_the_second_marker_sees_nothing_of_the_first_mark_until_theirs_is_made(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate", analysis="Only I know this")
    risk = recording.open_risk(
        cast.ash, domain="adults", level="significant", why="A flat", by=cast.system, at=NOW
    )
    marker, manager = signed_in(cast.user("colleague")), signed_in(cast.user("manager"))
    ask = reverse("risk:ask_second_mark", args=[made.pk])
    send(manager, ask, marker=cast.workers["colleague"].pk)
    kept_from = [
        made.get_absolute_url(),
        risk.get_absolute_url(),
        reverse("risk:risks", args=[cast.ash.pk]),
        reverse("risk:assessments", args=[cast.ash.pk]),
        reverse("risk:settle", args=[made.pk]),
        assess_url(cast),
    ]
    for url in kept_from:
        page = text(marker, url)
        assert "You were asked for a second mark" in page, url
        assert "Only I know this" not in page, url
    child_page = text(marker, reverse("desk:child", args=[cast.ash.pk]))
    assert "Up to significant" not in child_page
    assert "Opened as significant" not in child_page
    mark = reverse("risk:mark", args=[made.pk])
    page = text(marker, mark)
    assert "Seen: missing" not in page
    assert "Only I know this" not in page
    answers = typed(MODERATE, judged="significant", why="Worse than it looks")
    assert send(marker, mark, **answers)["Location"] == made.get_absolute_url()
    assert "judged significant, score 9 of 88" in text(marker, made.get_absolute_url())
    assert marker.get(mark).status_code == 404


def test_nobody_marks_blind_what_they_have_opened(cast: Cast) -> None:
    made = assessed(cast, at=NOW)
    text(signed_in(cast.user("colleague")), made.get_absolute_url())
    answer = send(
        signed_in(cast.user("manager")),
        reverse("risk:ask_second_mark", args=[made.pk]),
        marker=cast.workers["colleague"].pk,
    )
    assert answer.status_code == 422
    assert "so their mark would not be blind" in answer.content.decode()


@pytest.mark.parametrize("who", ["outsider", "partner", "young_person", "stranger"])
def test_an_outsider_is_refused_everywhere(cast: Cast, who: str) -> None:
    made = assessed(cast)
    assessing.ask_second_mark(made, marker=cast.workers["colleague"], by=cast.user("manager"), at=NOW)
    client = signed_in(cast.user(who))
    urls = [
        made.get_absolute_url(),
        assess_url(cast),
        reverse("risk:assessments", args=[cast.ash.pk]),
        *(reverse(f"risk:{name}", args=[made.pk]) for name in ("settle", "ask_second_mark", "mark")),
        reverse("risk:strike_out_assessment", args=[made.pk]),
    ]
    assert {client.get(url).status_code for url in urls} <= {403, 404}


def test_agreement_by_team(cast: Cast) -> None:
    assessed(cast, answers=MODERATE, judged="moderate")
    assessed(cast, cast.briar, judged="emerging", why_different="A feeling")
    assessed(cast, cast.rowan, name="outsider")
    made = RiskAssessment.objects.get(child=cast.ash)
    second = assessing.ask_second_mark(
        made, marker=cast.workers["colleague"], by=cast.user("manager"), at=NOW
    )
    answers = quiet(FULL, **MODERATE)
    assessing.mark(second, answers=answers, judged="moderate", why="Same", by=cast.user("colleague"), at=NOW)
    rows = text(signed_in(cast.user("principal")), reverse("risk:agreement"))
    assert [word for word in ("67%", "100%", "North team", "South team") if word not in rows] == []
    theirs = text(signed_in(cast.user("outsider")), reverse("risk:agreement"))
    assert "North team" not in theirs


def test_a_place_is_assessed_and_no_child_stands_on_it(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    answer = send(client, reverse("risk:open_context"), kind="place", name="The old bus stands")
    place = Context.objects.get()
    assert answer["Location"] == reverse("risk:assess_context", args=[place.pk])
    stamp = {"questionnaire": f"{PLACE.key}:{PLACE.version}"}
    full = quiet(PLACE, violence="severe", **TALKED)
    answer = send(client, answer["Location"], **stamp, **full, judged="targeted")
    assert "you judge otherwise. Say why." in answer.content.decode()
    url = reverse("risk:assess_context", args=[place.pk])
    send(client, url, **stamp, **full, judged="significant")
    page = text(signed_in(cast.user("outsider")), reverse("risk:context", args=[place.pk]))
    assert "Violence, threats or weapons: Serious harm in the last 6 months" in page
    assert "Significant" in text(client, reverse("risk:contexts"))
    assert signed_in(cast.user("partner")).get(reverse("risk:contexts")).status_code == 403


def test_the_same_place_is_opened_once(cast: Cast) -> None:
    contexts.open_context(kind="place", name="The pier", by=cast.user("worker"), at=NOW)
    answer = send(signed_in(cast.user("worker")), reverse("risk:open_context"), kind="place", name="The pier")
    assert "There is already one of this name" in answer.content.decode()


def test_a_screening_is_short_and_leads_on(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    assert "Ten questions anybody who knows the child can answer" in text(
        client, assess_url(cast, "screening")
    )
    assert client.get(assess_url(cast, "guess")).status_code == 404
    made = screened(cast, judged="assess", told="yes")
    assert "Assess in full" in text(client, made.get_absolute_url())


def test_one_struck_out_leaves_the_list(cast: Cast) -> None:
    made = assessed(cast)
    client = signed_in(cast.user("manager"))
    send(client, reverse("risk:strike_out_assessment", args=[made.pk]), reason="The wrong child")
    assert "Not assessed yet" in text(client, reverse("risk:assessments", args=[cast.ash.pk]))
    assert "struck out" in text(client, made.get_absolute_url()).lower()
