-- Limits of use of exhibits that came from abroad. Columns: app/models/evidence/use_limits.py. Who records them:
-- app/services/sharing/use_limits.py.

-- The limits in force of these exhibits, as far as the asking member reads the exhibits, and of all those that they were
-- derived from: a limit follows onto what is made of an exhibit. `used`: the exhibit read; `source`: that of the limit.
-- The auditor of the whole team reads all. Where the member does not see the source, neither it nor its link is told, and
-- id and time are those of the exhibit read: the same id at two exhibits would tell that they have a source in common.
-- Security definer: the member need not see the exhibits in between, or their releases.
create function limits_in_use(exhibits uuid[])
returns table (used uuid, source uuid, id uuid, result uuid, wording text, clause text, recorded_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive lines (used, source) as (
    select e.id, e.id from evidence e
     where e.jit = asking_jit() and e.id = any (exhibits) and (asking_as_jit_auditor() or exists (
       select 1 from releases r
        where r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
          and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
    union
    select l.used, d.parent from lines l join derivations d on d.jit = asking_jit() and d.child = l.source
  ), seen as (
    select l.*, asking_as_jit_auditor() or exists (
             select 1 from releases r
              where r.jit = asking_jit() and r.evidence = l.source and r.party = asking_party()
                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1) as is_seen
      from lines l
  )
  select s.used, case when s.is_seen then s.source end,
         case when s.is_seen then u.id else md5(u.id::text || s.used::text)::uuid end,
         case when s.is_seen then u.result end, u.wording, u.clause,
         case when s.is_seen then u.recorded_at else greatest(u.recorded_at, e.registered_at) end
    from seen s
    join use_limits u on u.jit = asking_jit() and u.evidence = s.source and u.ended_at is null
    join evidence e on e.id = s.used
$$;

revoke all on function limits_in_use from public;

grant execute on function limits_in_use to liaison_app;

alter table use_limits enable row level security;

alter table use_limits force row level security;

-- Owner: limits_in_use() reads the limits of exhibits from which those of the member were derived.
create policy definer on use_limits for select to liaison_owner using (true);

-- The worker corrects limits of exhibits that the member who changed the request does not see
-- (app/services/requests/limit_jobs.py).
create policy engine on use_limits to liaison_engine using (true) with check (true);

-- Record: leaders and contributors of the originator, in their own name.
create policy inserted on use_limits for insert to liaison_app
  with check (jit = asking_jit() and recorded_by = asking_seat() and ended_at is null
              and party = asking_party() and may_contribute()
              and exists (
                select 1 from evidence e
                 where e.jit = use_limits.jit and e.id = use_limits.evidence and e.originator = asking_party() offset 0));

-- Read: members whose party has the exhibit at least readable, as for its provenance. They need not know the request.
create policy seen on use_limits for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from releases r
            where r.jit = use_limits.jit and r.evidence = use_limits.evidence and r.party = asking_party()
              and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0));

-- End: leaders and contributors of the originator, in their own name.
create policy updated on use_limits for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute() and ended_at is null)
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and ended_by = asking_seat());

-- Wording and clause never change.
grant select, insert, update (ended_by, ended_at) on use_limits to liaison_app;

grant select, insert, update (ended_at) on use_limits to liaison_engine;

-- Each limit, recorded or ended, commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on use_limits deferrable initially deferred for each row
  execute function demand_entered_values(
    '{evidence.use_limited}', 'limit', 'id', 'subject.evidence=evidence', 'limit_of_use=wording', 'clause');

create constraint trigger entered_2 after update on use_limits deferrable initially deferred for each row
  execute function demand_entered_about('{evidence.use_limit_ended}', 'limit', 'id');
