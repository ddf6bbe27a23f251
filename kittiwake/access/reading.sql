-- The log of reading: append-only, each line's hash covering the one before. The only way in is access_log_lines.
-- The text that is hashed is a JSON array of the line; access/verification.py builds the same text independently.

-- Whose lines they are, the database says: whoever it believes is asking, and nobody can write in another's name. All
-- that is read together is written together: the chain is locked once, and each line still has its own hash and follows
-- from the one before. Gives back the number of the last.
CREATE FUNCTION access_log_lines(page text, address text, reads jsonb)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_generic_plan AS
$$ DECLARE
  viewer bigint := access_me(); role_now text := coalesce(access_role(viewer), '');
  whys text[]; chain access_chain; moment timestamptz; body text; link bytea; links bytea[];
BEGIN
  IF viewer IS NULL THEN
    RAISE EXCEPTION 'access_log_lines: nobody is asking' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH read AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset(reads) AS (what text, child_id bigint)) WITH ORDINALITY),
  seen AS (
    SELECT * FROM access_whys(
      viewer, ARRAY(SELECT DISTINCT child_id FROM read WHERE child_id IS NOT NULL AND what <> 'refused')))
  SELECT array_agg(CASE WHEN what = 'refused' THEN 'refused' WHEN child_id IS NULL THEN '' ELSE why END ORDER BY ordinality)
    INTO whys FROM read LEFT JOIN seen ON seen.child = read.child_id;
  IF whys IS NULL THEN RETURN NULL; END IF;  -- nothing was read

  SELECT * INTO chain FROM access_chain WHERE id = 1 FOR UPDATE;
  moment := clock_timestamp();
  link := chain.hash;
  FOR body IN
    SELECT jsonb_build_array(
             chain.lines + place, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), viewer, role_now, what,
             page, child_id, entry_id, to_jsonb(shown), why, address)::text
      FROM ROWS FROM (jsonb_to_recordset(reads) AS (what text, child_id bigint, entry_id bigint, shown bigint[]), unnest(whys))
           WITH ORDINALITY AS line (what, child_id, entry_id, shown, why, place)
     ORDER BY place
  LOOP
    link := sha256(link || convert_to(body, 'UTF8'));
    links := links || link;
  END LOOP;
  INSERT INTO access_reading (id, at, user_id, role, what, page, child_id, entry_id, shown, why, address, hash)
  OVERRIDING SYSTEM VALUE
  SELECT chain.lines + place, moment, viewer, role_now, what, page, child_id, entry_id, shown, why, address, link_of_line
    FROM ROWS FROM (jsonb_to_recordset(reads) AS (what text, child_id bigint, entry_id bigint, shown bigint[]),
                    unnest(whys), unnest(links))
         WITH ORDINALITY AS line (what, child_id, entry_id, shown, why, link_of_line, place);
  UPDATE access_chain SET lines = chain.lines + cardinality(links), hash = link WHERE id = 1;
  RETURN chain.lines + cardinality(links);
END $$;

CREATE FUNCTION access_log_reading(what text, page text, child bigint, entry bigint, shown bigint[], address text)
RETURNS bigint LANGUAGE sql AS
$$ SELECT access_log_lines(page, address, jsonb_build_array(
            jsonb_build_object('what', what, 'child_id', child, 'entry_id', entry, 'shown', shown))) $$;

-- All that one page shows, asked as whoever it is shown to: one question, however many were read. It may no more than
-- whoever calls it, who could say the same in two.
CREATE FUNCTION access_log_readings(viewer bigint, page text, address text, lines jsonb)
RETURNS void LANGUAGE plpgsql AS
$$ DECLARE asking bigint := access_become(viewer);
BEGIN
  PERFORM access_log_lines(page, address, lines);
  PERFORM access_become(asking);
END $$;

-- Who has looked at one child, newest first, for whoever may see that child: openings of the record and, when `lists`,
-- the lists the child was on. Never which other children were on them.
CREATE FUNCTION access_looks(
    child bigint, person bigint, unlisted boolean, lists boolean, before bigint, many integer)
RETURNS TABLE (id bigint, at timestamptz, user_id bigint, role text, what text, page text, entry_id bigint, why text,
               in_list boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l.id, l.at, l.user_id, l.role, l.what, l.page, l.entry_id, l.why, l.child_id IS NULL
     FROM ((SELECT * FROM access_reading r
             WHERE r.child_id = child AND r.id < before AND (person IS NULL OR r.user_id = person)
               AND (NOT unlisted OR r.why = 'break_glass')
             ORDER BY r.id DESC LIMIT many)
           UNION ALL
           (SELECT * FROM access_reading r
             WHERE lists AND NOT unlisted AND r.child_id IS NULL AND r.shown @> ARRAY[child] AND r.id < before
               AND (person IS NULL OR r.user_id = person)
             ORDER BY r.id DESC LIMIT many)) l
    WHERE access_sees(child)
    ORDER BY l.id DESC LIMIT many $$;

-- Which child a row is about, for the log alone.
CREATE FUNCTION access_child_behind(kind text, key bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT CASE kind {behind} END $$;
REVOKE EXECUTE ON FUNCTION access_child_behind FROM PUBLIC;

-- An opening that was refused, or of a record that is not there. Whose it was, only the log learns.
CREATE FUNCTION access_log_refusal(page text, kind text, key bigint, address text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ SELECT access_log_reading('refused', page, access_child_behind(kind, key), NULL, '{{}}', address) $$;

-- How far the log goes, to be noted elsewhere.
CREATE FUNCTION access_head() RETURNS TABLE (lines bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 1 AS
$$ SELECT lines, hash FROM access_chain WHERE access_role(access_me()) = 'system' $$;
