/** A copy in a list: custodian, national file number, questions and answers. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { CopyView } from '@/api/views';
import { useMemberName } from '@/components/text/useMemberName';
import { TwoTimes } from '@/components/text/TwoTimes';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import classes from './Copies.module.css';

/** `named`: in a list of several exhibits. What is recalled is named as it was when it was taken, and leads nowhere. */
export function CopyRow({ one, named = false, onAnswer }: { one: CopyView; named?: boolean; onAnswer: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const other = one.side === 'held' ? one.originator : one.party;
  const waits = one.state === 'out' && one.asked_at !== null;
  const name = <ExhibitName of={one} />;
  return (
    <li className={classes['row']}>
      <strong>{partyName(other)}</strong>
      <div className={classes['what']}>
        {named ? (
          <div>
            {one.side === 'held' && one.asked_at ? (
              name
            ) : (
              <Link
                to="/jits/$jit/evidence/$evidence"
                params={{ jit: jit.id, evidence: one.evidence }}
                className="exhibit-link"
              >
                {name}
              </Link>
            )}
          </div>
        ) : null}
        <div>
          {one.custodian} · <span className="dim">{t('copies/fileNumber')}</span>{' '}
          <span className="mono">{one.file_number}</span>
        </div>
        <div className="dim">
          {t('copies/takenBy', { seat: nameOf(one.seat) })} <TwoTimes at={one.taken_at} other={other} />
        </div>
        {one.reason ? (
          <p className={classes['words']}>
            {t('copies/recalled')}
            {t('common/colon')}
            {one.reason}
          </p>
        ) : null}
        {one.because ? (
          <p className={classes['words']}>
            {t(one.state === 'kept' ? 'copies/because' : 'copies/how')}
            {t('common/colon')}
            {one.because}
          </p>
        ) : null}
      </div>
      <div className={classes['state']} data-state={waits ? 'waits' : one.state}>
        {t(waits ? 'copies/waits' : `copyState/${one.state}`)}
        {waits && one.asked_at ? (
          <div className="dim">
            {t('copies/askedAt')} <TwoTimes at={one.asked_at} other={other} />
          </div>
        ) : null}
        {one.answered_at ? (
          <div className="dim">
            {one.answered_by ? `${nameOf(one.answered_by)}, ` : null}
            <TwoTimes at={one.answered_at} other={other} />
          </div>
        ) : null}
      </div>
      {one.may_answer ? (
        <Button
          size="compact-sm"
          variant={waits ? 'filled' : 'default'}
          onClick={onAnswer}
          aria-label={`${t('copies/answer')}${t('common/colon')}${one.exhibit_number}, ${one.file_number}`}
        >
          {t('copies/answer')}
        </Button>
      ) : null}
    </li>
  );
}
