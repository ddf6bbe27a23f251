"""Pages of letters. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.letters import forms, recording
from kittiwake.assurance.letters.beside import BesidePage, last_time, others_of
from kittiwake.assurance.letters.models import Letter, LetterFile, Statement
from kittiwake.assurance.letters.parts import Part, next_to_confirm, parts_of
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.assurance.letters.showing import LetterPage, LettersPage, by_section, wanted
from kittiwake.primitives.documents.rules import FORMATS, name_to_give, title_of
from kittiwake.primitives.documents.serving import harmless
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import Page, by_number

FORM = "ui/form_page.html"


def _letter(pk: int) -> Letter:
    return get_object_or_404(Letter.objects.select_related("added_by", "struck_out_by"), pk=pk)


def letters(request: ViewerRequest) -> HttpResponse:
    return page(request, "letters/letters.html", {"shown": LettersPage(request.viewer)})


def add_letter(request: ViewerRequest) -> HttpResponse:
    form = forms.AddForm(request.POST or None, request.FILES or None)
    back = reverse("letters:letters")
    context = {
        "title": "Add an inspectors’ letter",
        "button": "Read the letter",
        "back_url": back,
        "cancel_url": back,
    }

    def record() -> Letter:
        text, file = form.read()
        letter_read = read(text)
        added = recording.add_letter(letter_read, text, file=file, by=request.user, at=now())
        if letter_read.notes:
            messages.warning(request, " ".join(letter_read.notes))
        return added

    return carry_out(request, form, record, FORM, context)


def letter(request: ViewerRequest, pk: int) -> HttpResponse:
    shown_letter = LetterPage(_letter(pk), request.viewer)
    others = others_of(shown_letter.letter)
    words = {"letter": shown_letter.letter, "others": others, "last": last_time(shown_letter.letter, others)}
    return page(request, "letters/letter.html", {"shown": shown_letter, **words})


def letter_file(request: ViewerRequest, pk: int) -> FileResponse:
    """As it came, to keep: never shown as a page."""
    file = get_object_or_404(LetterFile, pk=pk)
    kept_as = FORMATS[file.format]
    response = FileResponse(
        BytesIO(file.content), as_attachment=True, content_type=kept_as.media_type,
        filename=name_to_give(title_of(file.name, 100), kept_as),
    )  # fmt: skip
    return harmless(response)


def statements_of_letter(request: ViewerRequest, pk: int) -> HttpResponse:
    of_letter = _letter(pk)
    form = forms.StatementsForm(request.GET or None)
    rows_page: Page[Statement] = by_number(request, wanted(of_letter, **form.chosen))
    context = {
        "letter": of_letter,
        "filter": form,
        "rows_page": rows_page,
        "rows": by_section(rows_page.rows),
    }
    return page(request, "letters/statements_of_letter.html", context)


def confirm_statements(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """One part of a letter. What a browser sends back says itself which statements it showed."""
    of_letter = _letter(pk)
    parts = parts_of(of_letter.statements.select_related("confirmed_by"))
    part = _part(parts, number)
    if of_letter.is_struck_out:
        why = "The letter was struck out, so nothing more is confirmed in it."
        return not_yours(
            request, part.title, why, back_url=of_letter.get_absolute_url(), caption=str(of_letter)
        )
    sent = request.POST if request.method == "POST" else None
    form = forms.ConfirmForm(sent, statements=forms.shown_in(part.statements, sent))

    def record() -> str:
        try:
            recording.confirm(of_letter, form.decisions(), by=request.user, at=now())
        except recording.DecidedOtherwise as otherwise:
            form.say_otherwise(otherwise.statements)
            raise
        return _after(of_letter, number)

    context = {"letter": of_letter, "part": part, "parts": parts}
    return carry_out(request, form, record, "letters/confirm_statements.html", context)


def _part(parts: Sequence[Part], number: int) -> Part:
    if not 1 <= number <= len(parts):
        raise Http404
    return parts[number - 1]


def _after(of_letter: Letter, number: int) -> str:
    """On to the next part in which something waits; to the letter when nothing does."""
    following = next_to_confirm(parts_of(of_letter.statements.all()), after=number)
    if following is None or following.number == number:
        return of_letter.get_absolute_url()
    return reverse("letters:confirm_statements", args=[of_letter.pk, following.number])


def correct_letter(request: ViewerRequest, pk: int) -> HttpResponse:
    correcting = _letter(pk)
    form = forms.CorrectForm(request.POST or None, initial=forms.CorrectForm.initial_of(correcting))

    def record() -> Letter:
        version = form.cleaned_data["version"]
        return recording.correct_letter(
            correcting, version=version, **form.values(), by=request.user, at=now()
        )

    return carry_out(request, form, record, FORM, _about(correcting, "Correct what the letter is"))


def strike_out_letter(request: ViewerRequest, pk: int) -> HttpResponse:
    striking = _letter(pk)
    form = forms.StrikeOutForm(request.POST or None)

    def record() -> Letter:
        return recording.strike_out_letter(
            striking, reason=form.cleaned_data["reason"], by=request.user, at=now()
        )

    return carry_out(request, form, record, FORM, _about(striking, "Strike out this letter", "Strike out"))


def _about(about: Letter, title: str, button: str = "Save") -> dict[str, str]:
    back = about.get_absolute_url()
    return {"title": title, "caption": str(about), "button": button, "back_url": back, "cancel_url": back}


def letters_beside(request: ViewerRequest, pk: int, other_pk: int) -> HttpResponse:
    shown_both = BesidePage(_letter(pk), _letter(other_pk), request.GET.get("theme", ""))
    return page(request, "letters/letters_beside.html", {"shown": shown_both})
