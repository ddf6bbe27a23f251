"""A programme, its sample with everybody it was drawn from, and who is asked to audit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import Audit, Candidate, Sample
from kittiwake.assurance.audits.programmes import recording as planning
from kittiwake.assurance.audits.tests import made
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Worker
from tests.cast import NOW, Cast, make_child


def drawn(cast: Cast, size: int = 2, seed: str = "autumn", **more) -> Sample:
    with acting_as(cast.user("principal")):
        return planning.draw(
            made.made_programme(cast), seed=seed, size=size, by=cast.user("principal"), at=NOW, **more
        )


def outcomes(sample: Sample) -> dict[str, int]:
    rows = Candidate.objects.filter(sample=sample)
    return {key: rows.filter(outcome=key).count() for key, _ in Candidate.OUTCOMES}


def one_of(sample: Sample, outcome: str = "drawn") -> Candidate:
    return Candidate.objects.filter(sample=sample, outcome=outcome).order_by("place")[0]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ends_on": date(2026, 10, 1)}, "ends_on"),
        ({"moderated_share": 9}, "moderated_share"),
        ({"moderated_share": 26}, "moderated_share"),
        ({"kind": rules.RE_AUDIT}, "follows"),
    ],
)
def test_it_refuses_a_programme_that_cannot_be(cast: Cast, change: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        made.made_programme(cast, **change)
    assert refused.value.field == field


def test_a_sample_keeps_everybody_it_was_drawn_from(cast: Cast) -> None:
    for number in range(6):
        make_child("Fern", f"Number {number}", cast.south, cast.workers["outsider"])
    sample = drawn(cast, 4)
    assert outcomes(sample) == {
        "drawn": 4,
        "not_drawn": 5,
        "left_out": 0,
    }  # hazel is not seen by whoever drew
    places = Candidate.objects.filter(sample=sample, place__isnull=False).values_list("place", flat=True)
    assert sorted(places) == list(range(1, 10))


def test_another_sample_says_why_and_both_stay_listed(cast: Cast) -> None:
    programme, draw = made.made_programme(cast), {"size": 2, "by": cast.user("principal"), "at": NOW}
    first = planning.draw(programme, seed="autumn", **draw)
    with pytest.raises(Refused, match="A sample was drawn on 23 November 2026") as refused:
        planning.draw(programme, seed="winter", **draw)
    assert refused.value.field == "again_why"
    second = planning.draw(programme, seed="winter", **draw, again_why="Two of them moved away")
    assert list(programme.samples.order_by("pk")) == [first, second]
    assert (first.again_why, second.again_why) == ("", "Two of them moved away")


def test_the_same_seed_draws_the_same_children(cast: Cast) -> None:
    first, second = drawn(cast), drawn(cast)
    children = [
        set(Candidate.objects.filter(sample=s, outcome="drawn").values_list("child", flat=True))
        for s in (first, second)
    ]
    assert children[0] == children[1]


def test_teams_and_tracks_have_their_share(cast: Cast) -> None:
    for number in range(8):
        child = make_child("Fern", f"Number {number}", cast.south, cast.workers["outsider"])
        record.start_track(child, kind="in_care", starts_on=date(2026, 1, 1), by=cast.system, at=NOW)
    sample = drawn(cast, 4)
    in_care = Candidate.objects.filter(sample=sample, track="in_care", team=cast.south)
    assert in_care.count() == 8
    assert in_care.filter(outcome="drawn").count() == 2  # one each of three, and the fourth where most are
    only = drawn(cast, 4, tracks=("in_care",))
    assert set(Candidate.objects.filter(sample=only).values_list("track", flat=True)) == {"in_care"}


def test_who_is_left_out_and_why(cast: Cast) -> None:
    made.audited(cast, cast.ash)
    Grant.objects.create(
        child=cast.hazel,
        user=cast.user("principal"),
        kind=Grant.NAMED,
        reason="x",
        by=cast.system,
        starts_at=NOW - timedelta(days=9),
    )
    sample = drawn(cast, 3, not_since=date(2026, 11, 1))
    why = dict(
        Candidate.objects.filter(sample=sample, outcome="left_out").values_list("child", "left_out_why")
    )
    assert why[cast.ash.pk] == "Audited not long ago"
    assert why[cast.hazel.pk].startswith("Restricted")
    assert set(why) == {cast.ash.pk, cast.hazel.pk}


@pytest.mark.parametrize(
    ("change", "field"),
    [({"seed": " "}, "seed"), ({"size": 0}, "size"), ({"tracks": ("care_leaver",)}, "size")],
)
def test_it_refuses_to_draw_nobody(cast: Cast, change: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        drawn(cast, **change)
    assert refused.value.field == field
    assert not Sample.objects.exists()


def candidate_of(cast: Cast, child) -> Candidate:
    return Candidate.objects.get(sample=drawn(cast, 3), child=child)


@pytest.mark.parametrize("name", ["worker", "manager"])
def test_nobody_is_asked_to_audit_their_own_case(cast: Cast, name: str) -> None:
    with pytest.raises(Refused, match=r"They (work with|manage)"):
        planning.assign(
            candidate_of(cast, cast.ash), auditor=cast.workers[name], by=cast.user("principal"), at=NOW
        )


def test_whoever_is_asked_may_open_the_record_while_they_audit(cast: Cast, outsider) -> None:
    candidate = candidate_of(cast, cast.ash)
    planning.assign(candidate, auditor=cast.workers["outsider"], by=cast.user("principal"), at=NOW)
    grant = Grant.objects.get(user=outsider, child=cast.ash)
    assert grant.ends_at == NOW + planning.AUDITORS_SEE_FOR
    candidate.refresh_from_db()
    with pytest.raises(Refused, match="Somebody else was asked"):
        made.audited(cast, candidate=candidate)
    made.audited(cast, candidate=candidate, by="outsider")
    assert Audit.objects.get().candidate == candidate


def test_a_child_is_audited_once_in_a_sample(cast: Cast) -> None:
    candidate = candidate_of(cast, cast.ash)
    made.audited(cast, candidate=candidate)
    with pytest.raises(Refused, match="already been audited"):
        made.audited(cast, candidate=candidate)
    with pytest.raises(Refused, match="already been audited"):
        planning.assign(candidate, auditor=cast.workers["outsider"], by=cast.user("principal"), at=NOW)


def test_who_was_not_drawn_is_not_audited_under_it(cast: Cast) -> None:
    make_child("Fern", "Frond", cast.north, cast.workers["colleague"])
    candidate = one_of(drawn(cast, 1), "not_drawn")
    with pytest.raises(Refused, match="not drawn"):
        made.audited(cast, candidate.child, candidate=candidate)
    with pytest.raises(Refused, match="not drawn"):
        planning.assign(candidate, auditor=cast.workers["outsider"], by=cast.user("principal"), at=NOW)


def test_an_auditor_can_sign_in(cast: Cast) -> None:
    candidate = candidate_of(cast, cast.ash)
    with pytest.raises(Refused, match="cannot sign in") as refused:
        planning.assign(
            candidate, auditor=Worker.objects.create(name="From outside"), by=cast.user("principal"), at=NOW
        )
    assert refused.value.field == "auditor"


def test_whoever_is_asked_instead_takes_the_access_along_unless_it_is_needed_besides(cast: Cast) -> None:
    first, second = candidate_of(cast, cast.ash), candidate_of(cast, cast.ash)
    outsider, by = cast.user("outsider"), {"by": cast.user("principal")}
    for candidate in (first, second):
        planning.assign(candidate, auditor=cast.workers["outsider"], at=NOW, **by)
    standing = Grant.objects.filter(user=outsider, child=cast.ash)
    later = NOW + timedelta(hours=1)
    planning.assign(first, auditor=cast.workers["auditor"], at=later, **by)
    assert standing.standing(later).exists(), "for the other sample"
    planning.assign(second, auditor=cast.workers["auditor"], at=later, **by)
    assert not standing.standing(later).exists()
