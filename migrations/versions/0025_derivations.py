"""Derived exhibits inherit the strictest: what rests on another party's exhibit goes no further than that does, party by party.

`derivations` says of what an exhibit was made, written with it and never after. `bounds` is what follows from them, kept by
triggers: an exhibit is bound by every parent that another party obtained, and by what binds those of its own. No release of
a bound exhibit goes beyond a release of what binds it to the same party (`follows`, the twin of `access/following.py`);
where such a release is narrowed or recalled, the bound one is in the same transaction (`keep_within`), and `followed` tells the
worker, which says so in the ledger. The originator's own row keeps its level; purposes and use in court are reckoned anew.

Locks are taken from the parent to the child: `hold_parents` and `hold_bounds` before any row of the child.

Revision: 0025, after 0024
"""

from alembic import op
from sqlalchemy import text

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

HOWS = "'copy', 'extract', 'translation', 'transcript', 'redaction', 'analysis', 'combination'"
TABLES = (
    "alter table evidence add column bound boolean not null default false",
    f"""
    create table derivations (
      jit uuid not null,
      child uuid not null,
      parent uuid not null,
      how text not null constraint ck_derivations_how check (how in ({HOWS})),
      derived_by uuid not null,
      derived_at timestamptz not null,
      constraint pk_derivations primary key (child, parent),
      constraint ck_derivations_another check (child <> parent),
      constraint fk_derivations_jit_child foreign key (jit, child) references evidence (jit, id),
      constraint fk_derivations_jit_parent foreign key (jit, parent) references evidence (jit, id),
      constraint fk_derivations_jit_derived_by foreign key (jit, derived_by) references members (jit, id)
    )
    """,
    "create index ix_derivations_parent on derivations (parent)",
    """
    create table bounds (
      jit uuid not null,
      evidence uuid not null,
      bound_by uuid not null,
      constraint pk_bounds primary key (evidence, bound_by),
      constraint fk_bounds_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_bounds_jit_bound_by foreign key (jit, bound_by) references evidence (jit, id)
    )
    """,
    "create index ix_bounds_bound_by on bounds (bound_by)",
    # What a change of a parent did to what rests on it, until the worker has entered it. Level 0: nothing is left.
    """
    create table followed (
      id uuid not null default gen_random_uuid() constraint pk_followed primary key,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      waited boolean not null,
      former smallint not null,
      level smallint not null,
      at timestamptz not null default statement_timestamp(),
      constraint fk_followed_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_followed_jit_party foreign key (jit, party) references parties (jit, id)
    )
    """,
    "create index ix_followed_at on followed (at)",
)

# Definer functions, as in 0002: each answers about what it is given, and opens nothing.
RULES = (
    # Whether a release without names admits every one of these seats, as far as their roles go.
    """
    create function are_plain(named uuid[]) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (select 1 from unnest(named) s left join members m on m.id = s
                          where m.id is null or not m.roles && array['leader', 'member'])
    """,
    # The twin of `follows` in access/following.py. `h1`: what binds bears H1. The originator's own row admits every purpose.
    """
    create function follows(wanted releases, binding releases, h1 boolean) returns boolean
      language sql stable set search_path = public, pg_temp
      return wanted.party = binding.party and wanted.level <= binding.level
        and (binding.authorities is null or coalesce(wanted.authorities <@ binding.authorities, false))
        and case when binding.seats is not null then coalesce(wanted.seats <@ binding.seats, false)
                 else wanted.seats is null or are_plain(wanted.seats) end
        and (binding.not_before is null or coalesce(binding.not_before <= wanted.not_before, false))
        and (binding.until is null or coalesce(wanted.until <= binding.until, false))
        and coalesce(wanted.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
          <@ coalesce(binding.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || case when binding.party = binding.originator
                      then array['OTHER_OFFENCE_WITH_CONSENT'] else '{}'::text[] end)
        and (not h1 or not wanted.court_use or binding.court_use or binding.party = binding.originator)
    """,
    # Whether a release of a bound exhibit lies within all that binds it. H2 leads back to who set it, and to nobody else.
    """
    create function within_bounds(wanted releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (
        select 1 from bounds b
          join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = wanted.party
         where b.evidence = wanted.evidence
           and (r.party is null or ('H2' = any (e.handling) and wanted.party <> e.originator)
                or not follows(wanted, r, 'H1' = any (e.handling))))
    """,
    # Whether the originator's own row names nobody whom what binds the exhibit does not admit. What is recalled names nobody to hold to.
    """
    create function names_follow(named uuid[], binding releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case when binding.seats is not null then coalesce(named <@ binding.seats, false)
                  else named is null or are_plain(named) end
         and (binding.authorities is null or (named is not null and not exists (
              select 1 from unnest(named) s left join members m on m.id = s
               where m.id is null or m.authority is null or not m.authority = any (binding.authorities))))
    """,
    # For what the originator may use a bound exhibit: what each release to it admits; to manage it, whatever became of that.
    """
    create function own_purposes(own releases) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_agg(p order by p) from unnest(array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || array['OTHER_OFFENCE_WITH_CONSENT']) p
               where p = 'JIT_MANAGEMENT' or not exists (
                 select 1 from bounds b
                   left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
                  where b.evidence = own.evidence
                    and (r.party is null or r.level < 2 or r.state = 'lapsed' or not names_follow(own.seats, r)
                         or not for_purpose(p, r.purposes, false))))
    """,
    """
    create function own_court_use(own releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (
        select 1 from bounds b join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
         where b.evidence = own.evidence and 'H1' = any (e.handling) and not coalesce(r.court_use, false))
    """,
    """
    create function tlp_strictness(tlp text) returns integer language sql immutable
      return array_position(array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'], tlp)
    """,
)
HOLDING = (
    # Parents, then their releases, in order: nobody changes either until this transaction ends.
    """
    create function hold_parents(parents uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from evidence e where e.jit = asking_jit() and e.id = any (parents) order by e.id for share;
      perform 1 from releases r where r.jit = asking_jit() and r.evidence = any (parents)
        order by r.evidence, (r.party <> r.originator), r.party for share;
    end $$
    """,
    """
    create function hold_bounds(wanted uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from releases r where r.evidence in (select b.bound_by from bounds b where b.evidence = wanted)
        and (r.jit = asking_jit() or session_user = 'liaison_engine')
        order by r.evidence, (r.party <> r.originator), r.party for share;
    end $$
    """,
    # A derivation comes with its exhibit: of what the asker holds now, under marks at least as strict, before any release.
    """
    create function demand_derivable() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform hold_parents(array[new.parent]);
      if exists (select 1 from releases r where r.evidence = new.child)
         or exists (select 1 from headers h where h.evidence = new.child)
         or not exists (
           select 1 from evidence c
             join evidence p on p.jit = c.jit and p.id = new.parent and p.status = 'active'
              and (p.originator = asking_party() or p.verification is distinct from 'waiting')
             join releases r on r.jit = p.jit and r.evidence = p.id and r.party = asking_party()
              and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3
            where c.jit = asking_jit() and c.id = new.child and c.originator = asking_party()
              and c.registered_by = asking_seat() and c.handling @> array_remove(p.handling, 'H0')
              and tlp_strictness(c.tlp) >= tlp_strictness(p.tlp)) then
        raise exception 'it is not derived from this' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger derivable before insert on derivations for each row execute function demand_derivable()",
    """
    create function bind_child() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own boolean := (select p.originator = c.originator from evidence p, evidence c where p.id = new.parent and c.id = new.child);
    begin
      insert into bounds (jit, evidence, bound_by)
        select new.jit, new.child, new.parent where not own
        union select new.jit, new.child, b.bound_by from bounds b where own and b.evidence = new.parent
      on conflict do nothing;
      update evidence e set bound = true
       where e.id = new.child and not e.bound and exists (select 1 from bounds b where b.evidence = e.id);
      return null;
    end $$
    """,
    "create trigger bound after insert on derivations for each row execute function bind_child()",
    # A text that came with a parent stays: it may be added to.
    """
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
    end $$
    """,
    "create trigger texts before insert or update of handling_text on provenances for each row execute function keep_texts()",
)
FOLLOWING = (
    # A row that a person writes lies within its bounds or is not written. What the clock writes is brought within them after it.
    """
    create function hold_to_bounds() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (select 1 from bounds b where b.evidence = new.evidence) then return new; end if;
      if new.party = new.originator then
        if (tg_op = 'INSERT' or new.seats is distinct from old.seats) and exists (
             select 1 from bounds b join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = new.party
              where b.evidence = new.evidence and not names_follow(new.seats, r)) then
          raise exception 'it names more than what it was derived from admits' using errcode = 'LB001';
        end if;
        new.purposes := own_purposes(new);
        new.court_use := own_court_use(new);
        return new;
      end if;
      if session_user = 'liaison_engine' then return new; end if;
      if tg_op = 'UPDATE' then
        if not gains(old, new) and (old.court_use or not new.court_use) then return new; end if;
      end if;
      perform hold_bounds(new.evidence);
      if not within_bounds(new) then
        raise exception 'it goes further than what it was derived from' using errcode = 'LB001';
      end if;
      return new;
    end $$
    """,
    """
    create trigger held_to_bounds before insert or update of level, authorities, seats, not_before, until, purposes, court_use
      on releases for each row execute function hold_to_bounds()
    """,
    """
    create function as_release(w waiting_releases) returns releases language sql stable
      return jsonb_populate_record(null::releases, to_jsonb(w) || '{"court_use": false}')
    """,
    """
    create function hold_wish_to_bounds() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from bounds b where b.evidence = new.evidence) then
        perform hold_bounds(new.evidence);
        if not within_bounds(as_release(new)) then
          raise exception 'it goes further than what it was derived from' using errcode = 'LB001';
        end if;
      end if;
      return new;
    end $$
    """,
    "create trigger held_to_bounds before insert on waiting_releases for each row execute function hold_wish_to_bounds()",
    # The least that the row and every release that binds it admit. No level: nothing is left.
    """
    create function least_of(stood releases) returns releases
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      r releases := stood;
      b record;
    begin
      for b in select e.originator as provider, e.handling, k.* from bounds n join evidence e on e.id = n.bound_by
                 left join releases k on k.jit = n.jit and k.evidence = n.bound_by and k.party = stood.party
                where n.evidence = stood.evidence loop
        if b.party is null or ('H2' = any (b.handling) and stood.party <> b.provider) then
          r.level := 0;
          return r;
        end if;
        r.level := least(r.level, b.level);
        r.authorities := case when b.authorities is null then r.authorities when r.authorities is null then b.authorities
          else array(select unnest(r.authorities) intersect select unnest(b.authorities)) end;
        r.seats := case when b.seats is null then r.seats when r.seats is null then b.seats
          else array(select unnest(r.seats) intersect select unnest(b.seats)) end;
        r.not_before := greatest(r.not_before, b.not_before);
        r.until := least(r.until, b.until);
        if b.purposes is not null then
          r.purposes := array(select unnest(coalesce(r.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])) intersect select unnest(b.purposes) order by 1);
        elsif b.party <> b.provider and r.purposes is not null then
          r.purposes := array_remove(r.purposes, 'OTHER_OFFENCE_WITH_CONSENT');
        end if;
        r.court_use := r.court_use and (b.court_use or b.party = b.provider or not 'H1' = any (b.handling));
      end loop;
      if r.authorities = '{}' or r.seats = '{}' or r.purposes = '{}' or r.until <= r.not_before or not within_bounds(r) then
        r.level := 0;
      end if;
      return r;
    end $$
    """,
    # The row of one party, and its wish, brought within their bounds; who holds a copy is asked what became of it.
    """
    create function keep_within(wanted uuid, recipient uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      stood releases;
      kept releases;
    begin
      select * into stood from releases r where r.evidence = wanted and r.party = recipient for update;
      if found and not within_bounds(stood) then
        kept := least_of(stood);
        if kept.level = 0 then
          delete from releases r where r.evidence = wanted and r.party = recipient;
        else
          update releases r set level = kept.level, authorities = kept.authorities, seats = kept.seats,
                 not_before = kept.not_before, until = kept.until, purposes = kept.purposes, court_use = kept.court_use,
                 version = r.version + 1
           where r.evidence = wanted and r.party = recipient;
        end if;
        insert into followed (jit, evidence, party, waited, former, level)
          values (stood.jit, wanted, recipient, false, stood.level, kept.level);
        if kept.level < 3 then
          update copies c set state = 'out', asked_at = statement_timestamp(), reason = 'What it was derived from is not released that far any more.', because = null,
                 answered_at = null, answered_by = null, version = c.version + 1
           where c.evidence = wanted and c.party = recipient and c.state <> 'destroyed' and (c.asked_at is null or c.state = 'kept');
          update disclosures d set recalled_at = statement_timestamp(), reason = 'What it was derived from is not released that far any more.', version = d.version + 1
           where d.evidence = wanted and d.party = recipient and d.recalled_at is null;
        end if;
      end if;
      with gone as (
        delete from waiting_releases w where w.evidence = wanted and w.party = recipient and not within_bounds(as_release(w))
        returning w.jit, w.evidence, w.party, w.level)
      insert into followed (jit, evidence, party, waited, former, level) select g.jit, g.evidence, g.party, true, g.level, 0 from gone g;
    end $$
    """,
    """
    create function bring_to_children() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      changed releases := coalesce(new, old);
      child record;
    begin
      if tg_op <> 'DELETE' and session_user = 'liaison_engine' and changed.party <> changed.originator then
        perform keep_within(changed.evidence, changed.party) from evidence e where e.id = changed.evidence and e.bound;
      end if;
      for child in select b.evidence, e.originator from bounds b join evidence e on e.id = b.evidence
                    where b.bound_by = changed.evidence order by b.evidence loop
        if child.originator = changed.party then
          update releases r set purposes = r.purposes, version = r.version + 1
           where r.evidence = child.evidence and r.party = child.originator;
        elsif tg_op <> 'INSERT' then
          perform keep_within(child.evidence, changed.party);
        end if;
      end loop;
      return null;
    end $$
    """,
    """
    create trigger brought_to_children
      after insert or delete or update of level, authorities, seats, not_before, until, purposes, court_use, state on releases
      for each row execute function bring_to_children()
    """,
    """
    revoke all on function are_plain, within_bounds, names_follow, own_purposes, own_court_use, hold_parents, hold_bounds,
      least_of, keep_within, as_release, follows from public
    """,
    "grant execute on function hold_parents, hold_bounds to liaison_app",
    "grant execute on function hold_bounds to liaison_engine",
)
_BOTH = "jit = asking_jit() and exists (select 1 from evidence e where e.id = {0}.{1} offset 0) and exists (select 1 from evidence e where e.id = {0}.{2} offset 0)"
POLICIES = (
    # Who sees both ends knows of it; a mention of what is invisible reads as nothing.
    f"create policy seen on derivations for select to liaison_app using ({_BOTH.format('derivations', 'child', 'parent')})",
    """
    create policy inserted on derivations for insert to liaison_app with check (jit = asking_jit()
      and derived_by = asking_seat() and asking_roles() && array['leader', 'member'])
    """,
    *(
        f"create policy definer on {table} to liaison_owner using (true) with check (true)"
        for table in ("derivations", "bounds", "followed")
    ),
    "create policy none on bounds to liaison_app using (false)",
    "create policy none on followed to liaison_app using (false)",
    "create policy engine on followed to liaison_engine using (true)",
    "create policy engine on copies for select to liaison_engine using (true)",
    "create policy engine on disclosures for select to liaison_engine using (true)",
    "grant select, insert on derivations to liaison_app",
    "grant select, delete on followed to liaison_engine",
    "grant select on copies, disclosures to liaison_engine",
)
# The originator of what rests on another's H1 is bound by it too, in court: said where 0022 says it, whoever wrote it since.
_DISCLOSED = "select pg_get_expr(polwithcheck, polrelid) from pg_policy where polname = 'inserted' and polrelid = 'disclosures'::regclass"
_OWN_IN_COURT = (
    "r.court_use OR (e.originator = asking_party()) OR",
    "r.court_use OR ((e.originator = asking_party()) AND (NOT e.bound)) OR",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *RULES, *HOLDING, *FOLLOWING):
        op.execute(statement)
    for table in ("derivations", "bounds", "followed"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in POLICIES:
        op.execute(statement)
    for act, when in (("insert_only", "update or delete"), ("no_truncate", "truncate")):
        each = "statement" if when == "truncate" else "row"
        op.execute(
            f"create trigger {act} before {when} on derivations for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table derivations enable always trigger {act}")
    disclosed = op.get_bind().execute(text(_DISCLOSED)).scalar_one()
    assert _OWN_IN_COURT[0] in disclosed, disclosed
    op.execute(f"alter policy inserted on disclosures with check ({disclosed.replace(*_OWN_IN_COURT)})")


def downgrade() -> None:
    raise RuntimeError("What is derived would go further than what it was derived from; restore a backup made before.")
