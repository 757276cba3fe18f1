/** The address of a new feed, which is shown only once. */
import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarFeedMadeView } from './queries';
import { Notice } from '@/components/notices/Notice';
import classes from './CalendarFeeds.module.css';

export function NewAddress({ made }: { made: CalendarFeedMadeView }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}${made.path}`;
  return (
    <Notice tone="good" title={t('calendarFeeds/made', { name: made.name })}>
      <div>{t('calendarFeeds/once')}</div>
      <div className={classes['address']}>
        <TextInput
          readOnly
          size="xs"
          className={classes['name'] ?? ''}
          aria-label={t('calendarFeeds/address')}
          value={address}
          classNames={{ input: 'mono' }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address} timeout={1600}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'common/copied' : 'calendarFeeds/copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </Notice>
  );
}
