"""A plan on paper: whole, for those who work in it, and in the child's own words, to give to them."""

from __future__ import annotations

from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import PlanAction, PlanAgreement
from kittiwake.practice.plans.showing import PlanPage
from kittiwake.ui.dates import long_date
from kittiwake.ui.paper import Block, Facts, Heading, Items, Paper, Paragraph, Quote, Table


def whole(shown: PlanPage) -> Paper:
    plan = shown.plan
    return Paper(
        title=f"{plan}: {plan.child.name}",
        blocks=[
            Facts([("Agreed", long_date(plan.agreed_on)), ("To be looked at again", _again(shown)), ("State", shown.state.text)]),
            *_their_version(shown, f"What {plan.child.first_name} says"),
            Heading("Who does what"),
            *_doing(shown.actions),
            *[block for row in shown.rows if row.value for block in (Heading(row.key), Paragraph(str(row.value)))],
            Heading("Who agrees"),
            Items([_agreement(agreement) for agreement in shown.agreements] or ["Nobody has been asked yet."]),
        ],
    )  # fmt: skip


def for_child(shown: PlanPage) -> Paper:
    """Their words first, then who does what for them, whom they trust, where they are safe and how to ask for help."""
    plan = shown.plan
    texts = [
        ("People I trust", plan.trusted_people),
        ("Where I can go and be safe", plan.safe_places),
        ("How I ask for help", plan.phone_plan),
        ("If it goes wrong", plan.contingency),
    ]
    return Paper(
        title=f"{plan.child.first_name}: my plan",
        blocks=[
            *_their_version(shown, "What I said"),
            Heading("Who does what"),
            Items(
                [_promise(action) for action in shown.actions] or ["Nobody has agreed to do anything yet."]
            ),
            *[block for title, text in texts if text for block in (Heading(title), Paragraph(text))],
            Heading("When we look at it again"),
            Paragraph(_again(shown)),
        ],
    )


def _again(shown: PlanPage) -> str:
    return long_date(shown.plan.review_on) if shown.plan.review_on else "No day has been agreed"


def _their_version(shown: PlanPage, title: str) -> list[Block]:
    said = shown.plan.child_version
    return [Heading(title), Quote(said)] if said else []


def _doing(actions: list[PlanAction]) -> list[Block]:
    if not actions:
        return [Paragraph("Nobody has agreed to do anything yet.")]
    rows = [(action.who, action.what, _when(action)) for action in actions]
    return [Table(columns=("Who", "What", "When"), rows=rows)]


def _when(action: PlanAction) -> str:
    said = [
        action.when,
        f"by {long_date(action.by_on)}" if action.by_on else "",
        "evenings or weekends" if action.evenings_weekends else "",
    ]
    return ", ".join(filter(None, said)) or "No time agreed"


def _promise(action: PlanAction) -> str:
    who = "I" if action.who_is == "child" else action.who
    when = _when(action)
    return f"{who}: {action.what}{'' if when == 'No time agreed' else f' ({when})'}"


def _agreement(agreement: PlanAgreement) -> str:
    said = {rules.AGREES: "agrees", rules.DISAGREES: "does not agree", rules.NOT_ASKED: "was not asked"}[
        agreement.answer
    ]
    return f"{agreement.who} ({agreement.get_role_display().lower()}): {said}. {agreement.why_not}".strip()
