"""What the area says of itself to the rest of the house."""

from __future__ import annotations

from kittiwake.areas.area import Area
from kittiwake.areas.pages import On, Page
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import CHILD_PARTS, MENU, STARTS
from kittiwake.assurance.audits import (
    broken_links,
    measures,
    on_pages,
    rules,
    settings,
    views,
    views_of_actions,
    views_of_learning,
    views_of_marks,
    views_of_programmes,
)
from kittiwake.primitives.clocks.standards import standards_of
from kittiwake.record.kinds import EntryKind

AREA = Area(
    "audits",
    "Audits",
    place=250,
    pages=[
        Page(
            "audits:waiting",
            "audits/",
            views_of_programmes.waiting,
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
        Page("audits:programmes", "audits/programmes/", views_of_programmes.programmes, Power.SEE),
        Page(
            "audits:plan_programme",
            "audits/programmes/new/",
            views_of_programmes.plan_programme,
            Power.PLAN_AUDITS,
        ),
        Page("audits:programme", "audits/programmes/<int:pk>/", views_of_programmes.programme, Power.SEE),
        Page(
            "audits:draw_sample",
            "audits/programmes/<int:pk>/samples/new/",
            views_of_programmes.draw_sample,
            Power.PLAN_AUDITS,
        ),
        Page(
            "audits:comparison_of_programmes",
            "audits/programmes/<int:pk>/comparison/",
            views_of_programmes.comparison_of_programmes,
            Power.SEE,
        ),
        Page("audits:sample", "audits/samples/<int:pk>/", views_of_programmes.sample, Power.SEE),
        Page(
            "audits:ask_auditor",
            "audits/candidates/<int:pk>/auditor/",
            views_of_programmes.ask_auditor,
            Power.PLAN_AUDITS,
        ),
        Page("audits:agreement", "audits/agreement/", views_of_programmes.agreement, Power.SEE),
        Page("audits:themes", "audits/themes/", views_of_learning.themes, Power.SEE),
        Page("audits:name_theme", "audits/themes/new/", views_of_learning.name_theme, Power.PLAN_AUDITS),
        Page("audits:theme", "audits/themes/<int:pk>/", views_of_learning.theme, Power.SEE),
        Page(
            "audits:train_for_theme",
            "audits/themes/<int:pk>/course/",
            views_of_learning.train_for_theme,
            Power.PLAN_AUDITS,
        ),
        Page(
            "audits:hold_learning_event",
            "audits/learning/new/",
            views_of_learning.hold_learning_event,
            Power.PLAN_AUDITS,
        ),
        Page(
            "audits:learning_event", "audits/learning/<int:pk>/", views_of_learning.learning_event, Power.SEE
        ),
        Page(
            "audits:ask_moderation",
            "audits/<int:pk>/moderation/",
            views_of_marks.ask_moderation,
            Power.PLAN_AUDITS,
        ),
        Page("audits:mark", "audits/<int:pk>/second-mark/", views_of_marks.mark, Power.AUDIT),
        Page("audits:settle_mark", "audits/<int:pk>/settlement/", views_of_marks.settle_mark, Power.AUDIT),
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
        Page(
            "audits:raise_action", "audits/<int:pk>/actions/new/", views_of_actions.raise_action, Power.AUDIT
        ),
        Page("audits:action", "audit-actions/<int:pk>/", views_of_actions.action, Power.SEE),
        Page(
            "audits:check_focus_of_action",
            "audit-actions/<int:pk>/focus/",
            views_of_actions.check_focus_of_action,
            Power.AUDIT,
        ),
        Page(
            "audits:give_action", "audit-actions/<int:pk>/owner/", views_of_actions.give_action, Power.ANSWER
        ),
        Page(
            "audits:discuss_action",
            "audit-actions/<int:pk>/discussion/",
            views_of_actions.discuss_action,
            Power.ANSWER,
        ),
        Page(
            "audits:finish_action",
            "audit-actions/<int:pk>/evidence/",
            views_of_actions.finish_action,
            Power.ANSWER,
        ),
        Page(
            "audits:check_action", "audit-actions/<int:pk>/check/", views_of_actions.check_action, Power.AUDIT
        ),
        Page(
            "audits:confirm_effect_of_action",
            "audit-actions/<int:pk>/effect/",
            views_of_actions.confirm_effect_of_action,
            Power.AUDIT,
        ),
        Page(
            "audits:close_action",
            "audit-actions/<int:pk>/closing/",
            views_of_actions.close_action,
            Power.AUDIT,
        ),
        Page(
            "audits:reopen_action",
            "audit-actions/<int:pk>/reopening/",
            views_of_actions.reopen_action,
            Power.AUDIT,
        ),
        Page(
            "audits:strike_out_action",
            "audit-actions/<int:pk>/correction/",
            views_of_actions.strike_out_action,
            Power.RECORD,
        ),
    ],
    declares=[
        EntryKind("audits.audit"),
        EntryKind("audits.action"),
        *measures.MEASURES,
        *broken_links.LINKS,
        *standards_of("audits", rules, settings),
        *on_pages.PARTS,
    ],
)
