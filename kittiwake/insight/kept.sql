-- When figures that were kept are still right: nothing they are counted from has changed, and whoever asks sees the same.
-- Every transaction that changes a row of a table below notes itself, once. What is undone notes nothing. A note becomes
-- visible in the same moment as the change itself, so whoever sees the one sees the other.
CREATE OR REPLACE FUNCTION insight_note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  INSERT INTO insight_change (transaction, at) VALUES (pg_current_xact_id()::text::bigint, statement_timestamp())
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- The tables that measures read have a column kept_at (access/earlier.py). The others say who sees which rows of them.
DO $$ DECLARE watched text;
BEGIN
  FOR watched IN
    SELECT table_name FROM information_schema.columns WHERE column_name = 'kept_at' AND table_schema = 'public'
    UNION
    SELECT unnest(ARRAY['access_grant', 'allocation_away', 'instruments_blindmark', 'instruments_completion'])
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER insight_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I'
      ' FOR EACH STATEMENT EXECUTE FUNCTION insight_note_change()', watched);
  END LOOP;
END $$;

-- Whether a change is known now that was not when the snapshot was taken. What a transaction counted that changes
-- something itself is never kept beyond it: its own changes are in no snapshot.
CREATE OR REPLACE FUNCTION insight_changed_since(snapshot text, made_in bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE known pg_snapshot := snapshot::pg_snapshot;
BEGIN
  RETURN EXISTS (SELECT FROM insight_change WHERE transaction = made_in)
      OR EXISTS (SELECT FROM insight_change
                  WHERE transaction >= pg_snapshot_xmin(known)::text::bigint
                    AND NOT pg_visible_in_snapshot(transaction::text::xid8, known));
END $$;

-- Who asks, on which day, on which server, and what they see: the children, who come and go by the hour as well, without
-- any row being changed; and what is kept from them until they have marked it themselves.
CREATE OR REPLACE FUNCTION insight_sees() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT md5(concat_ws(' ', access_me(), access_role(access_me()), access_today(),
                        (SELECT system_identifier FROM pg_control_system()),
                        access_seen(), instruments_kept(), risk_kept(), audits_kept())) $$;

-- What has been noted longer ago than anything is kept.
CREATE OR REPLACE FUNCTION insight_forget() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM insight_change WHERE at < now() - interval '7 days' $$;
