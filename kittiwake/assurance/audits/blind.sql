-- What somebody answered in a first mark is kept from whoever was asked for a second one blind, until they have marked:
-- questionnaires are a lower area's, so the policy that keeps these few is added here, on top of that area's own.
CREATE OR REPLACE FUNCTION audits_kept_completions(viewer bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 5 AS
$$ SELECT mark.completion_id FROM audits_moderation asked JOIN audits_mark mark ON mark.audit_id = asked.audit_id
    WHERE asked.is_blind AND asked.marked_at IS NULL AND mark.kind = 'first'
      AND asked.moderator_id = access_by_name(viewer) AND access_answers(viewer) $$;

CREATE POLICY kept_until_marked ON instruments_completion AS RESTRICTIVE FOR SELECT
USING (id NOT IN (SELECT audits_kept_completions(access_me())));
