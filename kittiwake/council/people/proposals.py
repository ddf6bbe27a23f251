"""Which workers, known from the lists of other systems, may be which accounts: for a person to decide, one at a time.

A name alone proves nothing, so nothing here ties anybody: two of one name may be two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.people.queries import people, teams_of
from kittiwake.record.matching import parts
from kittiwake.record.matching.diminutives import are_forms_of_one_name
from kittiwake.record.models import Worker
from kittiwake.ui.components import TextLink, columns

SAME_NAME = "The same name"
SAME_ADDRESS = "Their email address has this name"
FORM_OF_NAME = "The same surname, and a form of the same first name"
ALSO = "{number} workers have this name"

Words = frozenset[str]


@dataclass(frozen=True)
class Proposal:
    user: User
    worker: Worker
    why: str


def proposals(at: datetime) -> list[Proposal]:
    """Open accounts that are no worker yet, each beside every worker without an account whom they may be."""
    workers = list(_without_account().prefetch_related("memberships__team").order_by("name", "pk"))
    by_words: dict[Words, list[Worker]] = defaultdict(list)
    by_surname: dict[str, list[Worker]] = defaultdict(list)
    for worker in workers:
        words = parts(worker.name)
        by_words[frozenset(words)].append(worker)
        for word in words:
            by_surname[word].append(worker)
    users = [user for user in _without_worker().order_by("name", "pk") if user.may_sign_in(at)]
    return [proposal for user in users for proposal in _of(user, by_words, by_surname)]


def _without_account() -> QuerySet[Worker]:
    return Worker.objects.filter(user=None, ends_on=None, agency=None)


def _without_worker() -> QuerySet[User]:
    return people().exclude(role__in=[Role.PARTNER, Role.ADMINISTRATOR]).filter(worker=None, is_active=True)


def _of(
    user: User, by_words: dict[Words, list[Worker]], by_surname: dict[str, list[Worker]]
) -> Iterator[Proposal]:
    """The likeliest first; each worker once."""
    named = parts(user.name)
    met: set[int] = set()
    for words, why in ((frozenset(named), SAME_NAME), (_in_address(user), SAME_ADDRESS)):
        alike = by_words.get(words, [])
        for worker in alike:
            if worker.pk not in met:
                met.add(worker.pk)
                also = f". {ALSO.format(number=len(alike))}" if len(alike) > 1 else ""
                yield Proposal(user, worker, why + also)
    for worker in by_surname.get(named[-1], []) if len(named) > 1 else []:
        if worker.pk not in met and _is_form_of(named, parts(worker.name)):
            yield Proposal(user, worker, FORM_OF_NAME)


def _in_address(user: User) -> Words:
    """robin.marsh@… names Robin Marsh; rmarsh@… names nobody."""
    words = frozenset(parts(user.email.partition("@")[0].replace(".", " ").replace("_", " ")))
    return words if len(words) > 1 else frozenset()


def _is_form_of(named: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(other) < 2:
        return False
    surname = named[-1]
    first = other[0] if other[-1] == surname else other[1] if other[0] == surname else ""
    return bool(first) and are_forms_of_one_name(named[0], first)


@dataclass
class ProposedWorkers:
    """Who may be whom, and why; a person decides."""

    at: datetime

    columns = columns("Account", "Worker", "In which team", "Why they may be one", "")

    @cached_property
    def proposals(self) -> list[Proposal]:
        return proposals(self.at)

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(proposal) for proposal in self.proposals]

    def _row(self, proposal: Proposal) -> list[Any]:
        user, worker = proposal.user, proposal.worker
        tie = reverse("people:tie", args=[user.pk])
        return [
            TextLink(user.name, reverse("people:person", args=[user.pk])),
            worker.name,
            teams_of(worker, self.at),
            proposal.why,
            TextLink(f"Say who {user.name} is", f"{tie}?worker={worker.pk}"),
        ]
