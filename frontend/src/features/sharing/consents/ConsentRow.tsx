/** A request in the list: content, requesting party, state and due date. */
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { QueueRow } from '@/components/layout/Queue';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { distance, isSoon } from '@/lib/due';
import { visible } from '@/lib/visible';
import { ConsentState, isOpen } from './ConsentState';
import { requestSummary } from './requestSummary';
import classes from './Consents.module.css';

export function ConsentRow({ one, now, onOpen }: { one: ConsentView; now: number; onOpen: () => void }) {
  const { t } = useTranslation();
  const { partyName, locale } = useTeam();
  const nameOf = useMemberName();
  const id = useId();
  const asked = one.side === 'asked';
  const other = partyName(asked ? one.asker_party : one.asked_party);
  const object = one.evidence ?? one.answer;
  return (
    <QueueRow>
      <div>
        <strong id={id}>{requestSummary(one, t, nameOf)}</strong>
        {object ? (
          <div>
            <ExhibitLink id={object} />
          </div>
        ) : null}
        <p className={classes['words']}>{visible(one.words)}</p>
      </div>
      <div className={classes['who']}>
        <div>{asked ? other : t('consents/to', { party: other })}</div>
        <div className="dim">{nameOf(one.asker)}</div>
      </div>
      <div className={classes['state']}>
        <ConsentState one={one} />
      </div>
      <div className={classes['when']} data-soon={(isOpen(one) && isSoon(one.due_at, now)) || undefined}>
        {isOpen(one) ? (
          <>
            <div>
              <span className={classes['label']}>{t('consents/due')} </span>
              <When at={one.due_at} form="column" />
            </div>
            <div className={classes['far']}>{distance(one.due_at, now, locale)}</div>
          </>
        ) : (
          <When at={one.answered_at ?? one.ended_at ?? one.requested_at} form="column" />
        )}
      </div>
      <Button size="compact-sm" variant={one.may.answer ? 'filled' : 'default'} aria-describedby={id} onClick={onOpen}>
        {t(one.may.answer ? 'consents/answer' : 'consents/look')}
      </Button>
    </QueueRow>
  );
}
