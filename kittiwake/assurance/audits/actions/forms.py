"""What a person typed about an action and its steps. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions.facts import ActionFacts, DiscussionFacts
from kittiwake.assurance.audits.models import AuditAction, Theme
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.primitives.measures.catalogue import adverse
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelCheckboxesField,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
)

OTHER = "other"
HINTS = {
    rules.CHILD_FOCUSED: "Something will be different for this child, and they would notice.",
    rules.PROCESS: "A form, a record or a routine is put right.",
}


class ActionForm(GovForm):
    what = TextField("What is to be done?", missing="Enter what is to be done", column=AuditAction.what)
    difference = TextField(
        "What should it change for the child?",
        hint="As the child would notice it: “Somebody meets Ash after school”, not “plan updated”.",
        missing="Enter what it should change for the child",
        column=AuditAction.difference,
    )
    about = RadiosField(
        "What is that change about?",
        hint="When something that speaks against it follows, such as being missing again, the action is opened again.",
        choices=[],
        missing="Select what the change is about",
        small=True,
    )
    lasts_days = RadiosField(
        "For how long does it have to last?",
        hint="After somebody has confirmed it.",
        choices=[(str(days), text) for days, text in rules.LASTS],
        missing="Select for how long it has to last",
        small=True,
    )
    focus = RadiosField(
        "Is it about the child or about process?",
        hint="Somebody else will say whether they see it the same way.",
        choices=rules.FOCUSES,
        hints=HINTS,
        missing="Select whether it is about the child or about process",
    )
    owner = ModelSelectField("Who will do it?", missing="Select who will do it")
    due_on = DateField("By when?", missing="Enter by when", future=True)
    themes = ModelCheckboxesField("Themes", required=False, small=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        about_field: Any = self.fields["about"]
        about_field.choices = _kinds()
        about_field.hints = {key: kind.hint for key, kind in adverse().items()}
        themes = Theme.objects.all()
        if themes:
            themes_field: Any = self.fields["themes"]
            themes_field.queryset = themes
        else:
            del self.fields["themes"]

    def values(self) -> ActionFacts:
        given = self.cleaned_data
        return {
            "what": given["what"],
            "difference": given["difference"],
            "focus": given["focus"],
            "owner": given["owner"],
            "due_on": given["due_on"],
            "about": "" if given["about"] == OTHER else given["about"],
            "lasts_days": int(given["lasts_days"]),
            "themes": given.get("themes", ()),
        }


def _kinds() -> list[tuple[str, str]]:
    return [*((key, kind.title) for key, kind in adverse().items()), (OTHER, "Something else")]


class GiveForm(GovForm):
    owner = ModelSelectField("Who will do it?", missing="Select who will do it")


class FocusForm(GovForm):
    focus = RadiosField(
        "Is it about the child or about process?",
        choices=rules.FOCUSES,
        hints=HINTS,
        missing="Select whether it is about the child or about process",
    )
    why = TextField(
        "If you see it differently from its writer, why?", required=False, column=AuditAction.focus_why
    )


class DiscussionForm(GovForm):
    """`parts`: what supervisions since the action wrote of this child."""

    where = RadiosField(
        "Was it in a supervision?",
        choices=[("supervision", "Yes, and this child was talked about"), ("apart", "No")],
        reveals={"supervision": ["in_supervision"], "apart": ["held_on", "with_whom"]},
        missing="Select whether it was in a supervision",
    )
    in_supervision = ModelSelectField("Which?", missing="Select which supervision")
    held_on = DateField("When was it discussed?", missing="Enter when it was discussed", past=True)
    with_whom = ModelSelectField(
        "With whom?", hint="The worker whose practice it is about.", missing="Select with whom"
    )
    words = TextAreaField(
        "What did they make of it?", hint="Theirs as well as yours.", missing="Enter what they made of it"
    )

    def __init__(self, *args: Any, parts: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if parts:
            part_field: Any = self.fields["in_supervision"]
            part_field.queryset = parts
            part_field.label_from_instance = _of_supervision
        else:
            del self.fields["where"], self.fields["in_supervision"]

    def values(self) -> DiscussionFacts:
        """Without the answer that only opens other questions."""
        answers = self.cleaned_data
        return {
            "words": answers["words"],
            "held_on": answers["held_on"],
            "with_whom": answers["with_whom"],
            "in_supervision": answers.get("in_supervision"),
        }


def _of_supervision(part: ChildPart) -> str:
    return f"{long_date(part.supervision.held_at)}, {part.supervisor} with {part.worker or part.supervision.team}"


class EvidenceForm(GovForm):
    evidence = TextAreaField(
        "What was done, and what shows it?",
        hint="Somebody else reads the record beside this.",
        missing="Enter what was done and what shows it",
    )


class CheckForm(GovForm):
    decision = RadiosField(
        "You have read the record beside what its owner says. What does it show?",
        choices=[("holds", "It was done, and the record shows it"), ("nothing", "Nothing has changed")],
        hints={"nothing": "It goes back to its owner, to be done again."},
        missing="Select what the record shows",
    )
    words = TextAreaField("What did you find?", missing="Enter what you found")
