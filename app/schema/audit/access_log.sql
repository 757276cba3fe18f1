-- Row-level security, grants and retention of the technical access log (Regulation (EU) 2023/969, Art. 25).
-- Columns: app/models/audit/refusals.py (AccessLine). Writing and purging: app/services/audit/access_log.py.

-- Trigger: refuses to delete a line before three years have passed (Regulation (EU) 2023/969, Art. 25), whoever asks.
create function refuse_early() returns trigger language plpgsql as $$
begin
  if old.at < statement_timestamp() - interval '3 years' then return old; end if;
  raise exception '% keeps its lines for three years', tg_table_name using errcode = 'insufficient_privilege';
end $$;

alter table access_log enable row level security;

alter table access_log force row level security;

create policy engine on access_log for select to liaison_engine using (true);

-- Purge: the background job deletes lines older than three years.
create policy purged on access_log for delete to liaison_engine
  using (at < (statement_timestamp() - '3 years'::interval));

-- Read: auditors and leaders, each the lines of their own party; the API shows the list to auditors alone, and leaders
-- export the log of their party (member_state in app/schema/audit/exporting.sql), without ids of exhibits that they do
-- not see (of_party in app/services/audit/access_log.py). The auditor of the whole team reads
-- all lines, also those of accounts without a place in the team.
create policy seen on access_log for select to liaison_app
  using ((jit = asking_jit()) and (asking_as_jit_auditor() or ((party = asking_party())
         and (may_lead() or may_audit()))));

-- Write: the server writes lines in batches after the answers, as the engine.
create policy written on access_log for insert to liaison_engine with check (true);

grant select on access_log to liaison_app;

-- The engine reads only what it needs for purging.
grant insert, delete, select (id, at) on access_log to liaison_engine;

-- A line is never changed, and is kept for three years. `enable always`: the triggers fire in every
-- session_replication_role.
create trigger insert_only before update on access_log for each row execute function refuse_change();

alter table access_log enable always trigger insert_only;

create trigger kept before delete on access_log for each row execute function refuse_early();

alter table access_log enable always trigger kept;

create trigger no_truncate before truncate on access_log for each statement execute function refuse_change();

alter table access_log enable always trigger no_truncate;
