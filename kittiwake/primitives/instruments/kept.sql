-- What somebody marked is kept from whoever was asked to mark the same again blind, until they have: its entry, and with
-- it every row that hangs from the entry, whichever area's and whenever it was written. An area that lets something else
-- follow from a mark keeps that as well, by instruments_kept().
CREATE OR REPLACE FUNCTION instruments_kept() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  RETURN (SELECT coalesce(array_agg(entry_id), '{}') FROM instruments_blindmark
           WHERE marker_id = access_me() AND ended_at IS NULL);
END $$;

CREATE POLICY kept_until_marked ON record_entry AS RESTRICTIVE FOR SELECT
USING (NOT id = ANY ((SELECT instruments_kept())::bigint[]));
