"""Assessments: what is kept, what is refused, what it does to risks and clocks, and the second mark."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.risk import broken_links, rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.assessments.facts import Settled
from kittiwake.practice.risk.models import PresentingRisk, Raised, RiskAssessment
from kittiwake.practice.risk.presenting import recording
from kittiwake.practice.risk.tests.assessed import MODERATE, SCREENING, assessed, screened
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.oversight import recording as oversight
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


def test_it_keeps_score_and_judgement_beside_each_other(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate")
    assert (made.scored, made.judged, made.differs, made.completion.total) == ("moderate", "moderate", "", 9)
    assert made.entry.words.get().text == "They are my friends"
    assert made.entry.summary == "Exploitation risk assessment"


def test_a_manager_looks_at_every_assessment_of_moderate_or_higher_or_with_another_level(cast: Cast) -> None:
    quiet_one = assessed(cast)
    assert not quiet_one.entry.reviews.exists()
    moderate = assessed(cast, answers=MODERATE, judged="moderate", at=NOW + DAY)
    assert moderate.entry.reviews.get().team == cast.north
    lower = assessed(cast, at=NOW + 2 * DAY)  # the score says so too, and the level changed
    assert lower.entry.reviews.get().closed_at is None
    assert moderate.entry.reviews.get().closed_at == NOW + 2 * DAY  # answered with the one that follows
    assert not assessed(cast, at=NOW + 3 * DAY).entry.reviews.exists()
    assert lower.entry.reviews.get().closed_at is None  # nobody has looked at it yet


def test_a_screening_is_put_before_a_manager_only_where_it_differs(cast: Cast) -> None:
    assert not screened(cast, judged="assess", told="yes").entry.reviews.exists()


@pytest.mark.parametrize(("judged", "way"), [("significant", "higher"), ("emerging", "lower")])
def test_a_judgement_that_differs_needs_a_reason_and_a_manager(cast: Cast, judged: str, way: str) -> None:
    with pytest.raises(Refused, match=r"Say why\. A manager reads it and countersigns") as refused:
        assessed(cast, answers=MODERATE, judged=judged)
    assert refused.value.field == "why_different"
    assert not RiskAssessment.objects.exists()
    made = assessed(cast, answers=MODERATE, judged=judged, why_different="He is in custody")
    assert made.differs == way
    assert made.entry.reviews.get().team == cast.north


def test_two_managers_countersigning_at_once_the_second_is_told(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="emerging", why_different="He is in custody")
    review = made.entry.reviews.get()
    oversight.decide(review, kind="accept", words="", by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="This has already been decided"):
        oversight.decide(review, kind="return", words="No", by=cast.user("service_manager"), at=NOW)
    again = assessed(cast, name="manager", judged="emerging", why_different="Worried", at=NOW + DAY)
    with pytest.raises(Refused, match="you put it forward"):
        oversight.decide(again.entry.reviews.get(), kind="accept", words="", by=cast.user("manager"), at=NOW)


def test_a_band_that_is_not_on_the_scale_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="Select how high") as refused:
        assessed(cast, judged="dreadful")
    assert refused.value.field == "judged"


def test_the_next_one_says_what_changed(cast: Cast) -> None:
    first = assessed(cast, changed="")
    with pytest.raises(Refused, match="Say what has changed") as refused:
        assessed(cast, changed=" ", at=NOW + DAY)
    assert refused.value.field == "changed"
    assert assessed(cast, at=NOW + DAY).previous == first


def test_two_at_once_the_second_is_told_to_read_the_first(cast: Cast) -> None:
    assessed(cast)
    with pytest.raises(Refused, match="Somebody else has assessed them since"):
        assessed(cast, following=0, at=NOW + DAY)


def test_one_struck_out_may_be_made_again_and_its_clocks_go_with_it(cast: Cast) -> None:
    first = assessed(cast, judged="emerging", why_different="A bad feeling")
    second = assessed(cast, judged="emerging", why_different="A bad feeling", at=NOW + DAY)
    assert Clock.objects.get(entry=first.entry).stopped_by == second.entry
    with pytest.raises(Refused, match="A later assessment follows this one"):
        assessing.strike_out(first, reason="The wrong child", by=cast.user("worker"), at=NOW + DAY)
    assessing.strike_out(second, reason="The wrong child", by=cast.user("worker"), at=NOW + DAY)
    assert Clock.objects.running().get(entry__child=cast.ash).entry == first.entry
    assert assessed(cast, at=NOW + 2 * DAY).previous == first


@pytest.mark.parametrize(
    ("judged", "key", "days"),
    [("emerging", "risk.reassessment", 92), ("significant", "risk.reassessment_significant", 42)],
)
def test_the_reassessment_clock_runs_by_the_judgement(cast: Cast, judged: str, key: str, days: int) -> None:
    """Three months from 23 November 2026, or six weeks."""
    assessed(cast, judged=judged, why_different="Worried")
    clock = Clock.objects.running().get()
    assert (clock.key, (clock.due_at - NOW).days) == (key, days)


def test_no_current_concern_starts_no_clock(cast: Cast) -> None:
    assessed(cast)
    assert not Clock.objects.exists()


def test_a_screening_asks_for_a_full_assessment_within_ten_working_days(cast: Cast) -> None:
    screened(cast, judged="assess", told="yes")
    clock = Clock.objects.running().get()
    assert clock.key == rules.IN_FULL.key
    late = clock.due_at + DAY
    see = lambda model: model._default_manager.all()  # noqa: E731
    assert [broken.child_id for broken in broken_links.only_screened(see, late)] == [cast.ash.pk]
    made = assessed(cast, judged="emerging", why_different="Worried", at=NOW + DAY)
    assert Clock.objects.get(pk=clock.pk).stopped_by == made.entry
    assert list(broken_links.only_screened(see, late)) == []
    assert [broken.entry_id for broken in broken_links.not_assessed_again(see, NOW + 100 * DAY)] == [made.pk]


def running(cast: Cast) -> list[tuple[str, int]]:
    clocks = Clock.objects.running().filter(entry__child=cast.ash, key__startswith="risk.")
    return [(clock.key, clock.entry_id) for clock in clocks.exclude(key=rules.OVERSIGHT.key)]


def opened(cast: Cast, domain: str, level: str = "moderate", at: datetime = NOW) -> PresentingRisk:
    return recording.open_risk(
        cast.ash, domain=domain, level=level, why="Seen", by=cast.user("worker"), at=at
    )


def test_a_risk_that_nobody_has_assessed_asks_for_it_until_the_last_is_closed(cast: Cast) -> None:
    first, second = opened(cast, "county_lines"), opened(cast, "trafficking", at=NOW + DAY)
    opened(cast, "money")
    assert running(cast) == [(rules.IN_FULL.key, first.pk)]
    for risk in (first, second):
        assert running(cast) == [(rules.IN_FULL.key, first.pk)]
        recording.close_risk(risk, reason="Over", by=cast.user("worker"), at=NOW + 2 * DAY)
    assert running(cast) == []


def test_a_risk_opened_after_an_assessment_that_found_no_concern_is_assessed_again(cast: Cast) -> None:
    assessed(cast)
    risk = opened(cast, "county_lines", "significant", at=NOW + DAY)
    assert running(cast) == [(rules.REASSESSMENT_SIGNIFICANT.key, risk.pk)]
    again = assessed(cast, judged="emerging", why_different="Worried", at=NOW + 2 * DAY)
    assert running(cast) == [(rules.REASSESSMENT.key, again.pk)]
    opened(cast, "trafficking", at=NOW + 3 * DAY)
    assert running(cast) == [(rules.REASSESSMENT.key, again.pk)]


def test_screening_and_assessment_follow_their_own(cast: Cast) -> None:
    screened(cast)
    assert assessed(cast, at=NOW + DAY).previous is None


def test_it_opens_raises_lowers_and_closes_risks_with_itself_as_evidence(cast: Cast) -> None:
    by = cast.user("worker")
    levels = {"adults": "emerging", "online_harm": "significant", "money": "moderate"}
    for domain, level in levels.items():
        recording.open_risk(cast.ash, domain=domain, level=level, why="Seen", by=by, at=NOW)
    made = assessed(cast, answers=MODERATE, judged="moderate", at=NOW + DAY)
    decided = [
        Settled("missing", "significant", "Five nights"),
        Settled("adults", "significant", "He hit her"),
        Settled("online_harm", "emerging", "The account is closed"),
        Settled("money", rules.CLOSED, "The debt was a lie"),
        Settled("peers", rules.AS_IT_IS),
    ]
    assessing.settle(made, settled=decided, by=by, at=NOW + DAY)
    now = dict(PresentingRisk.objects.standing().values_list("domain", "level"))
    assert now == {"missing": "significant", "adults": "significant", "online_harm": "emerging"}
    assert PresentingRisk.objects.get(domain="money").closed_because_of == made.entry
    moved = {
        risk.domain: risk.movements.latest("pk").because_of for risk in PresentingRisk.objects.standing()
    }
    assert set(moved.values()) == {made.entry}
    raised = Raised.objects.filter(evidence=made.entry).values_list("risk__domain", "level_from", "level_to")
    assert set(raised) == {("missing", "", "significant"), ("adults", "emerging", "significant")}


def test_what_is_not_open_is_not_closed(cast: Cast) -> None:
    made = assessed(cast)
    nothing_to_close = [Settled("money", rules.CLOSED, "There never was a debt")]
    assessing.settle(made, settled=nothing_to_close, by=cast.user("worker"), at=NOW)
    assert not PresentingRisk.objects.exists()


def test_it_says_which_entry_it_was_made_on_account_of_and_that_is_of_the_same_child(cast: Cast) -> None:
    first = assessed(cast)
    screening = screened(cast)
    second = assessed(cast, because_of=screening.entry, at=NOW + DAY)
    assert [link.because_of for link in second.entry.informed_by.all()] == [screening.entry]
    with pytest.raises(Refused, match="another child's record"):
        assessed(cast, cast.briar, because_of=first.entry)


def test_settling_without_words_settles_nothing(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate")
    decided = [Settled("missing", "significant", "Five nights"), Settled("adults", "moderate", " ")]
    with pytest.raises(Refused, match="Adults of concern: say what you have seen") as refused:
        assessing.settle(made, settled=decided, by=cast.user("worker"), at=NOW)
    assert refused.value.field == "adults_words"
    assert not PresentingRisk.objects.exists()


def test_a_raise_is_a_row_of_its_own_and_a_lowering_is_not(cast: Cast) -> None:
    by = cast.user("worker")
    risk = recording.open_risk(cast.ash, domain="missing", level="moderate", why="Gone", by=by, at=NOW)
    for days, level in enumerate(["significant", "significant", "emerging"], 1):
        recording.move_risk(risk, level=level, words="Looked", by=by, at=NOW + days * DAY)
    rows = Raised.objects.order_by("since_at").values_list("level_from", "level_to", "since_at")
    assert list(rows) == [("", "moderate", NOW), ("moderate", "significant", NOW + DAY)]
    assert Raised.objects.to_act_on().count() == 1
    recording.close_risk(risk, reason="Over", by=by, at=NOW + 4 * DAY)
    assert not Raised.objects.to_act_on().exists()


def test_a_questionnaire_the_child_was_screened_with_scores_its_floor(cast: Cast) -> None:
    made = screened(cast, judged="assess", hurt="yes")
    assert (made.completion.total, made.completion.by_points, made.scored) == (1, "watch", "assess")
    assert SCREENING.height(made.scored) == 1


WORD = "Obsidian"


def written_everywhere(cast: Cast) -> RiskAssessment:
    """One word wherever the first mark can leave one: answers, texts, the risk it opens and the one it moves, what a
    manager answers, what is agreed because of it."""
    stood = recording.open_risk(
        cast.ash, domain="peers", level="emerging", why="At school", by=cast.system, at=NOW
    )
    words = dict.fromkeys(("child_view", "past", "changed", "analysis", "why_different"), WORD)
    answers = {key: WORD if key.endswith("_evidence") else value for key, value in MODERATE.items()}
    made = assessed(cast, answers=answers, judged="significant", **words)
    raised = [Settled("adults", "significant", WORD), Settled(stood.domain, "moderate", WORD)]
    assessing.settle(made, settled=raised, by=cast.user("worker"), at=NOW)
    oversight.decide(made.entry.reviews.get(), kind="question", words=WORD, by=cast.user("manager"), at=NOW)
    return made
