#!/bin/sh
# The three roles and the database of docs/operations.md, made once, when PostgreSQL's folder is empty.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$LIAISON_OWNER_PASSWORD" --set app="$LIAISON_APP_PASSWORD" --set engine="$LIAISON_ENGINE_PASSWORD" <<'SQL'
create role liaison_owner  login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner';
create role liaison_app    login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create role liaison_engine login nosuperuser nobypassrls nocreatedb nocreaterole password :'engine';
create database liaison owner liaison_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database liaison from public;
grant connect on database liaison to liaison_app, liaison_engine;
SQL
