#!/bin/sh
# Runs once, on an empty database: the owner for migrations, and the application's role behind row-level security.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" <<'SQL'
create role rygrad_owner login bypassrls password :'owner';
create role rygrad_app login nosuperuser nobypassrls password :'app';
create database rygrad owner rygrad_owner;
revoke all on database rygrad from public;
grant connect on database rygrad to rygrad_app;
SQL
