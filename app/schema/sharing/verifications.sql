-- Row-level security, grants and integrity of verifications: verdicts of administrators on exhibits from beyond the
-- Union (Regulation (EU) 2023/969, Art. 17(3) and 18). Columns: app/models/sharing/verifications.py. Verifying:
-- app/services/sharing/quarantine.py. Rows are added and never changed.

-- Trigger: a verdict is given on an active exhibit in quarantine. The exhibit stays locked until the transaction
-- ends: a file or correction of the same moment comes before the verdict or is refused. Security definer: the
-- administrator may not lock the exhibit itself.
create function hold_quarantine() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.verification = 'waiting'
    and e.status = 'active' for no key update;
  if not found then
    raise exception 'nothing waits for a verdict here' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table verifications enable row level security;

alter table verifications force row level security;

create policy definer on verifications to liaison_owner using (true);

create policy engine on verifications for select to liaison_engine using (true);

-- Verify: an administrator, in their own name, who may view the exhibit of another party, while a controller is
-- designated (Art. 23(2)).
create policy inserted on verifications for insert to liaison_app
  with check (jit = asking_jit() and may_administer() and verified_by = asking_seat()
              and controller_designated() and exists (
                select 1 from releases r
                 where r.jit = verifications.jit and r.evidence = verifications.evidence
                   and r.party = asking_party() and r.originator <> r.party
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2));

-- Read: the administrator who gave the verdict, and members who see the exhibit.
create policy seen on verifications for select to liaison_app
  using (jit = asking_jit()
         and (verified_by = asking_seat()
              or exists (select 1 from evidence e where e.id = verifications.evidence)));

grant select, insert on verifications to liaison_app;

-- The engine reads the verdict alone, neither the checklist nor the reason.
grant select (evidence, jit, verdict) on verifications to liaison_engine;

-- The exhibit stands still while its verdict is written.
create trigger held before insert on verifications for each row execute function hold_quarantine();
