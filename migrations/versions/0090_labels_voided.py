"""A blank label that was lost is declared void: by its party's people, with a reason, as an entry says; nothing is ever bound to it.

The row is told void in the transaction that enters it, with the words of that entry, and stays so. One that something bears is not.

Revision: 0090, after 0089
"""

import re

from alembic import op

revision = "0090"
down_revision = "0089"
branch_labels = None
depends_on = None

_OWN = "jit = asking_jit() and party = asking_party() and asking_roles() && array['leader', 'member']"
_FIELD = (
    " and exists (select 1 from fields f where f.entry = h.entry and f.name = '{name}'"
    " and f.value::jsonb #>> '{{}}' = {value} offset 0)"
)
_ENTERED = (
    "exists (select 1 from headers h where h.entry = blank_labels.voiding and h.jit = blank_labels.jit and h.party = asking_party()"  # noqa: S608 - constants of this file
    " and h.kind = 'label.voided' and h.subject::jsonb ->> 'sheet' = blank_labels.sheet::text"
    + _FIELD.format(name="label", value="blank_labels.code")
    + _FIELD.format(name="reason", value="blank_labels.void_reason")
    + " offset 0)"
)
STATEMENTS = (
    """
    alter table blank_labels
      add column version integer not null default 1,
      add column voiding uuid,
      add column voided_by uuid,
      add column voided_at timestamptz,
      add column void_reason text,
      add constraint uq_blank_labels_voiding unique (voiding),
      add constraint ck_blank_labels_void check (num_nulls(voiding, voided_by, voided_at, void_reason) in (0, 4)
        and (voiding is null or evidence is null)),
      add constraint fk_blank_labels_jit_voided_by foreign key (jit, voided_by) references members (jit, id)
    """,
    "drop index ix_blank_labels_jit_party",
    # As they are listed: the newest sheet first.
    "create index ix_blank_labels_jit_party_sheet_code on blank_labels (jit, party, sheet, code) where evidence is null",
    """
    create function count_label() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      new.version := old.version + 1;
      if new.voiding is not null then
        new.voided_at := moment_near(new.voided_at);
      end if;
      return new;
    end $$
    """,
    # As in 0082: of an entry that this transaction enters.
    """
    create function demand_voided_now() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q where q.jit = new.jit and q.entry = new.voiding and q.xmin = pg_current_xact_id()::xid) then
        raise exception 'that a label is void is entered with it' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    "create trigger counted before update on blank_labels for each row execute function count_label()",
    """
    create trigger entered_now after update on blank_labels for each row when (new.voiding is not null)
      execute function demand_voided_now()
    """,
    "revoke all on function count_label, demand_voided_now from public",
    f"""
    alter policy inserted on blank_labels
      with check ({_OWN} and printed_by = asking_seat() and evidence is null and voiding is null and version = 1)
    """,
    f"""
    create policy voided on blank_labels for update to liaison_app
      using ({_OWN} and evidence is null and voiding is null)
      with check ({_OWN} and evidence is null and voided_by = asking_seat() and {_ENTERED})
    """,
    "grant update (voiding, voided_by, voided_at, void_reason) on blank_labels to liaison_app",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)
    whole = "select pg_get_functiondef('bind_blank_label(text, uuid)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    narrower, found = re.subn(r"b\.evidence is null\b", "b.evidence is null and b.voiding is null", said)
    assert found == 1, said
    op.get_bind().exec_driver_sql(narrower)


def downgrade() -> None:
    raise RuntimeError("Labels that were declared void would be good again; restore a backup made before.")
