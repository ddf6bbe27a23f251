from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now
from openpyxl import Workbook

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.teams import recording as teams
from kittiwake.exchange.models import StaffList
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.staff import recording
from kittiwake.exchange.staff.planning import plans
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date, start_of
from tests.cast import Cast, signed_in

HEADINGS = "Name,Email address,Role,Team,Manages it,Last day"
KIM = "Kim Fell,kim.fell@saltmere.example,Social worker,North team,no,"
SAM = "Sam Moor,sam.moor@saltmere.example,Team manager,South team,yes,"


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


@pytest.fixture
def by(cast: Cast) -> dict:
    return {"by": cast.user("administrator"), "at": now()}


def in_a_year() -> str:
    return f"{local_date(now()) + timedelta(days=300):%d/%m/%Y}"


def csv(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\n".join([headings, *rows, ""]).encode()


def read(by: dict, *rows: str, headings: str = HEADINGS) -> StaffList:
    return recording.read(open_source(csv(*rows, headings=headings), "staff.csv"), **by)


def send(client: Client, content: bytes, name: str = "staff.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("exchange:staff_lists"), {"file": file, "once": str(uuid4())})


def wrong(by: dict, *rows: str) -> dict[int, tuple[str, str]]:
    """The column and the sentence, by row, of what cannot be recorded."""
    every = plans(read(by, *rows).rows, by["by"], by["at"])
    return {plan.line: (plan.column, plan.words[0]) for plan in every if plan.pile == "wrong"}


def test_a_list_is_looked_over_and_then_recorded(cast: Cast, administrator: Client) -> None:
    answer = send(administrator, csv(KIM, SAM))
    staff = StaffList.objects.get()
    assert answer["Location"] == staff.get_absolute_url()
    page = administrator.get(staff.get_absolute_url()).content.decode()
    assert "An account is added: Social worker. In North team from today." in page
    assert "Manages South team from today." in page
    assert not User.objects.filter(name="Kim Fell").exists()

    administrator.post(reverse("exchange:record_staff", args=[staff.pk]), {"once": str(uuid4())})

    kim, sam = User.objects.get(name="Kim Fell"), User.objects.get(name="Sam Moor")
    assert (kim.role, sam.role) == (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    assert Membership.objects.get(worker__user=kim).team == cast.north
    assert Membership.objects.get(worker__user=sam).manages
    assert (
        "Recorded: 2 accounts added, 0 changed"
        in administrator.get(staff.get_absolute_url()).content.decode()
    )


def test_a_workbook_is_read_as_well(administrator: Client, cast: Cast) -> None:
    book = Workbook()
    book.active.append(["E-mail", "Full name", "Role", "Until"])
    book.active.append(
        ["kim.fell@saltmere.example", "Kim Fell", "inspector", now().date() + timedelta(days=9)]
    )
    kept = BytesIO()
    book.save(kept)

    send(administrator, kept.getvalue(), "staff.xlsx")

    page = administrator.get(StaffList.objects.get().get_absolute_url()).content.decode()
    assert "An account is added: Inspector. It ends after" in page


def test_the_same_file_twice_does_nothing_twice(by: dict, cast: Cast, administrator: Client) -> None:
    recording.record(read(by, KIM, SAM), **by)
    people, places = User.objects.count(), Membership.objects.count()

    again = read(by, KIM, SAM)

    assert {plan.pile for plan in plans(again.rows, by["by"], by["at"])} == {"left"}
    assert "Nothing in this list is new" in administrator.get(again.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="Nothing in this list is new"):
        recording.record(again, **by)
    assert (User.objects.count(), Membership.objects.count()) == (people, places)


def test_one_list_is_recorded_once(by: dict, cast: Cast) -> None:
    staff = read(by, KIM)
    recording.record(staff, **by)
    with pytest.raises(Refused, match="recorded or discarded already"):
        recording.record(staff, **by)


def test_what_is_known_otherwise_is_changed_and_what_is_empty_stays(by: dict, cast: Cast) -> None:
    worker = cast.user("worker")
    staff = read(by, f"Robin Worker,{worker.email.upper()},Quality auditor,,,")

    (plan,) = plans(staff.rows, by["by"], by["at"])
    assert plan.words == [
        "Called Robin Worker in place of Worker.",
        "Quality auditor from today, in place of Social worker.",
    ]
    recording.record(staff, **by)

    worker.refresh_from_db()
    assert (worker.name, worker.role) == ("Robin Worker", Role.AUDITOR)
    assert Membership.objects.filter(worker__user=worker, ends_on=None).exists()


def test_an_address_in_two_rows_is_recorded_in_neither(by: dict, cast: Cast) -> None:
    found = wrong(by, KIM, SAM, KIM.replace("Kim", "Kit").replace("kit.", "kim.").replace("Kit.", "kim."))
    assert found == {
        2: ("email", "The same address is in row 4. Leave one of them."),
        4: ("email", "The same address is in row 2. Leave one of them."),
    }


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("Kim Fell,kim.fell,Analyst,,,", "email", "Enter an email address"),
        (",kim@saltmere.example,Performance analyst,,,", "name", "Enter their name"),
        ("Kim Fell,kim@saltmere.example,,,,", "role", "Enter their role"),
        ("Kim Fell,kim@saltmere.example,Sociel worker,North team,,", "role", "There is no role ‘Sociel worker’. Did you mean Social worker?"),
        ("Kim Fell,kim@saltmere.example,Kittiwake itself,,,", "role", "There is no role ‘Kittiwake itself’. Roles are: Social worker,"),
        ("Kim Fell,kim@saltmere.example,Child or young person,,,", "role", "There is no role"),
        ("Kim Fell,kim@saltmere.example,Partner professional,,,", "role", "Partner agencies"),
        ("Kim Fell,kim@saltmere.example,Social worker,Nrth team,,", "team", "no team called ‘Nrth team’. Did you mean North team?"),
        ("Kim Fell,kim@saltmere.example,Social worker,,,", "team", "they see children through their team"),
        ("Kim Fell,kim@saltmere.example,Team manager,,yes,", "team", "Enter the team they manage"),
        ("Kim Fell,kim@saltmere.example,Team manager,North team,perhaps,", "manages", "Write yes or no"),
        ("Kim Fell,kim@saltmere.example,Inspector,,,", "last_day", "say until when"),
        ("Kim Fell,kim@saltmere.example,Director,,,31/13/2027", "last_day", "is not a day"),
        ("Kim Fell,kim@saltmere.example,Director,,,31/12/2020", "last_day", "must be in the future"),
        ("Partner,partner@saltmere.example,Director,,,", "email", "a partner’s or a young person’s"),
        ("Young Person,young_person@saltmere.example,Director,,,", "email", "a partner’s or a young person’s"),
        ("Ada,administrator@saltmere.example,Director,,,", "email", "another system administrator changes it"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_by_row_and_column(
    by: dict, cast: Cast, row: str, column: str, why: str
) -> None:
    where, said = wrong(by, SAM, row)[3]
    assert where == column
    assert why in said


def test_the_address_of_somebody_who_left_is_not_given_to_another(by: dict, cast: Cast) -> None:
    worker = cast.user("worker")
    accounts.end_user(worker, **by)
    column, why = wrong(by, f"Another,{worker.email},Quality auditor,,,")[2]
    assert (column, f"belongs to {worker.name}, whose account is closed" in why) == ("email", True)


def test_a_closed_team_is_none(by: dict, cast: Cast) -> None:
    closed = teams.add(name="East team", kind="social_work", parent=None, **by)
    teams.close(closed, ends_on=local_date(now()), **by)
    column, _ = wrong(by, KIM.replace("North", "East"))[2]
    assert column == "team"


def test_nobody_is_taken_for_a_worker_of_the_same_name(by: dict, cast: Cast) -> None:
    known = Worker.objects.create(name="Kim Fell")
    staff = read(by, KIM)

    (plan,) = plans(staff.rows, by["by"], by["at"])
    assert "a worker called Kim Fell is known already" in plan.words[1]
    recording.record(staff, **by)

    known.refresh_from_db()
    assert known.user is None
    assert not Worker.objects.filter(user__name="Kim Fell").exists()


def test_rows_that_can_be_are_recorded_beside_those_that_cannot(by: dict, cast: Cast) -> None:
    recording.record(read(by, KIM, "Nobody,no address,Director,,,"), **by)
    assert User.objects.filter(name="Kim Fell").exists()


def test_nothing_is_half_done(by: dict, cast: Cast) -> None:
    """The only administrator who stays would not: a rule that is known only as it is recorded."""
    other = User.objects.create_user("other@saltmere.example", "Other", Role.ADMINISTRATOR)
    staff = read({"by": other, "at": now()}, KIM, "Administrator,administrator@saltmere.example,Director,,,")
    before = User.objects.count()

    with pytest.raises(
        Refused, match=r"Nothing was recorded\. Look at row 3, Administrator: .*only system administrator"
    ):
        recording.record(staff, by=other, at=now())

    assert User.objects.count() == before
    assert not Event.objects.filter(what="accounts.user_added").exists()
    assert StaffList.objects.get(pk=staff.pk).is_open


def test_it_is_held_against_the_accounts_as_they_are_when_it_is_recorded(by: dict, cast: Cast) -> None:
    staff = read(by, KIM, SAM)
    kim = accounts.add_user(email="kim.fell@saltmere.example", name="Kim Fell", role=Role.AUDITOR, **by)

    recording.record(staff, **by)

    kim.refresh_from_db()
    assert kim.role == Role.SOCIAL_WORKER
    assert User.objects.filter(email="kim.fell@saltmere.example").count() == 1


def test_a_last_day_is_the_last_day(by: dict, cast: Cast) -> None:
    recording.record(read(by, f"Kim Fell,kim@saltmere.example,Inspector,,,{in_a_year()}"), **by)
    kim = User.objects.get(name="Kim Fell")
    assert kim.expires_at == start_of(local_date(now()) + timedelta(days=301))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Surname,Forename\nFell,Kim\n", "has no column called Email address"),
        (b"Email address,Team\nkim@saltmere.example,North team\n", "has no column called Name or Role"),
        (csv(), "no rows"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 200, "not a list that can be read"),
    ],
)
def test_another_file_is_refused_with_a_sentence(administrator: Client, content: bytes, why: str) -> None:
    answer = send(administrator, content)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not StaffList.objects.exists()


def test_discarded_nothing_of_it_is_kept(by: dict, administrator: Client) -> None:
    staff = read(by, KIM)
    administrator.post(reverse("exchange:discard_staff", args=[staff.pk]), {"once": str(uuid4())})
    staff.refresh_from_db()
    assert (staff.rows, staff.is_open) == ([], False)


def test_another_administrator_does_not_see_it(by: dict, cast: Cast) -> None:
    staff = read(by, KIM)
    other = User.objects.create_user("other@saltmere.example", "Other", Role.ADMINISTRATOR)
    assert signed_in(other).get(staff.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["analyst", "support", "manager"])
def test_whoever_imports_records_of_children_does_not_add_people(by: dict, cast: Cast, who: str) -> None:
    client = signed_in(cast.user(who))
    assert send(client, csv(KIM)).status_code == 403
    assert client.get(reverse("exchange:staff_list", args=[read(by, KIM).pk])).status_code == 403


def test_a_long_list_asks_no_more_often_than_a_short_one(by: dict, administrator: Client, cast: Cast) -> None:
    def asked(number: int) -> int:
        rows = [f"Kim {at},kim{at}@saltmere.example,Social worker,North team,," for at in range(number)]
        staff = read(by, *rows)
        administrator.get(staff.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            administrator.get(staff.get_absolute_url())
        return len(captured)

    assert asked(2) == asked(60)
