"""What speaks for or against whoever wrote it is never erased, nor anything a court may have had; nobody else's bundle goes with it.

What may be erased is named by kind and field, as in ledger/erasable.py: a new kind has nothing until it is named here too.
A disclosure that was recalled stays one, and an entry that only mentions an exhibit stands as those of the exhibit do. A bundle
goes with what it can hold. Bundles are held still before the certificate is written, in the order in which making one locks.

Revision: 0055, after 0054
"""

from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

ERASABLE = """
    create or replace function is_erasable(kind text, field text) returns boolean language sql immutable
      return case kind
        when 'acquisition.corrected' then field in ('examiner')
        when 'acquisition.recorded' then field in ('examiner')
        when 'custody.checked_in' then field in ('custodian', 'place')
        when 'custody.checked_out' then field in ('by', 'place')
        when 'custody.collected' then field in ('by', 'from_whom', 'place')
        when 'custody.corrected' then field in ('custodian', 'place')
        when 'custody.destroyed' then field in ('by', 'place', 'witnessed_by')
        when 'custody.imported' then field in ('description', 'environment', 'instrument', 'location', 'performer')
        when 'custody.incident' then field in ('by')
        when 'custody.offered' then field in ('giver')
        when 'custody.produced' then field in ('by')
        when 'custody.received' then field in ('giver', 'place')
        when 'custody.returned' then field in ('place', 'to_whom')
        when 'custody.sealed' then field in ('by')
        when 'custody.seized' then field in ('by', 'from_whom', 'place')
        when 'custody.stored' then field in ('custodian', 'place')
        when 'custody.transported' then field in ('by', 'from_place', 'place')
        when 'custody.unsealed' then field in ('by')
        when 'evidence.described' then field in ('changes')
        when 'evidence.imported' then field in ('objects')
        when 'evidence.registered' then field in ('acquired_by', 'description', 'place', 'title')
        when 'file.discarded' then field in ('name')
        when 'file.hash_differed' then field in ('name')
        when 'file.received' then field in ('name')
        when 'task.assigned' then field in ('details', 'title')
        when 'task.changed' then field in ('changes')
        when 'task.commented' then field in ('text')
        else false end
"""
STANDS = """
    create or replace function must_stand(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from evidence e
         where (e.id = (select h.evidence from headers h where h.entry = wanted)
                or e.id in (select a.mentions from entry_audience a where a.entry = wanted))
           and (is_on_hold(e.id) or coalesce(cardinality(e.joint), 0) > 0
                or exists (select 1 from flags f where f.evidence = e.id)
                or exists (select 1 from disclosures d where d.evidence = e.id)))
"""
# Nobody asks for one, begins one or ends one until the erasure is done: none takes what it held a moment before.
HELD = """
    create function hold_bundles() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      lock table exports in share row exclusive mode;
    end $$
"""
# Whether a bundle can hold an entry: its exhibits, and what its asker's party heard.
HOLDS = """
    create function can_hold(b exports, wanted uuid, about uuid) returns boolean
      language sql stable set search_path = public, pg_temp
      return b.profile <> 'statistics' and coalesce(b.evidence = about, b.evidence is null)
         and coalesce(about = any (b.exhibits), b.exhibits is null)
         and exists (select 1 from members m where m.id = b.requested_by and (m.party is null or exists (
               select 1 from entry_audience a where a.entry = wanted and (a.party is null or a.party = m.party))))
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (ERASABLE, STANDS, HELD, HOLDS):
        op.execute(statement)
    op.execute("revoke all on function hold_bundles, can_hold from public")
    op.execute("grant execute on function hold_bundles to liaison_engine")
    whole = "select pg_get_functiondef('erase_fields(uuid, uuid, timestamptz)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    former = "(b.evidence is null or b.evidence = about)"
    assert said.count(former) == 2, said  # noqa: PLR2004
    op.execute(said.replace(former, "can_hold(b, x.entry, about)"))


def downgrade() -> None:
    raise RuntimeError("What must stand could be erased again; restore a backup made before.")
