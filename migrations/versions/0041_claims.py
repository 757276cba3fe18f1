"""What a witness claimed to have cosigned is kept until it is answered for; one public key is one witness's of a team.

Revision: 0041, after 0040
"""

from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table witness_states add claimed bigint not null default 0, add claimed_of text")
    # The third part of a verifier key is its type and its public key.
    op.execute("create unique index ix_witnesses_jit_key on witnesses (jit, split_part(vkey, '+', 3))")


def downgrade() -> None:
    op.execute("drop index ix_witnesses_jit_key")
    op.execute("alter table witness_states drop claimed, drop claimed_of")
