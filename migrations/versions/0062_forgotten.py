"""What was erased of an entry is erased of the working rows of its exhibit too, once that is erased: nobody else can change them any more.

Of an exhibit that is kept, title, place and people are in use, and its keeper changes them; of one that is erased they stand as the stub
was left. `erase_fields` compares what it erases with what stands there, word by word, before the fields are gone.

Revision: 0062, after 0061
"""

from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

#: In the place of a word that is gone, where a row must have one.
GONE = "\N{EM DASH}"
FORGET = f"""
    create function forget_words(wanted uuid, wished text[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      about uuid;
      words text[];
    begin
      select e.id into about from headers h join evidence e on e.id = h.evidence where h.entry = wanted and e.status = 'erased';
      if about is null then
        return;
      end if;
      select array_agg(distinct w.word) into words
        from fields f cross join lateral jsonb_path_query(f.value::jsonb, 'strict $.**') as leaf (value)
             cross join lateral (select leaf.value #>> '{{}}' as word where jsonb_typeof(leaf.value) = 'string') w
       where f.entry = wanted and f.name = any (wished) and length(w.word) > 0;
      if words is null then
        return;
      end if;
      perform set_config('app.forgetting', about::text, true);
      update evidence set title = exhibit_number, version = version + 1 where id = about and title = any (words);
      update provenances set description = case when description = any (words) then null else description end,
             acquired_by = case when acquired_by = any (words) then '{GONE}' else acquired_by end,
             place = case when place = any (words) then '{GONE}' else place end
       where evidence = about and (description = any (words) or acquired_by = any (words) or place = any (words));
      update acquisitions set examiner = '{GONE}' where evidence = about and examiner = any (words);
      update copies set title = exhibit_number where evidence = about and title = any (words);
      update files set name = '{GONE}' where evidence = about and name = any (words);
      perform set_config('app.forgetting', '', true);
    end $$
"""  # noqa: S608 - a constant of this file
KEEP = f"""
    create function keep_acquisitions() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if tg_op = 'UPDATE' and current_user = 'liaison_owner' and old.evidence::text = current_setting('app.forgetting', true)
         and new.examiner = '{GONE}' and to_jsonb(new) - 'examiner' = to_jsonb(old) - 'examiner' then
        return new;
      end if;
      raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(FORGET)
    op.execute(KEEP)
    op.execute("revoke all on function forget_words, keep_acquisitions from public")
    op.execute("drop trigger insert_only on acquisitions")
    op.execute(
        "create trigger insert_only before update or delete on acquisitions for each row execute function keep_acquisitions()"
    )
    op.execute("alter table acquisitions enable always trigger insert_only")
    op.execute(
        "create policy forgetting on acquisitions for update to liaison_owner"
        " using (evidence::text = current_setting('app.forgetting', true))"
    )
    whole = "select pg_get_functiondef('erase_fields(uuid, uuid, timestamptz)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    former = "perform set_config('app.erasing', x.entry::text, true);"
    assert said.count(former) == 1, said
    op.execute(said.replace(former, f"{former}\n      perform forget_words(x.entry, x.names);"))


def downgrade() -> None:
    raise RuntimeError("What was erased could be read again in rows of its exhibit; restore a backup made before.")
