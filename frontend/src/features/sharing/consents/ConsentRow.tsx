/** A request in the list: between whom, about what, where it stands, and its clock on both sides. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { PartyCode } from '@/components/text/PartyCode';
import { TwoTimes } from '@/components/text/TwoTimes';
import { visible } from '@/lib/visible';
import { wants } from './wants';
import classes from './Consents.module.css';

export function ConsentRow({ one, onOpen }: { one: ConsentView; onOpen: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const waits = one.state === 'requested' || one.state === 'seen';
  const other = one.side === 'asked' ? one.asker_party : one.asked_party;
  const object = one.evidence ?? one.answer;
  return (
    <li className={classes['row']}>
      <PartyCode code={other} name={partyName(other)} tone={one.side === 'asked' ? 'plain' : 'origin'} />
      <div className={classes['what']}>
        <strong>{wants(one, t)}</strong>
        {object ? (
          <span>
            {' '}
            · <ExhibitLink id={object} />
          </span>
        ) : null}
        <p className={classes['words']}>{visible(one.words)}</p>
      </div>
      <span className={classes['state']} data-state={one.state}>
        {t(`consentState/${one.state}`)}
        {one.state.startsWith('granted') && !one.in_force ? (
          <span className="dim"> · {t('consents/notInForce')}</span>
        ) : null}
      </span>
      <span className={classes['when']}>
        {waits ? (
          <>
            {t('consents/due')}{' '}
            <TwoTimes at={one.due_at} zone={one.side === 'asked' ? one.asker_zone : one.asked_zone} />
          </>
        ) : (
          <TwoTimes at={one.answered_at ?? one.ended_at ?? one.requested_at} other={other} />
        )}
      </span>
      <Button size="compact-sm" variant={one.may.answer ? 'filled' : 'default'} onClick={onOpen}>
        {t(one.may.answer ? 'consents/answer' : 'consents/look')}
      </Button>
    </li>
  );
}
