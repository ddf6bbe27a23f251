"""A council moves in: from an empty folder to people at work, in the order of docs/running. One story, in which nothing is made up front."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import now
from playwright.sync_api import Browser

from kittiwake.accounts.tests.people import address_of
from kittiwake.accounts.tests.provider import CLIENT, SECRET, Provider, running
from kittiwake.primitives.documents.tests import files
from kittiwake.time.moments import local_date
from tests.journeys.conftest import browser
from tests.journeys.test_the_whole_loop import hours_ago
from tests.moving_in.certificate import write_certificate
from tests.moving_in.council import Council
from tests.moving_in.lists import FAMILY, GIVEN, write_annex_a, write_police_list
from tests.moving_in.people import Person
from tests.moving_in.post import Post

__all__ = ["browser"]
ADMINISTRATOR, WORKER, MANAGER, INTERVIEWER, ANALYST, DIRECTOR = (
    "Noa Fenn", "Robin Marsh", "Pat Holm", "Jo Sands", "Ann Lock", "Max Ford",
)  # fmt: skip
PEOPLE = {
    WORKER: "Social worker",
    MANAGER: "Team manager",
    INTERVIEWER: "Return interviewer",
    ANALYST: "Performance analyst",
    DIRECTOR: "Director",
}
TEAMS = {"North": "Social work", "Front door": "Front door", "Listening": "Return interviews"}
PLACES = (
    (WORKER, "North", "No"),
    (MANAGER, "North", "Yes"),
    (MANAGER, "Front door", "Yes"),
    (INTERVIEWER, "Listening", "No"),
)
NAME = f"{GIVEN} {FAMILY}"
WORDS = "A man picked me up in a grey car. He makes me carry things for him."


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short, for the socket in it; and open to the database's own user, as whom it runs where the tests are root's."""
    path = Path(tempfile.mkdtemp(prefix="moving-in-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def provider(folder: Path) -> Iterator[Provider]:
    with running(Provider(), write_certificate(folder)) as provider:
        provider.person = {"sub": "d-7", "email": address_of(DIRECTOR), "email_verified": True}
        yield provider


@pytest.fixture
def post() -> Iterator[Post]:
    with Post().running() as post:
        yield post


@pytest.fixture
def council(folder: Path, provider: Provider, post: Post) -> Council:
    return Council(
        folder / "home",
        KITTIWAKE_EMAIL_HOST="127.0.0.1",
        KITTIWAKE_EMAIL_PORT=str(post.port),
        KITTIWAKE_EMAIL_TLS="no",
        KITTIWAKE_OIDC_ISSUER=provider.issuer,
        KITTIWAKE_OIDC_CLIENT_ID=CLIENT,
        KITTIWAKE_OIDC_SECRET=SECRET,
        KITTIWAKE_OIDC_NAME="your council account",
        KITTIWAKE_OIDC_SECOND_FACTOR="yes",
        REQUESTS_CA_BUNDLE=str(folder / "provider.pem"),
    )


class Story:
    def __init__(self, browser: Browser, council: Council, post: Post, folder: Path) -> None:
        self.council, self.post, self.folder = council, post, folder
        self.people = {name: Person(browser, council, name) for name in (ADMINISTRATOR, *PEOPLE)}

    def given_an_empty_folder_and_a_first_link(self) -> str:
        begun = self.council.answer(
            "init", "--council", "Fennshire Council", "--administrator", address_of(ADMINISTRATOR)
        )
        assert begun["council"] == "Fennshire Council"
        return begun["link"]

    def when_the_administrator_comes_by_it(self, link: str) -> None:
        administrator = self.people[ADMINISTRATOR]
        administrator.comes_by(link)
        administrator.follows("Setting up")
        administrator.sees("People")

    def and_makes_their_teams(self) -> None:
        administrator = self.people[ADMINISTRATOR]
        for name, kind in TEAMS.items():
            administrator.opens("/teams/")
            administrator.presses("Add a team")
            administrator.types("What is it called?", name)
            administrator.selects("What does it do?", kind)
            administrator.presses("Add it")
            administrator.sees(name)

    def and_adds_five_people_of_whom_four_come_by_a_link(self) -> None:
        for name, role in PEOPLE.items():
            self.adds(name, role)
            if name is ANALYST:
                self.people[name].comes_by(self.sends_a_link(name))
            elif name is not DIRECTOR:
                self.people[name].comes_by(self.makes_a_link())

    def adds(self, name: str, role: str) -> None:
        administrator = self.people[ADMINISTRATOR]
        administrator.opens("/people/")
        administrator.presses("Add somebody")
        administrator.types("What is their name?", name)
        administrator.types("What is their email address at work?", address_of(name))
        administrator.selects("What is their role?", role)
        administrator.presses("Add them")
        administrator.is_on(name)

    def makes_a_link(self) -> str:
        """Of whom the administrator looks at."""
        administrator = self.people[ADMINISTRATOR]
        administrator.presses("Make a link to choose a password with")
        administrator.presses("Make the link")
        return administrator.page.locator("code").inner_text()

    def sends_a_link(self, name: str) -> str:
        administrator = self.people[ADMINISTRATOR]
        administrator.follows("Send them the link by mail")
        administrator.presses("Send the link")
        return self.post.link_to(address_of(name))

    def and_the_director_comes_by_single_sign_on(self) -> None:
        director = self.people[DIRECTOR]
        director.opens("/account/login/")
        director.presses("Sign in with your council account")
        director.opens("/account/")
        director.sees(address_of(DIRECTOR))

    def and_puts_them_into_their_teams(self) -> None:
        for name in (WORKER, MANAGER, INTERVIEWER):
            self.becomes_a_worker(name)
        for place in PLACES:
            self.joins(*place)

    def becomes_a_worker(self, name: str) -> None:
        administrator = self.people[ADMINISTRATOR]
        administrator.opens("/people/")
        administrator.follows(name)
        administrator.follows("Say who")
        administrator.page.get_by_label("They are new here").check()
        administrator.presses("Save")

    def joins(self, name: str, team: str, manages: str) -> None:
        administrator = self.people[ADMINISTRATOR]
        administrator.opens("/teams/")
        administrator.follows(team)
        administrator.presses("Put somebody into it")
        administrator.selects("Who?", name)
        administrator.chooses("Do they manage it?", manages)
        administrator.enters_day("From which day?", *hours_ago(0)[:3])
        administrator.presses("Save")
        administrator.sees(name)

    def when_the_lists_are_taken_in(self) -> None:
        """Whom the council works with, and who was reported missing."""
        children = write_annex_a(
            self.folder / "annex-a.xlsx", team="North", worker=WORKER, today=local_date(now())
        )
        taken = self.council.answer("import", "annex-a", str(children), "--as", address_of(ANALYST))
        assert taken["new"], taken
        away = write_police_list(
            self.folder / "police.csv", reference="MP/1/26", back=now() - timedelta(hours=5)
        )
        taken = self.council.answer("import", "police-missing", str(away), "--as", address_of(ANALYST))
        assert (taken["new"], taken["needs_person"]) == (1, 0), taken

    def and_the_manager_gives_the_child_a_worker(self) -> None:
        manager = self.people[MANAGER]
        manager.opens("/without-a-worker/")
        manager.follows(NAME)
        manager.chooses("Who will have them?", "A named worker")
        manager.selects("Which worker?", WORKER)
        manager.page.get_by_label("Why does the worker change?").select_option(index=1)
        manager.presses("Change their worker")
        manager.sees(f"{NAME} is with {WORKER}")

    def then_the_worker_finds_the_child_who_is_back(self) -> None:
        worker = self.people[WORKER]
        worker.opens("/")
        worker.sees(NAME)
        worker.follows(NAME)
        worker.sees("Return interview held")
        self.child = worker.path

    def and_the_interviewer_listens(self) -> None:
        interviewer = self.people[INTERVIEWER]
        interviewer.opens(self.child)
        interviewer.follows("Write a return interview")
        interviewer.types("What did the child say?", WORDS)
        interviewer.enters_moment("When was it held?", *hours_ago(1))
        independent = "Are they independent of where the child lives and of those who work with the child?"
        interviewer.chooses(independent, "Yes")
        interviewer.selects("How do they want to hear what comes of it?", "Somebody tells them in person")
        interviewer.presses("Save interview")
        interviewer.is_on("What was learned")

    def and_the_child_is_told_what_came_of_it(self) -> None:
        worker = self.people[WORKER]
        worker.opens(self.child)
        worker.follows("Write to them: what came of it")
        worker.types("What did you hear?", "You told us a man makes you carry things.")
        worker.types("What will happen, who will do it, and by when?", "Robin meets you after school.")
        worker.types("Whom can they ring, and when?", "Robin, on weekdays.")
        worker.presses("Save and read it through")
        worker.presses("They have been told")
        worker.enters_moment("When were they told?", *hours_ago(0.01))
        worker.chooses("How?", "In person")
        worker.presses("Save")
        worker.sees("Told")

    def and_a_letter_is_kept(self) -> None:
        letter = self.folder / "From the school.pdf"
        letter.write_bytes(files.PDF)
        worker = self.people[WORKER]
        worker.opens(f"{self.child}documents/")
        worker.presses("Add a photograph or document")
        worker.page.locator("input[type=file]").set_input_files(letter)
        worker.chooses("What is it?", "Letter or email")
        worker.presses("Add them")
        worker.sees("From the school")

    def when_the_night_is_over_the_list_has_been_read_again(self) -> None:
        """The same list, as a timer brings it: nothing is on the record twice."""
        taken = self.council.answer("import", "police-missing", str(self.folder / "police.csv"))
        assert (taken["new"], taken["changed"], taken["unchanged"]) == (0, 0, 1), taken

    def and_a_backup_is_put_back_into_an_empty_system(self, second: Council) -> None:
        """Which compares every table and document itself; and what is due there is what is due here."""
        key = self.folder / "private.txt"
        self.council.run("backup-key", str(key))
        self.council.run("backup")
        (backup,) = (self.council.home / "backups").glob("*.age")
        second.run("init")
        second.run("restore", str(backup), "--key", str(key))
        assert second.answer("clocks") == self.council.answer("clocks")

    def when_the_council_is_upgraded_nobody_is_signed_out(self) -> None:
        """The tables while it is served; the service by starting again."""
        self.council.run("upgrade", "--yes")
        self.people[WORKER].opens(self.child)

    def then_whoever_leaves_is_out_on_the_next_click(self) -> None:
        interviewer, administrator = self.people[INTERVIEWER], self.people[ADMINISTRATOR]
        interviewer.opens(self.child)
        administrator.opens("/people/")
        administrator.follows(INTERVIEWER)
        administrator.follows("Close this account now")
        administrator.presses("Close the account")
        interviewer.is_signed_out(self.child)


def test_a_council_moves_in(browser: Browser, council: Council, post: Post, folder: Path) -> None:
    story = Story(browser, council, post, folder)
    link = story.given_an_empty_folder_and_a_first_link()
    with council.served():
        story.when_the_administrator_comes_by_it(link)
        story.and_makes_their_teams()
        story.and_adds_five_people_of_whom_four_come_by_a_link()
        story.and_the_director_comes_by_single_sign_on()
        story.and_puts_them_into_their_teams()
        story.when_the_lists_are_taken_in()
        story.and_the_manager_gives_the_child_a_worker()
        story.then_the_worker_finds_the_child_who_is_back()
        story.and_the_interviewer_listens()
        story.and_the_child_is_told_what_came_of_it()
        story.and_a_letter_is_kept()
        story.when_the_night_is_over_the_list_has_been_read_again()
        story.and_a_backup_is_put_back_into_an_empty_system(Council(folder / "second"))
        story.when_the_council_is_upgraded_nobody_is_signed_out()
    with council.served():
        story.then_whoever_leaves_is_out_on_the_next_click()
