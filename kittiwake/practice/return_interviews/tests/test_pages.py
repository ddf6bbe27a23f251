from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.access.identity import acting_as
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording, rules
from kittiwake.practice.return_interviews.forms import InterviewForm
from kittiwake.practice.return_interviews.models import NotHeld, Offer, ReturnInterview
from kittiwake.practice.return_interviews.tests.made import (
    BACK,
    HOUR,
    a_return,
    an_interview,
    an_offer,
    moment,
    once,
)
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.claims import recording as claims
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.oversight import recording as oversight
from tests.cast import NOW, Cast, signed_in

A_CAR = {"kind": "vehicle", "wording": "A grey car", "number": "AB12 CDE", "link": "driven_in"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def back(cast: Cast) -> Episode:
    return a_return(cast)


@pytest.fixture
def interviewer_in(cast: Cast) -> Client:
    return signed_in(cast.user("interviewer"))


def offer_url(cast: Cast) -> str:
    return reverse("return_interviews:make_offer", args=[cast.ash.pk])


def hold_url(cast: Cast) -> str:
    return reverse("return_interviews:hold", args=[cast.ash.pk])


def interview_answers(back: Episode, **more: object) -> dict:
    return once(
        own_words="He had a blue car.",
        episodes=[back.pk],
        interviewer_name="Interviewer",
        independent="yes",
        **moment("held", BACK + 20 * HOUR),
        **more,
    )


def test_an_offer_is_recorded_from_its_form(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    answers = {"episodes": [back.pk], "offered_by": "Interviewer", "how": "phone", "answer": "accepted"}
    response = interviewer_in.post(offer_url(cast), once(**answers, **moment("offered", BACK + 3 * HOUR)))
    made = Offer.objects.get()
    assert response.url == made.get_absolute_url()
    page = interviewer_in.get(response.url)
    assert page.status_code == 200
    assert "Write the interview" in page.content.decode()


def test_the_offer_form_says_what_is_missing(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    response = interviewer_in.post(offer_url(cast), once(**moment("offered", BACK - HOUR)))
    assert response.status_code == 422
    assert "Select which time missing this is about" in response.content.decode()
    assert not Offer.objects.exists()


def test_the_childs_words_come_first_on_the_form(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    page = interviewer_in.get(hold_url(cast)).content.decode()
    form = page[page.index('name="whose"') :]
    asked = re.findall(r'name="([a-z_]+)"', form)
    assert asked[1] == "own_words"
    assert set(InterviewForm.base_fields) <= {name.removesuffix("_day") for name in asked}
    assert form.index('name="analysis"') < form.index("puts themselves at risk")


def test_an_interview_needs_little_more_than_the_childs_words(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    response = interviewer_in.post(hold_url(cast), interview_answers(back))
    held = ReturnInterview.objects.get()
    assert response.url == reverse("return_interviews:learned", args=[held.pk])
    assert held.interviewer == cast.workers["interviewer"]
    assert held.may_share is None


def test_an_interview_answers_several_returns(cast: Cast, interviewer_in: Client) -> None:
    before, back = a_return(cast, back=BACK - 60 * HOUR), a_return(cast)
    interviewer_in.post(hold_url(cast), interview_answers(back) | {"episodes": [before.pk, back.pk]})
    assert set(ReturnInterview.objects.get().episodes.all()) == {before, back}


def test_a_draft_comes_back_as_it_was_typed(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    half = {"own_words": ["I went\nto Dev"], "held_day": ["2"], "push": ["conflict"], "independent": ["no"]}
    drafts.keep(cast.user("interviewer"), cast.ash, recording.INTERVIEW, half, at=NOW)
    page = interviewer_in.get(hold_url(cast)).content.decode()
    assert "This is your draft" in page
    assert "I went&#10;to Dev" in page
    assert 'value="conflict" checked' in page
    assert "There is a problem" not in page


def test_the_form_saves_itself_and_can_be_finished_later_without_scripts(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    page = interviewer_in.get(hold_url(cast)).content.decode()
    keeps = reverse("drafts:draft", args=[cast.ash.pk, recording.INTERVIEW])
    assert f'data-draft-status hx-post="{keeps}"' in page
    assert f'name="later" value="yes" formaction="{keeps}"' in page
    interviewer_in.post(keeps, {"own_words": "I went", "later": "yes"})
    assert "I went" in interviewer_in.get(hold_url(cast)).content.decode()


def test_submitting_forgets_the_draft_and_a_refusal_keeps_it(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    user = cast.user("interviewer")
    drafts.keep(user, cast.ash, recording.INTERVIEW, {"own_words": ["I went"]}, at=NOW)
    refused = interview_answers(back) | {"interviewer_name": ""}
    assert interviewer_in.post(hold_url(cast), refused).status_code == 422
    with acting_as(user):
        assert drafts.latest(user, cast.ash, recording.INTERVIEW)
    interviewer_in.post(hold_url(cast), interview_answers(back))
    with acting_as(user):
        assert not drafts.latest(user, cast.ash, recording.INTERVIEW)


def test_what_was_learned_is_added_one_at_a_time(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    held = an_interview(cast, back)
    url = reverse("return_interviews:learned", args=[held.pk])
    row = {"kind": "vehicle", "wording": "Dev's blue Astra", "number": "ab12 c??", "link": "driven_in"}
    grades = {"source_grade": "2", "information_grade": "A", "handling": "P"}
    assert interviewer_in.post(url, once(**row, **grades)).url == url
    assert Claim.objects.get().match_key == "AB12C??"
    assert "Dev&#x27;s blue Astra" in interviewer_in.get(url).content.decode()


def test_another_child_at_risk_becomes_somebodys_action(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    held = an_interview(cast, back, other_children="A boy called Jay")
    url = reverse("return_interviews:another_child", args=[held.pk])
    assert "A boy called Jay" in interviewer_in.get(url).content.decode()
    due = {"due_on_day": "24", "due_on_month": "11", "due_on_year": "2026"}
    interviewer_in.post(url, once(what="Find out who Jay is", team=cast.south.pk, **due))
    assert Action.objects.get().team == cast.south


def test_the_action_may_be_about_a_child_the_interview_named(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    held = an_interview(cast, back)
    for other in (cast.briar, cast.rowan):
        facts = {"kind": "child", "wording": other.forenames, "link": "at_risk", "named_child": other}
        claims.make(held.entry, cast.ash, **facts, by=cast.user("worker"), at=NOW)
    worker_in = signed_in(cast.user("worker"))
    url = reverse("return_interviews:another_child", args=[held.pk])
    page = worker_in.get(url).content.decode()
    assert "Briar Beech" in page
    assert "Rowan Reed" not in page
    answers = {"what": "Ring her mother", "team": cast.north.pk, "about_child": cast.briar.pk}
    due = {"due_on_day": "24", "due_on_month": "11", "due_on_year": "2026"}
    worker_in.post(url, once(**answers, **due))
    assert Action.objects.get().about_child == cast.briar


def test_a_manager_sends_it_back_and_a_second_version_follows(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    held = an_interview(cast, back)
    manager_in = signed_in(cast.user("manager"))
    assert "Read and decide" in manager_in.get(held.get_absolute_url()).content.decode()
    scores = dict.fromkeys(rules.RUBRIC, "2")
    check = reverse("return_interviews:check", args=[held.pk])
    manager_in.post(check, once(**scores, decision="return", words="What pulled them?"))
    assert "This was sent back" in interviewer_in.get(held.get_absolute_url()).content.decode()
    rewrite = reverse("return_interviews:rewrite", args=[held.pk])
    again = interviewer_in.get(rewrite).content.decode()
    assert [words for words in (held.own_words, "What pulled them?") if words not in again] == []
    answers = {"own_words": held.own_words, "interviewer_name": "Interviewer", "independent": "yes"}
    response = interviewer_in.post(rewrite, once(**answers, pull=["adult"]))
    later = ReturnInterview.objects.standing().get()
    assert response.url == later.get_absolute_url()
    assert later.number == 2
    assert "There is a newer version" in interviewer_in.get(held.get_absolute_url()).content.decode()
    assert "An adult who exploits them" in interviewer_in.get(later.get_absolute_url()).content.decode()


@pytest.mark.parametrize("who", ["manager", "service_manager"])
def test_it_is_decided_with_its_marks_and_nowhere_else(cast: Cast, back: Episode, who: str) -> None:
    review = an_interview(cast, back).entry.reviews.get()
    check, client = reverse("return_interviews:check", args=[review.entry_id]), signed_in(cast.user(who))
    general = reverse("oversight:decide", args=[review.pk])
    assert client.post(general, once(kind="accept", words="Fine"))["Location"] == check
    assert not review.turns.exists()
    with pytest.raises(Refused, match="decided where it is read"):
        oversight.decide(review, kind="accept", words="Fine", by=cast.user(who), at=NOW)


def test_a_question_is_answered_and_waits_again(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    held = an_interview(cast, back)
    scores = dict.fromkeys(rules.RUBRIC, "2")
    check = reverse("return_interviews:check", args=[held.pk])
    signed_in(cast.user("manager")).post(check, once(**scores, decision="question", words="Who is Dev?"))
    answer = reverse("return_interviews:answer", args=[held.pk])
    interviewer_in.post(answer, once(words="An adult, about 24"))
    page = signed_in(cast.user("manager")).get(held.get_absolute_url()).content.decode()
    assert "An adult, about 24" in page
    assert "Read and decide" in page


def test_workers_words_are_prompted_and_the_childs_are_not(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    held = an_interview(cast, back, own_words="They call me a drug runner", analysis="A lifestyle choice")
    page = interviewer_in.get(held.get_absolute_url()).content.decode()
    assert "“lifestyle choice”" in page
    assert "“drug runner”" not in page


def test_no_interview_is_recorded_with_its_reason(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    url = reverse("return_interviews:record_not_held", args=[back.pk])
    response = interviewer_in.post(url, once(reason="left_area", words="Asked the custody desk twice"))
    assert response.url == NotHeld.objects.get().get_absolute_url()
    assert "Asked the custody desk twice" in interviewer_in.get(response.url).content.decode()


def test_an_offer_recorded_wrongly_is_struck_out(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    made = an_offer(cast, back)
    url = reverse("return_interviews:strike_out", args=[made.pk])
    interviewer_in.post(url, once(reason="The wrong child"))
    made.entry.refresh_from_db()
    assert made.entry.is_struck_out


def test_sharing_is_recorded_from_its_form(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    held = an_interview(cast, back)
    url = reverse("return_interviews:share", args=[held.pk])
    interviewer_in.post(url, once(shared_with="Her social worker", **moment("shared", NOW - HOUR)))
    held.refresh_from_db()
    assert held.shared_at == NOW - HOUR


def test_strikes_out_only_its_own_kinds_of_entry(cast: Cast, back: Episode, interviewer_in: Client) -> None:
    url = reverse("return_interviews:strike_out", args=[back.pk])
    assert interviewer_in.get(url).status_code == 404


ABOUT_INTERVIEW = [
    "interview",
    "learned",
    "another_child",
    "rewrite",
    "check",
    "answer",
    "share",
    "strike_out",
]


@pytest.mark.parametrize("name", ABOUT_INTERVIEW)
def test_somebody_from_another_team_finds_nothing(cast: Cast, back: Episode, name: str) -> None:
    held = an_interview(cast, back)
    user = "outsider" if name != "check" else "exploitation_worker"
    response = signed_in(cast.user(user)).get(reverse(f"return_interviews:{name}", args=[held.pk]))
    assert response.status_code == (403 if name == "check" else 404)


def test_the_outsider_finds_neither_the_child_nor_the_offer(cast: Cast, back: Episode) -> None:
    outside, made = signed_in(cast.user("outsider")), an_offer(cast, back)
    for url in (offer_url(cast), hold_url(cast), made.get_absolute_url()):
        assert outside.get(url).status_code == 404
    assert outside.get(reverse("return_interviews:record_not_held", args=[back.pk])).status_code == 404


@pytest.mark.parametrize("name", ["partner", "young_person", "member", "support"])
def test_roles_without_the_permission_are_refused(cast: Cast, back: Episode, name: str) -> None:
    held, client = an_interview(cast, back), signed_in(cast.user(name))
    assert client.get(held.get_absolute_url()).status_code == 403
    assert client.get(hold_url(cast)).status_code == 403
