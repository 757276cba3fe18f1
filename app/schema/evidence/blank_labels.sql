-- Functions, row-level security, grants and triggers of the table blank_labels: codes printed before an item is registered.
-- Columns: app/models/evidence/labels.py. Who prints, uses and voids them: app/services/evidence/blank_labels.py.

-- Links a blank label of the asking party to an exhibit that the same transaction registers, and returns whether it
-- did. It returns false for a label that is used, void or of another party. app/services/evidence/blank_labels.py calls it.
-- Security definer: members update neither blank labels nor the code of a label.
create function bind_blank_label(wanted text, exhibit uuid) returns boolean
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    begin
      perform 1 from blank_labels b
       where b.code = wanted and b.jit = asking_jit() and b.party = asking_party() and b.evidence is null and b.voiding is null
         for update;
      if not found or not exists (
           select 1 from evidence e
            where e.id = exhibit and e.jit = asking_jit() and e.originator = asking_party()
              -- Registered by this transaction.
              and e.xmin = pg_current_xact_id()::xid)
         or exists (select 1 from labels l where l.evidence = exhibit or l.code = wanted) then
        return false;
      end if;
      update blank_labels set evidence = exhibit where code = wanted;
      insert into labels (evidence, jit) values (exhibit, asking_jit());
      -- The insert has drawn a code of its own (draw_code()).
      update labels set code = wanted where evidence = exhibit;
      return true;
    end $$;

revoke all on function bind_blank_label from public;

grant execute on function bind_blank_label to liaison_app;

-- Trigger function: counts the version and sets the time at which a label became void (see moment_near()).
create function count_label() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  if new.voiding is not null then
    new.voided_at := moment_near(new.voided_at);
  end if;
  return new;
end $$;

-- Trigger function: a label becomes void in the transaction that appends the ledger entry named in voiding.
-- Security definer: members cannot read the queue of appended entries.
create function demand_voided_now() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q where q.jit = new.jit and q.entry = new.voiding and q.xmin = pg_current_xact_id()::xid) then
    raise exception 'that a label is void is entered with it' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

alter table blank_labels enable row level security;

alter table blank_labels force row level security;

-- Owner: bind_blank_label() links a label to the exhibit that is being registered.
create policy definer on blank_labels to liaison_owner using (true) with check (true);

-- Print: for one's own party and in one's own name.
create policy inserted on blank_labels for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party()
              and printed_by = asking_seat() and evidence is null and voiding is null and version = 1);

-- Read: leaders and contributors of the party that printed the label. For others the code does not exist.
create policy seen on blank_labels for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

-- Declare void: members of that party who see the label, while no exhibit is registered under it. It stays void.
-- The entry that they append names the same sheet, code and reason.
create policy voided on blank_labels for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and evidence is null and voiding is null)
  with check (jit = asking_jit() and party = asking_party() and evidence is null and voided_by = asking_seat()
              and exists (
                    select 1 from headers h
                     where h.entry = blank_labels.voiding and h.jit = blank_labels.jit
                       and h.party = asking_party() and h.kind = 'label.voided'
                       and h.subject::jsonb ->> 'sheet' = blank_labels.sheet::text
                       and exists (
                             select 1 from fields f
                              where f.entry = h.entry and f.name = 'label'
                                and f.value::jsonb #>> '{}' = blank_labels.code offset 0)
                       and exists (
                             select 1 from fields f
                              where f.entry = h.entry and f.name = 'reason'
                                and f.value::jsonb #>> '{}' = blank_labels.void_reason offset 0) offset 0));

-- The code is drawn by the database and the exhibit is set by bind_blank_label(): members update neither.
grant select, insert, update (voiding, voided_by, voided_at, void_reason) on blank_labels to liaison_app;

-- Each change counts the version.
create trigger counted before update on blank_labels for each row execute function count_label();

-- The database draws the code. A member who chose one could find out whether another party uses it.
create trigger drawn before insert on blank_labels for each row execute function draw_code();

-- A label becomes void together with its ledger entry.
create trigger entered_now after update on blank_labels for each row
  when (new.voiding is not null)
  execute function demand_voided_now();
