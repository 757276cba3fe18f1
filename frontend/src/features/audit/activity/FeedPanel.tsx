/** What happens, as facts arrive: nothing else than what the stream sent to this seat. Beside every screen. */
import { CloseButton, Switch, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FeedList } from './FeedList';
import classes from './Feed.module.css';

export function FeedPanel({ floating, onClose }: { floating: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [others, setOthers] = useState(false);
  return (
    <aside className={classes['panel']} data-floating={floating || undefined} aria-label={t('live/title')}>
      <header className={classes['head']}>
        <Title order={2}>{t('live/title')}</Title>
        <Switch
          size="xs"
          label={t('live/others')}
          checked={others}
          onChange={(event) => setOthers(event.currentTarget.checked)}
        />
        <CloseButton size="sm" aria-label={t('app/hideFeed')} onClick={onClose} />
      </header>
      <FeedList others={others} />
    </aside>
  );
}
