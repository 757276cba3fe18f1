create function refuse_alone() returns trigger language plpgsql as $$
begin
  if not new.acts @> old.acts
     and (old.proposed is null or not (new.acts @> old.proposed and new.proposed is null) or not is_another(old.decided_by)) then
    raise exception 'another leader proposes this first' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table four_eyes enable row level security;

alter table four_eyes force row level security;

create policy definer on four_eyes to liaison_owner using (true);

create policy inserted on four_eyes for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decides_releases() and decided_by = asking_seat());

create policy seen on four_eyes for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

create policy updated on four_eyes for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases())
  with check (jit = asking_jit() and party = asking_party() and decides_releases() and decided_by = asking_seat());

grant select, insert, update (acts, proposed, decided_by, decided_at, version) on four_eyes to liaison_app;

create trigger by_two before update on four_eyes for each row execute function refuse_alone();

create trigger closed_delete after delete on four_eyes referencing old table as touched for each statement
  execute function refuse_closed();

alter table four_eyes enable always trigger closed_delete;

create trigger closed_insert after insert on four_eyes referencing new table as touched for each statement
  execute function refuse_closed();

alter table four_eyes enable always trigger closed_insert;

create trigger closed_update after update on four_eyes referencing new table as touched for each statement
  execute function refuse_closed();

alter table four_eyes enable always trigger closed_update;

alter table release_agreements enable row level security;

alter table release_agreements force row level security;

create policy definer on release_agreements to liaison_owner using (true);

create policy inserted on release_agreements for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and agreed_by = asking_seat() and may_agree(waiting)
    and exists (select 1 from waiting_releases w where w.id = release_agreements.waiting
    and w.evidence = release_agreements.evidence));

create policy seen on release_agreements for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from waiting_releases w where w.id = release_agreements.waiting));

grant select, insert on release_agreements to liaison_app;

create trigger closed_delete after delete on release_agreements referencing old table as touched for each statement
  execute function refuse_closed();

alter table release_agreements enable always trigger closed_delete;

create trigger closed_insert after insert on release_agreements referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_agreements enable always trigger closed_insert;

create trigger closed_update after update on release_agreements referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_agreements enable always trigger closed_update;

alter table release_confirmations enable row level security;

alter table release_confirmations force row level security;

create policy definer on release_confirmations to liaison_owner using (true);

create policy inserted on release_confirmations for insert to liaison_app
  with check (jit = asking_jit() and confirmed_by = asking_seat() and may_second(waiting) and exists (select 1
    from waiting_releases w where w.id = release_confirmations.waiting
    and w.evidence = release_confirmations.evidence and w.party = release_confirmations.party));

create policy jointly on release_confirmations for select to liaison_app
  using (jit = asking_jit() and jointly(evidence) > 0);

create policy seen on release_confirmations for select to liaison_app
  using (jit = asking_jit() and (asking_as_jit_auditor() or exists (select 1 from releases r
    where r.jit = release_confirmations.jit and r.evidence = release_confirmations.evidence
    and r.party = asking_party() and r.originator = asking_party()
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)));

grant select, insert on release_confirmations to liaison_app;

create trigger closed_delete after delete on release_confirmations referencing old table as touched for each statement
  execute function refuse_closed();

alter table release_confirmations enable always trigger closed_delete;

create trigger closed_insert after insert on release_confirmations referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_confirmations enable always trigger closed_insert;

create trigger closed_update after update on release_confirmations referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_confirmations enable always trigger closed_update;

alter table reservations enable row level security;

alter table reservations force row level security;

create policy inserted on reservations for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())
    and decided_by = asking_seat() and (not judicial or exists (select 1 from members m
    where m.jit = reservations.jit and m.party = reservations.party and m.state = 'seated'
    and m.function = 'judicial' and 'leader' = any (m.roles))));

create policy seen on reservations for select to liaison_app
  using ((jit = asking_jit() and party = asking_party()) or exists (select 1 from members m
    where m.jit = reservations.jit and m.party = reservations.party and m.account = asking_account()
    and m.state = 'seated'));

create policy updated on reservations for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles()) and (decides_releases()
    or not exists (select 1 from members m where m.jit = reservations.jit and m.party = reservations.party
    and m.state = 'seated' and m.function = 'judicial' and 'leader' = any (m.roles))))
  with check (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())
    and decided_by = asking_seat() and (not judicial or exists (select 1 from members m
    where m.jit = reservations.jit and m.party = reservations.party and m.state = 'seated'
    and m.function = 'judicial' and 'leader' = any (m.roles))));

grant select, insert, update (judicial, decided_by, decided_at, version) on reservations to liaison_app;

create trigger closed_delete after delete on reservations referencing old table as touched for each statement
  execute function refuse_closed();

alter table reservations enable always trigger closed_delete;

create trigger closed_insert after insert on reservations referencing new table as touched for each statement
  execute function refuse_closed();

alter table reservations enable always trigger closed_insert;

create trigger closed_update after update on reservations referencing new table as touched for each statement
  execute function refuse_closed();

alter table reservations enable always trigger closed_update;
