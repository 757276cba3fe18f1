"""Parties' own signatures: keys that leaders name, what a party demands, and signatures under decisions.

Each row is admitted with its entry alone, of the same party and words. A decision's row names the parties that demanded to
sign it, as the database sees them in that moment, and its entry says the same. Whether a signature is right the server looks
at before: PostgreSQL knows no Ed25519. The key has to be in force, and the seat of its party.

Revision: 0074, after 0073
"""

from alembic import op

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table signing_keys (
      id uuid not null constraint pk_signing_keys primary key,
      jit uuid not null,
      party uuid not null,
      name text not null constraint ck_signing_keys_name check (char_length(name) between 1 and 60),
      public bytea not null constraint ck_signing_keys_public check (octet_length(public) = 32),
      entry uuid not null,
      named_by uuid not null,
      named_at timestamptz not null,
      revocation uuid,
      revoked_by uuid,
      revoked_at timestamptz,
      reason text,
      constraint uq_signing_keys_jit_id unique (jit, id),
      constraint uq_signing_keys_jit_party_public unique (jit, party, public),
      constraint uq_signing_keys_entry unique (entry),
      constraint uq_signing_keys_revocation unique (revocation),
      constraint ck_signing_keys_revoked check (num_nulls(revocation, revoked_by, revoked_at, reason) in (0, 4)),
      constraint fk_signing_keys_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_signing_keys_jit_named_by foreign key (jit, named_by) references members (jit, id),
      constraint fk_signing_keys_jit_revoked_by foreign key (jit, revoked_by) references members (jit, id)
    )
    """,
    """
    create table signing_demands (
      jit uuid not null,
      party uuid not null,
      scope text not null constraint ck_signing_demands_scope check (scope in ('none', 'own', 'all')),
      entry uuid not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_signing_demands primary key (jit, party),
      constraint uq_signing_demands_entry unique (entry),
      constraint fk_signing_demands_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_signing_demands_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    """
    create table decision_signatures (
      id uuid not null constraint pk_decision_signatures primary key,
      jit uuid not null,
      message uuid not null,
      party uuid not null,
      key uuid not null,
      signature bytea not null constraint ck_decision_signatures_signature check (octet_length(signature) = 64),
      entry uuid not null,
      seat uuid not null,
      at timestamptz not null,
      constraint uq_decision_signatures_message_key unique (message, key),
      constraint uq_decision_signatures_entry unique (entry),
      constraint fk_decision_signatures_jit_message foreign key (jit, message) references messages (jit, id),
      constraint fk_decision_signatures_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_decision_signatures_jit_key foreign key (jit, key) references signing_keys (jit, id),
      constraint fk_decision_signatures_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    "create index ix_decision_signatures_message_id on decision_signatures (message, id)",
    "alter table messages add column signers uuid[] not null default '{}'",
    "alter table messages add constraint ck_messages_signers check (kind = 'decision' or cardinality(signers) = 0)",
    "create index ix_messages_signers on messages using gin (signers) where kind = 'decision'",
)
NAMES = ("signing_keys", "signing_demands", "decision_signatures")
FUNCTIONS = (
    # Those parties of a channel that sign a decision of the asker's themselves, as they demand at this moment.
    """
    create function signers_of(wanted uuid) returns uuid[] language sql stable set search_path = public, pg_temp
      return (
        select coalesce(array_agg(d.party order by d.party), '{}')
          from signing_demands d join parties p on p.jit = d.jit and p.id = d.party
            join channels c on c.jit = d.jit and c.id = wanted
         where d.jit = asking_jit() and p.status <> 'left' and not beyond_the_union(p.kind)
           and (c.whole or p.id = any (c.parties))
           and (d.scope = 'all' or (d.scope = 'own' and d.party = asking_party())))
    """,
    """
    create function codes_of(named uuid[]) returns jsonb language sql stable set search_path = public, pg_temp
      return (
        select coalesce(jsonb_agg(p.code order by p.code collate "C"), '[]')
          from parties p where p.jit = asking_jit() and p.id = any (named))
    """,
    """
    create function time_signing() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if tg_table_name = 'signing_demands' then
        new.decided_at := moment_near(new.decided_at);
      elsif tg_table_name = 'decision_signatures' then
        new.at := moment_near(new.at);
      elsif tg_op = 'INSERT' then
        new.named_at := moment_near(new.named_at);
      else
        new.revoked_at := moment_near(new.revoked_at);
      end if;
      return new;
    end $$
    """,
    "create trigger timed before insert or update on signing_keys for each row execute function time_signing()",
    "create trigger timed before insert or update on signing_demands for each row execute function time_signing()",
    "create trigger timed before insert on decision_signatures for each row execute function time_signing()",
    """
    create trigger insert_only before update or delete on decision_signatures for each row
      execute function refuse_change()
    """,
    """
    create trigger no_truncate before truncate on decision_signatures for each statement
      execute function refuse_change()
    """,
    "alter table decision_signatures enable always trigger insert_only",
    "alter table decision_signatures enable always trigger no_truncate",
)

_OWN = "jit = asking_jit() and party = asking_party()"
_LEADS = f"{_OWN} and 'leader' = any (asking_roles())"
_ENTERED = (
    "exists (select 1 from headers h where h.entry = {entry} and h.jit = {table}.jit and h.party = asking_party()"
    " and h.kind = '{kind}'{more} offset 0)"
)
_FIELD = (
    " and exists (select 1 from fields f where f.entry = h.entry and f.name = '{name}'"
    " and f.value::jsonb #>> '{{}}' = {value})"
)
_KEY_SUBJECT = " and h.subject::jsonb ->> 'signing_key' = signing_keys.id::text"
_KEY_FIELD = _FIELD.format(name="public_key", value="encode(signing_keys.public, 'base64')")
_NAMED = _ENTERED.format(
    entry="signing_keys.entry", table="signing_keys", kind="signing.key_named", more=_KEY_SUBJECT + _KEY_FIELD
)
_REVOKED = _ENTERED.format(
    entry="signing_keys.revocation", table="signing_keys", kind="signing.key_revoked", more=_KEY_SUBJECT + _KEY_FIELD
)
_DEMANDED = _ENTERED.format(
    entry="signing_demands.entry",
    table="signing_demands",
    kind="signing.demanded",
    more=_FIELD.format(name="scope", value="signing_demands.scope"),
)
_SIGNED = _ENTERED.format(
    entry="decision_signatures.entry",
    table="decision_signatures",
    kind="decision.signed",
    more=" and h.subject::jsonb ->> 'message' = decision_signatures.message::text"
    " and h.subject::jsonb ->> 'signing_key' = decision_signatures.key::text"
    + _FIELD.format(name="signature", value="translate(encode(decision_signatures.signature, 'base64'), chr(10), '')"),
)
_SIGN = (
    f"{_OWN} and seat = asking_seat() and asking_roles() && array['leader', 'member', 'coordinator']"  # noqa: S608
    " and exists (select 1 from messages m where m.id = decision_signatures.message and m.jit = decision_signatures.jit"
    " and m.kind = 'decision' and m.text is not null offset 0)"
    " and exists (select 1 from signing_keys k where k.id = decision_signatures.key and k.jit = decision_signatures.jit"
    f" and k.party = asking_party() and k.revoked_at is null offset 0) and {_SIGNED}"
)
POLICIES = (
    ("signing_keys", "select", "using (jit = asking_jit())"),
    (
        "signing_keys",
        "insert",
        f"with check ({_LEADS} and named_by = asking_seat() and revoked_at is null and {_NAMED})",
    ),
    # Who signs holds the key until it is done: a revocation comes before, or after.
    (
        "signing_keys",
        "update",
        (
            f"using ({_OWN} and revoked_at is null and asking_roles() && array['leader', 'member', 'coordinator'])"
            f" with check ({_LEADS} and revoked_by = asking_seat() and {_REVOKED})"
        ),
    ),
    ("signing_demands", "select", "using (jit = asking_jit())"),
    (
        "signing_demands",
        "insert",
        f"with check ({_LEADS} and decided_by = asking_seat() and version = 1 and {_DEMANDED})",
    ),
    (
        "signing_demands",
        "update",
        f"using ({_LEADS}) with check ({_LEADS} and decided_by = asking_seat() and {_DEMANDED})",
    ),
    (
        "decision_signatures",
        "select",
        (
            "using (jit = asking_jit() and exists (select 1 from messages m where m.id = decision_signatures.message"
            " and m.jit = decision_signatures.jit offset 0))"
        ),
    ),
    ("decision_signatures", "insert", f"with check ({_SIGN})"),
)
# Beside the policy of 0065: a decision names who is to sign it, and its entry says the same.
SIGNERS = """
    create policy signers on messages as restrictive for insert to liaison_app with check (
      kind = 'talk' or (signers = signers_of(channel) and exists (
        select 1 from fields f where f.entry = messages.entry and f.name = 'to_be_signed_by'
           and f.value::jsonb = codes_of(messages.signers) offset 0)))
"""
GRANTS = (
    "grant select, insert, update (revocation, revoked_by, revoked_at, reason) on signing_keys to liaison_app",
    "grant select, insert, update (scope, entry, decided_by, decided_at, version) on signing_demands to liaison_app",
    "grant select, insert on decision_signatures to liaison_app",
)
#: What is erasable of these kinds, as in ledger/erasable.py.
ERASABLE = {"decision.signed": ("channel_name",)}
_ACTS = {"select": "seen", "insert": "inserted", "update": "updated"}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    # The list as it stands, whoever added to it before, and these kinds.
    asked = "select pg_get_functiondef('is_erasable(text, text)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    assert said.count("ELSE false") == 1, said
    arms = ("WHEN '{}' THEN field = ANY ('{{{}}}')".format(kind, ",".join(names)) for kind, names in ERASABLE.items())
    op.execute(said.replace("ELSE false", f"{' '.join(arms)} ELSE false"))
    for table in NAMES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"select guard_closed('{table}')")
    for table, act, rule in POLICIES:
        op.execute(f"create policy {_ACTS[act]} on {table} for {act} to liaison_app {rule}")
    op.execute(SIGNERS)
    for statement in GRANTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Signatures would be lost, and decisions that await them; restore a backup made before.")
