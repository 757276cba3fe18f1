"""What an exhibit's entries say goes with it when its time is over; and of what was obtained jointly, with the word of each who obtained it.

`erasures.fields` says with the decision whether it does: not of what was withdrawn, and of a joint exhibit only where every other
originator has agreed to its erasure. The engine erases fields of entries before the decision, beside the one certificate that names
them, under what `erase_fields` (0044) demands. While a thing is in somebody's hands, its way stands. An erasure that a leader orders
of a joint exhibit's entry waits for an agreement of each other originator, by two where that party demands two.

Revision: 0078, after 0077
"""

from alembic import op

revision = "0078"
down_revision = "0077"
branch_labels = None
depends_on = None

TABLES = (
    "alter table erasures add column fields boolean not null default false",
    """
    create table field_erasure_agreements (
      erasure uuid not null,
      agreed_by uuid not null,
      jit uuid not null,
      party uuid not null,
      agreed_at timestamptz not null,
      constraint pk_field_erasure_agreements primary key (erasure, agreed_by),
      constraint fk_field_erasure_agreements_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_field_erasure_agreements_jit_agreed_by foreign key (jit, agreed_by) references members (jit, id)
    )
    """,
    "alter table field_erasure_agreements enable row level security",
    "alter table field_erasure_agreements force row level security",
    "select guard_closed('field_erasure_agreements')",
)

# As in 0055; what was obtained jointly waits for a word of each instead, where the entry is about it and not only mentions it.
STANDS = """
    create or replace function must_stand(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from headers h cross join evidence e
         where h.entry = wanted and (e.id = h.evidence or e.id in (select a.mentions from entry_audience a where a.entry = wanted))
           and (is_on_hold(e.id) or (e.id is distinct from h.evidence and coalesce(cardinality(e.joint), 0) > 0)
                or exists (select 1 from flags f where f.evidence = e.id)
                or exists (select 1 from disclosures d where d.evidence = e.id)))
"""
ASSENTS = (
    # Who obtained what the entry is about, beside the party whose entry it is. Asked by functions alone.
    """
    create function field_assenters(wanted uuid) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select o.party from headers h join evidence e on e.id = h.evidence
          cross join unnest(array_prepend(e.originator, e.joint)) with ordinality o (party, place)
         where h.entry = wanted and coalesce(cardinality(e.joint), 0) > 0 and o.party is distinct from h.party
           and not has_left(e.jit, o.party) order by o.place)
    """,
    """
    create function assents_to_fields(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (select 1 from headers h where h.entry = wanted and h.jit = asking_jit())
         and coalesce(asking_party() = any (field_assenters(wanted)), false)
    """,
    # Of an erasure of fields: who is asked, and who has not agreed (often) enough. Told to its party and to those who are asked.
    """
    create function asked_assents(wanted uuid) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select o.party from field_erasures f cross join unnest(field_assenters(f.entry)) with ordinality o (party, place)
         where f.id = wanted and f.jit = asking_jit()
           and (asking_as_jit_auditor() or f.party = asking_party() or asking_party() = any (field_assenters(f.entry)))
         order by o.place)
    """,
    """
    create function lacking_assents(wanted uuid) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select o.party from field_erasures f cross join unnest(asked_assents(f.id)) with ordinality o (party, place)
         where f.id = wanted
           and (select count(distinct m.account) from field_erasure_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
                 where a.erasure = f.id and a.party = o.party)
               < case when exists (select 1 from four_eyes y where y.jit = f.jit and y.party = o.party and 'erase' = any (y.acts))
                      then 2 else 1 end
         order by o.place)
    """,
    """
    create function may_assent_to_fields(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return 'leader' = any (asking_roles()) and decides_releases()
         and exists (select 1 from field_erasures f where f.id = wanted and f.jit = asking_jit() and f.approval is null)
         and asking_party() = any (lacking_assents(wanted)) and not exists (
           select 1 from field_erasure_agreements a
            where a.erasure = wanted and a.party = asking_party() and not is_another(a.agreed_by))
    """,
    # Two who agree at the same moment: the second sees the first.
    """
    create function hold_field_erasure(wanted uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from field_erasures f where f.id = wanted and f.jit = asking_jit() and f.approval is null
         and (f.party = asking_party() or assents_to_fields(f.entry)) for update;
      return found;
    end $$
    """,
    """
    create function is_agreed_to_fields(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from field_erasures f
         where f.id = wanted and f.jit = asking_jit() and f.approval is null
           and (f.party = asking_party() or assents_to_fields(f.entry)) and lacking_assents(f.id) = '{}'
           and (f.confirmed_by is not null or not exists (
                  select 1 from four_eyes y where y.jit = f.jit and y.party = f.party and 'erase' = any (y.acts))))
    """,
    # As in 0044; decided by whose word was the last that lacked.
    """
    create or replace function approve_field_erasure(wanted uuid, decision uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x field_erasures;
    begin
      select * into x from field_erasures f where f.id = wanted and f.approval is null for update;
      if not found then
        return false;
      end if;
      if x.jit is distinct from asking_jit() or not 'leader' = any (asking_roles()) or not (
           x.party = asking_party() and asking_seat() = coalesce(x.confirmed_by, x.wanted_by)
           or exists (select 1 from field_erasure_agreements a where a.erasure = x.id and a.agreed_by = asking_seat())) then
        raise exception 'only a leader of its party erases fields of an entry' using errcode = 'insufficient_privilege';
      end if;
      if x.confirmed_by is null
         and exists (select 1 from four_eyes y where y.jit = x.jit and y.party = x.party and 'erase' = any (y.acts)) then
        raise exception 'a second leader is demanded before an erasure' using errcode = 'insufficient_privilege';
      end if;
      if lacking_assents(x.id) <> '{}' then
        raise exception 'who obtained it jointly has not agreed' using errcode = 'insufficient_privilege';
      end if;
      if must_stand(x.entry) then
        raise exception 'what the entry is about must stand' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from headers h where h.entry = decision and h.jit = x.jit and h.party = asking_party()
                        and h.kind = 'field.erasure_decided' and h.about = x.entry)
         or exists (select 1 from positions p where p.entry = decision) then
        raise exception 'no decision of this moment about this entry' using errcode = 'insufficient_privilege';
      end if;
      update field_erasures f set approval = decision, decided_at = statement_timestamp() where f.id = wanted;
      return true;
    end $$
    """,
)

CLOCK = (
    # What goes with an exhibit: of entries before the decision, which has its position. What a leader decided already is done by that.
    """
    create function fields_to_erase(wanted uuid) returns table (entry uuid, place bigint, names text[])
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      decided bigint;
      in_hand boolean;
      said record;
    begin
      select p.position into decided from erasures x join headers d on d.evidence = x.evidence and d.kind = 'evidence.erasure_decided'
        join positions p on p.entry = d.entry where x.evidence = wanted and x.fields;
      if decided is null then
        return;
      end if;
      in_hand := exists (select 1 from whereabouts w where w.evidence = wanted and w.standing not in ('returned', 'destroyed'));
      for said in
        select h.entry, h.kind, p.position from headers h join positions p on p.entry = h.entry
         where h.evidence = wanted and p.position < decided and split_part(h.kind, '.', 1) in ('acquisition', 'custody', 'evidence', 'file')
           -- what not all hear who hear the certificate: an order of its party's leader erases that, unheard by others (0044)
           and h.kind not in ('file.discarded', 'file.hash_differed')
           and (not in_hand or h.kind not like 'custody.%' or h.kind = 'custody.imported') and not must_stand(h.entry)
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
    # What the engine does beside the certificate `told`, which names `many` fields: the same, or nothing. Returns the bundles that held any.
    """
    create function erase_fields_with(wanted uuid, told uuid, many bigint, expires timestamptz) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x erasures;
      one record;
      lot bigint;
      gone bigint := 0;
      touched uuid[] := '{}';
    begin
      select * into x from erasures e where e.evidence = wanted and e.fields and e.destroyed_at is not null for update;
      if not found or x.last_backup_expires is distinct from expires
         or not exists (select 1 from headers h where h.entry = told and h.jit = x.jit and h.evidence = wanted and h.party is null
                          and h.kind = 'evidence.fields_erased')
         or exists (select 1 from positions p where p.entry = told) then
        raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
      end if;
      for one in select * from fields_to_erase(wanted) loop
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
       where b.jit = x.jit and b.state = 'running' and exists (select 1 from unnest(touched) n where can_hold(b, n, wanted));
      return query
        update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
               problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
         where b.jit = x.jit and b.state = 'ready' and exists (select 1 from unnest(touched) n where can_hold(b, n, wanted))
        returning b.id;
    end $$
    """,
)

_LEADS = "jit = asking_jit() and 'leader' = any (asking_roles())"
POLICIES = (
    "create policy definer on field_erasure_agreements to liaison_owner using (true) with check (true)",
    "create policy engine on field_erasure_agreements for select to liaison_engine using (true)",
    (
        "create policy seen on field_erasure_agreements for select to liaison_app using (jit = asking_jit()"
        " and exists (select 1 from field_erasures f where f.id = field_erasure_agreements.erasure))"
    ),
    (
        f"create policy inserted on field_erasure_agreements for insert to liaison_app with check ({_LEADS}"
        " and party = asking_party() and agreed_by = asking_seat() and may_assent_to_fields(erasure))"
    ),
    (
        "create policy jointly on field_erasures for select to liaison_app using (jit = asking_jit()"
        " and asking_roles() && array['leader', 'auditor'] and assents_to_fields(entry))"
    ),
    f"create policy refused on field_erasures for delete to liaison_app using ({_LEADS} and approval is null and assents_to_fields(entry))",
)
GRANTS = (
    (
        "revoke all on function field_assenters, assents_to_fields, asked_assents, lacking_assents, may_assent_to_fields,"
        " hold_field_erasure, is_agreed_to_fields, fields_to_erase, erase_fields_with from public"
    ),
    (
        "grant execute on function assents_to_fields, asked_assents, lacking_assents, may_assent_to_fields, hold_field_erasure,"
        " is_agreed_to_fields to liaison_app"
    ),
    "grant execute on function fields_to_erase, erase_fields_with to liaison_engine",
    "grant select, insert on field_erasure_agreements to liaison_app",
    "grant select (fields) on erasures to liaison_engine",
)
#: (function, its arguments, what it says, what it says from now on)
MENDED = (
    (
        "begin_erasure",
        "uuid, text, text",
        "(evidence, jit, ground, reason, decided_by, decided_at, confirmed_by)",
        "(evidence, jit, fields, ground, reason, decided_by, decided_at, confirmed_by)",
    ),
    (
        "begin_erasure",
        "uuid, text, text",
        "values (wanted, e.jit, on_ground,",
        "values (wanted, e.jit, on_ground <> 'withdrawn' and lacking_erasure(e) = '{}', on_ground,",
    ),
    (
        "erase_of_left",
        "uuid, text",
        "(evidence, jit, ground, reason, decided_at)",
        "(evidence, jit, fields, ground, reason, decided_at)",
    ),
    (
        "erase_of_left",
        "uuid, text",
        "values (wanted, e.jit, 'review',",
        "values (wanted, e.jit, lacking_erasure(e) = '{}', 'review',",
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, STANDS, *ASSENTS, *CLOCK, *POLICIES, *GRANTS):
        op.execute(statement)
    for name, arguments, former, now in MENDED:
        whole = f"select pg_get_functiondef('{name}({arguments})'::regprocedure)"
        said = op.get_bind().exec_driver_sql(whole).scalar_one()
        assert said.count(former) == 1, said
        op.execute(said.replace(former, now))


def downgrade() -> None:
    raise RuntimeError("What was erased stays erased, and would be taken for a damage; restore a backup made before.")
