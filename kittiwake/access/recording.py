"""Letting people in to a child, restricting a child, and opening a record without being on its list."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection
from django.db.models import QuerySet

from kittiwake.access import events, footing, powers
from kittiwake.access.models import Grant, Lifting
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Child, Entry, Team

# By a person's own decision, not because of a duty that some area of practice knows about.
BY_HAND = (Grant.NAMED, Grant.INVITED, Grant.TO_ONE)
# Whose access is not decided child by child.
NEVER_LET_IN = {*powers.SEES_NO_CHILD, Role.CHILD, Role.SYSTEM}


@whole()
def let_in(
    child: Child,
    *,
    reason: str,
    by: User,
    at: datetime,
    user: User | None = None,
    team: Team | None = None,
    kind: str = Grant.INVITED,
    because_of: Entry | None = None,
    ends_at: datetime | None = None,
) -> Grant:
    """Let a person or a team see one child, from now until `ends_at` (no end: until it is ended).

    Refuses oneself, by hand and for a duty; whoever has no lasting access of their own; a role that sees no child's
    record; the same person twice by hand; and, for a restricted child, anybody named by somebody who may not restrict.
    A team does not see a restricted child, whatever it is let in for. Ends by itself when `because_of` is struck out.
    """
    if not reason:
        raise Refused("Say why they need to see this child.", field="reason")
    if user is not None and (kind != Grant.DUTY or not footing.lasts(child, by)):
        _refuse_oneself(user, by)
    if ends_at is not None and ends_at <= at:
        raise Refused("The last day must be today or later.", field="ends_on")
    if kind in BY_HAND:
        _refuse_by_hand(child, user, kind, because_of, by=by, at=at)
    grant = Grant(
        child=child,
        user=user,
        team=team,
        kind=kind,
        reason=reason,
        because_of=because_of,
        by=by,
        starts_at=at,
        ends_at=ends_at,
    )
    history.add(grant)
    history.write(events.LET_IN, grant, by=by, at=at, child_id=child.pk)
    return grant


def _refuse_oneself(user: User, by: User) -> None:
    if user.pk == by.pk and not by.is_system:
        raise Refused(
            "Nobody lets themselves in. Ask the child’s worker or their manager to do it.", field="user"
        )


def _refuse_by_hand(
    child: Child, user: User | None, kind: str, because_of: Entry | None, *, by: User, at: datetime
) -> None:
    footing.refuse_not_lasting(child, by)
    if why_not := why_not_let_in(child, by):
        raise NotYours(why_not)
    if user is None:
        return
    if user.role in NEVER_LET_IN and not user.is_system:
        raise Refused(f"{user.name} has a role that does not see children’s records.", field="user")
    standing = Grant.objects.standing(at).filter(child=child, user=user, kind=kind)
    if kind == Grant.TO_ONE:
        standing = standing.filter(because_of=because_of)
    if standing.exists():
        raise Refused(f"{user.name} is already let in. End that first to change it.", field="user")


def why_not_let_in(child: Child, user: User) -> str:
    """Why they let nobody in to it by hand, on account of who they are; empty where they may."""
    if _is_restricted(child) and not powers.role_may(user.role, Power.OVERSEE):
        return "This record is restricted. Ask a manager who is named for it to let them in."
    return ""


@whole()
def end_grant(grant: Grant, *, by: User, at: datetime) -> None:
    """They no longer see this child because of this. Refuses when it has ended, when nobody would be left named for a
    restricted child who may look at who opened the record, and whoever was only let in themselves, but for their own.
    """
    if grant.user_id != by.pk:
        footing.refuse_not_lasting(grant.child, by)
    if grant.kind == Grant.NAMED and _is_restricted(grant.child):
        _refuse_last_watcher(grant, at)
    if not Grant.objects.standing(at).filter(pk=grant.pk).update(ends_at=at):
        raise Refused("This has already ended. Open the page again to see who is let in.")
    history.write(events.GRANT_ENDED, grant, by=by, at=at, child_id=grant.child_id)


@whole()
def end_what_it_gave(cause: Entry, *, by: User, at: datetime) -> None:
    """What let somebody in was undone: those who were let in because of it see the child no longer.

    Where the entry itself is struck out, by whomever, this happens by itself (access_end_with_cause in rule.sql).
    """
    _end_all(Grant.objects.standing(at).filter(because_of=cause), by=by, at=at)


@whole()
def end_duty(
    child: Child, *, user: User, reason: str, by: User, at: datetime, because_of: Entry | None = None
) -> None:
    """Somebody else has been asked instead: the duty that let them in is theirs no longer."""
    duties = Grant.objects.standing(at).filter(child=child, user=user, kind=Grant.DUTY, reason=reason)
    _end_all(duties.filter(because_of=because_of), by=by, at=at)


@whole()
def pass_on(team: Team, *, to: Team, by: User, at: datetime) -> int:
    """The team has become part of another: what let it in lets in the other from now on, for as long as it would have."""
    standing = list(Grant.objects.standing(at).filter(team=team))
    for grant in standing:
        Grant.objects.filter(pk=grant.pk).update(ends_at=max(at, grant.starts_at))
        history.write(events.GRANT_ENDED, grant, by=by, at=at, child_id=grant.child_id)
        grant.pk, grant.team, grant.by, grant.starts_at = None, to, by, at
        grant.save(force_insert=True)
        history.write(events.LET_IN, grant, by=by, at=at, child_id=grant.child_id)
    return len(standing)


def _end_all(grants: QuerySet[Grant], *, by: User, at: datetime) -> None:
    for grant in list(grants):
        Grant.objects.filter(pk=grant.pk).update(ends_at=max(at, grant.starts_at))
        history.write(events.GRANT_ENDED, grant, by=by, at=at, child_id=grant.child_id)


def _refuse_last_watcher(grant: Grant, at: datetime) -> None:
    Child.objects.select_for_update().get(pk=grant.child_id)  # two managers may leave at once, but not both
    others = Grant.objects.standing(at).filter(child=grant.child, kind=Grant.NAMED, user__is_active=True)
    roles = others.exclude(pk=grant.pk).values_list("user__role", flat=True)
    if not any(powers.role_may(role, Power.ANSWER_FOR_OPENINGS) for role in roles):
        raise Refused("Name another manager first. Somebody has to look at who opens a restricted record.")


def _is_restricted(child: Child) -> bool:
    """Now, and not when it was read."""
    return Child.objects.filter(pk=child.pk, restricted=True).exists()


@whole()
def restrict(child: Child, *, reason: str, named: list[User], by: User, at: datetime) -> None:
    """Only those allocated to or named for this child see them from now on. Whoever restricts keeps the access they
    have through their team, by name. Refuses anybody whose child it is not.
    """
    if not reason:
        raise Refused("Say why this record is restricted.", field="reason")
    footing.refuse_not_theirs(child, by)
    if _is_restricted(child):
        raise Refused("This record is already restricted. Let in whoever else is to see it.")
    _keep_named(child, reason, by=by, at=at)
    for user in dict.fromkeys(person for person in named if person.pk != by.pk):
        let_in(child, user=user, reason=reason, kind=Grant.NAMED, by=by, at=at)
    Child.objects.filter(pk=child.pk).update(restricted=True, restricted_reason=reason)
    history.write(
        events.RESTRICTED, child, by=by, at=at, child_id=child.pk, changes={"Restricted": (False, True)}
    )


def _keep_named(child: Child, reason: str, *, by: User, at: datetime) -> None:
    """A team does not see a restricted child: somebody has to stay who looks at who opens it."""
    grant = Grant.objects.create(child=child, user=by, kind=Grant.NAMED, reason=reason, by=by, starts_at=at)
    history.write(events.LET_IN, grant, by=by, at=at, child_id=child.pk)


@whole()
def ask_to_lift(child: Child, *, reason: str, by: User, at: datetime) -> Lifting:
    """The first of two: the restriction stands until another agrees. Refuses anybody whose child it is not."""
    if not reason:
        raise Refused("Say why the restriction is lifted.", field="reason")
    footing.refuse_not_theirs(child, by)
    Child.objects.select_for_update(of=("self",)).get(pk=child.pk)
    if not _is_restricted(child):
        raise Refused("This record is not restricted. Open the page again to see who can see it.")
    if Lifting.objects.filter(child=child, answered_at__isnull=True).exists():
        raise Refused("Somebody has already asked for this. Open the page again to answer them.")
    lifting = Lifting.objects.create(child=child, reason=reason, asked_by=by, asked_at=at)
    history.write(events.LIFTING_ASKED, lifting, by=by, at=at, child_id=child.pk)
    return lifting


@whole()
def answer_lifting(lifting: Lifting, *, agreed: bool, answer: str = "", by: User, at: datetime) -> None:
    """The second of two. When they agree, teams and roles see the child again as before, and naming people for a
    restricted record ends with the restriction. Refuses agreeing with oneself; whoever asked may take it back.
    """
    footing.refuse_not_theirs(lifting.child, by)
    if agreed and lifting.asked_by_id == by.pk:
        raise Refused("Somebody else has to agree: a restriction is lifted by two people.", field="agreed")
    if not agreed and not answer and lifting.asked_by_id != by.pk:
        raise Refused("Say why the restriction stays.", field="answer")
    waiting = Lifting.objects.filter(pk=lifting.pk, answered_at__isnull=True)
    if not waiting.update(agreed=agreed, answer=answer, answered_by=by, answered_at=at):
        raise Refused("Somebody has already answered this. Open it again to see what they said.")
    changes = {"Answer": ("", "Agreed" if agreed else "It stays"), "Words": ("", answer)}
    history.write(events.LIFTING_ANSWERED, lifting, by=by, at=at, child_id=lifting.child_id, changes=changes)
    if agreed:
        _lift(lifting, by=by, at=at)


def _lift(lifting: Lifting, *, by: User, at: datetime) -> None:
    child = lifting.child
    if not Child.objects.filter(pk=child.pk, restricted=True).update(restricted=False, restricted_reason=""):
        raise Refused("This record is not restricted. Open the page again to see who can see it.")
    Grant.objects.standing(at).filter(child=child, kind=Grant.NAMED).update(ends_at=at)
    changes = {"Reason": ("", lifting.reason)}
    history.write(events.RESTRICTION_LIFTED, child, by=by, at=at, child_id=child.pk, changes=changes)


@whole()
def break_glass(
    *,
    known_by: str,
    reason: str,
    by: User,
    at: datetime,
    number: str = "",
    surname: str = "",
    forename: str = "",
    born_on: date | None = None,
) -> Child:
    """Let `by` in to one child they are not on the list of, for powers.BREAK_GLASS_HOURS.

    `known_by` is a kind of Identifier, with `number`, or "name", with `surname` and `born_on`. The database
    looks, checks the role of whoever it believes is asking (which must be `by`: identity.acting_as), and lets in. A
    child they see already is given back and nobody is let in. Refuses, in the same words whether there is no such
    child or more than one. The opening waits for a manager (`answer_opening`).
    """
    if not reason:
        raise Refused("Say why you need to open this record now.", field="reason")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT child, opening FROM access_break_glass(%s, %s, %s, %s, %s, %s, %s)",
            [by.pk, known_by, number, surname, forename, born_on, reason],
        )
        opened = cursor.fetchone()
    if opened is None:
        raise Refused("No record matches. Check what you entered, or ask for one of their numbers.")
    child = Child.objects.get(pk=opened[0])
    if opened[1] is not None:
        opening = Grant.objects.get(pk=opened[1])
        history.write(events.OPENED_UNLISTED, opening, by=by, at=at, child_id=child.pk)
    return child


@whole()
def answer_opening(opening: Grant, *, was_right: bool, answer: str, by: User, at: datetime) -> None:
    """A manager has looked at why somebody opened a record without being on its list.

    Refuses one's own opening, whoever broke in themselves, a second answer, and a follow-up without words.
    """
    if why_not := why_not_answer_opening(opening, by):
        raise NotYours(why_not)
    footing.refuse_opened(opening.child, by)
    if not was_right and not answer:
        raise Refused("Say what is to be followed up.", field="answer")
    answered = Grant.objects.waiting().filter(pk=opening.pk)
    if not answered.update(was_right=was_right, answer=answer, answered_by=by, answered_at=at):
        raise Refused("Somebody has already answered this. Open it again to see what they said.")
    words = "It was right" if was_right else "To be followed up"
    changes = {"Answer": ("", words), "Words": ("", answer)}
    history.write(events.OPENING_ANSWERED, opening, by=by, at=at, child_id=opening.child_id, changes=changes)


def why_not_answer_opening(opening: Grant, user: User) -> str:
    return "Somebody else has to look at your own opening." if opening.user_id == user.pk else ""
