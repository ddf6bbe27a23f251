from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.history.models import Submission
from kittiwake.primitives.drafts import recording
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.time.moments import Moment
from kittiwake.ui.forms import GovForm, MomentField
from kittiwake.ui.widgets import TypedMoment
from tests.cast import NOW, Cast, signed_in

OCCASION = "return_interviews.interview"


def url(cast: Cast, occasion: str = OCCASION) -> str:
    return reverse("drafts:draft", args=[cast.ash.pk, occasion])


def kept(cast: Cast, occasion: str = OCCASION) -> dict:
    user = cast.user("worker")
    with acting_as(user):
        draft = recording.latest(user, cast.ash, occasion)
        return draft.fields if draft else {}


def test_what_is_typed_is_kept_and_the_last_one_counts(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    for words in ("I w", "I went"):
        assert client.post(url(cast), {"own_words": words, "push": ["a", "b"]}).status_code == 204
    assert kept(cast) == {"own_words": ["I went"], "push": ["a", "b"]}


def test_it_needs_no_one_time_token_and_keeps_none(cast: Cast) -> None:
    signed_in(cast.user("worker")).post(url(cast), {"own_words": "I", "once": str(uuid4())})
    assert kept(cast) == {"own_words": ["I"]}
    assert not Submission.objects.exists()


def test_a_late_save_does_not_bring_back_what_was_submitted(cast: Cast) -> None:
    token = uuid4()
    Submission.objects.create(token=token, by_id=cast.user("worker").pk, at=NOW)
    response = signed_in(cast.user("worker")).post(url(cast), {"own_words": "I went", "once": str(token)})
    assert response.status_code == 204
    assert kept(cast) == {}


def test_saving_to_finish_later_leads_back_to_the_child(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    response = client.post(url(cast), {"own_words": "I went", "later": "yes"})
    assert response.url == cast.ash.get_absolute_url()
    assert kept(cast) == {"own_words": ["I went"]}


def test_a_character_the_database_cannot_store_is_left_out(cast: Cast) -> None:
    assert signed_in(cast.user("worker")).post(url(cast), {"own_words": "I\x00 went"}).status_code == 204
    assert kept(cast) == {"own_words": ["I went"]}


def test_occasions_are_kept_apart_and_forgotten_apart(cast: Cast) -> None:
    user = cast.user("worker")
    with acting_as(user):
        recording.keep(user, cast.ash, "a.form:1", {"x": ["1"]}, at=NOW)
        recording.keep(user, cast.ash, "a.form:2", {"x": ["2"]}, at=NOW)
        recording.forget(user, cast.ash, "a.form:1")
    assert kept(cast, "a.form:1") == {}
    assert kept(cast, "a.form:2") == {"x": ["2"]}


def test_nobody_sees_somebody_elses_draft(cast: Cast) -> None:
    with acting_as(cast.user("worker")):
        recording.keep(cast.user("worker"), cast.ash, OCCASION, {"x": ["1"]}, at=NOW)
    with acting_as(cast.user("manager")):
        assert not Draft.objects.exists()


def test_an_autosave_is_no_reading_of_the_record(cast: Cast) -> None:
    signed_in(cast.user("worker")).post(url(cast), {"own_words": "I"})
    assert not Reading.objects.exists()


def test_the_outsider_keeps_nothing_about_the_child(cast: Cast) -> None:
    assert signed_in(cast.user("outsider")).post(url(cast), {"own_words": "I"}).status_code == 404
    assert not Draft.objects.exists()


def test_a_role_that_writes_nothing_is_refused(cast: Cast) -> None:
    assert signed_in(cast.user("inspector")).post(url(cast), {"x": "1"}).status_code == 403


@pytest.mark.parametrize("occasion", ["nonsense", "a.b:x", "A.b", "a.b:1:2", "a." + "b" * 90])
def test_an_address_that_names_no_form_is_not_found(cast: Cast, occasion: str) -> None:
    assert signed_in(cast.user("worker")).post(url(cast, occasion), {"x": "1"}).status_code == 404


def test_now_in_a_draft_is_the_minute_it_was_kept_in(cast: Cast) -> None:
    class Seen(GovForm):
        seen = MomentField("Seen", past=True)

    draft = Draft(fields={"seen_now": ["yes"]}, saved_at=NOW)
    assert restore(Seen(), draft)["seen"].value() == TypedMoment.of(Moment(NOW))
