"""Briefings: how far each seat has read, its own affair, which only goes on; the words of a note may be erased like others.

Revision: 0067, after 0066
"""

from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None

TABLE = """
    create table briefing_marks (
      jit uuid not null,
      seat uuid not null constraint pk_briefing_marks primary key,
      position bigint not null constraint ck_briefing_marks_position check (position >= -1),
      moved_at timestamptz not null,
      constraint fk_briefing_marks_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
OWN = "jit = asking_jit() and seat = asking_seat()"
ONWARD = """
    create function move_onward() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if new.position < old.position then
        raise exception 'what was read stays read' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("alter table briefing_marks enable row level security")
    op.execute("alter table briefing_marks force row level security")
    op.execute(f"create policy seen on briefing_marks for select to liaison_app using ({OWN})")
    op.execute(f"create policy inserted on briefing_marks for insert to liaison_app with check ({OWN})")
    op.execute(f"create policy updated on briefing_marks for update to liaison_app using ({OWN}) with check ({OWN})")
    op.execute("grant select, insert, update (position, moved_at) on briefing_marks to liaison_app")
    op.execute(ONWARD)
    op.execute("create trigger onward before update on briefing_marks for each row execute function move_onward()")
    _let_notes_be_erased()


def _let_notes_be_erased() -> None:
    said = (
        op.get_bind().exec_driver_sql("select pg_get_functiondef('is_erasable(text, text)'::regprocedure)").scalar_one()
    )
    before = "WHEN 'task.commented'::text"
    assert said.count(before) == 1, said
    op.execute(said.replace(before, f"WHEN 'briefing.note_written'::text THEN (field = 'text'::text) {before}"))


def downgrade() -> None:
    raise RuntimeError("How far people have read would be lost; restore a backup made before.")
