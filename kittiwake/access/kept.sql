-- Who sees whom, worked out once and kept until the transaction ends (docs/decisions/0039).
-- kittiwake.sight       what one viewer sees, as ranges of children: all but a few, or one by one
-- kittiwake.open_child  the child whom the viewer has been let open: "viewer:child"
-- Both say whose they are, and the first also in which transaction, so that nobody has use for another's and nothing of
-- an earlier request counts. Only the functions here write them, after asking the rule. What changes who sees whom
-- takes them away again. They are for reading: whoever writes is asked anew (access_sees).

CREATE FUNCTION access_ranges(viewer bigint) RETURNS int8multirange
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE asking bigint := access_me(); seen int8multirange := '{}';
BEGIN
  IF NOT access_answers(viewer) THEN RETURN '{}'; END IF;
  IF access_role(viewer) = 'system' THEN RETURN '{(,)}'; END IF;
  PERFORM access_become(viewer);
  IF access_everyone(viewer) THEN
    seen := '{(,)}' - coalesce((SELECT range_agg(int8range(id, id, '[]')) FROM access_hidden(viewer) id), '{}');
  END IF;
  seen := seen + coalesce((SELECT range_agg(int8range(child_id, child_id, '[]')) FROM access_sight), '{}');
  PERFORM access_become(asking);
  RETURN seen;
END $$;

CREATE FUNCTION access_kept(viewer bigint) RETURNS int8multirange LANGUAGE plpgsql STABLE AS
$$ DECLARE
  mark text := concat(viewer, ' ', extract(epoch FROM transaction_timestamp()), ' ');
  kept text := current_setting('kittiwake.sight', true);
  seen int8multirange;
BEGIN
  IF viewer IS DISTINCT FROM access_me() THEN RETURN access_ranges(viewer); END IF;
  IF starts_with(kept, mark) THEN RETURN substr(kept, length(mark) + 1)::int8multirange; END IF;
  seen := access_ranges(viewer);
  PERFORM set_config('kittiwake.sight', concat(mark, seen), true);
  RETURN seen;
END $$;

-- The same children each for itself, for a viewer who sees few, one by one: a list then begins with these few, by their
-- keys, and not with every child there is. Of whoever sees all but a few it gives those it can count, which is no list.
CREATE FUNCTION access_one_by_one(viewer bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 100 AS
$$ BEGIN
  RETURN QUERY SELECT generate_series(lower(several), upper(several) - 1) FROM unnest(access_kept(viewer)) several;
END $$;

CREATE FUNCTION access_seen() RETURNS int8multirange LANGUAGE plpgsql STABLE AS
$$ BEGIN RETURN access_kept(access_me()); END $$;

-- The same, asked by the policy of entries. Says at once whether this viewer sees every kind of entry
-- (kittiwake.every_kind: whose it is) and which entries they were let in to one by one: the policy reads both.
CREATE FUNCTION access_seen_in_entries() RETURNS int8multirange LANGUAGE plpgsql STABLE AS
$$ DECLARE me bigint := access_me(); inside boolean := access_internal(me); singles bigint[] := '{}';
BEGIN
  IF NOT inside THEN singles := access_single(me); END IF;
  PERFORM set_config('kittiwake.every_kind', CASE WHEN inside THEN me::text ELSE '' END, true),
          set_config('kittiwake.singles', CASE singles WHEN '{}' THEN '' ELSE concat(me, ' ', singles) END, true);
  RETURN access_kept(me);
END $$;

CREATE FUNCTION access_kind_shown(kind text, struck_out timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$ DECLARE kinds text[] := access_kinds(access_me());
BEGIN
  RETURN kinds IS NULL OR (struck_out IS NULL AND kind = ANY (kinds));
END $$;

CREATE FUNCTION access_let_in_to(entry bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$ DECLARE kept text := current_setting('kittiwake.singles', true);
BEGIN
  RETURN split_part(kept, ' ', 1) = access_me()::text AND entry = ANY (split_part(kept, ' ', 2)::bigint[]);
END $$;

-- Lets the viewer open the child, if they see them: what is read of this child then asks no more than whose it is.
CREATE FUNCTION access_open(child bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ DECLARE me bigint := access_me();
BEGIN
  IF NOT coalesce(access_sees(child), false) THEN RETURN NULL; END IF;
  IF access_internal(me) THEN PERFORM set_config('kittiwake.open_child', concat(me, ':', child), true); END IF;
  RETURN child;
END $$;

CREATE FUNCTION access_forget() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM set_config('kittiwake.sight', '', true), set_config('kittiwake.open_child', '', true);
  RETURN NULL;
END $$;

CREATE TRIGGER access_forget AFTER INSERT OR UPDATE OR DELETE ON record_allocation
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER INSERT OR UPDATE OR DELETE ON access_grant
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER INSERT OR UPDATE OR DELETE ON record_membership
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER INSERT OR UPDATE OR DELETE ON record_team
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER INSERT OR UPDATE OR DELETE ON record_worker
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER INSERT OR DELETE OR UPDATE OF restricted, user_id ON record_child
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
CREATE TRIGGER access_forget AFTER UPDATE OF role, is_active, expires_at ON accounts_user
FOR EACH STATEMENT EXECUTE FUNCTION access_forget();
