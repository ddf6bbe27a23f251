-- The workers whose supervision somebody sees the dates of: themselves, those they supervise today or supervised, those
-- of a supervisor they cover for today, and for a manager everybody in the teams they see. Never the personal part.
CREATE OR REPLACE FUNCTION supervision_workers(viewer bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS
$$ DECLARE me bigint := access_worker(access_by_name(viewer)); today date := access_today();
BEGIN
  IF NOT access_internal(viewer) OR NOT access_answers(viewer) OR me IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT me
    UNION
    SELECT worker_id FROM supervision_supervisionagreement WHERE supervisor_id = me
    UNION
    SELECT a.worker_id FROM supervision_supervisionagreement a JOIN allocation_away w ON w.worker_id = a.supervisor_id
     WHERE w.covered_by_id = me AND w.starts_on <= today AND (w.ends_on IS NULL OR w.ends_on > today)
       AND (a.ends_on IS NULL OR a.ends_on > today)
    UNION
    SELECT m.worker_id FROM record_membership m
     WHERE access_role(viewer) IN ('team_manager', 'service_manager') AND m.team_id = ANY (access_teams(viewer))
       AND m.starts_on <= today AND (m.ends_on IS NULL OR m.ends_on > today);
END $$;
