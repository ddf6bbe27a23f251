"""The mail that tells somebody of an agency that they are asked: nothing in it but where."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from kittiwake.accounts.models import User
from kittiwake.assurance.feedback.models import Asked, Round
from kittiwake.outbox.letters import Answer, Letter, Mail
from kittiwake.outbox.models import Message
from kittiwake.time.moments import local_date

ASKED = "feedback.asked_by_mail"
WORDS = "You are asked how it is to work with us. It takes two minutes, and your name is not kept with what you say."


def _asked(message: Message, at: datetime) -> Answer:
    """To whoever has not answered by then."""
    running = Round.objects.running(local_date(at)).filter(pk=message.about_id)
    waits = Asked.objects.filter(round__in=running, user=message.user_id, has_answered=False)
    user = User.objects.filter(pk=message.user_id, pk__in=waits.values("user")).first()
    if user is None or not user.may_sign_in(at):
        return None
    link = f"{settings.ADDRESS}{reverse('feedback:answer', args=[message.about_id])}"
    return Mail(user.email, f"{settings.SERVICE_NAME}: how is it to work with us?", f"{WORDS}\n\n{link}\n")


LETTERS = [Letter(ASKED, "A round of questions", _asked)]
