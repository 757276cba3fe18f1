import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { FeedFilters } from './FeedFilters';
import { FeedList } from './FeedList';
import { EVERYTHING } from './filter';

/** The activity of the team as a section of a screen, folded at first. */
export function FeedSection() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState(EVERYTHING);
  const toggle = (
    <Button size="compact-xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
      {t(open ? 'activity/hide' : 'activity/show')}
    </Button>
  );
  return (
    <Panel title={t('activity/title')} aside={toggle} flush>
      {open ? (
        <>
          <FeedFilters filter={filter} onChange={setFilter} />
          <FeedList filter={filter} onReset={() => setFilter(EVERYTHING)} />
        </>
      ) : null}
    </Panel>
  );
}
