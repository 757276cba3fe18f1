"""What is erased of a comment's entry is gone from the comment too: nobody can say that anew, as the task's own words can be.

Revision: 0089, after 0088
"""

from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None

#: In the place of words that are gone, as in 0062 and 0088.
GONE = "\N{EM DASH}"
FORGET = f"""
    create function forget_comment() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update task_comments c set text = '{GONE}', erased = jsonb_build_object('text', to_jsonb(statement_timestamp()))
        from headers h where h.entry = old.entry and h.kind = 'task.commented' and c.jit = h.jit
         and c.id = (h.subject::jsonb ->> 'comment')::uuid;
      return null;
    end $$
"""  # noqa: S608 - a constant of this file
BEFORE = f"""
    update task_comments c set text = '{GONE}', erased = jsonb_build_object('text', to_jsonb(x.erased_at))
      from erased_fields x join headers h on h.entry = x.entry
     where h.jit = c.jit and h.kind = 'task.commented' and x.name = 'text' and h.subject::jsonb ->> 'comment' = c.id::text
"""  # noqa: S608 - as above
STATEMENTS = (
    "alter table task_comments add column erased jsonb not null default '{}'",
    FORGET,
    "revoke all on function forget_comment from public",
    "create trigger forgotten_comment after delete on fields for each row when (old.name = 'text') execute function forget_comment()",
    "create trigger erased before insert or update on task_comments for each row execute function keep_what_was_erased()",
    (
        "create policy erasing on task_comments to liaison_owner"
        " using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '')"
    ),
    # What was erased before, as in 0088.
    "alter table task_comments no force row level security",
    "alter table task_comments disable trigger closed_update",
    BEFORE,
    "set constraints all immediate",
    "alter table task_comments enable always trigger closed_update",
    "alter table task_comments force row level security",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What was erased from the ledger would be said again; restore a backup made before.")
