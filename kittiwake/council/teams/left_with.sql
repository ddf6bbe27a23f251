-- What a team still holds on that day or after it: children, in whatever role, and duties to children. Only how many: whoever
-- sets up teams sees no child, and nobody else is told.
CREATE OR REPLACE FUNCTION teams_left_with(closing bigint, day date)
RETURNS TABLE (children bigint, duties bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 1 AS
$$ SELECT
     (SELECT count(DISTINCT a.child_id)
        FROM record_allocation a JOIN record_child c ON c.id = a.child_id
       WHERE a.team_id = closing AND c.withdrawn_at IS NULL
         AND (a.ends_on IS NULL OR a.ends_on > greatest(day, a.starts_on))),
     (SELECT count(DISTINCT g.child_id)
        FROM access_grant g JOIN record_child c ON c.id = g.child_id LEFT JOIN record_entry e ON e.id = g.because_of_id
       WHERE g.team_id = closing AND c.withdrawn_at IS NULL AND e.struck_out_at IS NULL
         AND (g.ends_at IS NULL OR g.ends_at > day::timestamp AT TIME ZONE 'Europe/London'))
   WHERE access_role(access_me()) IN ('administrator', 'system') $$;
