"""The two ways out, against servers of this machine."""

from __future__ import annotations

import jwt
import pytest

from kittiwake.config.mail import Notify
from kittiwake.outbox import channels
from kittiwake.outbox.channels import Rejected, Unreachable
from kittiwake.outbox.letters import Mail
from kittiwake.outbox.tests.post import KEY, by_smtp, free_port, mail_server, notify

MAIL = Mail("robin@saltmere.example", "A subject", "Some words.")
REFERENCE = "6a0a3a52-6a3c-4c55-9a0e-0b9b8ad2a1d0"


def test_a_mail_has_a_name_of_its_own_and_whom_an_answer_goes_to(settings) -> None:
    settings.MAIL_REPLY_TO = "service.desk@saltmere.example"
    with mail_server() as (post, port):
        by_smtp(settings, port)
        with channels.opened() as channel:
            channel.send(MAIL, REFERENCE)
    [mail] = post.mails
    assert mail["Message-ID"] == f"<{REFERENCE}@kittiwake.example>"
    assert (mail["Reply-To"], mail["Auto-Submitted"]) == ("service.desk@saltmere.example", "auto-generated")


@pytest.mark.parametrize(("answer", "kind"), [("550 no such person", Rejected), ("450 busy", Unreachable)])
def test_what_the_server_refuses_for_good_is_not_asked_again(settings, answer: str, kind: type) -> None:
    with mail_server() as (post, port):
        by_smtp(settings, port)
        post.answers = [answer]
        with channels.opened() as channel, pytest.raises(kind, match=answer[:3]) as refused:
            channel.send(MAIL, REFERENCE)
    assert "robin" not in str(refused.value)


def test_a_server_that_is_not_there_is_unreachable(settings) -> None:
    by_smtp(settings, free_port())
    with channels.opened() as channel, pytest.raises(Unreachable, match="ConnectionRefusedError"):
        channel.send(MAIL, REFERENCE)


@pytest.mark.parametrize("status", [201, 302, 400, 403, 429, 500])
def test_notify_gets_one_signed_request(settings, status: int) -> None:
    settings.MAIL_BY = "notify"
    with notify() as (standin, url):
        settings.NOTIFY = Notify(key=KEY, template="template", reply_to="desk", url=url)
        standin.statuses = [status]
        with channels.opened() as channel:
            if status == 201:
                channel.send(MAIL, REFERENCE)
            else:
                kind = Rejected if status == 400 else Unreachable
                with pytest.raises(kind, match=f"^Notify {status}$"):
                    channel.send(MAIL, REFERENCE)
    [(asked, signed)] = standin.asked
    assert asked == {
        "email_address": "robin@saltmere.example",
        "template_id": "template",
        "personalisation": {"subject": "A subject", "words": "Some words."},
        "reference": REFERENCE,
        "email_reply_to_id": "desk",
    }
    claims = jwt.decode(signed.removeprefix("Bearer "), KEY[-36:], algorithms=["HS256"])
    assert claims["iss"] == "8b9c1bb0-6f0d-4e55-9f7a-0d6d3c7e3a11"


def test_a_notify_that_is_not_there_is_unreachable(settings) -> None:
    settings.MAIL_BY, settings.NOTIFY = (
        "notify",
        Notify(KEY, "template", url=f"http://127.0.0.1:{free_port()}"),
    )
    with channels.opened() as channel, pytest.raises(Unreachable, match="ConnectionError"):
        channel.send(MAIL, REFERENCE)
