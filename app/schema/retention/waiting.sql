-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
-- `ways`: erased exhibits that were returned or destroyed, while their custody record is still to be erased.
create function waiting_in_retention(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'holds'::text, count(*) from holds x where x.jit = team and x.lifted_at is null
  union all
  select 'erasures'::text, count(*) from erasures x where x.jit = team and x.destroyed_at is null
  union all
  select 'field_erasures'::text, count(*) from field_erasures x where x.jit = team and x.erased_at is null
  union all
  select 'ways'::text, count(*) from erasures x where x.jit = team
   and x.way_stands and exists (
     select 1 from physical_custody w where w.evidence = x.evidence and w.state in ('returned', 'destroyed'));
end;
