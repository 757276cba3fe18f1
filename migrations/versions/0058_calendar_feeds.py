"""Calendar feeds: secret addresses at which a calendar reads a seat's deadlines.

A row is its seat's alone; it is never changed but by its use and its end, and one that ended stays so. The hash of its secret is
read by nobody: who shows the secret is answered by a function which seat it reads for, and nothing of a seat whose account
is closed. Whether that seat sits is asked anew behind it. A seat has five at most, whoever writes.

Revision: 0058, after 0057
"""

from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table calendar_feeds (
      id uuid not null constraint pk_calendar_feeds primary key,
      jit uuid not null,
      seat uuid not null,
      slot smallint not null constraint ck_calendar_feeds_slot check (slot between 1 and 5),
      name text not null constraint ck_calendar_feeds_name check (char_length(name) between 1 and 60),
      secret_hash bytea not null constraint ck_calendar_feeds_secret_hash check (octet_length(secret_hash) = 32),
      made_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint uq_calendar_feeds_secret_hash unique (secret_hash),
      constraint fk_calendar_feeds_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    "create unique index ix_calendar_feeds_slot on calendar_feeds (seat, slot) where revoked_at is null",
)
OWN = "jit = asking_jit() and seat = asking_seat() and asking_party() is not null"
MADE = f"""{OWN} and not 'auditor' = any (asking_roles()) and revoked_at is null and last_used_at is null
  and made_at > statement_timestamp() - interval '1 minute' and made_at < statement_timestamp() + interval '1 minute'"""
FUNCTION = """
    create function calendar_feed_of(digest bytea, demonstration boolean)
      returns table (feed uuid, jit uuid, seat uuid, account uuid)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select f.id, f.jit, f.seat, m.account
          from calendar_feeds f
          join members m on m.jit = f.jit and m.id = f.seat
          join accounts a on a.id = m.account and a.closed_at is null and (calendar_feed_of.demonstration or not a.demonstration)
         where f.secret_hash = calendar_feed_of.digest and f.revoked_at is null;
      end
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    op.execute("alter table calendar_feeds enable row level security")
    op.execute("alter table calendar_feeds force row level security")
    op.execute(f"create policy seen on calendar_feeds for select to liaison_app using ({OWN})")
    op.execute(f"create policy inserted on calendar_feeds for insert to liaison_app with check ({MADE})")
    op.execute(
        f"create policy updated on calendar_feeds for update to liaison_app using ({OWN} and revoked_at is null)"
        f" with check ({OWN})"
    )
    op.execute("create policy definer on calendar_feeds for select to liaison_owner using (true)")
    op.execute(
        "grant select (id, jit, seat, slot, name, made_at, last_used_at, revoked_at), insert,"
        " update (last_used_at, revoked_at) on calendar_feeds to liaison_app"
    )
    op.execute(FUNCTION)
    op.execute("revoke all on function calendar_feed_of(bytea, boolean) from public")
    op.execute("grant execute on function calendar_feed_of(bytea, boolean) to liaison_app")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop function calendar_feed_of(bytea, boolean)")
    op.execute("drop table calendar_feeds")
