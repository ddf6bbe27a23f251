"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import DAILY, STARTS
from kittiwake.insight import on_pages, settings, views
from kittiwake.insight.baselines import views as baseline_views
from kittiwake.insight.baselines.events import EVENTS
from kittiwake.insight.breakdowns import of_children
from kittiwake.insight.consistency import views as consistency_views
from kittiwake.insight.statistics.settings import NEIGHBOURS
from kittiwake.primitives.clocks.standards import standards_of

# Whoever is the first to ask with new code makes the SQL of all measures: six seconds of the processor, and more by the
# clock where others work. What counting may take is much less (waiting/views.py).
NEW_CODE_SECONDS = 120

AREA = Area(
    "insight",
    "Measures",
    place=219,
    pages=[
        Page(
            "insight:measures",
            "measures/",
            views.measures,
            Power.SEE_FIGURES,
            "",
            (
                On(DAILY, 50, "Measures"),
                On(STARTS, 80, "Measures", "How well the service does, with what each figure rests on."),
            ),
            seconds=NEW_CODE_SECONDS,
        ),
        Page(
            "insight:consistency",
            "measures/consistency/",
            consistency_views.consistency,
            Power.SEE_FIGURES,
            "Consistency between teams",
            (On(STARTS, 82, "", "Whether teams lie further apart than chance alone would put them."),),
            seconds=NEW_CODE_SECONDS,
        ),
        Page(
            "insight:take_back_baseline",
            "measures/baselines/<int:pk>/taking-back/",
            baseline_views.take_back_baseline,
            Power.SET_STANDARDS,
            "Take a baseline back",
        ),
        Page(
            "insight:set_baseline",
            "measures/<slug:key>/baseline/",
            baseline_views.set_baseline,
            Power.SET_STANDARDS,
            "Set a new baseline",
        ),
        Page(
            "insight:measure",
            "measures/<slug:key>/",
            views.measure,
            Power.SEE_FIGURES,
            seconds=NEW_CODE_SECONDS,
        ),
        Page(
            "insight:rows",
            "measures/<slug:key>/rows/",
            views.rows,
            Power.OPEN_FIGURES,
            "Rows behind a measure",
            seconds=NEW_CODE_SECONDS,
        ),
        Page(
            "insight:rows_file",
            "measures/<slug:key>/rows.csv",
            views.rows_file,
            Power.OPEN_FIGURES,
            "File of the rows behind a measure",
            seconds=NEW_CODE_SECONDS,
        ),
    ],
    declares=[
        *of_children.DIMENSIONS,
        *standards_of("insight", settings),
        *on_pages.PARTS,
        NEIGHBOURS,
        *EVENTS,
    ],
)
