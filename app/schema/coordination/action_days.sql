-- Action days (operations), GO/no-go answers (operation_words), operations log (operation_reports), debriefs,
-- joint press statements (media_lines).
-- Columns: app/models/coordination/operations.py, outcomes.py. States: app/access/coordination/operation_states.py. Contributor: the
-- role `member`.

-- Trigger `within_union` of operations: a party that joins is of the Union (a Member State or an EU body).
-- Other parties need a gate that action days do not have. Only the application is bound.
create function keep_within_union() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'liaison_app' and exists (
    select 1 from unnest(new.parties) one
     where not one = any (coalesce(old.parties, '{}'))
       and not exists (
         select 1 from parties p
          where p.jit = new.jit and p.id = one and p.kind in ('member_state', 'eu_body'))) then
    raise exception 'who takes part is of the Union' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger `told` of operations. It sets told_at when the action day leaves its draft and is announced to the
-- parties. It increments told_as when the kind, H-hour or time zone changes: a GO/no-go answer counts only
-- for the told_as for which it was given. The application can set neither column.
create function keep_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'liaison_app' then
      new.told_at := null;
      new.told_as := 1;
    end if;
    return new;
  end if;
  new.told_at := coalesce(
    old.told_at, case when new.state in ('planned', 'live') then statement_timestamp() end);
  new.told_as := old.told_as
    + ((new.kind, new.h_at, new.h_zone) is distinct from (old.kind, old.h_at, old.h_zone))::integer;
  return new;
end $$;

alter table debriefs enable row level security;

alter table debriefs force row level security;

-- Erasure: forget_of_day (ledger/fields.sql) runs as the owner and replaces erased text with a dash. The same
-- policy stands on media_lines and operation_reports.
create policy erasing on debriefs to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Add: leaders and contributors, for their own party, if it takes part and the action day was announced. In a
-- draft only the author's party acts. The ledger entry of another party would reveal the draft to members who
-- do not know of it.
create policy inserted on debriefs for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and said_by = asking_seat()
              and may_contribute()
              and exists (
                select 1 from operations o
                 where o.id = debriefs.operation and o.jit = debriefs.jit and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party())));

-- Read: everyone who sees the action day; the subquery is subject to the policies of operations.
create policy seen on debriefs for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from operations o where o.id = debriefs.operation));

-- Change: one's own party's debrief, under the same conditions.
create policy updated on debriefs for update to liaison_app
  using (jit = asking_jit() and party = asking_party())
  with check (jit = asking_jit() and party = asking_party() and said_by = asking_seat()
              and may_contribute()
              and exists (
                select 1 from operations o
                 where o.id = debriefs.operation and o.jit = debriefs.jit and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party())));

grant select, insert, update (text, said_by, said_at, version) on debriefs to liaison_app;

-- Each new or changed debrief commits together with its ledger entry. An erasure adds a key to `erased` and
-- needs no such entry.
create constraint trigger entered_16 after update on debriefs deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_entered_about('{operation.debriefed}', 'operation', 'operation');

create constraint trigger entered_18 after insert on debriefs deferrable initially deferred for each row
  when (true)
  execute function demand_entered_about('{operation.debriefed}', 'operation', 'operation');

-- The application cannot set `erased`. A column that is written again is removed from it
-- (keep_what_was_erased in shared/histories.sql). The same trigger stands on media_lines and
-- operation_reports.
create trigger erased before insert or update on debriefs for each row execute function keep_what_was_erased();

alter table media_approvals enable row level security;

alter table media_approvals force row level security;

-- The worker finds out whom to notify. Here and below, its grants leave out all text.
create policy engine on media_approvals for select to liaison_engine using (true);

-- Approve: in one's own name, for a party that takes part in an announced action day (or for the author's
-- party). Only the current version, and only while its text is not erased.
create policy inserted on media_approvals for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and approved_by = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = media_approvals.operation and o.jit = media_approvals.jit
                   and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party()))
              and exists (
                select 1 from media_lines l
                 where l.operation = media_approvals.operation and l.version = media_approvals.line_version
                   and not l.erased ? 'text'));

-- Read: everyone who sees the action day.
create policy seen on media_approvals for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from operations o where o.id = media_approvals.operation));

grant select, insert on media_approvals to liaison_app;

grant select (operation, party, line_version, jit) on media_approvals to liaison_engine;

-- Each approval commits together with its ledger entry.
create constraint trigger entered_15 after insert on media_approvals deferrable initially deferred for each row
  execute function demand_entered_about('{media_line.approved}', 'operation', 'operation');

alter table media_lines enable row level security;

alter table media_lines force row level security;

create policy engine on media_lines for select to liaison_engine using (true);

create policy erasing on media_lines to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Write: leaders of the parties that take part, and coordinators.
create policy inserted on media_lines for insert to liaison_app
  with check (jit = asking_jit() and written_by = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = media_lines.operation
                   and (asking_party() = any (o.parties) and may_lead()
                        or may_coordinate()))
              and version = 1);

-- Read: everyone who sees the action day.
create policy seen on media_lines for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from operations o where o.id = media_lines.operation));

-- Change: the same members.
create policy updated on media_lines for update to liaison_app
  using (jit = asking_jit())
  with check (jit = asking_jit() and written_by = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = media_lines.operation
                   and (asking_party() = any (o.parties) and may_lead()
                        or may_coordinate())));

grant select, insert, update (text, embargo_at, embargo_zone, written_by, written_at, version)
  on media_lines to liaison_app;

grant select (operation, jit, version, erased) on media_lines to liaison_engine;

-- Each new or changed text commits together with its ledger entry; an erasure needs none.
create constraint trigger entered_14 after update on media_lines deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_entered_about('{media_line.written}', 'operation', 'operation');

create constraint trigger entered_17 after insert on media_lines deferrable initially deferred for each row
  when (true)
  execute function demand_entered_about('{media_line.written}', 'operation', 'operation');

create trigger erased before insert or update on media_lines for each row execute function keep_what_was_erased();

alter table operation_reports enable row level security;

alter table operation_reports force row level security;

create policy engine on operation_reports for select to liaison_engine using (true);

create policy erasing on operation_reports to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Report: everyone who sees the action day. In a draft, only the author's party reports for itself alone. The
-- ledger entry of another party would reveal the draft to its members.
create policy inserted on operation_reports for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and seat = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = operation_reports.operation and o.jit = operation_reports.jit
                   and (operation_reports.shared
                        or (o.told_at is not null or o.author_party = asking_party()))));

-- Read: everyone who sees the action day reads shared reports and those of their own party.
create policy seen on operation_reports for select to liaison_app
  using (jit = asking_jit() and (shared or party = asking_party())
         and exists (
           select 1 from operations o
            where o.id = operation_reports.operation and o.jit = operation_reports.jit));

grant select, insert on operation_reports to liaison_app;

grant select (id, jit, kind) on operation_reports to liaison_engine;

-- Each report commits together with its ledger entry.
create constraint trigger entered_04 after insert on operation_reports deferrable initially deferred for each row
  execute function demand_entered_about('{operation.reported}', 'report', 'id');

create trigger erased before insert or update on operation_reports for each row
  execute function keep_what_was_erased();

alter table operation_words enable row level security;

alter table operation_words force row level security;

create policy engine on operation_words for select to liaison_engine using (true);

-- Answer: for one's own party, if it takes part and the action day was announced (or the party is the
-- author's).
create policy inserted on operation_words for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and said_by = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = operation_words.operation and o.jit = operation_words.jit
                   and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party())));

-- Read: everyone who sees the action day.
create policy seen on operation_words for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from operations o
            where o.id = operation_words.operation and o.jit = operation_words.jit));

-- Change or withdraw (word is null): under the same conditions.
create policy updated on operation_words for update to liaison_app
  using (jit = asking_jit() and party = asking_party())
  with check (jit = asking_jit() and party = asking_party() and said_by = asking_seat()
              and exists (
                select 1 from operations o
                 where o.id = operation_words.operation and o.jit = operation_words.jit
                   and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party())));

grant select, insert, update (word, reason, said_by, said_at, said_for, said_as) on operation_words to liaison_app;

grant select (operation, party, jit, word, said_for, said_as) on operation_words to liaison_engine;

-- Each answer commits together with its ledger entry.
create constraint trigger entered_03 after insert or update on operation_words deferrable initially deferred for each row
  execute function demand_entered_about('{operation.word_given}', 'operation', 'operation');

alter table operations enable row level security;

alter table operations force row level security;

create policy engine on operations for select to liaison_engine using (true);

-- Functions that run as the owner: demand_moved (actions.sql) and close_team (teams/closing.sql). They
-- see the asking member's team; in sessions of the engine they see every team.
create policy entered on operations to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- Plan: leaders and coordinators, in their own name, always as a draft.
create policy inserted on operations for insert to liaison_app
  with check (jit = asking_jit() and author = asking_seat() and author_party = asking_party()
              and state = 'draft' and may_plan_operations());

-- Read: coordinators, and leaders and contributors of the author's party. Once announced, also leaders,
-- contributors, participants and liaison officers of the parties that take part. A draft that was given up
-- stays with the author's party.
create policy seen on operations for select to liaison_app
  using (jit = asking_jit()
         and (may_coordinate()
              or (author_party = asking_party() and may_contribute())
              or (told_at is not null and asking_party() = any (parties)
                  and may_read_operations())));

-- Change: coordinators, and leaders of the author's party.
create policy updated on operations for update to liaison_app
  using (jit = asking_jit()
         and (may_coordinate()
              or (author_party = asking_party() and may_lead())))
  with check (jit = asking_jit()
              and (may_coordinate()
                   or (author_party = asking_party() and may_lead())));

-- author, author_party and created_at never change; only the trigger `told` sets told_at and told_as.
grant select, insert, update (title, kind, state, h_at, h_zone, parties, updated_at, live_at, closed_at, version)
  on operations to liaison_app;

grant select (id, jit, state, h_at, parties, author, author_party, told_at, told_as) on operations to liaison_engine;

-- Each planning, each new state and each change of the details commits together with its ledger entry.
create constraint trigger entered_00 after insert on operations deferrable initially deferred for each row
  execute function demand_entered_about('{operation.planned}', 'operation', 'id');

create constraint trigger entered_01 after update of state on operations deferrable initially deferred for each row
  when (old.state is distinct from new.state)
  execute function demand_entered_about('{operation.planned,operation.state_changed}', 'operation', 'id');

create constraint trigger entered_02 after update on operations deferrable initially deferred for each row
  when (((((old.title is distinct from new.title) or (old.kind is distinct from new.kind))
          or (old.h_at is distinct from new.h_at))
         or (old.h_zone is distinct from new.h_zone))
        or (old.parties is distinct from new.parties))
  execute function demand_entered_about('{operation.changed}', 'operation', 'id');

create trigger told before insert or update on operations for each row execute function keep_told();

create trigger within_union before insert or update on operations for each row execute function keep_within_union();
