-- Made by script/schema from migrations of this digest: 2cf1a6e406a9c35c914873be6ec7460ca25187dba72dc48b7638444b0b2ca4e8

SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_0140f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_06b7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_0a31b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_102c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_11498() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_12470() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_14cf6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_167f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_1bedb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_1da56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_220d7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_283cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_2be87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_2bfc2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_2e9aa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_3738d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_3a6b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_3bfbd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_45da8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_4a9af() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_4b569() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_51aac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_56675() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6439b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6996d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6b25e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6cbeb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6eabb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_712fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_72ba0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_74a91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_7ec42() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_8f650() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_999a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_9ad57() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a11cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a924f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a9439() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_b877b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_bb6ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_bfa29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_c0c25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_c1f5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_c3900() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_c7c52() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_cc628() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_cf0c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d2afa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d3789() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d6173() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d8a65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e3a21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e3e4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e6add() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e8053() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ef3b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f0899() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f840f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_ended_stays_13f32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_ended_stays_47fde() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_count c WHERE c.id = NEW.count_id AND c.ended_at IS NOT NULL) THEN
        RAISE EXCEPTION 'This count has ended.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_ended_stays_962cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_count c WHERE c.id = NEW.count_id AND c.ended_at IS NOT NULL) THEN
        RAISE EXCEPTION 'This count has ended.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_ended_stays_ad305() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_count c WHERE c.id = NEW.count_id AND c.ended_at IS NOT NULL) THEN
        RAISE EXCEPTION 'This count has ended.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_ended_stays_fa2b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_count c WHERE c.id = NEW.count_id AND c.ended_at IS NOT NULL) THEN
        RAISE EXCEPTION 'This count has ended.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_03429() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_04585() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_047eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_05fe0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.audit_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_09969() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_0ae4f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_106de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_11c42() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_135c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_13e25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_16648() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_19def() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_1a24f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_1ec64() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_1eeed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_22dce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_24334() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_28a30() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_2acf8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_2b6b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_30dd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3322e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_346e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_35cc2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_38ec1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3a7e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3aad6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3b728() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3cd24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3ee99() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3eee8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_3f31b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_42101() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_44e80() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_44eeb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_47d14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_48b05() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_4a834() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_4b5ac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_4d5f0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_4ea58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_4f25a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.audit_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_52903() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_5297c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_55b03() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_5a5de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_5ecdb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_61ff2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_621d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_6516d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_6831a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_68d7e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_6a878() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_6efe8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_6f88f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_70843() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_71d7f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_72d71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_783c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_7a411() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_7a9c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_7f91c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_81e51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_84daf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_87430() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_88636() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_88bc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_8a85b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_8b1f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_8bcac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_8f778() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_9089c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_90f0e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_95026() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_99021() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_99fa3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_9ba79() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a08b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a345b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a3af3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a4be0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a53f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a7dc3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_a94ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_aab80() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_abef1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ae387() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_af3cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b0727() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b2e51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b6af4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b6db7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b6f34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b71ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_b8868() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ba2e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_bcd2c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_bd5f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_c4c92() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_c4f01() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_c5c86() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_c9685() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_c99f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ca98e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_cad6e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_cd82f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ce170() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ce8c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_d0121() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_d6467() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_d9375() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_dc6f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_dfba6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.absence_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_e15bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_e4f66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_e5579() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_e5d1c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_e930e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_eb353() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ec311() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ed878() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_efa64() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_f069f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_f726d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_f9106() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_f9a21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.entry_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_fb1bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_fba2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.assessment_id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_version_ff124() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_00c36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_01c2b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_0354b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_037d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_04574() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_04c98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_07557() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_09b24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_09bf5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_0aa28() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_0aed0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_0e2ac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_10835() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_11fbb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_12418() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1293c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_133c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_13a76() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_14791() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_150a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_15894() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_158a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_17117() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_18578() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_187a4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1bfd6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1c80a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1ea38() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1eb1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_1f9de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_24268() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_269f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_27693() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_28e1e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_2af00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_2d854() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_2e432() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_2edbf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_32d90() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_34fc9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_369e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_37852() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_3c779() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_3f40b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_406f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_42f93() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_4a3bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_4b5b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_4ee7b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_50717() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_51f33() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_531e1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_53a1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_53a85() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_5df59() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_5fa7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_601a4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_607a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_60b72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_61b72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_61e60() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_63574() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_661e5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_69ad5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_6b0db() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_6c24e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_6d4ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_70d50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_75194() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7623b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_77043() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_78183() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7a735() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7b42e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7db34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7e550() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_7ee86() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_85c00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_877a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_87acb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_8cf2c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_8e8eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_9027c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_942ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_96b4b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_9bbec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_9d722() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_9f28e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_a0c5a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_a387e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_a49c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_a5840() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_a802d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_ab925() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_b0074() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_b0672() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_b1464() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_b9eec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_bc3df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_bdc97() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_bde87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c0d71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c185e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c4daa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c4dfb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c5e77() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c5fef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_c73ad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_ca8b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_ccd98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_ce198() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_cfda0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_d0ec9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_d2312() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_d312d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_d465b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_d921f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_e2f22() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_e4027() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_e774b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_eb3b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_eb6a6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_eba63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_ecd3b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_f1f01() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_f3a81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_f86d2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_fc712() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_fdc18() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_fdcb8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_delete_fea1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_published_stays_979a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_report r
                WHERE r.id IN (NEW.report_id, OLD.report_id) AND r.published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'What is published stays as it was.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_published_stays_f7896() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM performance_report r
                WHERE r.id IN (NEW.report_id, OLD.report_id) AND r.published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'What is published stays as it was.';
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_published_stays_f844c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_stays_68795() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'DELETE' AND EXISTS (
                SELECT 1 FROM documents_document WHERE id = OLD.document_id AND scan = 'found') THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'A piece of a document stays as it is';
            
                END;
            $$;
CREATE FUNCTION public.pgtrigger_stays_fc596() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'DELETE' AND EXISTS (
                SELECT 1 FROM documents_document WHERE id = OLD.document_id AND scan = 'found') THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'A piece of a document stays as it is';
            
                END;
            $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.access_chain (
    id bigint NOT NULL,
    lines bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT chain_is_one CHECK ((id = 1))
);
ALTER TABLE public.access_chain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_chain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_grant (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    reason character varying(300) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    answered_at timestamp with time zone,
    answer character varying(300) NOT NULL,
    answered_by_id bigint,
    because_of_id bigint,
    by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    team_id bigint,
    user_id bigint,
    was_right boolean,
    CONSTRAINT break_glass_ends CHECK (((NOT ((kind)::text = 'break_glass'::text)) OR (ends_at IS NOT NULL))),
    CONSTRAINT follow_up_has_words CHECK (((was_right IS NULL) OR was_right OR (NOT ((answer)::text = ''::text)))),
    CONSTRAINT grant_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT grant_to_one CHECK ((((team_id IS NULL) AND (user_id IS NOT NULL)) OR ((team_id IS NOT NULL) AND (user_id IS NULL)))),
    CONSTRAINT grant_to_one_names_it CHECK (((NOT ((kind)::text = 'to_one'::text)) OR ((because_of_id IS NOT NULL) AND (ends_at IS NOT NULL) AND (user_id IS NOT NULL)))),
    CONSTRAINT opening_answered_by_another CHECK (((answered_by_id IS NULL) OR (NOT ((answered_by_id = user_id) AND (answered_by_id IS NOT NULL) AND (user_id IS NOT NULL))))),
    CONSTRAINT opening_answered_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (was_right IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (was_right IS NOT NULL))))
);
ALTER TABLE public.access_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_lifting (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    agreed boolean,
    answer character varying(300) NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT lifting_answered_whole CHECK ((((agreed IS NULL) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((agreed IS NOT NULL) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT lifting_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT lifting_takes_two CHECK (((agreed IS NULL) OR (NOT agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.access_lifting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_lifting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_reading (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    role character varying(40) NOT NULL,
    what character varying(20) NOT NULL,
    page character varying(80) NOT NULL,
    child_id bigint,
    entry_id bigint,
    shown bigint[] NOT NULL,
    why character varying(40) NOT NULL,
    address character varying(45) NOT NULL,
    hash bytea NOT NULL
);
ALTER TABLE public.access_reading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_secret (
    user_id bigint NOT NULL,
    encoded character varying(256) NOT NULL
);
CREATE TABLE public.accounts_tries (
    key character varying(64) NOT NULL,
    number integer NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE TABLE public.accounts_unsent (
    id bigint NOT NULL,
    page character varying(2000) NOT NULL,
    sealed text NOT NULL,
    with_files boolean NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.accounts_unsent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_unsent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password_mark character varying(128) CONSTRAINT accounts_user_password_not_null NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(40) NOT NULL,
    is_active boolean NOT NULL,
    expires_at timestamp with time zone,
    joined_at timestamp with time zone NOT NULL,
    next_role character varying(40) DEFAULT ''::character varying NOT NULL,
    next_role_on date,
    CONSTRAINT user_next_role_has_its_day CHECK (((((next_role)::text = ''::text) AND (next_role_on IS NULL)) OR ((NOT ((next_role)::text = ''::text)) AND (next_role_on IS NOT NULL))))
);
ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.actions_action (
    id bigint NOT NULL,
    what character varying(500) NOT NULL,
    difference character varying(500) NOT NULL,
    due_on date NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    outcome character varying(500) NOT NULL,
    dropped_at timestamp with time zone,
    dropped_reason character varying(300) NOT NULL,
    version integer NOT NULL,
    about_child_id bigint,
    done_by_id bigint,
    entry_id bigint NOT NULL,
    owner_id bigint,
    raised_by_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT action_done_by_someone CHECK ((((done_at IS NULL) AND (done_by_id IS NULL)) OR ((done_at IS NOT NULL) AND (done_by_id IS NOT NULL)))),
    CONSTRAINT action_dropped_for_a_reason CHECK (((dropped_at IS NULL) OR (NOT ((dropped_reason)::text = ''::text)))),
    CONSTRAINT action_is_somebodys CHECK (((owner_id IS NOT NULL) OR (team_id IS NOT NULL))),
    CONSTRAINT actions_action_version_check CHECK ((version >= 0))
);
ALTER TABLE public.actions_action ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_purpose (
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    by_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT purpose_has_words CHECK ((NOT ((what)::text = ''::text)))
);
ALTER TABLE public.agencies_purpose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_purpose_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alerts_alert (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    what character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    is_on_call boolean NOT NULL,
    read_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.alerts_alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alerts_alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alerts_choice (
    id bigint NOT NULL,
    at_once boolean NOT NULL,
    daily boolean NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    user_id bigint NOT NULL,
    CONSTRAINT quiet_from_until CHECK ((((quiet_from IS NULL) AND (quiet_until IS NULL)) OR ((quiet_from IS NOT NULL) AND (quiet_until IS NOT NULL))))
);
ALTER TABLE public.alerts_choice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alerts_choice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.allocation_away (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    words character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    covered_by_id bigint,
    worker_id bigint NOT NULL,
    CONSTRAINT away_covered_by_another CHECK (((covered_by_id IS NULL) OR (NOT ((worker_id = covered_by_id) AND (covered_by_id IS NOT NULL))))),
    CONSTRAINT away_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.allocation_away ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.allocation_away_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.allocation_change (
    entry_id bigint NOT NULL,
    reason character varying(20) NOT NULL,
    reason_words character varying(300) NOT NULL,
    over_cap_why character varying(300) NOT NULL,
    matters text NOT NULL,
    promised text NOT NULL,
    watch_for text NOT NULL,
    introduced_on date,
    introduced_by character varying(200) NOT NULL,
    introduced_how character varying(300) NOT NULL,
    told_on date,
    told_how character varying(20) NOT NULL,
    signed_before_at timestamp with time zone,
    signed_for_why character varying(300) NOT NULL,
    signed_after_at timestamp with time zone,
    version integer NOT NULL,
    after_id bigint NOT NULL,
    before_id bigint,
    child_id bigint NOT NULL,
    signed_after_by_id bigint,
    signed_before_by_id bigint,
    CONSTRAINT allocation_change_version_check CHECK ((version >= 0)),
    CONSTRAINT change_of_worker_says_why CHECK (((NOT ((reason)::text = ANY ((ARRAY['fits_better'::character varying, 'other'::character varying])::text[]))) OR (NOT ((reason_words)::text = ''::text)))),
    CONSTRAINT handover_signed_by_who_hands_over CHECK ((((signed_before_at IS NULL) AND (signed_before_by_id IS NULL)) OR ((signed_before_at IS NOT NULL) AND (signed_before_by_id IS NOT NULL)))),
    CONSTRAINT handover_signed_by_who_takes_over CHECK ((((signed_after_at IS NULL) AND (signed_after_by_id IS NULL)) OR ((signed_after_at IS NOT NULL) AND (signed_after_by_id IS NOT NULL)))),
    CONSTRAINT introduced_by_somebody CHECK (((introduced_on IS NULL) OR (NOT ((introduced_by)::text = ''::text))))
);
CREATE TABLE public.allocation_covered (
    id bigint NOT NULL,
    allocation_id bigint NOT NULL,
    away_id bigint NOT NULL
);
ALTER TABLE public.allocation_covered ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.allocation_covered_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.allocation_coveredteam (
    id bigint NOT NULL,
    away_id bigint NOT NULL,
    place_id bigint NOT NULL
);
ALTER TABLE public.allocation_coveredteam ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.allocation_coveredteam_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_actionstep (
    id bigint CONSTRAINT audits_step_id_not_null NOT NULL,
    kind character varying(10) CONSTRAINT audits_step_kind_not_null NOT NULL,
    words text CONSTRAINT audits_step_words_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT audits_step_at_not_null NOT NULL,
    action_id bigint CONSTRAINT audits_step_action_id_not_null NOT NULL,
    by_id bigint CONSTRAINT audits_step_by_id_not_null NOT NULL,
    CONSTRAINT audit_step_in_words CHECK ((NOT (words = ''::text)))
);
CREATE TABLE public.audits_actiontheme (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.audits_actiontheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_actiontheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_attendance (
    id bigint NOT NULL,
    worker_id bigint NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.audits_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_audit (
    entry_id bigint NOT NULL,
    done_with character varying(10) NOT NULL,
    done_with_words text NOT NULL,
    child_said text NOT NULL,
    family_said text NOT NULL,
    not_asked_why character varying(300) NOT NULL,
    went_well text NOT NULL,
    is_counted boolean NOT NULL,
    auditor_id bigint NOT NULL,
    child_id bigint NOT NULL,
    re_audit_of_id bigint,
    team_id bigint,
    worker_id bigint,
    candidate_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT audit_says_why_alone CHECK (((NOT ((done_with)::text = 'alone'::text)) OR (NOT (done_with_words = ''::text)))),
    CONSTRAINT audit_says_why_not_asked CHECK ((((NOT (child_said = ''::text)) AND (NOT (family_said = ''::text))) OR (NOT ((not_asked_why)::text = ''::text))))
);
CREATE TABLE public.audits_auditaction (
    entry_id bigint NOT NULL,
    what character varying(500) NOT NULL,
    difference character varying(500) NOT NULL,
    focus character varying(10) NOT NULL,
    checked_focus character varying(10) NOT NULL,
    focus_checked_at timestamp with time zone,
    focus_why character varying(300) NOT NULL,
    due_on date NOT NULL,
    discussed_at timestamp with time zone,
    done_at timestamp with time zone,
    checked_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    closed_at timestamp with time zone,
    begun_at timestamp with time zone NOT NULL,
    is_counted boolean NOT NULL,
    audit_id bigint NOT NULL,
    child_id bigint NOT NULL,
    focus_checked_by_id bigint,
    owner_id bigint NOT NULL,
    about character varying(20) NOT NULL,
    lasts_days smallint NOT NULL,
    CONSTRAINT audit_action_closed_after_every_step CHECK (((closed_at IS NULL) OR ((discussed_at IS NOT NULL) AND (done_at IS NOT NULL) AND (checked_at IS NOT NULL) AND (confirmed_at IS NOT NULL)))),
    CONSTRAINT audit_action_focus_checked_by_someone CHECK ((((checked_focus)::text = ''::text) OR (focus_checked_by_id IS NOT NULL))),
    CONSTRAINT audits_auditaction_lasts_days_check CHECK ((lasts_days >= 0))
);
CREATE TABLE public.audits_candidate (
    id bigint NOT NULL,
    track character varying(20) NOT NULL,
    place integer,
    outcome character varying(10) NOT NULL,
    left_out_why character varying(200) NOT NULL,
    due_on date NOT NULL,
    assigned_at timestamp with time zone,
    auditor_id bigint,
    child_id bigint NOT NULL,
    team_id bigint,
    sample_id bigint NOT NULL,
    CONSTRAINT audits_candidate_place_check CHECK ((place >= 0)),
    CONSTRAINT candidate_left_out_for_a_reason CHECK (((NOT ((outcome)::text = 'left_out'::text)) OR (NOT ((left_out_why)::text = ''::text))))
);
ALTER TABLE public.audits_candidate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_candidate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_discussion (
    id bigint NOT NULL,
    held_on date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    action_id bigint NOT NULL,
    by_id bigint NOT NULL,
    with_whom_id bigint NOT NULL,
    in_supervision_id bigint
);
ALTER TABLE public.audits_discussion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_discussion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_effect (
    id bigint NOT NULL,
    changed text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    action_id bigint NOT NULL,
    by_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    despite text NOT NULL
);
ALTER TABLE public.audits_effect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_effect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_escalation (
    audit_id bigint NOT NULL,
    how text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    safe_at timestamp with time zone,
    safe_words text NOT NULL,
    safe_by_id bigint,
    told_id bigint NOT NULL,
    told_by_id bigint NOT NULL,
    CONSTRAINT made_safe_by_somebody_in_words CHECK ((((safe_at IS NULL) AND (safe_by_id IS NULL) AND (safe_words = ''::text)) OR ((safe_at IS NOT NULL) AND (safe_by_id IS NOT NULL) AND (NOT (safe_words = ''::text)))))
);
CREATE TABLE public.audits_eventaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.audits_eventaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_eventaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_eventtheme (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.audits_eventtheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_eventtheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_gradechange (
    id bigint NOT NULL,
    was character varying(20) NOT NULL,
    now character varying(20) NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    audit_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT grade_changed_for_a_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT grade_really_changed CHECK ((NOT ((was)::text = (now)::text)))
);
ALTER TABLE public.audits_gradechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_gradechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_learningevent (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    held_on date NOT NULL,
    learned text NOT NULL,
    will_change text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.audits_learningevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_learningevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_mark (
    id bigint NOT NULL,
    kind character varying(6) NOT NULL,
    overall character varying(20) NOT NULL,
    grade character varying(20) NOT NULL,
    why text NOT NULL,
    compliance_met smallint NOT NULL,
    compliance_of smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    audit_id bigint NOT NULL,
    by_id bigint NOT NULL,
    completion_id bigint NOT NULL,
    CONSTRAINT audits_mark_compliance_met_check CHECK ((compliance_met >= 0)),
    CONSTRAINT audits_mark_compliance_of_check CHECK ((compliance_of >= 0))
);
ALTER TABLE public.audits_mark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_moderation (
    audit_id bigint NOT NULL,
    is_blind boolean NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    marked_at timestamp with time zone,
    settled_at timestamp with time zone,
    is_changed boolean,
    asked_by_id bigint NOT NULL,
    moderator_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT moderation_marked_before_settled CHECK (((settled_at IS NULL) OR (NOT is_blind) OR (marked_at IS NOT NULL))),
    CONSTRAINT moderation_settled_either_way CHECK ((((is_changed IS NULL) AND (settled_at IS NULL)) OR ((is_changed IS NOT NULL) AND (settled_at IS NOT NULL))))
);
CREATE TABLE public.audits_programme (
    id bigint NOT NULL,
    kind character varying(15) NOT NULL,
    title character varying(200) NOT NULL,
    question text NOT NULL,
    tool character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    moderated_share smallint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    follows_id bigint,
    opened_by_id bigint NOT NULL,
    CONSTRAINT audits_programme_moderated_share_check CHECK ((moderated_share >= 0)),
    CONSTRAINT programme_ends_after_start CHECK ((ends_on >= starts_on)),
    CONSTRAINT programme_moderates_a_share CHECK (((moderated_share >= 10) AND (moderated_share <= 25))),
    CONSTRAINT re_audit_follows_another CHECK (((NOT ((kind)::text = 're_audit'::text)) OR (follows_id IS NOT NULL)))
);
ALTER TABLE public.audits_programme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_sample (
    id bigint NOT NULL,
    seed character varying(40) NOT NULL,
    size smallint NOT NULL,
    not_since date,
    drawn_at timestamp with time zone NOT NULL,
    drawn_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    again_why character varying(300) NOT NULL,
    "least" smallint NOT NULL,
    CONSTRAINT audits_sample_least_check CHECK (("least" >= 0)),
    CONSTRAINT audits_sample_size_check CHECK ((size >= 0))
);
ALTER TABLE public.audits_sample ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_sample_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.audits_actionstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_theme (
    id bigint NOT NULL,
    name character varying(80) NOT NULL
);
ALTER TABLE public.audits_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audits_themecourse (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    course_id bigint NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.audits_themecourse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audits_themecourse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claim (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    wording character varying(300) CONSTRAINT claims_claim_as_said_not_null NOT NULL,
    number character varying(100) NOT NULL,
    platform character varying(20) NOT NULL,
    details text NOT NULL,
    match_key character varying(300) NOT NULL,
    link character varying(20) NOT NULL,
    from_on date,
    to_on date,
    source_grade character varying(1) NOT NULL,
    information_grade character varying(1) NOT NULL,
    handling character varying(1) NOT NULL,
    conditions character varying(300) NOT NULL,
    last_confirmed_on date NOT NULL,
    expires_on date NOT NULL,
    decision character varying(8) NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    decided_by_id bigint,
    entry_id bigint NOT NULL,
    named_child_id bigint,
    entity_id bigint,
    CONSTRAINT claim_conditions_are_said CHECK (((NOT ((handling)::text = 'C'::text)) OR (NOT ((conditions)::text = ''::text)))),
    CONSTRAINT claim_decided_by_someone CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((decision)::text = ''::text)) OR ((NOT ((decision)::text = ''::text)) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT claim_ends_after_start CHECK (((to_on IS NULL) OR (from_on IS NULL) OR (to_on >= from_on))),
    CONSTRAINT claim_names_another_child CHECK (((named_child_id IS NULL) OR (NOT ((named_child_id = child_id) AND (named_child_id IS NOT NULL))))),
    CONSTRAINT claim_refused_for_a_reason CHECK (((NOT ((decision)::text = 'refused'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT claims_claim_version_check CHECK ((version >= 0))
);
ALTER TABLE public.claims_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_echodecision (
    id bigint NOT NULL,
    verdict character varying(9) NOT NULL,
    reason character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    other_claim_id bigint NOT NULL,
    CONSTRAINT echo_decided_for_a_reason CHECK ((((verdict)::text = 'unsure'::text) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT echo_of_another_claim CHECK ((NOT (claim_id = other_claim_id)))
);
ALTER TABLE public.claims_echodecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_echodecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_entity (
    id bigint CONSTRAINT claims_thing_id_not_null NOT NULL,
    kind character varying(10) CONSTRAINT claims_thing_kind_not_null NOT NULL,
    label character varying(300) CONSTRAINT claims_thing_label_not_null NOT NULL,
    match_key character varying(300) CONSTRAINT claims_thing_match_key_not_null NOT NULL,
    details text CONSTRAINT claims_thing_details_not_null NOT NULL,
    recorded_at timestamp with time zone CONSTRAINT claims_thing_recorded_at_not_null NOT NULL,
    version integer CONSTRAINT claims_thing_version_not_null NOT NULL,
    recorded_by_id bigint CONSTRAINT claims_thing_recorded_by_id_not_null NOT NULL,
    CONSTRAINT claims_thing_version_check CHECK ((version >= 0))
);
ALTER TABLE public.claims_entity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_thing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clocks_bankholiday (
    id bigint NOT NULL,
    day date NOT NULL,
    number integer NOT NULL,
    is_holiday boolean NOT NULL,
    source character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT bank_holiday_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT clocks_bankholiday_number_check CHECK ((number >= 0))
);
ALTER TABLE public.clocks_bankholiday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clocks_bankholiday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clocks_clock (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    rule_version date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    due_soon_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_reason character varying(300) NOT NULL,
    entry_id bigint NOT NULL,
    stopped_by_id bigint,
    holidays_known boolean NOT NULL,
    due_first_at timestamp with time zone,
    put_off_reason character varying(300) NOT NULL,
    put_off_to date,
    CONSTRAINT clock_due_after_start CHECK ((due_at >= started_at)),
    CONSTRAINT clock_ends_one_way CHECK (((stopped_at IS NULL) OR (cancelled_at IS NULL))),
    CONSTRAINT clock_put_off_for_a_reason CHECK ((((due_first_at IS NULL) AND ((put_off_reason)::text = ''::text) AND (put_off_to IS NULL)) OR ((due_first_at IS NOT NULL) AND (put_off_to IS NOT NULL) AND (NOT ((put_off_reason)::text = ''::text)))))
);
ALTER TABLE public.clocks_clock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clocks_clock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clocks_locallimit (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    number integer NOT NULL,
    count integer NOT NULL,
    unit character varying(15) NOT NULL,
    effective_from date NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT clocks_locallimit_count_check CHECK ((count >= 0)),
    CONSTRAINT clocks_locallimit_number_check CHECK ((number >= 0)),
    CONSTRAINT local_limit_has_a_reason CHECK ((NOT ((why)::text = ''::text)))
);
ALTER TABLE public.clocks_locallimit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clocks_locallimit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clocks_schoolyear (
    id bigint NOT NULL,
    starts smallint NOT NULL,
    number integer NOT NULL,
    terms jsonb NOT NULL,
    closed jsonb NOT NULL,
    source character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    school_id bigint NOT NULL,
    CONSTRAINT clocks_schoolyear_number_check CHECK ((number >= 0)),
    CONSTRAINT clocks_schoolyear_starts_check CHECK ((starts >= 0)),
    CONSTRAINT school_year_has_a_source CHECK ((NOT ((source)::text = ''::text)))
);
ALTER TABLE public.clocks_schoolyear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clocks_schoolyear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.desk_look (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.desk_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.desk_promise (
    id bigint NOT NULL,
    why character varying(500) NOT NULL,
    by_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    action_id bigint,
    by_id bigint NOT NULL,
    clock_id bigint,
    entry_id bigint NOT NULL,
    CONSTRAINT promise_of_one_thing CHECK ((((action_id IS NOT NULL) AND (clock_id IS NULL)) OR ((action_id IS NULL) AND (clock_id IS NOT NULL)))),
    CONSTRAINT promise_says_why CHECK ((NOT ((why)::text = ''::text)))
);
ALTER TABLE public.desk_promise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.direct_work_goal (
    entry_id bigint NOT NULL,
    wants character varying(300) NOT NULL,
    worst character varying(200) NOT NULL,
    best character varying(200) NOT NULL,
    set_on date NOT NULL,
    ended_on date,
    ended_why character varying(300) NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT goal_ended_for_a_reason CHECK (((ended_on IS NULL) OR (NOT ((ended_why)::text = ''::text))))
);
CREATE TABLE public.direct_work_scaling (
    id bigint NOT NULL,
    score smallint NOT NULL,
    "on" date NOT NULL,
    by_child boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    goal_id bigint NOT NULL,
    CONSTRAINT direct_work_scaling_score_check CHECK ((score >= 0)),
    CONSTRAINT scaling_to_ten CHECK ((score <= 10))
);
ALTER TABLE public.direct_work_scaling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.direct_work_scaling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.direct_work_session (
    entry_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    planned_at timestamp with time zone,
    purpose character varying(500) NOT NULL,
    worker_name character varying(200) NOT NULL,
    held_at timestamp with time zone,
    time_known boolean NOT NULL,
    place character varying(20) NOT NULL,
    seen boolean,
    alone boolean,
    who_else character varying(200) NOT NULL,
    adapted text NOT NULL,
    methods character varying(20)[] NOT NULL,
    tried text NOT NULL,
    changed text NOT NULL,
    change character varying(20) NOT NULL,
    next_steps text NOT NULL,
    missed character varying(20) NOT NULL,
    missed_words text NOT NULL,
    child_id bigint NOT NULL,
    worker_id bigint,
    CONSTRAINT session_alone_is_seen CHECK (((alone IS NULL) OR (NOT alone) OR seen)),
    CONSTRAINT session_has_a_time CHECK (((held_at IS NOT NULL) OR (planned_at IS NOT NULL))),
    CONSTRAINT session_held_or_missed CHECK (((held_at IS NULL) OR ((missed)::text = ''::text))),
    CONSTRAINT session_seen_when_held CHECK (((held_at IS NOT NULL) OR (seen IS NULL)))
);
CREATE TABLE public.directory_directorygroup (
    id bigint NOT NULL,
    external_id character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone
);
ALTER TABLE public.directory_directorygroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_directorygroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_directoryperson (
    id bigint NOT NULL,
    issuer character varying(500) NOT NULL,
    subject character varying(255) NOT NULL,
    "group" character varying(255) NOT NULL,
    is_listed boolean NOT NULL,
    external_id character varying(255) NOT NULL,
    user_name character varying(320) NOT NULL,
    display_name character varying(200) NOT NULL,
    formatted character varying(200) NOT NULL,
    given_name character varying(200) NOT NULL,
    family_name character varying(200) NOT NULL,
    emails jsonb NOT NULL,
    is_active boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    ended_at timestamp with time zone,
    held_at timestamp with time zone,
    held_because character varying(20) NOT NULL,
    user_id bigint
);
ALTER TABLE public.directory_directoryperson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_directoryperson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_directoryrules (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    most_ended smallint NOT NULL,
    makes_administrators boolean NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT directory_directoryrules_most_ended_check CHECK ((most_ended >= 0))
);
ALTER TABLE public.directory_directoryrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_directoryrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_directorytoken (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    ends_on date NOT NULL,
    revoked_at timestamp with time zone,
    used_at timestamp with time zone,
    by_id bigint NOT NULL
);
ALTER TABLE public.directory_directorytoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_directorytoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_groupmember (
    id bigint NOT NULL,
    display character varying(255) NOT NULL,
    group_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.directory_groupmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_groupmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_grouprole (
    id bigint NOT NULL,
    "group" character varying(255) NOT NULL,
    role character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL
);
ALTER TABLE public.directory_grouprole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_grouprole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.disruption_concern (
    entry_id bigint NOT NULL,
    why text NOT NULL,
    child_id bigint NOT NULL,
    tactic_id bigint NOT NULL
);
CREATE TABLE public.disruption_effect (
    id bigint NOT NULL,
    rating character varying(5) NOT NULL,
    words text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    tactic_id bigint NOT NULL,
    CONSTRAINT effect_says_how_it_is_known CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.disruption_effect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruption_effect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.disruption_tacticstep (
    id bigint CONSTRAINT disruption_step_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT disruption_step_kind_not_null NOT NULL,
    "on" date CONSTRAINT disruption_step_on_not_null NOT NULL,
    who character varying(200) CONSTRAINT disruption_step_who_not_null NOT NULL,
    words character varying(500) CONSTRAINT disruption_step_words_not_null NOT NULL,
    until_on date,
    at timestamp with time zone CONSTRAINT disruption_step_at_not_null NOT NULL,
    by_id bigint CONSTRAINT disruption_step_by_id_not_null NOT NULL,
    tactic_id bigint CONSTRAINT disruption_step_tactic_id_not_null NOT NULL,
    CONSTRAINT step_ends_after_it_begins CHECK (((until_on IS NULL) OR (until_on >= "on"))),
    CONSTRAINT step_only_what_is_granted_ends CHECK (((until_on IS NULL) OR ((kind)::text = 'granted'::text)))
);
ALTER TABLE public.disruption_tacticstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruption_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.disruption_tactic (
    id bigint NOT NULL,
    power character varying(30) NOT NULL,
    target character varying(10) NOT NULL,
    on_what character varying(300) NOT NULL,
    conditions text NOT NULL,
    concerns_others boolean NOT NULL,
    version integer NOT NULL,
    entity_id bigint,
    CONSTRAINT disruption_tactic_version_check CHECK ((version >= 0))
);
ALTER TABLE public.disruption_tactic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruption_tactic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.documents_arrival (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    size bigint NOT NULL,
    changed bigint NOT NULL,
    came bigint NOT NULL,
    began_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT arrival_no_more_than_all CHECK (((came >= 0) AND (came <= size)))
);
ALTER TABLE public.documents_arrival ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_arrival_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_arrivedpiece (
    id bigint NOT NULL,
    start bigint NOT NULL,
    content bytea NOT NULL,
    arrival_id bigint NOT NULL
);
ALTER TABLE public.documents_arrivedpiece ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_arrivedpiece_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    from_on date,
    given_by character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    format character varying(10) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    received_sha256 character varying(64) NOT NULL,
    scan character varying(10) NOT NULL,
    scanned_at timestamp with time zone,
    struck_out_at timestamp with time zone,
    struck_out_reason character varying(300) NOT NULL,
    added_by_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    struck_out_by_id bigint,
    CONSTRAINT document_is_something CHECK ((size > 0)),
    CONSTRAINT document_struck_out_by_someone CHECK ((((struck_out_at IS NULL) AND (struck_out_by_id IS NULL) AND ((struck_out_reason)::text = ''::text)) OR ((struck_out_at IS NOT NULL) AND (struck_out_by_id IS NOT NULL) AND (NOT ((struck_out_reason)::text = ''::text)))))
);
ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_piece (
    id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT documents_piece_number_check CHECK ((number >= 0))
);
ALTER TABLE public.documents_piece ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_piece_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_thumbnail (
    id bigint NOT NULL,
    content bytea NOT NULL,
    document_id bigint NOT NULL
);
ALTER TABLE public.documents_thumbnail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_thumbnail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.drafts_draft (
    id bigint NOT NULL,
    occasion character varying(80) NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.drafts_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafts_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.duties_done (
    entry_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    done_at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    who character varying(200) NOT NULL,
    words text NOT NULL,
    source character varying(100) NOT NULL,
    child_id bigint NOT NULL
);
CREATE TABLE public.exchange_childlists (
    id bigint NOT NULL,
    "on" date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    broken_at timestamp with time zone,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    counts jsonb NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT child_lists_made_or_broken CHECK (((made_at IS NULL) OR (broken_at IS NULL)))
);
ALTER TABLE public.exchange_childlists ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_childlists_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_childlistsfile (
    lists_id bigint NOT NULL,
    content bytea NOT NULL,
    children bigint[] NOT NULL
);
CREATE TABLE public.exchange_heldfile (
    file_id bigint NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.exchange_import (
    id bigint NOT NULL,
    format character varying(20) NOT NULL,
    previewed_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone,
    undone_at timestamp with time zone,
    discarded_at timestamp with time zone,
    user_id bigint NOT NULL,
    asked character varying(6) NOT NULL,
    asked_at timestamp with time zone,
    stopped_because text NOT NULL,
    is_shared boolean NOT NULL
);
ALTER TABLE public.exchange_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_importfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    mapping jsonb NOT NULL,
    batch_id bigint NOT NULL,
    left_out jsonb NOT NULL,
    notes jsonb NOT NULL,
    hidden_rows integer NOT NULL,
    CONSTRAINT exchange_importfile_hidden_rows_check CHECK ((hidden_rows >= 0))
);
ALTER TABLE public.exchange_importfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_importfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_importrow (
    id bigint NOT NULL,
    line integer NOT NULL,
    verdict character varying(12) NOT NULL,
    message text NOT NULL,
    facts jsonb NOT NULL,
    candidates jsonb NOT NULL,
    decided character varying(20) NOT NULL,
    before jsonb NOT NULL,
    made_child boolean NOT NULL,
    recorded_at timestamp with time zone,
    batch_id bigint NOT NULL,
    child_id bigint,
    entry_id bigint,
    file_id bigint NOT NULL,
    doubts jsonb NOT NULL,
    said character varying(64) NOT NULL,
    CONSTRAINT exchange_importrow_line_check CHECK ((line >= 0))
);
ALTER TABLE public.exchange_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_listedrow (
    id bigint NOT NULL,
    list smallint NOT NULL,
    key character varying(60) NOT NULL,
    told_on date NOT NULL,
    said jsonb NOT NULL,
    mark character varying(64) NOT NULL,
    withdrawn_at timestamp with time zone,
    child_id bigint NOT NULL,
    row_id bigint NOT NULL,
    CONSTRAINT exchange_listedrow_list_check CHECK ((list >= 0))
);
ALTER TABLE public.exchange_listedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_listedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_rememberedmapping (
    id bigint NOT NULL,
    format character varying(20) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    mapping jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.exchange_rememberedmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_rememberedmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_stafflist (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    rows jsonb NOT NULL,
    notes jsonb NOT NULL,
    read_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone,
    discarded_at timestamp with time zone,
    said character varying(200) NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT staff_list_is_settled_once CHECK (((recorded_at IS NULL) OR (discarded_at IS NULL)))
);
ALTER TABLE public.exchange_stafflist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_stafflist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exports_decision (
    id bigint NOT NULL,
    why character varying(20) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone,
    about_id bigint NOT NULL,
    decided_by_id bigint NOT NULL,
    export_id bigint NOT NULL
);
ALTER TABLE public.exports_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exports_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exports_part (
    id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    reader_id bigint NOT NULL,
    export_id bigint NOT NULL,
    CONSTRAINT exports_part_number_check CHECK ((number >= 0))
);
ALTER TABLE public.exports_part ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exports_part_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exports_recordexport (
    entry_id bigint NOT NULL,
    "right" character varying(20) NOT NULL,
    for_whom character varying(200) NOT NULL,
    asked_on date NOT NULL,
    due_on date NOT NULL,
    started_at timestamp with time zone,
    total integer NOT NULL,
    done integer NOT NULL,
    is_broken boolean NOT NULL,
    made_at timestamp with time zone,
    withheld integer NOT NULL,
    unseen integer NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    asked_by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    started_by_id bigint,
    CONSTRAINT exports_recordexport_done_check CHECK ((done >= 0)),
    CONSTRAINT exports_recordexport_total_check CHECK ((total >= 0)),
    CONSTRAINT exports_recordexport_unseen_check CHECK ((unseen >= 0)),
    CONSTRAINT exports_recordexport_withheld_check CHECK ((withheld >= 0)),
    CONSTRAINT record_export_started_by_someone CHECK ((((made_at IS NULL) AND (started_at IS NULL) AND (started_by_id IS NULL)) OR ((started_at IS NOT NULL) AND (started_by_id IS NOT NULL)))),
    CONSTRAINT record_export_takes_two CHECK (((started_by_id IS NULL) OR (NOT ((started_by_id = asked_by_id) AND (started_by_id IS NOT NULL)))))
);
CREATE TABLE public.feedback_answer (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    question character varying(60) NOT NULL,
    answer character varying(20) NOT NULL,
    is_good boolean NOT NULL,
    team_id bigint,
    round_id bigint NOT NULL
);
ALTER TABLE public.feedback_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_asked (
    id bigint NOT NULL,
    has_answered boolean,
    team_id bigint,
    user_id bigint NOT NULL,
    round_id bigint NOT NULL
);
ALTER TABLE public.feedback_asked ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_asked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_box (
    round_id bigint NOT NULL,
    sealed text NOT NULL
);
CREATE TABLE public.feedback_done (
    id bigint NOT NULL,
    question character varying(60) NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    round_id bigint NOT NULL,
    CONSTRAINT done_has_words CHECK ((NOT ((words)::text = ''::text)))
);
ALTER TABLE public.feedback_done ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_done_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_remark (
    id bigint NOT NULL,
    words text NOT NULL,
    hidden_at timestamp with time zone,
    hidden_why character varying(300) NOT NULL,
    hidden_by_id bigint,
    round_id bigint NOT NULL,
    CONSTRAINT remark_hidden_for_a_reason CHECK ((((hidden_at IS NULL) AND (hidden_by_id IS NULL) AND ((hidden_why)::text = ''::text)) OR ((hidden_at IS NOT NULL) AND (hidden_by_id IS NOT NULL) AND (NOT ((hidden_why)::text = ''::text)))))
);
ALTER TABLE public.feedback_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_round (
    id bigint NOT NULL,
    questionnaire character varying(40) NOT NULL,
    version smallint NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    why character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    asked integer,
    answered integer,
    is_kept boolean NOT NULL,
    is_called_off boolean NOT NULL,
    asked_by_id bigint NOT NULL,
    CONSTRAINT feedback_round_answered_check CHECK ((answered >= 0)),
    CONSTRAINT feedback_round_asked_check CHECK ((asked >= 0)),
    CONSTRAINT feedback_round_version_check CHECK ((version >= 0)),
    CONSTRAINT round_closes_after_opening CHECK ((closes_on >= opens_on)),
    CONSTRAINT round_is_counted_as_it_closes CHECK ((((answered IS NULL) AND (asked IS NULL) AND (closed_at IS NULL)) OR ((answered IS NOT NULL) AND (asked IS NOT NULL) AND (closed_at IS NOT NULL)))),
    CONSTRAINT round_says_why CHECK ((NOT ((why)::text = ''::text)))
);
ALTER TABLE public.feedback_round ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_slip (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    is_used boolean NOT NULL,
    round_id bigint NOT NULL,
    team_id bigint
);
ALTER TABLE public.feedback_slip ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_slip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_turnout (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    asked integer NOT NULL,
    answered integer NOT NULL,
    round_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT feedback_turnout_answered_check CHECK ((answered >= 0)),
    CONSTRAINT feedback_turnout_asked_check CHECK ((asked >= 0))
);
ALTER TABLE public.feedback_turnout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_turnout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.history_event (
    id bigint NOT NULL,
    what character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    on_behalf_of_id bigint,
    subject character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    child_id bigint,
    changes jsonb NOT NULL,
    import_id bigint
);
ALTER TABLE public.history_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.history_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.history_submission (
    token uuid NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text NOT NULL
);
CREATE TABLE public.history_version (
    id bigint NOT NULL,
    table_name character varying(63) NOT NULL,
    row_id bigint NOT NULL,
    "row" jsonb NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    replaced_by_id bigint
);
ALTER TABLE public.history_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.history_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insight_baseline (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    number integer NOT NULL,
    starts_on date NOT NULL,
    stands boolean NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT baseline_begins_with_a_month CHECK ((EXTRACT(day FROM starts_on) = (1)::numeric)),
    CONSTRAINT baseline_has_a_reason CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT insight_baseline_number_check CHECK ((number >= 0))
);
ALTER TABLE public.insight_baseline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.insight_baseline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insight_change (
    transaction bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.insight_counting (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    known_on date,
    asked_at timestamp with time zone NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    ended_at timestamp with time zone,
    is_broken boolean NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT insight_counting_done_check CHECK ((done >= 0)),
    CONSTRAINT insight_counting_total_check CHECK ((total >= 0))
);
ALTER TABLE public.insight_counting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.insight_counting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insight_keptfigures (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    grouped_by character varying(10) NOT NULL,
    asked character varying(100) NOT NULL,
    sees character varying(32) NOT NULL,
    judged_by character varying(32) NOT NULL,
    snapshot text NOT NULL,
    made_in bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.insight_keptfigures ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.insight_keptfigures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.insight_publishedquarter (
    id bigint NOT NULL,
    first_on date NOT NULL,
    known_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL
);
ALTER TABLE public.insight_publishedquarter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.insight_publishedquarter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_casesample (
    id bigint NOT NULL,
    seed character varying(40) NOT NULL,
    size smallint NOT NULL,
    tracks character varying(20)[] NOT NULL,
    not_since date,
    drawn_at timestamp with time zone NOT NULL,
    drawn_by_id bigint NOT NULL,
    team_id bigint,
    inspection_id bigint,
    CONSTRAINT case_sample_has_a_seed CHECK ((NOT ((seed)::text = ''::text))),
    CONSTRAINT inspection_casesample_size_check CHECK ((size >= 0))
);
ALTER TABLE public.inspection_casesample ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_casesample_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_childevidence (
    evidence_id bigint NOT NULL,
    words text NOT NULL,
    entry_id bigint NOT NULL
);
CREATE TABLE public.inspection_claim (
    id bigint NOT NULL,
    place integer NOT NULL,
    number integer NOT NULL,
    question character varying(10) NOT NULL,
    words text NOT NULL,
    says character varying(10) NOT NULL,
    measure character varying(20) NOT NULL,
    is_out boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    evaluation_id bigint NOT NULL,
    CONSTRAINT claim_in_words CHECK ((NOT (words = ''::text))),
    CONSTRAINT inspection_claim_number_check CHECK ((number >= 0)),
    CONSTRAINT inspection_claim_place_check CHECK ((place >= 0))
);
ALTER TABLE public.inspection_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_concern (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    words character varying(500) NOT NULL,
    point character varying(40) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_why character varying(500) NOT NULL,
    version integer NOT NULL,
    closed_by_id bigint,
    owner_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    statement_id bigint,
    inspection_id bigint NOT NULL,
    CONSTRAINT concern_closed_by_someone_in_words CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL) AND ((closed_why)::text = ''::text)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND (NOT ((closed_why)::text = ''::text))))),
    CONSTRAINT inspection_concern_version_check CHECK ((version >= 0))
);
ALTER TABLE public.inspection_concern ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_concern_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_concernaction (
    id bigint NOT NULL,
    what character varying(500) NOT NULL,
    difference character varying(500) NOT NULL,
    due_on date NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    outcome character varying(500) NOT NULL,
    dropped_at timestamp with time zone,
    dropped_why character varying(300) NOT NULL,
    concern_id bigint NOT NULL,
    done_by_id bigint,
    owner_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    CONSTRAINT concern_action_done_by_someone_in_words CHECK ((((done_at IS NULL) AND (done_by_id IS NULL) AND ((outcome)::text = ''::text)) OR ((done_at IS NOT NULL) AND (done_by_id IS NOT NULL) AND (NOT ((outcome)::text = ''::text))))),
    CONSTRAINT concern_action_dropped_for_a_reason CHECK ((((dropped_at IS NULL) AND ((dropped_why)::text = ''::text)) OR ((dropped_at IS NOT NULL) AND (NOT ((dropped_why)::text = ''::text))))),
    CONSTRAINT concern_action_ends_one_way CHECK (((done_at IS NULL) OR (dropped_at IS NULL)))
);
ALTER TABLE public.inspection_concernaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_concernaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_evidence (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    says character varying(8) NOT NULL,
    words text NOT NULL,
    "where" character varying(300) NOT NULL,
    "on" date NOT NULL,
    measure character varying(20) NOT NULL,
    first date,
    numerator integer,
    denominator integer,
    value double precision,
    at timestamp with time zone NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_why character varying(300) NOT NULL,
    by_id bigint NOT NULL,
    programme_id bigint,
    set_aside_by_id bigint,
    concern_id bigint NOT NULL,
    action_id bigint,
    CONSTRAINT evidence_of_a_measure_has_its_days CHECK (((NOT ((kind)::text = 'measure'::text)) OR ((first IS NOT NULL) AND (NOT ((measure)::text = ''::text))))),
    CONSTRAINT evidence_of_audits_has_them CHECK (((NOT ((kind)::text = 'audit'::text)) OR (programme_id IS NOT NULL))),
    CONSTRAINT evidence_says_what_it_shows CHECK (((((kind)::text = 'entry'::text) AND (words = ''::text)) OR ((NOT ((kind)::text = 'entry'::text)) AND (NOT (words = ''::text))))),
    CONSTRAINT evidence_set_aside_for_a_reason CHECK ((((set_aside_at IS NULL) AND (set_aside_by_id IS NULL) AND ((set_aside_why)::text = ''::text)) OR ((set_aside_at IS NOT NULL) AND (set_aside_by_id IS NOT NULL) AND (NOT ((set_aside_why)::text = ''::text)))))
);
ALTER TABLE public.inspection_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_inspection (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    announced_on date,
    inspectors smallint,
    themes text NOT NULL,
    lists_asked_on date,
    lists_given_on date,
    reported_on date,
    overall character varying(20) NOT NULL,
    needs_plan boolean NOT NULL,
    plan_sent_on date,
    called_off_why character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    letter_id bigint,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT inspection_ends_after_start CHECK ((ends_on >= starts_on)),
    CONSTRAINT inspection_inspection_inspectors_check CHECK ((inspectors >= 0)),
    CONSTRAINT inspection_inspection_version_check CHECK ((version >= 0)),
    CONSTRAINT inspection_plan_where_one_is_needed CHECK (((plan_sent_on IS NULL) OR (needs_plan AND (reported_on IS NOT NULL)))),
    CONSTRAINT inspection_reported_after_it_was_held CHECK (((reported_on IS NULL) OR ((announced_on IS NOT NULL) AND (reported_on >= starts_on))))
);
ALTER TABLE public.inspection_inspection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_inspection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_judgedon (
    id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    judgement_id bigint NOT NULL
);
ALTER TABLE public.inspection_judgedon ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_judgedon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_judgement (
    id bigint NOT NULL,
    progress character varying(5) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    concern_id bigint NOT NULL,
    visit_id bigint,
    CONSTRAINT judgement_in_words CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.inspection_judgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_judgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_pack (
    id bigint NOT NULL,
    as_of date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    done smallint NOT NULL,
    total smallint NOT NULL,
    ended_at timestamp with time zone,
    is_broken boolean NOT NULL,
    released_at timestamp with time zone,
    fetched_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    released_by_id bigint,
    CONSTRAINT inspection_pack_done_check CHECK ((done >= 0)),
    CONSTRAINT inspection_pack_total_check CHECK ((total >= 0)),
    CONSTRAINT pack_released_by_someone CHECK ((((released_at IS NULL) AND (released_by_id IS NULL)) OR ((released_at IS NOT NULL) AND (released_by_id IS NOT NULL))))
);
ALTER TABLE public.inspection_pack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_pack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_packpiece (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    made bytea NOT NULL,
    pack_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.inspection_packpiece ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_packpiece_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_sampledchild (
    id bigint NOT NULL,
    track character varying(20) NOT NULL,
    place integer NOT NULL,
    is_drawn boolean NOT NULL,
    child_id bigint NOT NULL,
    sample_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT inspection_sampledchild_place_check CHECK ((place >= 0))
);
ALTER TABLE public.inspection_sampledchild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_sampledchild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inspection_selfevaluation (
    id bigint NOT NULL,
    number integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    begun_by_id bigint NOT NULL,
    CONSTRAINT inspection_selfevaluation_number_check CHECK ((number >= 0)),
    CONSTRAINT self_evaluation_approved_by_someone CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL))))
);
ALTER TABLE public.inspection_selfevaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspection_selfevaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.instruments_answer (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    section character varying(40) NOT NULL,
    question character varying(40) NOT NULL,
    wording character varying(300) NOT NULL,
    value character varying(40) NOT NULL,
    said text NOT NULL,
    points smallint NOT NULL,
    completion_id bigint NOT NULL,
    CONSTRAINT instruments_answer_points_check CHECK ((points >= 0)),
    CONSTRAINT instruments_answer_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.instruments_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.instruments_blindmark (
    entry_id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    instrument character varying(40) NOT NULL,
    version smallint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    marker_id bigint NOT NULL,
    CONSTRAINT instruments_blindmark_version_check CHECK ((version >= 0))
);
CREATE TABLE public.instruments_completion (
    id bigint NOT NULL,
    instrument character varying(40) NOT NULL,
    version smallint NOT NULL,
    checksum character varying(64) NOT NULL,
    title character varying(200) NOT NULL,
    age smallint,
    total smallint NOT NULL,
    most smallint NOT NULL,
    by_points character varying(20) NOT NULL,
    band character varying(20) NOT NULL,
    band_title character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    entry_id bigint,
    CONSTRAINT completion_total_on_its_scale CHECK ((total <= most)),
    CONSTRAINT instruments_completion_age_check CHECK ((age >= 0)),
    CONSTRAINT instruments_completion_most_check CHECK ((most >= 0)),
    CONSTRAINT instruments_completion_total_check CHECK ((total >= 0)),
    CONSTRAINT instruments_completion_version_check CHECK ((version >= 0))
);
ALTER TABLE public.instruments_completion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_completion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.instruments_floormet (
    id bigint NOT NULL,
    band character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    completion_id bigint NOT NULL
);
ALTER TABLE public.instruments_floormet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_floormet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.instruments_subtotal (
    id bigint NOT NULL,
    section character varying(40) NOT NULL,
    title character varying(200) NOT NULL,
    in_total boolean NOT NULL,
    points smallint NOT NULL,
    most smallint NOT NULL,
    completion_id bigint NOT NULL,
    CONSTRAINT instruments_subtotal_most_check CHECK ((most >= 0)),
    CONSTRAINT instruments_subtotal_points_check CHECK ((points >= 0)),
    CONSTRAINT subtotal_on_its_scale CHECK ((points <= most))
);
ALTER TABLE public.instruments_subtotal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_subtotal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.letters_letter (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    council character varying(200) NOT NULL,
    visited_from date,
    visited_to date,
    published_on date,
    grades jsonb NOT NULL,
    text text NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    struck_out_at timestamp with time zone,
    struck_out_reason character varying(300) NOT NULL,
    added_by_id bigint NOT NULL,
    struck_out_by_id bigint,
    version integer NOT NULL,
    CONSTRAINT letter_struck_out_by_someone CHECK ((((struck_out_at IS NULL) AND (struck_out_by_id IS NULL) AND ((struck_out_reason)::text = ''::text)) OR ((struck_out_at IS NOT NULL) AND (struck_out_by_id IS NOT NULL) AND (NOT ((struck_out_reason)::text = ''::text))))),
    CONSTRAINT letter_visit_ends_after_start CHECK (((visited_from IS NULL) OR (visited_to IS NULL) OR (visited_to >= visited_from))),
    CONSTRAINT letters_letter_version_check CHECK ((version >= 0))
);
ALTER TABLE public.letters_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.letters_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.letters_letterfile (
    letter_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    format character varying(4) NOT NULL,
    sha256 character varying(64) NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.letters_statement (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    kind character varying(20) NOT NULL,
    section character varying(300) NOT NULL,
    text text NOT NULL,
    proposed_reading character varying(10) NOT NULL,
    proposed_theme character varying(30) NOT NULL,
    deciding jsonb NOT NULL,
    reading character varying(10) NOT NULL,
    theme character varying(30) NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    letter_id bigint NOT NULL,
    CONSTRAINT letters_statement_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT statement_confirmed_by_someone CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL))))
);
ALTER TABLE public.letters_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.letters_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_meetingagreement (
    id bigint CONSTRAINT meetings_agreement_id_not_null NOT NULL,
    what character varying(500) CONSTRAINT meetings_agreement_what_not_null NOT NULL,
    why text CONSTRAINT meetings_agreement_why_not_null NOT NULL,
    agency character varying(20) CONSTRAINT meetings_agreement_agency_not_null NOT NULL,
    owner_name character varying(200) CONSTRAINT meetings_agreement_owner_name_not_null NOT NULL,
    due_on date CONSTRAINT meetings_agreement_due_on_not_null NOT NULL,
    done_at timestamp with time zone,
    outcome character varying(500) CONSTRAINT meetings_agreement_outcome_not_null NOT NULL,
    owner_id bigint,
    meeting_id bigint CONSTRAINT meetings_agreement_meeting_id_not_null NOT NULL,
    CONSTRAINT agreement_done_has_outcome CHECK (((done_at IS NULL) OR (NOT ((outcome)::text = ''::text))))
);
ALTER TABLE public.meetings_meetingagreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_attendance (
    id bigint NOT NULL,
    agency character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(100) NOT NULL,
    answer character varying(20) NOT NULL,
    report text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT meetings_attendance_version_check CHECK ((version >= 0))
);
ALTER TABLE public.meetings_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_decision (
    id bigint NOT NULL,
    what character varying(500) NOT NULL,
    why text NOT NULL,
    no_action_why character varying(300) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    action_id bigint,
    part_id bigint NOT NULL
);
ALTER TABLE public.meetings_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_meeting (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    about_no_child boolean NOT NULL,
    about character varying(200) NOT NULL,
    why text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_time_known boolean NOT NULL,
    asked_by character varying(200) NOT NULL,
    planned_at timestamp with time zone,
    held_at timestamp with time zone,
    held_time_known boolean NOT NULL,
    why_late character varying(20) NOT NULL,
    why_late_words character varying(300) NOT NULL,
    "where" character varying(200) NOT NULL,
    chair character varying(200) NOT NULL,
    went_ahead_why character varying(500) NOT NULL,
    places_and_people text NOT NULL,
    discussed text NOT NULL,
    not_to_be_shared text NOT NULL,
    next_on date,
    cancelled_at timestamp with time zone,
    cancelled_reason character varying(300) NOT NULL,
    closed_at timestamp with time zone,
    recorded_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    closed_by_id bigint,
    CONSTRAINT meeting_about_a_place_or_children CHECK (((about_no_child AND ((kind)::text = 'context_conference'::text) AND (NOT ((about)::text = ''::text))) OR ((NOT ((kind)::text = 'context_conference'::text)) AND (NOT about_no_child)))),
    CONSTRAINT meeting_cancelled_for_a_reason CHECK (((cancelled_at IS NULL) OR ((NOT ((cancelled_reason)::text = ''::text)) AND (held_at IS NULL)))),
    CONSTRAINT meeting_closed_after_held CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND (held_at IS NOT NULL)))),
    CONSTRAINT meeting_held_after_asked CHECK (((held_at IS NULL) OR (held_at >= asked_at))),
    CONSTRAINT meetings_meeting_version_check CHECK ((version >= 0))
);
CREATE TABLE public.meetings_part (
    entry_id bigint NOT NULL,
    known_as character varying(200) NOT NULL,
    participation character varying(20) NOT NULL,
    child_views text NOT NULL,
    parents_views text NOT NULL,
    information text NOT NULL,
    analysis text NOT NULL,
    safe_today text NOT NULL,
    outcome character varying(20) NOT NULL,
    enquiry character varying(20) NOT NULL,
    enquiry_by character varying(200) NOT NULL,
    enquiry_ended_at timestamp with time zone,
    enquiry_result character varying(20) NOT NULL,
    enquiry_words text NOT NULL,
    plan_made boolean,
    category character varying(20) NOT NULL,
    outside_home boolean NOT NULL,
    rationale text NOT NULL,
    version integer NOT NULL,
    child_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT enquiry_is_somebodys CHECK ((((enquiry)::text = ANY ((ARRAY[''::character varying, 'none'::character varying])::text[])) OR (NOT ((enquiry_by)::text = ''::text)))),
    CONSTRAINT meetings_part_version_check CHECK ((version >= 0))
);
CREATE TABLE public.meetings_usualmember (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    agency character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(100) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    CONSTRAINT usual_member_in_order CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.meetings_usualmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_usualmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.missing_acknowledgement (
    id bigint NOT NULL,
    level character varying(5) CONSTRAINT missing_acknowledgement_rung_not_null NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    episode_id bigint NOT NULL
);
ALTER TABLE public.missing_acknowledgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.missing_acknowledgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.missing_carerdetails (
    entry_id bigint NOT NULL,
    description text NOT NULL,
    friends text NOT NULL,
    places text NOT NULL,
    phones text NOT NULL,
    online text NOT NULL,
    money_and_travel text NOT NULL,
    health text NOT NULL,
    worries text NOT NULL,
    held_by character varying(200) NOT NULL
);
CREATE TABLE public.missing_episode (
    entry_id bigint NOT NULL,
    kind character varying(1) NOT NULL,
    last_seen_at timestamp with time zone,
    last_seen_time_known boolean NOT NULL,
    last_seen_source character varying(10) NOT NULL,
    last_seen_by character varying(200) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    reported_time_known boolean NOT NULL,
    reported_source character varying(10) NOT NULL,
    reported_by character varying(200) NOT NULL,
    located_at timestamp with time zone,
    located_time_known boolean NOT NULL,
    located_source character varying(10) NOT NULL,
    located_where character varying(300) NOT NULL,
    located_how character varying(200) NOT NULL,
    returned_at timestamp with time zone,
    returned_time_known boolean NOT NULL,
    returned_source character varying(10) NOT NULL,
    returned_how character varying(200) NOT NULL,
    missing_from character varying(300) NOT NULL,
    circumstances text NOT NULL,
    told_council_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_reason character varying(300) NOT NULL,
    closed_at timestamp with time zone,
    closed_reason character varying(300) NOT NULL,
    version integer NOT NULL,
    is_counted boolean NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT episode_cancelled_for_a_reason CHECK (((cancelled_at IS NULL) OR (NOT ((cancelled_reason)::text = ''::text)))),
    CONSTRAINT episode_returned_after_start CHECK (((returned_at IS NULL) OR (returned_at >= COALESCE(last_seen_at, reported_at)))),
    CONSTRAINT episode_seen_before_reported CHECK (((last_seen_at IS NULL) OR (last_seen_at <= reported_at))),
    CONSTRAINT missing_episode_version_check CHECK ((version >= 0))
);
CREATE TABLE public.missing_grade (
    id bigint NOT NULL,
    level character varying(20) NOT NULL,
    since_at timestamp with time zone NOT NULL,
    source character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    episode_id bigint NOT NULL,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.missing_grade ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.missing_grade_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.missing_notification (
    id bigint CONSTRAINT missing_telling_id_not_null NOT NULL,
    duty character varying(20) CONSTRAINT missing_telling_duty_not_null NOT NULL,
    told_at timestamp with time zone,
    who character varying(200) CONSTRAINT missing_telling_who_not_null NOT NULL,
    how character varying(100) CONSTRAINT missing_telling_how_not_null NOT NULL,
    not_told_reason character varying(300) CONSTRAINT missing_telling_not_told_reason_not_null NOT NULL,
    recorded_at timestamp with time zone CONSTRAINT missing_telling_recorded_at_not_null NOT NULL,
    by_id bigint CONSTRAINT missing_telling_by_id_not_null NOT NULL,
    episode_id bigint CONSTRAINT missing_telling_episode_id_not_null NOT NULL,
    CONSTRAINT told_or_a_reason_why_not CHECK (((told_at IS NOT NULL) OR (NOT ((not_told_reason)::text = ''::text))))
);
CREATE TABLE public.missing_report (
    id bigint NOT NULL,
    source character varying(10) NOT NULL,
    reporter character varying(200) NOT NULL,
    reference character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    episode_id bigint NOT NULL,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.missing_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.missing_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.missing_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.missing_telling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.on_call_shift (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    telephone character varying(40) NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT shift_in_order CHECK ((ends_at >= starts_at))
);
ALTER TABLE public.on_call_shift ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.on_call_shift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox_message (
    id bigint NOT NULL,
    letter character varying(60) NOT NULL,
    user_id bigint NOT NULL,
    about_id bigint NOT NULL,
    address character varying(254) NOT NULL,
    once character varying(80) NOT NULL,
    reference uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    trouble character varying(80) NOT NULL,
    sent_at timestamp with time zone,
    dropped_at timestamp with time zone,
    gave_up_at timestamp with time zone,
    arrived_at timestamp with time zone,
    CONSTRAINT message_ends_once CHECK ((((dropped_at IS NULL) AND (sent_at IS NULL)) OR ((gave_up_at IS NULL) AND (sent_at IS NULL)) OR ((dropped_at IS NULL) AND (gave_up_at IS NULL)))),
    CONSTRAINT outbox_message_tries_check CHECK ((tries >= 0))
);
ALTER TABLE public.outbox_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox_notice (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    what character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    child_id bigint,
    told_at timestamp with time zone
);
ALTER TABLE public.outbox_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.oversight_review (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    team_id bigint
);
ALTER TABLE public.oversight_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oversight_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.oversight_turn (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT turn_says_why CHECK ((((kind)::text = 'accept'::text) OR (NOT (words = ''::text))))
);
ALTER TABLE public.oversight_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oversight_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.own_pages_hold (
    entry_id bigint NOT NULL,
    why character varying(300) NOT NULL,
    lifted_at timestamp with time zone,
    lifted_why character varying(300) NOT NULL,
    child_id bigint NOT NULL,
    lifted_by_id bigint,
    CONSTRAINT own_page_hold_lifted_by_someone CHECK ((((lifted_at IS NULL) AND (lifted_by_id IS NULL) AND ((lifted_why)::text = ''::text)) OR ((lifted_at IS NOT NULL) AND (lifted_by_id IS NOT NULL) AND (NOT ((lifted_why)::text = ''::text)))))
);
CREATE TABLE public.own_pages_ownpage (
    entry_id bigint NOT NULL,
    night_number character varying(200) NOT NULL,
    ends_on date NOT NULL,
    code_made_at timestamp with time zone,
    tries_told_on date,
    ended_at timestamp with time zone,
    ended_why character varying(300) NOT NULL,
    child_id bigint NOT NULL,
    ended_by_id bigint,
    user_id bigint NOT NULL,
    talk_id bigint NOT NULL,
    CONSTRAINT own_page_ended_by_someone CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (NOT ((ended_why)::text = ''::text)))))
);
CREATE TABLE public.own_pages_talk (
    entry_id bigint NOT NULL,
    talked_at timestamp with time zone NOT NULL,
    talked_time_known boolean NOT NULL,
    post_seen_by character varying(300) NOT NULL,
    phone_used_by character varying(300) NOT NULL,
    child_id bigint NOT NULL
);
CREATE TABLE public.performance_actiondone (
    action_id bigint NOT NULL,
    done_on date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
CREATE TABLE public.performance_childcase (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    span character varying(10) NOT NULL,
    case_id bigint NOT NULL,
    "on" date NOT NULL,
    in_numerator boolean NOT NULL,
    value double precision,
    is_of_entry boolean NOT NULL,
    child_id bigint NOT NULL,
    team_id bigint,
    worker_id bigint,
    count_id bigint NOT NULL
);
ALTER TABLE public.performance_childcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_childcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_count (
    id bigint NOT NULL,
    number integer NOT NULL,
    themes jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    ended_at timestamp with time zone,
    is_broken boolean NOT NULL,
    asked_by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT performance_count_done_check CHECK ((done >= 0)),
    CONSTRAINT performance_count_number_check CHECK ((number >= 0)),
    CONSTRAINT performance_count_total_check CHECK ((total >= 0))
);
ALTER TABLE public.performance_count ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_count_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_countedmeasure (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    definition jsonb NOT NULL,
    limits jsonb NOT NULL,
    code character varying(32) NOT NULL,
    count_id bigint NOT NULL
);
ALTER TABLE public.performance_countedmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_countedmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_plannedaction (
    id bigint NOT NULL,
    theme character varying(30) NOT NULL,
    what character varying(300) NOT NULL,
    due_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    taken_out_at timestamp with time zone,
    by_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    report_id bigint NOT NULL
);
ALTER TABLE public.performance_plannedaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_plannedaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_question (
    id bigint NOT NULL,
    theme character varying(30) NOT NULL,
    measure character varying(20) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    closed_by_id bigint,
    report_id bigint NOT NULL,
    CONSTRAINT question_closed_by_somebody CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL))))
);
ALTER TABLE public.performance_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_report (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    summary text NOT NULL,
    next_on date,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    why_replaced character varying(300) NOT NULL,
    published_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    why_withdrawn character varying(300) NOT NULL,
    count_id bigint,
    made_by_id bigint NOT NULL,
    published_by_id bigint,
    replaces_id bigint,
    withdrawn_by_id bigint,
    CONSTRAINT performance_report_version_check CHECK ((version >= 0)),
    CONSTRAINT report_published_whole CHECK ((((count_id IS NULL) AND (published_at IS NULL) AND (published_by_id IS NULL)) OR ((count_id IS NOT NULL) AND (published_at IS NOT NULL) AND (published_by_id IS NOT NULL)))),
    CONSTRAINT report_replaces_for_a_reason CHECK (((replaces_id IS NULL) OR (NOT ((why_replaced)::text = ''::text)))),
    CONSTRAINT report_withdrawn_for_a_reason CHECK (((((why_withdrawn)::text = ''::text) AND (withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT ((why_withdrawn)::text = ''::text)))))
);
ALTER TABLE public.performance_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_reportfigure (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    grouped_by character varying(10) NOT NULL,
    "group" character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    numerator bigint,
    denominator bigint,
    value double precision,
    is_hidden boolean NOT NULL,
    is_as_before boolean NOT NULL,
    said character varying(60) NOT NULL,
    rests_on character varying(60) NOT NULL,
    count_id bigint NOT NULL,
    CONSTRAINT report_figure_hidden_is_empty CHECK (((NOT is_hidden) OR ((denominator IS NULL) AND (numerator IS NULL) AND (value IS NULL))))
);
ALTER TABLE public.performance_reportfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_reportfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_reporttheme (
    id bigint NOT NULL,
    theme character varying(30) NOT NULL,
    says text NOT NULL,
    heard text NOT NULL,
    sure character varying(10) NOT NULL,
    sure_why text NOT NULL,
    taken_out_at timestamp with time zone,
    report_id bigint NOT NULL
);
ALTER TABLE public.performance_reporttheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_reporttheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_turn (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    dropped_at timestamp with time zone,
    answered_by_id bigint,
    question_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    CONSTRAINT performance_turn_number_check CHECK ((number >= 0)),
    CONSTRAINT question_answered_in_words CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text)))))
);
ALTER TABLE public.performance_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.performance_workercase (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    span character varying(10) NOT NULL,
    case_id bigint NOT NULL,
    "on" date NOT NULL,
    in_numerator boolean NOT NULL,
    value double precision,
    count_id bigint NOT NULL,
    team_id bigint,
    worker_id bigint
);
ALTER TABLE public.performance_workercase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.performance_workercase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.placements_move (
    entry_id bigint NOT NULL,
    arrangement character varying(20) NOT NULL,
    is_emergency boolean NOT NULL,
    why_here text NOT NULL,
    host_code character varying(3) NOT NULL,
    first_review_on date,
    approved_on date,
    approved_by character varying(200) NOT NULL,
    approved_as character varying(20) NOT NULL,
    approved_why text NOT NULL,
    consulted_on date,
    consulted_whom character varying(200) NOT NULL,
    consulted_words text NOT NULL,
    notified_on date,
    notified_whom character varying(200) NOT NULL,
    child_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    agreed_fewer_on date,
    agreed_fewer_words character varying(300) NOT NULL,
    no_notice_on date,
    no_notice_why character varying(300) NOT NULL,
    CONSTRAINT move_approved_by_someone_for_a_reason CHECK (((approved_on IS NULL) OR ((NOT ((approved_by)::text = ''::text)) AND (NOT ((approved_as)::text = ''::text)) AND (NOT (approved_why = ''::text))))),
    CONSTRAINT move_consulted_with_someone CHECK (((consulted_on IS NULL) OR (NOT ((consulted_whom)::text = ''::text)))),
    CONSTRAINT move_no_notice_says_why CHECK (((no_notice_on IS NULL) OR (NOT ((no_notice_why)::text = ''::text)))),
    CONSTRAINT move_notified_to_someone CHECK (((notified_on IS NULL) OR (NOT ((notified_whom)::text = ''::text))))
);
CREATE TABLE public.placements_nearerreview (
    entry_id bigint NOT NULL,
    held_on date NOT NULL,
    decision character varying(20) NOT NULL,
    why text NOT NULL,
    next_steps text NOT NULL,
    move_id bigint NOT NULL,
    CONSTRAINT nearer_review_says_why CHECK ((NOT (why = ''::text)))
);
CREATE TABLE public.plans_planagreement (
    id bigint CONSTRAINT plans_agreement_id_not_null NOT NULL,
    who character varying(200) CONSTRAINT plans_agreement_who_not_null NOT NULL,
    role character varying(10) CONSTRAINT plans_agreement_role_not_null NOT NULL,
    answer character varying(10) CONSTRAINT plans_agreement_answer_not_null NOT NULL,
    how character varying(10) CONSTRAINT plans_agreement_how_not_null NOT NULL,
    why_not character varying(500) CONSTRAINT plans_agreement_why_not_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT plans_agreement_at_not_null NOT NULL,
    by_id bigint CONSTRAINT plans_agreement_by_id_not_null NOT NULL,
    plan_id bigint CONSTRAINT plans_agreement_plan_id_not_null NOT NULL,
    CONSTRAINT agreed_or_a_reason_why_not CHECK ((((answer)::text = 'agrees'::text) OR (NOT ((why_not)::text = ''::text)))),
    CONSTRAINT answered_by_themselves CHECK ((((answer)::text = 'not_asked'::text) OR (NOT ((how)::text = ANY ((ARRAY[''::character varying, 'absent'::character varying])::text[])))))
);
ALTER TABLE public.plans_planagreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_covers (
    id bigint NOT NULL,
    risk_id bigint NOT NULL,
    plan_action_id bigint NOT NULL
);
ALTER TABLE public.plans_covers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_covers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_leftuncovered (
    id bigint NOT NULL,
    reason character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    risk_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT left_for_a_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.plans_leftuncovered ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_leftuncovered_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_plan (
    entry_id bigint NOT NULL,
    kind character varying(25) NOT NULL,
    number integer NOT NULL,
    started_on date,
    agreed_on date NOT NULL,
    worry text NOT NULL,
    warning_signs text NOT NULL,
    contingency text NOT NULL,
    trusted_people text NOT NULL,
    safe_places text NOT NULL,
    phone_plan text NOT NULL,
    capacity text NOT NULL,
    child_version text NOT NULL,
    review_on date,
    closed_at timestamp with time zone,
    closed_reason character varying(300) NOT NULL,
    version integer NOT NULL,
    child_id bigint NOT NULL,
    closed_by_id bigint,
    previous_id bigint,
    CONSTRAINT plan_closed_by_someone_for_a_reason CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND (NOT ((closed_reason)::text = ''::text))))),
    CONSTRAINT plan_of_this_kind_began_on_a_day CHECK (((NOT ((kind)::text = ANY ((ARRAY['care_plan'::character varying, 'child_in_need_plan'::character varying, 'child_protection_plan'::character varying, 'outside_home_plan'::character varying, 'pathway_plan'::character varying])::text[]))) OR (started_on IS NOT NULL))),
    CONSTRAINT plan_reviewed_after_it_is_agreed CHECK (((review_on IS NULL) OR (review_on >= agreed_on))),
    CONSTRAINT plans_plan_number_check CHECK ((number >= 0)),
    CONSTRAINT plans_plan_version_check CHECK ((version >= 0))
);
CREATE TABLE public.plans_planaction (
    id bigint NOT NULL,
    what character varying(500) NOT NULL,
    difference character varying(500) NOT NULL,
    who character varying(200) NOT NULL,
    who_is character varying(10) NOT NULL,
    "when" character varying(200) NOT NULL,
    evenings_weekends boolean NOT NULL,
    by_on date,
    added_at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone,
    dropped_reason character varying(300) NOT NULL,
    added_by_id bigint NOT NULL,
    carried_from_id bigint,
    dropped_by_id bigint,
    owner_id bigint,
    plan_id bigint NOT NULL,
    task_id bigint,
    CONSTRAINT plan_action_dropped_by_someone_for_a_reason CHECK ((((dropped_at IS NULL) AND (dropped_by_id IS NULL)) OR ((dropped_at IS NOT NULL) AND (dropped_by_id IS NOT NULL) AND (NOT ((dropped_reason)::text = ''::text)))))
);
ALTER TABLE public.plans_planaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_planpart (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    text text NOT NULL,
    plan_id bigint NOT NULL
);
ALTER TABLE public.plans_planpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_planreview (
    entry_id bigint NOT NULL,
    held_on date NOT NULL,
    participation character varying(3) NOT NULL,
    child_said text NOT NULL,
    outcome character varying(10) NOT NULL,
    words text NOT NULL,
    child_id bigint NOT NULL,
    plan_id bigint NOT NULL
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_address (
    id bigint NOT NULL,
    line character varying(300) NOT NULL,
    postcode character varying(8) NOT NULL,
    la_code character varying(3) NOT NULL,
    easting integer,
    northing integer,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.record_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_agency (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    phone character varying(40) NOT NULL,
    ends_on date
);
ALTER TABLE public.record_agency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_allocation (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    is_cover boolean NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    reason character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    team_id bigint NOT NULL,
    worker_id bigint,
    CONSTRAINT allocation_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.record_allocation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_allocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_child (
    id bigint NOT NULL,
    forenames character varying(200) NOT NULL,
    surname character varying(200) NOT NULL,
    called character varying(100) NOT NULL,
    born_on date,
    birth_is character varying(12) NOT NULL,
    died_on date,
    sex character varying(1) NOT NULL,
    gender character varying(2) NOT NULL,
    ethnicity character varying(4) NOT NULL,
    disabilities character varying(4)[] NOT NULL,
    language character varying(20) NOT NULL,
    communication text NOT NULL,
    restricted boolean NOT NULL,
    restricted_reason character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    recorded_by_id bigint NOT NULL,
    user_id bigint,
    withdrawn_at timestamp with time zone,
    unaccompanied boolean,
    CONSTRAINT child_died_after_birth CHECK (((died_on IS NULL) OR (born_on IS NULL) OR (died_on >= born_on))),
    CONSTRAINT child_due_has_date CHECK (((((birth_is)::text = 'known'::text) AND (born_on IS NULL)) OR (NOT ((birth_is)::text = 'due'::text)) OR (born_on IS NOT NULL))),
    CONSTRAINT record_child_version_check CHECK ((version >= 0))
);
ALTER TABLE public.record_child ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_child_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_entry (
    id bigint NOT NULL,
    kind character varying(50) NOT NULL,
    summary character varying(300) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    struck_out_at timestamp with time zone,
    struck_out_reason character varying(300) NOT NULL,
    by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    struck_out_by_id bigint,
    CONSTRAINT entry_struck_out_by_someone CHECK ((((struck_out_at IS NULL) AND (struck_out_by_id IS NULL)) OR ((struck_out_at IS NOT NULL) AND (struck_out_by_id IS NOT NULL)))),
    CONSTRAINT entry_struck_out_for_a_reason CHECK (((struck_out_at IS NULL) OR (NOT ((struck_out_reason)::text = ''::text))))
);
ALTER TABLE public.record_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_identifier (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    value character varying(40) NOT NULL,
    source character varying(100) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_on date,
    child_id bigint NOT NULL
);
ALTER TABLE public.record_identifier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_identifier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_informedby (
    id bigint NOT NULL,
    how character varying(300) NOT NULL,
    because_of_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT informed_by_another CHECK ((NOT (entry_id = because_of_id)))
);
ALTER TABLE public.record_informedby ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_informedby_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_membership (
    id bigint NOT NULL,
    manages boolean NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    team_id bigint NOT NULL,
    worker_id bigint NOT NULL
);
ALTER TABLE public.record_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_name (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    forenames character varying(200) NOT NULL,
    surname character varying(200) NOT NULL,
    source character varying(100) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_on date,
    child_id bigint NOT NULL
);
ALTER TABLE public.record_name ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_name_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_person (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    born_on date,
    notes text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT record_person_version_check CHECK ((version >= 0))
);
ALTER TABLE public.record_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_placement (
    id bigint NOT NULL,
    kind character varying(3) NOT NULL,
    provider character varying(3) NOT NULL,
    urn character varying(10) NOT NULL,
    home_name character varying(200) NOT NULL,
    legal_status character varying(2) NOT NULL,
    carer character varying(200) NOT NULL,
    carer_phone character varying(40) NOT NULL,
    out_of_area boolean,
    at_a_distance boolean,
    miles numeric(4,1),
    starts_on date NOT NULL,
    ends_on date,
    end_reason character varying(6) NOT NULL,
    source character varying(100) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    address_id bigint,
    child_id bigint NOT NULL,
    CONSTRAINT placement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.record_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_relationship (
    id bigint NOT NULL,
    they_are character varying(60) NOT NULL,
    child_is character varying(60) NOT NULL,
    parental_responsibility boolean NOT NULL,
    safe_to_contact boolean NOT NULL,
    starts_on date,
    ends_on date,
    recorded_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    other_child_id bigint,
    person_id bigint,
    CONSTRAINT relationship_to_another CHECK (((other_child_id IS NULL) OR (NOT ((child_id = other_child_id) AND (other_child_id IS NOT NULL))))),
    CONSTRAINT relationship_to_one CHECK ((((other_child_id IS NULL) AND (person_id IS NOT NULL)) OR ((other_child_id IS NOT NULL) AND (person_id IS NULL))))
);
ALTER TABLE public.record_relationship ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_relationship_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_residence (
    id bigint NOT NULL,
    starts_on date,
    ends_on date,
    source character varying(100) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    address_id bigint NOT NULL,
    child_id bigint NOT NULL
);
ALTER TABLE public.record_residence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_residence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_team (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    agency_id bigint,
    parent_id bigint,
    withdrawn_at timestamp with time zone,
    ends_on date,
    merged_into_id bigint
);
ALTER TABLE public.record_team ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_track (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    category character varying(4) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    end_reason character varying(6) NOT NULL,
    source character varying(100) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    entry_id bigint,
    CONSTRAINT track_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.record_track ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_track_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_words (
    id bigint NOT NULL,
    text text NOT NULL,
    about character varying(20) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    child_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    may_hear character varying(10) NOT NULL,
    topic character varying(200) NOT NULL
);
ALTER TABLE public.record_words ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.record_worker (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    swe_number character varying(12) NOT NULL,
    phone character varying(40) NOT NULL,
    starts_on date,
    ends_on date,
    agency_id bigint,
    user_id bigint,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.record_worker ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.record_worker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.replies_outcome (
    id bigint NOT NULL,
    promise text NOT NULL,
    happened character varying(10) NOT NULL,
    words character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    reply_id bigint NOT NULL
);
ALTER TABLE public.replies_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.replies_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.replies_reply (
    entry_id bigint NOT NULL,
    heard text NOT NULL,
    will_do text NOT NULL,
    cannot_do text NOT NULL,
    whom_to_ring text NOT NULL,
    told_at timestamp with time zone,
    told_time_known boolean NOT NULL,
    told_how character varying(20) NOT NULL,
    told_by character varying(200) NOT NULL,
    child_said text NOT NULL,
    version integer NOT NULL,
    child_id bigint NOT NULL,
    interview_id bigint,
    recorded_told_by_id bigint,
    CONSTRAINT replies_reply_version_check CHECK ((version >= 0)),
    CONSTRAINT reply_told_by_someone_somehow CHECK ((((recorded_told_by_id IS NULL) AND (told_at IS NULL) AND ((told_how)::text = ''::text)) OR ((recorded_told_by_id IS NOT NULL) AND (told_at IS NOT NULL) AND (NOT ((told_how)::text = ''::text)) AND (NOT ((told_by)::text = ''::text)))))
);
CREATE TABLE public.retention_kepton (
    id bigint NOT NULL,
    number integer NOT NULL,
    until date NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT kept_on_for_a_reason CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT retention_kepton_number_check CHECK ((number >= 0))
);
ALTER TABLE public.retention_kepton ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.retention_kepton_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.return_interviews_coveredepisode (
    id bigint NOT NULL,
    episode_id bigint NOT NULL,
    interview_id bigint NOT NULL
);
ALTER TABLE public.return_interviews_coveredepisode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.return_interviews_coveredepisode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.return_interviews_notheld (
    entry_id bigint NOT NULL,
    reason character varying(20) NOT NULL,
    words text NOT NULL,
    episode_id bigint NOT NULL,
    until_on date,
    CONSTRAINT not_held_says_why CHECK ((NOT (words = ''::text)))
);
CREATE TABLE public.return_interviews_offer (
    entry_id bigint NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    offered_by character varying(200) NOT NULL,
    how character varying(20) NOT NULL,
    to_whom character varying(200) NOT NULL,
    answer character varying(20) NOT NULL,
    why text NOT NULL,
    chosen_interviewer character varying(200) NOT NULL,
    chosen_why character varying(300) NOT NULL,
    child_id bigint NOT NULL
);
CREATE TABLE public.return_interviews_offerepisode (
    id bigint NOT NULL,
    episode_id bigint NOT NULL,
    offer_id bigint NOT NULL
);
ALTER TABLE public.return_interviews_offerepisode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.return_interviews_offerepisode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.return_interviews_qualitycheck (
    id bigint NOT NULL,
    timely smallint NOT NULL,
    own_account smallint NOT NULL,
    push_and_pull smallint NOT NULL,
    wider_risk smallint NOT NULL,
    others_found smallint NOT NULL,
    actions smallint NOT NULL,
    fed_into_plan smallint NOT NULL,
    shared smallint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    interview_id bigint NOT NULL,
    CONSTRAINT quality_scores_to_four CHECK (((actions <= 4) AND (fed_into_plan <= 4) AND (others_found <= 4) AND (own_account <= 4) AND (push_and_pull <= 4) AND (shared <= 4) AND (timely <= 4) AND (wider_risk <= 4))),
    CONSTRAINT return_interviews_qualitycheck_actions_check CHECK ((actions >= 0)),
    CONSTRAINT return_interviews_qualitycheck_fed_into_plan_check CHECK ((fed_into_plan >= 0)),
    CONSTRAINT return_interviews_qualitycheck_others_found_check CHECK ((others_found >= 0)),
    CONSTRAINT return_interviews_qualitycheck_own_account_check CHECK ((own_account >= 0)),
    CONSTRAINT return_interviews_qualitycheck_push_and_pull_check CHECK ((push_and_pull >= 0)),
    CONSTRAINT return_interviews_qualitycheck_shared_check CHECK ((shared >= 0)),
    CONSTRAINT return_interviews_qualitycheck_timely_check CHECK ((timely >= 0)),
    CONSTRAINT return_interviews_qualitycheck_wider_risk_check CHECK ((wider_risk >= 0))
);
ALTER TABLE public.return_interviews_qualitycheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.return_interviews_qualitycheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.return_interviews_returninterview (
    entry_id bigint NOT NULL,
    number smallint NOT NULL,
    held_at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    interviewer_name character varying(200) NOT NULL,
    independent boolean NOT NULL,
    independent_why character varying(300) NOT NULL,
    chosen_by_child boolean,
    place character varying(20) NOT NULL,
    alone boolean,
    who_else character varying(200) NOT NULL,
    communication text NOT NULL,
    hear_back character varying(20) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    may_share boolean,
    shared_at timestamp with time zone,
    shared_with character varying(300) NOT NULL,
    own_words text NOT NULL,
    before text NOT NULL,
    push character varying(20)[] NOT NULL,
    pull character varying(20)[] NOT NULL,
    "where" text NOT NULL,
    with_whom text NOT NULL,
    travel text NOT NULL,
    slept text NOT NULL,
    given text NOT NULL,
    online text NOT NULL,
    harm text NOT NULL,
    health text NOT NULL,
    after text NOT NULL,
    wants_to_change text NOT NULL,
    safe_people text NOT NULL,
    safety_tips text NOT NULL,
    other_children text NOT NULL,
    analysis text NOT NULL,
    safeguarding_referral boolean,
    intelligence_submitted boolean,
    version integer NOT NULL,
    child_id bigint NOT NULL,
    interviewer_id bigint,
    version_of_id bigint,
    CONSTRAINT interview_first_is_number_one CHECK ((((number = 1) AND (version_of_id IS NULL)) OR ((number > 1) AND (version_of_id IS NOT NULL)))),
    CONSTRAINT interview_not_independent_says_why CHECK ((independent OR (NOT ((independent_why)::text = ''::text)))),
    CONSTRAINT interview_shared_after CHECK (((shared_at IS NULL) OR (shared_at >= held_at))),
    CONSTRAINT return_interviews_returninterview_number_check CHECK ((number >= 0)),
    CONSTRAINT return_interviews_returninterview_version_check CHECK ((version >= 0))
);
CREATE TABLE public.risk_context (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    name character varying(200) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by_id bigint NOT NULL
);
ALTER TABLE public.risk_context ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risk_context_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.risk_contextassessment (
    id bigint NOT NULL,
    judged character varying(20) NOT NULL,
    why_different text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    completion_id bigint NOT NULL,
    context_id bigint NOT NULL
);
ALTER TABLE public.risk_contextassessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risk_contextassessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.risk_presentingrisk (
    entry_id bigint NOT NULL,
    domain character varying(30) NOT NULL,
    level character varying(12) NOT NULL,
    certainty character varying(10) NOT NULL,
    since_on date NOT NULL,
    why text NOT NULL,
    closed_at timestamp with time zone,
    closed_reason character varying(500) NOT NULL,
    version integer NOT NULL,
    is_counted boolean NOT NULL,
    child_id bigint NOT NULL,
    closed_because_of_id bigint,
    closed_by_id bigint,
    CONSTRAINT risk_closed_by_someone_for_a_reason CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND (NOT ((closed_reason)::text = ''::text))))),
    CONSTRAINT risk_presentingrisk_version_check CHECK ((version >= 0))
);
CREATE TABLE public.risk_raised (
    movement_id bigint NOT NULL,
    since_at timestamp with time zone NOT NULL,
    level_from character varying(12) NOT NULL,
    level_to character varying(12) NOT NULL,
    child_id bigint NOT NULL,
    evidence_id bigint,
    risk_id bigint NOT NULL
);
CREATE TABLE public.risk_riskassessment (
    entry_id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    scored character varying(20) NOT NULL,
    judged character varying(20) NOT NULL,
    differs character varying(6) NOT NULL,
    why_different text NOT NULL,
    child_view text NOT NULL,
    past text NOT NULL,
    changed text NOT NULL,
    analysis text NOT NULL,
    is_counted boolean NOT NULL,
    child_id bigint NOT NULL,
    completion_id bigint NOT NULL,
    previous_id bigint,
    CONSTRAINT assessment_says_why_different CHECK ((((differs)::text = ''::text) OR (NOT (why_different = ''::text))))
);
CREATE TABLE public.risk_riskmovement (
    id bigint NOT NULL,
    level character varying(12) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    because_of_id bigint,
    by_id bigint NOT NULL,
    risk_id bigint NOT NULL
);
ALTER TABLE public.risk_riskmovement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risk_riskmovement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.risk_secondmark (
    assessment_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    judged character varying(20) NOT NULL,
    why text NOT NULL,
    marked_at timestamp with time zone,
    dropped_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    completion_id bigint,
    marker_id bigint NOT NULL,
    CONSTRAINT second_mark_whole_or_not_at_all CHECK ((((completion_id IS NULL) AND ((judged)::text = ''::text) AND (marked_at IS NULL)) OR ((completion_id IS NOT NULL) AND (marked_at IS NOT NULL) AND (NOT ((judged)::text = ''::text)))))
);
CREATE TABLE public.setting_up_stepanswer (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    number integer NOT NULL,
    is_done boolean NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT setting_up_stepanswer_number_check CHECK ((number >= 0)),
    CONSTRAINT step_answer_has_a_reason CHECK ((NOT ((why)::text = ''::text)))
);
ALTER TABLE public.setting_up_stepanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.setting_up_stepanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.settings_councildetail (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    number integer NOT NULL,
    value character varying(500) NOT NULL,
    effective_from date NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT council_detail_has_a_reason CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT settings_councildetail_number_check CHECK ((number >= 0))
);
ALTER TABLE public.settings_councildetail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.settings_councildetail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_publishedfigure (
    id bigint NOT NULL,
    indicator character varying(300) NOT NULL,
    area_kind character varying(10) NOT NULL,
    area_code character varying(60) NOT NULL,
    area_name character varying(100) NOT NULL,
    period character varying(6) NOT NULL,
    period_is character varying(40) NOT NULL,
    value numeric(22,6),
    mark character varying(4) NOT NULL,
    source character varying(200) NOT NULL,
    read_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT published_figure_or_its_mark CHECK ((((value IS NULL) AND (NOT ((mark)::text = ''::text))) OR (((mark)::text = ''::text) AND (value IS NOT NULL))))
);
ALTER TABLE public.statistics_publishedfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_publishedfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supervision_supervisionagreement (
    id bigint CONSTRAINT supervision_agreement_id_not_null NOT NULL,
    profession character varying(15) CONSTRAINT supervision_agreement_profession_not_null NOT NULL,
    starts_on date CONSTRAINT supervision_agreement_starts_on_not_null NOT NULL,
    ends_on date,
    first_due_on date CONSTRAINT supervision_agreement_first_due_on_not_null NOT NULL,
    recorded_at timestamp with time zone CONSTRAINT supervision_agreement_recorded_at_not_null NOT NULL,
    recorded_by_id bigint CONSTRAINT supervision_agreement_recorded_by_id_not_null NOT NULL,
    supervisor_id bigint CONSTRAINT supervision_agreement_supervisor_id_not_null NOT NULL,
    worker_id bigint CONSTRAINT supervision_agreement_worker_id_not_null NOT NULL,
    CONSTRAINT agreement_between_two CHECK ((NOT (worker_id = supervisor_id))),
    CONSTRAINT agreement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.supervision_supervisionagreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supervision_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supervision_childpart (
    entry_id bigint NOT NULL,
    changed text NOT NULL,
    child_view text NOT NULL,
    risk text NOT NULL,
    last_direction character varying(10) NOT NULL,
    progress text NOT NULL,
    reflection text NOT NULL,
    effect text NOT NULL,
    decision text NOT NULL,
    reasons text NOT NULL,
    next_on date NOT NULL,
    is_counted boolean NOT NULL,
    child_id bigint NOT NULL,
    supervisor_id bigint NOT NULL,
    worker_id bigint,
    supervision_id bigint NOT NULL
);
CREATE TABLE public.supervision_personaldraft (
    id bigint NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    writer_id bigint NOT NULL,
    supervision_id bigint NOT NULL
);
ALTER TABLE public.supervision_personaldraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supervision_personaldraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supervision_personalnote (
    id bigint NOT NULL,
    topic character varying(12) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    supervisor_user_id bigint NOT NULL,
    worker_user_id bigint NOT NULL,
    supervision_id bigint NOT NULL,
    CONSTRAINT personal_note_by_one_of_the_two CHECK (((by_id = worker_user_id) OR (by_id = supervisor_user_id))),
    CONSTRAINT personal_note_says_something CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.supervision_personalnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supervision_personalnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supervision_sample (
    id bigint NOT NULL,
    reflection smallint NOT NULL,
    experience smallint NOT NULL,
    direction smallint NOT NULL,
    follow_through smallint NOT NULL,
    wellbeing smallint,
    development smallint,
    timeliness smallint NOT NULL,
    overall double precision NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    supervision_id bigint NOT NULL,
    CONSTRAINT sample_marks_to_four CHECK (((direction <= 4) AND (experience <= 4) AND (reflection <= 4) AND (follow_through <= 4) AND (timeliness <= 4))),
    CONSTRAINT supervision_sample_development_check CHECK ((development >= 0)),
    CONSTRAINT supervision_sample_direction_check CHECK ((direction >= 0)),
    CONSTRAINT supervision_sample_experience_check CHECK ((experience >= 0)),
    CONSTRAINT supervision_sample_follow_through_check CHECK ((follow_through >= 0)),
    CONSTRAINT supervision_sample_reflection_check CHECK ((reflection >= 0)),
    CONSTRAINT supervision_sample_timeliness_check CHECK ((timeliness >= 0)),
    CONSTRAINT supervision_sample_wellbeing_check CHECK ((wellbeing >= 0))
);
ALTER TABLE public.supervision_sample ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supervision_sample_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supervision_supervision (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    held_at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    minutes smallint NOT NULL,
    uninterrupted boolean NOT NULL,
    due_on date,
    next_due_on date,
    recorded_at timestamp with time zone NOT NULL,
    supervisor_signed_at timestamp with time zone,
    worker_signed_at timestamp with time zone,
    wellbeing_talked boolean,
    development_talked boolean,
    struck_out_at timestamp with time zone,
    struck_out_reason character varying(300) NOT NULL,
    recorded_by_id bigint NOT NULL,
    supervisor_id bigint NOT NULL,
    team_id bigint,
    worker_id bigint,
    covering_id bigint,
    CONSTRAINT supervision_of_another CHECK ((NOT ((worker_id = supervisor_id) AND (worker_id IS NOT NULL)))),
    CONSTRAINT supervision_of_worker_or_group CHECK (((((kind)::text = 'group'::text) AND (team_id IS NOT NULL) AND (worker_id IS NULL)) OR ((NOT ((kind)::text = 'group'::text)) AND (team_id IS NULL) AND (worker_id IS NOT NULL)))),
    CONSTRAINT supervision_struck_out_for_a_reason CHECK (((struck_out_at IS NULL) OR (NOT ((struck_out_reason)::text = ''::text)))),
    CONSTRAINT supervision_supervision_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT supervision_written_afterwards CHECK ((held_at <= recorded_at))
);
ALTER TABLE public.supervision_supervision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supervision_supervision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.transitions_adultreferral (
    entry_id bigint NOT NULL,
    referred_on date NOT NULL,
    to_whom character varying(200) NOT NULL,
    needs text NOT NULL,
    agrees boolean NOT NULL,
    agrees_words character varying(300) NOT NULL,
    answered_on date,
    answer character varying(20) NOT NULL,
    answer_words text NOT NULL,
    adult_worker character varying(200) NOT NULL,
    met_on date,
    child_id bigint NOT NULL,
    CONSTRAINT adult_referral_answered_something CHECK (((((answer)::text = ''::text) AND (answered_on IS NULL)) OR ((answered_on IS NOT NULL) AND (NOT ((answer)::text = ''::text))))),
    CONSTRAINT adult_referral_refused_for_a_reason CHECK (((NOT ((answer)::text = 'refused'::text)) OR (NOT (answer_words = ''::text))))
);
CREATE TABLE public.transitions_contact (
    entry_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    time_known boolean NOT NULL,
    adviser_name character varying(200) NOT NULL,
    how character varying(20) NOT NULL,
    activity character varying(20) NOT NULL,
    words text NOT NULL,
    child_id bigint NOT NULL
);
CREATE TABLE public.transitions_home (
    entry_id bigint NOT NULL,
    starts_on date NOT NULL,
    kind character varying(20) NOT NULL,
    is_suitable boolean NOT NULL,
    council_provides boolean NOT NULL,
    words text NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT leaver_home_suits CHECK (((NOT is_suitable) OR (NOT ((kind)::text = ANY ((ARRAY['bed_and_breakfast'::character varying, 'no_fixed'::character varying])::text[])))))
);
CREATE TABLE public.transitions_needsassessment (
    entry_id bigint NOT NULL,
    assessed_on date NOT NULL,
    home text NOT NULL,
    money text NOT NULL,
    learning text NOT NULL,
    health text NOT NULL,
    people text NOT NULL,
    safety text NOT NULL,
    skills text NOT NULL,
    child_id bigint NOT NULL
);
CREATE TABLE public.transitions_pathway (
    entry_id bigint NOT NULL,
    agreed_on date NOT NULL,
    took_part boolean NOT NULL,
    why_not character varying(300) NOT NULL,
    copy_given_on date,
    aims text NOT NULL,
    if_it_fails text NOT NULL,
    child_id bigint NOT NULL,
    plan_id bigint,
    review_of_id bigint,
    CONSTRAINT pathway_without_them_says_why CHECK ((took_part OR (NOT ((why_not)::text = ''::text))))
);
CREATE TABLE public.transitions_staying (
    entry_id bigint NOT NULL,
    worker_name character varying(200) NOT NULL,
    agreed_on date NOT NULL,
    agreed_by character varying(200) NOT NULL,
    until_on date,
    how text NOT NULL,
    child_id bigint NOT NULL,
    worker_id bigint
);
CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_absence (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    recorded_at timestamp with time zone NOT NULL,
    worker_id bigint NOT NULL,
    struck_out_at timestamp with time zone,
    CONSTRAINT absence_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.workforce_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_absencekind (
    absence_id bigint NOT NULL,
    kind character varying(3) NOT NULL,
    worker_id bigint NOT NULL,
    struck_out_reason character varying(300) NOT NULL
);
CREATE TABLE public.workforce_caseloadrule (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    usual numeric(4,1) NOT NULL,
    protected_share numeric(3,2) NOT NULL,
    weights jsonb NOT NULL,
    source character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    most_managed smallint,
    CONSTRAINT caseload_rule_in_reach CHECK (((protected_share > (0)::numeric) AND (protected_share <= (1)::numeric) AND (usual > (0)::numeric))),
    CONSTRAINT workforce_caseloadrule_most_managed_check CHECK ((most_managed >= 0))
);
ALTER TABLE public.workforce_caseloadrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_caseloadrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_census (
    id bigint NOT NULL,
    reference_date date NOT NULL,
    vacancies numeric(8,2) NOT NULL,
    covering numeric(8,2) NOT NULL,
    covering_people integer NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT workforce_census_covering_people_check CHECK ((covering_people >= 0))
);
ALTER TABLE public.workforce_census ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_census_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_censusworker (
    id bigint NOT NULL,
    swe_number character varying(12) NOT NULL,
    is_agency boolean NOT NULL,
    fte numeric(7,6) NOT NULL,
    fte_left numeric(7,6),
    role character varying(1) NOT NULL,
    starts_on date,
    ends_on date,
    reason character varying(2) NOT NULL,
    cases integer NOT NULL,
    days_lost numeric(8,2),
    withdrawn_at timestamp with time zone,
    census_id bigint NOT NULL,
    CONSTRAINT workforce_censusworker_cases_check CHECK ((cases >= 0))
);
ALTER TABLE public.workforce_censusworker ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_censusworker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_course (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    about character varying(300) NOT NULL,
    asked_for_by character varying(300) NOT NULL,
    held_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);
ALTER TABLE public.workforce_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_engagement (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    role character varying(1) NOT NULL,
    fte numeric(7,6) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    origin character varying(2) NOT NULL,
    destination character varying(2) NOT NULL,
    reason character varying(2) NOT NULL,
    swe_number character varying(12) NOT NULL,
    registered_until date,
    qualified_on date,
    covers_vacancy boolean NOT NULL,
    notice_weeks smallint,
    left_post_on date,
    is_above_price_cap boolean,
    recorded_at timestamp with time zone NOT NULL,
    worker_id bigint NOT NULL,
    post_id bigint,
    direct_months smallint,
    left_because character varying(10) NOT NULL,
    own_notice_weeks smallint,
    CONSTRAINT engagement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT engagement_fte_to_one CHECK (((fte >= (0)::numeric) AND (fte <= (1)::numeric))),
    CONSTRAINT workforce_engagement_direct_months_check CHECK ((direct_months >= 0)),
    CONSTRAINT workforce_engagement_notice_weeks_check CHECK ((notice_weeks >= 0)),
    CONSTRAINT workforce_engagement_own_notice_weeks_check CHECK ((own_notice_weeks >= 0))
);
ALTER TABLE public.workforce_engagement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_engagement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_exitinterview (
    id bigint NOT NULL,
    held_on date NOT NULL,
    reasons character varying(10)[] NOT NULL,
    words text NOT NULL,
    would_have_kept text NOT NULL,
    may_share boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    struck_out_at timestamp with time zone,
    struck_out_reason character varying(300) NOT NULL,
    held_by_id bigint NOT NULL,
    team_id bigint,
    worker_id bigint NOT NULL,
    CONSTRAINT exit_interview_held_by_another CHECK ((NOT (worker_id = held_by_id)))
);
ALTER TABLE public.workforce_exitinterview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_exitinterview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_newlyqualified (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    recorded_at timestamp with time zone NOT NULL,
    worker_id bigint NOT NULL,
    CONSTRAINT newly_qualified_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.workforce_newlyqualified ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_newlyqualified_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_place (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    came_on date,
    course_id bigint NOT NULL,
    worker_id bigint NOT NULL
);
ALTER TABLE public.workforce_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_post (
    id bigint NOT NULL,
    role character varying(1) NOT NULL,
    fte numeric(7,6) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    recorded_at timestamp with time zone NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT post_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT post_fte_to_one CHECK (((fte > (0)::numeric) AND (fte <= (1)::numeric)))
);
ALTER TABLE public.workforce_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workforce_supportedyearstep (
    id bigint CONSTRAINT workforce_step_id_not_null NOT NULL,
    key character varying(20) CONSTRAINT workforce_step_key_not_null NOT NULL,
    held_on date CONSTRAINT workforce_step_held_on_not_null NOT NULL,
    recorded_at timestamp with time zone CONSTRAINT workforce_step_recorded_at_not_null NOT NULL,
    worker_id bigint CONSTRAINT workforce_step_worker_id_not_null NOT NULL,
    year_id bigint CONSTRAINT workforce_step_year_id_not_null NOT NULL
);
ALTER TABLE public.workforce_supportedyearstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workforce_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.workforce_absence
    ADD CONSTRAINT absence_once_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE ((struck_out_at IS NULL));
ALTER TABLE ONLY public.access_chain
    ADD CONSTRAINT access_chain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_lifting
    ADD CONSTRAINT access_lifting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_reading
    ADD CONSTRAINT access_reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_secret
    ADD CONSTRAINT accounts_secret_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.accounts_tries
    ADD CONSTRAINT accounts_tries_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.accounts_unsent
    ADD CONSTRAINT accounts_unsent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_actiontheme
    ADD CONSTRAINT action_theme_once UNIQUE (action_id, theme_id);
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_purpose
    ADD CONSTRAINT agencies_purpose_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_supervisionagreement
    ADD CONSTRAINT agreement_one_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.alerts_alert
    ADD CONSTRAINT alert_once UNIQUE (user_id, notice_id);
ALTER TABLE ONLY public.alerts_alert
    ADD CONSTRAINT alerts_alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alerts_choice
    ADD CONSTRAINT alerts_choice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alerts_choice
    ADD CONSTRAINT alerts_choice_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.allocation_away
    ADD CONSTRAINT allocation_away_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_after_id_key UNIQUE (after_id);
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.allocation_covered
    ADD CONSTRAINT allocation_covered_allocation_id_key UNIQUE (allocation_id);
ALTER TABLE ONLY public.allocation_covered
    ADD CONSTRAINT allocation_covered_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.allocation_coveredteam
    ADD CONSTRAINT allocation_coveredteam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.allocation_coveredteam
    ADD CONSTRAINT allocation_coveredteam_place_id_key UNIQUE (place_id);
ALTER TABLE ONLY public.record_allocation
    ADD CONSTRAINT allocation_one_lead_at_a_time EXCLUDE USING gist (child_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (((role)::text = 'lead'::text));
ALTER TABLE ONLY public.instruments_answer
    ADD CONSTRAINT answer_once_a_choice UNIQUE (completion_id, question, value);
ALTER TABLE ONLY public.documents_arrival
    ADD CONSTRAINT arrival_once UNIQUE (user_id, child_id, name, size, changed);
ALTER TABLE ONLY public.documents_arrivedpiece
    ADD CONSTRAINT arrived_piece_once UNIQUE (arrival_id, start);
ALTER TABLE ONLY public.feedback_asked
    ADD CONSTRAINT asked_once_a_round UNIQUE (round_id, user_id);
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audit_marked_once_each UNIQUE (audit_id, kind);
ALTER TABLE ONLY public.audits_actiontheme
    ADD CONSTRAINT audits_actiontheme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_attendance
    ADD CONSTRAINT audits_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT audits_candidate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_discussion
    ADD CONSTRAINT audits_discussion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_effect
    ADD CONSTRAINT audits_effect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_escalation
    ADD CONSTRAINT audits_escalation_pkey PRIMARY KEY (audit_id);
ALTER TABLE ONLY public.audits_eventaction
    ADD CONSTRAINT audits_eventaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_eventtheme
    ADD CONSTRAINT audits_eventtheme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_gradechange
    ADD CONSTRAINT audits_gradechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_learningevent
    ADD CONSTRAINT audits_learningevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audits_mark_completion_id_key UNIQUE (completion_id);
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audits_mark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_moderation
    ADD CONSTRAINT audits_moderation_pkey PRIMARY KEY (audit_id);
ALTER TABLE ONLY public.audits_programme
    ADD CONSTRAINT audits_programme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_sample
    ADD CONSTRAINT audits_sample_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_actionstep
    ADD CONSTRAINT audits_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_theme
    ADD CONSTRAINT audits_theme_name_key UNIQUE (name);
ALTER TABLE ONLY public.audits_theme
    ADD CONSTRAINT audits_theme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_themecourse
    ADD CONSTRAINT audits_themecourse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clocks_bankholiday
    ADD CONSTRAINT bank_holiday_one_after_another UNIQUE (day, number);
ALTER TABLE ONLY public.insight_baseline
    ADD CONSTRAINT baseline_one_after_another UNIQUE (measure, number);
ALTER TABLE ONLY public.audits_attendance
    ADD CONSTRAINT came_once UNIQUE (event_id, worker_id);
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT candidate_once_a_sample UNIQUE (sample_id, child_id);
ALTER TABLE ONLY public.inspection_claim
    ADD CONSTRAINT claim_one_after_another UNIQUE (evaluation_id, place, number);
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims_echodecision
    ADD CONSTRAINT claims_echodecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims_entity
    ADD CONSTRAINT claims_thing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clocks_bankholiday
    ADD CONSTRAINT clocks_bankholiday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clocks_clock
    ADD CONSTRAINT clocks_clock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clocks_locallimit
    ADD CONSTRAINT clocks_locallimit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clocks_schoolyear
    ADD CONSTRAINT clocks_schoolyear_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.risk_context
    ADD CONSTRAINT context_once UNIQUE (kind, name);
ALTER TABLE ONLY public.settings_councildetail
    ADD CONSTRAINT council_detail_one_after_another UNIQUE (key, number);
ALTER TABLE ONLY public.plans_covers
    ADD CONSTRAINT covers_once UNIQUE (plan_action_id, risk_id);
ALTER TABLE ONLY public.desk_look
    ADD CONSTRAINT desk_look_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_promise
    ADD CONSTRAINT desk_promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.direct_work_goal
    ADD CONSTRAINT direct_work_goal_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.direct_work_scaling
    ADD CONSTRAINT direct_work_scaling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.direct_work_session
    ADD CONSTRAINT direct_work_session_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.directory_directorygroup
    ADD CONSTRAINT directory_directorygroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_directoryperson
    ADD CONSTRAINT directory_directoryperson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_directoryperson
    ADD CONSTRAINT directory_directoryperson_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.directory_directoryrules
    ADD CONSTRAINT directory_directoryrules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_directorytoken
    ADD CONSTRAINT directory_directorytoken_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.directory_directorytoken
    ADD CONSTRAINT directory_directorytoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_groupmember
    ADD CONSTRAINT directory_groupmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_grouprole
    ADD CONSTRAINT directory_grouprole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_groupmember
    ADD CONSTRAINT directory_member_once_a_group UNIQUE (group_id, person_id);
ALTER TABLE ONLY public.disruption_concern
    ADD CONSTRAINT disruption_concern_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.disruption_effect
    ADD CONSTRAINT disruption_effect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.disruption_tacticstep
    ADD CONSTRAINT disruption_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.disruption_tactic
    ADD CONSTRAINT disruption_tactic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.documents_arrival
    ADD CONSTRAINT documents_arrival_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_arrivedpiece
    ADD CONSTRAINT documents_arrivedpiece_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_piece
    ADD CONSTRAINT documents_piece_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_thumbnail
    ADD CONSTRAINT documents_thumbnail_document_id_key UNIQUE (document_id);
ALTER TABLE ONLY public.documents_thumbnail
    ADD CONSTRAINT documents_thumbnail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT draft_one_an_occasion UNIQUE (user_id, child_id, occasion);
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT drafts_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.duties_done
    ADD CONSTRAINT duties_done_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.workforce_engagement
    ADD CONSTRAINT engagement_one_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.missing_episode
    ADD CONSTRAINT episode_one_at_a_time EXCLUDE USING gist (child_id WITH =, tstzrange(COALESCE(last_seen_at, reported_at), COALESCE(returned_at, closed_at)) WITH &&) WHERE (is_counted) DEFERRABLE;
ALTER TABLE ONLY public.audits_eventaction
    ADD CONSTRAINT event_action_once UNIQUE (event_id, action_id);
ALTER TABLE ONLY public.audits_eventtheme
    ADD CONSTRAINT event_theme_once UNIQUE (event_id, theme_id);
ALTER TABLE ONLY public.exchange_childlists
    ADD CONSTRAINT exchange_childlists_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_childlistsfile
    ADD CONSTRAINT exchange_childlistsfile_pkey PRIMARY KEY (lists_id);
ALTER TABLE ONLY public.exchange_heldfile
    ADD CONSTRAINT exchange_heldfile_pkey PRIMARY KEY (file_id);
ALTER TABLE ONLY public.exchange_import
    ADD CONSTRAINT exchange_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_importfile
    ADD CONSTRAINT exchange_importfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_importrow
    ADD CONSTRAINT exchange_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_listedrow
    ADD CONSTRAINT exchange_listedrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_rememberedmapping
    ADD CONSTRAINT exchange_rememberedmapping_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_stafflist
    ADD CONSTRAINT exchange_stafflist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exports_decision
    ADD CONSTRAINT exports_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exports_part
    ADD CONSTRAINT exports_part_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exports_recordexport
    ADD CONSTRAINT exports_recordexport_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.feedback_answer
    ADD CONSTRAINT feedback_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_asked
    ADD CONSTRAINT feedback_asked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_box
    ADD CONSTRAINT feedback_box_pkey PRIMARY KEY (round_id);
ALTER TABLE ONLY public.feedback_done
    ADD CONSTRAINT feedback_done_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_slip
    ADD CONSTRAINT feedback_slip_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.feedback_slip
    ADD CONSTRAINT feedback_slip_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_turnout
    ADD CONSTRAINT feedback_turnout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.history_submission
    ADD CONSTRAINT history_submission_pkey PRIMARY KEY (token);
ALTER TABLE ONLY public.history_version
    ADD CONSTRAINT history_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_informedby
    ADD CONSTRAINT informed_once UNIQUE (entry_id, because_of_id);
ALTER TABLE ONLY public.insight_baseline
    ADD CONSTRAINT insight_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.insight_change
    ADD CONSTRAINT insight_change_pkey PRIMARY KEY (transaction);
ALTER TABLE ONLY public.insight_counting
    ADD CONSTRAINT insight_counting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.insight_keptfigures
    ADD CONSTRAINT insight_keptfigures_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.insight_publishedquarter
    ADD CONSTRAINT insight_publishedquarter_first_on_key UNIQUE (first_on);
ALTER TABLE ONLY public.insight_publishedquarter
    ADD CONSTRAINT insight_publishedquarter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_casesample
    ADD CONSTRAINT inspection_casesample_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_childevidence
    ADD CONSTRAINT inspection_childevidence_pkey PRIMARY KEY (evidence_id);
ALTER TABLE ONLY public.inspection_claim
    ADD CONSTRAINT inspection_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_concernaction
    ADD CONSTRAINT inspection_concernaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_inspection
    ADD CONSTRAINT inspection_inspection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_judgedon
    ADD CONSTRAINT inspection_judgedon_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_judgement
    ADD CONSTRAINT inspection_judgement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_pack
    ADD CONSTRAINT inspection_pack_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_packpiece
    ADD CONSTRAINT inspection_packpiece_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_sampledchild
    ADD CONSTRAINT inspection_sampledchild_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inspection_selfevaluation
    ADD CONSTRAINT inspection_selfevaluation_number_key UNIQUE (number);
ALTER TABLE ONLY public.inspection_selfevaluation
    ADD CONSTRAINT inspection_selfevaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.instruments_answer
    ADD CONSTRAINT instruments_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.instruments_blindmark
    ADD CONSTRAINT instruments_blindmark_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.instruments_completion
    ADD CONSTRAINT instruments_completion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.instruments_floormet
    ADD CONSTRAINT instruments_floormet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.instruments_subtotal
    ADD CONSTRAINT instruments_subtotal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_interviews_coveredepisode
    ADD CONSTRAINT interview_covers_once UNIQUE (interview_id, episode_id);
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT interview_version_once UNIQUE (version_of_id, number);
ALTER TABLE ONLY public.inspection_judgedon
    ADD CONSTRAINT judged_on_once UNIQUE (judgement_id, evidence_id);
ALTER TABLE ONLY public.retention_kepton
    ADD CONSTRAINT kept_on_one_after_another UNIQUE (child_id, number);
ALTER TABLE ONLY public.insight_keptfigures
    ADD CONSTRAINT kept_once_a_person UNIQUE (user_id, asked, measure, grouped_by);
ALTER TABLE ONLY public.plans_leftuncovered
    ADD CONSTRAINT left_once UNIQUE (plan_id, risk_id);
ALTER TABLE ONLY public.letters_letter
    ADD CONSTRAINT letters_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.letters_letterfile
    ADD CONSTRAINT letters_letterfile_pkey PRIMARY KEY (letter_id);
ALTER TABLE ONLY public.letters_statement
    ADD CONSTRAINT letters_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missing_acknowledgement
    ADD CONSTRAINT level_acknowledged_once UNIQUE (episode_id, level);
ALTER TABLE ONLY public.clocks_locallimit
    ADD CONSTRAINT local_limit_one_after_another UNIQUE (key, number);
ALTER TABLE ONLY public.exchange_rememberedmapping
    ADD CONSTRAINT mapping_once_a_heading UNIQUE (format, fingerprint);
ALTER TABLE ONLY public.meetings_part
    ADD CONSTRAINT meeting_part_once_a_child UNIQUE (meeting_id, child_id);
ALTER TABLE ONLY public.meetings_meetingagreement
    ADD CONSTRAINT meetings_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_decision
    ADD CONSTRAINT meetings_decision_action_id_key UNIQUE (action_id);
ALTER TABLE ONLY public.meetings_decision
    ADD CONSTRAINT meetings_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_part
    ADD CONSTRAINT meetings_part_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.meetings_usualmember
    ADD CONSTRAINT meetings_usualmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missing_acknowledgement
    ADD CONSTRAINT missing_acknowledgement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missing_carerdetails
    ADD CONSTRAINT missing_carerdetails_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.missing_episode
    ADD CONSTRAINT missing_episode_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.missing_grade
    ADD CONSTRAINT missing_grade_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missing_report
    ADD CONSTRAINT missing_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missing_notification
    ADD CONSTRAINT missing_telling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_newlyqualified
    ADD CONSTRAINT newly_qualified_once_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.missing_notification
    ADD CONSTRAINT notification_once_a_duty UNIQUE (episode_id, duty);
ALTER TABLE ONLY public.return_interviews_offerepisode
    ADD CONSTRAINT offer_covers_once UNIQUE (offer_id, episode_id);
ALTER TABLE ONLY public.on_call_shift
    ADD CONSTRAINT on_call_shift_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT outbox_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT outbox_message_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.outbox_notice
    ADD CONSTRAINT outbox_notice_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.outbox_notice
    ADD CONSTRAINT outbox_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oversight_review
    ADD CONSTRAINT oversight_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oversight_turn
    ADD CONSTRAINT oversight_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.own_pages_hold
    ADD CONSTRAINT own_pages_hold_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_talk_id_key UNIQUE (talk_id);
ALTER TABLE ONLY public.own_pages_talk
    ADD CONSTRAINT own_pages_talk_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.inspection_packpiece
    ADD CONSTRAINT pack_piece_once UNIQUE (pack_id, key);
ALTER TABLE ONLY public.performance_actiondone
    ADD CONSTRAINT performance_actiondone_pkey PRIMARY KEY (action_id);
ALTER TABLE ONLY public.performance_childcase
    ADD CONSTRAINT performance_childcase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_count
    ADD CONSTRAINT performance_count_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_countedmeasure
    ADD CONSTRAINT performance_countedmeasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_plannedaction
    ADD CONSTRAINT performance_plannedaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_question
    ADD CONSTRAINT performance_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_reportfigure
    ADD CONSTRAINT performance_reportfigure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_reporttheme
    ADD CONSTRAINT performance_reporttheme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_turn
    ADD CONSTRAINT performance_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_workercase
    ADD CONSTRAINT performance_workercase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_personaldraft
    ADD CONSTRAINT personal_draft_one_each UNIQUE (supervision_id, writer_id);
ALTER TABLE ONLY public.documents_piece
    ADD CONSTRAINT piece_once UNIQUE (document_id, number);
ALTER TABLE ONLY public.workforce_place
    ADD CONSTRAINT place_once_a_course UNIQUE (course_id, worker_id);
ALTER TABLE ONLY public.record_placement
    ADD CONSTRAINT placement_one_at_a_time EXCLUDE USING gist (child_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.placements_move
    ADD CONSTRAINT placements_move_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.placements_move
    ADD CONSTRAINT placements_move_placement_id_key UNIQUE (placement_id);
ALTER TABLE ONLY public.placements_nearerreview
    ADD CONSTRAINT placements_nearerreview_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plan_part_once UNIQUE (plan_id, key);
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plan_version_once UNIQUE (child_id, kind, number);
ALTER TABLE ONLY public.plans_planagreement
    ADD CONSTRAINT plans_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_covers
    ADD CONSTRAINT plans_covers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_leftuncovered
    ADD CONSTRAINT plans_leftuncovered_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.performance_turn
    ADD CONSTRAINT question_turn_once UNIQUE (question_id, number);
ALTER TABLE ONLY public.record_address
    ADD CONSTRAINT record_address_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_agency
    ADD CONSTRAINT record_agency_name_key UNIQUE (name);
ALTER TABLE ONLY public.record_agency
    ADD CONSTRAINT record_agency_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_allocation
    ADD CONSTRAINT record_allocation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_child
    ADD CONSTRAINT record_child_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_child
    ADD CONSTRAINT record_child_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.record_entry
    ADD CONSTRAINT record_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exports_part
    ADD CONSTRAINT record_export_part_once UNIQUE (export_id, number);
ALTER TABLE ONLY public.record_identifier
    ADD CONSTRAINT record_identifier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_informedby
    ADD CONSTRAINT record_informedby_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_membership
    ADD CONSTRAINT record_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_name
    ADD CONSTRAINT record_name_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_person
    ADD CONSTRAINT record_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_placement
    ADD CONSTRAINT record_placement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_relationship
    ADD CONSTRAINT record_relationship_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_residence
    ADD CONSTRAINT record_residence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_team
    ADD CONSTRAINT record_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT record_track_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT record_track_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_words
    ADD CONSTRAINT record_words_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_worker
    ADD CONSTRAINT record_worker_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_worker
    ADD CONSTRAINT record_worker_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.replies_outcome
    ADD CONSTRAINT replies_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.replies_reply
    ADD CONSTRAINT replies_reply_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.performance_count
    ADD CONSTRAINT report_count_one_after_another UNIQUE (report_id, number);
ALTER TABLE ONLY public.performance_reportfigure
    ADD CONSTRAINT report_figure_once UNIQUE (count_id, measure, grouped_by, "group");
ALTER TABLE ONLY public.performance_countedmeasure
    ADD CONSTRAINT report_measure_counted_once UNIQUE (count_id, measure);
ALTER TABLE ONLY public.performance_reporttheme
    ADD CONSTRAINT report_theme_once UNIQUE (report_id, theme);
ALTER TABLE ONLY public.retention_kepton
    ADD CONSTRAINT retention_kepton_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_interviews_coveredepisode
    ADD CONSTRAINT return_interviews_coveredepisode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_interviews_notheld
    ADD CONSTRAINT return_interviews_notheld_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.return_interviews_offer
    ADD CONSTRAINT return_interviews_offer_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.return_interviews_offerepisode
    ADD CONSTRAINT return_interviews_offerepisode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_interviews_qualitycheck
    ADD CONSTRAINT return_interviews_qualitycheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT return_interviews_returninterview_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.risk_context
    ADD CONSTRAINT risk_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.risk_contextassessment
    ADD CONSTRAINT risk_contextassessment_completion_id_key UNIQUE (completion_id);
ALTER TABLE ONLY public.risk_contextassessment
    ADD CONSTRAINT risk_contextassessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.risk_presentingrisk
    ADD CONSTRAINT risk_presentingrisk_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.risk_raised
    ADD CONSTRAINT risk_raised_pkey PRIMARY KEY (movement_id);
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_completion_id_key UNIQUE (completion_id);
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.risk_riskmovement
    ADD CONSTRAINT risk_riskmovement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_completion_id_key UNIQUE (completion_id);
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_pkey PRIMARY KEY (assessment_id);
ALTER TABLE ONLY public.supervision_sample
    ADD CONSTRAINT sample_once_a_reader UNIQUE (supervision_id, by_id);
ALTER TABLE ONLY public.inspection_sampledchild
    ADD CONSTRAINT sampled_once UNIQUE (sample_id, child_id);
ALTER TABLE ONLY public.direct_work_scaling
    ADD CONSTRAINT scaling_once_a_day UNIQUE (goal_id, "on", by_child);
ALTER TABLE ONLY public.clocks_schoolyear
    ADD CONSTRAINT school_year_one_after_another UNIQUE (school_id, starts, number);
ALTER TABLE ONLY public.setting_up_stepanswer
    ADD CONSTRAINT setting_up_stepanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.settings_councildetail
    ADD CONSTRAINT settings_councildetail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.on_call_shift
    ADD CONSTRAINT shift_once_a_person EXCLUDE USING gist (user_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.letters_statement
    ADD CONSTRAINT statement_one_after_another UNIQUE (letter_id, ordinal);
ALTER TABLE ONLY public.statistics_publishedfigure
    ADD CONSTRAINT statistics_publishedfigure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.setting_up_stepanswer
    ADD CONSTRAINT step_answer_one_after_another UNIQUE (key, number);
ALTER TABLE ONLY public.workforce_supportedyearstep
    ADD CONSTRAINT step_once_a_year UNIQUE (year_id, key);
ALTER TABLE ONLY public.instruments_subtotal
    ADD CONSTRAINT subtotal_once_a_section UNIQUE (completion_id, section);
ALTER TABLE ONLY public.supervision_supervisionagreement
    ADD CONSTRAINT supervision_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpart_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.supervision_personaldraft
    ADD CONSTRAINT supervision_personaldraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_personalnote
    ADD CONSTRAINT supervision_personalnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_sample
    ADD CONSTRAINT supervision_sample_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audits_themecourse
    ADD CONSTRAINT theme_course_once UNIQUE (theme_id, course_id);
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT track_in_care_or_leaver EXCLUDE USING gist (child_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (((kind)::text = ANY ((ARRAY['in_care'::character varying, 'care_leaver'::character varying])::text[])));
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT track_in_need_or_protection EXCLUDE USING gist (child_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (((kind)::text = ANY ((ARRAY['child_in_need'::character varying, 'child_protection'::character varying])::text[])));
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT track_once_at_a_time EXCLUDE USING gist (child_id WITH =, kind WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.transitions_adultreferral
    ADD CONSTRAINT transitions_adultreferral_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.transitions_contact
    ADD CONSTRAINT transitions_contact_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.transitions_home
    ADD CONSTRAINT transitions_home_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.transitions_needsassessment
    ADD CONSTRAINT transitions_needsassessment_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.transitions_pathway
    ADD CONSTRAINT transitions_pathway_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.transitions_staying
    ADD CONSTRAINT transitions_staying_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.accounts_unsent
    ADD CONSTRAINT unsent_once_a_page UNIQUE (user_id, page);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);
ALTER TABLE ONLY public.allocation_away
    ADD CONSTRAINT worker_away_once_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE ONLY public.workforce_absence
    ADD CONSTRAINT workforce_absence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_absencekind
    ADD CONSTRAINT workforce_absencekind_pkey PRIMARY KEY (absence_id);
ALTER TABLE ONLY public.workforce_caseloadrule
    ADD CONSTRAINT workforce_caseloadrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_caseloadrule
    ADD CONSTRAINT workforce_caseloadrule_starts_on_key UNIQUE (starts_on);
ALTER TABLE ONLY public.workforce_census
    ADD CONSTRAINT workforce_census_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_censusworker
    ADD CONSTRAINT workforce_censusworker_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_course
    ADD CONSTRAINT workforce_course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_engagement
    ADD CONSTRAINT workforce_engagement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_exitinterview
    ADD CONSTRAINT workforce_exitinterview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_newlyqualified
    ADD CONSTRAINT workforce_newlyqualified_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_place
    ADD CONSTRAINT workforce_place_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_post
    ADD CONSTRAINT workforce_post_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workforce_supportedyearstep
    ADD CONSTRAINT workforce_step_pkey PRIMARY KEY (id);
CREATE INDEX access_grant_answered_by_id_611c7462 ON public.access_grant USING btree (answered_by_id);
CREATE INDEX access_grant_because_of_id_1738d4db ON public.access_grant USING btree (because_of_id);
CREATE INDEX access_grant_by_id_391dc817 ON public.access_grant USING btree (by_id);
CREATE INDEX access_grant_child_id_9c095597 ON public.access_grant USING btree (child_id);
CREATE INDEX access_grant_team_id_2544a76c ON public.access_grant USING btree (team_id);
CREATE INDEX access_grant_user_id_d8a84bc9 ON public.access_grant USING btree (user_id);
CREATE INDEX access_lifting_answered_by_id_720b5b73 ON public.access_lifting USING btree (answered_by_id);
CREATE INDEX access_lifting_asked_by_id_2061d0c2 ON public.access_lifting USING btree (asked_by_id);
CREATE INDEX access_lifting_child_id_18c9c20a ON public.access_lifting USING btree (child_id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_tries_key_f3bc4ef4_like ON public.accounts_tries USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_tries_until_0697316a ON public.accounts_tries USING btree (until);
CREATE INDEX accounts_unsent_user_id_6b90903a ON public.accounts_unsent USING btree (user_id);
CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);
CREATE INDEX actions_action_about_child_id_ca2b6d40 ON public.actions_action USING btree (about_child_id);
CREATE INDEX actions_action_done_by_id_3fc8bd34 ON public.actions_action USING btree (done_by_id);
CREATE INDEX actions_action_entry_id_5a4885af ON public.actions_action USING btree (entry_id);
CREATE INDEX actions_action_owner_id_b42acf84 ON public.actions_action USING btree (owner_id);
CREATE INDEX actions_action_raised_by_id_f3f66711 ON public.actions_action USING btree (raised_by_id);
CREATE INDEX actions_action_team_id_b74b0fec ON public.actions_action USING btree (team_id);
CREATE INDEX actions_open_of_owner ON public.actions_action USING btree (owner_id, due_on) WHERE ((done_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX address_postcode ON public.record_address USING btree (postcode);
CREATE INDEX agencies_purpose_agency_id_db241740 ON public.agencies_purpose USING btree (agency_id);
CREATE INDEX agencies_purpose_by_id_adaeeed6 ON public.agencies_purpose USING btree (by_id);
CREATE INDEX agencies_purpose_user_id_d49e8890 ON public.agencies_purpose USING btree (user_id);
CREATE INDEX alerts_alert_user_id_f5648313 ON public.alerts_alert USING btree (user_id);
CREATE INDEX alerts_of_user ON public.alerts_alert USING btree (user_id, at DESC);
CREATE INDEX alerts_unread ON public.alerts_alert USING btree (user_id) WHERE (read_at IS NULL);
CREATE INDEX allocation_away_by_id_17e1f22b ON public.allocation_away USING btree (by_id);
CREATE INDEX allocation_away_covered_by_id_0809cdc8 ON public.allocation_away USING btree (covered_by_id);
CREATE INDEX allocation_away_worker_id_64185a6b ON public.allocation_away USING btree (worker_id);
CREATE INDEX allocation_change_before_id_26cafee7 ON public.allocation_change USING btree (before_id);
CREATE INDEX allocation_change_child_id_4917f8bd ON public.allocation_change USING btree (child_id);
CREATE INDEX allocation_change_signed_after_by_id_3d82c3ee ON public.allocation_change USING btree (signed_after_by_id);
CREATE INDEX allocation_change_signed_before_by_id_bd31ec47 ON public.allocation_change USING btree (signed_before_by_id);
CREATE INDEX allocation_covered_away_id_97c79e73 ON public.allocation_covered USING btree (away_id);
CREATE INDEX allocation_coveredteam_away_id_e52703d2 ON public.allocation_coveredteam USING btree (away_id);
CREATE UNIQUE INDEX assessment_first_once ON public.risk_riskassessment USING btree (child_id, purpose) WHERE (is_counted AND (previous_id IS NULL));
CREATE UNIQUE INDEX assessment_followed_once ON public.risk_riskassessment USING btree (previous_id) WHERE is_counted;
CREATE INDEX assessments_of_child ON public.risk_riskassessment USING btree (child_id, purpose);
CREATE UNIQUE INDEX attendance_once ON public.meetings_attendance USING btree (meeting_id, agency, lower((name)::text));
CREATE UNIQUE INDEX audit_action_one_effect ON public.audits_effect USING btree (action_id) WHERE (ended_at IS NULL);
CREATE INDEX audit_actions_open ON public.audits_auditaction USING btree (owner_id, due_on) WHERE (closed_at IS NULL);
CREATE INDEX audits_actiontheme_action_id_6b32465a ON public.audits_actiontheme USING btree (action_id);
CREATE INDEX audits_actiontheme_theme_id_d7d5e61b ON public.audits_actiontheme USING btree (theme_id);
CREATE INDEX audits_attendance_event_id_163ea303 ON public.audits_attendance USING btree (event_id);
CREATE INDEX audits_attendance_worker_id_eba97a88 ON public.audits_attendance USING btree (worker_id);
CREATE INDEX audits_audit_auditor_id_f712d234 ON public.audits_audit USING btree (auditor_id);
CREATE INDEX audits_audit_candidate_id_43588dde ON public.audits_audit USING btree (candidate_id);
CREATE INDEX audits_audit_child_id_5f55d34b ON public.audits_audit USING btree (child_id);
CREATE INDEX audits_audit_programme_id_2e50feaa ON public.audits_audit USING btree (programme_id);
CREATE INDEX audits_audit_re_audit_of_id_ee26048d ON public.audits_audit USING btree (re_audit_of_id);
CREATE INDEX audits_audit_team_id_9acb4ea6 ON public.audits_audit USING btree (team_id);
CREATE INDEX audits_audit_worker_id_f70a5e30 ON public.audits_audit USING btree (worker_id);
CREATE INDEX audits_auditaction_audit_id_87d154ec ON public.audits_auditaction USING btree (audit_id);
CREATE INDEX audits_auditaction_child_id_2b87ea28 ON public.audits_auditaction USING btree (child_id);
CREATE INDEX audits_auditaction_focus_checked_by_id_24480e22 ON public.audits_auditaction USING btree (focus_checked_by_id);
CREATE INDEX audits_auditaction_owner_id_fb2c36e6 ON public.audits_auditaction USING btree (owner_id);
CREATE INDEX audits_candidate_auditor_id_b84ecc3b ON public.audits_candidate USING btree (auditor_id);
CREATE INDEX audits_candidate_child_id_0fc2fa9f ON public.audits_candidate USING btree (child_id);
CREATE INDEX audits_candidate_sample_id_23fed0d8 ON public.audits_candidate USING btree (sample_id);
CREATE INDEX audits_candidate_team_id_198fcea3 ON public.audits_candidate USING btree (team_id);
CREATE INDEX audits_discussion_action_id_501cad92 ON public.audits_discussion USING btree (action_id);
CREATE INDEX audits_discussion_by_id_e302cfa2 ON public.audits_discussion USING btree (by_id);
CREATE INDEX audits_discussion_in_supervision_id_81f49912 ON public.audits_discussion USING btree (in_supervision_id);
CREATE INDEX audits_discussion_with_whom_id_5f99c489 ON public.audits_discussion USING btree (with_whom_id);
CREATE INDEX audits_effect_action_id_eac2b283 ON public.audits_effect USING btree (action_id);
CREATE INDEX audits_effect_by_id_078d8fdf ON public.audits_effect USING btree (by_id);
CREATE INDEX audits_effect_entry_id_3bb85b26 ON public.audits_effect USING btree (entry_id);
CREATE INDEX audits_escalation_safe_by_id_08c27b1e ON public.audits_escalation USING btree (safe_by_id);
CREATE INDEX audits_escalation_told_by_id_ce5dae98 ON public.audits_escalation USING btree (told_by_id);
CREATE INDEX audits_escalation_told_id_ac1c1efd ON public.audits_escalation USING btree (told_id);
CREATE INDEX audits_eventaction_action_id_0c5048ba ON public.audits_eventaction USING btree (action_id);
CREATE INDEX audits_eventaction_event_id_988a1e39 ON public.audits_eventaction USING btree (event_id);
CREATE INDEX audits_eventtheme_event_id_c2a3235d ON public.audits_eventtheme USING btree (event_id);
CREATE INDEX audits_eventtheme_theme_id_d4702eb6 ON public.audits_eventtheme USING btree (theme_id);
CREATE INDEX audits_gradechange_audit_id_61e6750b ON public.audits_gradechange USING btree (audit_id);
CREATE INDEX audits_gradechange_by_id_e5dd0725 ON public.audits_gradechange USING btree (by_id);
CREATE INDEX audits_learningevent_by_id_ba302c39 ON public.audits_learningevent USING btree (by_id);
CREATE INDEX audits_mark_audit_id_a7acd494 ON public.audits_mark USING btree (audit_id);
CREATE INDEX audits_mark_by_id_4375a446 ON public.audits_mark USING btree (by_id);
CREATE INDEX audits_moderation_asked_by_id_96837129 ON public.audits_moderation USING btree (asked_by_id);
CREATE INDEX audits_moderation_moderator_id_241fa63f ON public.audits_moderation USING btree (moderator_id);
CREATE INDEX audits_moderation_settled_by_id_63382ca4 ON public.audits_moderation USING btree (settled_by_id);
CREATE INDEX audits_of_programme ON public.audits_audit USING btree (programme_id);
CREATE INDEX audits_programme_follows_id_710bd61a ON public.audits_programme USING btree (follows_id);
CREATE INDEX audits_programme_opened_by_id_c8b28026 ON public.audits_programme USING btree (opened_by_id);
CREATE INDEX audits_sample_drawn_by_id_bd729b76 ON public.audits_sample USING btree (drawn_by_id);
CREATE INDEX audits_sample_programme_id_a6079299 ON public.audits_sample USING btree (programme_id);
CREATE INDEX audits_step_action_id_8ccdb435 ON public.audits_actionstep USING btree (action_id);
CREATE INDEX audits_step_by_id_d49ccd63 ON public.audits_actionstep USING btree (by_id);
CREATE INDEX audits_theme_name_5f5ff806_like ON public.audits_theme USING btree (name varchar_pattern_ops);
CREATE INDEX audits_themecourse_by_id_050c58d1 ON public.audits_themecourse USING btree (by_id);
CREATE INDEX audits_themecourse_course_id_ca7060e1 ON public.audits_themecourse USING btree (course_id);
CREATE INDEX audits_themecourse_theme_id_82eb784d ON public.audits_themecourse USING btree (theme_id);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX blind_marks_waiting ON public.instruments_blindmark USING btree (marker_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX candidate_audited_once ON public.audits_audit USING btree (candidate_id) WHERE is_counted;
CREATE INDEX candidates_of_auditor ON public.audits_candidate USING btree (auditor_id);
CREATE UNIQUE INDEX census_once_a_day ON public.workforce_census USING btree (reference_date) WHERE (withdrawn_at IS NULL);
CREATE INDEX child_born_on ON public.record_child USING btree (born_on);
CREATE INDEX child_name_trigrams ON public.record_child USING gin (forenames public.gin_trgm_ops, surname public.gin_trgm_ops);
CREATE UNIQUE INDEX child_part_once ON public.supervision_childpart USING btree (supervision_id, child_id) WHERE is_counted;
CREATE INDEX child_recorded_by ON public.record_child USING btree (recorded_by_id, recorded_at DESC);
CREATE INDEX child_restricted ON public.record_child USING btree (id) WHERE restricted;
CREATE INDEX children_of_team_now ON public.record_allocation USING btree (team_id, child_id) WHERE (ends_on IS NULL);
CREATE INDEX children_of_worker_now ON public.record_allocation USING btree (worker_id, child_id) WHERE (ends_on IS NULL);
CREATE INDEX chronology ON public.record_entry USING btree (child_id, happened_at DESC, id DESC);
CREATE INDEX claim_key_trigrams ON public.claims_claim USING gin (match_key public.gin_trgm_ops);
CREATE INDEX claims_by_key ON public.claims_claim USING btree (kind, match_key);
CREATE INDEX claims_claim_by_id_d2c607b6 ON public.claims_claim USING btree (by_id);
CREATE INDEX claims_claim_child_id_ee82dd11 ON public.claims_claim USING btree (child_id);
CREATE INDEX claims_claim_decided_by_id_9a96292f ON public.claims_claim USING btree (decided_by_id);
CREATE INDEX claims_claim_entry_id_c7644e33 ON public.claims_claim USING btree (entry_id);
CREATE INDEX claims_claim_named_child_id_0a275866 ON public.claims_claim USING btree (named_child_id);
CREATE INDEX claims_claim_thing_id_fe7f1501 ON public.claims_claim USING btree (entity_id);
CREATE INDEX claims_echodecision_by_id_8db158f3 ON public.claims_echodecision USING btree (by_id);
CREATE INDEX claims_echodecision_claim_id_410a39d8 ON public.claims_echodecision USING btree (claim_id);
CREATE INDEX claims_echodecision_other_claim_id_78deb4d4 ON public.claims_echodecision USING btree (other_claim_id);
CREATE INDEX claims_of_child ON public.claims_claim USING btree (child_id, recorded_at DESC);
CREATE INDEX claims_thing_recorded_by_id_dbd6eda5 ON public.claims_entity USING btree (recorded_by_id);
CREATE UNIQUE INDEX clock_once_an_entry ON public.clocks_clock USING btree (entry_id, key) WHERE (cancelled_at IS NULL);
CREATE INDEX clocks_bankholiday_by_id_d16c61f5 ON public.clocks_bankholiday USING btree (by_id);
CREATE INDEX clocks_clock_entry_id_02f4839f ON public.clocks_clock USING btree (entry_id);
CREATE INDEX clocks_clock_stopped_by_id_56aa7dca ON public.clocks_clock USING btree (stopped_by_id);
CREATE INDEX clocks_locallimit_by_id_b6e5a620 ON public.clocks_locallimit USING btree (by_id);
CREATE INDEX clocks_of_standard ON public.clocks_clock USING btree (key, started_at DESC);
CREATE INDEX clocks_running ON public.clocks_clock USING btree (due_at) WHERE ((cancelled_at IS NULL) AND (stopped_at IS NULL));
CREATE INDEX clocks_schoolyear_by_id_fe01d0cc ON public.clocks_schoolyear USING btree (by_id);
CREATE INDEX clocks_schoolyear_school_id_452ea9be ON public.clocks_schoolyear USING btree (school_id);
CREATE INDEX completions_of_instrument ON public.instruments_completion USING btree (instrument, at DESC);
CREATE UNIQUE INDEX concern_once_a_statement ON public.inspection_concern USING btree (statement_id) WHERE (statement_id IS NOT NULL);
CREATE INDEX contacts_of_child ON public.transitions_contact USING btree (child_id, at DESC);
CREATE UNIQUE INDEX counted_once_at_a_time ON public.insight_counting USING btree (user_id, measure, first_on, last_on, known_on) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX courses_by_day ON public.workforce_course USING btree (held_on DESC, id DESC);
CREATE INDEX desk_look_user_id_c5bec7a9 ON public.desk_look USING btree (user_id);
CREATE INDEX desk_promise_action_id_aa481c1f ON public.desk_promise USING btree (action_id);
CREATE INDEX desk_promise_by_id_9fddf8c8 ON public.desk_promise USING btree (by_id);
CREATE INDEX desk_promise_clock_id_d65d16cb ON public.desk_promise USING btree (clock_id);
CREATE INDEX desk_promise_entry_id_daabefda ON public.desk_promise USING btree (entry_id);
CREATE INDEX direct_work_goal_child_id_9e609649 ON public.direct_work_goal USING btree (child_id);
CREATE INDEX direct_work_scaling_by_id_889a32a8 ON public.direct_work_scaling USING btree (by_id);
CREATE INDEX direct_work_scaling_goal_id_f6027c97 ON public.direct_work_scaling USING btree (goal_id);
CREATE INDEX direct_work_session_child_id_0d190c14 ON public.direct_work_session USING btree (child_id);
CREATE INDEX direct_work_session_worker_id_6fee4217 ON public.direct_work_session USING btree (worker_id);
CREATE INDEX directory_directoryperson_ended_at_4e674a3d ON public.directory_directoryperson USING btree (ended_at);
CREATE INDEX directory_directoryrules_by_id_01c27209 ON public.directory_directoryrules USING btree (by_id);
CREATE INDEX directory_directorytoken_by_id_029f040d ON public.directory_directorytoken USING btree (by_id);
CREATE INDEX directory_directorytoken_digest_1fa329db_like ON public.directory_directorytoken USING btree (digest varchar_pattern_ops);
CREATE INDEX directory_groupmember_group_id_470782e2 ON public.directory_groupmember USING btree (group_id);
CREATE INDEX directory_groupmember_person_id_05cd3924 ON public.directory_groupmember USING btree (person_id);
CREATE INDEX directory_grouprole_by_id_dce57d40 ON public.directory_grouprole USING btree (by_id);
CREATE UNIQUE INDEX directory_one_role_a_group ON public.directory_grouprole USING btree ("group") WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX directory_subject_once ON public.directory_directoryperson USING btree (issuer, subject) WHERE (NOT ((subject)::text = ''::text));
CREATE UNIQUE INDEX directory_user_name_once ON public.directory_directoryperson USING btree (lower((user_name)::text)) WHERE ((gone_at IS NULL) AND is_listed);
CREATE INDEX disruption_concern_child_id_c05705da ON public.disruption_concern USING btree (child_id);
CREATE INDEX disruption_concern_tactic_id_a38cf108 ON public.disruption_concern USING btree (tactic_id);
CREATE INDEX disruption_effect_by_id_015f55db ON public.disruption_effect USING btree (by_id);
CREATE INDEX disruption_effect_tactic_id_5fadd014 ON public.disruption_effect USING btree (tactic_id);
CREATE INDEX disruption_step_by_id_bf2f05f4 ON public.disruption_tacticstep USING btree (by_id);
CREATE INDEX disruption_step_tactic_id_63e56f85 ON public.disruption_tacticstep USING btree (tactic_id);
CREATE INDEX disruption_tactic_thing_id_61eb9dc5 ON public.disruption_tactic USING btree (entity_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX documents_arrival_child_id_45d362c1 ON public.documents_arrival USING btree (child_id);
CREATE INDEX documents_arrival_user_id_d2c9ff8e ON public.documents_arrival USING btree (user_id);
CREATE INDEX documents_arrivedpiece_arrival_id_8a610eda ON public.documents_arrivedpiece USING btree (arrival_id);
CREATE INDEX documents_document_added_by_id_d9928353 ON public.documents_document USING btree (added_by_id);
CREATE INDEX documents_document_entry_id_8ebaa61a ON public.documents_document USING btree (entry_id);
CREATE INDEX documents_document_struck_out_by_id_32900895 ON public.documents_document USING btree (struck_out_by_id);
CREATE INDEX documents_piece_document_id_01aa53ed ON public.documents_piece USING btree (document_id);
CREATE INDEX documents_to_scan ON public.documents_document USING btree (scan) WHERE ((scan)::text = 'waiting'::text);
CREATE INDEX drafts_draft_child_id_c063c87a ON public.drafts_draft USING btree (child_id);
CREATE INDEX drafts_draft_user_id_a622a169 ON public.drafts_draft USING btree (user_id);
CREATE INDEX duties_done_child_id_cf934118 ON public.duties_done USING btree (child_id);
CREATE UNIQUE INDEX entity_once_a_number ON public.claims_entity USING btree (kind, match_key) WHERE (((kind)::text = ANY ((ARRAY['handle'::character varying, 'phone'::character varying, 'vehicle'::character varying])::text[])) AND (NOT ((match_key)::text = ''::text)));
CREATE INDEX entries_newest ON public.record_entry USING btree (happened_at DESC, id DESC);
CREATE INDEX entries_of_kind ON public.record_entry USING btree (kind, happened_at DESC);
CREATE INDEX episodes_of_child ON public.missing_episode USING btree (child_id, reported_at DESC);
CREATE INDEX episodes_open ON public.missing_episode USING btree (child_id) WHERE ((closed_at IS NULL) AND is_counted AND (returned_at IS NULL));
CREATE INDEX episodes_returned ON public.missing_episode USING btree (returned_at DESC);
CREATE INDEX exchange_childlists_user_id_95ffa590 ON public.exchange_childlists USING btree (user_id);
CREATE INDEX exchange_import_user_id_788373d3 ON public.exchange_import USING btree (user_id);
CREATE INDEX exchange_importfile_batch_id_dfa39b2b ON public.exchange_importfile USING btree (batch_id);
CREATE INDEX exchange_importrow_batch_id_adeaa98a ON public.exchange_importrow USING btree (batch_id);
CREATE INDEX exchange_importrow_child_id_cda9ca4c ON public.exchange_importrow USING btree (child_id);
CREATE INDEX exchange_importrow_entry_id_2a23d632 ON public.exchange_importrow USING btree (entry_id);
CREATE INDEX exchange_importrow_file_id_2032b669 ON public.exchange_importrow USING btree (file_id);
CREATE INDEX exchange_listedrow_child_id_f69c001a ON public.exchange_listedrow USING btree (child_id);
CREATE INDEX exchange_listedrow_row_id_62ec30fc ON public.exchange_listedrow USING btree (row_id);
CREATE INDEX exchange_rememberedmapping_by_id_1be48869 ON public.exchange_rememberedmapping USING btree (by_id);
CREATE INDEX exchange_stafflist_user_id_9d71a408 ON public.exchange_stafflist USING btree (user_id);
CREATE UNIQUE INDEX exit_interview_once ON public.workforce_exitinterview USING btree (worker_id) WHERE (struck_out_at IS NULL);
CREATE INDEX exports_decision_about_id_a05609af ON public.exports_decision USING btree (about_id);
CREATE INDEX exports_decision_decided_by_id_5f29f4f2 ON public.exports_decision USING btree (decided_by_id);
CREATE INDEX exports_decision_export_id_8b6013dd ON public.exports_decision USING btree (export_id);
CREATE INDEX exports_part_export_id_2767aa86 ON public.exports_part USING btree (export_id);
CREATE INDEX exports_part_reader_id_c7beb472 ON public.exports_part USING btree (reader_id);
CREATE INDEX exports_recordexport_asked_by_id_eb9281a6 ON public.exports_recordexport USING btree (asked_by_id);
CREATE INDEX exports_recordexport_child_id_04dfc263 ON public.exports_recordexport USING btree (child_id);
CREATE INDEX exports_recordexport_started_by_id_5c930bbb ON public.exports_recordexport USING btree (started_by_id);
CREATE INDEX feedback_answer_round_id_ebb44fb9 ON public.feedback_answer USING btree (round_id);
CREATE INDEX feedback_answer_team_id_778d30a0 ON public.feedback_answer USING btree (team_id);
CREATE INDEX feedback_asked_round_id_65deb872 ON public.feedback_asked USING btree (round_id);
CREATE INDEX feedback_asked_team_id_9cdb1896 ON public.feedback_asked USING btree (team_id);
CREATE INDEX feedback_asked_user_id_2c824d4f ON public.feedback_asked USING btree (user_id);
CREATE INDEX feedback_done_by_id_26b5756d ON public.feedback_done USING btree (by_id);
CREATE INDEX feedback_done_round_id_063d9056 ON public.feedback_done USING btree (round_id);
CREATE INDEX feedback_remark_hidden_by_id_0f030bb4 ON public.feedback_remark USING btree (hidden_by_id);
CREATE INDEX feedback_remark_round_id_7407a5d9 ON public.feedback_remark USING btree (round_id);
CREATE INDEX feedback_round_asked_by_id_cc4ecc10 ON public.feedback_round USING btree (asked_by_id);
CREATE INDEX feedback_slip_digest_fcf94b71_like ON public.feedback_slip USING btree (digest varchar_pattern_ops);
CREATE INDEX feedback_slip_round_id_f5d612e2 ON public.feedback_slip USING btree (round_id);
CREATE INDEX feedback_slip_team_id_d560eb97 ON public.feedback_slip USING btree (team_id);
CREATE INDEX feedback_turnout_round_id_cd54e6c3 ON public.feedback_turnout USING btree (round_id);
CREATE INDEX feedback_turnout_team_id_e6fab302 ON public.feedback_turnout USING btree (team_id);
CREATE INDEX grants_of_team ON public.access_grant USING btree (team_id, ends_at);
CREATE INDEX grants_of_user ON public.access_grant USING btree (user_id, ends_at);
CREATE INDEX history_of_child ON public.history_event USING btree (child_id, at DESC);
CREATE INDEX history_of_import ON public.history_event USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX history_of_subject ON public.history_event USING btree (subject, subject_id, at DESC);
CREATE UNIQUE INDEX identifier_of_one_child ON public.record_identifier USING btree (kind, value) WHERE (ended_on IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX insight_baseline_by_id_57321176 ON public.insight_baseline USING btree (by_id);
CREATE INDEX insight_counting_user_id_6b56dde6 ON public.insight_counting USING btree (user_id);
CREATE INDEX insight_keptfigures_user_id_5c765966 ON public.insight_keptfigures USING btree (user_id);
CREATE INDEX inspection_casesample_drawn_by_id_2ae2d790 ON public.inspection_casesample USING btree (drawn_by_id);
CREATE INDEX inspection_casesample_inspection_id_b85a7e2d ON public.inspection_casesample USING btree (inspection_id);
CREATE INDEX inspection_casesample_team_id_398ddf0d ON public.inspection_casesample USING btree (team_id);
CREATE INDEX inspection_childevidence_entry_id_220de84e ON public.inspection_childevidence USING btree (entry_id);
CREATE INDEX inspection_claim_by_id_e9082b40 ON public.inspection_claim USING btree (by_id);
CREATE INDEX inspection_claim_evaluation_id_ac238ac8 ON public.inspection_claim USING btree (evaluation_id);
CREATE INDEX inspection_concern_closed_by_id_abf064df ON public.inspection_concern USING btree (closed_by_id);
CREATE INDEX inspection_concern_inspection_id_3ba2684d ON public.inspection_concern USING btree (inspection_id);
CREATE INDEX inspection_concern_owner_id_c259401f ON public.inspection_concern USING btree (owner_id);
CREATE INDEX inspection_concern_raised_by_id_5480bede ON public.inspection_concern USING btree (raised_by_id);
CREATE INDEX inspection_concern_statement_id_d071e78c ON public.inspection_concern USING btree (statement_id);
CREATE INDEX inspection_concernaction_concern_id_55cd9798 ON public.inspection_concernaction USING btree (concern_id);
CREATE INDEX inspection_concernaction_done_by_id_737499b1 ON public.inspection_concernaction USING btree (done_by_id);
CREATE INDEX inspection_concernaction_owner_id_0012cb06 ON public.inspection_concernaction USING btree (owner_id);
CREATE INDEX inspection_concernaction_raised_by_id_89254771 ON public.inspection_concernaction USING btree (raised_by_id);
CREATE INDEX inspection_evidence_action_id_046b9b06 ON public.inspection_evidence USING btree (action_id);
CREATE INDEX inspection_evidence_by_id_96bef230 ON public.inspection_evidence USING btree (by_id);
CREATE INDEX inspection_evidence_concern_id_86b1a602 ON public.inspection_evidence USING btree (concern_id);
CREATE INDEX inspection_evidence_programme_id_8219d710 ON public.inspection_evidence USING btree (programme_id);
CREATE INDEX inspection_evidence_set_aside_by_id_8ba80cf2 ON public.inspection_evidence USING btree (set_aside_by_id);
CREATE INDEX inspection_inspection_letter_id_7f55a268 ON public.inspection_inspection USING btree (letter_id);
CREATE INDEX inspection_inspection_recorded_by_id_ec0f4236 ON public.inspection_inspection USING btree (recorded_by_id);
CREATE INDEX inspection_judgedon_evidence_id_bcdd769d ON public.inspection_judgedon USING btree (evidence_id);
CREATE INDEX inspection_judgedon_judgement_id_780cc92b ON public.inspection_judgedon USING btree (judgement_id);
CREATE INDEX inspection_judgement_by_id_d909cdfb ON public.inspection_judgement USING btree (by_id);
CREATE INDEX inspection_judgement_concern_id_a1d7f8e8 ON public.inspection_judgement USING btree (concern_id);
CREATE INDEX inspection_judgement_visit_id_b46b5345 ON public.inspection_judgement USING btree (visit_id);
CREATE INDEX inspection_pack_asked_by_id_b0d30684 ON public.inspection_pack USING btree (asked_by_id);
CREATE INDEX inspection_pack_released_by_id_db887de7 ON public.inspection_pack USING btree (released_by_id);
CREATE INDEX inspection_packpiece_pack_id_f5ddd273 ON public.inspection_packpiece USING btree (pack_id);
CREATE INDEX inspection_packpiece_user_id_9aa8b42e ON public.inspection_packpiece USING btree (user_id);
CREATE INDEX inspection_sampledchild_child_id_d9ac97f2 ON public.inspection_sampledchild USING btree (child_id);
CREATE INDEX inspection_sampledchild_sample_id_d9e9b85f ON public.inspection_sampledchild USING btree (sample_id);
CREATE INDEX inspection_sampledchild_team_id_ff5dd447 ON public.inspection_sampledchild USING btree (team_id);
CREATE INDEX inspection_selfevaluation_approved_by_id_8fbfabc4 ON public.inspection_selfevaluation USING btree (approved_by_id);
CREATE INDEX inspection_selfevaluation_begun_by_id_8c21826c ON public.inspection_selfevaluation USING btree (begun_by_id);
CREATE INDEX inspections_newest ON public.inspection_inspection USING btree (starts_on DESC);
CREATE INDEX instruments_answer_completion_id_6bf335b2 ON public.instruments_answer USING btree (completion_id);
CREATE INDEX instruments_blindmark_asked_by_id_cf6c25c9 ON public.instruments_blindmark USING btree (asked_by_id);
CREATE INDEX instruments_blindmark_child_id_090d7d49 ON public.instruments_blindmark USING btree (child_id);
CREATE INDEX instruments_blindmark_marker_id_c9971e8b ON public.instruments_blindmark USING btree (marker_id);
CREATE INDEX instruments_completion_by_id_ae8d43d5 ON public.instruments_completion USING btree (by_id);
CREATE INDEX instruments_completion_entry_id_e0375dc3 ON public.instruments_completion USING btree (entry_id);
CREATE INDEX instruments_floormet_completion_id_e696df58 ON public.instruments_floormet USING btree (completion_id);
CREATE INDEX instruments_subtotal_completion_id_b9b50019 ON public.instruments_subtotal USING btree (completion_id);
CREATE UNIQUE INDEX letter_once_while_it_stands ON public.letters_letter USING btree (sha256) WHERE (struck_out_at IS NULL);
CREATE INDEX letters_letter_added_by_id_51a31d61 ON public.letters_letter USING btree (added_by_id);
CREATE INDEX letters_letter_struck_out_by_id_24ae7dcb ON public.letters_letter USING btree (struck_out_by_id);
CREATE INDEX letters_newest ON public.letters_letter USING btree (visited_to DESC);
CREATE INDEX letters_statement_confirmed_by_id_baeacf36 ON public.letters_statement USING btree (confirmed_by_id);
CREATE INDEX letters_statement_letter_id_023cd13a ON public.letters_statement USING btree (letter_id);
CREATE UNIQUE INDEX lifting_asked_once ON public.access_lifting USING btree (child_id) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX line_decided_once ON public.exports_decision USING btree (export_id, about_id) WHERE (taken_back_at IS NULL);
CREATE INDEX listed_rows_of_list ON public.exchange_listedrow USING btree (list, told_on);
CREATE INDEX looks_of_user ON public.desk_look USING btree (user_id, at DESC);
CREATE INDEX meetings_agreement_meeting_id_91777bf2 ON public.meetings_meetingagreement USING btree (meeting_id);
CREATE INDEX meetings_agreement_owner_id_e544ec99 ON public.meetings_meetingagreement USING btree (owner_id);
CREATE INDEX meetings_attendance_meeting_id_296f48af ON public.meetings_attendance USING btree (meeting_id);
CREATE INDEX meetings_decision_part_id_04813b1c ON public.meetings_decision USING btree (part_id);
CREATE INDEX meetings_meeting_closed_by_id_dab0b3f4 ON public.meetings_meeting USING btree (closed_by_id);
CREATE INDEX meetings_part_child_id_40af5f4b ON public.meetings_part USING btree (child_id);
CREATE INDEX meetings_part_meeting_id_299d658a ON public.meetings_part USING btree (meeting_id);
CREATE UNIQUE INDEX message_once ON public.outbox_message USING btree (once) WHERE (NOT ((once)::text = ''::text));
CREATE INDEX messages_to_send ON public.outbox_message USING btree (next_try_at) WHERE ((dropped_at IS NULL) AND (gave_up_at IS NULL) AND (sent_at IS NULL));
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX missing_acknowledgement_by_id_524619c2 ON public.missing_acknowledgement USING btree (by_id);
CREATE INDEX missing_acknowledgement_episode_id_ca5aaa78 ON public.missing_acknowledgement USING btree (episode_id);
CREATE INDEX missing_episode_child_id_7898ed37 ON public.missing_episode USING btree (child_id);
CREATE INDEX missing_grade_by_id_53c4e727 ON public.missing_grade USING btree (by_id);
CREATE INDEX missing_grade_episode_id_8240d0e8 ON public.missing_grade USING btree (episode_id);
CREATE INDEX missing_report_episode_id_d2c39590 ON public.missing_report USING btree (episode_id);
CREATE INDEX missing_telling_by_id_83a4ffdc ON public.missing_notification USING btree (by_id);
CREATE INDEX missing_telling_episode_id_8269a608 ON public.missing_notification USING btree (episode_id);
CREATE INDEX movements_of_risk ON public.risk_riskmovement USING btree (risk_id, at DESC);
CREATE INDEX name_trigrams ON public.record_name USING gin (forenames public.gin_trgm_ops, surname public.gin_trgm_ops);
CREATE INDEX notes_of_supervision ON public.supervision_personalnote USING btree (supervision_id, id);
CREATE INDEX notices_to_tell ON public.outbox_notice USING btree (id) WHERE (told_at IS NULL);
CREATE INDEX offers_of_child ON public.return_interviews_offer USING btree (child_id, offered_at DESC);
CREATE INDEX on_call_shift_user_id_17f7daff ON public.on_call_shift USING btree (user_id);
CREATE INDEX oversight_review_asked_by_id_9bd61956 ON public.oversight_review USING btree (asked_by_id);
CREATE INDEX oversight_review_entry_id_23d7131d ON public.oversight_review USING btree (entry_id);
CREATE INDEX oversight_review_team_id_fe9d8701 ON public.oversight_review USING btree (team_id);
CREATE INDEX oversight_turn_by_id_aca7d3f0 ON public.oversight_turn USING btree (by_id);
CREATE INDEX oversight_turn_review_id_215f947f ON public.oversight_turn USING btree (review_id);
CREATE UNIQUE INDEX own_page_hold_once_at_a_time ON public.own_pages_hold USING btree (child_id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX own_page_once_at_a_time ON public.own_pages_ownpage USING btree (child_id) WHERE (ended_at IS NULL);
CREATE INDEX own_pages_hold_child_id_af494fc6 ON public.own_pages_hold USING btree (child_id);
CREATE INDEX own_pages_hold_lifted_by_id_d6ff05d9 ON public.own_pages_hold USING btree (lifted_by_id);
CREATE INDEX own_pages_ownpage_child_id_66e0d3d6 ON public.own_pages_ownpage USING btree (child_id);
CREATE INDEX own_pages_ownpage_ended_by_id_78105dc7 ON public.own_pages_ownpage USING btree (ended_by_id);
CREATE INDEX own_pages_ownpage_user_id_f67bad62 ON public.own_pages_ownpage USING btree (user_id);
CREATE INDEX own_pages_talk_child_id_10ba7da8 ON public.own_pages_talk USING btree (child_id);
CREATE UNIQUE INDEX pack_asked_once ON public.inspection_pack USING btree (asked_by_id, as_of) WHERE (ended_at IS NULL);
CREATE INDEX performance_actiondone_by_id_6cdeaaf1 ON public.performance_actiondone USING btree (by_id);
CREATE INDEX performance_childcase_child_id_238e6750 ON public.performance_childcase USING btree (child_id);
CREATE INDEX performance_count_asked_by_id_387e3dc0 ON public.performance_count USING btree (asked_by_id);
CREATE INDEX performance_count_report_id_efed3de1 ON public.performance_count USING btree (report_id);
CREATE INDEX performance_countedmeasure_count_id_5e837301 ON public.performance_countedmeasure USING btree (count_id);
CREATE INDEX performance_plannedaction_by_id_c829f28a ON public.performance_plannedaction USING btree (by_id);
CREATE INDEX performance_plannedaction_report_id_7e20cc66 ON public.performance_plannedaction USING btree (report_id);
CREATE INDEX performance_plannedaction_worker_id_0d9d9925 ON public.performance_plannedaction USING btree (worker_id);
CREATE INDEX performance_question_asked_by_id_c5fee0a6 ON public.performance_question USING btree (asked_by_id);
CREATE INDEX performance_question_closed_by_id_b8679525 ON public.performance_question USING btree (closed_by_id);
CREATE INDEX performance_question_report_id_4706b38e ON public.performance_question USING btree (report_id);
CREATE INDEX performance_report_count_id_f238fad9 ON public.performance_report USING btree (count_id);
CREATE INDEX performance_report_made_by_id_381b30b0 ON public.performance_report USING btree (made_by_id);
CREATE INDEX performance_report_published_by_id_cb71d12f ON public.performance_report USING btree (published_by_id);
CREATE INDEX performance_report_replaces_id_1b233ab5 ON public.performance_report USING btree (replaces_id);
CREATE INDEX performance_report_withdrawn_by_id_184c46df ON public.performance_report USING btree (withdrawn_by_id);
CREATE INDEX performance_reportfigure_count_id_a9255d51 ON public.performance_reportfigure USING btree (count_id);
CREATE INDEX performance_reporttheme_report_id_fd691be3 ON public.performance_reporttheme USING btree (report_id);
CREATE INDEX performance_turn_answered_by_id_b1355db1 ON public.performance_turn USING btree (answered_by_id);
CREATE INDEX performance_turn_question_id_8cd2f5c3 ON public.performance_turn USING btree (question_id);
CREATE INDEX performance_turn_worker_id_2b244888 ON public.performance_turn USING btree (worker_id);
CREATE INDEX placements_move_child_id_1f2e66f0 ON public.placements_move USING btree (child_id);
CREATE INDEX placements_nearerreview_move_id_7123522d ON public.placements_nearerreview USING btree (move_id);
CREATE INDEX plans_agreement_by_id_c293925f ON public.plans_planagreement USING btree (by_id);
CREATE INDEX plans_agreement_plan_id_91e827d7 ON public.plans_planagreement USING btree (plan_id);
CREATE INDEX plans_covers_plan_action_id_9e5460dd ON public.plans_covers USING btree (plan_action_id);
CREATE INDEX plans_covers_risk_id_4fd621a9 ON public.plans_covers USING btree (risk_id);
CREATE INDEX plans_leftuncovered_by_id_c8a510a0 ON public.plans_leftuncovered USING btree (by_id);
CREATE INDEX plans_leftuncovered_plan_id_3b149a82 ON public.plans_leftuncovered USING btree (plan_id);
CREATE INDEX plans_leftuncovered_risk_id_de972e95 ON public.plans_leftuncovered USING btree (risk_id);
CREATE INDEX plans_plan_child_id_b7cb9fb6 ON public.plans_plan USING btree (child_id);
CREATE INDEX plans_plan_closed_by_id_1bdbf39e ON public.plans_plan USING btree (closed_by_id);
CREATE INDEX plans_plan_previous_id_44949fb8 ON public.plans_plan USING btree (previous_id);
CREATE INDEX plans_planaction_added_by_id_50f22484 ON public.plans_planaction USING btree (added_by_id);
CREATE INDEX plans_planaction_carried_from_id_c0b1c05e ON public.plans_planaction USING btree (carried_from_id);
CREATE INDEX plans_planaction_dropped_by_id_7ec3c20e ON public.plans_planaction USING btree (dropped_by_id);
CREATE INDEX plans_planaction_owner_id_1bee7e1d ON public.plans_planaction USING btree (owner_id);
CREATE INDEX plans_planaction_plan_id_bd4e0bd5 ON public.plans_planaction USING btree (plan_id);
CREATE INDEX plans_planaction_task_id_944601a8 ON public.plans_planaction USING btree (task_id);
CREATE INDEX plans_planpart_plan_id_5ab3eb4f ON public.plans_planpart USING btree (plan_id);
CREATE INDEX plans_planreview_child_id_e9fa84d4 ON public.plans_planreview USING btree (child_id);
CREATE INDEX plans_planreview_plan_id_71547ae9 ON public.plans_planreview USING btree (plan_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX programmes_newest ON public.audits_programme USING btree (starts_on DESC);
CREATE UNIQUE INDEX published_figure_stands_once ON public.statistics_publishedfigure USING btree (indicator, area_kind, area_code, period) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX question_waits_once ON public.performance_turn USING btree (question_id) WHERE ((answered_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX readings_of_child ON public.access_reading USING btree (child_id, id DESC);
CREATE INDEX readings_of_listed_child ON public.access_reading USING gin (shown);
CREATE INDEX readings_of_user ON public.access_reading USING btree (user_id, id DESC);
CREATE INDEX record_agency_name_fccbc86b_like ON public.record_agency USING btree (name varchar_pattern_ops);
CREATE INDEX record_allocation_child_id_b1ecc1e0 ON public.record_allocation USING btree (child_id);
CREATE INDEX record_allocation_team_id_31b50590 ON public.record_allocation USING btree (team_id);
CREATE INDEX record_allocation_worker_id_69c9c785 ON public.record_allocation USING btree (worker_id);
CREATE INDEX record_child_recorded_by_id_dd25a305 ON public.record_child USING btree (recorded_by_id);
CREATE INDEX record_entry_by_id_9332463c ON public.record_entry USING btree (by_id);
CREATE INDEX record_entry_child_id_d89184ce ON public.record_entry USING btree (child_id);
CREATE INDEX record_entry_struck_out_by_id_e382f16c ON public.record_entry USING btree (struck_out_by_id);
CREATE INDEX record_identifier_child_id_abc77ee5 ON public.record_identifier USING btree (child_id);
CREATE INDEX record_informedby_because_of_id_c251f00a ON public.record_informedby USING btree (because_of_id);
CREATE INDEX record_informedby_entry_id_c2058213 ON public.record_informedby USING btree (entry_id);
CREATE INDEX record_membership_team_id_27fc18ba ON public.record_membership USING btree (team_id);
CREATE INDEX record_membership_worker_id_8bb27f5a ON public.record_membership USING btree (worker_id);
CREATE INDEX record_name_child_id_57cbaea7 ON public.record_name USING btree (child_id);
CREATE INDEX record_person_recorded_by_id_ff63bad7 ON public.record_person USING btree (recorded_by_id);
CREATE INDEX record_placement_address_id_e4fda6ae ON public.record_placement USING btree (address_id);
CREATE INDEX record_placement_child_id_c6cb9bfe ON public.record_placement USING btree (child_id);
CREATE INDEX record_relationship_child_id_578f2aeb ON public.record_relationship USING btree (child_id);
CREATE INDEX record_relationship_other_child_id_9f798b7f ON public.record_relationship USING btree (other_child_id);
CREATE INDEX record_relationship_person_id_70fbe6a6 ON public.record_relationship USING btree (person_id);
CREATE INDEX record_residence_address_id_95ff201c ON public.record_residence USING btree (address_id);
CREATE INDEX record_residence_child_id_58d4dad0 ON public.record_residence USING btree (child_id);
CREATE INDEX record_team_agency_id_6edfc11d ON public.record_team USING btree (agency_id);
CREATE INDEX record_team_merged_into_id_e60f92d3 ON public.record_team USING btree (merged_into_id);
CREATE INDEX record_team_parent_id_bcb7b097 ON public.record_team USING btree (parent_id);
CREATE INDEX record_track_child_id_1f35c501 ON public.record_track USING btree (child_id);
CREATE INDEX record_words_child_id_6672a685 ON public.record_words USING btree (child_id);
CREATE INDEX record_words_entry_id_ea819066 ON public.record_words USING btree (entry_id);
CREATE INDEX record_worker_agency_id_e425882c ON public.record_worker USING btree (agency_id);
CREATE INDEX replies_of_child ON public.replies_reply USING btree (child_id, told_at DESC);
CREATE INDEX replies_outcome_by_id_7d1ecd9f ON public.replies_outcome USING btree (by_id);
CREATE INDEX replies_outcome_reply_id_b1e459ca ON public.replies_outcome USING btree (reply_id);
CREATE INDEX replies_reply_child_id_c322380b ON public.replies_reply USING btree (child_id);
CREATE INDEX replies_reply_interview_id_9f4535cb ON public.replies_reply USING btree (interview_id);
CREATE INDEX replies_reply_recorded_told_by_id_8dcef31b ON public.replies_reply USING btree (recorded_told_by_id);
CREATE INDEX report_child_cases ON public.performance_childcase USING btree (count_id, measure, span);
CREATE UNIQUE INDEX report_counted_once_at_a_time ON public.performance_count USING btree (report_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX report_replaced_once ON public.performance_report USING btree (replaces_id) WHERE (published_at IS NOT NULL);
CREATE INDEX report_worker_cases ON public.performance_workercase USING btree (count_id, measure, span);
CREATE INDEX reports_by_reference ON public.missing_report USING btree (reference);
CREATE INDEX retention_kepton_by_id_5b3dfed9 ON public.retention_kepton USING btree (by_id);
CREATE INDEX retention_kepton_child_id_5af7c6c2 ON public.retention_kepton USING btree (child_id);
CREATE INDEX return_interviews_coveredepisode_episode_id_6a1963fd ON public.return_interviews_coveredepisode USING btree (episode_id);
CREATE INDEX return_interviews_coveredepisode_interview_id_c5b93109 ON public.return_interviews_coveredepisode USING btree (interview_id);
CREATE INDEX return_interviews_notheld_episode_id_33f5b966 ON public.return_interviews_notheld USING btree (episode_id);
CREATE INDEX return_interviews_of_child ON public.return_interviews_returninterview USING btree (child_id, held_at DESC);
CREATE INDEX return_interviews_offer_child_id_49b84205 ON public.return_interviews_offer USING btree (child_id);
CREATE INDEX return_interviews_offerepisode_episode_id_513de615 ON public.return_interviews_offerepisode USING btree (episode_id);
CREATE INDEX return_interviews_offerepisode_offer_id_e8e2ec95 ON public.return_interviews_offerepisode USING btree (offer_id);
CREATE INDEX return_interviews_qualitycheck_by_id_38e71672 ON public.return_interviews_qualitycheck USING btree (by_id);
CREATE INDEX return_interviews_qualitycheck_interview_id_c17a7949 ON public.return_interviews_qualitycheck USING btree (interview_id);
CREATE INDEX return_interviews_returninterview_child_id_8c4e3097 ON public.return_interviews_returninterview USING btree (child_id);
CREATE INDEX return_interviews_returninterview_interviewer_id_1f4b707a ON public.return_interviews_returninterview USING btree (interviewer_id);
CREATE INDEX return_interviews_returninterview_version_of_id_99cf2319 ON public.return_interviews_returninterview USING btree (version_of_id);
CREATE UNIQUE INDEX review_one_open ON public.oversight_review USING btree (entry_id) WHERE (closed_at IS NULL);
CREATE INDEX risk_context_opened_by_id_7d7bdeef ON public.risk_context USING btree (opened_by_id);
CREATE INDEX risk_contextassessment_by_id_9a5be73b ON public.risk_contextassessment USING btree (by_id);
CREATE INDEX risk_contextassessment_context_id_222ad98b ON public.risk_contextassessment USING btree (context_id);
CREATE UNIQUE INDEX risk_once_at_a_time ON public.risk_presentingrisk USING btree (child_id, domain) WHERE is_counted;
CREATE INDEX risk_presentingrisk_child_id_f346fc00 ON public.risk_presentingrisk USING btree (child_id);
CREATE INDEX risk_presentingrisk_closed_because_of_id_24516262 ON public.risk_presentingrisk USING btree (closed_because_of_id);
CREATE INDEX risk_presentingrisk_closed_by_id_28c99907 ON public.risk_presentingrisk USING btree (closed_by_id);
CREATE INDEX risk_raised_child_id_52242714 ON public.risk_raised USING btree (child_id);
CREATE INDEX risk_raised_evidence_id_37c65874 ON public.risk_raised USING btree (evidence_id);
CREATE INDEX risk_raised_risk_id_dff99c63 ON public.risk_raised USING btree (risk_id);
CREATE INDEX risk_riskassessment_child_id_85159029 ON public.risk_riskassessment USING btree (child_id);
CREATE INDEX risk_riskassessment_previous_id_840c453a ON public.risk_riskassessment USING btree (previous_id);
CREATE INDEX risk_riskmovement_because_of_id_a1def402 ON public.risk_riskmovement USING btree (because_of_id);
CREATE INDEX risk_riskmovement_by_id_75ec72ff ON public.risk_riskmovement USING btree (by_id);
CREATE INDEX risk_riskmovement_risk_id_6663d99b ON public.risk_riskmovement USING btree (risk_id);
CREATE INDEX risk_secondmark_asked_by_id_5fee874a ON public.risk_secondmark USING btree (asked_by_id);
CREATE INDEX risk_secondmark_marker_id_6a7d415a ON public.risk_secondmark USING btree (marker_id);
CREATE INDEX risks_of_child_now ON public.risk_presentingrisk USING btree (child_id) WHERE is_counted;
CREATE INDEX risks_raised_of_child ON public.risk_raised USING btree (child_id, since_at DESC);
CREATE INDEX rows_by_what_they_say ON public.exchange_importrow USING btree (said) WHERE (NOT ((said)::text = ''::text));
CREATE INDEX rows_of_import ON public.exchange_importrow USING btree (batch_id, verdict, id);
CREATE UNIQUE INDEX self_evaluation_one_draft ON public.inspection_selfevaluation USING btree ((1)) WHERE (approved_at IS NULL);
CREATE INDEX sessions_of_child ON public.direct_work_session USING btree (child_id, held_at DESC);
CREATE INDEX setting_up_stepanswer_by_id_96081907 ON public.setting_up_stepanswer USING btree (by_id);
CREATE INDEX settings_councildetail_by_id_1ff0c8de ON public.settings_councildetail USING btree (by_id);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE INDEX steps_of_tactic ON public.disruption_tacticstep USING btree (tactic_id, id);
CREATE INDEX supervision_agreement_recorded_by_id_f99589b8 ON public.supervision_supervisionagreement USING btree (recorded_by_id);
CREATE INDEX supervision_agreement_supervisor_id_abd9df75 ON public.supervision_supervisionagreement USING btree (supervisor_id);
CREATE INDEX supervision_agreement_worker_id_35358fe0 ON public.supervision_supervisionagreement USING btree (worker_id);
CREATE INDEX supervision_childpart_child_id_085f1cbe ON public.supervision_childpart USING btree (child_id);
CREATE INDEX supervision_childpart_supervision_id_1ba6904f ON public.supervision_childpart USING btree (supervision_id);
CREATE INDEX supervision_childpart_supervisor_id_4f04b0be ON public.supervision_childpart USING btree (supervisor_id);
CREATE INDEX supervision_childpart_worker_id_da8aea94 ON public.supervision_childpart USING btree (worker_id);
CREATE INDEX supervision_personaldraft_supervision_id_f9c5262b ON public.supervision_personaldraft USING btree (supervision_id);
CREATE INDEX supervision_personaldraft_writer_id_bfc0e3cb ON public.supervision_personaldraft USING btree (writer_id);
CREATE INDEX supervision_personalnote_by_id_5a3500fe ON public.supervision_personalnote USING btree (by_id);
CREATE INDEX supervision_personalnote_supervision_id_d70fca1b ON public.supervision_personalnote USING btree (supervision_id);
CREATE INDEX supervision_personalnote_supervisor_user_id_461776b8 ON public.supervision_personalnote USING btree (supervisor_user_id);
CREATE INDEX supervision_personalnote_worker_user_id_ac0d7f31 ON public.supervision_personalnote USING btree (worker_user_id);
CREATE INDEX supervision_sample_by_id_b3fc7dc8 ON public.supervision_sample USING btree (by_id);
CREATE INDEX supervision_sample_supervision_id_e646ae7c ON public.supervision_sample USING btree (supervision_id);
CREATE INDEX supervision_supervision_covering_id_7126dc61 ON public.supervision_supervision USING btree (covering_id);
CREATE INDEX supervision_supervision_recorded_by_id_54db0885 ON public.supervision_supervision USING btree (recorded_by_id);
CREATE INDEX supervision_supervision_supervisor_id_2ac59e76 ON public.supervision_supervision USING btree (supervisor_id);
CREATE INDEX supervision_supervision_team_id_fa7f7adf ON public.supervision_supervision USING btree (team_id);
CREATE INDEX supervision_supervision_worker_id_8eecb872 ON public.supervision_supervision USING btree (worker_id);
CREATE INDEX supervisions_of_worker ON public.supervision_supervision USING btree (worker_id, held_at DESC);
CREATE UNIQUE INDEX team_of_one_name ON public.record_team USING btree (name) WHERE (withdrawn_at IS NULL);
CREATE INDEX transitions_adultreferral_child_id_7ed6cefc ON public.transitions_adultreferral USING btree (child_id);
CREATE INDEX transitions_contact_child_id_a3a328b5 ON public.transitions_contact USING btree (child_id);
CREATE INDEX transitions_home_child_id_18bcfc44 ON public.transitions_home USING btree (child_id);
CREATE INDEX transitions_needsassessment_child_id_cb7fe322 ON public.transitions_needsassessment USING btree (child_id);
CREATE INDEX transitions_pathway_child_id_1f300098 ON public.transitions_pathway USING btree (child_id);
CREATE INDEX transitions_pathway_plan_id_564bc6f2 ON public.transitions_pathway USING btree (plan_id);
CREATE INDEX transitions_pathway_review_of_id_235a6819 ON public.transitions_pathway USING btree (review_of_id);
CREATE INDEX transitions_staying_child_id_49e10247 ON public.transitions_staying USING btree (child_id);
CREATE INDEX transitions_staying_worker_id_63963bb4 ON public.transitions_staying USING btree (worker_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE UNIQUE INDEX user_email_once_whatever_case ON public.accounts_user USING btree (lower((email)::text));
CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);
CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);
CREATE UNIQUE INDEX usual_member_once ON public.meetings_usualmember USING btree (kind, agency, lower((name)::text)) WHERE (ends_on IS NULL);
CREATE INDEX versions_of_row ON public.history_version USING btree (table_name, row_id, replaced_at DESC);
CREATE INDEX words_of_child ON public.record_words USING btree (child_id, said_at DESC);
CREATE UNIQUE INDEX worker_once_a_census ON public.workforce_censusworker USING btree (census_id, swe_number) WHERE (withdrawn_at IS NULL);
CREATE INDEX workforce_absence_worker_id_a7327709 ON public.workforce_absence USING btree (worker_id);
CREATE INDEX workforce_absencekind_worker_id_079b8e28 ON public.workforce_absencekind USING btree (worker_id);
CREATE INDEX workforce_censusworker_census_id_610a6b7d ON public.workforce_censusworker USING btree (census_id);
CREATE INDEX workforce_engagement_post_id_5e064f12 ON public.workforce_engagement USING btree (post_id);
CREATE INDEX workforce_engagement_worker_id_9bf9a455 ON public.workforce_engagement USING btree (worker_id);
CREATE INDEX workforce_exitinterview_held_by_id_0a57f91e ON public.workforce_exitinterview USING btree (held_by_id);
CREATE INDEX workforce_exitinterview_team_id_8bb5f886 ON public.workforce_exitinterview USING btree (team_id);
CREATE INDEX workforce_exitinterview_worker_id_b9267134 ON public.workforce_exitinterview USING btree (worker_id);
CREATE INDEX workforce_newlyqualified_worker_id_d0600c98 ON public.workforce_newlyqualified USING btree (worker_id);
CREATE INDEX workforce_place_course_id_265553f6 ON public.workforce_place USING btree (course_id);
CREATE INDEX workforce_place_worker_id_c6adcfc3 ON public.workforce_place USING btree (worker_id);
CREATE INDEX workforce_post_team_id_7808326e ON public.workforce_post USING btree (team_id);
CREATE INDEX workforce_step_worker_id_6f392c95 ON public.workforce_supportedyearstep USING btree (worker_id);
CREATE INDEX workforce_step_year_id_7ebe4291 ON public.workforce_supportedyearstep USING btree (year_id);
CREATE TRIGGER pgtrigger_append_only_0140f BEFORE DELETE OR UPDATE ON public.direct_work_scaling FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0140f();
CREATE TRIGGER pgtrigger_append_only_06b7d BEFORE DELETE OR UPDATE ON public.audits_sample FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_06b7d();
CREATE TRIGGER pgtrigger_append_only_0a31b BEFORE DELETE OR UPDATE ON public.desk_promise FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0a31b();
CREATE TRIGGER pgtrigger_append_only_102c1 BEFORE DELETE OR UPDATE ON public.performance_countedmeasure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_102c1();
CREATE TRIGGER pgtrigger_append_only_11498 BEFORE DELETE OR UPDATE ON public.replies_outcome FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_11498();
CREATE TRIGGER pgtrigger_append_only_12470 BEFORE DELETE OR UPDATE ON public.insight_publishedquarter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_12470();
CREATE TRIGGER pgtrigger_append_only_14cf6 BEFORE DELETE OR UPDATE ON public.performance_actiondone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_14cf6();
CREATE TRIGGER pgtrigger_append_only_167f4 BEFORE DELETE OR UPDATE ON public.inspection_childevidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_167f4();
CREATE TRIGGER pgtrigger_append_only_1bedb BEFORE DELETE OR UPDATE ON public.inspection_casesample FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1bedb();
CREATE TRIGGER pgtrigger_append_only_1da56 BEFORE DELETE OR UPDATE ON public.feedback_done FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1da56();
CREATE TRIGGER pgtrigger_append_only_220d7 BEFORE DELETE OR UPDATE ON public.feedback_answer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_220d7();
CREATE TRIGGER pgtrigger_append_only_283cb BEFORE DELETE OR UPDATE ON public.supervision_sample FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_283cb();
CREATE TRIGGER pgtrigger_append_only_2be87 BEFORE DELETE OR UPDATE ON public.clocks_bankholiday FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2be87();
CREATE TRIGGER pgtrigger_append_only_2bfc2 BEFORE DELETE OR UPDATE ON public.oversight_turn FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2bfc2();
CREATE TRIGGER pgtrigger_append_only_2e9aa BEFORE DELETE OR UPDATE ON public.performance_workercase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2e9aa();
CREATE TRIGGER pgtrigger_append_only_3738d BEFORE DELETE OR UPDATE ON public.disruption_effect FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3738d();
CREATE TRIGGER pgtrigger_append_only_3a6b2 BEFORE DELETE OR UPDATE ON public.insight_baseline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3a6b2();
CREATE TRIGGER pgtrigger_append_only_3bfbd BEFORE DELETE OR UPDATE ON public.instruments_answer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3bfbd();
CREATE TRIGGER pgtrigger_append_only_45da8 BEFORE DELETE OR UPDATE ON public.audits_eventaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_45da8();
CREATE TRIGGER pgtrigger_append_only_4a9af BEFORE DELETE OR UPDATE ON public.clocks_schoolyear FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4a9af();
CREATE TRIGGER pgtrigger_append_only_4b569 BEFORE DELETE OR UPDATE ON public.instruments_subtotal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4b569();
CREATE TRIGGER pgtrigger_append_only_51aac BEFORE DELETE OR UPDATE ON public.inspection_judgedon FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_51aac();
CREATE TRIGGER pgtrigger_append_only_56675 BEFORE DELETE OR UPDATE ON public.clocks_locallimit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_56675();
CREATE TRIGGER pgtrigger_append_only_6439b BEFORE DELETE OR UPDATE ON public.plans_planagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6439b();
CREATE TRIGGER pgtrigger_append_only_6996d BEFORE DELETE OR UPDATE ON public.risk_riskmovement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6996d();
CREATE TRIGGER pgtrigger_append_only_6b25e BEFORE DELETE OR UPDATE ON public.performance_reportfigure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6b25e();
CREATE TRIGGER pgtrigger_append_only_6cbeb BEFORE DELETE OR UPDATE ON public.history_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6cbeb();
CREATE TRIGGER pgtrigger_append_only_712fe BEFORE DELETE OR UPDATE ON public.audits_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_712fe();
CREATE TRIGGER pgtrigger_append_only_72ba0 BEFORE DELETE OR UPDATE ON public.desk_look FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_72ba0();
CREATE TRIGGER pgtrigger_append_only_74a91 BEFORE DELETE OR UPDATE ON public.audits_actionstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_74a91();
CREATE TRIGGER pgtrigger_append_only_7ec42 BEFORE DELETE OR UPDATE ON public.agencies_purpose FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7ec42();
CREATE TRIGGER pgtrigger_append_only_8f650 BEFORE DELETE OR UPDATE ON public.letters_letterfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8f650();
CREATE TRIGGER pgtrigger_append_only_999a7 BEFORE DELETE OR UPDATE ON public.performance_childcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_999a7();
CREATE TRIGGER pgtrigger_append_only_9ad57 BEFORE DELETE OR UPDATE ON public.instruments_floormet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9ad57();
CREATE TRIGGER pgtrigger_append_only_a11cb BEFORE DELETE OR UPDATE ON public.settings_councildetail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a11cb();
CREATE TRIGGER pgtrigger_append_only_a9439 BEFORE DELETE OR UPDATE ON public.disruption_tacticstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a9439();
CREATE TRIGGER pgtrigger_append_only_b877b BEFORE DELETE OR UPDATE ON public.feedback_turnout FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b877b();
CREATE TRIGGER pgtrigger_append_only_bb6ee BEFORE DELETE OR UPDATE ON public.audits_themecourse FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bb6ee();
CREATE TRIGGER pgtrigger_append_only_bfa29 BEFORE DELETE OR UPDATE ON public.audits_gradechange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bfa29();
CREATE TRIGGER pgtrigger_append_only_c0c25 BEFORE DELETE OR UPDATE ON public.claims_echodecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c0c25();
CREATE TRIGGER pgtrigger_append_only_c1f5f BEFORE DELETE OR UPDATE ON public.access_reading FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c1f5f();
CREATE TRIGGER pgtrigger_append_only_c3900 BEFORE DELETE OR UPDATE ON public.setting_up_stepanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c3900();
CREATE TRIGGER pgtrigger_append_only_c7c52 BEFORE DELETE OR UPDATE ON public.return_interviews_qualitycheck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c7c52();
CREATE TRIGGER pgtrigger_append_only_cc628 BEFORE DELETE OR UPDATE ON public.risk_contextassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cc628();
CREATE TRIGGER pgtrigger_append_only_cf0c9 BEFORE DELETE OR UPDATE ON public.audits_eventtheme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cf0c9();
CREATE TRIGGER pgtrigger_append_only_d2afa BEFORE DELETE OR UPDATE ON public.history_version FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d2afa();
CREATE TRIGGER pgtrigger_append_only_d3789 BEFORE DELETE OR UPDATE ON public.instruments_completion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d3789();
CREATE TRIGGER pgtrigger_append_only_d6173 BEFORE DELETE OR UPDATE ON public.retention_kepton FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d6173();
CREATE TRIGGER pgtrigger_append_only_d8a65 BEFORE DELETE OR UPDATE ON public.audits_discussion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d8a65();
CREATE TRIGGER pgtrigger_append_only_e3a21 BEFORE DELETE OR UPDATE ON public.inspection_judgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e3a21();
CREATE TRIGGER pgtrigger_append_only_e3e4c BEFORE DELETE OR UPDATE ON public.supervision_personalnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e3e4c();
CREATE TRIGGER pgtrigger_append_only_e6add BEFORE DELETE OR UPDATE ON public.audits_actiontheme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e6add();
CREATE TRIGGER pgtrigger_append_only_e8053 BEFORE DELETE OR UPDATE ON public.inspection_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e8053();
CREATE TRIGGER pgtrigger_append_only_f0899 BEFORE DELETE OR UPDATE ON public.inspection_sampledchild FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f0899();
CREATE TRIGGER pgtrigger_append_only_f840f BEFORE DELETE OR UPDATE ON public.risk_raised FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f840f();
CREATE TRIGGER pgtrigger_ended_stays_13f32 BEFORE UPDATE ON public.performance_count FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_ended_stays_13f32();
CREATE TRIGGER pgtrigger_ended_stays_47fde BEFORE INSERT ON public.performance_childcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_stays_47fde();
CREATE TRIGGER pgtrigger_ended_stays_962cf BEFORE INSERT ON public.performance_reportfigure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_stays_962cf();
CREATE TRIGGER pgtrigger_ended_stays_ad305 BEFORE INSERT ON public.performance_workercase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_stays_ad305();
CREATE TRIGGER pgtrigger_ended_stays_fa2b9 BEFORE INSERT ON public.performance_countedmeasure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_stays_fa2b9();
CREATE TRIGGER pgtrigger_keep_version_03429 AFTER UPDATE ON public.risk_riskassessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_03429();
CREATE TRIGGER pgtrigger_keep_version_04585 AFTER UPDATE ON public.allocation_away FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_04585();
CREATE TRIGGER pgtrigger_keep_version_047eb AFTER UPDATE ON public.workforce_censusworker FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_047eb();
CREATE TRIGGER pgtrigger_keep_version_05fe0 AFTER UPDATE ON public.audits_escalation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_05fe0();
CREATE TRIGGER pgtrigger_keep_version_09969 AFTER UPDATE ON public.transitions_pathway FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_09969();
CREATE TRIGGER pgtrigger_keep_version_0ae4f AFTER UPDATE ON public.allocation_change FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_0ae4f();
CREATE TRIGGER pgtrigger_keep_version_106de AFTER UPDATE ON public.performance_plannedaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_106de();
CREATE TRIGGER pgtrigger_keep_version_135c3 AFTER UPDATE ON public.meetings_meetingagreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_135c3();
CREATE TRIGGER pgtrigger_keep_version_13e25 AFTER UPDATE ON public.oversight_review FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_13e25();
CREATE TRIGGER pgtrigger_keep_version_16648 AFTER UPDATE ON public.replies_reply FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_16648();
CREATE TRIGGER pgtrigger_keep_version_19def AFTER UPDATE ON public.workforce_supportedyearstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_19def();
CREATE TRIGGER pgtrigger_keep_version_1a24f AFTER UPDATE ON public.record_person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_1a24f();
CREATE TRIGGER pgtrigger_keep_version_1ec64 AFTER UPDATE ON public.audits_mark FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_1ec64();
CREATE TRIGGER pgtrigger_keep_version_1eeed AFTER UPDATE ON public.exchange_childlists FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_1eeed();
CREATE TRIGGER pgtrigger_keep_version_22dce AFTER UPDATE ON public.missing_carerdetails FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_22dce();
CREATE TRIGGER pgtrigger_keep_version_24334 AFTER UPDATE ON public.performance_reporttheme FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_24334();
CREATE TRIGGER pgtrigger_keep_version_28a30 AFTER UPDATE ON public.workforce_absence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_28a30();
CREATE TRIGGER pgtrigger_keep_version_2acf8 AFTER UPDATE ON public.on_call_shift FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_2acf8();
CREATE TRIGGER pgtrigger_keep_version_2b6b0 AFTER UPDATE ON public.performance_turn FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_2b6b0();
CREATE TRIGGER pgtrigger_keep_version_30dd0 AFTER UPDATE ON public.meetings_usualmember FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_30dd0();
CREATE TRIGGER pgtrigger_keep_version_3322e AFTER UPDATE ON public.record_placement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3322e();
CREATE TRIGGER pgtrigger_keep_version_346e4 AFTER UPDATE ON public.workforce_place FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_346e4();
CREATE TRIGGER pgtrigger_keep_version_35cc2 AFTER UPDATE ON public.workforce_caseloadrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_35cc2();
CREATE TRIGGER pgtrigger_keep_version_38ec1 AFTER UPDATE ON public.meetings_part FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_38ec1();
CREATE TRIGGER pgtrigger_keep_version_3a7e8 AFTER UPDATE ON public.audits_programme FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3a7e8();
CREATE TRIGGER pgtrigger_keep_version_3aad6 AFTER UPDATE ON public.claims_claim FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3aad6();
CREATE TRIGGER pgtrigger_keep_version_3b728 AFTER UPDATE ON public.workforce_engagement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3b728();
CREATE TRIGGER pgtrigger_keep_version_3cd24 AFTER UPDATE ON public.letters_letter FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3cd24();
CREATE TRIGGER pgtrigger_keep_version_3ee99 AFTER UPDATE ON public.missing_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3ee99();
CREATE TRIGGER pgtrigger_keep_version_3eee8 AFTER UPDATE ON public.record_words FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3eee8();
CREATE TRIGGER pgtrigger_keep_version_3f31b AFTER UPDATE ON public.workforce_census FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_3f31b();
CREATE TRIGGER pgtrigger_keep_version_42101 AFTER UPDATE ON public.inspection_pack FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_42101();
CREATE TRIGGER pgtrigger_keep_version_44e80 AFTER UPDATE ON public.exports_decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_44e80();
CREATE TRIGGER pgtrigger_keep_version_44eeb AFTER UPDATE ON public.workforce_post FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_44eeb();
CREATE TRIGGER pgtrigger_keep_version_47d14 AFTER UPDATE ON public.exports_recordexport FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_47d14();
CREATE TRIGGER pgtrigger_keep_version_48b05 AFTER UPDATE ON public.record_track FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_48b05();
CREATE TRIGGER pgtrigger_keep_version_4a834 AFTER UPDATE ON public.record_team FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_4a834();
CREATE TRIGGER pgtrigger_keep_version_4b5ac AFTER UPDATE ON public.feedback_remark FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_4b5ac();
CREATE TRIGGER pgtrigger_keep_version_4d5f0 AFTER UPDATE ON public.plans_planreview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_4d5f0();
CREATE TRIGGER pgtrigger_keep_version_4ea58 AFTER UPDATE ON public.plans_planpart FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_4ea58();
CREATE TRIGGER pgtrigger_keep_version_4f25a AFTER UPDATE ON public.audits_moderation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_4f25a();
CREATE TRIGGER pgtrigger_keep_version_52903 AFTER UPDATE ON public.risk_presentingrisk FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_52903();
CREATE TRIGGER pgtrigger_keep_version_5297c AFTER UPDATE ON public.access_grant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_5297c();
CREATE TRIGGER pgtrigger_keep_version_55b03 AFTER UPDATE ON public.return_interviews_returninterview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_55b03();
CREATE TRIGGER pgtrigger_keep_version_5a5de AFTER UPDATE ON public.workforce_course FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_5a5de();
CREATE TRIGGER pgtrigger_keep_version_5ecdb AFTER UPDATE ON public.transitions_contact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_5ecdb();
CREATE TRIGGER pgtrigger_keep_version_61ff2 AFTER UPDATE ON public.audits_learningevent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_61ff2();
CREATE TRIGGER pgtrigger_keep_version_621d9 AFTER UPDATE ON public.record_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_621d9();
CREATE TRIGGER pgtrigger_keep_version_6516d AFTER UPDATE ON public.disruption_concern FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_6516d();
CREATE TRIGGER pgtrigger_keep_version_6831a AFTER UPDATE ON public.return_interviews_coveredepisode FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_6831a();
CREATE TRIGGER pgtrigger_keep_version_68d7e AFTER UPDATE ON public.plans_plan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_68d7e();
CREATE TRIGGER pgtrigger_keep_version_6a878 AFTER UPDATE ON public.transitions_needsassessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_6a878();
CREATE TRIGGER pgtrigger_keep_version_6efe8 AFTER UPDATE ON public.record_identifier FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_6efe8();
CREATE TRIGGER pgtrigger_keep_version_6f88f AFTER UPDATE ON public.supervision_childpart FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_6f88f();
CREATE TRIGGER pgtrigger_keep_version_71d7f AFTER UPDATE ON public.missing_notification FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_71d7f();
CREATE TRIGGER pgtrigger_keep_version_72d71 AFTER UPDATE ON public.transitions_home FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_72d71();
CREATE TRIGGER pgtrigger_keep_version_783c8 AFTER UPDATE ON public.plans_covers FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_783c8();
CREATE TRIGGER pgtrigger_keep_version_7a9c9 AFTER UPDATE ON public.direct_work_goal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_7a9c9();
CREATE TRIGGER pgtrigger_keep_version_7f91c AFTER UPDATE ON public.allocation_coveredteam FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_7f91c();
CREATE TRIGGER pgtrigger_keep_version_81e51 AFTER UPDATE ON public.record_relationship FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_81e51();
CREATE TRIGGER pgtrigger_keep_version_84daf AFTER UPDATE ON public.direct_work_session FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_84daf();
CREATE TRIGGER pgtrigger_keep_version_87430 AFTER UPDATE ON public.record_agency FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_87430();
CREATE TRIGGER pgtrigger_keep_version_88636 AFTER UPDATE ON public.transitions_staying FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_88636();
CREATE TRIGGER pgtrigger_keep_version_8a85b AFTER UPDATE ON public.performance_question FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_8a85b();
CREATE TRIGGER pgtrigger_keep_version_8b1f7 AFTER UPDATE ON public.missing_episode FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_8b1f7();
CREATE TRIGGER pgtrigger_keep_version_8bcac AFTER UPDATE ON public.record_entry FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_8bcac();
CREATE TRIGGER pgtrigger_keep_version_8f778 AFTER UPDATE ON public.workforce_newlyqualified FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_8f778();
CREATE TRIGGER pgtrigger_keep_version_9089c AFTER UPDATE ON public.audits_audit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_9089c();
CREATE TRIGGER pgtrigger_keep_version_90f0e AFTER UPDATE ON public.plans_planaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_90f0e();
CREATE TRIGGER pgtrigger_keep_version_95026 AFTER UPDATE ON public.record_worker FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_95026();
CREATE TRIGGER pgtrigger_keep_version_99021 AFTER UPDATE ON public.letters_statement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_99021();
CREATE TRIGGER pgtrigger_keep_version_99fa3 AFTER UPDATE ON public.risk_context FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_99fa3();
CREATE TRIGGER pgtrigger_keep_version_9ba79 AFTER UPDATE ON public.transitions_adultreferral FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_9ba79();
CREATE TRIGGER pgtrigger_keep_version_a08b8 AFTER UPDATE ON public.exchange_importrow FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a08b8();
CREATE TRIGGER pgtrigger_keep_version_a345b AFTER UPDATE ON public.meetings_decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a345b();
CREATE TRIGGER pgtrigger_keep_version_a3af3 AFTER UPDATE ON public.documents_document FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a3af3();
CREATE TRIGGER pgtrigger_keep_version_a4be0 AFTER UPDATE ON public.supervision_supervision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a4be0();
CREATE TRIGGER pgtrigger_keep_version_a53f2 AFTER UPDATE ON public.audits_auditaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a53f2();
CREATE TRIGGER pgtrigger_keep_version_a7dc3 AFTER UPDATE ON public.record_address FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a7dc3();
CREATE TRIGGER pgtrigger_keep_version_a94ca AFTER UPDATE ON public.return_interviews_offerepisode FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_a94ca();
CREATE TRIGGER pgtrigger_keep_version_aab80 AFTER UPDATE ON public.allocation_covered FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_aab80();
CREATE TRIGGER pgtrigger_keep_version_abef1 AFTER UPDATE ON public.audits_theme FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_abef1();
CREATE TRIGGER pgtrigger_keep_version_ae387 AFTER UPDATE ON public.inspection_evidence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ae387();
CREATE TRIGGER pgtrigger_keep_version_af3cb AFTER UPDATE ON public.workforce_exitinterview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_af3cb();
CREATE TRIGGER pgtrigger_keep_version_b0727 AFTER UPDATE ON public.record_residence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b0727();
CREATE TRIGGER pgtrigger_keep_version_b2e51 AFTER UPDATE ON public.record_allocation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b2e51();
CREATE TRIGGER pgtrigger_keep_version_b6af4 AFTER UPDATE ON public.feedback_round FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b6af4();
CREATE TRIGGER pgtrigger_keep_version_b6db7 AFTER UPDATE ON public.own_pages_talk FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b6db7();
CREATE TRIGGER pgtrigger_keep_version_b6f34 AFTER UPDATE ON public.placements_nearerreview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b6f34();
CREATE TRIGGER pgtrigger_keep_version_b71ec AFTER UPDATE ON public.supervision_supervisionagreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b71ec();
CREATE TRIGGER pgtrigger_keep_version_b8868 AFTER UPDATE ON public.inspection_concern FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_b8868();
CREATE TRIGGER pgtrigger_keep_version_ba2e6 AFTER UPDATE ON public.audits_candidate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ba2e6();
CREATE TRIGGER pgtrigger_keep_version_bcd2c AFTER UPDATE ON public.plans_leftuncovered FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_bcd2c();
CREATE TRIGGER pgtrigger_keep_version_bd5f4 AFTER UPDATE ON public.inspection_inspection FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_bd5f4();
CREATE TRIGGER pgtrigger_keep_version_c4c92 AFTER UPDATE ON public.exchange_import FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_c4c92();
CREATE TRIGGER pgtrigger_keep_version_c4f01 AFTER UPDATE ON public.record_name FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_c4f01();
CREATE TRIGGER pgtrigger_keep_version_c5c86 AFTER UPDATE ON public.record_informedby FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_c5c86();
CREATE TRIGGER pgtrigger_keep_version_c9685 AFTER UPDATE ON public.missing_grade FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_c9685();
CREATE TRIGGER pgtrigger_keep_version_c99f7 AFTER UPDATE ON public.access_lifting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_c99f7();
CREATE TRIGGER pgtrigger_keep_version_ca98e AFTER UPDATE ON public.own_pages_ownpage FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ca98e();
CREATE TRIGGER pgtrigger_keep_version_cad6e AFTER UPDATE ON public.duties_done FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_cad6e();
CREATE TRIGGER pgtrigger_keep_version_cd82f AFTER UPDATE ON public.audits_effect FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_cd82f();
CREATE TRIGGER pgtrigger_keep_version_ce170 AFTER UPDATE ON public.meetings_attendance FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ce170();
CREATE TRIGGER pgtrigger_keep_version_ce8c6 AFTER UPDATE ON public.inspection_concernaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ce8c6();
CREATE TRIGGER pgtrigger_keep_version_d0121 AFTER UPDATE ON public.own_pages_hold FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_d0121();
CREATE TRIGGER pgtrigger_keep_version_d6467 AFTER UPDATE ON public.exchange_importfile FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_d6467();
CREATE TRIGGER pgtrigger_keep_version_d9375 AFTER UPDATE ON public.actions_action FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_d9375();
CREATE TRIGGER pgtrigger_keep_version_dc6f6 AFTER UPDATE ON public.meetings_meeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_dc6f6();
CREATE TRIGGER pgtrigger_keep_version_dfba6 AFTER UPDATE ON public.workforce_absencekind FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_dfba6();
CREATE TRIGGER pgtrigger_keep_version_e4f66 AFTER UPDATE ON public.missing_acknowledgement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_e4f66();
CREATE TRIGGER pgtrigger_keep_version_e5579 AFTER UPDATE ON public.clocks_clock FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_e5579();
CREATE TRIGGER pgtrigger_keep_version_e5d1c AFTER UPDATE ON public.return_interviews_notheld FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_e5d1c();
CREATE TRIGGER pgtrigger_keep_version_e930e AFTER UPDATE ON public.record_child FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_e930e();
CREATE TRIGGER pgtrigger_keep_version_eb353 AFTER UPDATE ON public.claims_entity FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_eb353();
CREATE TRIGGER pgtrigger_keep_version_ec311 AFTER UPDATE ON public.exchange_listedrow FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ec311();
CREATE TRIGGER pgtrigger_keep_version_ed878 AFTER UPDATE ON public.inspection_selfevaluation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_ed878();
CREATE TRIGGER pgtrigger_keep_version_efa64 AFTER UPDATE ON public.disruption_tactic FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_efa64();
CREATE TRIGGER pgtrigger_keep_version_f069f AFTER UPDATE ON public.instruments_blindmark FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_f069f();
CREATE TRIGGER pgtrigger_keep_version_f726d AFTER UPDATE ON public.performance_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_f726d();
CREATE TRIGGER pgtrigger_keep_version_f9106 AFTER UPDATE ON public.placements_move FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_f9106();
CREATE TRIGGER pgtrigger_keep_version_f9a21 AFTER UPDATE ON public.return_interviews_offer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_f9a21();
CREATE TRIGGER pgtrigger_keep_version_fb1bc AFTER UPDATE ON public.statistics_publishedfigure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_fb1bc();
CREATE TRIGGER pgtrigger_keep_version_fba2d AFTER UPDATE ON public.risk_secondmark FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_keep_version_fba2d();
CREATE TRIGGER pgtrigger_no_delete_00c36 BEFORE DELETE ON public.disruption_concern FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_00c36();
CREATE TRIGGER pgtrigger_no_delete_01c2b BEFORE DELETE ON public.claims_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_01c2b();
CREATE TRIGGER pgtrigger_no_delete_0354b BEFORE DELETE ON public.exchange_listedrow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_0354b();
CREATE TRIGGER pgtrigger_no_delete_037d9 BEFORE DELETE ON public.workforce_exitinterview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_037d9();
CREATE TRIGGER pgtrigger_no_delete_04574 BEFORE DELETE ON public.direct_work_session FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_04574();
CREATE TRIGGER pgtrigger_no_delete_04c98 BEFORE DELETE ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_04c98();
CREATE TRIGGER pgtrigger_no_delete_07557 BEFORE DELETE ON public.record_name FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_07557();
CREATE TRIGGER pgtrigger_no_delete_09b24 BEFORE DELETE ON public.missing_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_09b24();
CREATE TRIGGER pgtrigger_no_delete_09bf5 BEFORE DELETE ON public.instruments_blindmark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_09bf5();
CREATE TRIGGER pgtrigger_no_delete_0aa28 BEFORE DELETE ON public.allocation_coveredteam FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_0aa28();
CREATE TRIGGER pgtrigger_no_delete_0aed0 BEFORE DELETE ON public.risk_presentingrisk FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_0aed0();
CREATE TRIGGER pgtrigger_no_delete_0e2ac BEFORE DELETE ON public.record_relationship FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_0e2ac();
CREATE TRIGGER pgtrigger_no_delete_11fbb BEFORE DELETE ON public.exports_recordexport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_11fbb();
CREATE TRIGGER pgtrigger_no_delete_12418 BEFORE DELETE ON public.letters_letter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_12418();
CREATE TRIGGER pgtrigger_no_delete_1293c BEFORE DELETE ON public.inspection_concern FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1293c();
CREATE TRIGGER pgtrigger_no_delete_133c6 BEFORE DELETE ON public.record_child FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_133c6();
CREATE TRIGGER pgtrigger_no_delete_13a76 BEFORE DELETE ON public.allocation_change FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_13a76();
CREATE TRIGGER pgtrigger_no_delete_14791 BEFORE DELETE ON public.record_informedby FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_14791();
CREATE TRIGGER pgtrigger_no_delete_150a0 BEFORE DELETE ON public.own_pages_ownpage FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_150a0();
CREATE TRIGGER pgtrigger_no_delete_15894 BEFORE DELETE ON public.meetings_usualmember FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_15894();
CREATE TRIGGER pgtrigger_no_delete_17117 BEFORE DELETE ON public.missing_carerdetails FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_17117();
CREATE TRIGGER pgtrigger_no_delete_18578 BEFORE DELETE ON public.record_placement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_18578();
CREATE TRIGGER pgtrigger_no_delete_187a4 BEFORE DELETE ON public.workforce_post FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_187a4();
CREATE TRIGGER pgtrigger_no_delete_1bfd6 BEFORE DELETE ON public.performance_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1bfd6();
CREATE TRIGGER pgtrigger_no_delete_1c80a BEFORE DELETE ON public.record_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1c80a();
CREATE TRIGGER pgtrigger_no_delete_1eb1a BEFORE DELETE ON public.record_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1eb1a();
CREATE TRIGGER pgtrigger_no_delete_1f9de BEFORE DELETE ON public.missing_grade FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1f9de();
CREATE TRIGGER pgtrigger_no_delete_24268 BEFORE DELETE ON public.workforce_engagement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_24268();
CREATE TRIGGER pgtrigger_no_delete_269f1 BEFORE DELETE ON public.audits_escalation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_269f1();
CREATE TRIGGER pgtrigger_no_delete_27693 BEFORE DELETE ON public.audits_programme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_27693();
CREATE TRIGGER pgtrigger_no_delete_28e1e BEFORE DELETE ON public.workforce_absencekind FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_28e1e();
CREATE TRIGGER pgtrigger_no_delete_2af00 BEFORE DELETE ON public.actions_action FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2af00();
CREATE TRIGGER pgtrigger_no_delete_2d854 BEFORE DELETE ON public.allocation_away FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2d854();
CREATE TRIGGER pgtrigger_no_delete_2e432 BEFORE DELETE ON public.inspection_selfevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2e432();
CREATE TRIGGER pgtrigger_no_delete_2edbf BEFORE DELETE ON public.letters_statement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2edbf();
CREATE TRIGGER pgtrigger_no_delete_32d90 BEFORE DELETE ON public.own_pages_hold FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_32d90();
CREATE TRIGGER pgtrigger_no_delete_34fc9 BEFORE DELETE ON public.audits_auditaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_34fc9();
CREATE TRIGGER pgtrigger_no_delete_369e7 BEFORE DELETE ON public.clocks_clock FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_369e7();
CREATE TRIGGER pgtrigger_no_delete_37852 BEFORE DELETE ON public.history_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_37852();
CREATE TRIGGER pgtrigger_no_delete_3c779 BEFORE DELETE ON public.access_lifting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_3c779();
CREATE TRIGGER pgtrigger_no_delete_406f7 BEFORE DELETE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_406f7();
CREATE TRIGGER pgtrigger_no_delete_42f93 BEFORE DELETE ON public.missing_acknowledgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_42f93();
CREATE TRIGGER pgtrigger_no_delete_4a3bc BEFORE DELETE ON public.transitions_contact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_4a3bc();
CREATE TRIGGER pgtrigger_no_delete_4ee7b BEFORE DELETE ON public.performance_count FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_4ee7b();
CREATE TRIGGER pgtrigger_no_delete_50717 BEFORE DELETE ON public.performance_question FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_50717();
CREATE TRIGGER pgtrigger_no_delete_51f33 BEFORE DELETE ON public.workforce_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_51f33();
CREATE TRIGGER pgtrigger_no_delete_531e1 BEFORE DELETE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_531e1();
CREATE TRIGGER pgtrigger_no_delete_53a1a BEFORE DELETE ON public.direct_work_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_53a1a();
CREATE TRIGGER pgtrigger_no_delete_53a85 BEFORE DELETE ON public.oversight_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_53a85();
CREATE TRIGGER pgtrigger_no_delete_5df59 BEFORE DELETE ON public.record_words FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_5df59();
CREATE TRIGGER pgtrigger_no_delete_5fa7d BEFORE DELETE ON public.risk_context FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_5fa7d();
CREATE TRIGGER pgtrigger_no_delete_601a4 BEFORE DELETE ON public.return_interviews_notheld FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_601a4();
CREATE TRIGGER pgtrigger_no_delete_607a5 BEFORE DELETE ON public.audits_mark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_607a5();
CREATE TRIGGER pgtrigger_no_delete_60b72 BEFORE DELETE ON public.workforce_caseloadrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_60b72();
CREATE TRIGGER pgtrigger_no_delete_61b72 BEFORE DELETE ON public.transitions_home FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_61b72();
CREATE TRIGGER pgtrigger_no_delete_61e60 BEFORE DELETE ON public.plans_covers FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_61e60();
CREATE TRIGGER pgtrigger_no_delete_63574 BEFORE DELETE ON public.transitions_needsassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_63574();
CREATE TRIGGER pgtrigger_no_delete_661e5 BEFORE DELETE ON public.workforce_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_661e5();
CREATE TRIGGER pgtrigger_no_delete_69ad5 BEFORE DELETE ON public.inspection_concernaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_69ad5();
CREATE TRIGGER pgtrigger_no_delete_6b0db BEFORE DELETE ON public.meetings_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_6b0db();
CREATE TRIGGER pgtrigger_no_delete_6c24e BEFORE DELETE ON public.audits_audit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_6c24e();
CREATE TRIGGER pgtrigger_no_delete_6d4ab BEFORE DELETE ON public.own_pages_talk FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_6d4ab();
CREATE TRIGGER pgtrigger_no_delete_70d50 BEFORE DELETE ON public.performance_turn FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_70d50();
CREATE TRIGGER pgtrigger_no_delete_75194 BEFORE DELETE ON public.plans_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_75194();
CREATE TRIGGER pgtrigger_no_delete_7623b BEFORE DELETE ON public.record_worker FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7623b();
CREATE TRIGGER pgtrigger_no_delete_77043 BEFORE DELETE ON public.statistics_publishedfigure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_77043();
CREATE TRIGGER pgtrigger_no_delete_78183 BEFORE DELETE ON public.record_allocation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_78183();
CREATE TRIGGER pgtrigger_no_delete_7a735 BEFORE DELETE ON public.return_interviews_offer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7a735();
CREATE TRIGGER pgtrigger_no_delete_7b42e BEFORE DELETE ON public.performance_reporttheme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7b42e();
CREATE TRIGGER pgtrigger_no_delete_7db34 BEFORE DELETE ON public.feedback_asked FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7db34();
CREATE TRIGGER pgtrigger_no_delete_7e550 BEFORE DELETE ON public.meetings_part FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7e550();
CREATE TRIGGER pgtrigger_no_delete_7ee86 BEFORE DELETE ON public.audits_moderation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7ee86();
CREATE TRIGGER pgtrigger_no_delete_85c00 BEFORE DELETE ON public.disruption_tactic FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_85c00();
CREATE TRIGGER pgtrigger_no_delete_87acb BEFORE DELETE ON public.missing_notification FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_87acb();
CREATE TRIGGER pgtrigger_no_delete_8cf2c BEFORE DELETE ON public.plans_leftuncovered FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_8cf2c();
CREATE TRIGGER pgtrigger_no_delete_8e8eb BEFORE DELETE ON public.transitions_staying FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_8e8eb();
CREATE TRIGGER pgtrigger_no_delete_9027c BEFORE DELETE ON public.supervision_childpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_9027c();
CREATE TRIGGER pgtrigger_no_delete_942ee BEFORE DELETE ON public.audits_learningevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_942ee();
CREATE TRIGGER pgtrigger_no_delete_96b4b BEFORE DELETE ON public.meetings_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_96b4b();
CREATE TRIGGER pgtrigger_no_delete_9bbec BEFORE DELETE ON public.missing_episode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_9bbec();
CREATE TRIGGER pgtrigger_no_delete_9d722 BEFORE DELETE ON public.exchange_childlists FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_9d722();
CREATE TRIGGER pgtrigger_no_delete_9f28e BEFORE DELETE ON public.replies_reply FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_9f28e();
CREATE TRIGGER pgtrigger_no_delete_a0c5a BEFORE DELETE ON public.workforce_newlyqualified FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a0c5a();
CREATE TRIGGER pgtrigger_no_delete_a387e BEFORE DELETE ON public.supervision_supervisionagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a387e();
CREATE TRIGGER pgtrigger_no_delete_a49c6 BEFORE DELETE ON public.inspection_pack FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a49c6();
CREATE TRIGGER pgtrigger_no_delete_a5840 BEFORE DELETE ON public.record_address FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a5840();
CREATE TRIGGER pgtrigger_no_delete_a802d BEFORE DELETE ON public.audits_theme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a802d();
CREATE TRIGGER pgtrigger_no_delete_ab925 BEFORE DELETE ON public.workforce_censusworker FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_ab925();
CREATE TRIGGER pgtrigger_no_delete_b0074 BEFORE DELETE ON public.exchange_importrow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_b0074();
CREATE TRIGGER pgtrigger_no_delete_b0672 BEFORE DELETE ON public.exports_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_b0672();
CREATE TRIGGER pgtrigger_no_delete_b1464 BEFORE DELETE ON public.plans_planpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_b1464();
CREATE TRIGGER pgtrigger_no_delete_b9eec BEFORE DELETE ON public.return_interviews_coveredepisode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_b9eec();
CREATE TRIGGER pgtrigger_no_delete_bc3df BEFORE DELETE ON public.exchange_importfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_bc3df();
CREATE TRIGGER pgtrigger_no_delete_bdc97 BEFORE DELETE ON public.exchange_import FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_bdc97();
CREATE TRIGGER pgtrigger_no_delete_bde87 BEFORE DELETE ON public.workforce_supportedyearstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_bde87();
CREATE TRIGGER pgtrigger_no_delete_c0d71 BEFORE DELETE ON public.return_interviews_offerepisode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c0d71();
CREATE TRIGGER pgtrigger_no_delete_c185e BEFORE DELETE ON public.feedback_round FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c185e();
CREATE TRIGGER pgtrigger_no_delete_c4daa BEFORE DELETE ON public.workforce_place FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c4daa();
CREATE TRIGGER pgtrigger_no_delete_c4dfb BEFORE DELETE ON public.risk_secondmark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c4dfb();
CREATE TRIGGER pgtrigger_no_delete_c5e77 BEFORE DELETE ON public.performance_plannedaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c5e77();
CREATE TRIGGER pgtrigger_no_delete_c5fef BEFORE DELETE ON public.supervision_supervision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c5fef();
CREATE TRIGGER pgtrigger_no_delete_c73ad BEFORE DELETE ON public.record_identifier FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_c73ad();
CREATE TRIGGER pgtrigger_no_delete_ca8b0 BEFORE DELETE ON public.plans_planaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_ca8b0();
CREATE TRIGGER pgtrigger_no_delete_ccd98 BEFORE DELETE ON public.transitions_adultreferral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_ccd98();
CREATE TRIGGER pgtrigger_no_delete_ce198 BEFORE DELETE ON public.meetings_meetingagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_ce198();
CREATE TRIGGER pgtrigger_no_delete_cfda0 BEFORE DELETE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_cfda0();
CREATE TRIGGER pgtrigger_no_delete_d0ec9 BEFORE DELETE ON public.inspection_inspection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d0ec9();
CREATE TRIGGER pgtrigger_no_delete_d2312 BEFORE DELETE ON public.inspection_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d2312();
CREATE TRIGGER pgtrigger_no_delete_d312d BEFORE DELETE ON public.allocation_covered FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d312d();
CREATE TRIGGER pgtrigger_no_delete_d465b BEFORE DELETE ON public.claims_entity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d465b();
CREATE TRIGGER pgtrigger_no_delete_d921f BEFORE DELETE ON public.on_call_shift FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d921f();
CREATE TRIGGER pgtrigger_no_delete_e2f22 BEFORE DELETE ON public.workforce_census FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_e2f22();
CREATE TRIGGER pgtrigger_no_delete_e4027 BEFORE DELETE ON public.duties_done FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_e4027();
CREATE TRIGGER pgtrigger_no_delete_e774b BEFORE DELETE ON public.exchange_stafflist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_e774b();
CREATE TRIGGER pgtrigger_no_delete_eb3b8 BEFORE DELETE ON public.transitions_pathway FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_eb3b8();
CREATE TRIGGER pgtrigger_no_delete_eb6a6 BEFORE DELETE ON public.record_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_eb6a6();
CREATE TRIGGER pgtrigger_no_delete_eba63 BEFORE DELETE ON public.record_track FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_eba63();
CREATE TRIGGER pgtrigger_no_delete_ecd3b BEFORE DELETE ON public.audits_effect FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_ecd3b();
CREATE TRIGGER pgtrigger_no_delete_f1f01 BEFORE DELETE ON public.return_interviews_returninterview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_f1f01();
CREATE TRIGGER pgtrigger_no_delete_f3a81 BEFORE DELETE ON public.placements_nearerreview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_f3a81();
CREATE TRIGGER pgtrigger_no_delete_f86d2 BEFORE DELETE ON public.risk_riskassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_f86d2();
CREATE TRIGGER pgtrigger_no_delete_fc712 BEFORE DELETE ON public.placements_move FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_fc712();
CREATE TRIGGER pgtrigger_no_delete_fdc18 BEFORE DELETE ON public.audits_candidate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_fdc18();
CREATE TRIGGER pgtrigger_no_delete_fdcb8 BEFORE DELETE ON public.record_residence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_fdcb8();
CREATE TRIGGER pgtrigger_no_delete_fea1b BEFORE DELETE ON public.plans_planreview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_fea1b();
CREATE TRIGGER pgtrigger_published_stays_979a3 BEFORE INSERT OR UPDATE ON public.performance_plannedaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_published_stays_979a3();
CREATE TRIGGER pgtrigger_published_stays_f7896 BEFORE INSERT OR UPDATE ON public.performance_reporttheme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_published_stays_f7896();
CREATE TRIGGER pgtrigger_published_stays_f844c BEFORE UPDATE ON public.performance_report FOR EACH ROW WHEN (((old.published_at IS NOT NULL) AND ((old.withdrawn_at IS NOT NULL) OR (NOT (NOT ((to_jsonb(old.*) - ARRAY['withdrawn_at'::text, 'withdrawn_by_id'::text, 'why_withdrawn'::text]) IS DISTINCT FROM (to_jsonb(new.*) - ARRAY['withdrawn_at'::text, 'withdrawn_by_id'::text, 'why_withdrawn'::text]))))))) EXECUTE FUNCTION public.pgtrigger_published_stays_f844c();
CREATE TRIGGER pgtrigger_stays_68795 BEFORE DELETE OR UPDATE ON public.documents_thumbnail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stays_68795();
CREATE TRIGGER pgtrigger_stays_fc596 BEFORE DELETE OR UPDATE ON public.documents_piece FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stays_fc596();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_answered_by_id_611c7462_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_because_of_id_1738d4db_fk_record_entry_id FOREIGN KEY (because_of_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_by_id_391dc817_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_child_id_9c095597_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_team_id_2544a76c_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_user_id_d8a84bc9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_lifting
    ADD CONSTRAINT access_lifting_answered_by_id_720b5b73_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_lifting
    ADD CONSTRAINT access_lifting_asked_by_id_2061d0c2_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_lifting
    ADD CONSTRAINT access_lifting_child_id_18c9c20a_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secret
    ADD CONSTRAINT accounts_secret_user_id_46eb1d40_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_unsent
    ADD CONSTRAINT accounts_unsent_user_id_6b90903a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_about_child_id_ca2b6d40_fk_record_child_id FOREIGN KEY (about_child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_done_by_id_3fc8bd34_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_entry_id_5a4885af_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_owner_id_b42acf84_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_raised_by_id_f3f66711_fk_accounts_user_id FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_team_id_b74b0fec_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_purpose
    ADD CONSTRAINT agencies_purpose_agency_id_db241740_fk_record_agency_id FOREIGN KEY (agency_id) REFERENCES public.record_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_purpose
    ADD CONSTRAINT agencies_purpose_by_id_adaeeed6_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_purpose
    ADD CONSTRAINT agencies_purpose_user_id_d49e8890_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alerts_alert
    ADD CONSTRAINT alerts_alert_user_id_f5648313_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alerts_choice
    ADD CONSTRAINT alerts_choice_user_id_574fa9ee_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_away
    ADD CONSTRAINT allocation_away_by_id_17e1f22b_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_away
    ADD CONSTRAINT allocation_away_covered_by_id_0809cdc8_fk_record_worker_id FOREIGN KEY (covered_by_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_away
    ADD CONSTRAINT allocation_away_worker_id_64185a6b_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_after_id_d42b27c5_fk_record_allocation_id FOREIGN KEY (after_id) REFERENCES public.record_allocation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_before_id_26cafee7_fk_record_allocation_id FOREIGN KEY (before_id) REFERENCES public.record_allocation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_child_id_4917f8bd_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_entry_id_86e218fb_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_signed_after_by_id_3d82c3ee_fk_accounts_ FOREIGN KEY (signed_after_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_change
    ADD CONSTRAINT allocation_change_signed_before_by_id_bd31ec47_fk_accounts_ FOREIGN KEY (signed_before_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_covered
    ADD CONSTRAINT allocation_covered_allocation_id_1d6e03b4_fk_record_al FOREIGN KEY (allocation_id) REFERENCES public.record_allocation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_covered
    ADD CONSTRAINT allocation_covered_away_id_97c79e73_fk_allocation_away_id FOREIGN KEY (away_id) REFERENCES public.allocation_away(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_coveredteam
    ADD CONSTRAINT allocation_coveredte_place_id_42a99408_fk_record_me FOREIGN KEY (place_id) REFERENCES public.record_membership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.allocation_coveredteam
    ADD CONSTRAINT allocation_coveredteam_away_id_e52703d2_fk_allocation_away_id FOREIGN KEY (away_id) REFERENCES public.allocation_away(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_actiontheme
    ADD CONSTRAINT audits_actiontheme_action_id_6b32465a_fk_audits_au FOREIGN KEY (action_id) REFERENCES public.audits_auditaction(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_actiontheme
    ADD CONSTRAINT audits_actiontheme_theme_id_d7d5e61b_fk_audits_theme_id FOREIGN KEY (theme_id) REFERENCES public.audits_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_attendance
    ADD CONSTRAINT audits_attendance_event_id_163ea303_fk_audits_learningevent_id FOREIGN KEY (event_id) REFERENCES public.audits_learningevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_attendance
    ADD CONSTRAINT audits_attendance_worker_id_eba97a88_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_auditor_id_f712d234_fk_accounts_user_id FOREIGN KEY (auditor_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_candidate_id_43588dde_fk_audits_candidate_id FOREIGN KEY (candidate_id) REFERENCES public.audits_candidate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_child_id_5f55d34b_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_entry_id_98f35bef_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_programme_id_2e50feaa_fk_audits_programme_id FOREIGN KEY (programme_id) REFERENCES public.audits_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_re_audit_of_id_ee26048d_fk_audits_audit_entry_id FOREIGN KEY (re_audit_of_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_team_id_9acb4ea6_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_audit
    ADD CONSTRAINT audits_audit_worker_id_f70a5e30_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_audit_id_87d154ec_fk_audits_audit_entry_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_child_id_2b87ea28_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_entry_id_66d67aab_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_focus_checked_by_id_24480e22_fk_accounts_ FOREIGN KEY (focus_checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_auditaction
    ADD CONSTRAINT audits_auditaction_owner_id_fb2c36e6_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT audits_candidate_auditor_id_b84ecc3b_fk_accounts_user_id FOREIGN KEY (auditor_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT audits_candidate_child_id_0fc2fa9f_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT audits_candidate_sample_id_23fed0d8_fk_audits_sample_id FOREIGN KEY (sample_id) REFERENCES public.audits_sample(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_candidate
    ADD CONSTRAINT audits_candidate_team_id_198fcea3_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_discussion
    ADD CONSTRAINT audits_discussion_action_id_501cad92_fk_audits_au FOREIGN KEY (action_id) REFERENCES public.audits_auditaction(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_discussion
    ADD CONSTRAINT audits_discussion_by_id_e302cfa2_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_discussion
    ADD CONSTRAINT audits_discussion_in_supervision_id_81f49912_fk_supervisi FOREIGN KEY (in_supervision_id) REFERENCES public.supervision_childpart(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_discussion
    ADD CONSTRAINT audits_discussion_with_whom_id_5f99c489_fk_record_worker_id FOREIGN KEY (with_whom_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_effect
    ADD CONSTRAINT audits_effect_action_id_eac2b283_fk_audits_auditaction_entry_id FOREIGN KEY (action_id) REFERENCES public.audits_auditaction(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_effect
    ADD CONSTRAINT audits_effect_by_id_078d8fdf_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_effect
    ADD CONSTRAINT audits_effect_entry_id_3bb85b26_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_escalation
    ADD CONSTRAINT audits_escalation_audit_id_302b6b95_fk_audits_audit_entry_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_escalation
    ADD CONSTRAINT audits_escalation_safe_by_id_08c27b1e_fk_accounts_user_id FOREIGN KEY (safe_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_escalation
    ADD CONSTRAINT audits_escalation_told_by_id_ce5dae98_fk_accounts_user_id FOREIGN KEY (told_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_escalation
    ADD CONSTRAINT audits_escalation_told_id_ac1c1efd_fk_record_worker_id FOREIGN KEY (told_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_eventaction
    ADD CONSTRAINT audits_eventaction_action_id_0c5048ba_fk_audits_au FOREIGN KEY (action_id) REFERENCES public.audits_auditaction(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_eventaction
    ADD CONSTRAINT audits_eventaction_event_id_988a1e39_fk_audits_learningevent_id FOREIGN KEY (event_id) REFERENCES public.audits_learningevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_eventtheme
    ADD CONSTRAINT audits_eventtheme_event_id_c2a3235d_fk_audits_learningevent_id FOREIGN KEY (event_id) REFERENCES public.audits_learningevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_eventtheme
    ADD CONSTRAINT audits_eventtheme_theme_id_d4702eb6_fk_audits_theme_id FOREIGN KEY (theme_id) REFERENCES public.audits_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_gradechange
    ADD CONSTRAINT audits_gradechange_audit_id_61e6750b_fk_audits_audit_entry_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_gradechange
    ADD CONSTRAINT audits_gradechange_by_id_e5dd0725_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_learningevent
    ADD CONSTRAINT audits_learningevent_by_id_ba302c39_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audits_mark_audit_id_a7acd494_fk_audits_audit_entry_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audits_mark_by_id_4375a446_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_mark
    ADD CONSTRAINT audits_mark_completion_id_542bbe62_fk_instruments_completion_id FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_moderation
    ADD CONSTRAINT audits_moderation_asked_by_id_96837129_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_moderation
    ADD CONSTRAINT audits_moderation_audit_id_28795296_fk_audits_audit_entry_id FOREIGN KEY (audit_id) REFERENCES public.audits_audit(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_moderation
    ADD CONSTRAINT audits_moderation_moderator_id_241fa63f_fk_accounts_user_id FOREIGN KEY (moderator_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_moderation
    ADD CONSTRAINT audits_moderation_settled_by_id_63382ca4_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_programme
    ADD CONSTRAINT audits_programme_follows_id_710bd61a_fk_audits_programme_id FOREIGN KEY (follows_id) REFERENCES public.audits_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_programme
    ADD CONSTRAINT audits_programme_opened_by_id_c8b28026_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_sample
    ADD CONSTRAINT audits_sample_drawn_by_id_bd729b76_fk_accounts_user_id FOREIGN KEY (drawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_sample
    ADD CONSTRAINT audits_sample_programme_id_a6079299_fk_audits_programme_id FOREIGN KEY (programme_id) REFERENCES public.audits_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_actionstep
    ADD CONSTRAINT audits_step_action_id_8ccdb435_fk_audits_auditaction_entry_id FOREIGN KEY (action_id) REFERENCES public.audits_auditaction(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_actionstep
    ADD CONSTRAINT audits_step_by_id_d49ccd63_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_themecourse
    ADD CONSTRAINT audits_themecourse_by_id_050c58d1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_themecourse
    ADD CONSTRAINT audits_themecourse_course_id_ca7060e1_fk_workforce_course_id FOREIGN KEY (course_id) REFERENCES public.workforce_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.audits_themecourse
    ADD CONSTRAINT audits_themecourse_theme_id_82eb784d_fk_audits_theme_id FOREIGN KEY (theme_id) REFERENCES public.audits_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_by_id_d2c607b6_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_child_id_ee82dd11_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_decided_by_id_9a96292f_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_entity_id_ed35ab1f_fk_claims_entity_id FOREIGN KEY (entity_id) REFERENCES public.claims_entity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_entry_id_c7644e33_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_named_child_id_0a275866_fk_record_child_id FOREIGN KEY (named_child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_echodecision
    ADD CONSTRAINT claims_echodecision_by_id_8db158f3_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_echodecision
    ADD CONSTRAINT claims_echodecision_claim_id_410a39d8_fk_claims_claim_id FOREIGN KEY (claim_id) REFERENCES public.claims_claim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_echodecision
    ADD CONSTRAINT claims_echodecision_other_claim_id_78deb4d4_fk_claims_claim_id FOREIGN KEY (other_claim_id) REFERENCES public.claims_claim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_entity
    ADD CONSTRAINT claims_thing_recorded_by_id_dbd6eda5_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_bankholiday
    ADD CONSTRAINT clocks_bankholiday_by_id_d16c61f5_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_clock
    ADD CONSTRAINT clocks_clock_entry_id_02f4839f_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_clock
    ADD CONSTRAINT clocks_clock_stopped_by_id_56aa7dca_fk_record_entry_id FOREIGN KEY (stopped_by_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_locallimit
    ADD CONSTRAINT clocks_locallimit_by_id_b6e5a620_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_schoolyear
    ADD CONSTRAINT clocks_schoolyear_by_id_fe01d0cc_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clocks_schoolyear
    ADD CONSTRAINT clocks_schoolyear_school_id_452ea9be_fk_record_agency_id FOREIGN KEY (school_id) REFERENCES public.record_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_look
    ADD CONSTRAINT desk_look_user_id_c5bec7a9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_promise
    ADD CONSTRAINT desk_promise_action_id_aa481c1f_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_promise
    ADD CONSTRAINT desk_promise_by_id_9fddf8c8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_promise
    ADD CONSTRAINT desk_promise_clock_id_d65d16cb_fk_clocks_clock_id FOREIGN KEY (clock_id) REFERENCES public.clocks_clock(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.desk_promise
    ADD CONSTRAINT desk_promise_entry_id_daabefda_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_goal
    ADD CONSTRAINT direct_work_goal_child_id_9e609649_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_goal
    ADD CONSTRAINT direct_work_goal_entry_id_7fb6de3f_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_scaling
    ADD CONSTRAINT direct_work_scaling_by_id_889a32a8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_scaling
    ADD CONSTRAINT direct_work_scaling_goal_id_f6027c97_fk_direct_wo FOREIGN KEY (goal_id) REFERENCES public.direct_work_goal(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_session
    ADD CONSTRAINT direct_work_session_child_id_0d190c14_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_session
    ADD CONSTRAINT direct_work_session_entry_id_c3f37b1e_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.direct_work_session
    ADD CONSTRAINT direct_work_session_worker_id_6fee4217_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_directoryperson
    ADD CONSTRAINT directory_directoryperson_user_id_913abab0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_directoryrules
    ADD CONSTRAINT directory_directoryrules_by_id_01c27209_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_directorytoken
    ADD CONSTRAINT directory_directorytoken_by_id_029f040d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_groupmember
    ADD CONSTRAINT directory_groupmembe_group_id_470782e2_fk_directory FOREIGN KEY (group_id) REFERENCES public.directory_directorygroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_groupmember
    ADD CONSTRAINT directory_groupmembe_person_id_05cd3924_fk_directory FOREIGN KEY (person_id) REFERENCES public.directory_directoryperson(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_grouprole
    ADD CONSTRAINT directory_grouprole_by_id_dce57d40_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_concern
    ADD CONSTRAINT disruption_concern_child_id_c05705da_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_concern
    ADD CONSTRAINT disruption_concern_entry_id_fcc0295c_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_concern
    ADD CONSTRAINT disruption_concern_tactic_id_a38cf108_fk_disruption_tactic_id FOREIGN KEY (tactic_id) REFERENCES public.disruption_tactic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_effect
    ADD CONSTRAINT disruption_effect_by_id_015f55db_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_effect
    ADD CONSTRAINT disruption_effect_tactic_id_5fadd014_fk_disruption_tactic_id FOREIGN KEY (tactic_id) REFERENCES public.disruption_tactic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_tacticstep
    ADD CONSTRAINT disruption_step_by_id_bf2f05f4_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_tacticstep
    ADD CONSTRAINT disruption_step_tactic_id_63e56f85_fk_disruption_tactic_id FOREIGN KEY (tactic_id) REFERENCES public.disruption_tactic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.disruption_tactic
    ADD CONSTRAINT disruption_tactic_entity_id_83a08e38_fk_claims_entity_id FOREIGN KEY (entity_id) REFERENCES public.claims_entity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_arrival
    ADD CONSTRAINT documents_arrival_child_id_45d362c1_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_arrival
    ADD CONSTRAINT documents_arrival_user_id_d2c9ff8e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_arrivedpiece
    ADD CONSTRAINT documents_arrivedpie_arrival_id_8a610eda_fk_documents FOREIGN KEY (arrival_id) REFERENCES public.documents_arrival(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_added_by_id_d9928353_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_entry_id_8ebaa61a_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_struck_out_by_id_32900895_fk_accounts_ FOREIGN KEY (struck_out_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_piece
    ADD CONSTRAINT documents_piece_document_id_01aa53ed_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_thumbnail
    ADD CONSTRAINT documents_thumbnail_document_id_b4183a00_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT drafts_draft_child_id_c063c87a_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT drafts_draft_user_id_a622a169_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.duties_done
    ADD CONSTRAINT duties_done_child_id_cf934118_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.duties_done
    ADD CONSTRAINT duties_done_entry_id_299d4a85_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_childlists
    ADD CONSTRAINT exchange_childlists_user_id_95ffa590_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_childlistsfile
    ADD CONSTRAINT exchange_childlistsf_lists_id_5d251132_fk_exchange_ FOREIGN KEY (lists_id) REFERENCES public.exchange_childlists(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_heldfile
    ADD CONSTRAINT exchange_heldfile_file_id_41e43862_fk_exchange_importfile_id FOREIGN KEY (file_id) REFERENCES public.exchange_importfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_import
    ADD CONSTRAINT exchange_import_user_id_788373d3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_importfile
    ADD CONSTRAINT exchange_importfile_batch_id_dfa39b2b_fk_exchange_import_id FOREIGN KEY (batch_id) REFERENCES public.exchange_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_importrow
    ADD CONSTRAINT exchange_importrow_batch_id_adeaa98a_fk_exchange_import_id FOREIGN KEY (batch_id) REFERENCES public.exchange_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_importrow
    ADD CONSTRAINT exchange_importrow_child_id_cda9ca4c_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_importrow
    ADD CONSTRAINT exchange_importrow_entry_id_2a23d632_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_importrow
    ADD CONSTRAINT exchange_importrow_file_id_2032b669_fk_exchange_importfile_id FOREIGN KEY (file_id) REFERENCES public.exchange_importfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_listedrow
    ADD CONSTRAINT exchange_listedrow_child_id_f69c001a_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_listedrow
    ADD CONSTRAINT exchange_listedrow_row_id_62ec30fc_fk_exchange_importrow_id FOREIGN KEY (row_id) REFERENCES public.exchange_importrow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_rememberedmapping
    ADD CONSTRAINT exchange_rememberedmapping_by_id_1be48869_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_stafflist
    ADD CONSTRAINT exchange_stafflist_user_id_9d71a408_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_decision
    ADD CONSTRAINT exports_decision_about_id_a05609af_fk_record_entry_id FOREIGN KEY (about_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_decision
    ADD CONSTRAINT exports_decision_decided_by_id_5f29f4f2_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_decision
    ADD CONSTRAINT exports_decision_export_id_8b6013dd_fk_exports_r FOREIGN KEY (export_id) REFERENCES public.exports_recordexport(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_part
    ADD CONSTRAINT exports_part_export_id_2767aa86_fk_exports_r FOREIGN KEY (export_id) REFERENCES public.exports_recordexport(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_part
    ADD CONSTRAINT exports_part_reader_id_c7beb472_fk_accounts_user_id FOREIGN KEY (reader_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_recordexport
    ADD CONSTRAINT exports_recordexport_asked_by_id_eb9281a6_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_recordexport
    ADD CONSTRAINT exports_recordexport_child_id_04dfc263_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_recordexport
    ADD CONSTRAINT exports_recordexport_entry_id_5c7da4a3_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exports_recordexport
    ADD CONSTRAINT exports_recordexport_started_by_id_5c930bbb_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_answer
    ADD CONSTRAINT feedback_answer_round_id_ebb44fb9_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_answer
    ADD CONSTRAINT feedback_answer_team_id_778d30a0_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_asked
    ADD CONSTRAINT feedback_asked_round_id_65deb872_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_asked
    ADD CONSTRAINT feedback_asked_team_id_9cdb1896_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_asked
    ADD CONSTRAINT feedback_asked_user_id_2c824d4f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_box
    ADD CONSTRAINT feedback_box_round_id_0b682f1e_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_done
    ADD CONSTRAINT feedback_done_by_id_26b5756d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_done
    ADD CONSTRAINT feedback_done_round_id_063d9056_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_hidden_by_id_0f030bb4_fk_accounts_user_id FOREIGN KEY (hidden_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_round_id_7407a5d9_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_asked_by_id_cc4ecc10_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_slip
    ADD CONSTRAINT feedback_slip_round_id_f5d612e2_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_slip
    ADD CONSTRAINT feedback_slip_team_id_d560eb97_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_turnout
    ADD CONSTRAINT feedback_turnout_round_id_cd54e6c3_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_turnout
    ADD CONSTRAINT feedback_turnout_team_id_e6fab302_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.insight_baseline
    ADD CONSTRAINT insight_baseline_by_id_57321176_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.insight_counting
    ADD CONSTRAINT insight_counting_user_id_6b56dde6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.insight_keptfigures
    ADD CONSTRAINT insight_keptfigures_user_id_5c765966_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_casesample
    ADD CONSTRAINT inspection_casesampl_inspection_id_b85a7e2d_fk_inspectio FOREIGN KEY (inspection_id) REFERENCES public.inspection_inspection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_casesample
    ADD CONSTRAINT inspection_casesample_drawn_by_id_2ae2d790_fk_accounts_user_id FOREIGN KEY (drawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_casesample
    ADD CONSTRAINT inspection_casesample_team_id_398ddf0d_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_childevidence
    ADD CONSTRAINT inspection_childevid_evidence_id_73a27a1b_fk_inspectio FOREIGN KEY (evidence_id) REFERENCES public.inspection_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_childevidence
    ADD CONSTRAINT inspection_childevidence_entry_id_220de84e_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_claim
    ADD CONSTRAINT inspection_claim_by_id_e9082b40_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_claim
    ADD CONSTRAINT inspection_claim_evaluation_id_ac238ac8_fk_inspectio FOREIGN KEY (evaluation_id) REFERENCES public.inspection_selfevaluation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_closed_by_id_abf064df_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_inspection_id_3ba2684d_fk_inspectio FOREIGN KEY (inspection_id) REFERENCES public.inspection_inspection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_owner_id_c259401f_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_raised_by_id_5480bede_fk_accounts_user_id FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concern
    ADD CONSTRAINT inspection_concern_statement_id_d071e78c_fk_letters_s FOREIGN KEY (statement_id) REFERENCES public.letters_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concernaction
    ADD CONSTRAINT inspection_concernac_concern_id_55cd9798_fk_inspectio FOREIGN KEY (concern_id) REFERENCES public.inspection_concern(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concernaction
    ADD CONSTRAINT inspection_concernac_done_by_id_737499b1_fk_accounts_ FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concernaction
    ADD CONSTRAINT inspection_concernac_raised_by_id_89254771_fk_accounts_ FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_concernaction
    ADD CONSTRAINT inspection_concernaction_owner_id_0012cb06_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_action_id_046b9b06_fk_inspectio FOREIGN KEY (action_id) REFERENCES public.inspection_concernaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_by_id_96bef230_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_concern_id_86b1a602_fk_inspectio FOREIGN KEY (concern_id) REFERENCES public.inspection_concern(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_programme_id_8219d710_fk_audits_pr FOREIGN KEY (programme_id) REFERENCES public.audits_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_evidence
    ADD CONSTRAINT inspection_evidence_set_aside_by_id_8ba80cf2_fk_accounts_ FOREIGN KEY (set_aside_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_inspection
    ADD CONSTRAINT inspection_inspectio_recorded_by_id_ec0f4236_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_inspection
    ADD CONSTRAINT inspection_inspection_letter_id_7f55a268_fk_letters_letter_id FOREIGN KEY (letter_id) REFERENCES public.letters_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_judgedon
    ADD CONSTRAINT inspection_judgedon_evidence_id_bcdd769d_fk_inspectio FOREIGN KEY (evidence_id) REFERENCES public.inspection_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_judgedon
    ADD CONSTRAINT inspection_judgedon_judgement_id_780cc92b_fk_inspectio FOREIGN KEY (judgement_id) REFERENCES public.inspection_judgement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_judgement
    ADD CONSTRAINT inspection_judgement_by_id_d909cdfb_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_judgement
    ADD CONSTRAINT inspection_judgement_concern_id_a1d7f8e8_fk_inspectio FOREIGN KEY (concern_id) REFERENCES public.inspection_concern(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_judgement
    ADD CONSTRAINT inspection_judgement_visit_id_b46b5345_fk_inspectio FOREIGN KEY (visit_id) REFERENCES public.inspection_inspection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_pack
    ADD CONSTRAINT inspection_pack_asked_by_id_b0d30684_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_pack
    ADD CONSTRAINT inspection_pack_released_by_id_db887de7_fk_accounts_user_id FOREIGN KEY (released_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_packpiece
    ADD CONSTRAINT inspection_packpiece_pack_id_f5ddd273_fk_inspection_pack_id FOREIGN KEY (pack_id) REFERENCES public.inspection_pack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_packpiece
    ADD CONSTRAINT inspection_packpiece_user_id_9aa8b42e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_sampledchild
    ADD CONSTRAINT inspection_sampledch_sample_id_d9e9b85f_fk_inspectio FOREIGN KEY (sample_id) REFERENCES public.inspection_casesample(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_sampledchild
    ADD CONSTRAINT inspection_sampledchild_child_id_d9ac97f2_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_sampledchild
    ADD CONSTRAINT inspection_sampledchild_team_id_ff5dd447_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_selfevaluation
    ADD CONSTRAINT inspection_selfevalu_approved_by_id_8fbfabc4_fk_accounts_ FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inspection_selfevaluation
    ADD CONSTRAINT inspection_selfevalu_begun_by_id_8c21826c_fk_accounts_ FOREIGN KEY (begun_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_answer
    ADD CONSTRAINT instruments_answer_completion_id_6bf335b2_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_blindmark
    ADD CONSTRAINT instruments_blindmark_asked_by_id_cf6c25c9_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_blindmark
    ADD CONSTRAINT instruments_blindmark_child_id_090d7d49_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_blindmark
    ADD CONSTRAINT instruments_blindmark_entry_id_b1048305_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_blindmark
    ADD CONSTRAINT instruments_blindmark_marker_id_c9971e8b_fk_accounts_user_id FOREIGN KEY (marker_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_completion
    ADD CONSTRAINT instruments_completion_by_id_ae8d43d5_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_completion
    ADD CONSTRAINT instruments_completion_entry_id_e0375dc3_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_floormet
    ADD CONSTRAINT instruments_floormet_completion_id_e696df58_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.instruments_subtotal
    ADD CONSTRAINT instruments_subtotal_completion_id_b9b50019_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_letter
    ADD CONSTRAINT letters_letter_added_by_id_51a31d61_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_letter
    ADD CONSTRAINT letters_letter_struck_out_by_id_24ae7dcb_fk_accounts_user_id FOREIGN KEY (struck_out_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_letterfile
    ADD CONSTRAINT letters_letterfile_letter_id_c3a1db5b_fk_letters_letter_id FOREIGN KEY (letter_id) REFERENCES public.letters_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_statement
    ADD CONSTRAINT letters_statement_confirmed_by_id_baeacf36_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_statement
    ADD CONSTRAINT letters_statement_letter_id_023cd13a_fk_letters_letter_id FOREIGN KEY (letter_id) REFERENCES public.letters_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meetingagreement
    ADD CONSTRAINT meetings_agreement_meeting_id_91777bf2_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meetingagreement
    ADD CONSTRAINT meetings_agreement_owner_id_e544ec99_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_meeting_id_296f48af_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_decision
    ADD CONSTRAINT meetings_decision_action_id_602c6d18_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_decision
    ADD CONSTRAINT meetings_decision_part_id_04813b1c_fk_meetings_part_entry_id FOREIGN KEY (part_id) REFERENCES public.meetings_part(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_closed_by_id_dab0b3f4_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_part
    ADD CONSTRAINT meetings_part_child_id_40af5f4b_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_part
    ADD CONSTRAINT meetings_part_entry_id_757d368f_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_part
    ADD CONSTRAINT meetings_part_meeting_id_299d658a_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_acknowledgement
    ADD CONSTRAINT missing_acknowledgem_episode_id_ca5aaa78_fk_missing_e FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_acknowledgement
    ADD CONSTRAINT missing_acknowledgement_by_id_524619c2_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_carerdetails
    ADD CONSTRAINT missing_carerdetails_entry_id_01412441_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_episode
    ADD CONSTRAINT missing_episode_child_id_7898ed37_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_episode
    ADD CONSTRAINT missing_episode_entry_id_94e5ff5b_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_grade
    ADD CONSTRAINT missing_grade_by_id_53c4e727_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_grade
    ADD CONSTRAINT missing_grade_episode_id_8240d0e8_fk_missing_episode_entry_id FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_report
    ADD CONSTRAINT missing_report_episode_id_d2c39590_fk_missing_episode_entry_id FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_notification
    ADD CONSTRAINT missing_telling_by_id_83a4ffdc_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.missing_notification
    ADD CONSTRAINT missing_telling_episode_id_8269a608_fk_missing_episode_entry_id FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.on_call_shift
    ADD CONSTRAINT on_call_shift_user_id_17f7daff_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.oversight_review
    ADD CONSTRAINT oversight_review_asked_by_id_9bd61956_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.oversight_review
    ADD CONSTRAINT oversight_review_entry_id_23d7131d_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.oversight_review
    ADD CONSTRAINT oversight_review_team_id_fe9d8701_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.oversight_turn
    ADD CONSTRAINT oversight_turn_by_id_aca7d3f0_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.oversight_turn
    ADD CONSTRAINT oversight_turn_review_id_215f947f_fk_oversight_review_id FOREIGN KEY (review_id) REFERENCES public.oversight_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_hold
    ADD CONSTRAINT own_pages_hold_child_id_af494fc6_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_hold
    ADD CONSTRAINT own_pages_hold_entry_id_510b07a0_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_hold
    ADD CONSTRAINT own_pages_hold_lifted_by_id_d6ff05d9_fk_accounts_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_child_id_66e0d3d6_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_ended_by_id_78105dc7_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_entry_id_b7e62d2a_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_talk_id_459728d1_fk_own_pages_talk_entry_id FOREIGN KEY (talk_id) REFERENCES public.own_pages_talk(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_ownpage
    ADD CONSTRAINT own_pages_ownpage_user_id_f67bad62_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_talk
    ADD CONSTRAINT own_pages_talk_child_id_10ba7da8_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.own_pages_talk
    ADD CONSTRAINT own_pages_talk_entry_id_82b35fe0_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_actiondone
    ADD CONSTRAINT performance_actiondo_action_id_e1f1075d_fk_performan FOREIGN KEY (action_id) REFERENCES public.performance_plannedaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_actiondone
    ADD CONSTRAINT performance_actiondone_by_id_6cdeaaf1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_childcase
    ADD CONSTRAINT performance_childcase_child_id_238e6750_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_childcase
    ADD CONSTRAINT performance_childcase_count_id_49a1bd90_fk_performance_count_id FOREIGN KEY (count_id) REFERENCES public.performance_count(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_childcase
    ADD CONSTRAINT performance_childcase_team_id_8ff0c0a7_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_childcase
    ADD CONSTRAINT performance_childcase_worker_id_f0c24def_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_count
    ADD CONSTRAINT performance_count_asked_by_id_387e3dc0_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_count
    ADD CONSTRAINT performance_count_report_id_efed3de1_fk_performance_report_id FOREIGN KEY (report_id) REFERENCES public.performance_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_countedmeasure
    ADD CONSTRAINT performance_countedm_count_id_5e837301_fk_performan FOREIGN KEY (count_id) REFERENCES public.performance_count(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_plannedaction
    ADD CONSTRAINT performance_planneda_report_id_7e20cc66_fk_performan FOREIGN KEY (report_id) REFERENCES public.performance_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_plannedaction
    ADD CONSTRAINT performance_planneda_worker_id_0d9d9925_fk_record_wo FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_plannedaction
    ADD CONSTRAINT performance_plannedaction_by_id_c829f28a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_question
    ADD CONSTRAINT performance_question_asked_by_id_c5fee0a6_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_question
    ADD CONSTRAINT performance_question_closed_by_id_b8679525_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_question
    ADD CONSTRAINT performance_question_report_id_4706b38e_fk_performan FOREIGN KEY (report_id) REFERENCES public.performance_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_count_id_f238fad9_fk_performance_count_id FOREIGN KEY (count_id) REFERENCES public.performance_count(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_made_by_id_381b30b0_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_published_by_id_cb71d12f_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_replaces_id_1b233ab5_fk_performan FOREIGN KEY (replaces_id) REFERENCES public.performance_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_report
    ADD CONSTRAINT performance_report_withdrawn_by_id_184c46df_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_reportfigure
    ADD CONSTRAINT performance_reportfi_count_id_a9255d51_fk_performan FOREIGN KEY (count_id) REFERENCES public.performance_count(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_reporttheme
    ADD CONSTRAINT performance_reportth_report_id_fd691be3_fk_performan FOREIGN KEY (report_id) REFERENCES public.performance_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_turn
    ADD CONSTRAINT performance_turn_answered_by_id_b1355db1_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_turn
    ADD CONSTRAINT performance_turn_question_id_8cd2f5c3_fk_performan FOREIGN KEY (question_id) REFERENCES public.performance_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_turn
    ADD CONSTRAINT performance_turn_worker_id_2b244888_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_workercase
    ADD CONSTRAINT performance_workerca_count_id_5640678a_fk_performan FOREIGN KEY (count_id) REFERENCES public.performance_count(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_workercase
    ADD CONSTRAINT performance_workercase_team_id_1eff145d_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.performance_workercase
    ADD CONSTRAINT performance_workercase_worker_id_0a59ef68_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.placements_move
    ADD CONSTRAINT placements_move_child_id_1f2e66f0_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.placements_move
    ADD CONSTRAINT placements_move_entry_id_f0507012_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.placements_move
    ADD CONSTRAINT placements_move_placement_id_ec452fc5_fk_record_placement_id FOREIGN KEY (placement_id) REFERENCES public.record_placement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.placements_nearerreview
    ADD CONSTRAINT placements_nearerrev_move_id_7123522d_fk_placement FOREIGN KEY (move_id) REFERENCES public.placements_move(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.placements_nearerreview
    ADD CONSTRAINT placements_nearerreview_entry_id_a9dc97f7_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planagreement
    ADD CONSTRAINT plans_agreement_by_id_c293925f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planagreement
    ADD CONSTRAINT plans_agreement_plan_id_91e827d7_fk_plans_plan_entry_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_covers
    ADD CONSTRAINT plans_covers_plan_action_id_9e5460dd_fk_plans_planaction_id FOREIGN KEY (plan_action_id) REFERENCES public.plans_planaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_covers
    ADD CONSTRAINT plans_covers_risk_id_4fd621a9_fk_risk_presentingrisk_entry_id FOREIGN KEY (risk_id) REFERENCES public.risk_presentingrisk(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_leftuncovered
    ADD CONSTRAINT plans_leftuncovered_by_id_c8a510a0_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_leftuncovered
    ADD CONSTRAINT plans_leftuncovered_plan_id_3b149a82_fk_plans_plan_entry_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_leftuncovered
    ADD CONSTRAINT plans_leftuncovered_risk_id_de972e95_fk_risk_pres FOREIGN KEY (risk_id) REFERENCES public.risk_presentingrisk(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_child_id_b7cb9fb6_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_closed_by_id_1bdbf39e_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_entry_id_dec57d37_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_previous_id_44949fb8_fk_plans_plan_entry_id FOREIGN KEY (previous_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_added_by_id_50f22484_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_carried_from_id_c0b1c05e_fk_plans_pla FOREIGN KEY (carried_from_id) REFERENCES public.plans_planaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_dropped_by_id_7ec3c20e_fk_accounts_user_id FOREIGN KEY (dropped_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_owner_id_1bee7e1d_fk_record_worker_id FOREIGN KEY (owner_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_plan_id_bd4e0bd5_fk_plans_plan_entry_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planaction
    ADD CONSTRAINT plans_planaction_task_id_944601a8_fk_actions_action_id FOREIGN KEY (task_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_plan_id_5ab3eb4f_fk_plans_plan_entry_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_child_id_e9fa84d4_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_entry_id_d3b65a28_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_plan_id_71547ae9_fk_plans_plan_entry_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.record_allocation
    ADD CONSTRAINT record_allocation_child_id_b1ecc1e0_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_allocation
    ADD CONSTRAINT record_allocation_team_id_31b50590_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_allocation
    ADD CONSTRAINT record_allocation_worker_id_69c9c785_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_child
    ADD CONSTRAINT record_child_recorded_by_id_dd25a305_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_child
    ADD CONSTRAINT record_child_user_id_e9d57a99_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_entry
    ADD CONSTRAINT record_entry_by_id_9332463c_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_entry
    ADD CONSTRAINT record_entry_child_id_d89184ce_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_entry
    ADD CONSTRAINT record_entry_struck_out_by_id_e382f16c_fk_accounts_user_id FOREIGN KEY (struck_out_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_identifier
    ADD CONSTRAINT record_identifier_child_id_abc77ee5_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_informedby
    ADD CONSTRAINT record_informedby_because_of_id_c251f00a_fk_record_entry_id FOREIGN KEY (because_of_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_informedby
    ADD CONSTRAINT record_informedby_entry_id_c2058213_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_membership
    ADD CONSTRAINT record_membership_team_id_27fc18ba_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_membership
    ADD CONSTRAINT record_membership_worker_id_8bb27f5a_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_name
    ADD CONSTRAINT record_name_child_id_57cbaea7_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_person
    ADD CONSTRAINT record_person_recorded_by_id_ff63bad7_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_placement
    ADD CONSTRAINT record_placement_address_id_e4fda6ae_fk_record_address_id FOREIGN KEY (address_id) REFERENCES public.record_address(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_placement
    ADD CONSTRAINT record_placement_child_id_c6cb9bfe_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_relationship
    ADD CONSTRAINT record_relationship_child_id_578f2aeb_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_relationship
    ADD CONSTRAINT record_relationship_other_child_id_9f798b7f_fk_record_child_id FOREIGN KEY (other_child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_relationship
    ADD CONSTRAINT record_relationship_person_id_70fbe6a6_fk_record_person_id FOREIGN KEY (person_id) REFERENCES public.record_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_residence
    ADD CONSTRAINT record_residence_address_id_95ff201c_fk_record_address_id FOREIGN KEY (address_id) REFERENCES public.record_address(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_residence
    ADD CONSTRAINT record_residence_child_id_58d4dad0_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_team
    ADD CONSTRAINT record_team_agency_id_6edfc11d_fk_record_agency_id FOREIGN KEY (agency_id) REFERENCES public.record_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_team
    ADD CONSTRAINT record_team_merged_into_id_e60f92d3_fk_record_team_id FOREIGN KEY (merged_into_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_team
    ADD CONSTRAINT record_team_parent_id_bcb7b097_fk_record_team_id FOREIGN KEY (parent_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT record_track_child_id_1f35c501_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_track
    ADD CONSTRAINT record_track_entry_id_6d714c10_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_words
    ADD CONSTRAINT record_words_child_id_6672a685_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_words
    ADD CONSTRAINT record_words_entry_id_ea819066_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_worker
    ADD CONSTRAINT record_worker_agency_id_e425882c_fk_record_agency_id FOREIGN KEY (agency_id) REFERENCES public.record_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.record_worker
    ADD CONSTRAINT record_worker_user_id_37035129_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_outcome
    ADD CONSTRAINT replies_outcome_by_id_7d1ecd9f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_outcome
    ADD CONSTRAINT replies_outcome_reply_id_b1e459ca_fk_replies_reply_entry_id FOREIGN KEY (reply_id) REFERENCES public.replies_reply(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_reply
    ADD CONSTRAINT replies_reply_child_id_c322380b_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_reply
    ADD CONSTRAINT replies_reply_entry_id_6b20a99b_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_reply
    ADD CONSTRAINT replies_reply_interview_id_9f4535cb_fk_return_in FOREIGN KEY (interview_id) REFERENCES public.return_interviews_returninterview(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.replies_reply
    ADD CONSTRAINT replies_reply_recorded_told_by_id_8dcef31b_fk_accounts_user_id FOREIGN KEY (recorded_told_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.retention_kepton
    ADD CONSTRAINT retention_kepton_by_id_5b3dfed9_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.retention_kepton
    ADD CONSTRAINT retention_kepton_child_id_5af7c6c2_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_coveredepisode
    ADD CONSTRAINT return_interviews_co_episode_id_6a1963fd_fk_missing_e FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_coveredepisode
    ADD CONSTRAINT return_interviews_co_interview_id_c5b93109_fk_return_in FOREIGN KEY (interview_id) REFERENCES public.return_interviews_returninterview(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_notheld
    ADD CONSTRAINT return_interviews_no_episode_id_33f5b966_fk_missing_e FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_notheld
    ADD CONSTRAINT return_interviews_notheld_entry_id_613c41bc_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_offerepisode
    ADD CONSTRAINT return_interviews_of_episode_id_513de615_fk_missing_e FOREIGN KEY (episode_id) REFERENCES public.missing_episode(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_offerepisode
    ADD CONSTRAINT return_interviews_of_offer_id_e8e2ec95_fk_return_in FOREIGN KEY (offer_id) REFERENCES public.return_interviews_offer(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_offer
    ADD CONSTRAINT return_interviews_offer_child_id_49b84205_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_offer
    ADD CONSTRAINT return_interviews_offer_entry_id_667bcecc_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_qualitycheck
    ADD CONSTRAINT return_interviews_qu_by_id_38e71672_fk_accounts_ FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_qualitycheck
    ADD CONSTRAINT return_interviews_qu_interview_id_c17a7949_fk_return_in FOREIGN KEY (interview_id) REFERENCES public.return_interviews_returninterview(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT return_interviews_re_child_id_8c4e3097_fk_record_ch FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT return_interviews_re_entry_id_bf1e4d5f_fk_record_en FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT return_interviews_re_interviewer_id_1f4b707a_fk_record_wo FOREIGN KEY (interviewer_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.return_interviews_returninterview
    ADD CONSTRAINT return_interviews_re_version_of_id_99cf2319_fk_return_in FOREIGN KEY (version_of_id) REFERENCES public.return_interviews_returninterview(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_context
    ADD CONSTRAINT risk_context_opened_by_id_7d7bdeef_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_contextassessment
    ADD CONSTRAINT risk_contextassessme_completion_id_78d4fb9b_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_contextassessment
    ADD CONSTRAINT risk_contextassessment_by_id_9a5be73b_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_contextassessment
    ADD CONSTRAINT risk_contextassessment_context_id_222ad98b_fk_risk_context_id FOREIGN KEY (context_id) REFERENCES public.risk_context(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_presentingrisk
    ADD CONSTRAINT risk_presentingrisk_child_id_f346fc00_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_presentingrisk
    ADD CONSTRAINT risk_presentingrisk_closed_because_of_id_24516262_fk_record_en FOREIGN KEY (closed_because_of_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_presentingrisk
    ADD CONSTRAINT risk_presentingrisk_closed_by_id_28c99907_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_presentingrisk
    ADD CONSTRAINT risk_presentingrisk_entry_id_f4af1c20_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_raised
    ADD CONSTRAINT risk_raised_child_id_52242714_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_raised
    ADD CONSTRAINT risk_raised_evidence_id_37c65874_fk_record_entry_id FOREIGN KEY (evidence_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_raised
    ADD CONSTRAINT risk_raised_movement_id_4860ae14_fk_risk_riskmovement_id FOREIGN KEY (movement_id) REFERENCES public.risk_riskmovement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_raised
    ADD CONSTRAINT risk_raised_risk_id_dff99c63_fk_risk_presentingrisk_entry_id FOREIGN KEY (risk_id) REFERENCES public.risk_presentingrisk(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_child_id_85159029_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_completion_id_fe610cfb_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_entry_id_c6a788e2_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskassessment
    ADD CONSTRAINT risk_riskassessment_previous_id_840c453a_fk_risk_risk FOREIGN KEY (previous_id) REFERENCES public.risk_riskassessment(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskmovement
    ADD CONSTRAINT risk_riskmovement_because_of_id_a1def402_fk_record_entry_id FOREIGN KEY (because_of_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskmovement
    ADD CONSTRAINT risk_riskmovement_by_id_75ec72ff_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_riskmovement
    ADD CONSTRAINT risk_riskmovement_risk_id_6663d99b_fk_risk_pres FOREIGN KEY (risk_id) REFERENCES public.risk_presentingrisk(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_asked_by_id_5fee874a_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_assessment_id_9da1db8d_fk_risk_risk FOREIGN KEY (assessment_id) REFERENCES public.risk_riskassessment(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_completion_id_c3cba1eb_fk_instrumen FOREIGN KEY (completion_id) REFERENCES public.instruments_completion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.risk_secondmark
    ADD CONSTRAINT risk_secondmark_marker_id_6a7d415a_fk_accounts_user_id FOREIGN KEY (marker_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.setting_up_stepanswer
    ADD CONSTRAINT setting_up_stepanswer_by_id_96081907_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.settings_councildetail
    ADD CONSTRAINT settings_councildetail_by_id_1ff0c8de_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervisionagreement
    ADD CONSTRAINT supervision_agreemen_recorded_by_id_f99589b8_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervisionagreement
    ADD CONSTRAINT supervision_agreemen_supervisor_id_abd9df75_fk_record_wo FOREIGN KEY (supervisor_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervisionagreement
    ADD CONSTRAINT supervision_agreement_worker_id_35358fe0_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpar_supervision_id_1ba6904f_fk_supervisi FOREIGN KEY (supervision_id) REFERENCES public.supervision_supervision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpar_supervisor_id_4f04b0be_fk_record_wo FOREIGN KEY (supervisor_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpart_child_id_085f1cbe_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpart_entry_id_88aab3c7_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_childpart
    ADD CONSTRAINT supervision_childpart_worker_id_da8aea94_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personalnote
    ADD CONSTRAINT supervision_personal_supervision_id_d70fca1b_fk_supervisi FOREIGN KEY (supervision_id) REFERENCES public.supervision_supervision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personaldraft
    ADD CONSTRAINT supervision_personal_supervision_id_f9c5262b_fk_supervisi FOREIGN KEY (supervision_id) REFERENCES public.supervision_supervision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personalnote
    ADD CONSTRAINT supervision_personal_supervisor_user_id_461776b8_fk_accounts_ FOREIGN KEY (supervisor_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personalnote
    ADD CONSTRAINT supervision_personal_worker_user_id_ac0d7f31_fk_accounts_ FOREIGN KEY (worker_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personaldraft
    ADD CONSTRAINT supervision_personal_writer_id_bfc0e3cb_fk_accounts_ FOREIGN KEY (writer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_personalnote
    ADD CONSTRAINT supervision_personalnote_by_id_5a3500fe_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_sample
    ADD CONSTRAINT supervision_sample_by_id_b3fc7dc8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_sample
    ADD CONSTRAINT supervision_sample_supervision_id_e646ae7c_fk_supervisi FOREIGN KEY (supervision_id) REFERENCES public.supervision_supervision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervis_covering_id_7126dc61_fk_allocatio FOREIGN KEY (covering_id) REFERENCES public.allocation_away(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervis_recorded_by_id_54db0885_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervis_supervisor_id_2ac59e76_fk_record_wo FOREIGN KEY (supervisor_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervision_team_id_fa7f7adf_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.supervision_supervision
    ADD CONSTRAINT supervision_supervision_worker_id_8eecb872_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_adultreferral
    ADD CONSTRAINT transitions_adultreferral_child_id_7ed6cefc_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_adultreferral
    ADD CONSTRAINT transitions_adultreferral_entry_id_a2578a43_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_contact
    ADD CONSTRAINT transitions_contact_child_id_a3a328b5_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_contact
    ADD CONSTRAINT transitions_contact_entry_id_ac278a36_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_home
    ADD CONSTRAINT transitions_home_child_id_18bcfc44_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_home
    ADD CONSTRAINT transitions_home_entry_id_2ccf4f31_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_needsassessment
    ADD CONSTRAINT transitions_needsass_child_id_cb7fe322_fk_record_ch FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_needsassessment
    ADD CONSTRAINT transitions_needsass_entry_id_2acf2c1a_fk_record_en FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_pathway
    ADD CONSTRAINT transitions_pathway_child_id_1f300098_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_pathway
    ADD CONSTRAINT transitions_pathway_entry_id_bd620d06_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_pathway
    ADD CONSTRAINT transitions_pathway_plan_id_564bc6f2_fk_record_entry_id FOREIGN KEY (plan_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_pathway
    ADD CONSTRAINT transitions_pathway_review_of_id_235a6819_fk_transitio FOREIGN KEY (review_of_id) REFERENCES public.transitions_pathway(entry_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_staying
    ADD CONSTRAINT transitions_staying_child_id_49e10247_fk_record_child_id FOREIGN KEY (child_id) REFERENCES public.record_child(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_staying
    ADD CONSTRAINT transitions_staying_entry_id_74dbca6b_fk_record_entry_id FOREIGN KEY (entry_id) REFERENCES public.record_entry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transitions_staying
    ADD CONSTRAINT transitions_staying_worker_id_63963bb4_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_absence
    ADD CONSTRAINT workforce_absence_worker_id_a7327709_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_absencekind
    ADD CONSTRAINT workforce_absencekin_absence_id_a1004102_fk_workforce FOREIGN KEY (absence_id) REFERENCES public.workforce_absence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_absencekind
    ADD CONSTRAINT workforce_absencekind_worker_id_079b8e28_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_censusworker
    ADD CONSTRAINT workforce_censuswork_census_id_610a6b7d_fk_workforce FOREIGN KEY (census_id) REFERENCES public.workforce_census(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_engagement
    ADD CONSTRAINT workforce_engagement_post_id_5e064f12_fk_workforce_post_id FOREIGN KEY (post_id) REFERENCES public.workforce_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_engagement
    ADD CONSTRAINT workforce_engagement_worker_id_9bf9a455_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_exitinterview
    ADD CONSTRAINT workforce_exitinterview_held_by_id_0a57f91e_fk_record_worker_id FOREIGN KEY (held_by_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_exitinterview
    ADD CONSTRAINT workforce_exitinterview_team_id_8bb5f886_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_exitinterview
    ADD CONSTRAINT workforce_exitinterview_worker_id_b9267134_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_newlyqualified
    ADD CONSTRAINT workforce_newlyqualified_worker_id_d0600c98_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_place
    ADD CONSTRAINT workforce_place_course_id_265553f6_fk_workforce_course_id FOREIGN KEY (course_id) REFERENCES public.workforce_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_place
    ADD CONSTRAINT workforce_place_worker_id_c6adcfc3_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_post
    ADD CONSTRAINT workforce_post_team_id_7808326e_fk_record_team_id FOREIGN KEY (team_id) REFERENCES public.record_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_supportedyearstep
    ADD CONSTRAINT workforce_step_worker_id_6f392c95_fk_record_worker_id FOREIGN KEY (worker_id) REFERENCES public.record_worker(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workforce_supportedyearstep
    ADD CONSTRAINT workforce_step_year_id_7ebe4291_fk_workforce_newlyqualified_id FOREIGN KEY (year_id) REFERENCES public.workforce_newlyqualified(id) DEFERRABLE INITIALLY DEFERRED;

INSERT INTO public.django_migrations (app, name, applied)
SELECT app, name, now() FROM (VALUES
    ('access', '0001_initial'),
    ('access', '0002_answers_to_openings'),
    ('access', '0003_alter_grant_kind_grant_grant_to_one_names_it'),
    ('access', '0004_readings_of_user'),
    ('access', '0005_lifting_takes_two'),
    ('account', '0001_initial'),
    ('account', '0002_email_max_length'),
    ('account', '0003_alter_emailaddress_create_unique_verified_email'),
    ('account', '0004_alter_emailaddress_drop_unique_email'),
    ('account', '0005_emailaddress_idx_upper_email'),
    ('account', '0006_emailaddress_lower'),
    ('account', '0007_emailaddress_idx_email'),
    ('account', '0008_emailaddress_unique_primary_email_fixup'),
    ('account', '0009_emailaddress_unique_primary_email'),
    ('accounts', '0001_initial'),
    ('accounts', '0002_kittiwake_itself'),
    ('accounts', '0003_tries'),
    ('accounts', '0004_secrets'),
    ('accounts', '0005_unsent'),
    ('accounts', '0006_next_role'),
    ('accounts', '0007_the_directory'),
    ('actions', '0001_initial'),
    ('agencies', '0001_initial'),
    ('alerts', '0001_initial'),
    ('allocation', '0001_initial'),
    ('allocation', '0002_one_way_of_being_away'),
    ('audits', '0001_initial'),
    ('audits', '0002_discussed_in_supervision_and_trained_for'),
    ('audits', '0003_what_a_change_is_about_and_how_long_it_lasts'),
    ('audits', '0004_settled_by_a_third_and_why_another_sample'),
    ('audits', '0005_blind_marks_are_kept_by_the_database'),
    ('audits', '0006_action_step'),
    ('auth', '0001_initial'),
    ('auth', '0002_alter_permission_name_max_length'),
    ('auth', '0003_alter_user_email_max_length'),
    ('auth', '0004_alter_user_username_opts'),
    ('auth', '0005_alter_user_last_login_null'),
    ('auth', '0006_require_contenttypes_0002'),
    ('auth', '0007_alter_validators_add_error_messages'),
    ('auth', '0008_alter_user_username_max_length'),
    ('auth', '0009_alter_user_last_name_max_length'),
    ('auth', '0010_alter_group_name_max_length'),
    ('auth', '0011_update_proxy_permissions'),
    ('auth', '0012_alter_user_first_name_max_length'),
    ('claims', '0001_initial'),
    ('claims', '0002_somebody_who_may_see_both_is_asked'),
    ('claims', '0003_entity_and_wording'),
    ('clocks', '0001_initial'),
    ('clocks', '0002_local_limits'),
    ('clocks', '0003_limits_that_are_numbers'),
    ('clocks', '0004_holidays_known'),
    ('clocks', '0005_put_off'),
    ('clocks', '0006_holidays_and_terms'),
    ('clocks', '0007_limits_in_years'),
    ('contenttypes', '0001_initial'),
    ('contenttypes', '0002_remove_content_type_name'),
    ('desk', '0001_initial'),
    ('direct_work', '0001_initial'),
    ('directory', '0001_initial'),
    ('disruption', '0001_initial'),
    ('disruption', '0002_tactic_step_and_entity'),
    ('documents', '0001_initial'),
    ('documents', '0002_arrivals_and_thumbnails'),
    ('drafts', '0001_initial'),
    ('duties', '0001_initial'),
    ('duties', '0002_home_notified'),
    ('exchange', '0001_initial'),
    ('exchange', '0002_left_out'),
    ('exchange', '0003_asked'),
    ('exchange', '0004_doubts_and_what_rows_say'),
    ('exchange', '0005_shared_imports_and_hidden_rows'),
    ('exchange', '0006_staff_lists'),
    ('exchange', '0007_child_lists'),
    ('exports', '0001_initial'),
    ('feedback', '0001_initial'),
    ('history', '0001_initial'),
    ('history', '0002_import'),
    ('insight', '0001_initial'),
    ('insight', '0002_counting'),
    ('insight', '0003_published_quarters'),
    ('insight', '0004_baseline'),
    ('inspection', '0001_initial'),
    ('instruments', '0001_initial'),
    ('instruments', '0002_kept_until_marked'),
    ('letters', '0001_initial'),
    ('letters', '0002_version_of_what_a_letter_is'),
    ('meetings', '0001_initial'),
    ('meetings', '0002_meeting_agreement'),
    ('meetings', '0003_usual_members'),
    ('mfa', '0001_initial'),
    ('mfa', '0002_authenticator_timestamps'),
    ('mfa', '0003_authenticator_type_uniq'),
    ('missing', '0001_initial'),
    ('missing', '0002_withdrawn_reports'),
    ('missing', '0003_standing_is_read'),
    ('missing', '0004_withdrawn_grades'),
    ('missing', '0005_notification_and_level'),
    ('on_call', '0001_initial'),
    ('outbox', '0001_initial'),
    ('outbox', '0002_what_arrived'),
    ('oversight', '0001_initial'),
    ('own_pages', '0001_initial'),
    ('performance', '0001_initial'),
    ('placements', '0001_initial'),
    ('placements', '0002_no_notice_and_fewer_visits'),
    ('plans', '0001_initial'),
    ('plans', '0002_plan_agreement'),
    ('procrastinate', '0001_initial'),
    ('procrastinate', '0002_drop_started_at_column'),
    ('procrastinate', '0003_drop_started_at_column'),
    ('procrastinate', '0004_drop_procrastinate_version_table'),
    ('procrastinate', '0005_fix_procrastinate_fetch_job'),
    ('procrastinate', '0006_fix_trigger_status_events_insert'),
    ('procrastinate', '0007_add_queueing_lock_column'),
    ('procrastinate', '0008_close_fetch_job_race_condition'),
    ('procrastinate', '0009_add_defer_job_function'),
    ('procrastinate', '0010_add_procrastinate_periodic_defers'),
    ('procrastinate', '0011_add_foreign_key_index'),
    ('procrastinate', '0012_add_locks_to_periodic_defer'),
    ('procrastinate', '0013_fix_procrastinate_defer_periodic_job'),
    ('procrastinate', '0014_add_finish_job_and_retry_job_functions'),
    ('procrastinate', '0015_add_trigger_on_job_deletion'),
    ('procrastinate', '0016_delete_finished_jobs'),
    ('procrastinate', '0017_add_checks_to_finish_job'),
    ('procrastinate', '0018_add_checks_to_retry_job'),
    ('procrastinate', '0019_fix_finish_job_compat_issue'),
    ('procrastinate', '0020_add_index_on_procrastinate_jobs'),
    ('procrastinate', '0021_add_kwargs_to_defer_periodic_job'),
    ('procrastinate', '0022_null_locks_excluded'),
    ('procrastinate', '0023_remove_old_finish_job_function'),
    ('procrastinate', '0024_job_id_bigint'),
    ('procrastinate', '0025_add_models'),
    ('procrastinate', '0026_add_job_priority'),
    ('procrastinate', '0027_add_periodic_job_priority'),
    ('procrastinate', '0028_add_cancel_states'),
    ('procrastinate', '0029_add_additional_params_to_retry_job'),
    ('procrastinate', '0030_alter_procrastinateevent_options'),
    ('procrastinate', '0031_add_indexes_for_fetch_job'),
    ('procrastinate', '0032_pre_cancel_notification'),
    ('procrastinate', '0033_post_cancel_notification'),
    ('procrastinate', '0034_pre_add_heartbeat'),
    ('procrastinate', '0035_post_add_heartbeat'),
    ('procrastinate', '0036_add_worker_model'),
    ('procrastinate', '0037_pre_batch_defer_jobs'),
    ('procrastinate', '0038_post_batch_defer_jobs'),
    ('procrastinate', '0039_pre_priority_lock_fetch_job'),
    ('procrastinate', '0040_pre_retry_failed_job'),
    ('procrastinate', '0041_post_retry_failed_job'),
    ('record', '0001_extensions'),
    ('record', '0002_initial'),
    ('record', '0003_child_withdrawn_at'),
    ('record', '0004_indexes_of_the_rule'),
    ('record', '0005_words_heard_and_tracks'),
    ('record', '0006_a_line_for_a_track'),
    ('record', '0007_unaccompanied'),
    ('record', '0008_withdrawn'),
    ('record', '0009_versions_of_teams'),
    ('record', '0010_team_ends'),
    ('record', '0011_agencies_end_and_teams_merge'),
    ('replies', '0001_initial'),
    ('replies', '0002_outcome'),
    ('retention', '0001_initial'),
    ('return_interviews', '0001_initial'),
    ('return_interviews', '0002_unanswered_is_not_no'),
    ('return_interviews', '0003_put_off'),
    ('return_interviews', '0004_edits_and_versions_have_their_own_words'),
    ('return_interviews', '0005_drafts_say_wording'),
    ('risk', '0001_initial'),
    ('risk', '0002_second_marks_are_kept_by_the_database'),
    ('sessions', '0001_initial'),
    ('setting_up', '0001_initial'),
    ('settings', '0001_initial'),
    ('socialaccount', '0001_initial'),
    ('socialaccount', '0002_token_max_lengths'),
    ('socialaccount', '0003_extra_data_default_dict'),
    ('socialaccount', '0004_app_provider_id_settings'),
    ('socialaccount', '0005_socialtoken_nullable_app'),
    ('socialaccount', '0006_alter_socialaccount_extra_data'),
    ('statistics', '0001_initial'),
    ('supervision', '0001_initial'),
    ('supervision', '0002_cover_is_kept_in_allocation'),
    ('supervision', '0003_supervision_agreement'),
    ('transitions', '0001_initial'),
    ('usersessions', '0001_initial'),
    ('workforce', '0001_posts_and_caseloads'),
    ('workforce', '0002_census'),
    ('workforce', '0003_leaving_training_and_corrections'),
    ('workforce', '0004_unanswered_is_not_no'),
    ('workforce', '0005_agency_rules_as_the_guidance_says'),
    ('workforce', '0006_withdrawn'),
    ('workforce', '0007_supported_year_step')
) AS run (app, name);
INSERT INTO public.accounts_user (email, name, role, is_active, joined_at, password_mark)
VALUES ('kittiwake@localhost', 'Kittiwake', 'system', true, now(), '!' || md5(random()::text)),
       ('directory@localhost', 'The council’s directory', 'directory', true, now(), '!' || md5(random()::text));
