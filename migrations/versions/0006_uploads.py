"""Uploads that end, and how much each party keeps.

An upload under way has an instant at which it ends if it stays silent. `storage` holds, for each party of a JIT, the bytes
of its files as announced; a trigger keeps it, so that no path of the program can forget it, and a quota costs no scan.

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_SILENCE = "interval '7 days'"

_WEIGH = """
create function weigh_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keeper uuid;
  before bigint := case when tg_op <> 'INSERT' and old.state <> 'discarded' then old.size_bytes else 0 end;
  after bigint := case when tg_op <> 'DELETE' and new.state <> 'discarded' then new.size_bytes else 0 end;
begin
  if after <> before then
    select e.originator into keeper from evidence e where e.id = coalesce(new.evidence, old.evidence);
    insert into storage (jit, party, bytes) values (coalesce(new.jit, old.jit), keeper, 0) on conflict do nothing;
    update storage set bytes = bytes + after - before where jit = coalesce(new.jit, old.jit) and party = keeper;
  end if;
  return null;
end $$
"""
# What the asker's party keeps, and what the whole team does. A party reads its own row; the team's sum is told to nobody,
# and asked for only where a quota of the team is set. The lock lets announcements come one by one: none slips past.
_CLAIM = """
create function claim_storage(out of_party bigint, out of_jit bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage/' || asking_jit()::text, 0));
  select coalesce(sum(s.bytes) filter (where s.party = asking_party()), 0), coalesce(sum(s.bytes), 0)
    into of_party, of_jit from storage s where s.jit = asking_jit();
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _end_silent_uploads()
    _weigh_files()


def _end_silent_uploads() -> None:
    op.add_column("files", sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("create policy migrating on files to liaison_owner using (true) with check (true)")
    op.execute(f"update files set expires_at = now() + {_SILENCE} where state = 'uploading'")  # noqa: S608 - a constant
    op.execute("drop policy migrating on files")
    op.create_check_constraint(op.f("ck_files_expiry"), "files", "(state = 'uploading') = (expires_at is not null)")
    op.create_index(
        op.f("ix_files_expires_at"), "files", ["expires_at"], postgresql_where=sa.text("expires_at is not null")
    )
    op.execute("grant update (expires_at) on files to liaison_app")
    op.execute(
        "grant select (received_bytes, expires_at, version), update (state, expires_at, version) on files to liaison_engine"
    )
    op.execute("grant delete on segments to liaison_engine")


def _weigh_files() -> None:
    op.create_table(
        "storage",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("bytes >= 0", name=op.f("ck_storage_bytes")),
        sa.ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"], name=op.f("fk_storage_jit_party")),
        sa.PrimaryKeyConstraint("jit", "party", name=op.f("pk_storage")),
    )
    op.execute("create policy migrating on files to liaison_owner using (true)")
    op.execute(
        "insert into storage (jit, party, bytes) select e.jit, e.originator, sum(f.size_bytes)"
        " from files f join evidence e on e.id = f.evidence where f.state <> 'discarded' group by e.jit, e.originator"
    )
    op.execute("drop policy migrating on files")
    op.execute("alter table storage enable row level security")
    op.execute("alter table storage force row level security")
    op.execute("create policy definer on storage to liaison_owner using (true) with check (true)")
    op.execute(
        "create policy seen on storage for select to liaison_app using (jit = asking_jit() and party = asking_party())"
    )
    op.execute("grant select on storage to liaison_app")
    op.execute(_WEIGH)
    op.execute(_CLAIM)
    op.execute("revoke all on function weigh_file, claim_storage from public")
    op.execute("grant execute on function claim_storage to liaison_app")
    op.execute(
        "create trigger weighed after insert or delete or update of state on files"
        " for each row execute function weigh_file()"
    )


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop trigger weighed on files")
    op.execute("drop function weigh_file, claim_storage")
    op.drop_table("storage")
    op.execute("revoke delete on segments from liaison_engine")
    op.execute(
        "revoke select (received_bytes, expires_at, version), update (state, expires_at, version) on files from liaison_engine"
    )
    op.drop_index(op.f("ix_files_expires_at"), table_name="files")
    op.drop_constraint(op.f("ck_files_expiry"), "files")
    op.drop_column("files", "expires_at")
