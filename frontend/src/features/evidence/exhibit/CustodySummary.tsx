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
import { physicalCustodyQuery } from '@/features/custody/physical-custody/queries';
import classes from './Exhibit.module.css';

function Cell({ name, children, warn = false }: { name: ReactNode; children: ReactNode; warn?: boolean }) {
  return (
    <div data-warn={warn || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function CustodySummary({ exhibit, onAll }: { exhibit: EvidenceView; onAll: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const { data: at } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const copies = useQuery(exhibitCopiesQuery(jit.id, exhibit.id)).data?.items ?? [];
  const holders = [...new Set(copies.filter(({ state }) => state !== 'destroyed').map(({ party }) => party))];
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
          {at?.custodian ?? at?.seat ?? (at?.party ? partyName(at.party) : t('exhibit/notPhysical'))}
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
          {holders.length > 0 ? holders.map(partyName).join(', ') : t('exhibit/noCopies')}
        </Cell>
      </dl>
    </Panel>
  );
}
