"""What is said of keys and demands is of the transaction that enters it; keys and signatures of a party are bounded.

An entry that stands already admits no row a second time, so that nobody sets a demand back with it; a key's name and why it was
revoked are the entry's. Who names and who signs for one party do so in turn. What awaits whom is read by the team, newest first.

Revision: 0082, after 0081
"""

from alembic import op

revision = "0082"
down_revision = "0081"
branch_labels = None
depends_on = None

#: As `MOST_KEYS` in services/signing.py.
MOST = 20
_FIELD = (
    " and exists (select 1 from fields f where f.entry = {entry} and f.name = '{name}'"
    " and f.value::jsonb #>> '{{}}' = {value} offset 0)"
)
#: Beside the policies of 0074.
NAMED = _FIELD.format(entry="signing_keys.entry", name="key_name", value="signing_keys.name")
REVOKED = _FIELD.format(entry="signing_keys.revocation", name="reason", value="signing_keys.reason")
FUNCTIONS = (
    # A row of the queue that this transaction wrote is of an entry that it enters (0059).
    """
    create function demand_entered_now() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      told uuid := new.entry;
    begin
      if tg_table_name = 'signing_keys' and tg_op = 'UPDATE' then
        told := new.revocation;
      end if;
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q where q.jit = new.jit and q.entry = told and q.xmin = pg_current_xact_id()::xid) then
        raise exception 'what is said of a key or a demand is entered with it' using errcode = 'insufficient_privilege';
      end if;
      if tg_table_name = 'signing_demands' and tg_op = 'UPDATE' then
        if new.version <> old.version + 1 then
          raise exception 'demands are counted one by one' using errcode = 'insufficient_privilege';
        end if;
      end if;
      return null;
    end $$
    """,
    # The lock is that of `in_turn` in services/signatures.py.
    f"""
    create function bound_signing() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('liaison-signing ' || new.party::text, 0));
      if tg_table_name = 'signing_keys' then
        if (select count(*) from signing_keys k
             where k.jit = new.jit and k.party = new.party and k.revoked_at is null) > {MOST} then
          raise exception 'a party has so many keys at most' using errcode = 'LJ003';
        end if;
      elsif (select count(*) from decision_signatures s join signing_keys k on k.jit = s.jit and k.id = s.key
              where s.message = new.message and s.party = new.party and k.revoked_at is null) > 1 then
        raise exception 'a party signs a decision once' using errcode = 'LJ003';
      end if;
      return null;
    end $$
    """,  # noqa: S608 - a constant of this file
)
STATEMENTS = (
    "create trigger entered_now after insert or update on signing_keys for each row execute function demand_entered_now()",
    (
        "create trigger entered_now after insert or update on signing_demands for each row"
        " execute function demand_entered_now()"
    ),
    "create trigger bounded after insert on signing_keys for each row execute function bound_signing()",
    "create trigger bounded after insert on decision_signatures for each row execute function bound_signing()",
    "revoke all on function demand_entered_now, bound_signing from public",
    f"""
    create policy worded_so on signing_keys as restrictive for insert to liaison_app with check (true{NAMED})
    """,
    f"""
    create policy reasoned_so on signing_keys as restrictive for update to liaison_app using (true) with check (true{REVOKED})
    """,
    "drop index ix_messages_signers",
    # What a policy reads after is never asked of an index by `@>`; this one is walked from its end.
    "create index ix_messages_signers on messages (jit, id) where kind = 'decision' and signers <> '{}'",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*FUNCTIONS, *STATEMENTS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Demands could be set back with entries of before; restore a backup made before.")
