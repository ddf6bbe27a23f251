from kittiwake.record.models.children import Child, Identifier, Name, Words
from kittiwake.record.models.entries import Entry, InformedBy
from kittiwake.record.models.homes import Address, Placement, Residence
from kittiwake.record.models.people import Person, Relationship
from kittiwake.record.models.teams import Agency, Allocation, Membership, Team, Track, Worker

__all__ = [
    "Address",
    "Agency",
    "Allocation",
    "Child",
    "Entry",
    "Identifier",
    "InformedBy",
    "Membership",
    "Name",
    "Person",
    "Placement",
    "Relationship",
    "Residence",
    "Team",
    "Track",
    "Words",
    "Worker",
]
