"""Erasing an entry's fields: decided by a leader of the entry's own party, done by the engine once the decision has its position.

`fields` stays insert-only but for what `erase_fields` names in `erased_fields` first, and it names nothing without a sequenced
decision. The entry keeps the field's hash, and so its commitment. Bundles kept here that hold what is erased are given up in
the same transaction, and those being made begin again. The recomputation knows what is erased, and finds what came back.

Revision: 0044, after 0043
"""

from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

GROUNDS = "('subject_request', 'not_necessary', 'unlawful', 'time_limit')"
TABLES = (
    f"""
    create table field_erasures (
      id uuid not null constraint pk_field_erasures primary key,
      jit uuid not null,
      entry uuid not null constraint fk_field_erasures_entry references entries (id),
      party uuid not null,
      names text[] not null constraint ck_field_erasures_names check (cardinality(names) between 1 and 50),
      ground text not null constraint ck_field_erasures_ground check (ground in {GROUNDS}),
      legal_basis text not null,
      reason text not null,
      wanted_by uuid not null,
      wanted_at timestamptz not null,
      confirmed_by uuid,
      approval uuid constraint uq_field_erasures_approval unique constraint fk_field_erasures_approval references entries (id),
      decided_at timestamptz,
      erased_at timestamptz,
      last_backup_expires timestamptz,
      constraint ck_field_erasures_decided check ((approval is null) = (decided_at is null)),
      constraint ck_field_erasures_erased check ((erased_at is null) = (last_backup_expires is null)
                                                 and (erased_at is null or approval is not null)),
      constraint fk_field_erasures_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_field_erasures_jit_wanted_by foreign key (jit, wanted_by) references members (jit, id),
      constraint fk_field_erasures_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id)
    )
    """,
    "create index ix_field_erasures_entry on field_erasures (entry)",
    "create index ix_field_erasures_unfinished on field_erasures (id) where approval is not null and erased_at is null",
    """
    create table erased_fields (
      entry uuid not null constraint fk_erased_fields_entry references entries (id),
      name text not null,
      jit uuid not null,
      certificate uuid not null constraint fk_erased_fields_certificate references entries (id),
      erased_at timestamptz not null,
      constraint pk_erased_fields primary key (entry, name)
    )
    """,
)

FUNCTIONS = (
    # The twin of `is_erasable` in ledger/erasable.py.
    """
    create function is_erasable(kind text, field text) returns boolean language sql immutable
      return field in ('acquired_by', 'because', 'changes', 'conditions', 'court', 'custodian', 'description', 'details',
                       'file_number', 'finding', 'handling_text', 'legal_basis', 'name', 'necessity', 'place', 'proceeding',
                       'proportionality', 'reason', 'record', 'text', 'title', 'word', 'words')
         and split_part(kind, '.', 1) not in ('access_rule', 'break_glass', 'controller', 'epoch', 'export', 'field', 'filter',
                       'four_eyes', 'jit', 'leaving', 'member', 'party', 'reservation', 'retention', 'witness')
         and kind not in ('evidence.erasure_decided', 'evidence.erased', 'evidence.field_erased')
         and (field <> 'name' or kind like 'file.%')
    """,
    # What a court, or an accused, may still need: of what exhibit nobody learns here, nor by whose will.
    """
    create function must_stand(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from headers h join evidence e on e.id = h.evidence where h.entry = wanted
           and (is_on_hold(e.id) or coalesce(cardinality(e.joint), 0) > 0
                or exists (select 1 from flags f where f.evidence = e.id)
                or exists (select 1 from disclosures d where d.evidence = e.id and d.recalled_at is null)))
    """,
    # One at a time for an entry: whoever wants the same field waits here, and is refused.
    """
    create function may_erase_fields(wanted uuid, wished text[]) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own text;
      there bigint;
    begin
      perform 1 from entries e where e.id = wanted for update;
      select h.kind into own from headers h join positions p on p.entry = h.entry
       where h.entry = wanted and h.jit = asking_jit() and h.party = asking_party();
      if own is null or exists (select 1 from unnest(wished) n where not is_erasable(own, n)) or must_stand(wanted)
         or exists (select 1 from erased_fields x where x.entry = wanted and x.name = any (wished))
         or exists (select 1 from field_erasures f where f.entry = wanted and f.erased_at is null and f.names && wished) then
        return false;
      end if;
      perform set_config('app.erasing', wanted::text, true);
      select count(*) into there from fields f where f.entry = wanted and f.name = any (wished);
      perform set_config('app.erasing', '', true);
      return there = cardinality(wished);
    end $$
    """,
    """
    create function may_second_field_erasure(wish field_erasures) returns boolean
      language sql stable set search_path = public, pg_temp
      return wish.approval is null and wish.confirmed_by is null and decides_releases() and is_another(wish.wanted_by)
    """,
    # The decision is an entry of this party about that very entry, of this transaction: once it is there, nobody gives it again.
    """
    create function approve_field_erasure(wanted uuid, decision uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x field_erasures;
    begin
      select * into x from field_erasures f where f.id = wanted and f.approval is null for update;
      if not found then
        return false;
      end if;
      if x.jit is distinct from asking_jit() or x.party is distinct from asking_party() or not 'leader' = any (asking_roles())
         or asking_seat() is distinct from coalesce(x.confirmed_by, x.wanted_by) then
        raise exception 'only a leader of its party erases fields of an entry' using errcode = 'insufficient_privilege';
      end if;
      if x.confirmed_by is null and demands_two('erase') then
        raise exception 'a second leader is demanded before an erasure' using errcode = 'insufficient_privilege';
      end if;
      if must_stand(x.entry) then
        raise exception 'what the entry is about must stand' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from headers h where h.entry = decision and h.jit = x.jit and h.party = x.party
                        and h.kind = 'field.erasure_decided' and h.about = x.entry)
         or exists (select 1 from positions p where p.entry = decision) then
        raise exception 'no decision of this moment about this entry' using errcode = 'insufficient_privilege';
      end if;
      update field_erasures f set approval = decision, decided_at = statement_timestamp() where f.id = wanted;
      return true;
    end $$
    """,
    # What the engine does with a decision that has its position, beside its certificate: one transaction, whole or not at all.
    # Returns the bundles that held it: their files go before this transaction ends.
    """
    create function erase_fields(wanted uuid, told uuid, expires timestamptz) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      x field_erasures;
      about uuid;
      gone bigint;
    begin
      select * into x from field_erasures f where f.id = wanted and f.approval is not null and f.erased_at is null for update;
      if not found or must_stand(x.entry)
         or not exists (select 1 from positions p where p.jit = x.jit and p.entry = x.approval)
         or not exists (select 1 from headers h where h.entry = told and h.jit = x.jit and h.about = x.entry and h.party is null
                          and h.kind in ('field.erased', 'evidence.field_erased')) then
        raise exception 'nothing is erased without a sequenced decision' using errcode = 'insufficient_privilege';
      end if;
      insert into erased_fields (entry, name, jit, certificate, erased_at)
        select x.entry, n, x.jit, told, statement_timestamp() from unnest(x.names) n;
      perform set_config('app.erasing', x.entry::text, true);
      delete from fields f where f.entry = x.entry and f.name = any (x.names);
      get diagnostics gone = row_count;
      perform set_config('app.erasing', '', true);
      if gone <> cardinality(x.names) then
        raise exception 'a field of this entry is not there' using errcode = 'insufficient_privilege';
      end if;
      update field_erasures f set erased_at = statement_timestamp(), last_backup_expires = expires where f.id = wanted;
      select h.evidence into about from headers h where h.entry = x.entry;
      update exports b set state = 'queued', version = b.version + 1
       where b.jit = x.jit and b.state = 'running' and (b.evidence is null or b.evidence = about);
      return query
        update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
               problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
         where b.jit = x.jit and b.state = 'ready' and (b.evidence is null or b.evidence = about) returning b.id;
    end $$
    """,
    """
    create function keep_fields() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_op = 'DELETE' and exists (select 1 from erased_fields x where x.entry = old.entry and x.name = old.name) then
        return old;
      end if;
      raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$
    """,
    "drop trigger insert_only on fields",
    "create trigger insert_only before update or delete on fields for each row execute function keep_fields()",
    "alter table fields enable always trigger insert_only",
    # As in 0003: what is erased is missing, and what came back is found.
    """
    create or replace function differing(wanted uuid, first bigint, behind bigint) returns table (place bigint, what text)
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    begin
      perform set_config('app.recomputing', 'on', true);
      return query with placed as materialized (
        select g.position, p.entry, e.commitment, b.salt, b.canonical
          from generate_series(first, behind - 1) as g (position)
          left join positions p on p.jit = wanted and p.position = g.position
          left join entries e on e.id = p.entry left join bodies b on b.entry = p.entry
      ), sound as materialized (
        select * from placed
         where sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8') || salt || canonical) = commitment
      ), named as materialized (
        select s.position, s.entry, n.key as name, n.value as hash
          from sound s, jsonb_each_text(convert_from(s.canonical, 'UTF8')::jsonb -> 'fields') as n
      )
      select position, case when commitment is null then 'no entry' when canonical is null then 'no body'
                            else 'commitment' end
        from placed where position not in (select position from sound)
      union all
      select n.position, 'field ' || n.name
        from named n left join fields f on f.entry = n.entry and f.name = n.name
       where not exists (select 1 from erased_fields x where x.entry = n.entry and x.name = n.name)
         and (f.value is null or n.hash is distinct from
             encode(sha256(convert_to('liaison-field/v1' || chr(10), 'UTF8') || f.salt
                           || convert_to('["' || f.name || '",' || f.value || ']', 'UTF8')), 'base64'))
      union all
      select s.position, 'field ' || f.name from sound s join fields f on f.entry = s.entry
       where not exists (select 1 from named n where n.entry = f.entry and n.name = f.name)
          or exists (select 1 from erased_fields x where x.entry = f.entry and x.name = f.name);
      perform set_config('app.recomputing', 'off', true);
    end $$
    """,
)

_OWN = "jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())"
POLICIES = (
    "create policy definer on field_erasures to liaison_owner using (true) with check (true)",
    "create policy definer on erased_fields to liaison_owner using (true) with check (true)",
    "create policy erasing on fields to liaison_owner using (entry::text = current_setting('app.erasing', true))",
    "create policy erasing on exports to liaison_owner using (session_user = 'liaison_engine')",
    (
        "create policy seen on field_erasures for select to liaison_app using (jit = asking_jit()"
        " and (asking_as_jit_auditor() or (party = asking_party() and asking_roles() && array['leader', 'auditor'])))"
    ),
    (
        f"create policy inserted on field_erasures for insert to liaison_app with check ({_OWN} and wanted_by = asking_seat()"
        " and confirmed_by is null and approval is null and erased_at is null and may_erase_fields(entry, names))"
    ),
    (
        f"create policy updated on field_erasures for update to liaison_app using ({_OWN}"
        f" and may_second_field_erasure(field_erasures)) with check ({_OWN} and confirmed_by = asking_seat())"
    ),
    f"create policy deleted on field_erasures for delete to liaison_app using ({_OWN} and erased_at is null)",
    "create policy engine on field_erasures for select to liaison_engine using (true)",
    (
        "create policy seen on erased_fields for select to liaison_app using (jit = asking_jit()"
        " and exists (select 1 from headers h where h.entry = erased_fields.entry))"
    ),
)
GRANTS = (
    (
        "revoke all on function is_erasable, must_stand, may_erase_fields, may_second_field_erasure, approve_field_erasure,"
        " erase_fields, keep_fields from public"
    ),
    (
        "grant execute on function is_erasable, must_stand, may_erase_fields, may_second_field_erasure, approve_field_erasure"
        " to liaison_app"
    ),
    "grant execute on function erase_fields, must_stand to liaison_engine",
    "grant select, insert, update (confirmed_by), delete on field_erasures to liaison_app",
    "grant select on erased_fields to liaison_app",
    (
        "grant select (id, jit, entry, party, names, ground, legal_basis, wanted_by, confirmed_by, approval, decided_at, erased_at)"
        " on field_erasures to liaison_engine"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for table in ("field_erasures", "erased_fields"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in (*FUNCTIONS, *POLICIES, *GRANTS):
        op.execute(statement)
    for trigger, occasion, each in (
        ("insert_only", "update or delete", "row"),
        ("no_truncate", "truncate", "statement"),
    ):
        op.execute(
            f"create trigger {trigger} before {occasion} on erased_fields for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table erased_fields enable always trigger {trigger}")


def downgrade() -> None:
    raise RuntimeError("What was erased stays erased, and would be taken for a damage; restore a backup made before.")
