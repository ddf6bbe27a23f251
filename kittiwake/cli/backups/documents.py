"""The bytes of documents as the owner of the tables sees them: which there are, and whether each is as it was kept."""

from __future__ import annotations

from typing import Any, TypedDict

import psycopg

# How many, how large, and one hash over the number and the hash of each.
LIST = """
    SELECT count(*), coalesce(sum(size), 0)::bigint,
           encode(sha256(convert_to(coalesce(string_agg(id || ' ' || sha256, ',' ORDER BY id), ''), 'UTF8')), 'hex')
      FROM documents_document
"""
# Of a file in which a virus was found nothing is kept.
CHANGED = """
    SELECT d.id FROM documents_document d LEFT JOIN LATERAL (
        SELECT encode(sha256(string_agg(content, ''::bytea ORDER BY number)), 'hex') AS hash
          FROM documents_piece WHERE document_id = d.id) kept ON true
     WHERE d.scan <> 'found' AND kept.hash IS DISTINCT FROM d.sha256 ORDER BY d.id
"""
MOST_NAMED = 10


class Files(TypedDict):
    count: int
    bytes: int
    sha256: str


def listed(owner: psycopg.Connection[Any]) -> Files:
    """Nothing where the tables were made before there were documents."""
    if owner.execute("SELECT to_regclass('public.documents_document')").fetchone() == (None,):
        return {"count": 0, "bytes": 0, "sha256": ""}
    count, size, sha256 = owner.execute(LIST).fetchone() or (0, 0, "")
    return {"count": count, "bytes": size, "sha256": sha256}


def changed(owner: psycopg.Connection[Any]) -> list[int]:
    """The documents whose bytes are not those that were kept, or are gone."""
    if owner.execute("SELECT to_regclass('public.documents_document')").fetchone() == (None,):
        return []
    return [key for (key,) in owner.execute(CHANGED)]


def in_words(keys: list[int]) -> str:
    named = ", ".join(map(str, keys[:MOST_NAMED]))
    more = f" and {len(keys) - MOST_NAMED} more" if len(keys) > MOST_NAMED else ""
    return f"The files of documents {named}{more} are not as they were kept, or are gone. Take them from an earlier copy."
