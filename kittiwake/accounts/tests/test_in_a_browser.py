"""Signing in as people do it: in a browser, under the content security policy, with passkeys and an app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kittiwake.accounts.tests.people import PASSWORD, address_of, code_now
from kittiwake.accounts.tests.provider import Provider, running, settings_for
from kittiwake.accounts.tests.served import Visitor, browser, database, serving

__all__ = ["browser", "database"]
# One person a test, since what they set up stays.
PEOPLE = [
    ["Robin Marsh", "social_worker", "Knows the families of the North team better than anybody."],
    ["Pat Holm", "team_manager", "Answers for six workers, and for what is overdue."],
    ["Kim Fell", "partner", "A police officer who was invited to one child."],
    ["Lee Weir", "auditor", "Reads what others wrote, and asks what changed for the child."],
    [
        "Jo Sands",
        "return_interviewer",
        "Listens when a young person is back, and writes down what they said.",
    ],
    ["Max Ford", "director", "Has to be able to say how well this is done."],
    ["Sam Tern", "early_help_worker", "Meets families before anything has gone wrong."],
    ["Ash Alder", "child", "Back since ten past six."],
    ["Nell Reed", "analyst", "Asks what the figures do not say."],
]


@pytest.fixture(scope="module")
def mails(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="module")
def site(database: str, mails: Path) -> Iterator[str]:
    mail = {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(mails),
    }
    with serving(database, people=PEOPLE, settings={"SECOND_FACTOR_REQUIRED": True, **mail}) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, site)
    yield visitor
    visitor.context.close()


def test_a_passkey_is_set_up_and_signs_in_by_itself(visitor: Visitor, mails: Path) -> None:
    visitor.give_passkeys()
    visitor.sign_in("Robin Marsh", PASSWORD)
    visitor.reads("Set up a second proof that it is you")
    visitor.press("Set up a passkey")
    visitor.reads("Set up a passkey")
    visitor.fill("Name of this passkey (optional)", "Work laptop")
    visitor.press("Set up a passkey")
    visitor.reads("Recovery codes")
    assert visitor.page.get_by_text("Your passkey is set up.").is_visible()
    visitor.press("I have kept them")
    assert visitor.page.get_by_text("The work of Robin Marsh").is_visible()

    visitor.open("/account/")
    visitor.reads("Your account")
    assert visitor.page.get_by_text("Work laptop").first.is_visible()
    visitor.press("Sign out")
    visitor.reads("Sign in")
    visitor.press("Sign in with a passkey")

    visitor.page.get_by_text("The work of Robin Marsh").wait_for()
    told = "".join(path.read_text() for path in mails.iterdir())
    assert "Subject: Kittiwake: a passkey was set up" in told
    assert "A passkey was set up for your account." in told


def test_a_passkey_is_the_second_proof_after_a_password(visitor: Visitor) -> None:
    set_up_passkey(visitor, "Pat Holm")
    visitor.open("/account/")
    visitor.press("Sign out")

    visitor.sign_in("Pat Holm", PASSWORD)
    visitor.reads("Prove it is you")
    visitor.press("Use a passkey")

    visitor.page.get_by_text("The work of Pat Holm").wait_for()


def test_the_wrong_finger_opens_nothing_and_it_is_said(visitor: Visitor) -> None:
    set_up_passkey(visitor, "Kim Fell")
    visitor.open("/account/")
    visitor.press("Sign out")
    problem = visitor.page.get_by_text("The passkey did not work, or the window was closed.")
    assert not problem.is_visible()
    visitor.wrong_finger()

    visitor.press("Sign in with a passkey")

    problem.wait_for()
    visitor.open("/")
    visitor.reads("Sign in")


def test_the_only_passkey_stays_and_one_of_two_goes(visitor: Visitor) -> None:
    set_up_passkey(visitor, "Lee Weir")
    visitor.open("/account/")
    visitor.follow("Remove Passkey")
    assert visitor.page.get_by_text("This is your only second proof.").is_visible()

    set_up_app(visitor)
    visitor.open("/account/")
    visitor.reads("Your account")
    visitor.follow("Rename Passkey")
    visitor.reads("Name of the passkey")
    visitor.fill("Name of this passkey", "Old laptop")
    visitor.press("Save")
    visitor.follow("Remove Old laptop")
    visitor.reads("Do you want to remove “Old laptop”?")
    visitor.press("Remove")

    visitor.reads("Your account")
    assert not visitor.page.get_by_text("Old laptop").is_visible()


def test_an_app_is_set_up_with_the_picture(visitor: Visitor) -> None:
    visitor.sign_in("Jo Sands", PASSWORD)
    visitor.press("Set up an app")
    visitor.reads("Set up an app")
    picture = visitor.page.get_by_role("img", name="QR code for your authenticator app.")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")

    visitor.press("Continue")
    visitor.page.get_by_role("link", name="Enter the code that the app shows").wait_for()
    visitor.reads("Set up an app")
    enter_code_for_new_app(visitor)

    visitor.reads("Recovery codes")
    visitor.follow("Make new codes")
    visitor.reads("Do you want to make new recovery codes?")


def test_every_other_page_can_be_read_by_everybody(visitor: Visitor) -> None:
    visitor.open("/account/password/forgotten/")
    visitor.reads("Forgotten password")
    visitor.press("Send me a link")
    visitor.reads("Forgotten password")
    visitor.fill("Email address", address_of("Max Ford"))
    visitor.press("Send me a link")
    visitor.reads("Check your email")
    for path, heading in [
        ("/account/closed/", "Your account is closed"),
        ("/account/new/", "There is no account for you yet"),
        ("/account/password/set/", "Your password is set"),
        ("/account/password/new/1-abc/", "This link no longer works"),
        ("/account/single-sign-on/cancelled/", "You did not sign in"),
    ]:
        visitor.open(path)
        visitor.reads(heading)
    visitor.sign_in("Max Ford", "not the password")
    visitor.reads("Sign in")

    set_up_passkey(visitor, "Max Ford")
    for path, heading in [
        ("/account/password/", "Change your password"),
        ("/account/sessions/", "Where you are signed in"),
        ("/account/logout/", "Do you want to sign out?"),
        ("/account/confirmation/password/", "Confirm that it is you"),
        ("/account/confirmation/passkey/", "Confirm that it is you"),
    ]:
        visitor.open(path)
        visitor.reads(heading)
    visitor.press("Use a passkey")
    visitor.page.get_by_text("The work of Max Ford").wait_for()


def test_it_all_works_without_scripts_but_passkeys(browser: Browser, site: str) -> None:
    visitor = Visitor(browser, site, java_script_enabled=False)
    visitor.sign_in("Sam Tern", PASSWORD)
    assert visitor.page.get_by_text("This browser cannot make passkeys").is_visible()
    assert not visitor.page.get_by_role("button", name="Set up a passkey").is_visible()
    set_up_app(visitor)

    visitor.open("/")

    assert visitor.page.get_by_text("The work of Sam Tern").is_visible()
    visitor.context.close()


def test_the_made_up_council_is_chosen_from_with_one_click(visitor: Visitor) -> None:
    visitor.open("/personas/")
    visitor.reads("Who would you like to be?")
    assert visitor.page.get_by_text("This is a made-up council. No real children.").first.is_visible()

    visitor.press("Be Pat Holm")

    assert visitor.page.get_by_text("The work of Pat Holm").is_visible()


def test_single_sign_on_goes_there_and_back_under_the_policy(
    browser: Browser, site: str, database: str
) -> None:
    with running(Provider()) as provider:
        provider.person = {"sub": "a-1", "email": address_of("Nell Reed"), "email_verified": True}
        chosen = {"OIDC_ISSUER": provider.issuer, "SOCIALACCOUNT_PROVIDERS": settings_for(provider.issuer)}
        with serving(database, settings=chosen) as address:
            visitor = Visitor(browser, address)
            visitor.open("/account/login/?next=/")
            visitor.reads("Sign in")

            visitor.press("Sign in with your Saltmere account")

            visitor.page.get_by_text("The work of Nell Reed").wait_for()
            assert visitor.said == []
            visitor.context.close()


def set_up_passkey(visitor: Visitor, name: str) -> None:
    visitor.give_passkeys()
    visitor.sign_in(name, PASSWORD)
    visitor.press("Set up a passkey")
    visitor.page.get_by_label("Name of this passkey").wait_for()
    visitor.press("Set up a passkey")
    visitor.page.get_by_role("heading", name="Recovery codes").wait_for()


def set_up_app(visitor: Visitor) -> None:
    visitor.open("/account/second-factor/app/")
    enter_code_for_new_app(visitor)


def enter_code_for_new_app(visitor: Visitor) -> None:
    secret = visitor.page.locator("details strong").text_content().replace(" ", "")
    visitor.fill("Code that the app shows", code_now(secret))
    visitor.press("Continue")
