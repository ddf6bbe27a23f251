"""Whatever happens to teams, allocations, grants and accounts: the queryset, the database and a slow reading of the
rule in plain Python name the same children, after every step.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection, transaction
from django.utils.timezone import now
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.access.tests.reference import Reference
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.record.models import Allocation, Child, Entry, Membership, Team, Worker
from kittiwake.time.moments import local_date

ROLES = [
    Role.SOCIAL_WORKER,
    Role.TEAM_MANAGER,
    Role.SERVICE_MANAGER,
    Role.CONFERENCE_CHAIR,
    Role.DIRECTOR,
    Role.PARTNER,
    Role.ADMINISTRATOR,
    Role.CHILD,
]
CHILDREN, TEAMS = 4, 4
USER, CHILD, TEAM = st.integers(0, len(ROLES) - 1), st.integers(0, CHILDREN - 1), st.integers(0, TEAMS - 1)
DAYS, HOURS = st.sampled_from([-3, -1, 0, 1, 3]), st.sampled_from([-2, 2])
# Being let in to one entry brings nobody to the child: meetings/tests/test_who_reads.py.
KINDS = st.sampled_from([kind for kind, _ in Grant.KINDS if kind != Grant.TO_ONE])
WHICH = st.integers(0, 5)


class Sight(RuleBasedStateMachine):
    """The facts stand in the database; the reference reads them as rows, one at a time, and knows no SQL of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.now, self.today = now(), local_date(now())
        system = User.objects.system()
        self.teams = [Team.objects.create(name=f"Team {n}") for n in range(TEAMS)]
        self.users = [
            User.objects.create_user(f"{n}@saltmere.example", f"User {n}", role)
            for n, role in enumerate(ROLES)
        ]
        self.workers = [Worker.objects.create(name=user.name, user=user) for user in self.users]
        long_ago = self.now - timedelta(days=90)
        self.children = [
            Child.objects.create(recorded_at=long_ago, recorded_by=system) for _ in range(CHILDREN)
        ]
        for child in self.children:
            Entry.objects.create(
                child=child,
                kind="missing.episode",
                summary="x",
                happened_at=long_ago,
                recorded_at=long_ago,
                by=system,
            )
        self.begin()

    def begin(self) -> None:
        """A council at work, so that one step more is enough to change what somebody sees."""
        for place in range(TEAMS):
            self.join(place, place, -3)
            self.allocate(place % CHILDREN, place, None if place else 0, -3)
        self.move_team(1, 2)
        self.let_in(0, 5, None, Grant.INVITED, -2, 2)
        self.let_in(3, 4, None, Grant.NAMED, -2, 2)
        self.let_in(3, 0, 0, Grant.DUTY, -2, 2)
        self.restrict_or_lift(3, True)
        self.give_the_child_an_account(1, 7)

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.savepoint)
        transaction.savepoint_commit(self.savepoint)

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    @rule(user=USER, team=TEAM, starts=DAYS)
    def join(self, user: int, team: int, starts: int) -> None:
        Membership.objects.create(
            worker=self.workers[user], team=self.teams[team], starts_on=self.day(starts)
        )

    @rule(which=WHICH, ends=DAYS)
    def leave(self, which: int, ends: int) -> None:
        change(Membership.objects.order_by("pk"), which, ends_on=self.day(ends))

    @rule(team=TEAM, parent=st.none() | TEAM)
    def move_team(self, team: int, parent: int | None) -> None:
        """Even in a circle: whoever mistypes an organisation chart must not bring the service down."""
        Team.objects.filter(pk=self.teams[team].pk).update(
            parent=None if parent is None else self.teams[parent]
        )

    @rule(child=CHILD, team=TEAM, user=st.none() | USER, starts=DAYS)
    def allocate(self, child: int, team: int, user: int | None, starts: int) -> None:
        Allocation.objects.create(
            child=self.children[child],
            team=self.teams[team],
            worker=None if user is None else self.workers[user],
            role="other",
            starts_on=self.day(starts),
            recorded_at=self.now,
        )

    @rule(which=WHICH, ends=DAYS)
    def end_allocation(self, which: int, ends: int) -> None:
        allocation = Allocation.objects.order_by("pk")[which : which + 1].first()
        if allocation and allocation.starts_on <= self.day(ends):
            Allocation.objects.filter(pk=allocation.pk).update(ends_on=self.day(ends))

    @rule(child=CHILD, user=USER, team=st.none() | TEAM, kind=KINDS, starts=HOURS, ends=HOURS)
    def let_in(self, child: int, user: int, team: int | None, kind: str, starts: int, ends: int) -> None:
        Grant.objects.create(
            child=self.children[child],
            user=self.users[user] if team is None else None,
            team=None if team is None else self.teams[team],
            kind=kind,
            reason="x",
            by=self.users[user],
            starts_at=self.now + timedelta(hours=starts),
            ends_at=self.now + timedelta(hours=ends) if kind == Grant.BREAK_GLASS or ends > 0 else None,
        )

    @rule(which=WHICH)
    def end_grant(self, which: int) -> None:
        change(Grant.objects.order_by("pk"), which, ends_at=self.now - timedelta(seconds=1))

    @rule(child=CHILD, restricted=st.booleans())
    def restrict_or_lift(self, child: int, restricted: bool) -> None:
        Child.objects.filter(pk=self.children[child].pk).update(restricted=restricted)

    @rule(user=USER, active=st.booleans(), expires=st.none() | HOURS)
    def change_account(self, user: int, active: bool, expires: int | None) -> None:
        ends = None if expires is None else self.now + timedelta(hours=expires)
        User.objects.filter(pk=self.users[user].pk).update(is_active=active, expires_at=ends)

    @rule(user=USER, role=st.sampled_from(ROLES))
    def change_role(self, user: int, role: Role) -> None:
        User.objects.filter(pk=self.users[user].pk).update(role=role)

    @rule(child=CHILD, user=st.none() | USER)
    def give_the_child_an_account(self, child: int, user: int | None) -> None:
        Child.objects.filter(user=None if user is None else self.users[user]).update(user=None)
        Child.objects.filter(pk=self.children[child].pk).update(
            user=None if user is None else self.users[user]
        )

    @rule(child=CHILD, user=USER, hours=st.sampled_from([1, 30]))
    def record(self, child: int, user: int, hours: int) -> None:
        Child.objects.filter(pk=self.children[child].pk).update(
            recorded_by=self.users[user], recorded_at=self.now - timedelta(hours=hours)
        )

    @invariant()
    def everybody_sees_the_same_three_ways(self) -> None:
        reference = Reference(self.now, self.today)
        for user in User.objects.filter(pk__in=[user.pk for user in self.users]):
            expected = {child.pk for child in reference.children if reference.sees(user, child)}
            assert ids(Viewer(user).children) == expected, "on their behalf"
            assert {pk for pk, why in reasons(user).items() if why != "no longer"} == expected, reasons(user)
            with acting_as(user):
                assert ids(Child.objects.all()) == expected, "the database alone"
                assert ids(Viewer(user).children) == expected, "as themselves"
                of_entries = set(Entry.objects.values_list("child_id", flat=True))
                assert of_entries == (expected if user.role != Role.CHILD else set()), "entries"


def change(rows, which: int, **fields: object) -> None:
    row = rows[which : which + 1].first()
    if row:
        type(row).objects.filter(pk=row.pk).update(**fields)


def ids(children) -> set[int]:
    return set(children.values_list("pk", flat=True))


def reasons(user: User) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, access_why(%s, id) FROM record_child", [user.pk])
        return dict(cursor.fetchall())


def test_queryset_database_and_reference_name_the_same_children(db) -> None:
    run_state_machine_as_test(
        Sight,
        settings=settings(
            max_examples=settings.default.max_examples // 10,  # a profile of more examples walks further
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
