/** Calendar feeds of the user's deadlines: create addresses, each shown once, and revoke them. */
import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarFeedsQuery, makeFeed, MOST_FEEDS } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { FeedLine } from './FeedLine';
import { NewAddress } from './NewAddress';
import classes from './CalendarFeeds.module.css';

export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() ? null : t('calendarFeeds/needName')) },
  });
  const { data, error, isPending, refetch } = useQuery(calendarFeedsQuery(jit.id));
  const { run, notice } = useFormMutation(form, {
    mutationFn: () => makeFeed(jit.id, form.getValues().name.trim()),
    onSuccess: () => {
      form.reset();
      return queries.invalidateQueries({ queryKey: keys.calendarFeeds(jit.id) });
    },
  });
  const feeds = data?.items ?? [];
  const full = feeds.length >= MOST_FEEDS;
  const over = jit.state === 'closed';
  return (
    <Dialog onClose={onClose} size="lg" title={t('calendarFeeds/title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('calendarFeeds/help')}
        </Text>
        {run.data ? <NewAddress made={run.data} /> : null}
        {isPending ? <Skeleton height={48} aria-label={t('common/loading')} /> : null}
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        {feeds.length > 0 ? (
          <section aria-labelledby="calendar-feeds">
            <Text id="calendar-feeds" component="h3" size="sm" fw={600} mb={4}>
              {t('calendarFeeds/standing')}
            </Text>
            <ul className={classes['list']}>
              {feeds.map((feed) => (
                <FeedLine
                  key={feed.id}
                  feed={feed}
                  fresh={feed.id === run.data?.id}
                  onRevoked={() => {
                    if (feed.id === run.data?.id) run.reset();
                  }}
                />
              ))}
            </ul>
          </section>
        ) : null}
        {over ? (
          <Notice tone="locked">{t('calendarFeeds/over')}</Notice>
        ) : full ? (
          <Notice>{t('calendarFeeds/full', { count: MOST_FEEDS })}</Notice>
        ) : (
          <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
            <Group gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                className={classes['name'] ?? ''}
                data-autofocus
                required
                maxLength={60}
                label={t('calendarFeeds/name')}
                placeholder={t('calendarFeeds/nameHelp')}
                {...form.getInputProps('name')}
              />
              <Button type="submit" className={classes['make'] ?? ''} loading={run.isPending}>
                {t('calendarFeeds/make')}
              </Button>
            </Group>
          </form>
        )}
        <ProblemNotice error={notice} />
        <Text size="xs" c="dimmed">
          {t('calendarFeeds/leaves')}
        </Text>
      </Stack>
    </Dialog>
  );
}
