"""Use for another offence rests on a release that names it: one without purposes admits all but that (FD 2002/465/JHA Art. 1(10)(b)).

`for_purpose` is the twin of `purposes_of` in `access/decisions.py`. Openings are written only at the level and for a purpose
that the release admits, disclosures likewise; what a member registers under standing rules names no purpose that they do not.

Revision: 0022, after 0021
"""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# `own`: of the originator's own row, which conditions do not narrow.
FOR_PURPOSE = """
create function for_purpose(wanted text, named text[], own boolean) returns boolean language sql immutable parallel safe
  return case when named is null then own or wanted <> 'OTHER_OFFENCE_WITH_CONSENT' else wanted = any (named) end
"""
# As in 0019, and no purposes are all but that one.
GAINS = """
create or replace function gains(former releases, wanted releases) returns boolean language sql immutable
  return not (
    wanted.party = former.party and wanted.level <= former.level
    and (former.authorities is null or coalesce(wanted.authorities <@ former.authorities, false))
    and coalesce(wanted.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
      <@ coalesce(former.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
    and (wanted.seats is null) = (former.seats is null)
    and (former.seats is null or wanted.seats <@ former.seats)
    and (former.not_before is null or coalesce(former.not_before <= wanted.not_before, false))
    and (former.until is null or coalesce(wanted.until <= former.until, false)))
"""
OPENED = """jit = asking_jit() and seat = asking_seat() and exists (select 1 from releases r
  where r.jit = openings.jit and r.evidence = openings.evidence and r.party = asking_party()
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= case openings.act when 'take' then 3 else 2 end
    and for_purpose(openings.purpose, r.purposes, r.originator = r.party))"""
# As in 0021, but for the purpose.
DISCLOSED = """jit = asking_jit() and party = asking_party() and seat = asking_seat() and recalled_at is null and version = 1
  and asking_roles() && array['leader', 'member']
  and exists (select 1 from evidence e join releases r on r.jit = e.jit and r.evidence = e.id
       where e.id = disclosures.evidence and e.exhibit_number = disclosures.exhibit_number and e.title = disclosures.title
         and e.originator = disclosures.originator and (e.status = 'active' or e.originator = asking_party())
         and r.party = asking_party() and r.own_seats is not distinct from disclosures.own_seats
         and r.authorities is not distinct from disclosures.authorities and r.seats is not distinct from disclosures.seats
         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3
         and for_purpose(disclosures.purpose, r.purposes, r.originator = r.party)
         and (r.court_use or e.originator = asking_party() or not 'H1' = any (e.handling)))"""
# As in 0015, but for purposes: a rule that names none gives all but that one. A leader too may register under the rules.
UNDER_RULES = """
create or replace function under_rules(
    wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[],
    starts timestamptz, ends timestamptz, for_purposes text[])
  returns boolean language sql stable set search_path = public, pg_temp
  return coalesce((
    select count(*) > 0 and bool_and(
        given <= r.level
        and (r.authorities is null or coalesce(to_authorities <@ r.authorities, false))
        and (r.seats is null or coalesce(to_seats <@ r.seats, false))
        and (r.not_before is null or coalesce(starts >= r.not_before, false))
        and (r.until is null or coalesce(ends <= r.until, false))
        and case when r.purposes is null then not coalesce('OTHER_OFFENCE_WITH_CONSENT' = any (for_purposes), false)
                 else coalesce(for_purposes <@ r.purposes, false) end)
      from evidence e
      join parties p on p.jit = e.jit and p.id = addressed
      join access_rules r on r.jit = e.jit and r.party = e.originator and r.state = 'active'
        and (r.category is null or r.category = e.category) and (r.handling is null or r.handling = any (e.handling))
        and (r.to_party is null or r.to_party = p.id) and (r.to_kind is null or r.to_kind = p.kind)
     where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party() and e.registered_by = asking_seat()
       and asking_roles() && array['leader', 'member']
       and p.status = 'active' and p.kind not in ('third_country', 'judicial_authority')
       and (e.tlp in ('AMBER', 'GREEN', 'CLEAR') or (e.tlp = 'RED' and to_seats is not null)
            or (e.tlp = 'AMBER_STRICT' and cardinality(to_authorities) = 1))
       -- Once the exhibit has an entry, it is registered: from then on its releases are a leader's affair.
       and not exists (select 1 from headers h where h.evidence = e.id)), false)
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(FOR_PURPOSE)
    op.execute(GAINS)
    op.execute(UNDER_RULES)
    op.execute(f"alter policy inserted on openings with check ({OPENED})")
    op.execute(f"alter policy inserted on disclosures with check ({DISCLOSED})")


def downgrade() -> None:
    raise RuntimeError(
        "What a release without purposes admits would be more than it was; restore a backup made before."
    )
