"""The text of row-level security: made of what each model declares, before any database has it."""

from __future__ import annotations

import pytest
from django.db import models

from kittiwake.access.row_security import conditions, policies
from kittiwake.config.engine import APPLICATION_ROLE

MODELS = policies.our_models()
GUARDED = [model for model in MODELS if policies.is_guarded(model)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_each_table_is_closed_before_anything_is_granted(model: type[models.Model]) -> None:
    first, *others = policies.statements(model)
    assert first == f'REVOKE ALL ON "{model._meta.db_table}" FROM {APPLICATION_ROLE}'
    assert bool(others) == (conditions.declared_path(model) != "closed")


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model._meta.label)
def test_a_guarded_table_has_row_security_and_each_policy_once(model: type[models.Model]) -> None:
    made = policies.statements(model)
    assert f'ALTER TABLE "{model._meta.db_table}" ENABLE ROW LEVEL SECURITY' in made
    names = [name for name, _ in policies.policies(model)]
    assert names
    assert len(names) == len(set(names))
    assert all("USING" in rule or "WITH CHECK" in rule for _, rule in policies.policies(model))


@pytest.mark.parametrize("text", [policies.rule_sql, policies.reading_sql, policies.opening_sql])
def test_the_functions_are_filled_in(text) -> None:
    assert "CREATE" in text()
    assert "{everyone}" not in text()


def test_an_area_may_keep_functions_in_sql() -> None:
    assert any("FUNCTION" in sql for sql in policies.sql_of_areas())
