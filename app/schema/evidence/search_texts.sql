-- Row-level security and triggers of the table search_texts: text by which readers of an exhibit find it.
-- Columns: app/models/evidence/evidence.py. Reader: search_pool in app/schema/evidence/exhibit_list.sql.
-- Requests cannot read the table: it holds words of exhibits that are not released to the member.

-- Writes the row of an exhibit (part = evidence) or of one of its complete files. Any other file has no row.
-- Security definer: members cannot write the table.
create function index_text(wanted uuid, wanted_part uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_text text;
begin
  if wanted_part = wanted then
    select concat_ws(' ', e.search_key, folded(p.description)) into found_text
      from evidence e join provenances p on p.evidence = e.id where e.id = wanted;
  else
    select concat_ws(' ', e.search_key, folded(f.name), f.sha256) into found_text
      from evidence e join files f on f.evidence = e.id
     where e.id = wanted and f.id = wanted_part and f.state = 'ready';
  end if;
  if found_text is null then
    delete from search_texts t where t.evidence = wanted and t.part = wanted_part;
  else
    insert into search_texts (evidence, part, jit, body)
      select e.id, wanted_part, e.jit, found_text from evidence e where e.id = wanted
      on conflict (evidence, part) do update set body = excluded.body where search_texts.body <> excluded.body;
  end if;
end $$;

revoke all on function index_text from public;

-- Trigger functions: the text follows the description, the files, and the title and number. Security definer: members
-- cannot execute index_text().
create function index_description() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_text(new.evidence, new.evidence);
  return null;
end $$;

create function index_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_text(coalesce(new.evidence, old.evidence), coalesce(new.id, old.id));
  return null;
end $$;

create function index_title() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_text(t.evidence, t.part) from search_texts t where t.evidence = new.id;
  return null;
end $$;

alter table search_texts enable row level security;

alter table search_texts force row level security;

-- Owner: the functions above and search_pool, all security definer.
create policy definer on search_texts to liaison_owner using (true) with check (true);

-- Requests: nothing. There is no grant either.
create policy seen on search_texts for select to liaison_app using (false);

-- A description is entered or corrected.
create trigger indexed after insert or update of description on provenances for each row
  execute function index_description();

-- A file is complete, discarded or erased.
create trigger indexed after insert or delete or update of state, sha256 on files for each row
  execute function index_file();

-- A title is corrected.
create trigger indexed after update of title, exhibit_number on evidence for each row
  when (new.search_key is distinct from old.search_key)
  execute function index_title();
