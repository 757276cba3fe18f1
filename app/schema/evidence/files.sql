create function keep_stored() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' then
    raise exception 'what is stored keeps its hash and its state' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function plan_fixity() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into fixity (evidence, jit, since) values (new.evidence, new.jit, coalesce(new.received_at, new.created_at)) on conflict do nothing;
  return null;
end $$;

revoke all on function plan_fixity from public;

create function refuse_after_clearance() returns trigger language plpgsql as $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.privilege in ('cleared', 'privileged')) then
    raise exception 'the exhibit was filtered: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function refuse_after_verdict() returns trigger language plpgsql as $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.verification in ('passed', 'refused')) then
    raise exception 'the exhibit was verified: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function weigh_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keeper uuid;
  before bigint := case when tg_op <> 'INSERT' and old.state not in ('discarded', 'erased') then old.size_bytes else 0 end;
  after bigint := case when tg_op <> 'DELETE' and new.state not in ('discarded', 'erased') then new.size_bytes else 0 end;
begin
  if after <> before then
    select e.originator into keeper from evidence e where e.id = coalesce(new.evidence, old.evidence);
    insert into storage (jit, party, bytes) values (coalesce(new.jit, old.jit), keeper, 0) on conflict do nothing;
    update storage set bytes = bytes + after - before where jit = coalesce(new.jit, old.jit) and party = keeper;
  end if;
  return null;
end $$;

revoke all on function weigh_file from public;

alter table files enable row level security;

alter table files force row level security;

create policy definer on files to liaison_owner using (true) with check (true);

create policy deleted on files for delete to liaison_app
  using ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = asking_party()) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) OFFSET 0)));

create policy engine on files to liaison_engine using (true) with check (true);

create policy filtering on files for select to liaison_owner using (jit = asking_jit());

create policy inserted on files for insert to liaison_app
  with check ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = asking_party()) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) OFFSET 0)));

create policy seen on files for select to liaison_app
  using ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)) OFFSET 0)) AND ((state = 'ready'::text) OR ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = asking_party()) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) OFFSET 0)))));

create policy updated on files for update to liaison_app
  using ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)) OFFSET 0)) AND ((state = 'ready'::text) OR ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = asking_party()) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) OFFSET 0)))))
  with check ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = asking_party()) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) OFFSET 0)));

grant select, insert, delete, update (media_type, received_bytes, sha256, state, renditions, received_at, version,
  expires_at)
  on files to liaison_app;

grant select (id, jit, evidence, media_type, size_bytes, received_bytes, state, renditions, created_at, version,
  expires_at), update (state, renditions, version, expires_at)
  on files to liaison_engine;

create trigger closed_delete after delete on files referencing old table as touched for each statement
  execute function refuse_closed();

alter table files enable always trigger closed_delete;

create trigger closed_insert after insert on files referencing new table as touched for each statement
  execute function refuse_closed();

alter table files enable always trigger closed_insert;

create trigger closed_update after update on files referencing new table as touched for each statement
  execute function refuse_closed();

alter table files enable always trigger closed_update;

create trigger filtered before insert or update of state on files for each row
  when (new.state = any (array['uploading'::text, 'ready'::text]))
  execute function refuse_after_clearance();

create trigger kept before delete on files for each row
  when ((current_user = 'liaison_app'::name) and (old.state = 'ready'::text))
  execute function refuse_unstoring();

create trigger operational before insert on files for each statement execute function refuse_after_operations();

create trigger planned after insert or update of state on files for each row
  when (new.state = 'ready'::text)
  execute function plan_fixity();

create trigger stored before update of state, sha256 on files for each row
  when ((old.state = 'ready'::text) and ((new.state is distinct from old.state) or (new.sha256 is distinct from old.sha256)))
  execute function keep_stored();

create trigger unerased before insert on files for each row execute function hold_unerased();

create trigger verified before insert or update of state on files for each row
  when (new.state = any (array['uploading'::text, 'ready'::text]))
  execute function refuse_after_verdict();

create trigger weighed after insert or delete or update of state on files for each row execute function weigh_file();
