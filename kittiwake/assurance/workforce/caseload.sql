-- How many children have somebody as their named worker on a day, by the track that weighs most; and what the cap hangs
-- on. Also children whoever asks may not see: a number says nothing of whose they are, and without it a worker could be
-- given too many. Restricted children count to the worker and to those who answer for them, who give out the work; to
-- anybody else a restricted child makes no difference (docs/decisions/0021). FTE and being newly qualified are told to
-- everybody inside.
-- `weights` is the council's agreement: {track: weight}.
CREATE OR REPLACE FUNCTION workforce_caseload(workers bigint[], day date, weights jsonb)
RETURNS TABLE (worker bigint, track text, children bigint)
-- A plan made for one call's workers and day takes ten times as long as one made for all (60,000 children).
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_generic_plan ROWS 20 AS
$$ SELECT held.worker_id, coalesce(heaviest.kind, ''), count(*)
     FROM (SELECT DISTINCT a.worker_id, a.child_id
             FROM record_allocation a JOIN record_child c ON c.id = a.child_id
            WHERE a.worker_id = ANY (workers) AND a.role = 'lead' AND NOT a.is_cover AND c.withdrawn_at IS NULL
              AND a.starts_on <= day AND (a.ends_on IS NULL OR a.ends_on > day)
              AND (NOT c.restricted OR a.worker_id = ANY ((SELECT access_workers(access_me()))::bigint[])
                   OR access_sees(c.id))) held
     LEFT JOIN LATERAL (
            SELECT t.kind FROM record_track t
             WHERE t.child_id = held.child_id AND t.starts_on <= day AND (t.ends_on IS NULL OR t.ends_on > day)
             ORDER BY coalesce((weights ->> t.kind)::numeric, 1) DESC, t.kind LIMIT 1) heaviest ON true
    WHERE access_internal(access_me())
    GROUP BY 1, 2 $$;

CREATE OR REPLACE FUNCTION workforce_standing(workers bigint[], day date)
RETURNS TABLE (worker bigint, fte numeric, newly_qualified boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 20 AS
$$ SELECT w.id,
          (SELECT e.fte FROM workforce_engagement e WHERE e.worker_id = w.id AND e.starts_on <= day
              AND (e.ends_on IS NULL OR e.ends_on > day)),
          EXISTS (SELECT 1 FROM workforce_newlyqualified n WHERE n.worker_id = w.id AND n.starts_on <= day
              AND (n.ends_on IS NULL OR n.ends_on > day))
     FROM record_worker w
    WHERE w.id = ANY (workers) AND access_internal(access_me()) $$;
