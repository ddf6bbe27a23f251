-- Once, as PostgreSQL's superuser: two roles, of which the application's owns nothing and cannot pass row-level security by.
CREATE ROLE kittiwake_owner LOGIN NOSUPERUSER PASSWORD 'CHANGE-ME-1';
CREATE ROLE kittiwake_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'CHANGE-ME-2';
CREATE DATABASE kittiwake OWNER kittiwake_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE kittiwake FROM PUBLIC;
GRANT CONNECT ON DATABASE kittiwake TO kittiwake_app;
\connect kittiwake
ALTER SCHEMA public OWNER TO kittiwake_owner;
