"""The application's role on a bare connection, with no identity or another's: functions answer about who asks, or nothing."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from kittiwake.access.tests.conftest import as_owner, ask, be

# Every function about somebody, by what it gives: nothing of this is told about another.
SETS = [
    "access_hidden",
    "access_children",
    "access_besides",
    "access_one_by_one",
    "supervision_workers",
]


@pytest.mark.parametrize("function", SETS)
@pytest.mark.parametrize("asking", [None, "outsider", "partner", "administrator"])
@pytest.mark.parametrize("about", ["worker", "director", "manager", "young_person"])
def test_nothing_is_told_about_somebody_else(
    bare: psycopg.Connection, made: dict[str, Any], function: str, asking: str | None, about: str
) -> None:
    be(bare, asking and made["users"][asking])
    assert ask(bare, f"SELECT * FROM {function}(%s)", made["users"][about].pk) == []


def test_no_function_of_the_rule_was_forgotten(bare: psycopg.Connection) -> None:
    """Whatever takes a viewer and gives rows is in the list above; whatever gives one answer is asked below."""
    functions = ask(
        bare,
        "SELECT p.proname, p.proretset FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = 'public' AND 'viewer' = ANY (p.proargnames)"
        " AND has_function_privilege(p.oid, 'EXECUTE') ORDER BY 1",
    )
    assert {name for name, gives_rows in functions if gives_rows} == {
        *SETS,
        "access_break_glass",
        "access_whys",
    }
    about_a_role = {"access_role", "access_internal", "access_everyone", "access_kinds", "access_by_name"}
    of_staff = {"access_worker", "access_teams", "access_managed", "access_workers"}  # in open tables as well
    assert {name for name, gives_rows in functions if not gives_rows} == {
        *about_a_role, *of_staff, "access_answers", "access_become", "access_single", "access_why",
        "access_sees_because", "access_lasts", "access_holds",
        "access_ranges", "access_kept", "access_log_readings",
    }  # fmt: skip


def test_nor_why_or_whether_somebody_else_sees_a_child(
    bare: psycopg.Connection, made: dict[str, Any]
) -> None:
    worker, hazel = made["users"]["worker"], made["hazel"]
    for asking in (None, made["users"]["outsider"]):
        be(bare, asking)
        assert ask(bare, "SELECT access_why(%s, %s)", worker.pk, hazel.pk) == [("no longer",)]
        whys = ask(bare, "SELECT * FROM access_whys(%s, %s)", worker.pk, [hazel.pk])
        assert whys == [(hazel.pk, "no longer")]
        assert ask(bare, "SELECT access_single(%s)", worker.pk) == [([],)]
        for function in ("access_lasts", "access_holds"):
            (said,) = ask(bare, f"SELECT {function}(%s, %s)", worker.pk, hazel.pk)[0]
            assert not said
    be(bare, None)
    assert ask(bare, "SELECT access_sees(%s)", hazel.pk) == [(False,)]
    (first,), (second,) = (ask(bare, "SELECT access_is_allocated(%s)", pk)[0] for pk in (hazel.pk, 10**9))
    assert first == second


@pytest.mark.parametrize("function", ["access_ranges", "access_kept"])
def test_nor_whom_somebody_else_sees(bare: psycopg.Connection, made: dict[str, Any], function: str) -> None:
    worker, outsider = made["users"]["worker"], made["users"]["outsider"]
    with bare.transaction():
        be(bare, worker)
        ((own,),) = ask(bare, f"SELECT {function}(%s)::text", worker.pk)
        for asking in (None, outsider):
            be(bare, asking)
            assert ask(bare, f"SELECT {function}(%s)::text", worker.pk) == [("{}",)]
    assert own != "{}"


def test_only_who_sees_everyone_is_told_whom_that_leaves_out(
    bare: psycopg.Connection, made: dict[str, Any]
) -> None:
    told = {}
    for name, user in made["users"].items():
        be(bare, user)
        told[name] = ask(bare, "SELECT * FROM access_hidden(%s)", user.pk)
    everyone = {"auditor", "principal", "analyst", "director", "inspector", "protection_officer"}
    assert {name for name, rows in told.items() if rows} == everyone


def test_a_line_of_the_log_is_written_in_ones_own_name(
    bare: psycopg.Connection, made: dict[str, Any]
) -> None:
    write = "SELECT access_log_reading('view', 'desk:child', %s, NULL, '{}', '')"
    be(bare, None)
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="nobody is asking"):
        bare.execute(write, [made["ash"].pk])
    be(bare, made["users"]["worker"])
    (line,) = ask(bare, write, made["ash"].pk)[0]
    said = ask(bare, "SELECT user_id, role, why FROM access_reading WHERE id = %s", line)
    assert said == [(made["users"]["worker"].pk, "social_worker", "allocated")]


@pytest.mark.parametrize(
    "question",
    ["SELECT password FROM accounts_user", "SELECT * FROM accounts_secret", "DELETE FROM accounts_secret"],
)
def test_no_hash_of_a_password_can_be_read(bare: psycopg.Connection, question: str) -> None:
    with pytest.raises(psycopg.Error, match=r"permission denied|does not exist"):
        bare.execute(question)


def test_what_the_application_can_read_of_an_account_is_no_hash(
    bare: psycopg.Connection, own_database: str, made: dict[str, Any]
) -> None:
    user = made["users"]["worker"]
    sealed = "argon2$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"
    be(bare, user)
    bare.execute("SELECT accounts_seal(%s, %s)", [user.pk, sealed])
    read = ask(bare, "SELECT to_jsonb(u)::text FROM accounts_user u")
    assert not any("argon2" in row for (row,) in read)
    assert ask(bare, "SELECT accounts_sealed_with(%s)", user.pk) == [(sealed.rpartition("$")[0],)]
    be(bare, made["users"]["outsider"])
    assert ask(bare, "SELECT accounts_sealed_with(%s)", user.pk) == [(None,)]
    assert ask(bare, "SELECT accounts_is_sealed(%s, %s)", user.pk, sealed) == [(False,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        bare.execute("SELECT accounts_seal(%s, 'mine')", [user.pk])
    with as_owner(own_database) as owner:
        owner.execute("DELETE FROM accounts_secret")
        owner.commit()


def test_a_password_is_in_no_earlier_version_of_a_row(own_database: str, made: dict[str, Any]) -> None:
    with as_owner(own_database) as owner:
        kept = owner.execute(
            "SELECT count(*) FROM history_version WHERE row::text LIKE '%argon2%'"
        ).fetchone()
    assert kept == (0,)
