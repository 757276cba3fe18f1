"""What the entries of a thing in hand say of people goes once its way has ended, as the rest went with its exhibit.

`erasures.way_stands`: the exhibit is erased, and what `custody.*` says stands for as long as somebody has the thing. Thirty days after it was
returned or destroyed, and with a certificate, it goes as 0078 has it; words that the thing's row and its hand-overs hold go with it.

Revision: 0096, after 0095
"""

from alembic import op

revision = "0096"
down_revision = "0095"
branch_labels = None
depends_on = None

ENDED = "standing in ('returned', 'destroyed')"

COLUMN = (
    "alter table erasures add column way_stands boolean not null default false",
    # Whatever became of those things since: the clock looks at each once.
    """
    update erasures set way_stands = true
     where fields and destroyed_at is not null and exists (select 1 from whereabouts w where w.evidence = erasures.evidence)
       and exists (select 1 from jits j where j.id = erasures.jit and j.state <> 'closed')
    """,
    "create index ix_erasures_way_stands on erasures (evidence) where way_stands",
)

CLOCK = (
    # As in 0028; and whether the way of a thing stands. Its row is held, so that it ends before this or after.
    """
    create or replace function finish_erasure(wanted uuid, until_backups_end interval)
      returns table (ground text, decided_at timestamptz, decided_by text, erased_at timestamptz,
                     last_backup_expires timestamptz, keys bigint, files jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      x erasures;
      in_hand boolean;
    begin
      select not (w.standing in ('returned', 'destroyed')) into in_hand from whereabouts w where w.evidence = wanted for share;
      update erasures e set destroyed_at = statement_timestamp(), last_backup_expires = statement_timestamp() + until_backups_end,
                            way_stands = e.fields and coalesce(in_hand, false)
       where e.evidence = wanted and e.destroyed_at is null returning * into x;
      if not found then
        return;
      end if;
      select x.ground, x.decided_at, (select m.code from members m where m.id = x.decided_by), x.destroyed_at,
             x.last_backup_expires,
             (select count(*) from files f where f.evidence = wanted and f.state not in ('discarded', 'erased')),
             (select coalesce(jsonb_agg(jsonb_build_object('file', f.id, 'sha256', f.sha256, 'size_bytes', f.size_bytes)
                                        order by f.id), '[]')
                from files f where f.evidence = wanted and f.state in ('ready', 'hash_differs'))
        into ground, decided_at, decided_by, erased_at, last_backup_expires, keys, files;
      delete from renditions r where r.evidence = wanted;
      delete from segments s where s.evidence = wanted;
      update files f set state = case when f.state = 'uploading' then 'discarded' else 'erased' end, renditions = 'none',
                         expires_at = null, version = f.version + 1
       where f.evidence = wanted and f.state not in ('discarded', 'erased');
      return next;
    end $$
    """,
    # As in 0078; once the exhibit is erased, what is left is the way of its thing.
    """
    create or replace function fields_to_erase(wanted uuid) returns table (entry uuid, place bigint, names text[])
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      decided bigint;
      way_alone boolean;
      in_hand boolean;
      said record;
    begin
      select p.position, x.way_stands into decided, way_alone
        from erasures x join headers d on d.evidence = x.evidence and d.kind = 'evidence.erasure_decided'
        join positions p on p.entry = d.entry where x.evidence = wanted and x.fields;
      if decided is null then
        return;
      end if;
      in_hand := exists (select 1 from whereabouts w where w.evidence = wanted and w.standing not in ('returned', 'destroyed'));
      way_alone := way_alone and not in_hand;
      for said in
        select h.entry, h.kind, p.position from headers h join positions p on p.entry = h.entry
         where h.evidence = wanted and p.position < decided and split_part(h.kind, '.', 1) in ('acquisition', 'custody', 'evidence', 'file')
           -- what not all hear who hear the certificate: an order of its party's leader erases that, unheard by others (0044)
           and h.kind not in ('file.discarded', 'file.hash_differed')
           and (not in_hand or h.kind not like 'custody.%' or h.kind = 'custody.imported')
           and (not way_alone or h.kind like 'custody.%' and h.kind <> 'custody.imported') and not must_stand(h.entry)
         order by p.position
      loop
        perform set_config('app.erasing', said.entry::text, true);
        select array_agg(f.name order by f.name) into names from fields f
         where f.entry = said.entry and is_erasable(said.kind, f.name) and f.value <> 'null' and not exists (
           select 1 from field_erasures w
            where w.entry = f.entry and w.approval is not null and w.erased_at is null and f.name = any (w.names));
        if names is not null then
          entry := said.entry;
          place := said.position;
          return next;
        end if;
      end loop;
      perform set_config('app.erasing', '', true);
    end $$
    """,
    # What both of the next do, each once it has made sure that the time has come.
    """
    create function erase_fields_going(x erasures, told uuid, many bigint) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      one record;
      lot bigint;
      gone bigint := 0;
      touched uuid[] := '{}';
    begin
      if not exists (select 1 from headers h where h.entry = told and h.jit = x.jit and h.evidence = x.evidence and h.party is null
                        and h.kind = 'evidence.fields_erased')
         or exists (select 1 from positions p where p.entry = told) then
        raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
      end if;
      for one in select * from fields_to_erase(x.evidence) loop
        delete from field_erasures w where w.entry = one.entry and w.approval is null and w.names && one.names;
        insert into erased_fields (entry, name, jit, certificate, erased_at)
          select one.entry, n, x.jit, told, statement_timestamp() from unnest(one.names) n;
        perform set_config('app.erasing', one.entry::text, true);
        perform forget_words(one.entry, one.names);
        delete from fields f where f.entry = one.entry and f.name = any (one.names);
        get diagnostics lot = row_count;
        perform set_config('app.erasing', '', true);
        gone := gone + lot;
        touched := touched || one.entry;
      end loop;
      if gone <> many then
        raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
      end if;
      update exports b set state = 'queued', version = b.version + 1
       where b.jit = x.jit and b.state = 'running' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence));
      return query
        update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
               problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
         where b.jit = x.jit and b.state = 'ready' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence))
        returning b.id;
    end $$
    """,
    # What the engine does beside the certificate `told`, which names `many` fields: the same, or nothing. Returns the bundles that held any.
    """
    create or replace function erase_fields_with(wanted uuid, told uuid, many bigint, expires timestamptz) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x erasures;
    begin
      select * into x from erasures e where e.evidence = wanted and e.fields and e.destroyed_at is not null for update;
      if not found or x.last_backup_expires is distinct from expires or x.way_stands and exists (
           select 1 from whereabouts w where w.evidence = wanted and w.standing in ('returned', 'destroyed')) then
        raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
      end if;
      return query select * from erase_fields_going(x, told, many);
    end $$
    """,
)

WAYS = (
    # Thirty days: for so long a return that was recorded by mistake is corrected, and its proof is whole.
    f"""
    create function has_ended(w whereabouts) returns boolean language sql stable
      return w.{ENDED} and w.changed_at < statement_timestamp() - interval '30 days'
    """,
    """
    create function due_ways(after uuid, most integer) returns table (evidence uuid, jit uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select x.evidence, x.jit from erasures x join jits j on j.id = x.jit join whereabouts w on w.evidence = x.evidence
       where x.way_stands and x.destroyed_at is not null and j.state <> 'closed' and has_ended(w) and not is_on_hold(x.evidence)
         and (after is null or x.evidence > after)
       order by x.evidence limit most;
    end
    """,
    # Held before the certificate takes the exhibit's chain, as who records an act does. Returns the erasure's ground; nothing: not due, or done.
    """
    create function hold_way(wanted uuid) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      found_ground text;
    begin
      perform 1 from whereabouts w where w.evidence = wanted and has_ended(w) for share;
      if not found or is_on_hold(wanted) then
        return null;
      end if;
      select x.ground into found_ground from erasures x where x.evidence = wanted and x.way_stands and x.destroyed_at is not null for update;
      return found_ground;
    end $$
    """,
    # As erase_fields_with; with nothing that may go (`many` is 0) there is no certificate either.
    """
    create function erase_way_with(wanted uuid, told uuid, many bigint) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x erasures;
    begin
      if hold_way(wanted) is null then
        raise exception 'the way of this thing stands' using errcode = 'insufficient_privilege';
      end if;
      select * into x from erasures e where e.evidence = wanted;
      if many > 0 then
        return query select * from erase_fields_going(x, told, many);
      elsif exists (select 1 from fields_to_erase(wanted)) then
        raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
      end if;
      perform forget_way(wanted);
      update erasures set way_stands = false where evidence = wanted;
    end $$
    """,
)
GRANTS = (
    "revoke all on function erase_fields_going, has_ended, due_ways, hold_way, erase_way_with from public",
    "grant execute on function due_ways, hold_way, erase_way_with to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*COLUMN, *CLOCK, *WAYS, *GRANTS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError(
        "What entries say of people in a thing's custody would stand again for ever; restore a backup made before."
    )
