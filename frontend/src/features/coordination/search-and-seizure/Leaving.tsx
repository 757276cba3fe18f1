/** Before signing out with something unsent: it is said, and nothing is lost without a press. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { drafts, useQueue, wipe } from './queue/queue';
import { isSent } from './queue/thing';
import classes from './AtTheSearch.module.css';

export function Leaving({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation();
  const { things } = useQueue();
  const [stays, setStays] = useState(false);
  const [begun, setBegun] = useState(0);
  useEffect(() => {
    void drafts().then((all) => setBegun(all.length));
  }, []);
  const count = things.filter((one) => !isSent(one)).length + begun;
  if (stays || count === 0) return null;
  return (
    <Notice tone="warn" title={t('atSearch/leaving')}>
      <p>{t('atSearch/leavingText', { count })}</p>
      <div className={classes['two']}>
        <Button className={classes['big'] ?? ''} onClick={() => setStays(true)}>
          {t('atSearch/leavingStay')}
        </Button>
        <Button color="red" className={classes['big'] ?? ''} onClick={() => void wipe().then(onSignOut)}>
          {t('atSearch/leavingYes')}
        </Button>
      </div>
    </Notice>
  );
}
