"""Where the long work is that a worker does for a page: modules with tasks, beside each area's own `tasks`."""

from __future__ import annotations

MODULES = (
    "config.schedule",
    "assurance.inspection.pack.recording",
    "assurance.performance.counts.recording",
    "desk.exports.making",
    "exchange.background.recording",
    "exchange.child_lists.making",
    "insight.waiting.recording",
    "primitives.clocks.holidays.recording",
)
OF_THE_DEMO = ("demo.reports",)


def modules(*, demo: bool) -> list[str]:
    return [f"kittiwake.{name}" for name in (*MODULES, *(OF_THE_DEMO if demo else ()))]
