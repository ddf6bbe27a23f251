-- The risks that a first mark opened, moved or closed say what it judged: kept from its second marker with it.
CREATE OR REPLACE FUNCTION risk_kept() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ DECLARE kept bigint[] := instruments_kept();
BEGIN
  IF kept = '{}' THEN RETURN kept; END IF;
  RETURN (
    SELECT coalesce(array_agg(found.risk_id), '{}') FROM (
      SELECT risk_id FROM risk_riskmovement WHERE because_of_id = ANY (kept)
      UNION SELECT entry_id FROM risk_presentingrisk WHERE closed_because_of_id = ANY (kept)) found);
END $$;

CREATE POLICY kept_risks ON record_entry AS RESTRICTIVE FOR SELECT
USING (kind <> 'risk.presenting_risk' OR NOT id = ANY ((SELECT risk_kept())::bigint[]));

CREATE POLICY kept_risks ON history_event AS RESTRICTIVE FOR SELECT
USING (subject <> 'risk.presentingrisk' OR NOT subject_id = ANY ((SELECT risk_kept())::bigint[]));
