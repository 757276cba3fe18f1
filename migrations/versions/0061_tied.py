"""What is changed past the services stands in the ledger: where a thing is, what was put right of it, a team's phase and its quorum.

Each such change demands an entry of its kind in the same transaction (`is_entered`, revision 0059). Corrections of a thing's way are
counted, so that the second one of the same entry is one too, and each demands the entry that names what it corrects.

Revision: 0061, after 0060
"""

from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table whereabouts add column corrections integer not null default 0",
    "update whereabouts set corrections = 1 where corrects is not null",
    # Who writes a row that was just corrected adds one, and no more.
    """
    create function count_correction() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if new.corrections <> 0 and tg_op = 'INSERT' or tg_op = 'UPDATE' and new.corrections not in (old.corrections, old.corrections + 1)
         or tg_op = 'UPDATE' and new.corrections = old.corrections and new.corrects is distinct from old.corrects then
        raise exception 'corrections are counted one by one' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger counted before insert or update on whereabouts for each row execute function count_correction()",
    """
    create function demand_custody() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q join headers h on h.entry = q.entry
         where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence and h.kind like 'custody.%'
           and (tg_op = 'INSERT' or new.corrections = old.corrections
                or h.kind = 'custody.corrected' and h.subject::jsonb ->> 'corrects' = new.corrects::text)) then
        raise exception 'what becomes of a thing stands in its custody' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create constraint trigger entered after insert or update on whereabouts deferrable initially deferred for each row
      execute function demand_custody()
    """,
    """
    create constraint trigger quorum_entered after update of quorum on jits deferrable initially deferred for each row
      when (old.quorum is distinct from new.quorum) execute function demand_entered_of_team('{witness.quorum}')
    """,
    """
    create constraint trigger phase_entered after update of state on jits deferrable initially deferred for each row
      when (old.state is distinct from new.state) execute function demand_entered_of_team('{jit.phase_moved,jit.closed}')
    """,
    "revoke all on function count_correction, demand_custody, demand_entered_of_team from public",
)
OF_TEAM = """
    create function demand_entered_of_team() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine') and not is_entered(new.id, tg_argv[0]::text[]) then
        raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(OF_TEAM)
    for statement in STATEMENTS:
        op.execute(statement)
    # What is corrected is told by the count, no longer by another entry being named.
    whole = "select pg_get_functiondef('keep_whereabouts()'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    former = "new.corrects is not distinct from old.corrects"
    assert said.count(former) == 2, said  # noqa: PLR2004
    op.execute(said.replace(former, "new.corrections = old.corrections"))
    op.execute("grant update (corrections) on whereabouts to liaison_app")


def downgrade() -> None:
    raise RuntimeError("What is changed without an entry would not be refused; restore a backup made before.")
