"""The entries of an act, with all their parts and their places in the queue and in their chains, by one call.

An exhibit's chain is taken together with the releases that say who hears, and advanced by the id of its last entry: by key,
however long the ledger is. `append_entries` runs as whoever calls it, so the policies of every table decide about each row.

Revision: 0009, after 0008
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FUNCTIONS = (
    # The releases are read after the chain is held, so that they are what the last act on this exhibit left.
    """
    create function take_custody(wanted uuid)
      returns table (n bigint, previous bytea, party uuid, originator uuid, level smallint, authorities uuid[], seats uuid[],
                     own_seats uuid[], not_before timestamptz, until timestamptz)
      language plpgsql as $$
    declare taken record;
    begin
      select c.n, c.previous into taken from take_chain(wanted) c;
      return query
        select taken.n, taken.previous, r.party, r.originator, r.level, r.authorities, r.seats, r.own_seats,
               r.not_before, r.until
          from (values (1)) one left join releases r on r.evidence = wanted;
    end $$
    """,
    # Only to an entry about this exhibit, which the asker's team has. A chain that was never taken begins here.
    """
    create function advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if taken = 0 then
        insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
      end if;
      update chains c set n = reached, previous = e.commitment
        from entries e join headers h on h.entry = e.id
       where c.evidence = wanted and c.n = taken and reached > taken and e.id = last and h.evidence = wanted
         and (session_user = 'liaison_engine' or h.jit = asking_jit());
      if not found then
        raise exception 'the chain of % moved', wanted using errcode = 'serialization_failure';
      end if;
    end $$
    """,
    # Fields name their entry by its place among `ids`, and so do the rows of the audience. All rows of an entry come with
    # it, by one statement, which does not see the entry itself: once it is there, nobody adds to it.
    """
    create function append_entries(
        of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamptz,
        ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[],
        salts bytea[], canonicals bytea[],
        field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[],
        audience jsonb,
        chains uuid[], taken bigint[], reached bigint[], last uuid[])
      returns void language plpgsql as $$
    begin
      with entry as (
        insert into entries (id, jit, commitment)
        select u.id, of_jit, u.commitment from unnest(ids, commitments) as u (id, commitment)
      ), header as (
        insert into headers (entry, jit, kind, evidence, subject, seat, party, party_code, at, about)
        select u.id, of_jit, u.kind, u.exhibit, u.subject, of_seat, of_party, of_party_code, at_moment, u.about
          from unnest(ids, kinds, exhibits, subjects, abouts) as u (id, kind, exhibit, subject, about)
      ), body as (
        insert into bodies (entry, jit, salt, canonical)
        select u.id, of_jit, u.salt, u.canonical from unnest(ids, salts, canonicals) as u (id, salt, canonical)
      ), field as (
        insert into fields (entry, jit, name, salt, value, readers)
        select ids[u.place], of_jit, u.name, u.salt, u.value, u.readers
          from unnest(field_of, field_names, field_salts, field_values, field_readers)
            as u (place, name, salt, value, readers)
      ), hearer as (
        insert into entry_audience (entry, jit, party, level, authorities, seats, mentions)
        select ids[a.place], of_jit, a.party, a.level, a.authorities, a.seats, a.mentions
          from jsonb_to_recordset(audience)
            as a (place integer, party uuid, level smallint, authorities uuid[], seats uuid[], mentions uuid)
      )
      insert into pending (jit, entry)
      select of_jit, u.id from unnest(ids) with ordinality as u (id, place) order by u.place;
      perform advance_chain(u.chain, u.taken, u.reached, u.last)
         from unnest(chains, taken, reached, last) as u (chain, taken, reached, last);
    end $$
    """,
)

# As revision 0002 has it: it looks for the commitment in every entry.
_FORMER = """
    create function advance_chain(wanted uuid, taken bigint, reached bigint, commitment bytea) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update chains c set n = reached, previous = commitment
       where c.evidence = wanted and c.n = taken and reached > taken
         and exists (select 1 from entries e where e.commitment = advance_chain.commitment
                     and (session_user = 'liaison_engine' or e.jit = asking_jit()));
      if not found then
        raise exception 'the chain of % moved', wanted using errcode = 'serialization_failure';
      end if;
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop function advance_chain(uuid, bigint, bigint, bytea)")
    for statement in FUNCTIONS:
        op.execute(statement)
    op.execute("revoke all on function take_custody, advance_chain, append_entries from public")
    op.execute("grant execute on function take_custody, advance_chain, append_entries to liaison_app, liaison_engine")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop function take_custody, append_entries, advance_chain")
    op.execute(_FORMER)
    op.execute("revoke all on function advance_chain from public")
    op.execute("grant execute on function advance_chain to liaison_app, liaison_engine")
