/** The activity of the team beside a screen. */
import { CloseButton, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FeedFilters } from './FeedFilters';
import { FeedList } from './FeedList';
import { EVERYTHING } from './filter';
import classes from './Feed.module.css';

export function FeedPanel({ floating, onClose }: { floating: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(EVERYTHING);
  return (
    <aside className={classes['panel']} data-floating={floating || undefined} aria-label={t('activity/title')}>
      <header className={classes['head']}>
        <Title order={2}>{t('activity/title')}</Title>
        <CloseButton size="sm" aria-label={t('activity/hide')} onClick={onClose} />
      </header>
      <FeedFilters filter={filter} onChange={setFilter} />
      <FeedList filter={filter} onReset={() => setFilter(EVERYTHING)} />
    </aside>
  );
}
