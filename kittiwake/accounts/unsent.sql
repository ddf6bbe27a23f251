-- What was kept of a form whose writer did not come back is gone after hours. Nobody may look at it, so nobody else can
-- clear it away; and nothing younger can be cleared through here.
CREATE OR REPLACE FUNCTION accounts_clear_unsent() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM accounts_unsent WHERE sent_at < now() - interval '12 hours' $$;
