-- The actions of an audit say what was found: kept from its second marker with it.
DROP FUNCTION IF EXISTS audits_kept_completions(bigint);

CREATE OR REPLACE FUNCTION audits_kept() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE kept bigint[] := instruments_kept();
BEGIN
  IF kept = '{}' THEN RETURN kept; END IF;
  RETURN (SELECT coalesce(array_agg(entry_id), '{}') FROM audits_auditaction WHERE audit_id = ANY (kept));
END $$;

CREATE POLICY kept_actions ON record_entry AS RESTRICTIVE FOR SELECT
USING (kind <> 'audits.action' OR NOT id = ANY ((SELECT audits_kept())::bigint[]));
