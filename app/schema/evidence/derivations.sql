-- Row-level security, grants and triggers of the table derivations: from which exhibits (parents) an exhibit was
-- made. Columns: app/models/evidence/derivations.py. Who records one: app/services/evidence/derivations.py; the rule:
-- app/access/sharing/derivations.py.

-- Trigger function: binds a new exhibit to its parent, so that it goes no further than the parent.
-- A parent that the same party obtained alone does not bind; the exhibits that bind this parent do instead.
-- Security definer: members cannot read or write bounds.
create function bind_child() returns trigger
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      own boolean := (select p.originator = c.originator and p.joint is null
                        from evidence p, evidence c where p.id = new.parent and c.id = new.child);
    begin
      insert into bounds (jit, evidence, bound_by)
        select new.jit, new.child, new.parent where not own
        union select new.jit, new.child, b.bound_by from bounds b where own and b.evidence = new.parent
      on conflict do nothing;
      update evidence e set bound = true
       where e.id = new.child and not e.bound and exists (select 1 from bounds b where b.evidence = e.id);
      return null;
    end $$;

-- Locks the parents of a derived exhibit, then their releases, until the transaction ends: nobody narrows them
-- meanwhile. The fixed order avoids deadlocks. Called by app/services/evidence/derivations.py and demand_derivable().
-- Security definer: members cannot lock releases of other parties.
create function hold_parents(parents uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from evidence e where e.jit = asking_jit() and e.id = any (parents) order by e.id for share;
  perform 1 from releases r where r.jit = asking_jit() and r.evidence = any (parents)
    order by r.evidence, (r.party <> r.originator), r.party for share;
end $$;

revoke all on function hold_parents from public;

grant execute on function hold_parents to liaison_app;

-- Trigger function: refuses a derivation that does not come with the registration of the child.
-- The asking member holds the active parent, and the child carries its handling codes (except H0) and at least its
-- TLP. The child has no release and no ledger entry yet. hold_parents() keeps the parent unchanged until the
-- transaction ends. Security definer: it reads releases and entries that the member may not see.
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
end $$;

alter table derivations enable row level security;

alter table derivations force row level security;

-- Owner: the security definer functions follow derivations across parties.
create policy definer on derivations to liaison_owner using (true) with check (true);

-- A privilege review has not closed the content of the parent.
create policy filtered on derivations as restrictive for insert to liaison_app
  with check (content_is_open(parent));

-- Record: in one's own name. demand_derivable() checks the two exhibits.
create policy inserted on derivations for insert to liaison_app
  with check (jit = asking_jit() and derived_by = asking_seat());

-- Read: members who can see both exhibits.
create policy seen on derivations for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from evidence e where e.id = derivations.child offset 0)
         and exists (select 1 from evidence e where e.id = derivations.parent offset 0));

grant select, insert on derivations to liaison_app;

-- The child is bound as soon as the derivation is recorded.
create trigger bound after insert on derivations for each row execute function bind_child();

-- Only the registration of the child records a derivation.
create trigger derivable before insert on derivations for each row execute function demand_derivable();

-- A derivation is never changed or deleted.
create trigger insert_only before delete or update on derivations
  for each row execute function refuse_change();

alter table derivations enable always trigger insert_only;

create trigger no_truncate before truncate on derivations for each statement execute function refuse_change();

alter table derivations enable always trigger no_truncate;
