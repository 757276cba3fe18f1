/** The progress of a review: files viewed, files left, and files without a preview. */
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewProgressView } from '@/api/views';

/** The maximum number of files that are named; others are counted. */
const NAMED = 10;
const STATES = ['to_view', 'pending', 'viewed_in_part', 'no_rendition'] as const;

export function ReviewFiles({ progress }: { progress: ReviewProgressView | undefined }) {
  const { t } = useTranslation();
  if (!progress)
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('common/loading')}
      </Text>
    );
  const { viewed, to_view: left, no_rendition: none, not_sampled: rest, files } = progress;
  return (
    <div role="group" aria-label={t('reviewed/title')}>
      <Text size="sm">
        {[
          t('reviewed/viewed', { count: viewed }),
          t('reviewed/left', { count: left }),
          none > 0 ? t('reviewed/none', { count: none }) : null,
          rest > 0 ? t('reviewed/rest', { count: rest }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <List size="sm" c="dimmed">
        {STATES.flatMap((state) =>
          files
            .filter((one) => one.state === state)
            .slice(0, NAMED)
            .map((one) => (
              <List.Item key={one.file}>
                {one.name}: {t(`reviewState/${state}`)}
                {state === 'to_view' && one.viewed_pages > 0
                  ? t('reviewed/pages', { viewed: one.viewed_pages, count: one.pages })
                  : null}
              </List.Item>
            )),
        )}
      </List>
    </div>
  );
}

/** Returns whether a verdict is possible, and whether it may release the exhibit; false while this is unknown. */
export function mayDecide(progress: ReviewProgressView | undefined): { any: boolean; pass: boolean } {
  return {
    any: progress !== undefined && (progress.is_begun || progress.to_view === 0),
    pass: progress?.to_view === 0,
  };
}
