-- Legal requests: lines (requests), contents, items, moves, and releases to other parties.
-- Columns: app/models/requests.py. States and moves: app/access/requests/states.py. Other rules: app/services/requests/.
-- Line and content are two tables because row-level security hides rows, not columns. A release is of the existence
-- (the line) or of the content (everything), until it is recalled or the recipient has left. Contributor: the role `member`.
-- Within a party its leaders, contributors, participants and liaison officers read. Coordinators read the line,
-- its releases, the deadlines and the holder, and nothing else (`may_read_request_contents`).
-- `party` of each table is the party of the request, so that a policy need not look it up.

alter table requests enable row level security;

alter table requests force row level security;

-- The worker finds out whom to notify of a request. Its grant leaves out the other country.
create policy engine on requests for select to liaison_engine using (true);

-- close_team (teams/closing.sql) runs as the owner and looks for open requests of the asking member's team. In sessions
-- of the engine the owner sees the requests of every team.
create policy closing on requests to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- Create: leaders and contributors, for their own party and in their own name.
create policy inserted on requests for insert to liaison_app
  with check (jit = asking_jit() and created_by = asking_seat() and party = asking_party() and may_contribute()
              and state in ('DRAFT', 'REGISTERED') and since_at <= statement_timestamp() + clock_skew());

-- Read: members of the party of the request, and of parties to which it was released.
create policy seen on requests for select to liaison_app
  using (jit = asking_jit()
         and may_read_requests()
         and (party = asking_party()
              or exists (
                select 1 from request_releases x
                 where x.request = requests.id and x.jit = requests.jit and x.recipient = asking_party()
                   and x.recalled_at is null and not has_left(x.jit, x.recipient) offset 0)));

-- Move: leaders and contributors of the party.
create policy updated on requests for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and since_at <= statement_timestamp() + clock_skew());

-- Everything else of a line never changes.
grant select, insert, update (state, since_at) on requests to liaison_app;

grant select (id, jit, party, number, state) on requests to liaison_engine;

-- Each request and each new state commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on requests deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.drafted,request.registered}', 'request', 'id', 'instrument', 'country', 'urgent');

create constraint trigger entered_2 after update on requests deferrable initially deferred for each row
  when (new.state is distinct from old.state)
  execute function demand_entered_values(
    '{request.moved,request.sent}', 'request', 'id', 'former=former.state', 'state', 'occurred_at=since_at');

create constraint trigger entered_3 after update on requests deferrable initially deferred for each row
  when (new.state is not distinct from old.state)
  execute function demand_receipt_entered('id');

alter table request_contents enable row level security;

alter table request_contents force row level security;

-- Erasure: forget_request (erasing_requests.sql) runs as the owner.
create policy erasing on request_contents to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- The worker: limits_to_correct (limits_of_results.sql) runs as the owner.
create policy limiting on request_contents for select to liaison_owner using (session_user = 'liaison_engine');

-- Write: leaders and contributors of the party of the request.
create policy inserted on request_contents for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_contents.request and r.jit = request_contents.jit and r.party = asking_party() offset 0));

-- Read: members of the party of the request, and of parties to which the content was released.
create policy seen on request_contents for select to liaison_app
  using (jit = asking_jit()
         and may_read_request_contents()
         and (party = asking_party()
              or exists (select 1 from contents_released(request_contents.request, request_contents.jit) offset 0)));

-- The release of the contents of a request to the asking party; no row for none. It has no `set search_path`: PostgreSQL
-- inlines it into the policies here, of deadlines and of steps of transmission.
create function contents_released(wanted uuid, team uuid) returns setof uuid
language sql stable parallel safe
begin atomic
  select x.id from request_releases x
   where x.request = wanted and x.jit = team and x.recipient = asking_party() and x.level = 'content'
     and x.recalled_at is null and not has_left(x.jit, x.recipient);
end;

create policy updated on request_contents for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

grant select, insert, update (title, authority, zone, reference, counterpart_reference, facts, offence, legal_basis, purpose, confidentiality,
  language, issuing_authority, validating_authority, conditions, received_at, updated_at, version)
  on request_contents to liaison_app;

-- Each content and each change commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on request_contents deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.drafted,request.registered}', 'request', 'request', 'title', 'authority', 'reference', 'facts', 'offence',
    'legal_basis', 'zone', 'counterpart_reference', 'request_purpose=purpose', 'confidentiality', 'language',
    'issuing_authority', 'validating_authority', 'conditions', 'received_at');

-- An erasure adds a key to `erased`; its entry is the certificate.
create constraint trigger entered_2 after update on request_contents deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_changes_entered('request.changed', 'request', 'request');

create trigger erased before insert or update on request_contents for each row execute function keep_what_was_erased();

alter table request_items enable row level security;

alter table request_items force row level security;

-- Erasure: forget_request (erasing_requests.sql) runs as the owner.
create policy erasing on request_items to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- The worker: limits_to_correct (limits_of_results.sql) runs as the owner.
create policy limiting on request_items for select to liaison_owner using (session_user = 'liaison_engine');

-- Add, move and remove: leaders and contributors of the party of the request.
create policy deleted on request_items for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

create policy inserted on request_items for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute() and state = 'open'
              and since_at <= statement_timestamp() + clock_skew()
              and exists (
                select 1 from requests r
                 where r.id = request_items.request and r.jit = request_items.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content.
create policy seen on request_items for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c where c.request = request_items.request and c.jit = request_items.jit offset 0));

create policy updated on request_items for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and since_at <= statement_timestamp() + clock_skew());

-- The worker tells the number of the item that a deadline is about, and no text.
create policy engine on request_items for select to liaison_engine using (true);

grant select (id, request, place) on request_items to liaison_engine;

-- The identifier and the measure of an item never change.
grant select, insert, delete, update (state, since_at, ground, conditions) on request_items to liaison_app;

-- Each item and each new state commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on request_items deferrable initially deferred for each row
  execute function demand_item_entered();

create constraint trigger entered_2 after update on request_items deferrable initially deferred for each row
  when (new.erased <@ old.erased
        and (new.conditions is not distinct from old.conditions and new.since_at is not distinct from old.since_at
             or (new.state, new.ground) is distinct from (old.state, old.ground)))
  execute function demand_entered_values(
    '{request.item_moved}', 'item', 'id', 'former=former.state', 'state', 'occurred_at=since_at', 'ground');

create constraint trigger entered_3 after delete on request_items deferrable initially deferred for each row
  execute function demand_item_entered();

create constraint trigger entered_4 after update on request_items deferrable initially deferred for each row
  when (new.erased <@ old.erased and new.conditions is distinct from old.conditions)
  execute function demand_item_conditions_entered();

create constraint trigger entered_5 after update on request_items deferrable initially deferred for each row
  when (new.erased <@ old.erased and new.since_at is distinct from old.since_at
        and (new.state, new.ground) is not distinct from (old.state, old.ground))
  execute function demand_receipt_entered('request');

create trigger erased before insert or update on request_items for each row execute function keep_what_was_erased();

alter table request_moves enable row level security;

alter table request_moves force row level security;

-- Move: leaders and contributors of the party of the request, in their own name.
create policy inserted on request_moves for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and may_contribute()
              and recorded_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and exists (
                select 1 from requests r
                 where r.id = request_moves.request and r.jit = request_moves.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content.
create policy seen on request_moves for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c where c.request = request_moves.request and c.jit = request_moves.jit offset 0));

-- Reasons are for the party of the request alone: reason_of_move runs as the owner.
create policy reasons on request_moves for select to liaison_owner
  using (jit = asking_jit() and party = asking_party()
         and may_read_request_contents());

-- Append-only: moves are neither changed nor deleted. Members read reasons by reason_of_move.
grant select (id, jit, request, item, party, seat, former, state, ground, occurred_at, recorded_at), insert on request_moves
  to liaison_app;

-- The reason of a move; null for members of other parties.
create function reason_of_move(wanted uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select m.reason from request_moves m where m.id = wanted);
end $$;

revoke all on function reason_of_move from public;

grant execute on function reason_of_move to liaison_app;

-- Each move commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on request_moves deferrable initially deferred for each row
  when (new.item is null)
  execute function demand_entered_values(
    '{request.moved,request.sent}', 'request', 'request', 'former', 'state', 'occurred_at', 'reason');

create constraint trigger entered_2 after insert on request_moves deferrable initially deferred for each row
  when (new.item is not null)
  execute function demand_entered_values(
    '{request.item_moved}', 'item', 'item', 'subject.request=request', 'former', 'state', 'occurred_at', 'reason',
    'ground');

alter table request_releases enable row level security;

alter table request_releases force row level security;

-- Release: members who decide the releases of the party of the request, in their own name, to another party. Where the
-- party requires a second leader, another person has decided it before. Not while the party requires an approval. A release
-- beyond the Union needs an attestation (demand_release_entered).
create policy inserted on request_releases for insert to liaison_app
  with check (jit = asking_jit() and released_by = asking_seat() and recalled_at is null
              and party = asking_party() and decides_releases()
              and (not demands_two('release') or is_seconded(request, recipient, level))
              and not awaits_approval(request)
              and exists (
                select 1 from requests r
                 where r.id = request_releases.request and r.jit = request_releases.jit and r.party = asking_party() offset 0)
              and exists (
                select 1 from parties p
                 where p.id = request_releases.recipient and p.jit = request_releases.jit and p.status = 'active'));

-- Read: members of the party of the request, and of the party to which it was released. No other party learns of it.
create policy seen on request_releases for select to liaison_app
  using (jit = asking_jit()
         and may_read_requests()
         and asking_party() in (party, recipient));

-- The worker finds out whom to tell of a deadline.
create policy engine on request_releases for select to liaison_engine using (true);

-- Recall: members who decide the releases of the party of the request, in their own name.
create policy updated on request_releases for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases() and recalled_at is null)
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and (not demands_two('recall') or is_seconded(request, recipient, null))
              and recalled_by = asking_seat());

grant select, insert, update (recalled_by, recalled_at) on request_releases to liaison_app;

grant select (request, jit, recipient, level, recalled_at) on request_releases to liaison_engine;

-- Each release and each recall commits together with its ledger entry. Another level is a recall and a release. The entry
-- names the release, its recipient and its level, so that one entry admits one recipient.
create constraint trigger entered_1 after insert or update on request_releases deferrable initially deferred for each row
  execute function demand_release_entered('request');
