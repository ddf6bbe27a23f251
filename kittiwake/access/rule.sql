-- Which child somebody sees. The only place it is written.
-- Every function takes the user's id; the policies pass access_me(), the querysets pass the viewer's.
-- {everyone}, {teams}, {internal}, {outside_kinds} come from access/permissions.py.

CREATE OR REPLACE FUNCTION access_me() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('kittiwake.user_id', true), '')::bigint $$;

CREATE OR REPLACE FUNCTION access_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;

CREATE OR REPLACE FUNCTION access_role(viewer bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT role FROM accounts_user
   WHERE id = viewer AND is_active AND (expires_at IS NULL OR expires_at > now()) $$;

CREATE OR REPLACE FUNCTION access_internal(viewer bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(access_role(viewer) = ANY ({internal}), false) $$;

-- Sees every child that is not restricted. Kittiwake itself sees those as well (access_hidden).
CREATE OR REPLACE FUNCTION access_everyone(viewer bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(access_role(viewer) = ANY ({everyone}), false) $$;

-- The kinds of entry a partner or child may see; null for everybody else: all kinds.
CREATE OR REPLACE FUNCTION access_kinds(viewer bigint) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT CASE access_role(viewer) {outside_kinds} END $$;

-- The teams somebody is in today, and those beneath them.
CREATE OR REPLACE FUNCTION access_teams(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH RECURSIVE beneath AS (
     SELECT m.team_id FROM record_membership m JOIN record_worker w ON w.id = m.worker_id
      WHERE w.user_id = viewer AND m.starts_on <= access_today()
        AND (m.ends_on IS NULL OR m.ends_on > access_today())
     UNION
     SELECT t.id FROM record_team t JOIN beneath b ON t.parent_id = b.team_id)
   SELECT coalesce(array_agg(team_id), '{{}}') FROM beneath $$;

-- Children who reach this person by name: allocated to them, let in to, or themselves. Restriction does not narrow it.
CREATE OR REPLACE FUNCTION access_named(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(child_id), '{{}}') FROM (
     SELECT a.child_id FROM record_allocation a JOIN record_worker w ON w.id = a.worker_id
      WHERE w.user_id = viewer AND a.starts_on <= access_today()
        AND (a.ends_on IS NULL OR a.ends_on > access_today())
     UNION
     SELECT g.child_id FROM access_grant g
      WHERE g.user_id = viewer AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
     UNION
     SELECT c.id FROM record_child c WHERE c.user_id = viewer) found
   WHERE access_role(viewer) IS NOT NULL AND access_role(viewer) <> ALL ({no_child}) $$;

-- All children in a relationship with this person: by name, or through a team where they are not restricted.
CREATE OR REPLACE FUNCTION access_children(viewer bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE teams bigint[]; named bigint[] := access_named(viewer);
BEGIN
  IF coalesce(access_role(viewer) <> ALL ({teams}), true) THEN RETURN named; END IF;
  teams := access_teams(viewer);
  RETURN named || coalesce((
    SELECT array_agg(child_id) FROM (
      SELECT a.child_id FROM record_allocation a
       WHERE a.team_id = ANY (teams) AND a.starts_on <= access_today()
         AND (a.ends_on IS NULL OR a.ends_on > access_today())
      UNION
      SELECT g.child_id FROM access_grant g
       WHERE g.team_id = ANY (teams) AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
    ) found JOIN record_child c ON c.id = found.child_id WHERE NOT c.restricted), '{{}}');
END $$;

-- Restricted children this person is not named for: what "everyone" leaves out.
CREATE OR REPLACE FUNCTION access_hidden(viewer bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(id), '{{}}') FROM record_child
   WHERE restricted AND access_role(viewer) <> 'system' AND NOT id = ANY ((SELECT access_named(viewer))::bigint[]) $$;

-- Why they may see this child, for the log of reading.
CREATE OR REPLACE FUNCTION access_why(viewer bigint, child bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(
     (SELECT 'allocated' FROM record_allocation a JOIN record_worker w ON w.id = a.worker_id
       WHERE w.user_id = viewer AND a.child_id = child AND a.starts_on <= access_today()
         AND (a.ends_on IS NULL OR a.ends_on > access_today()) LIMIT 1),
     (SELECT kind FROM access_grant g
       WHERE g.child_id = child AND (g.user_id = viewer OR g.team_id = ANY (access_teams(viewer)))
         AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
       ORDER BY kind = 'break_glass' DESC LIMIT 1),
     (SELECT 'themselves' FROM record_child WHERE id = child AND user_id = viewer),
     (SELECT 'team' FROM record_allocation a
       WHERE a.child_id = child AND a.team_id = ANY (access_teams(viewer)) AND a.starts_on <= access_today()
         AND (a.ends_on IS NULL OR a.ends_on > access_today()) LIMIT 1),
     CASE WHEN access_everyone(viewer) THEN 'whole service' END,
     'recorded today') $$;
