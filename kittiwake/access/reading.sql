-- The log of reading: append-only, each line's hash covering the one before. The only way in is access_log_reading.
-- The text that is hashed is a JSON array of the line; access/verification.py builds the same text independently.

CREATE OR REPLACE FUNCTION access_log_reading(
    viewer bigint, what text, page text, child bigint, entry bigint, shown bigint[], address text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ DECLARE
  chain access_chain; line bigint; moment timestamptz := clock_timestamp(); body text; link bytea;
  role_now text := coalesce(access_role(viewer), ''); why text;
BEGIN
  why := CASE WHEN child IS NULL THEN '' ELSE access_why(viewer, child) END;
  SELECT * INTO chain FROM access_chain WHERE id = 1 FOR UPDATE;
  line := chain.lines + 1;
  body := jsonb_build_array(
    line, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), viewer, role_now, what, page,
    child, entry, to_jsonb(shown), why, address)::text;
  link := sha256(chain.hash || convert_to(body, 'UTF8'));
  INSERT INTO access_reading (id, at, user_id, role, what, page, child_id, entry_id, shown, why, address, hash)
  OVERRIDING SYSTEM VALUE
  VALUES (line, moment, viewer, role_now, what, page, child, entry, shown, why, address, link);
  UPDATE access_chain SET lines = line, hash = link WHERE id = 1;
  RETURN line;
END $$;
