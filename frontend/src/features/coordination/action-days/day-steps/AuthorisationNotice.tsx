/** Lists the actions whose legal authorisation is missing, expired or not valid yet; nothing if there are none. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import { authorisationProblem } from './authorisation';
import { nameOf } from '@/features/coordination/action-days/board/boardLog';
import classes from '@/features/coordination/action-days/Operations.module.css';

/** `alarm`: its title where it is an alarm and not a hint. */
export function AuthorisationNotice({ actions, alarm }: { actions: readonly ActionView[]; alarm?: string }) {
  const { t } = useTranslation();
  const { locale, partyName, zone } = useTeam();
  const [opened] = useState(Date.now);
  // An alarm appears when an authorisation ends.
  const now = alarm === undefined ? opened : Date.now();
  const found = actions.flatMap((action) => {
    const one = authorisationProblem(action, now);
    return one ? [{ action, ...one }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Notice tone={alarm === undefined ? 'warn' : 'bad'} title={alarm ?? t('authorisation/title')}>
      <ul className={classes['lines']}>
        {found.map(({ action, problem, at }) => (
          <li key={action.id}>
            {partyName(action.party)} · <strong>{visible(nameOf(action))}</strong>
            {t('common/colon')}
            {t(`authorisation/${problem}`, { when: at ? fullTime(at, zone, locale) : '' })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
