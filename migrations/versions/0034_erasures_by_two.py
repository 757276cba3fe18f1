"""Erasures for four eyes: what a leader decided waits, where its party demands it, until another account's leader confirms it.

A wish is a row of `erasure_wishes`, and nothing about its exhibit changes by it. While erasures are demanded, `begin_erasure`
does not begin a leader's without a confirmed wish on that ground; it takes reason and decider from there. The clock waits for
nobody (Reg. (EU) 2023/969 Art. 21).

Revision: 0034, after 0033
"""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

TABLES = (
    "alter table four_eyes drop constraint ck_four_eyes_acts",
    "alter table four_eyes add constraint ck_four_eyes_acts check (acts <@ array['release', 'recall', 'erase'])",
    """
    create table erasure_wishes (
      evidence uuid not null constraint pk_erasure_wishes primary key,
      jit uuid not null,
      ground text not null constraint ck_erasure_wishes_ground check (ground in ('withdrawn', 'review')),
      reason text not null,
      wanted_by uuid not null,
      wanted_at timestamptz not null,
      confirmed_by uuid,
      constraint fk_erasure_wishes_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_erasure_wishes_jit_wanted_by foreign key (jit, wanted_by) references members (jit, id),
      constraint fk_erasure_wishes_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id)
    )
    """,
    "alter table erasures add column confirmed_by uuid",
    (
        "alter table erasures add constraint fk_erasures_jit_confirmed_by foreign key (jit, confirmed_by)"
        " references members (jit, id)"
    ),
)

FUNCTIONS = (
    # Another leader than who wanted it; a judicial one where decisions are reserved to them.
    """
    create function may_second_erasure(wish erasure_wishes) returns boolean
      language sql stable set search_path = public, pg_temp
      return wish.confirmed_by is null and decides_releases() and is_another(wish.wanted_by)
    """,
    "revoke all on function may_second_erasure from public",
    "grant execute on function may_second_erasure to liaison_app",
    # As in 0028, and by two where its party demands them.
    """
    create or replace function begin_erasure(wanted uuid, on_ground text, because text) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      e evidence;
      wish erasure_wishes;
      by_clock constant boolean := session_user = 'liaison_engine';
    begin
      select * into e from evidence where id = wanted for update;
      if not found or e.status = 'erased' then
        return false;
      end if;
      if by_clock <> (on_ground in ('taken', 'term')) or not by_clock and (e.jit is distinct from asking_jit()
           or e.originator is distinct from asking_party() or not 'leader' = any (asking_roles())
           or not exists (select 1 from releases r where r.jit = e.jit and r.evidence = wanted and r.party = e.originator
                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) then
        raise exception 'only a leader of the originator erases' using errcode = 'insufficient_privilege';
      end if;
      if is_on_hold(wanted) or not may_be_erased(e, on_ground) then
        raise exception 'it is on hold, or not to be erased' using errcode = 'insufficient_privilege';
      end if;
      if not by_clock then
        select * into wish from erasure_wishes w
         where w.evidence = wanted and w.ground = on_ground and w.confirmed_by is not null;
        if not found and demands_two('erase') then
          raise exception 'a second leader is demanded before an erasure' using errcode = 'insufficient_privilege';
        end if;
      end if;
      insert into erasures (evidence, jit, ground, reason, decided_by, decided_at, confirmed_by)
        values (wanted, e.jit, on_ground, coalesce(wish.reason, because),
                case when by_clock then null else coalesce(wish.wanted_by, asking_seat()) end, statement_timestamp(),
                wish.confirmed_by);
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      return true;
    end $$
    """,
)

_HOLDS = """exists (select 1 from releases r where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
  and r.party = asking_party() and r.originator = asking_party()
  and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) {})"""
_LEADS = f"jit = asking_jit() and 'leader' = any (asking_roles()) and {_HOLDS.format('= 3')}"
POLICIES = (
    "create policy definer on erasure_wishes to liaison_owner using (true)",
    (
        "create policy seen on erasure_wishes for select to liaison_app"
        f" using (jit = asking_jit() and (asking_as_jit_auditor() or {_HOLDS.format('> 0')}))"
    ),
    (
        "create policy inserted on erasure_wishes for insert to liaison_app"
        f" with check ({_LEADS} and wanted_by = asking_seat() and confirmed_by is null)"
    ),
    (
        "create policy updated on erasure_wishes for update to liaison_app"
        f" using ({_LEADS} and may_second_erasure(erasure_wishes)) with check ({_LEADS} and confirmed_by = asking_seat())"
    ),
    f"create policy deleted on erasure_wishes for delete to liaison_app using ({_LEADS})",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    op.execute("alter table erasure_wishes enable row level security")
    op.execute("alter table erasure_wishes force row level security")
    for statement in (*FUNCTIONS, *POLICIES):
        op.execute(statement)
    op.execute("grant select, insert, update (confirmed_by), delete on erasure_wishes to liaison_app")


def downgrade() -> None:
    raise RuntimeError("What waits for a second leader would be forgotten; restore a backup made before.")
