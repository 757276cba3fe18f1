/** Erasures of fields that await a leader of the own party, or are in progress; empty if there are none. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unfinishedErasuresQuery } from './queries';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Panel } from '@/components/layout/Panel';
import { useWord } from '@/i18n/useWord';
import { FieldErasures } from './FieldErasures';
import classes from '@/features/audit/entries/Ledger.module.css';

export function WaitingFields() {
  const { t } = useTranslation();
  const word = useWord();
  const { jit, may } = useTeam();
  const rows = useQuery({ ...unfinishedErasuresQuery(jit.id), enabled: may('fields:erase') }).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <div className={classes['pad']}>
      <Panel title={t('fieldErasure/queue')}>
        <ul className={classes['waiting']}>
          {[...new Map(rows.map((one) => [one.position, one])).values()].map(({ position, kind, evidence }) => (
            <li key={position}>
              <div>
                {t('fieldErasure/ofEntry', { position })}
                {t('common/colon')}
                {word('entry', kind)}
                {evidence ? (
                  <>
                    {' '}
                    · <ExhibitLink id={evidence} />
                  </>
                ) : null}
              </div>
              <FieldErasures position={position} deciding />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
