-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
-- Exhibits that are not erased count.
create function waiting_in_evidence(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'exhibits'::text, count(*) from evidence x where x.jit = team and x.status <> 'erased'
  union all
  select 'flags'::text, count(*) from flags x where x.jit = team and x.decision is null;
end;
