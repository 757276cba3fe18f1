create function keep_flag() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{own_seats}'::text[] = to_jsonb(old) - '{own_seats}'::text[] then return new; end if;
    if old.decision is null and new.decision is not null
       and to_jsonb(new) - '{decision,because,decided_by,decided_at,version}'::text[]
         = to_jsonb(old) - '{decision,because,decided_by,decided_at,version}'::text[] then return new; end if;
  end if;
  raise exception 'a flag stays as it was set' using errcode = 'insufficient_privilege';
end $$;

alter table flags enable row level security;

alter table flags force row level security;

create policy definer on flags to liaison_owner using (true) with check (true);

create policy engine on flags for select to liaison_engine using (true);

create policy inserted on flags for insert to liaison_app
  with check ((jit = asking_jit()) AND (party = asking_party()) AND (seat = asking_seat()) AND (decision IS NULL) AND (version = 1) AND (EXISTS ( SELECT 1 FROM (evidence e JOIN releases r ON (((r.jit = e.jit) AND (r.evidence = e.id)))) WHERE ((e.id = flags.evidence) AND (e.exhibit_number = flags.exhibit_number) AND (e.title = flags.title) AND (e.originator = flags.originator) AND (NOT obtained_by(asking_party(), e.originator, e.joint)) AND (e.status = 'active'::text) AND (e.verification IS DISTINCT FROM 'waiting'::text) AND (e.handling && ARRAY['H1'::text, 'H2'::text]) AND (r.party = asking_party()) AND (NOT (r.own_seats IS DISTINCT FROM flags.own_seats)) AND (NOT (r.authorities IS DISTINCT FROM flags.authorities)) AND (NOT (r.seats IS DISTINCT FROM flags.seats)) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)) OFFSET 0)));

create policy seen on flags for select to liaison_app
  using ((jit = asking_jit()) AND (asking_as_jit_auditor() OR ((party = asking_party()) AND ((admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0) OR (EXISTS ( SELECT 1 FROM evidence e WHERE (e.id = flags.evidence) OFFSET 0)))) OR (((originator = asking_party()) AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0)) OR (jointly(evidence) > 0))));

create policy updated on flags for update to liaison_app
  using (jit = asking_jit()
    and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0)
    and decides_releases() and decision is null)
  with check (jit = asking_jit()
    and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0)
    and decides_releases() and decided_by = asking_seat());

grant select, insert, update (decision, because, decided_by, decided_at, version) on flags to liaison_app;

grant select (id, jit, originator, seat) on flags to liaison_engine;

create trigger closed_delete after delete on flags referencing old table as touched for each statement
  execute function refuse_closed();

alter table flags enable always trigger closed_delete;

create trigger closed_insert after insert on flags referencing new table as touched for each statement
  execute function refuse_closed();

alter table flags enable always trigger closed_insert;

create trigger closed_update after update on flags referencing new table as touched for each statement
  execute function refuse_closed();

alter table flags enable always trigger closed_update;

create trigger kept before delete or update on flags for each row execute function keep_flag();

alter table flags enable always trigger kept;

create trigger no_truncate before truncate on flags for each statement execute function refuse_change();

alter table flags enable always trigger no_truncate;
