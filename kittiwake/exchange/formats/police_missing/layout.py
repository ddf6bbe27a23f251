"""The layout of a police force's list of missing children. There is no national one; this knows how forces head theirs.

‘Traced’ and ‘found’ are the police's moment of locating a child, which is not yet the child's return. Lists with
one such column give `located`; where a list has both, `returned` is filled too. What a list with only one of them
says about the return is the importer's decision, not made here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kittiwake.exchange.reading.layouts import FieldKind, Layout, Target
from kittiwake.exchange.reading.values import Reading

K = FieldKind

POLICE_MISSING = Layout(
    "police_missing",
    "Police list of missing children",
    (
        Target("reference", "Police reference", K.REFERENCE, (
            "force ref", "report id", "reportid", "missing ref", "missing person ref", "incident number", "log number",
            "misper ref", "occurrence number", "case reference", "compact ref", "niche ref", "report number", "record id",
            "unique reference", "episode reference", "reference", "crime ref", "cad", "storm log", "event id",
            "incident", "occurrence", "misper case", "missing episode reference",
        ), required=True),
        Target("person_reference", "Missing person’s reference", K.REFERENCE, (
            "person id", "misper id", "misperid", "subject id", "child id", "person reference", "individual id",
            "missing person number", "person urn", "subject reference", "pnc id", "child unique id",
        )),
        Target("nominal_reference", "Police nominal number", K.REFERENCE, (
            "nominal id", "nominal ref", "nominal person id", "nominalpersonid", "nominal", "nominal urn",
        )),
        Target("forenames", "Forenames", K.NAME, (
            "forename", "forename s", "first name", "given name", "name first", "child forename", "forename 1",
            "missing person forename", "misper first name", "subject forename", "christian name", "fore name",
        )),
        Target("surname", "Surname", K.NAME, (
            "family name", "last name", "second name", "name last", "child surname", "missing person surname",
            "misper surname", "subject surname", "sur name",
        )),
        Target("full_name", "Full name", K.FULL_NAME, (
            "name", "child name", "name of child", "missing person name", "name of missing person", "subject name",
            "misper", "missing person", "young person", "person", "subject", "young person name", "who", "misper name",
        )),
        Target("dob", "Date of birth", K.DATE, ("dob", "birth date", "born", "d.o.b.", "birthdate", "missing person dob")),
        Target("age", "Age", K.AGE, ("age years", "years", "years old", "age at missing", "age when missing", "current age", "how old")),
        Target("sex", "Sex", K.SEX, ("gender", "m/f", "sex/gender", "male/female", "self defined gender")),
        Target("home_address", "Home address", K.TEXT, (
            "address", "home location", "current address", "residence", "lives at", "child address", "place of residence",
            "usual address", "home postcode", "person address", "placement address", "where lives",
        )),
        Target("home_kind", "Kind of home", K.TEXT, (
            "residence type", "type of residence", "accommodation type", "placement type", "type of home", "home type",
        )),
        Target("looked_after", "Looked after", K.YES_NO, (
            "lac", "cla", "in care", "looked after child", "child in care", "care status", "cic", "lac y/n",
            "looked after by local authority", "lac status", "in local authority care",
        )),
        Target("missing_from", "Missing from", K.TEXT, (
            "where missing from", "missing from type", "place missing from", "missing location type", "absent from",
            "went missing from", "location missing from", "missing place", "from where",
        )),
        Target("missing_from_address", "Address missing from", K.TEXT, (
            "mf address", "missing from address", "address last seen", "last seen location", "location last seen",
            "missing from location", "last known location", "last seen at",
        )),
        Target("last_seen", "Last seen", K.MOMENT, (
            "missing", "missing since", "last seen", "went missing", "missing start", "missing from date", "last sighting",
            "start", "episode start", "date missing", "time last seen", "left", "last seen date time", "missing period start",
        )),
        Target("reported", "Reported", K.MOMENT, (
            "reported missing", "report", "reported to police", "date reported", "call received", "report received",
            "notified", "police informed", "created", "incident created", "report made", "reported police",
        )),
        Target("initial_grade", "First grade of risk", K.GRADE, (
            "initial risk", "initial risk level", "initial grading", "first risk level", "risk at report", "risk initial",
            "initial risk grade", "initial risk assessment", "original risk", "risk when reported", "opening risk",
            "risk level initial", "starting risk",
        )),
        Target("current_grade", "Current grade of risk", K.GRADE, (
            "current risk", "risk", "risk level", "final risk", "current final risk level", "risk grade", "grading",
            "current grading", "risk assessment", "risk category", "latest risk", "closing risk", "risk at closure",
            "final risk level", "current risk level", "highest risk", "risk now",
        )),
        Target("located", "Found", K.MOMENT, (
            "traced", "located", "when traced", "found", "date found", "found date", "traced date", "episode end",
            "missing end", "end", "closed", "cancelled found", "recovered", "found traced", "located traced",
            "missing period end", "turned up",
        )),
        Target("returned", "Returned", K.MOMENT, (
            "return", "date returned", "returned home", "return date", "back home", "date returned home", "returned to placement",
            "came back", "return to address",
        )),
        Target("found_where", "Where found", K.TEXT, (
            "found location", "location found", "traced location", "tl address", "traced address", "found address",
            "where traced", "where located", "located at", "found at", "place found", "return location", "place located",
            "address found", "turned up at", "found place", "address traced", "where they were found",
        )),
        Target("how_found", "How found", K.TEXT, (
            "how returned", "how traced", "how located", "return method", "return method desc", "method of return",
            "traced by", "found by", "located by", "means of return", "outcome", "how closed", "result", "who found them",
        )),
        Target("reported_by", "Reported by", K.TEXT, (
            "reported missing by", "informant", "caller", "reporting person", "who reported", "reporter", "informant name",
            "reporting person name", "person reporting", "who rang",
        )),
        Target("circumstances", "Circumstances", K.TEXT, (
            "circs", "narrative", "summary", "details", "description", "notes", "circumstances of missing", "free text",
            "incident details", "background", "comments", "what happened", "summary of circumstances", "story",
        )),
        Target("duration", "Length of time missing", K.DURATION, (
            "length missing", "duration", "duration missing", "missing duration", "total missing", "hours missing",
            "time missing", "length of absence", "length of episode", "missing for", "how long", "duration mins",
        )),
        Target("cancelled", "Cancelled", K.YES_NO, (
            "cancelled report", "false report", "report cancelled", "no missing episode", "recorded in error", "cancelled y/n",
            "void", "error",
        )),
        Target("force", "Police force", K.TEXT, (
            "force", "force name", "police service", "reporting force", "constabulary", "owning force", "police area",
        )),
    ),
)  # fmt: skip


def names_in(values: Mapping[str, Reading[Any]]) -> tuple[str, str]:
    """(forenames, surname) of a row read with this layout, from their own columns or from the full name."""
    whole = values.get("full_name", Reading(None)).value or ("", "")
    forenames = values.get("forenames", Reading(None)).value or whole[0]
    return forenames, values.get("surname", Reading(None)).value or whole[1]
