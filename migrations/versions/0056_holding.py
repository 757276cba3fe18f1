"""What is in a seat's hands stays there until that seat lets go of it, and an open hand-over locks nobody out.

Who obtained the exhibit withdraws any hand-over of it. Another seat's hold ends by that seat's act or by a correction. Who holds a thing lets
go of it, whatever its role. Who may receive it, and whether a legal hold stands, is told to who sees the exhibit alone. Moments of
hand-overs are the database's to within a minute.

Revision: 0056, after 0055
"""

from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

PEOPLE = "asking_roles() && array['leader', 'member']"
MINE = "r.jit = asking_jit() and r.evidence = {of} and r.party = asking_party()"
ADMITTED = "admitted(r.level, r.authorities, r.seats, r.not_before, r.until)"
OBTAINED = f"""({PEOPLE} and exists (select 1 from releases r where {MINE}
  and obtained_by(r.party, r.originator, r.joint) and {ADMITTED} >= 1 offset 0))"""  # noqa: S608 - constants of this file
SEEN = f"""(exists (select 1 from releases r where {MINE} and {ADMITTED} >= 2 offset 0) or {OBTAINED})"""  # noqa: S608
SITS = "m.state = 'seated' and (m.until is null or m.until > statement_timestamp())"

OFFERS = f"""jit = asking_jit() and {SEEN.format(of="handovers.evidence")}
  and state = 'offered' and party = asking_party() and offered_by = asking_seat() and alarmed_at is null and version = 1
  and due_at > statement_timestamp() and due_at <= statement_timestamp() + interval '31 days'
  and may_hand_over(evidence) and may_receive(evidence, to_seat)
  and exists (select 1 from members m where m.jit = handovers.jit and m.id = handovers.to_seat and m.party = handovers.to_party offset 0)"""  # noqa: S608
ANSWERS = f"""jit = asking_jit() and answered_by = asking_seat() and case state
  when 'received' then to_seat = asking_seat()
  when 'refused' then to_seat = asking_seat()
  when 'withdrawn' then (party = asking_party() and (offered_by = asking_seat() or {PEOPLE}))
    or {OBTAINED.format(of="handovers.evidence")}
  else false end"""
#: The row as it will be: who let go of it answers for it still, or obtained it.
LEAVES = f"jit = asking_jit() and (party = asking_party() or {OBTAINED.format(of='whereabouts.evidence')})"

FUNCTIONS = (
    f"""
    create or replace function may_hand_over(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return {SEEN.format(of="wanted")} and exists (
        select 1 from whereabouts w
         where w.jit = asking_jit() and w.evidence = wanted and w.party = asking_party()
           and w.standing in ('held', 'stored', 'out')
           and (w.seat = asking_seat() or ({PEOPLE} and not exists (
                  select 1 from members m where m.jit = w.jit and m.id = w.seat and {SITS}))))
    """,  # noqa: S608
    f"""
    create or replace function may_receive(wanted uuid, whom uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return {SEEN.format(of="wanted")} and exists (
        select 1 from members m
          join parties p on p.jit = m.jit and p.id = m.party
          join releases r on r.jit = m.jit and r.party = m.party and r.evidence = wanted
          join whereabouts w on w.jit = m.jit and w.evidence = wanted
         where m.jit = asking_jit() and m.id = whom and m.id <> asking_seat() and m.id is distinct from w.seat and {SITS}
           and p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())
           and w.party = asking_party()
           and (m.party = asking_party() or obtained_by(m.party, r.originator, r.joint)
                or obtained_by(asking_party(), r.originator, r.joint))
           and not 'auditor' = any (m.roles)
           and admits(r.level, r.authorities, r.seats, r.not_before, r.until, m.id, m.authority,
                      case when m.roles && array['leader', 'member'] then 'member'
                           when 'coordinator' = any (m.roles) then 'coordinator' else '' end) >= 2)
    """,  # noqa: S608
    # As in 0052; and the hold of another seat that sits ends by a correction alone.
    f"""
    create or replace function keep_whereabouts() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if exists (select 1 from handovers h where h.evidence = new.evidence and h.state = 'offered') then
        raise exception 'a hand-over is open' using errcode = 'insufficient_privilege';
      end if;
      if new.seat is not null and (tg_op = 'INSERT' or new.seat is distinct from old.seat)
         and (new.seat is distinct from asking_seat() or new.party is distinct from asking_party()
              or (tg_op = 'UPDATE' and old.seat is not null)) then
        raise exception 'a seat receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.corrects is not distinct from old.corrects
         and (new.party is distinct from old.party or old.standing in ('returned', 'destroyed')) then
        raise exception 'only a correction does this' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.corrects is not distinct from old.corrects
         and old.seat is distinct from new.seat and old.seat is distinct from asking_seat()
         and exists (select 1 from members m where m.jit = old.jit and m.id = old.seat and {SITS}) then
        raise exception 'another seat has it in hand' using errcode = 'insufficient_privilege';
      end if;
      if new.corrects is not null and (tg_op = 'INSERT' or new.corrects is distinct from old.corrects)
         and not exists (select 1 from headers x where x.entry = new.corrects and x.evidence = new.evidence
                                                   and x.kind like 'custody.%' and x.kind <> 'custody.imported') then
        raise exception 'this is no entry of its custody' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.party is distinct from old.party and not exists (
           select 1 from releases r where r.jit = new.jit and r.evidence = new.evidence and r.party = asking_party()
              and new.party = asking_party() and obtained_by(r.party, r.originator, r.joint)) then
        raise exception 'a party receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,  # noqa: S608
    # After row-level security has spoken: who may not write here is not told of a hold.
    "drop trigger on_hold on whereabouts",
    """
    create trigger on_hold after insert or update of standing on whereabouts for each row
      when (new.standing = 'destroyed') execute function refuse_destroyed_on_hold()
    """,
    # The writer's own moment within a minute of the database's; else the database's.
    """
    create function moment_near(said timestamptz) returns timestamptz language sql stable
      return case when said between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'
                  then said else statement_timestamp() end
    """,
    """
    create function time_handover() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if tg_op = 'INSERT' then new.offered_at := moment_near(new.offered_at);
      elsif new.state <> 'offered' then new.answered_at := moment_near(new.answered_at);
      end if;
      return new;
    end $$
    """,
    "create trigger timed before insert or update on handovers for each row execute function time_handover()",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in FUNCTIONS:
        op.execute(statement)
    op.execute(f"alter policy inserted on handovers with check ({OFFERS})")
    op.execute(f"alter policy updated on handovers with check ({ANSWERS})")
    op.execute(f"alter policy updated on whereabouts with check ({LEAVES})")


def downgrade() -> None:
    raise RuntimeError("What stands in a seat's hands could be taken from it; restore a backup made before.")
