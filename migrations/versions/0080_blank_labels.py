"""Blank labels: codes that are printed before there is a thing, and bound to an exhibit as it is registered.

A blank is its party's: read by its people alone, and for everybody else, and by `find`, as one that nobody made. The database draws
its code. It is bound once, by `bind_blank_label`, to an exhibit of that party that this very transaction enters.

Revision: 0080, after 0079
"""

from alembic import op

revision = "0080"
down_revision = "0079"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table blank_labels (
      code text not null constraint pk_blank_labels primary key constraint ck_blank_labels_code check (code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'),
      jit uuid not null,
      party uuid not null,
      sheet uuid not null,
      printed_by uuid not null,
      printed_at timestamptz not null,
      evidence uuid constraint uq_blank_labels_evidence unique,
      constraint fk_blank_labels_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_blank_labels_jit_printed_by foreign key (jit, printed_by) references members (jit, id),
      constraint fk_blank_labels_jit_evidence foreign key (jit, evidence) references evidence (jit, id)
    )
    """,
    "create index ix_blank_labels_jit_party on blank_labels (jit, party) where evidence is null",
    "alter table blank_labels enable row level security",
    "alter table blank_labels force row level security",
    "select guard_closed('blank_labels')",
    "create trigger drawn before insert on blank_labels for each row execute function draw_code()",
    """
    create function bind_blank_label(wanted text, exhibit uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from blank_labels b where b.code = wanted and b.jit = asking_jit() and b.party = asking_party() and b.evidence is null
         and asking_roles() && array['leader', 'member'] for update;
      if not found or not exists (
           select 1 from evidence e where e.id = exhibit and e.jit = asking_jit() and e.originator = asking_party()
              and e.xmin = pg_current_xact_id()::xid)
         or exists (select 1 from labels l where l.evidence = exhibit or l.code = wanted) then
        return false;
      end if;
      update blank_labels set evidence = exhibit where code = wanted;
      insert into labels (evidence, jit) values (exhibit, asking_jit());
      update labels set code = wanted where evidence = exhibit;
      return true;
    end $$
    """,
    "create policy definer on blank_labels to liaison_owner using (true) with check (true)",
    "create policy definer on labels to liaison_owner using (true) with check (true)",
    (
        "create policy seen on blank_labels for select to liaison_app using (jit = asking_jit() and party = asking_party()"
        " and asking_roles() && array['leader', 'member'])"
    ),
    (
        "create policy inserted on blank_labels for insert to liaison_app with check (jit = asking_jit() and party = asking_party()"
        " and printed_by = asking_seat() and evidence is null and asking_roles() && array['leader', 'member'])"
    ),
    "revoke all on function bind_blank_label from public",
    "grant execute on function bind_blank_label to liaison_app",
    "grant select, insert on blank_labels to liaison_app",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Labels that were printed would lead nowhere; restore a backup made before.")
