import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { FeedList } from './FeedList';

/** The same facts as a part of a screen. */
export function FeedSection() {
  const { t } = useTranslation();
  const [others, setOthers] = useState(false);
  return (
    <Panel
      title={t('live/title')}
      aside={
        <Switch
          size="xs"
          label={t('live/others')}
          checked={others}
          onChange={(event) => setOthers(event.currentTarget.checked)}
        />
      }
      flush
    >
      <FeedList others={others} />
    </Panel>
  );
}
