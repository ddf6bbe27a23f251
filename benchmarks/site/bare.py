"""What a page cannot do without, as somebody in a hurry would write it in SQL for this page alone."""

from __future__ import annotations

CHILD = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    "SELECT * FROM record_identifier WHERE child_id = %(child)s AND ended_on IS NULL",
    (
        "SELECT a.*, t.name, w.name FROM record_allocation a JOIN record_team t ON t.id = a.team_id"
        " LEFT JOIN record_worker w ON w.id = a.worker_id WHERE a.child_id = %(child)s AND a.ends_on IS NULL"
    ),
    (
        "SELECT c.* FROM clocks_clock c JOIN record_entry e ON e.id = c.entry_id"
        " WHERE e.child_id = %(child)s AND c.stopped_at IS NULL AND c.cancelled_at IS NULL"
    ),
    "SELECT * FROM missing_episode WHERE child_id = %(child)s ORDER BY reported_at DESC LIMIT 5",
    "SELECT r.* FROM risk_presentingrisk r WHERE r.child_id = %(child)s",
    "SELECT * FROM record_words WHERE child_id = %(child)s ORDER BY said_at DESC LIMIT 5",
    "SELECT * FROM record_entry WHERE child_id = %(child)s ORDER BY happened_at DESC LIMIT 5",
]
MY_WORK = [
    (
        "SELECT c.* FROM record_allocation a JOIN record_child c ON c.id = a.child_id"
        " WHERE a.worker_id = %(worker)s AND a.starts_on <= current_date AND a.ends_on IS NULL ORDER BY c.surname"
    ),
    (
        "SELECT k.*, e.child_id FROM record_allocation a JOIN record_entry e ON e.child_id = a.child_id"
        " JOIN clocks_clock k ON k.entry_id = e.id WHERE a.worker_id = %(worker)s AND a.ends_on IS NULL"
        " AND k.stopped_at IS NULL AND k.cancelled_at IS NULL AND e.struck_out_at IS NULL ORDER BY k.due_at"
    ),
    "SELECT * FROM actions_action WHERE owner_id = %(worker)s AND done_at IS NULL AND dropped_at IS NULL",
]
BOARD = [
    (
        "SELECT c.id, c.forenames, c.surname, k.key, k.due_at, w.name FROM record_allocation a"
        " JOIN record_child c ON c.id = a.child_id JOIN record_entry e ON e.child_id = c.id"
        " JOIN clocks_clock k ON k.entry_id = e.id LEFT JOIN record_worker w ON w.id = a.worker_id"
        " WHERE a.team_id = %(team)s AND a.role = 'lead' AND a.ends_on IS NULL AND k.stopped_at IS NULL"
        " AND k.cancelled_at IS NULL AND e.struck_out_at IS NULL AND k.due_at < now() ORDER BY k.key, k.due_at"
    ),
    (
        "SELECT c.id, c.forenames, c.surname, x.what, x.due_on FROM record_allocation a"
        " JOIN record_child c ON c.id = a.child_id JOIN record_entry e ON e.child_id = c.id"
        " JOIN actions_action x ON x.entry_id = e.id WHERE a.team_id = %(team)s AND a.role = 'lead'"
        " AND a.ends_on IS NULL AND x.done_at IS NULL AND x.dropped_at IS NULL AND x.due_on < current_date"
        " ORDER BY x.due_on"
    ),
    (
        "SELECT c.id, c.forenames, c.surname, m.reported_at FROM record_allocation a"
        " JOIN record_child c ON c.id = a.child_id JOIN missing_episode m ON m.child_id = c.id"
        " WHERE a.team_id = %(team)s AND a.role = 'lead' AND a.ends_on IS NULL AND m.returned_at IS NULL"
        " AND m.is_counted ORDER BY m.reported_at"
    ),
]
CHRONOLOGY = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    (
        "SELECT e.*, u.name FROM record_entry e JOIN accounts_user u ON u.id = e.by_id"
        " WHERE e.child_id = %(child)s ORDER BY e.happened_at DESC, e.id DESC LIMIT 50"
    ),
]
SEARCH = [
    (
        "SELECT c.* FROM record_child c WHERE c.withdrawn_at IS NULL AND (c.surname ILIKE %(word)s OR c.forenames ILIKE"
        " %(word)s) ORDER BY c.surname LIMIT 50"
    )
]
LOOKS = [
    "SELECT * FROM record_child WHERE id = %(child)s",
    "SELECT * FROM access_looks(%(child)s, NULL, false, false, 9223372036854775807, 50)",
]
