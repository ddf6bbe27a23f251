-- Where else somebody spoke of what this claim speaks of, also about children whoever asks may not see, but never of
-- restricted ones, of whom nobody learns but those who see them (docs/decisions/0021). Says that there
-- is another account, the day it was given, and whether it may be opened: never whose it is. Answers nobody who does
-- not see the claim itself. Keys of phones and vehicles may be partial, and are compared by whoever called
-- (echoes.py); for the rest `alike` is how similar two names must be, 0 to 1.
DROP FUNCTION IF EXISTS claims_echoes(bigint, real);

CREATE FUNCTION claims_echoes(asked bigint, alike real)
RETURNS TABLE (claim_id bigint, match_key text, said_on date, same_child boolean, may_see boolean, verdict text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 20 AS
$$ SELECT other.id, other.match_key::text, (entry.happened_at AT TIME ZONE 'Europe/London')::date,
          other.child_id = mine.child_id, access_sees(other.child_id),
          coalesce((SELECT decided.verdict FROM claims_echodecision decided
                     WHERE (decided.claim_id, decided.other_claim_id) IN ((mine.id, other.id), (other.id, mine.id))
                     ORDER BY decided.id DESC LIMIT 1), '')
     FROM claims_claim mine
     JOIN claims_claim other
       ON other.kind = mine.kind AND other.id <> mine.id AND other.entry_id <> mine.entry_id
     JOIN record_entry entry ON entry.id = other.entry_id
    WHERE mine.id = asked AND access_internal(access_me()) AND access_sees(mine.child_id)
      AND mine.match_key <> '' AND other.match_key <> ''
      AND (access_sees(other.child_id) OR NOT (SELECT restricted FROM record_child WHERE id = other.child_id))
      AND entry.struck_out_at IS NULL AND other.decision <> 'refused'
      AND CASE
            WHEN mine.kind IN ('phone', 'vehicle') THEN
              translate(other.match_key, 'OI', '01') = translate(mine.match_key, 'OI', '01')
              OR other.match_key ~ '[?*]' OR mine.match_key ~ '[?*]'
            WHEN mine.kind = 'handle' THEN other.match_key = mine.match_key
            ELSE other.match_key = mine.match_key OR similarity(other.match_key, mine.match_key) >= alike
          END
    ORDER BY 3 DESC, 1 DESC $$;
