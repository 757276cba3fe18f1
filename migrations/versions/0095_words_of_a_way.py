"""What is erased of a thing's entries goes from its row and from its hand-overs too, once its way has ended.

Until then the row says where the thing is. What goes by a leader's order before that goes from the rows when the way ends, by entry
(`forget_way`), since the words are gone by then.

Revision: 0095, after 0094
"""

from alembic import op

revision = "0095"
down_revision = "0094"
branch_labels = None
depends_on = None

#: As in 0062.
GONE = "\N{EM DASH}"
ENDED = "standing in ('returned', 'destroyed')"

WORDS = (
    # As in 0062; and of a thing whose way has ended.
    f"""
    create or replace function forget_words(wanted uuid, wished text[]) returns void
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
      update whereabouts set custodian = case when custodian = any (words) then '{GONE}' else custodian end,
             place = case when place = any (words) then '{GONE}' else place end
       where evidence = about and {ENDED} and (custodian = any (words) or place = any (words));
      update handovers h set giver = case when h.giver = any (words) then '{GONE}' else h.giver end,
             place = case when h.place = any (words) then '{GONE}' else h.place end
       where h.evidence = about and (h.giver = any (words) or h.place = any (words))
         and exists (select 1 from whereabouts w where w.evidence = about and w.{ENDED});
      perform set_config('app.forgetting', '', true);
    end $$
    """,  # noqa: S608 - constants of this file
    # As in 0061; what was erased of a thing whose way has ended is no act on it.
    f"""
    create or replace function demand_custody() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_op = 'UPDATE' and new.{ENDED} and (new.custodian = '{GONE}' or new.place = '{GONE}')
         and to_jsonb(new) - array['custodian', 'place'] = to_jsonb(old) - array['custodian', 'place']
         and exists (select 1 from evidence e where e.id = new.evidence and e.status = 'erased') then
        return null;
      end if;
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q join headers h on h.entry = q.entry
         where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence and h.kind like 'custody.%'
           and (tg_op = 'INSERT' or new.corrections = old.corrections
                or h.kind = 'custody.corrected' and h.subject::jsonb ->> 'corrects' = new.corrects::text)) then
        raise exception 'what becomes of a thing stands in its custody' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,  # noqa: S608 - constants of this file
    # What rows say that an entry said whose words went before its way ended, by a leader's order or by 0078: by entry, since the words are gone.
    f"""
    create function forget_way(wanted uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      last uuid;
    begin
      update handovers h set giver = case when went.giver then '{GONE}' else h.giver end,
                             place = case when h.place is not null and went.place then '{GONE}' else h.place end
        from (select e.subject::jsonb ->> 'handover' as handover, bool_or(x.name = 'giver') as giver, bool_or(x.name = 'place') as place
                from headers e join erased_fields x on x.entry = e.entry
               where e.evidence = wanted and e.kind in ('custody.offered', 'custody.received') group by 1) went
       where h.evidence = wanted and h.id::text = went.handover;
      select e.entry into last from headers e
       where e.evidence = wanted and e.kind in ('custody.returned', 'custody.destroyed', 'custody.corrected') order by e.entry desc limit 1;
      update whereabouts w set custodian = case when w.custodian is not null and went.custodian then '{GONE}' else w.custodian end,
                               place = case when w.place is not null and went.place then '{GONE}' else w.place end
        from (select bool_or(x.name in ('to_whom', 'custodian')) as custodian, bool_or(x.name = 'place') as place
                from erased_fields x where x.entry = last) went
       where w.evidence = wanted and (went.custodian or went.place);
    end $$
    """,  # noqa: S608 - constants of this file
    "revoke all on function forget_way from public",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in WORDS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What was erased of a thing's way would stand in its rows; restore a backup made before.")
