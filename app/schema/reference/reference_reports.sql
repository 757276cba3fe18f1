-- Row-level security of reports about wrong values of the reference data (reference_reports).
-- Columns: app/models/reference_reports.py. Use: app/services/reference/reports.py.
-- A report names no team. No one reads the account that made it: own_reference_reports answers for that account alone.

alter table reference_reports enable row level security;

alter table reference_reports force row level security;

-- The owner: takes part in foreign keys, and finds the reports of the asking account.
create policy definer on reference_reports to liaison_owner using (true) with check (true);

-- Report: every signed-in account, in its own name.
create policy entered on reference_reports for insert to liaison_app
  with check (reporter = asking_account() and settled_at is null);

-- The ids of the reports that the signed-in account made. Security definer: the application does not read `reporter`.
create function own_reference_reports() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.id from reference_reports r where r.reporter = asking_account();
end;

revoke all on function own_reference_reports from public;

grant execute on function own_reference_reports to liaison_app;

-- Read: operators all reports, other accounts their own.
create policy seen on reference_reports for select to liaison_app
  using (asking_operator() or id in (select own_reference_reports()));

-- Settle: operators, in their own name, a report that is open.
create policy settled on reference_reports for update to liaison_app
  using (asking_operator() and settled_at is null)
  with check (asking_operator() and settled_by = asking_account());

grant insert, select (id, kind, key, field, wrong, proposed, source, reported_at, settled_at, answer),
  update (settled_at, settled_by, answer) on reference_reports to liaison_app;
