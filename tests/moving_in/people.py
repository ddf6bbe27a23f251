"""Those who move in, each at a browser of their own."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser

from kittiwake.accounts.tests.people import PASSWORD, address_of, code_now
from tests.journeys.conftest import Site, Visitor
from tests.moving_in.council import Council


class Person(Visitor):
    """Looks at each page's answer and at the console. Axe has looked at every page elsewhere."""

    def __init__(self, browser: Browser, council: Council, name: str) -> None:
        self.name = name
        # The provider of this test vouches for itself.
        self.context = browser.new_context(ignore_https_errors=True)
        self.context.set_default_timeout(10_000)
        super().__init__(self.context.new_page(), Site(council.address, {}, council.environment))

    def looks_right(self, status: int = 200) -> None:
        assert self.status == status, f"HTTP {self.status} for {self.page.url}"
        assert self.page.locator("h1").inner_text().strip()
        assert self.said == []

    def comes_by(self, link: str) -> None:
        """A link good once: a password, a second proof, and in."""
        self.opens(urlsplit(link).path)
        self.page.get_by_label("New password", exact=True).fill(PASSWORD)
        self.page.get_by_label("New password again", exact=True).fill(PASSWORD)
        self.presses("Save password")
        self.signs_in()
        self.sets_up_an_app()

    def signs_in(self) -> None:
        self.opens("/account/login/")
        self.types("Email address", address_of(self.name))
        self.types("Password", PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_load_state()

    def sets_up_an_app(self) -> None:
        self.presses("Set up an app")
        self.secret = (self.page.locator("details strong").text_content() or "").replace(" ", "")
        self.page.get_by_label("Code that the app shows", exact=True).fill(code_now(self.secret))
        self.presses("Continue")
        self.is_on("Recovery codes")
        self.presses("I have kept them")

    @property
    def path(self) -> str:
        """Of the page they are on."""
        return urlsplit(self.page.url).path

    def is_signed_out(self, path: str = "/") -> None:
        self.page.goto(self.site.address + path)
        self.is_on("Sign in")
