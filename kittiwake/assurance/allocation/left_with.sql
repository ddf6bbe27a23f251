-- What is still somebody's on that day or after it: children in whatever role, open actions, and drafts, of which nothing
-- is told but that there are some. Restricted children whom whoever asks may not see count for those who answer for the
-- worker, who let them go, and for nobody else (docs/decisions/0021).
CREATE OR REPLACE FUNCTION allocation_left_with(leaving bigint, day date)
RETURNS TABLE (children bigint, actions bigint, drafts bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 1 AS
$$ WITH counted AS (
     SELECT id, withdrawn_at FROM record_child
      WHERE NOT restricted OR leaving = ANY (access_workers(access_me())) OR id IN (SELECT child_id FROM access_sight))
   SELECT
     (SELECT count(DISTINCT a.child_id)
        FROM record_allocation a JOIN counted c ON c.id = a.child_id
       WHERE a.worker_id = leaving AND c.withdrawn_at IS NULL
         AND (a.ends_on IS NULL OR a.ends_on > greatest(day, a.starts_on))),
     (SELECT count(*) FROM actions_action a JOIN record_entry e ON e.id = a.entry_id JOIN counted c ON c.id = e.child_id
       WHERE a.owner_id = leaving AND a.done_at IS NULL AND a.dropped_at IS NULL AND e.struck_out_at IS NULL),
     (SELECT count(*) FROM drafts_draft d JOIN record_worker w ON w.user_id = d.user_id JOIN counted c ON c.id = d.child_id
       WHERE w.id = leaving)
   WHERE access_internal(access_me()) $$;
