-- Row-level security, grants and triggers of the table acquisitions: how an image was taken from its medium.
-- Columns: app/models/evidence/acquisitions.py. Who records one: app/services/evidence/acquisitions.py.

-- Trigger function: acquisition records are insert-only. The one exception is the erasure of an examiner's name:
-- forget_words() replaces it by a dash in the exhibit that app.forgetting names.
create function keep_acquisitions() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and current_user = 'liaison_owner'
     and old.evidence::text = current_setting('app.forgetting', true)
     and new.examiner = '—' and to_jsonb(new) - 'examiner' = to_jsonb(old) - 'examiner' then
    return new;
  end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

alter table acquisitions enable row level security;

alter table acquisitions force row level security;

-- Owner: forget_words() and other security definer functions read the rows. The next policy admits their updates.
create policy definer on acquisitions for select to liaison_owner using (true);

-- Erasure: only in the exhibit from which forget_words() is removing words.
create policy forgetting on acquisitions for update to liaison_owner
  using (evidence::text = current_setting('app.forgetting', true));

-- Record: members of the originator who hold the exhibit, in their own name.
create policy inserted on acquisitions for insert to liaison_app
  with check (jit = asking_jit() and recorded_by = asking_seat()
              and exists (
                    select 1 from evidence e
                       join releases r on r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
                     where e.id = acquisitions.evidence and e.originator = asking_party()
                       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3 offset 0));

-- Read: members who can read how the exhibit was obtained. The read policy of provenances decides.
create policy seen on acquisitions for select to liaison_app
  using (jit = asking_jit()
         and exists (
               select 1 from provenances p
                where p.jit = acquisitions.jit and p.evidence = acquisitions.evidence offset 0));

grant select, insert on acquisitions to liaison_app;

-- A mistake is corrected by a new record. The trigger also binds sessions that switch off ordinary triggers.
create trigger insert_only before delete or update on acquisitions
  for each row execute function keep_acquisitions();

alter table acquisitions enable always trigger insert_only;

create trigger no_truncate before truncate on acquisitions
  for each statement execute function refuse_change();

alter table acquisitions enable always trigger no_truncate;

-- An erased exhibit receives no new record.
create trigger unerased before insert on acquisitions for each row execute function hold_unerased();
