-- Which child somebody sees. The only place it is written.
-- access_sight answers for whoever the database believes is asking (access_me): the children who reach them by a
-- relationship, and why. access_children gives those children as a set, for whoever asks or on somebody's behalf; with
-- access_everyone and access_hidden it makes what policies and querysets ask (kept.sql).
-- What they call is PL/pgSQL: its plans are kept from one question to the next, and the planner, which meets the
-- condition once for each table of a question and each step to the child, has nothing to look into.
-- {everyone}, {teams}, {no_child}, {internal}, {managers}, {all_workers}, {outside_kinds} and {single_kinds} come from access/permissions.py.

CREATE FUNCTION access_me() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('kittiwake.user_id', true), '')::bigint $$;

-- Whether an answer about `viewer` may be given at all: to themselves; to Kittiwake itself, which asks on somebody's
-- behalf; and to the owner of the tables. Whoever the database does not know is told nothing about anybody.
CREATE FUNCTION access_answers(viewer bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE me bigint := access_me();
BEGIN
  IF viewer = me THEN RETURN true; END IF;
  RETURN coalesce(access_role(me) = 'system', false)
      OR (SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class WHERE oid = 'record_child'::regclass);
END $$;

CREATE FUNCTION access_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;

-- Null for whoever is gone: every other answer is then no.
CREATE FUNCTION access_role(viewer bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  RETURN (SELECT role FROM accounts_user
           WHERE id = viewer AND is_active AND (expires_at IS NULL OR expires_at > now()));
END $$;

CREATE FUNCTION access_internal(viewer bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(access_role(viewer) = ANY ({internal}), false) $$;

-- Sees every child that is not restricted. Kittiwake itself sees those as well (access_hidden).
CREATE FUNCTION access_everyone(viewer bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(access_role(viewer) = ANY ({everyone}), false) $$;

-- The kinds of entry a partner or child may see; null for everybody else: all kinds.
CREATE FUNCTION access_kinds(viewer bigint) RETURNS text[] LANGUAGE sql STABLE AS
$$ SELECT CASE access_role(viewer) {outside_kinds} END $$;

-- The viewer, when children can reach them by name at all.
CREATE FUNCTION access_by_name(viewer bigint) RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT viewer WHERE access_role(viewer) <> ALL ({no_child}) $$;

CREATE FUNCTION access_worker(viewer bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT id FROM record_worker WHERE user_id = viewer $$;

-- The teams whose children somebody sees: those they are in today, and those beneath them.
CREATE FUNCTION access_teams(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH RECURSIVE beneath AS (
     SELECT team_id FROM record_membership
      WHERE worker_id = (SELECT access_worker(viewer)) AND (SELECT access_role(viewer)) = ANY ({teams})
        AND starts_on <= (SELECT access_today()) AND (ends_on IS NULL OR ends_on > (SELECT access_today()))
     UNION
     SELECT t.id FROM record_team t JOIN beneath b ON t.parent_id = b.team_id)
   SELECT coalesce(array_agg(team_id), '{{}}') FROM beneath $$;

-- Whose work somebody answers for: the teams they manage and those beneath; every worker, for who leads the profession
-- and for Kittiwake. Never oneself.
CREATE FUNCTION access_managed(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH RECURSIVE beneath AS (
     SELECT team_id FROM record_membership
      WHERE worker_id = (SELECT access_worker(viewer)) AND manages AND (SELECT access_role(viewer)) = ANY ({managers})
        AND starts_on <= (SELECT access_today()) AND (ends_on IS NULL OR ends_on > (SELECT access_today()))
     UNION
     SELECT t.id FROM record_team t JOIN beneath b ON t.parent_id = b.team_id)
   SELECT coalesce(array_agg(w.id), '{{}}') FROM record_worker w
    WHERE w.id IS DISTINCT FROM (SELECT access_worker(viewer))
      AND ((SELECT access_role(viewer)) = ANY ({all_workers})
           OR w.id IN (SELECT m.worker_id FROM record_membership m JOIN beneath b ON b.team_id = m.team_id
                        WHERE m.starts_on <= (SELECT access_today())
                          AND (m.ends_on IS NULL OR m.ends_on > (SELECT access_today())))) $$;

-- The workers whose record as staff somebody sees: their own, and those they answer for.
CREATE FUNCTION access_workers(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT CASE WHEN access_role(viewer) IS NULL THEN '{{}}'::bigint[]
               ELSE array_remove(access_managed(viewer) || access_worker(viewer), NULL) END $$;

-- The rarer ways a child reaches somebody by name.
CREATE FUNCTION access_besides(viewer bigint) RETURNS TABLE (child_id bigint, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 5 AS
$$ SELECT id, 'themselves' FROM record_child WHERE user_id = viewer AND access_answers(viewer)
   UNION ALL
   -- Until a child is allocated, who recorded them keeps them in sight for the day.
   SELECT id, 'recorded today' FROM record_child c
    WHERE recorded_by_id = viewer AND access_answers(viewer) AND recorded_at > now() - interval '1 day' AND NOT access_everyone(viewer)
      AND NOT EXISTS (SELECT 1 FROM record_allocation a WHERE a.child_id = c.id)
   UNION ALL
   -- Whoever has just moved a child out of their own sight keeps it to the end of the transaction, to write that down.
   SELECT held::bigint, 'just ended'
     FROM unnest(string_to_array(current_setting('kittiwake.in_hand', true), ',')) WITH ORDINALITY one (held, place)
    WHERE place > 1 AND split_part(current_setting('kittiwake.in_hand', true), ',', 1) = viewer::text $$;

-- The children in a relationship with whoever asks. By name, restriction does not narrow it; through a team it does.
-- Views see with their owner's eyes, so row-level security does not stand in its own way here. A migration that changes
-- the type of a column used here drops the view first; row_security.policies.apply makes it again.
CREATE VIEW access_sight AS
SELECT child_id,
       CASE worker_id WHEN (SELECT access_worker(access_by_name(access_me()))) THEN 'allocated' ELSE 'team' END AS why
  FROM record_allocation
 WHERE starts_on <= (SELECT access_today()) AND (ends_on IS NULL OR ends_on > (SELECT access_today()))
   AND (worker_id = (SELECT access_worker(access_by_name(access_me())))
        OR (team_id = ANY ((SELECT access_teams(access_me()))::bigint[])
            AND NOT child_id IN (SELECT id FROM record_child WHERE restricted)))
UNION ALL
SELECT child_id, kind
  FROM access_grant
 -- The application's clock says when it starts, and may be a little ahead of this one.
 WHERE kind <> 'to_one' AND starts_at <= statement_timestamp() + interval '1 minute'
   AND (ends_at IS NULL OR ends_at > statement_timestamp())
   -- What let them in was struck out: nothing is left to see the child for, whoever gave it and wherever.
   AND (because_of_id IS NULL
        OR EXISTS (SELECT 1 FROM record_entry e WHERE e.id = because_of_id AND e.struck_out_at IS NULL))
   AND (user_id = (SELECT access_by_name(access_me()))
        OR (team_id = ANY ((SELECT access_teams(access_me()))::bigint[])
            AND NOT child_id IN (SELECT id FROM record_child WHERE restricted)))
UNION ALL
SELECT child_id, why FROM access_besides(access_by_name(access_me()));

-- The entries somebody outside was let in to one by one: they see those and nothing else of the child.
CREATE FUNCTION access_single(viewer bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE kinds text[] := CASE access_role(viewer) {single_kinds} END;
BEGIN
  IF kinds IS NULL OR NOT access_answers(viewer) THEN RETURN '{{}}'; END IF;
  RETURN (
    SELECT coalesce(array_agg(e.id), '{{}}')
      FROM access_grant g JOIN record_entry e ON e.id = g.because_of_id
     WHERE g.kind = 'to_one' AND g.user_id = access_by_name(viewer)
       AND g.starts_at <= statement_timestamp() + interval '1 minute' AND g.ends_at > statement_timestamp()
       AND e.struck_out_at IS NULL AND e.kind = ANY (kinds));
END $$;

-- What "everyone" leaves out: restricted children, who are seen through access_sight or not at all. From Kittiwake
-- itself nothing is hidden. Whoever does not see everyone has no use for the answer and gets none.
CREATE FUNCTION access_hidden(viewer bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS
$$ BEGIN
  IF access_everyone(viewer) AND access_role(viewer) <> 'system' AND access_answers(viewer) THEN
    RETURN QUERY SELECT id FROM record_child WHERE restricted;
  END IF;
END $$;

CREATE FUNCTION access_is_allocated(child bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT access_role(access_me()) IS NULL OR EXISTS (SELECT 1 FROM record_allocation WHERE child_id = child) $$;

-- Asking as somebody else, for the length of a function. Gives back who was asking.
CREATE FUNCTION access_become(viewer bigint) RETURNS bigint LANGUAGE plpgsql AS
$$ DECLARE asking bigint := access_me();
BEGIN
  PERFORM set_config('kittiwake.user_id', coalesce(viewer::text, ''), true);
  RETURN asking;
END $$;

CREATE FUNCTION access_children(viewer bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 200 AS
$$ DECLARE asking bigint := access_me();
BEGIN
  IF NOT access_answers(viewer) THEN RETURN; END IF;
  PERFORM access_become(viewer);
  RETURN QUERY SELECT child_id FROM access_sight;
  PERFORM access_become(asking);
END $$;

-- What a reason allows beyond reading. Whoever has only broken in may read, and has said why. Whoever is only let in, by
-- an invitation or for a duty, records what they do and lets nobody else in. Whose child it is, by allocation or by name,
-- restricts and lifts (docs/decisions/0020).
CREATE FUNCTION access_sees_because(viewer bigint, child bigint, reasons text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE asking bigint := access_me(); found boolean;
BEGIN
  IF NOT access_answers(viewer) THEN RETURN false; END IF;
  PERFORM access_become(viewer);
  found := EXISTS (SELECT 1 FROM access_sight WHERE child_id = child AND why = ANY (reasons));
  PERFORM access_become(asking);
  RETURN found;
END $$;

CREATE FUNCTION access_lasts(viewer bigint, child bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$ BEGIN
  RETURN access_role(viewer) = 'system'
      OR (access_everyone(viewer) AND NOT child IN (SELECT access_hidden(viewer)))
      OR access_sees_because(viewer, child, ARRAY['allocated', 'team', 'named', 'recorded today', 'just ended']);
END $$;

CREATE FUNCTION access_holds(viewer bigint, child bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$ BEGIN
  RETURN access_role(viewer) = 'system' OR access_sees_because(viewer, child, ARRAY['allocated', 'team', 'named']);
END $$;

-- The children whoever asks sees only because they broke in. Hardly anybody has any, and then it costs one look.
CREATE FUNCTION access_only_opened() RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 1 AS
$$ DECLARE me bigint := access_me(); opened bigint[];
BEGIN
  SELECT array_agg(child_id) INTO opened FROM access_grant
   WHERE user_id = me AND kind = 'break_glass' AND ends_at > statement_timestamp();
  IF opened IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT one FROM unnest(opened) one
     WHERE NOT (access_everyone(me) AND NOT one IN (SELECT access_hidden(me)))
       AND NOT EXISTS (SELECT 1 FROM access_sight WHERE child_id = one AND why <> 'break_glass');
END $$;

-- Why they may see each of these children, for the log of reading: the nearest reason. 'no longer' when it ended while
-- they read.
CREATE FUNCTION access_whys(viewer bigint, children bigint[]) RETURNS TABLE (child bigint, why text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_generic_plan ROWS 20 AS
$$ DECLARE asking bigint := access_me(); unrestricted boolean; singles bigint[];
BEGIN
  IF NOT access_answers(viewer) THEN
    RETURN QUERY SELECT asked, 'no longer' FROM unnest(children) asked;
    RETURN;
  END IF;
  unrestricted := access_everyone(viewer);
  singles := access_single(viewer);
  PERFORM access_become(viewer);
  RETURN QUERY
    WITH nearest AS (
      SELECT DISTINCT ON (s.child_id) s.child_id, s.why FROM access_sight s WHERE s.child_id = ANY (children)
       ORDER BY s.child_id,
                array_position(ARRAY['allocated', 'break_glass', 'named', 'invited', 'duty', 'themselves', 'team'], s.why))
    SELECT asked, CASE
             WHEN nearest.why IS NOT NULL THEN nearest.why
             WHEN unrestricted AND NOT asked IN (SELECT access_hidden(viewer)) THEN 'whole service'
             WHEN EXISTS (SELECT 1 FROM record_entry WHERE child_id = asked AND id = ANY (singles)) THEN 'to_one'
             ELSE 'no longer' END
      FROM unnest(children) asked LEFT JOIN nearest ON nearest.child_id = asked;
  PERFORM access_become(asking);
END $$;

CREATE FUNCTION access_why(viewer bigint, child bigint) RETURNS text LANGUAGE plpgsql STABLE AS
$$ BEGIN RETURN (SELECT why FROM access_whys(viewer, ARRAY[child])); END $$;

-- Row-level security let the change through, so whoever made it saw the child.
CREATE FUNCTION access_keep_in_hand() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE me text := access_me()::text; held text := current_setting('kittiwake.in_hand', true);
BEGIN
  IF me IS NULL OR access_role(me::bigint) = 'system' THEN RETURN NULL; END IF;
  IF coalesce(split_part(held, ',', 1), '') <> me THEN held := me; END IF;
  SELECT concat_ws(',', held, string_agg(DISTINCT child_id::text, ',')) INTO held FROM moved;
  PERFORM set_config('kittiwake.in_hand', held, true);
  RETURN NULL;
END $$;

CREATE TRIGGER access_allocated AFTER INSERT ON record_allocation
REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION access_keep_in_hand();
CREATE TRIGGER access_reallocated AFTER UPDATE ON record_allocation
REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION access_keep_in_hand();
CREATE TRIGGER access_grant_changed AFTER UPDATE ON access_grant
REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION access_keep_in_hand();

-- Whoever was let in because of something that was struck out is let in no longer, wherever and by whom it was struck.
CREATE FUNCTION access_end_with_cause() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  UPDATE access_grant SET ends_at = NEW.struck_out_at
   WHERE because_of_id = NEW.id AND starts_at <= NEW.struck_out_at
     AND (ends_at IS NULL OR ends_at > NEW.struck_out_at);
  RETURN NULL;
END $$;

CREATE TRIGGER access_cause_gone AFTER UPDATE OF struck_out_at ON record_entry
FOR EACH ROW WHEN (OLD.struck_out_at IS NULL AND NEW.struck_out_at IS NOT NULL)
EXECUTE FUNCTION access_end_with_cause();

-- Asked of one child, now: by what writes, and by functions. access_ranges says the same of all children at once.
CREATE FUNCTION access_sees(child bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public COST 1000 AS
$$ DECLARE me bigint := access_me(); my_role text := access_role(me);
BEGIN
  IF my_role IS NULL OR child IS NULL THEN RETURN false; END IF;
  IF my_role = 'system' THEN RETURN true; END IF;
  IF access_everyone(me) AND NOT EXISTS (SELECT 1 FROM record_child WHERE id = child AND restricted) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM access_sight WHERE child_id = child);
END $$;

CREATE FUNCTION access_sees_entry(entry bigint, child bigint, of_kind text, struck_out timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE COST 1000 AS
$$ DECLARE kinds text[] := access_kinds(access_me());
BEGIN
  IF kinds IS NULL THEN RETURN access_sees(child); END IF;
  RETURN (struck_out IS NULL AND of_kind = ANY (kinds) AND access_sees(child)) OR entry = ANY (access_single(access_me()));
END $$;

-- By a relationship of their own with the child, inside the council; and Kittiwake itself.
CREATE FUNCTION access_works_with(child bigint) RETURNS boolean LANGUAGE plpgsql STABLE COST 1000 AS
$$ BEGIN
  RETURN coalesce(access_role(access_me()) = 'system', false)
      OR (access_internal(access_me()) AND EXISTS (SELECT 1 FROM access_sight WHERE child_id = child));
END $$;

-- A row that is being made is not found in its table yet, so the row itself is asked.
CREATE FUNCTION access_recorded_today(child bigint, recorder bigint, at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE COST 1000 AS
$$ BEGIN
  RETURN recorder = access_by_name(access_me()) AND at > now() - interval '1 day' AND NOT access_is_allocated(child);
END $$;
