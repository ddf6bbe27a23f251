-- Hashes of passwords leave this table in no direction. Who is asked about: oneself, by whoever the database believes is
-- asking; anybody, while nobody has signed in yet (that is what signing in is), and for Kittiwake itself.
CREATE OR REPLACE FUNCTION accounts_may_ask(person bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT access_me() IS NULL OR access_answers(person) $$;

-- The way it was sealed: kind, version, cost and salt. Null where there is no password.
CREATE OR REPLACE FUNCTION accounts_sealed_with(person bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT regexp_replace(encoded, '\$[^$]*$', '') FROM accounts_secret WHERE user_id = person AND accounts_may_ask(person) $$;

CREATE OR REPLACE FUNCTION accounts_is_sealed(person bigint, attempt text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM accounts_secret
                   WHERE user_id = person AND encoded = attempt AND accounts_may_ask(person)) $$;

CREATE OR REPLACE FUNCTION accounts_seal(person bigint, sealed text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF NOT accounts_may_ask(person) THEN
    RAISE EXCEPTION 'accounts_seal: not for this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM accounts_secret WHERE user_id = person;
  IF sealed IS NOT NULL THEN
    INSERT INTO accounts_secret (user_id, encoded) VALUES (person, sealed);
  END IF;
END $$;
