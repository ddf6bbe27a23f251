-- Opening a record without being on its list. Whoever asks names one child exactly and says why; they are let in for
-- {hours} hours, and the child's managers find the opening waiting for them. Nobody is let in by their own hand any other way:
-- row-level security refuses a grant on a child one cannot see.
-- No row: nobody, or more than one child, is known by that. One row without an opening: they see this child already.
-- The clock is the database's own, because the rule asks the same clock.

CREATE FUNCTION access_break_glass(
    viewer bigint, known_by text, number text, last_name text, first_name text, birth date, because text)
RETURNS TABLE (child bigint, opening bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ DECLARE found bigint[];
BEGIN
  IF access_me() IS DISTINCT FROM viewer OR coalesce(access_role(viewer) <> ALL ({roles}), true) THEN
    RAISE EXCEPTION 'access_break_glass: not for this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(DISTINCT candidate) INTO found FROM access_known_by(
    known_by, number, last_name, first_name, birth) candidate;
  IF coalesce(cardinality(found), 0) <> 1 THEN RETURN; END IF;
  child := found[1];
  IF NOT access_sees(child) THEN
    INSERT INTO access_grant (child_id, user_id, kind, reason, by_id, starts_at, ends_at, answer)
    VALUES (child, viewer, 'break_glass', because, viewer, now(), now() + interval '{hours} hours', '')
    RETURNING id INTO opening;
  END IF;
  RETURN NEXT;
END $$;

-- Children known by exactly this: a number that stands, or a date of birth with a last name they have or have had.
-- A first name tells twins apart.
CREATE FUNCTION access_known_by(known_by text, number text, last_name text, first_name text, birth date)
RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT child_id FROM record_identifier
    WHERE known_by <> 'name' AND kind = known_by AND value = number AND ended_on IS NULL
   UNION
   SELECT c.id FROM record_child c
    CROSS JOIN LATERAL (
      SELECT c.forenames, c.called, c.surname
      UNION ALL
      SELECT n.forenames, '', n.surname FROM record_name n WHERE n.child_id = c.id AND n.ended_on IS NULL) known
    WHERE known_by = 'name' AND c.born_on = birth AND lower(known.surname) = lower(last_name)
      AND (first_name = '' OR lower(first_name) IN (lower(split_part(known.forenames, ' ', 1)), lower(known.called))) $$;
REVOKE EXECUTE ON FUNCTION access_known_by FROM PUBLIC;
