"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_PARTS, MENU, STARTS
from kittiwake.assurance.audits import (
    broken_links,
    events,
    measures,
    on_pages,
    report_themes,
    rules,
    settings,
    views,
)
from kittiwake.assurance.audits.actions import views as actions_views
from kittiwake.assurance.audits.agreement import views as agreement_views
from kittiwake.assurance.audits.effects import views as effects_views
from kittiwake.assurance.audits.learning import views as learning_views
from kittiwake.assurance.audits.marking import views as marking_views
from kittiwake.assurance.audits.programmes import views as programmes_views
from kittiwake.assurance.audits.themes import views as themes_views
from kittiwake.assurance.audits.waiting import views as waiting_views
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.primitives.measures.consistency import Consistency
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "audits",
    "Audits",
    place=250,
    pages=[
        Page(
            "audits:waiting",
            "audits/",
            waiting_views.waiting,
            Power.SEE,
            "",
            (
                On(
                    MENU["The work"],
                    20,
                    "Audits",
                    "Records looked at with those who work with the child, and what it changed.",
                ),
                On(STARTS, 70, "Audits", "Records to audit, and actions that are to change something."),
            ),
        ),
        Page("audits:programmes", "audits/programmes/", programmes_views.programmes, Power.SEE),
        Page(
            "audits:plan_programme",
            "audits/programmes/new/",
            programmes_views.plan_programme,
            Power.PLAN_AUDITS,
        ),
        Page("audits:programme", "audits/programmes/<int:pk>/", programmes_views.programme, Power.SEE),
        Page(
            "audits:draw_sample",
            "audits/programmes/<int:pk>/samples/new/",
            programmes_views.draw_sample,
            Power.PLAN_AUDITS,
        ),
        Page(
            "audits:comparison_of_programmes",
            "audits/programmes/<int:pk>/comparison/",
            programmes_views.comparison_of_programmes,
            Power.SEE,
        ),
        Page("audits:sample", "audits/samples/<int:pk>/", programmes_views.sample, Power.SEE),
        Page(
            "audits:ask_auditor",
            "audits/candidates/<int:pk>/auditor/",
            programmes_views.ask_auditor,
            Power.PLAN_AUDITS,
        ),
        Page("audits:agreement", "audits/agreement/", agreement_views.agreement, Power.SEE),
        Page("audits:themes", "audits/themes/", themes_views.themes, Power.SEE),
        Page("audits:name_theme", "audits/themes/new/", themes_views.name_theme, Power.PLAN_AUDITS),
        Page("audits:theme", "audits/themes/<int:pk>/", themes_views.theme, Power.SEE),
        Page(
            "audits:train_for_theme",
            "audits/themes/<int:pk>/course/",
            themes_views.train_for_theme,
            Power.PLAN_AUDITS,
        ),
        Page(
            "audits:hold_learning_event",
            "audits/learning/new/",
            learning_views.hold_learning_event,
            Power.PLAN_AUDITS,
        ),
        Page("audits:learning_event", "audits/learning/<int:pk>/", learning_views.learning_event, Power.SEE),
        Page(
            "audits:ask_moderation",
            "audits/<int:pk>/moderation/",
            marking_views.ask_moderation,
            Power.PLAN_AUDITS,
        ),
        Page("audits:mark", "audits/<int:pk>/second-mark/", marking_views.mark, Power.AUDIT),
        Page("audits:settle_mark", "audits/<int:pk>/settlement/", marking_views.settle_mark, Power.AUDIT),
        Page(
            "audits:audits_of_child",
            "children/<int:child_pk>/audits/",
            views.audits_of_child,
            Power.SEE,
            "",
            (On(CHILD_PARTS, 110, "Audits"),),
        ),
        Page(
            "audits:record_audit",
            "children/<int:child_pk>/audits/<int:programme_pk>/new/",
            views.record_audit,
            Power.AUDIT,
        ),
        Page("audits:audit", "audits/<int:pk>/", views.audit, Power.SEE),
        Page(
            "audits:make_safe_after_audit",
            "audits/<int:pk>/safety/",
            views.make_safe_after_audit,
            Power.OVERSEE,
        ),
        Page("audits:strike_out_audit", "audits/<int:pk>/correction/", views.strike_out_audit, Power.RECORD),
        Page("audits:raise_action", "audits/<int:pk>/actions/new/", actions_views.raise_action, Power.AUDIT),
        Page("audits:action", "audit-actions/<int:pk>/", actions_views.action, Power.SEE),
        Page(
            "audits:check_focus_of_action",
            "audit-actions/<int:pk>/focus/",
            actions_views.check_focus_of_action,
            Power.AUDIT,
        ),
        Page("audits:give_action", "audit-actions/<int:pk>/owner/", actions_views.give_action, Power.ANSWER),
        Page(
            "audits:discuss_action",
            "audit-actions/<int:pk>/discussion/",
            actions_views.discuss_action,
            Power.ANSWER,
        ),
        Page(
            "audits:finish_action",
            "audit-actions/<int:pk>/evidence/",
            actions_views.finish_action,
            Power.ANSWER,
        ),
        Page("audits:check_action", "audit-actions/<int:pk>/check/", actions_views.check_action, Power.AUDIT),
        Page(
            "audits:confirm_effect_of_action",
            "audit-actions/<int:pk>/effect/",
            effects_views.confirm_effect_of_action,
            Power.AUDIT,
        ),
        Page(
            "audits:close_action",
            "audit-actions/<int:pk>/closing/",
            effects_views.close_action,
            Power.AUDIT,
        ),
        Page(
            "audits:reopen_action",
            "audit-actions/<int:pk>/reopening/",
            effects_views.reopen_action,
            Power.AUDIT,
        ),
        Page(
            "audits:strike_out_action",
            "audit-actions/<int:pk>/correction/",
            actions_views.strike_out_action,
            Power.RECORD,
        ),
    ],
    declares=[
        *events.EVENTS,
        EntryKind("audits.audit"),
        EntryKind("audits.action"),
        *measures.MEASURES,
        *report_themes.THEMES,
        Consistency("Assessments", ("P26",)),
        *broken_links.LINKS,
        *standards_of("audits", rules, settings),
        *on_pages.PARTS,
    ],
)
