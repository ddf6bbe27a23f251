-- Whether there is any child on the record yet: whoever sets the service up is told of none, and nobody else is told.
CREATE OR REPLACE FUNCTION setting_up_has_children() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT access_role(access_me()) IN ('administrator', 'system') AND EXISTS (SELECT 1 FROM record_child) $$;
