"""From the page of whatever was recorded a file is added to it, and what is kept with it is one click away."""

from __future__ import annotations

from uuid import uuid4

from kittiwake.access.identity import acting_as_system
from kittiwake.primitives.documents.tests import files
from kittiwake.record.kinds import entry_kinds
from kittiwake.record.models import Entry
from tests.driving.world import World


def test_each_kind_of_entry_has_its_documents_on_its_own_page(world: World) -> None:
    with acting_as_system():
        standing = Entry.objects.filter(child=world.made.child, struck_out_at=None)
        of_kind = {entry.kind: entry for entry in standing}
    assert set(entry_kinds()) - set(of_kind) == set(), "Each kind is recorded by the make() of its area"
    without = [
        kind
        for kind, entry in of_kind.items()
        if f"/entries/{entry.pk}/documents/new/" not in page(world, entry)
    ]
    assert without == []


def test_a_document_stands_on_the_page_of_what_it_is_kept_with(world: World) -> None:
    entry, client = world.made["episode"].entry, world.client("worker")
    letter = files.sent("From the carer.txt", b"They took their coat")
    sent = {"once": str(uuid4()), "kind": "letter", "chosen": letter}
    assert client.post(f"/entries/{entry.pk}/documents/new/", sent).status_code == 302
    assert ">From the carer</a>" in page(world, entry)


def page(world: World, entry: Entry) -> str:
    return world.client("worker").get(entry.get_absolute_url()).content.decode()
