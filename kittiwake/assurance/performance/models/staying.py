"""What is published stays as it was, whichever code writes."""

from __future__ import annotations

import pgtrigger

WITHDRAWAL = "ARRAY['withdrawn_at', 'withdrawn_by_id', 'why_withdrawn']"
PUBLISHED = """
    IF EXISTS (SELECT 1 FROM performance_report r
                WHERE r.id IN (NEW.{column}, OLD.{column}) AND r.published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'What is published stays as it was.';
    END IF;
    RETURN NEW;
"""
ENDED = """
    IF EXISTS (SELECT 1 FROM performance_count c WHERE c.id = NEW.count_id AND c.ended_at IS NOT NULL) THEN
        RAISE EXCEPTION 'This count has ended.';
    END IF;
    RETURN NEW;
"""


def only_withdrawn() -> pgtrigger.Trigger:
    """Of a published report nothing changes but that it is withdrawn, once."""
    same = f"(to_jsonb(OLD.*) - {WITHDRAWAL}) IS NOT DISTINCT FROM (to_jsonb(NEW.*) - {WITHDRAWAL})"
    return pgtrigger.Protect(
        name="published_stays",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            f"OLD.published_at IS NOT NULL AND (OLD.withdrawn_at IS NOT NULL OR NOT ({same}))"
        ),
    )


def as_published(column: str) -> pgtrigger.Trigger:
    """Of what belongs to a published report nothing is added or changed."""
    return pgtrigger.Trigger(
        name="published_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=PUBLISHED.format(column=column),
    )


def while_counting() -> list[pgtrigger.Trigger]:
    """Written once, and only before the count has ended."""
    added = pgtrigger.Trigger(
        name="ended_stays", when=pgtrigger.Before, operation=pgtrigger.Insert, func=ENDED
    )
    written_once = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
    return [written_once, added]


def ended() -> pgtrigger.Trigger:
    return pgtrigger.Protect(
        name="ended_stays",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition("OLD.ended_at IS NOT NULL"),
    )
