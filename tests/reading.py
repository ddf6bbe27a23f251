"""What whoever is asking may read of the whole database: to prove that a word is found nowhere."""

from __future__ import annotations

from django.apps import apps
from django.db import connection


def tables_with(word: str) -> set[str]:
    """Every table whoever is asking may read, every row, whole: where the word stands."""
    names = set()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege(current_user, %s, 'SELECT')", [f'"{table}"'])
            if not cursor.fetchone()[0]:
                continue
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                names.add(table)
    return names
