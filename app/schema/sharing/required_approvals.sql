-- Row-level security, grants and integrity of required_approvals: the approvals that a party requires before it shares
-- or sends its own exhibits and legal requests.
-- Columns: app/models/sharing/required_approvals.py. Services: required_approvals.py in app/services/sharing and
-- app/services/requests. No other party sees a row, and none is named in a refusal to another party.

-- Whether the asking party still requires an approval for this exhibit or request. Used by policies of releases,
-- waiting_releases, release_agreements and request_releases, and by the services. Security definer: a member of the party
-- may not see the row.
create function awaits_approval(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from required_approvals a
   where a.jit = asking_jit() and a.party = asking_party() and a.lifted_at is null and wanted in (a.evidence, a.request));

revoke all on function awaits_approval from public;

grant execute on function awaits_approval to liaison_app;

-- Whether this party still requires an approval for this exhibit. Called by pass_release and begin_emergency, which other
-- parties and the worker call too, so no role may call it itself. Security definer, as these are.
create function originator_awaits_approval(owner uuid, wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from required_approvals a where a.party = owner and a.evidence = wanted and a.lifted_at is null);

revoke all on function originator_awaits_approval from public;

-- Trigger of releases: the application neither widens a release nor adds use in court while the asking party requires an
-- approval. The originator's own release is free.
create function refuse_before_approval() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' and new.party <> new.originator
     and (gains(old, new) or (new.court_use and not old.court_use)) and awaits_approval(new.evidence) then
    raise exception 'the party requires an approval before this release' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger awaiting_approval before update of level, authorities, seats, not_before, until, purposes, court_use on releases
  for each row execute function refuse_before_approval();

alter table required_approvals enable row level security;

alter table required_approvals force row level security;

-- Owner: the functions above.
create policy definer on required_approvals for select to liaison_owner using (true);

-- Set: members who decide the releases of the party, in their own name, for an exhibit that the party obtained or for its
-- own request.
create policy inserted on required_approvals for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and set_by = asking_seat() and decides_releases()
              and lifted_at is null
              and set_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and (exists (
                     select 1 from evidence e
                      where e.jit = required_approvals.jit and e.id = required_approvals.evidence
                        and obtained_by(asking_party(), e.originator, e.joint) offset 0)
                   or exists (
                     select 1 from requests r
                      where r.jit = required_approvals.jit and r.id = required_approvals.request
                        and r.party = asking_party() offset 0)));

-- Lift: once, members who decide the releases of the party, in their own name.
create policy lifted on required_approvals for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases() and lifted_at is null)
  with check (jit = asking_jit() and party = asking_party() and lifted_by = asking_seat());

-- Read: members of the party who see the exhibit, or who read the contents of its requests.
create policy seen on required_approvals for select to liaison_app
  using (jit = asking_jit() and party = asking_party()
         and case when request is null
                  then exists (
                    select 1 from evidence e
                     where e.jit = required_approvals.jit and e.id = required_approvals.evidence offset 0)
                  else may_read_request_contents() end);

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on required_approvals as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or evidence is null or not is_own_at_listed(evidence));

-- A requirement never changes except for its end.
grant select, insert, update (lifted_by, lifted_at, lift_reason) on required_approvals to liaison_app;

-- Each requirement and its end commit together with a ledger entry that states it.
create constraint trigger entered_1 after insert on required_approvals deferrable initially deferred for each row
  when (new.evidence is not null)
  execute function demand_entered_values(
    '{evidence.approval_required}', 'required_approval', 'id', 'subject.evidence=evidence', 'approver', 'reason');

create constraint trigger entered_2 after insert on required_approvals deferrable initially deferred for each row
  when (new.request is not null)
  execute function demand_entered_values(
    '{request.approval_required}', 'required_approval', 'id', 'subject.request=request', 'approver', 'reason');

create constraint trigger entered_3 after update on required_approvals deferrable initially deferred for each row
  execute function demand_entered_values(
    '{evidence.approval_lifted,request.approval_lifted}', 'required_approval', 'id', 'approver', 'reason=lift_reason');
