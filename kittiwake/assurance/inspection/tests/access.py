"""Who may open the pages of inspections: they are about no child, but for the entry that shows something."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import recording as visits
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.models import (
    CaseSample,
    ChildEvidence,
    Claim,
    Concern,
    ConcernAction,
    Evidence,
    Inspection,
    Judgement,
    Pack,
    SampledChild,
    SelfEvaluation,
)
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes

WORDS = "Matrix concern"


def make(made: Made) -> None:
    """One of each for everybody; of each child the entry that shows something, and that they were drawn."""
    made["inspection"] = Inspection.objects.first() or _visit(made)
    made["inspection_concern"] = Concern.objects.filter(words=WORDS).first() or _concern(made, WORDS)
    made["concern_action"] = made["inspection_concern"].actions.first() or _action(
        made, made["inspection_concern"]
    )
    made["evaluation"] = SelfEvaluation.objects.first() or SelfEvaluation.objects.create(
        number=1, begun_at=made.at, begun_by=made.by
    )
    made["evaluation_claim"] = Claim.objects.first() or _claim(made, 1)
    made["case_sample"] = CaseSample.objects.first() or _sample(made)
    made["pack"] = Pack.objects.first() or Pack.objects.create(
        as_of=local_date(made.at),
        asked_at=made.at,
        asked_by=made.people["director"],
        total=1,
        ended_at=made.at,
    )
    made["inspection_entry"] = made["audit"].entry
    made["evidence"] = _shown(made)
    _drawn(made)


def _visit(made: Made) -> Inspection:
    day = local_date(made.at)
    facts = {
        "kind": rules.FOCUSED,
        "starts_on": day,
        "ends_on": day,
        "announced_on": day,
        "inspectors": 1,
        "themes": "",
    }
    return visits.expect(**facts, lists_asked_on=None, lists_given_on=None, by=made.by, at=made.at)


def _concern(made: Made, words: str, number: int = 0) -> Concern:
    """As recording.raise_concern keeps it; here anybody may own it, which it would refuse."""
    return Concern.objects.create(
        inspection=made["inspection"], kind=rules.CONCERN, words=words, point="interviews",
        owner=made.somebody(number).worker, raised_at=made.at, raised_by=made.by,
    )  # fmt: skip


def _action(made: Made, concern: Concern, number: int = 0) -> ConcernAction:
    return ConcernAction.objects.create(
        concern=concern, what="x", difference="x", owner=made.somebody(number).worker,
        due_on=local_date(made.at) + timedelta(days=9), raised_at=made.at, raised_by=made.by,
    )  # fmt: skip


def _claim(made: Made, place: int) -> Claim:
    return Claim.objects.create(
        evaluation=made["evaluation"], place=place, number=1, question="quality", words="x", says="plain",
        by=made.somebody(place), at=made.at,
    )  # fmt: skip


def _sample(made: Made) -> CaseSample:
    return CaseSample.objects.create(seed="x", size=1, drawn_at=made.at, drawn_by=made.people["inspector"])


def _shown(made: Made) -> Evidence:
    facts = {
        "concern": made["inspection_concern"],
        "says": rules.FOR,
        "on": local_date(made.at),
        "by": made.by,
        "at": made.at,
    }
    evidence = Evidence.objects.create(kind=rules.ENTRY, **facts)
    ChildEvidence.objects.create(
        evidence=evidence, entry=made["inspection_entry"], words=made.word(made["inspection_entry"].kind)
    )
    return evidence


def _drawn(made: Made) -> None:
    place = made["case_sample"].children.count() + 1
    SampledChild.objects.create(
        sample=made["case_sample"], child=made.child, team=made.team, place=place, is_drawn=True
    )


def _more_visits(made: Made, more: int) -> None:
    for number in range(more):
        _visit(made)
        _action(made, _concern(made, "x", number), number)


def _more_concerns(made: Made, more: int) -> None:
    for number in range(more):
        concern = _concern(made, "x", number)
        _action(made, concern, number)
        _more_of(made, concern, number)


def _more_of(made: Made, concern: Concern, number: int) -> None:
    by = made.somebody(number)
    when = {"by": by, "at": made.at}
    facts = {"words": "x", "on": local_date(made.at), "says": rules.FOR}
    Evidence.objects.create(concern=concern, kind=rules.PERSON, **facts, **when)
    Judgement.objects.create(
        concern=concern, visit=made["inspection"], progress=rules.SOME, words="x", **when
    )


def _more_on_concern(made: Made, more: int) -> None:
    for number in range(more):
        _action(made, made["inspection_concern"], number)
        _more_of(made, made["inspection_concern"], number)
        _shown(made)


def _more_claims(made: Made, more: int) -> None:
    have = made["evaluation"].claims.count()
    for number in range(more):
        _claim(made, have + number + 1)


def _more_samples(made: Made, more: int) -> None:
    for _ in range(more):
        _sample(made)


def _more_packs(made: Made, more: int) -> None:
    for number in range(more):
        Pack.objects.create(
            as_of=local_date(made.at),
            asked_at=made.at,
            asked_by=made.somebody(number),
            total=1,
            ended_at=made.at,
        )


SEE, RECORD = Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS
OF_CONCERN = {"pk": "inspection_concern", "of_a_child": False}
OF_VISIT = {"pk": "inspection", "of_a_child": False}

PAGES = [
    lists("inspection:inspections", SEE, grows=_more_visits, at_most=14),
    writes("inspection:expect_inspection", RECORD),
    reads("inspection:inspection", SEE, **OF_VISIT, grows=_more_concerns, at_most=20),
    writes("inspection:change_inspection", RECORD, **OF_VISIT),
    writes("inspection:report_inspection", RECORD, **OF_VISIT),
    writes("inspection:call_off_inspection", RECORD, **OF_VISIT),
    writes("inspection:raise_concern", RECORD, **OF_VISIT),
    lists("inspection:concerns", SEE, grows=_more_concerns, at_most=14),
    reads("inspection:concern", SEE, **OF_CONCERN, grows=_more_on_concern, at_most=20),
    writes("inspection:give_concern", RECORD, **OF_CONCERN),
    writes("inspection:judge_concern", RECORD, **OF_CONCERN),
    writes("inspection:close_concern", RECORD, **OF_CONCERN),
    writes("inspection:reopen_concern", RECORD, **OF_CONCERN),
    writes("inspection:raise_action", RECORD, **OF_CONCERN),
    writes("inspection:finish_action", RECORD, pk="concern_action", of_a_child=False),
    writes("inspection:drop_action", RECORD, pk="concern_action", of_a_child=False),
    writes("inspection:put_in_evidence", RECORD, **OF_CONCERN),
    writes("inspection:set_evidence_aside", RECORD, pk="evidence", of_a_child=False),
    lists("inspection:points", SEE, grows=_more_concerns, at_most=20),
    reads("inspection:point", SEE, at={"key": "interviews"}, grows=_more_concerns, at_most=36),
    lists("inspection:self_evaluation", SEE, grows=_more_claims, at_most=14),
    reads(
        "inspection:self_evaluation_version",
        SEE,
        pk="evaluation",
        of_a_child=False,
        grows=_more_claims,
        at_most=14,
    ),
    writes("inspection:begin_self_evaluation", RECORD),
    writes("inspection:write_claim", RECORD, pk="evaluation", of_a_child=False),
    writes("inspection:change_claim", RECORD, pk="evaluation_claim", of_a_child=False),
    writes("inspection:take_out_claim", RECORD, pk="evaluation_claim", of_a_child=False),
    writes("inspection:approve_self_evaluation", Power.PUBLISH, pk="evaluation", of_a_child=False),
    lists("inspection:samples", SEE, grows=_more_samples, at_most=12),
    reads("inspection:sample", SEE, pk="case_sample", of_a_child=False),
    writes("inspection:draw_sample", Power.MAKE_LISTS),
    lists("inspection:packs", SEE, grows=_more_packs, at_most=12),
    reads("inspection:pack", SEE, pk="pack", of_a_child=False),
    writes("inspection:ask_for_pack", Power.MAKE_REPORTS),
    writes("inspection:release_pack", Power.PUBLISH, pk="pack", of_a_child=False),
    writes("inspection:fetch_pack", Power.MAKE_REPORTS, pk="pack", of_a_child=False),
    lists("inspection:inspectors", Power.SEE_READINGS),
    lists("inspection:what_you_see", SEE),
]
