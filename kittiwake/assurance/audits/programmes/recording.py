"""Planning audits: a programme, a sample drawn by chance, and who is asked to look."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.assurance.audits import events, rules, settings
from kittiwake.assurance.audits.independence import why_not_theirs
from kittiwake.assurance.audits.models import Candidate, Programme, Sample
from kittiwake.assurance.audits.programmes import sampling
from kittiwake.assurance.audits.programmes.population import PopulationMember, population
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

AUDITORS_SEE_FOR = timedelta(days=60)
ASKED_TO_AUDIT = "Asked to audit this record"


@whole()
def plan_programme(
    *,
    kind: str,
    title: str,
    question: str,
    tool: str,
    starts_on: date,
    ends_on: date,
    moderated_share: int,
    by: User,
    at: datetime,
    follows: Programme | None = None,
) -> Programme:
    """Some audits planned together. Refuses a re-audit of nothing, and a share moderated off its scale."""
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    if ends_on < starts_on:
        raise Refused("It cannot end before it starts.", field="ends_on")
    if not rules.MODERATED_FROM <= moderated_share <= rules.MODERATED_TO:
        limits = f"{rules.MODERATED_FROM} and {rules.MODERATED_TO}"
        raise Refused(f"The share that is moderated is between {limits} percent.", field="moderated_share")
    if kind == rules.RE_AUDIT and follows is None:
        raise Refused("Select the programme that this one comes after.", field="follows")
    programme = Programme.objects.create(
        kind=kind, title=title, question=question, tool=tool, starts_on=starts_on, ends_on=ends_on,
        moderated_share=moderated_share, follows=follows if kind == rules.RE_AUDIT else None,
        opened_at=at, opened_by=by,
    )  # fmt: skip
    history.write(events.PROGRAMME_PLANNED, programme, by=by, at=at)
    return programme


@whole()
def draw(
    programme: Programme,
    *,
    seed: str,
    size: int,
    by: User,
    at: datetime,
    not_since: date | None = None,
    again_why: str = "",
    tracks: tuple[str, ...] = (),
) -> Sample:
    """Draw so many children of those that whoever draws may see, by team and track, and keep the whole population.

    Refuses an empty seed, nobody at all, a population without anybody who may be drawn, and a second draw that does not
    say why: whoever draws until the children suit them has no sample.
    """
    must_be_believable(at, not_since=not_since)
    Programme.objects.select_for_update().get(pk=programme.pk)
    before = Sample.objects.filter(programme=programme).order_by("-drawn_at").first()
    if before and not again_why.strip():
        day = long_date(before.drawn_at)
        raise Refused(
            f"A sample was drawn on {day}. Say why another is: both stay listed.", field="again_why"
        )
    if not seed.strip():
        raise Refused("Enter a seed, so that the sample can be drawn again.", field="seed")
    if size < 1:
        raise Refused("Draw at least one child.", field="size")
    everybody = population(Viewer(by), local_date(at), not_since=not_since, tracks=tracks)
    least = settings.least_drawn(local_date(at))
    drawn = sampling.draw([member.person for member in everybody], size=size, seed=seed, least=least)
    if not drawn.drawn:
        raise Refused("Nobody can be drawn: every child is left out for one reason or another.", field="size")
    sample = Sample.objects.create(
        programme=programme, seed=seed, size=size, not_since=not_since, drawn_at=at, drawn_by=by,
        least=least, again_why=again_why if before else "",
    )  # fmt: skip
    places = {key: place for place, key in enumerate(drawn.order, start=1)}
    Candidate.objects.bulk_create(
        _candidate(sample, member, places.get(member.person.key), member.person.key in drawn.drawn)
        for member in everybody
    )
    history.write(events.SAMPLE_DRAWN, sample, by=by, at=at)
    return sample


def _candidate(sample: Sample, member: PopulationMember, place: int | None, is_drawn: bool) -> Candidate:
    able = Candidate.DRAWN if is_drawn else Candidate.NOT_DRAWN
    return Candidate(
        sample=sample,
        child_id=member.person.key,
        team_id=member.team_id,
        track=member.person.track,
        place=place,
        outcome=Candidate.LEFT_OUT if member.person.left_out else able,
        left_out_why=member.person.left_out,
        due_on=sample.programme.ends_on,
    )


@whole()
def assign(candidate: Candidate, *, auditor: Worker, by: User, at: datetime) -> None:
    """Ask somebody to audit a child who was drawn, and let them see the record while they do.

    Refuses whoever works the case or manages who does, and a child already audited.
    """
    if candidate.outcome != Candidate.DRAWN:
        raise Refused("This child was not drawn. Choose one who was.")
    if candidate.audits.filter(is_counted=True).exists():
        raise Refused("This child has already been audited in this sample. Choose another.")
    if auditor.user is None:
        raise Refused("They cannot sign in, so they cannot audit.", field="auditor")
    if why_not := why_not_theirs(auditor.user, candidate.child, local_date(at)):
        raise Refused(why_not, field="auditor")
    before = Candidate.objects.select_related("auditor").get(pk=candidate.pk).auditor
    Candidate.objects.filter(pk=candidate.pk).update(auditor=auditor.user, assigned_at=at)
    if before is not None and not _audits_them_besides(before, candidate):
        access.end_duty(candidate.child, user=before, reason=ASKED_TO_AUDIT, by=by, at=at)
    access.let_in(
        candidate.child, user=auditor.user, reason=ASKED_TO_AUDIT, kind=Grant.DUTY,
        ends_at=at + AUDITORS_SEE_FOR, by=by, at=at,
    )  # fmt: skip
    history.write(events.AUDITOR_ASKED, candidate, by=by, at=at, child_id=candidate.child_id)


def _audits_them_besides(user: User, candidate: Candidate) -> bool:
    """In another sample, where they have not yet."""
    theirs = Candidate.objects.filter(child=candidate.child_id, auditor=user).exclude(pk=candidate.pk)
    return theirs.exclude(audits__is_counted=True).exists()
