"""What an imported document claims of people and places may be erased, as what is said here may.

Revision: 0046, after 0045
"""

from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

# As in 0044, with what the facts of imports say.
ERASABLE = """
    create or replace function is_erasable(kind text, field text) returns boolean language sql immutable
      return field in ('acquired_by', 'because', 'changes', 'conditions', 'court', 'custodian', 'description', 'details',
                       'environment', 'file_number', 'finding', 'handling_text', 'instrument', 'legal_basis', 'location',
                       'name', 'necessity', 'objects', 'performer', 'place', 'proceeding', 'proportionality', 'reason',
                       'record', 'text', 'title', 'word', 'words')
         and split_part(kind, '.', 1) not in ('access_rule', 'break_glass', 'controller', 'epoch', 'export', 'field', 'filter',
                       'four_eyes', 'jit', 'leaving', 'member', 'party', 'reservation', 'retention', 'witness')
         and kind not in ('evidence.erasure_decided', 'evidence.erased', 'evidence.field_erased')
         and (field <> 'name' or kind like 'file.%')
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(ERASABLE)


def downgrade() -> None:
    raise RuntimeError("What may be erased would be forgotten; restore a backup made before.")
