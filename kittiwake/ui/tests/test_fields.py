"""What each kind of question accepts, what it gives, and what it says when it refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from kittiwake.time.moments import Moment
from kittiwake.ui.forms import (
    CheckboxesField,
    ConfirmField,
    DateField,
    EmailField,
    FileField,
    FilesField,
    GovForm,
    HiddenField,
    MomentField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
    YesNoField,
)
from kittiwake.ui.receiving import NO_ROOM, ReceivedFile

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def answer(field, data=None, **files):
    """The form with that one question, called `it`, sent with the data."""
    form = type("OneForm", (GovForm,), {"it": field})(data or {"other": "x"}, files)
    form.is_valid()
    return form


def errors(field, data=None, **files):
    return list(answer(field, data, **files).errors.get("it", []))


def value(field, data=None, **files):
    return answer(field, data, **files).cleaned_data["it"]


def parts(day="", month="", year="", time="", unknown=""):
    typed = {"day": day, "month": month, "year": year, "time": time, "time_unknown": unknown}
    return {f"it_{part}": text for part, text in typed.items()}


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (TextField("Full name", missing="Enter their full name"), "Enter their full name"),
        (TextField("Full name"), "Enter full name"),
        (TextField("NHS number"), "Enter NHS number"),
        (TextField("Who was there?"), "Answer the question: Who was there?"),
        (NumberField("Height"), "Enter height"),
        (SelectField("Farm", choices=[("a", "A")]), "Select farm"),
        (RadiosField("Farm", choices=[("a", "A")], missing="Select the farm"), "Select the farm"),
        (CheckboxesField("Farms", choices=[("a", "A")]), "Select farms"),
        (YesNoField("Tools", missing="Select yes if you have tools"), "Select yes if you have tools"),
        (ConfirmField("We agree", missing="Select the box if you agree"), "Select the box if you agree"),
        (ConfirmField("I have searched"), "Select the box to confirm: I have searched"),
        (DateField("Date of birth"), "Enter date of birth"),
        (
            MomentField("Last seen", missing="Enter when they were last seen"),
            "Enter when they were last seen",
        ),
        (FileField("Drawing", missing="Select a drawing"), "Select a drawing"),
    ],
)
def test_it_says_what_is_missing(field, message):
    assert errors(field) == [message]


@pytest.mark.parametrize(
    ("field", "nothing"),
    [
        (TextField("x", required=False), ""),
        (TextAreaField("x", required=False), ""),
        (NumberField("x", required=False), None),
        (SelectField("x", choices=[("a", "A")], required=False), ""),
        (RadiosField("x", choices=[("a", "A")], required=False), ""),
        (CheckboxesField("x", choices=[("a", "A")], required=False), []),
        (YesNoField("x", required=False), None),
        (ConfirmField("x", required=False), False),
        (DateField("x", required=False), None),
        (MomentField("x", required=False), None),
        (HiddenField(required=False), ""),
        (VersionField(required=False), None),
    ],
)
def test_an_optional_question_may_be_left_empty(field, nothing):
    assert value(field) == nothing
    assert field.empty_value == nothing


def test_it_says_how_long_an_answer_may_be_and_is():
    assert errors(TextField("Full name", max_length=3), {"it": "Robin"}) == [
        "Full name must be 3 characters or fewer. You have used 5"
    ]
    assert errors(TextField("Who?", max_length=3), {"it": "Robin"}) == [
        "The answer must be 3 characters or fewer. You have used 5"
    ]


def test_a_per_cent_sign_in_a_label_is_only_a_sign():
    assert errors(TextField("Share in %", max_length=1), {"it": "10"})[0].startswith("Share in % must be 1 ")
    assert errors(RadiosField("Share in %", choices=[]), {"it": "x"})[0].startswith(
        "Share in % must be one of"
    )


def test_it_counts_a_line_end_once_as_the_counter_on_the_page_does():
    assert value(TextAreaField("Note", max_length=3), {"it": "a\r\nb"}) == "a\nb"


def test_it_refuses_a_character_that_cannot_be_stored():
    assert "cannot be stored" in errors(TextField("Name"), {"it": "a\x00b"})[0]


def test_an_email_address_looks_like_one():
    assert value(EmailField("Email"), {"it": "ash@example.com"}) == "ash@example.com"
    assert errors(EmailField("Email"), {"it": "ash"}) == [
        "Enter an email address in the correct format, like name@example.com"
    ]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("tall", "Height must be a whole number, like 15"),
        ("1.5", "Height must be a whole number, like 15"),
        ("1", "Height must be 2 or more"),
        ("9", "Height must be 8 or fewer"),
    ],
)
def test_a_number_is_whole_and_within_bounds(typed, message):
    assert errors(NumberField("Height", min_value=2, max_value=8), {"it": typed}) == [message]


def test_yes_and_no_are_true_and_false():
    assert value(YesNoField("Tools"), {"it": "yes"}) is True
    assert value(YesNoField("Tools"), {"it": "no"}) is False
    assert errors(YesNoField("Tools"), {"it": "maybe"}) == ["Tools must be one of the choices on this page"]


def test_none_rules_the_others_out():
    field = CheckboxesField("Colours", choices=[("green", "Green"), ("none", "No colour")], exclusive="none")
    assert value(field, {"it": ["none"]}) == ["none"]
    assert errors(field, {"it": ["green", "none"]}) == ["Select “No colour” on its own, or only the others"]


def test_a_date_is_read_from_its_three_boxes():
    assert value(DateField("Born"), parts("3", "11", "2016")) == date(2016, 11, 3)
    assert errors(DateField("Born"), parts("31", "2", "2016")) == ["Born must be a real date"]


@time_machine.travel(NOON)
def test_a_date_may_have_to_be_past_or_to_come():
    today, tomorrow, yesterday = ((str(day), "11", "2026") for day in (23, 24, 22))
    assert errors(DateField("Born", past=True), parts(*tomorrow)) == ["Born must be today or in the past"]
    assert errors(DateField("Review", future=True), parts(*yesterday)) == [
        "Review must be today or in the future"
    ]
    assert value(DateField("Born", past=True), parts(*today)) == date(2026, 11, 23)
    assert value(DateField("Review", future=True), parts(*today)) == date(2026, 11, 23)


def test_a_moment_is_a_date_and_a_time():
    moment = value(MomentField("Seen"), parts("1", "7", "2026", "6.10pm"))
    assert moment == Moment(datetime(2026, 7, 1, 17, 10, tzinfo=UTC), time_known=True)


def test_a_moment_may_be_without_its_time():
    moment = value(MomentField("Seen"), parts("1", "7", "2026", unknown="yes"))
    assert moment == Moment(datetime(2026, 6, 30, 23, tzinfo=UTC), time_known=False)
    assert moment.on == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("typed", "messages"),
    [
        (("1", "7", "2026"), ["Seen must include a time, or select “Time not known”"]),
        (("1", "7", "2026", "6pm", "yes"), ["Enter a time or select “Time not known”, not both"]),
        (
            ("1", "7", "", "6"),
            ["Seen must include a year", "The time must say am or pm, like 6pm, or give minutes, like 18:00"],
        ),
        (("", "", "", "6pm"), ["Seen must include a day and month and year"]),
        (
            ("29", "3", "2026", "1:30am"),
            ["On 29 March 2026 the clocks went forward, so there was no 1:30am. Check the time"],
        ),
    ],
)
def test_it_says_everything_wrong_with_a_moment_at_once(typed, messages):
    assert errors(MomentField("Seen"), parts(*typed)) == messages


def test_a_moment_may_insist_on_its_time():
    field = MomentField("Seen", unknown=False)
    assert errors(field, parts("1", "7", "2026", unknown="yes")) == ["Seen must include a time"]


@time_machine.travel(NOON)
def test_a_past_moment_is_not_later_than_now():
    field = MomentField("Seen", past=True)
    assert errors(field, parts("23", "11", "2026", "12:01pm")) == [
        "Seen must be in the past. It is midday now"
    ]
    assert errors(field, parts("24", "11", "2026", "9am")) == ["Seen must be today or in the past"]
    assert value(field, parts("23", "11", "2026", "midday")).at == NOON
    assert value(field, parts("23", "11", "2026", unknown="yes")).time_known is False


def test_a_file_is_of_a_kind_and_size():
    field = FileField("Drawing", accept=(".pdf", ".png"), max_bytes=5)
    assert value(field, it=SimpleUploadedFile("a.PDF", b"12345")).name == "a.PDF"
    assert errors(field, it=SimpleUploadedFile("a.exe", b"1")) == ["The selected file must be a PDF or PNG"]
    assert errors(field, it=SimpleUploadedFile("a.pdf", b"123456")) == [
        "The selected file must be smaller than 5e-06MB"
    ]
    assert errors(field, it=SimpleUploadedFile("a.pdf", b"")) == ["The selected file is empty"]


@pytest.mark.parametrize("field", [FileField("Drawing"), FilesField("Drawing")], ids=["one", "several"])
def test_a_file_for_which_there_was_no_room_is_said_to_be_so(field):
    """There is nothing in it, and its size is what came: it must not be taken for one that is empty, or broken."""
    file = ReceivedFile(BytesIO(), "a.pdf", "application/pdf", 3)
    file.refused = NO_ROOM
    with pytest.raises(ValidationError, match="The server has no room left for your file"):
        field.clean([file] if isinstance(field, FilesField) else file)


def test_a_hidden_version_says_that_the_page_is_out_of_date():
    assert "out of date" in errors(VersionField())[0]
    assert "out of date" in errors(VersionField(), {"it": "x"})[0]
    assert value(VersionField(), {"it": "7"}) == 7


@time_machine.travel(datetime(2026, 7, 1, 17, 10, 42, tzinfo=UTC), tick=False)
def test_now_is_the_minute_the_form_came_in_and_nothing_beside_it():
    field = MomentField("Seen", past=True)
    assert value(field, {"it_now": "yes"}) == Moment(datetime(2026, 7, 1, 17, 10, tzinfo=UTC))
    assert errors(field, {**parts("1", "7", "2026", "6.10pm"), "it_now": "yes"}) == [
        "Seen must be “Now” or a date and time, not both"
    ]


def test_now_is_not_asked_of_what_may_be_to_come():
    assert errors(MomentField("Planned"), {"it_now": "yes"})
