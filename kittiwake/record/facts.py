"""What forms, imports and the interface for machines say of a child, a track or a placement: typed once, for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from kittiwake.record.models.homes import Address


class ChildFacts(TypedDict, total=False):
    forenames: str
    surname: str
    called: str
    born_on: date | None
    birth_is: str
    died_on: date | None
    sex: str
    gender: str
    ethnicity: str
    disabilities: list[str]
    unaccompanied: bool | None
    language: str
    communication: str


class TrackFacts(TypedDict, total=False):
    category: str
    end_reason: str
    source: str


class PlacementFacts(TypedDict, total=False):
    address: Address | None
    kind: str
    provider: str
    urn: str
    home_name: str
    legal_status: str
    carer: str
    carer_phone: str
    out_of_area: bool | None
    at_a_distance: bool | None
    miles: Decimal | None
    ends_on: date | None
    end_reason: str
    source: str
