"""Pages of one supervision: what each person sees, what is refused in words, and that typed text comes back."""

from __future__ import annotations

from uuid import uuid4

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.assurance.supervision.models import ChildPart, PersonalDraft, Supervision
from kittiwake.assurance.supervision.tests.asking import day, get, met, part, post
from kittiwake.assurance.supervision.tests.scenes import DAY, agree, discuss, hold, note
from kittiwake.practice.risk.presenting import recording as risk
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in


def test_a_supervision_is_recorded_with_a_childs_part_and_signed_by_both(cast: Cast) -> None:
    agree(cast)
    came = post(cast, "manager", f"/supervision/workers/{cast.workers['worker'].pk}/new/", **met())
    made = Supervision.objects.get()
    assert came["Location"] == f"/supervision/{made.pk}/"
    came = post(cast, "manager", f"/supervision/{made.pk}/children/{cast.ash.pk}/", **part(cast))
    assert came.status_code == 302
    action = Action.objects.get(entry__kind="supervision.child_part")
    assert (action.what, action.owner, action.entry.child) == (
        "Meet the coach",
        cast.workers["worker"],
        cast.ash,
    )
    post(cast, "manager", f"/supervision/{made.pk}/signature/")
    answers = {"wellbeing_talked": "yes", "development_talked": "no"}
    post(cast, "worker", f"/supervision/{made.pk}/signature/", **answers)
    made.refresh_from_db()
    assert made.is_signed
    assert (made.wellbeing_talked, made.development_talked) == (True, False)
    page = get(cast, "worker", f"/supervision/{made.pk}/")
    assert "Ash Alder" in page
    assert "Sign</a>" not in page


def test_a_supervision_dated_tomorrow_is_refused_and_what_was_typed_comes_back(cast: Cast) -> None:
    agree(cast)
    path = f"/supervision/workers/{cast.workers['worker'].pk}/new/"
    came = post(cast, "manager", path, **met(NOW + DAY, minutes="77"))
    assert came.status_code == 422
    assert "When you met must be" in came.content.decode()
    assert 'value="77"' in came.content.decode()
    assert not Supervision.objects.exists()


def test_a_third_person_is_told_that_the_personal_part_is_not_theirs(
    cast: Cast, supervision: Supervision
) -> None:
    note(cast, supervision, "Obsidian")
    path = f"/supervision/{supervision.pk}/personal/"
    for who in ("worker", "manager"):
        assert "Obsidian" in get(cast, who, path)
    page = get(cast, "service_manager", path, 403)
    assert "between the two people who met" in page
    assert "Obsidian" not in page
    assert post(cast, "service_manager", path, topic="leave", words="x").status_code == 403
    for who in ("director", "inspector", "auditor", "principal", "analyst", "administrator"):
        assert "Obsidian" not in get(cast, who, path, 403)
    get(cast, "colleague", path, 404)
    get(cast, "outsider", path, 404)


def test_a_personal_note_is_added_and_its_draft_is_the_writers(cast: Cast, supervision: Supervision) -> None:
    path = f"/supervision/{supervision.pk}/personal/"
    saved = signed_in(cast.user("worker")).post(f"{path}draft/", {"words": "Half a thought"})
    assert saved.status_code == 204
    assert "Half a thought" in get(cast, "worker", path)
    assert "Half a thought" not in get(cast, "manager", path)
    assert signed_in(cast.user("director")).post(f"{path}draft/", {"words": "x"}).status_code == 403
    came = post(cast, "worker", path, topic="wellbeing", words="A whole one")
    assert came.status_code == 302
    assert "A whole one" in get(cast, "manager", path)
    assert "Half a thought" not in get(cast, "worker", path)
    with acting_as(cast.user("worker")):
        assert not PersonalDraft.objects.exists()


def test_nobody_signs_for_the_other(cast: Cast, supervision: Supervision) -> None:
    came = post(cast, "service_manager", f"/supervision/{supervision.pk}/signature/")
    assert "nobody signs for the other" in came.content.decode()
    answers = {"wellbeing_talked": "yes", "development_talked": "yes"}
    assert post(cast, "worker", f"/supervision/{supervision.pk}/signature/", **answers).status_code == 302
    supervision.refresh_from_db()
    assert supervision.worker_signed_at
    assert supervision.supervisor_signed_at is None
    again = post(cast, "worker", f"/supervision/{supervision.pk}/signature/", **answers)
    assert "already signed" in again.content.decode()


def test_a_session_with_oneself_is_refused(cast: Cast) -> None:
    pk = str(cast.workers["manager"].pk)
    facts = {"worker": pk, "supervisor": pk, "profession": "other", **day("starts_on", local_date(NOW))}
    came = post(cast, "manager", "/supervision/agreements/new/", **facts)
    assert came.status_code == 422
    assert "Nobody supervises themselves" in came.content.decode()
    came = post(cast, "manager", f"/supervision/workers/{pk}/new/", **met())
    assert "Nobody supervises themselves" in came.content.decode()


def test_a_child_the_supervisor_may_not_see_is_not_discussed_there(
    cast: Cast, supervision: Supervision
) -> None:
    """Hazel is restricted and the worker's own; the manager is not named for her."""
    typed = part(cast, reflection="What I typed")
    came = post(cast, "worker", f"/supervision/{supervision.pk}/children/{cast.hazel.pk}/", **typed)
    assert came.status_code == 422
    assert "Manager may not see this child’s record" in came.content.decode()
    assert "What I typed" in came.content.decode()
    path = f"/supervision/{supervision.pk}/children/{cast.hazel.pk}/"
    assert post(cast, "manager", path, **part(cast)).status_code == 404
    assert not ChildPart.objects.exists()


def test_two_clicks_write_one_part(cast: Cast, supervision: Supervision) -> None:
    path = f"/supervision/{supervision.pk}/children/{cast.ash.pk}/"
    client, token = signed_in(cast.user("manager")), str(uuid4())
    for _ in range(2):
        assert client.post(path, {"once": token, **part(cast)}).status_code == 302
    assert ChildPart.objects.count() == 1
    again = post(cast, "worker", path, **part(cast))
    assert "already been written down" in again.content.decode()


def test_a_childs_part_stands_on_the_childs_file_for_whoever_works_with_the_child(
    cast: Cast, supervision: Supervision
) -> None:
    made = discuss(cast, supervision, cast.ash)
    page = get(cast, "colleague", made.get_absolute_url())
    assert "Meet the coach" in page
    assert "He says it is calmer." in page
    assert f'href="/supervision/{supervision.pk}/"' not in page
    assert f'href="/supervision/{supervision.pk}/"' in get(cast, "manager", made.get_absolute_url())
    assert "Discussed in supervision" in get(cast, "colleague", f"/children/{cast.ash.pk}/chronology/")
    get(cast, "outsider", made.get_absolute_url(), 404)
    assert Reading.objects.filter(entry_id=made.pk, page="supervision:child_part").exists()


def test_the_form_of_a_childs_part_opens_with_last_time(cast: Cast, supervision: Supervision) -> None:
    discuss(cast, supervision, cast.ash)
    later = hold(cast, 1)
    page = get(cast, "manager", f"/supervision/{later.pk}/children/{cast.ash.pk}/")
    assert "Last time" in page
    assert "Meet the coach" in page


def test_a_draft_of_a_childs_part_comes_back_to_its_writer(cast: Cast, supervision: Supervision) -> None:
    occasion, path = (
        f"supervision.child_part:{supervision.pk}",
        f"/supervision/{supervision.pk}/children/{cast.ash.pk}/",
    )
    drafts.keep(cast.user("manager"), cast.ash, occasion, {"reflection": ["Not finished"]}, at=NOW)
    assert "Not finished" in get(cast, "manager", path)
    assert "Not finished" not in get(cast, "worker", path)
    assert f'href="/supervision/{supervision.pk}/"' in get(cast, "manager", "/")
    post(cast, "manager", path, **part(cast))
    assert "Not finished" not in get(cast, "manager", path)


def test_preparing_puts_who_has_most_waiting_first(cast: Cast, supervision: Supervision) -> None:
    discuss(cast, supervision, cast.ash, due_on=local_date(NOW) + DAY)
    system = {"by": cast.system, "at": NOW - DAY}
    rose = risk.open_risk(
        cast.ash,
        domain="county_lines",
        level="significant",
        since_on=local_date(NOW) - DAY,
        why="A second phone",
        **system,
    )
    page = get(cast, "worker", f"/supervision/workers/{cast.workers['worker'].pk}/")
    assert page.index("Ash Alder") < page.index("Hazel Heath"), "a risk rose, and nobody met"
    assert str(rose) in page
    assert "Meet the coach" in page
    assert "Never discussed" in page
    manager = get(cast, "manager", f"/supervision/workers/{cast.workers['worker'].pk}/")
    assert "Hazel Heath" not in manager, "restricted"
    get(cast, "outsider", f"/supervision/workers/{cast.workers['worker'].pk}/", 404)


def test_the_page_of_a_supervision_lists_who_is_still_to_be_talked_about(
    cast: Cast, supervision: Supervision
) -> None:
    page = get(cast, "manager", f"/supervision/{supervision.pk}/")
    assert f"/supervision/{supervision.pk}/children/{cast.ash.pk}/" in page
    discuss(cast, supervision, cast.ash)
    assert f"/supervision/{supervision.pk}/children/{cast.ash.pk}/" not in get(
        cast, "manager", f"/supervision/{supervision.pk}/"
    )
    assert "/children/" not in get(cast, "director", f"/supervision/{supervision.pk}/")


def test_a_part_recorded_wrongly_is_struck_out_and_written_again(
    cast: Cast, supervision: Supervision
) -> None:
    made = discuss(cast, supervision, cast.ash)
    refused = post(cast, "manager", f"/supervision/{supervision.pk}/correction/", reason="Another day")
    assert "Strike out what was said of each child first" in refused.content.decode()
    assert (
        post(cast, "manager", f"/supervision/parts/{made.pk}/correction/", reason="Another child").status_code
        == 302
    )
    assert (
        post(
            cast, "manager", f"/supervision/{supervision.pk}/children/{cast.ash.pk}/", **part(cast)
        ).status_code
        == 302
    )
    assert "Another child" in get(cast, "worker", made.get_absolute_url())
