"""A child is missing in the evening: their worker and whoever is on call get a mail that says nothing, and sign in to see."""

from __future__ import annotations

import re

from kittiwake.outbox.tests.post import mail_server
from tests.journeys.conftest import run
from tests.journeys.test_a_child_comes_back import parts

WORKER = "import django; django.setup(); from kittiwake.council.alerts.tasks import tell; tell(0)"


def test_a_mail_leads_to_what_it_does_not_say(visitor, site) -> None:
    ash = site.children["ash"]

    # Given somebody who is on call from now, and a worker who wants no mail once a day
    manager = visitor("manager")
    manager.opens("/on-call/")
    manager.sees("Nobody is on call now")
    manager.presses("Put somebody on call")
    manager.selects("Who is on call?", "Outsider")
    manager.enters_moment("From when?", *parts(1))
    manager.enters_moment("Until when?", *parts(-10))
    manager.types("How are they reached?", "01632 960001")
    manager.presses("Put them on call")
    manager.sees("On call now")
    worker = visitor("worker")
    worker.opens("/alerts/choices/")
    worker.chooses("Do you want a mail each working morning when something waits for you?", "No")
    worker.presses("Save")

    # When a child of theirs is reported missing
    manager.opens(f"/children/{ash}/missing/report/")
    manager.enters_moment("When were they reported missing?", *parts(2))
    manager.chooses("Who reported it?", "Police")
    manager.presses("Record that they are missing")
    with mail_server() as (post, port):
        mail = {
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(port),
            "EMAIL_TLS": "no",
            "ADDRESS": site.address,
        }
        run(
            {**site.environment, **{f"KITTIWAKE_{name}": value for name, value in mail.items()}}, "-c", WORKER
        )

    # Then both have a mail, and it says nothing about the child
    by_person = dict(zip([mail["To"].partition("@")[0] for mail in post.mails], post.words(), strict=True))
    assert by_person.keys() == {"worker", "outsider"}
    assert not re.search(r"Ash|Alder|missing|police", "".join(by_person.values()), re.IGNORECASE)

    # And its link leads the worker to the child, and whoever is on call to where they say why they must know
    link = re.search(r"http\S+", by_person["worker"])[0]
    worker.opens(link.removeprefix(site.address))
    worker.sees("Reported missing")
    worker.sees("Alder")
    worker.presses("I have read these")
    assert "New" not in worker.page.locator("table").inner_text()
    outsider = visitor("outsider")
    outsider.opens("/alerts/")
    outsider.sees("A child whose record you do not see")
    outsider.is_refused(f"/children/{ash}/")

    # And whoever comes off call is so from then on
    manager.opens("/on-call/")
    manager.follows("Take off call")
    manager.presses("Take them off call")
    manager.sees("Nobody is on call now")
