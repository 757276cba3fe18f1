-- Row-level security, grants and triggers of the table provenances: how an exhibit was obtained and evaluated.
-- Columns: app/models/evidence/evidence.py. Who changes it: app/services/evidence/exhibit_changes.py, app/services/evidence/evaluations.py.

-- Trigger function: a handling text (H3) that came from a parent exhibit stays; members may add to it.
-- Security definer: the member need not be able to read the provenance of the parent any more.
create function keep_texts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from derivations d join provenances p on p.evidence = d.parent
              where d.child = new.evidence and p.handling_text is not null
                and position(case tg_op when 'UPDATE' then old.handling_text else p.handling_text end
                             in coalesce(new.handling_text, '')) = 0) then
    raise exception 'a handling text of what it was derived from would be lost' using errcode = 'LB002';
  end if;
  return new;
end $$;

alter table provenances enable row level security;

alter table provenances force row level security;

-- Owner: keep_texts() reads the texts of parents, and forget_words() removes erased words.
create policy definer on provenances to liaison_owner using (true) with check (true);

-- Add: members of the originator who hold the exhibit.
create policy inserted on provenances for insert to liaison_app
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = provenances.jit) and (r.evidence = provenances.evidence)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- Read: members whose party has the exhibit at least readable.
create policy seen on provenances for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = provenances.jit) and (r.evidence = provenances.evidence)
                        and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0)));

-- Change: members of the originator who hold the exhibit.
create policy updated on provenances for update to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = provenances.jit) and (r.evidence = provenances.evidence)
                        and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0)))
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = provenances.jit) and (r.evidence = provenances.evidence)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- The declared hashes stay as they were registered. Which of the other columns may be changed: exhibit_fields.sql.
grant select, insert, update (evaluation_source, evaluation_information, evaluation_scheme, evaluation_value)
  on provenances to liaison_app;

-- No handling text of a parent is lost.
create trigger texts before insert or update of handling_text on provenances for each row
  execute function keep_texts();
