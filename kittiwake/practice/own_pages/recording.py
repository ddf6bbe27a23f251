"""The only way a page of their own is given, gets a code, and is taken away."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Unpack

from django.db.models import Q

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.practice.own_pages import events, giving, rules, settings
from kittiwake.practice.own_pages.facts import TalkFacts
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.primitives.actions import recording as actions
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Allocation, Child
from kittiwake.record.recording.changes import tie_account
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, in_words, local_date, start_of

PAGE, TALK, HOLD = "own_pages.own_page", "own_pages.talk", "own_pages.hold"
NAMELESS = "A young person"  # administrators see accounts, and no child
ITS_DAY = "Its last day came"
ONE_DAY = timedelta(days=1)


@whole()
def give(child: Child, *, by: User, at: datetime, **said: Unpack[TalkFacts]) -> OwnPage:
    """After a talk. Nobody gets in before a code is made (`make_code`).

    Refuses anybody whose child it is not, a child who is too young or held, a second page, a talk that left something
    out, and a day after the council's limit or their 18th birthday.
    """
    today = local_date(at)
    _refuse(child, said, by=by, at=at)
    _close_over(child, by=by, at=at)
    talk = _talk(child, said, by=by, at=at)
    entry = record.enter(child, kind=PAGE, summary=_summary(said["ends_on"]), happened_at=at, by=by, at=at)
    with refused_by(own_page_once_at_a_time=Refused(ALREADY)):
        own_page = OwnPage.objects.create(
            entry=entry,
            child=child,
            talk=talk,
            user=_account(child, start_of(max(said["ends_on"], today) + ONE_DAY), by=by, at=at),
            night_number=said["night_number"],
            ends_on=said["ends_on"],
        )
    record.inform(entry, because_of=talk.entry)
    history.write(events.GIVEN, own_page, by=by, at=at, child_id=child.pk)
    return own_page


ALREADY = "They have a page of their own already. Open it to make a new code, or take it away first."


def _refuse(child: Child, said: TalkFacts, *, by: User, at: datetime) -> None:
    today, talked = local_date(at), said["talked"]
    if why_not := giving.why_not_by(child, by):
        raise NotYours(why_not)
    if why_not := giving.why_not_to(child, today):
        raise Refused(why_not)
    if OwnPage.objects.standing(at).filter(child=child).exists():
        raise Refused(ALREADY)
    if set(said["told"]) != {key for key, _ in rules.TOLD}:
        raise Refused("Talk about all of these before you give them their page.", field="told")
    if talked.at > at:
        raise Refused("When you talked must be in the past.", field="talked")
    must_be_believable(at, of=child, talked=talked)
    assert child.born_on is not None  # or why_not_to says no
    if wrong := rules.wrong_end(said["ends_on"], child.born_on, settings.longest(today), today):
        raise Refused(wrong, field="ends_on")


def _close_over(child: Child, *, by: User, at: datetime) -> None:
    """One whose day has come ended by itself; it makes room for the next."""
    over = OwnPage.objects.untaken().filter(child=child, ends_on__lt=local_date(at))
    over.update(ended_at=at, ended_by=by, ended_why=ITS_DAY)


def _talk(child: Child, said: TalkFacts, *, by: User, at: datetime) -> Talk:
    talked: Moment = said["talked"]
    entry = record.enter(
        child, kind=TALK, summary="Talked about a page of their own", happened_at=talked.at, by=by, at=at
    )
    talk = Talk.objects.create(
        entry=entry,
        child=child,
        talked_at=talked.at,
        talked_time_known=talked.time_known,
        post_seen_by=said["post_seen_by"],
        phone_used_by=said["phone_used_by"],
    )
    record.keep_words(entry, text=said["own_words"], said_at=talked.at, topic="a page of their own")
    history.write(events.TALKED, talk, by=by, at=at, child_id=child.pk)
    return talk


def _summary(ends_on: date) -> str:
    return f"Given a page of their own, until {in_words(ends_on)}"


def _account(child: Child, ends_at: datetime, *, by: User, at: datetime) -> User:
    """Always the same one: what they wrote stays theirs. Of an earlier code nothing opens it."""
    user = User.objects.filter(as_child=child).first()
    if user is None:
        user = accounts.add_user(
            email=address(_free_code()), name=NAMELESS, role=Role.CHILD, expires_at=ends_at, by=by, at=at
        )
        tie_account(child, user)
    elif user.may_sign_in(at):
        accounts.change_end(user, ends_at=ends_at, by=by, at=at)
    else:
        accounts.open_again(user, role=Role.CHILD, expires_at=ends_at, by=by, at=at)
    return user


def address(code: str) -> str:
    """What the account is known by: no mail ever gets there (RFC 2606, 2)."""
    return f"{code[: rules.NAMES_IT].lower()}@own-page.invalid"


def _free_code() -> str:
    """Its first part names no other page."""
    code = rules.new_code()
    while User.objects.filter(email=address(code)).exists():
        code = rules.new_code()
    return code


@whole()
def make_code(own_page: OwnPage, *, by: User, at: datetime) -> str:
    """A code, told this once. One that was made before opens nothing any more, and whoever is in with it is out."""
    must_stand(own_page)
    standing = OwnPage.objects.standing(at).select_for_update(of=("self",)).filter(pk=own_page.pk)
    if not standing.update(code_made_at=at):
        raise Refused("This page was taken away, or its last day is over. Give them a new one.")
    if why_not := giving.why_not_by(own_page.child, by):
        raise NotYours(why_not)
    code = _free_code()
    with acting_as_system():  # nobody else seals what another signs in with
        accounts.give_code(own_page.user, email=address(code), code=code[rules.NAMES_IT :], at=at)
    history.write(events.CODE_MADE, own_page, by=by, at=at, child_id=own_page.child_id)
    return code


@whole()
def take_away(own_page: OwnPage, *, why: str, by: User, at: datetime) -> None:
    """At once: whoever is on it is out on their next click. Anybody who records for the child may."""
    must_stand(own_page)
    untaken = OwnPage.objects.untaken().filter(pk=own_page.pk)
    if not untaken.update(ended_at=at, ended_by=by, ended_why=why):
        raise Refused("This page has been taken away already. Open it to see by whom.")
    if own_page.user.may_sign_in(at):
        accounts.end_user(own_page.user, by=by, at=at)
    own_page.refresh_from_db()
    history.write(events.TAKEN_AWAY, own_page, by=by, at=at, child_id=own_page.child_id)


@whole()
def hold(child: Child, *, why: str, by: User, at: datetime) -> Hold:
    """For now they are not to have a page; one they have is taken away. Refuses a second time."""
    entry = record.enter(
        child, kind=HOLD, summary="Not to have a page of their own for now", happened_at=at, by=by, at=at
    )
    again = Refused("This is said already. Open it to see by whom and why.")
    with refused_by(own_page_hold_once_at_a_time=again):
        held = Hold.objects.create(entry=entry, child=child, why=why)
    history.write(events.HELD, held, by=by, at=at, child_id=child.pk)
    for own_page in OwnPage.objects.standing(at).filter(child=child):
        take_away(own_page, why=why, by=by, at=at)
        record.inform(own_page.entry, because_of=entry)
    return held


@whole()
def lift(held: Hold, *, why: str, by: User, at: datetime) -> None:
    """They may be given a page again; none comes back by itself."""
    must_stand(held)
    if not Hold.objects.standing().filter(pk=held.pk).update(lifted_at=at, lifted_by=by, lifted_why=why):
        raise Refused("This is over already. Open it again to see who said so.")
    held.refresh_from_db()
    history.write(events.RELEASED, held, by=by, at=at, child_id=held.child_id)


def tell_of_tries(names_it: str, *, at: datetime) -> None:
    """Their code was tried wrongly so often that it is not looked at for a while: their worker is told, once a day.

    Nothing is said to whoever tries. Where there is no such page, nothing is done.
    """
    with acting_as_system() as system:
        today = local_date(at)
        untold = Q(tries_told_on__isnull=True) | Q(tries_told_on__lt=today)
        tried = OwnPage.objects.standing(at).filter(untold, user__email=address(names_it))
        for own_page in tried.select_related("entry", "child"):
            _tell_worker(own_page, by=system, at=at)


@whole()
def _tell_worker(own_page: OwnPage, *, by: User, at: datetime) -> None:
    today = local_date(at)
    untold = Q(tries_told_on__isnull=True) | Q(tries_told_on__lt=today)
    if not OwnPage.objects.filter(untold, pk=own_page.pk).update(tries_told_on=today):
        return
    history.write(events.TRIED, own_page, by=by, at=at, child_id=own_page.child_id)
    lead = Allocation.objects.on(today).filter(child=own_page.child_id, role=Allocation.LEAD).first()
    if lead is not None:
        actions.raise_action(
            own_page.entry,
            what=f"The code of {own_page.child.first_name}’s own page was tried wrongly many times: ask them if it was they",
            due_on=today,
            owner=lead.worker,
            team=lead.team,
            by=by,
            at=at,
        )
