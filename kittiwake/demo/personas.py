"""Whom a visitor may be, and where their story begins."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.accounts.models import User
from kittiwake.accounts.personas.models import Persona
from kittiwake.accounts.personas.recording import add_persona, add_stop
from kittiwake.demo.people import Council
from kittiwake.practice.own_pages import recording as own_pages
from kittiwake.practice.own_pages.rules import TOLD
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date

# login: (title, what they see first)
WHO = [
    (
        "worker1.return.interviews",
        "Return interviewer",
        "Ash came back this morning and has not been listened to yet.",
        "/",
    ),
    (
        "worker1.harbour.team",
        "Social worker, Harbour team",
        "Their own children, what is due, and what was learned.",
        "/",
    ),
    (
        "manager.harbour.team",
        "Team manager, Harbour team",
        "The board of what should follow and has not.",
        "/",
    ),
    (
        "manager.marsh.team",
        "Team manager, Marsh team",
        "A team in which too many interviews come late.",
        "/",
    ),
    (
        "manager.quayside.team",
        "Team manager, Quayside team",
        "Supervision is held, and its notes say nothing of progress.",
        "/",
    ),
    ("service.manager", "Service manager", "Four teams side by side.", "/"),
    ("director", "Director", "Children who are still missing after three days.", "/"),
    (
        "principal",
        "Principal social worker",
        "Asked for a second mark, and for how good the practice is.",
        "/audits/",
    ),
    ("auditor", "Quality auditor", "Records to audit, drawn by chance. Every reading is logged.", "/audits/"),
    ("analyst", "Performance analyst", "Loads the police list and the lists for inspectors.", "/imports/"),
    ("inspector", "Inspector", "Reads everything that is not restricted, for a time.", "/inspections/"),
    ("saltmere.police", "Police, missing from home unit", "Sees only children they were let in to.", "/"),
    ("member", "Lead member", "Sees no child.", "/"),
    (
        "worker1.leaving.care",
        "Personal adviser, Leaving care",
        "Young people of 16 to 25, and whoever is about to be forgotten.",
        "/growing-up/",
    ),
]


def make_personas(council: Council, ash: Child) -> None:
    for order, (login, title, story, starts_at) in enumerate(WHO):
        user = User.objects.get(email=f"{login}@saltmere.example")
        add_persona(user, title=title, story=story, order=order, starts_at=starts_at)
    young = User.objects.create_user("ash@saltmere.example", ash.first_name, "child")
    Child.objects.filter(pk=ash.pk).update(user=young)
    _give_page(ash)
    add_persona(young, title="Ash, 15", story="Wants to know what happened after they spoke.", order=99)
    _make_tour(council)


def _give_page(ash: Child) -> None:
    """As their worker did, after a talk: it is open, and the code is on a paper that is theirs alone."""
    at = now()
    own_pages.give(
        ash,
        talked=Moment(at - timedelta(hours=20)),
        told=[key for key, _ in TOLD],
        own_words="Can I see what you lot wrote about that night?",
        post_seen_by="Staff of the home, who give letters to Ash unopened",
        phone_used_by="Nobody since Ash has a new phone",
        night_number="Saltmere out of hours: 01632 960 999",
        ends_on=local_date(at) + timedelta(days=180),
        by=User.objects.system(),
        at=at,
    )


def _make_tour(council: Council) -> None:
    personas = {
        persona.user.email.partition("@")[0]: persona for persona in Persona.objects.select_related("user")
    }
    for order, told in enumerate(council.told, start=1):
        add_stop(
            personas[told.who], order=order, title=told.title, see=told.see, mend=told.mend, path=told.where
        )
