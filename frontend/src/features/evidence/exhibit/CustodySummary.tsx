/** Custody in a few words: holder of the item, seal, a handover that is offered, and copies. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { exhibitCopiesQuery } from '@/features/custody/copies/queries';
import { physicalCustodyQuery, type PhysicalCustodyView } from '@/features/custody/physical-custody/queries';
import classes from './Exhibit.module.css';

function Cell({ name, children, warn = false }: { name: ReactNode; children: ReactNode; warn?: boolean }) {
  return (
    <div data-warn={warn || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What an empty list of copies means, by what the reader sees of them. */
const NO_COPIES = { all: 'exhibit/noCopies', own: 'exhibit/noOwnCopy', none: 'exhibit/notVisible' } as const;

/** "None" and "not visible" are different answers, and an item that was destroyed is with nobody. */
function Holder({ at }: { at: PhysicalCustodyView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  if (!at.visible) return <span className="dim">{t('exhibit/notVisible')}</span>;
  if (at.standing === null) return t('exhibit/notPhysical');
  if (at.standing === 'destroyed') return t('standing/destroyed');
  return at.custodian ?? at.seat ?? (at.party ? partyName(at.party) : '—');
}

export function CustodySummary({ exhibit, onAll }: { exhibit: EvidenceView; onAll: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const { data: at } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const copies = useQuery(exhibitCopiesQuery(jit.id, exhibit.id));
  const seen = exhibit.sees.copies;
  const items = copies.data?.items ?? [];
  const holders = [...new Set(items.filter(({ state }) => state !== 'destroyed').map(({ party }) => party))];
  return (
    <Panel
      title={t('exhibit/custodySummary')}
      flush
      aside={
        <Button variant="subtle" size="compact-xs" onClick={onAll}>
          {t('exhibit/allEvents')}
        </Button>
      }
    >
      <dl className={classes['custody']}>
        <Cell name={<Term of="physicalCustody">{t('exhibit/nowWith')}</Term>}>
          {at ? <Holder at={at} /> : null}
          {at?.place ? <div className="dim">{at.place}</div> : null}
        </Cell>
        {at?.seal ? <Cell name={t('exhibit/seal')}>{at.seal}</Cell> : null}
        {at?.handover ? (
          <Cell name={<Term of="handover">{t('exhibit/handover')}</Term>} warn>
            {at.handover.to_name} <span className="mono">({at.handover.to_seat})</span>
            <div>
              <When at={at.handover.due_at} form="column" />
            </div>
          </Cell>
        ) : null}
        <Cell name={<Term of="copy">{t('exhibit/copiesBy')}</Term>}>
          {holders.length > 0 ? holders.map(partyName).join(', ') : copies.isFetched ? t(NO_COPIES[seen]) : null}
          {seen === 'own' ? <div className="dim">{t('exhibit/othersCopies')}</div> : null}
        </Cell>
      </dl>
    </Panel>
  );
}
