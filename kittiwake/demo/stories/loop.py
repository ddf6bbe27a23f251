"""The stories of the loop: who came back, what they said, and what nobody answered yet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.urls import reverse

from kittiwake.access import recording as access
from kittiwake.demo.direct_work import see_regularly
from kittiwake.demo.earlier_system import bring_over
from kittiwake.demo.episodes import make_episode
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, MARSH, story_child
from kittiwake.practice.duties import recording as tracks
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.out_of_area import recording as duties
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.claims import recording as claims
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Child
from kittiwake.time.moments import LONDON, Moment, in_words, local_date


def make(council: Council, at: datetime) -> Child:
    """Returns Ash."""
    ash = sixty_miles_away(council, at)
    a_quiet_child(council, at)
    a_plan_that_misses_two_risks(council, at)
    a_restricted_child(council, at)
    missing_for_two_days(council, at)
    return ash


def sixty_miles_away(council: Council, at: datetime) -> Child:
    """Ash, 15, placed 60 miles away, back at 06:10 after three nights, nobody has listened yet."""
    today = local_date(at)
    ash = story_child(council, HARBOUR, at, "Ash", "Alderman", date(today.year - 15, 2, 11))
    by = council.system
    tracks.start_track(ash, kind="in_care", starts_on=today - timedelta(days=400), by=by, at=at)
    address = Address.objects.create(line="4 Made-up Lane, Far Cove", postcode="ZZ99 3VZ", la_code="002")
    move = placements.place(
        ash, starts_on=today - timedelta(days=200), address=address, kind="K2", provider="PR4", carer="Gull House",
        host_code="002", miles=Decimal(60), child_words="Nobody asked me if I wanted to go there.", by=by, at=at,
    )  # fmt: skip
    on = move.placement.starts_on
    duties.approve(
        move,
        on=on,
        who="The director",
        role="director",
        why="Nobody there knows where Ash lives",
        by=by,
        at=at,
    )
    duties.notify(move, on=on + timedelta(days=9), whom="Far Cove Council", by=by, at=at)
    see_regularly(council, ash, HARBOUR, at)
    bring_over(ash, "in_care", today - timedelta(days=400), at)
    back = datetime.combine(today, time(6, 10), LONDON)
    back = back if back < at else back - timedelta(days=1)
    for days, hours in ((47, 9), (24, 14)):
        make_episode(council, ash, back - timedelta(days=days), hours, at)
    episode = make_episode(council, ash, back - timedelta(days=3, hours=8), 24 * 20, at)
    missing.record_return(
        episode, returned=Moment(back), source="home", how="On their own, by train", by=by, at=at
    )
    details = keep_carer_details(
        ash, description="Tall, red coat, glasses", friends="Two friends from the old school",
        places="The station; the pier in Saltmere", health="Inhaler; asks for it when scared",
        held_by="Gull House", by=by, at=at - timedelta(days=30),
    )  # fmt: skip
    record.keep_words(
        details.entry,
        text="I draw. I am funny when I am not scared.",
        said_at=at - timedelta(days=30),
        about="me",
    )
    council.tell(
        "worker1.return.interviews",
        ash.get_absolute_url(),
        "60 miles away, and back this morning",
        see="Ash, 15, came back at 6:10am after three nights, to a home 60 miles from here. The 72 hours are running and "
        "nobody has listened yet.",
        mend="Record the return interview, with what Ash says first. Then follow the list “What follows from this”: what was "
        "learned, the risk, the plan, the manager, and what Ash is told. Be Ash at the end, and read the answer.",
    )
    return ash


def a_quiet_child(council: Council, at: datetime) -> None:
    """Visible only because three interviews name the same takeaway and part of a number plate."""
    for number, (name, surname) in enumerate((("Wren", "Hollis"), ("Kit", "Marlow"), ("Robin", "Sedge"))):
        child = story_child(
            council, MARSH if number else HARBOUR, at, name, surname, date(local_date(at).year - 14, 5, 3)
        )
        episode = make_episode(council, child, at - timedelta(days=20 + 9 * number), 7, at)
        held = (episode.returned_at or at) + timedelta(hours=30)
        interviewer = council.workers["Return interviews"][number]
        interview = interviews.hold(
            child, episodes=[episode], held=Moment(held), interviewer_name=interviewer.name, interviewer=interviewer,
            independent=True, own_words="We go for chips and he pays.", hear_back="in_person", by=council.user_of(interviewer), at=held,
        )  # fmt: skip
        said = [
            ("place", "Golden Gull takeaway", "goes_to", ""),
            ("vehicle", "Grey car, plate starts KW7", "driven_in", "KW7*"),
        ]
        for kind, wording, link, plate in said:
            claims.make(
                interview.entry,
                child,
                kind=kind,
                wording=wording,
                link=link,
                number=plate,
                by=council.user_of(interviewer),
                at=held,
            )
        if not number:
            council.tell(
                "manager.harbour.team",
                child.get_absolute_url(),
                "A quiet child",
                see="Wren was missing once, for seven hours. But three interviews by three people name the same takeaway, and a "
                "grey car of which each child saw a part of the plate.",
                mend="Open what was learned in Wren’s interview. Accept or refuse each claim: nothing is joined before a person "
                "says so. Wren’s and the others’ records stay apart.",
            )


def a_plan_that_misses_two_risks(council: Council, at: datetime) -> None:
    """It answers exploitation, and neither school nor health."""
    child = story_child(council, HARBOUR, at, "Linden", "Crowe", date(local_date(at).year - 15, 9, 9))
    by, then = council.system, at - timedelta(days=12)
    opened = [
        risks.open_risk(child, domain=domain, level=level, why=why, by=by, at=then)
        for domain, level, why in (
            ("criminal_exploitation", "significant", "Carrying things for older people"),
            ("education", "moderate", "No school since half-term"),
            ("health", "moderate", "Hurting themselves when alone"),
        )
    ]
    plan = writing.write_plan(child, worry="Carrying for others", agreed_on=local_date(then), by=by, at=then)
    worker = council.workers[HARBOUR][0]
    doing.add_action(
        plan, what="Somebody walks Linden home on Fridays", who=worker.name, who_is="worker", owner=worker,
        when="Fridays at 5pm", evenings_weekends=True, risks=opened[:1], by=by, at=then,
    )  # fmt: skip
    council.tell(
        "worker1.harbour.team",
        reverse("plans:coverage", args=[child.pk]),
        "A plan that misses two risks",
        see="Linden’s plan answers the exploitation. It says nothing of school or of health, which everybody knows about.",
        mend="Answer one with an action, with who and by when; leave the other with a reason. Both go from the board.",
    )


def a_restricted_child(council: Council, at: datetime) -> None:
    """A councillor's relative: refusal, break-glass and the log of reading."""
    born_on = date(local_date(at).year - 13, 1, 20)
    child = story_child(council, HARBOUR, at, "Sorrel", "Vane", born_on)
    access.restrict(child, reason="A relative of a councillor", named=[], by=council.system, at=at)
    council.tell(
        "manager.harbour.team",
        "/search/",
        "A child not everybody may see",
        see="Sorrel Vane’s record is restricted to Sorrel’s own worker. Search for it as the manager: nobody of that name is found.",
        mend="Open the record all the same: “Open a record you are not on the list for”, with the last name Vane, the birth date "
        f"{in_words(born_on)} and your reason. It opens for 4 hours, and “Who has looked” on Sorrel’s page says that you did.",
    )


def missing_for_two_days(council: Council, at: datetime) -> None:
    """Still missing, and nobody senior has taken notice."""
    child = story_child(council, MARSH, at, "Teasel", "Moor", date(local_date(at).year - 16, 7, 1))
    make_episode(council, child, at - timedelta(hours=50), 24 * 30, at)
    council.tell(
        "director",
        child.get_absolute_url(),
        "Missing for two days",
        see="Teasel has been missing for 50 hours, and nobody senior has taken notice.",
        mend="Open the episode and acknowledge it: say what is being done. The levels above it move on.",
    )
