"""Acquisition records: how an image was taken from its medium, by whom, with what, and which hash the tool told.

A record is written once, in one's own name, by a leader or member of the party that keeps the exhibit, and is read by who reads
how the exhibit was obtained. A mistake is corrected by a new record that names the one it corrects, which no other does.

Revision: 0050, after 0049
"""

from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

TABLE = """
    create table acquisitions (
      id uuid not null constraint pk_acquisitions primary key,
      jit uuid not null,
      evidence uuid not null,
      recorded_by uuid not null,
      recorded_at timestamptz not null,
      corrects uuid constraint uq_acquisitions_corrects unique,
      reason text,
      make text,
      model text,
      serial text,
      capacity text,
      seal_number text,
      write_blocker text,
      tool text not null,
      tool_version text not null,
      examiner text not null,
      examiner_function text,
      started_at timestamptz not null,
      ended_at timestamptz not null,
      zone text not null,
      clock_offset_seconds integer,
      hashes jsonb not null,
      bad_sectors bigint,
      errors text,
      notes text,
      constraint ck_acquisitions_times check (started_at <= ended_at),
      constraint ck_acquisitions_reason check ((corrects is null) = (reason is null)),
      constraint ck_acquisitions_bad_sectors check (bad_sectors >= 0),
      constraint uq_acquisitions_evidence_id unique (evidence, id),
      constraint fk_acquisitions_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_acquisitions_jit_recorded_by foreign key (jit, recorded_by) references members (jit, id),
      constraint fk_acquisitions_evidence_corrects foreign key (evidence, corrects) references acquisitions (evidence, id)
    )
"""
#: Who reads how the exhibit was obtained; the policy of `provenances` says who does.
SEEN = """jit = asking_jit() and exists (select 1 from provenances p
  where p.jit = acquisitions.jit and p.evidence = acquisitions.evidence offset 0)"""
RECORDED = """jit = asking_jit() and recorded_by = asking_seat() and asking_roles() && array['leader', 'member']
  and exists (select 1 from evidence e join releases r on r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
       where e.id = acquisitions.evidence and e.originator = asking_party() and e.status = 'active'
         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3 offset 0)"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    for trigger, occasion, each in (
        ("insert_only", "update or delete", "row"),
        ("no_truncate", "truncate", "statement"),
    ):
        op.execute(
            f"create trigger {trigger} before {occasion} on acquisitions for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table acquisitions enable always trigger {trigger}")
    op.execute("alter table acquisitions enable row level security")
    op.execute("alter table acquisitions force row level security")
    op.execute(f"create policy seen on acquisitions for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on acquisitions for insert to liaison_app with check ({RECORDED})")
    op.execute("create policy definer on acquisitions for select to liaison_owner using (true)")
    op.execute("grant select, insert on acquisitions to liaison_app")


def downgrade() -> None:
    raise RuntimeError("How exhibits were acquired would be lost; restore a backup made before.")
