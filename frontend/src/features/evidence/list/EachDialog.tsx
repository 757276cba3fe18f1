/** An act on several exhibits: what it does, its progress, and the outcome of each exhibit. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import type { useEach } from './useEach';
import classes from './Views.module.css';

type Props = {
  title: string;
  help: string;
  action: string;
  exhibits: readonly EvidenceSummary[];
  /** How many selected exhibits are left out. */
  omitted: number;
  each: ReturnType<typeof useEach>;
  ready: () => boolean;
  onClose: () => void;
  children?: ReactNode;
};

export function EachDialog({ title, help, action, exhibits, omitted, each, ready, onClose, children }: Props) {
  const { t } = useTranslation();
  const { results, running, run, failed, ended } = each;
  const begun = results.length > 0;
  const over = begun && !running;
  return (
    <Dialog onClose={running ? () => undefined : onClose} size="lg" title={title}>
      <Stack gap="sm">
        <Text size="sm">{help}</Text>
        {omitted > 0 ? <Notice>{t('evidence/onlyOwn', { count: omitted })}</Notice> : null}
        {begun ? null : children}
        {begun ? (
          <>
            <Progress value={(ended.length / results.length) * 100} size={6} aria-label={title} />
            <Text size="sm" role="status">
              {t('evidence/progress', { done: ended.length, total: results.length })}
            </Text>
            <ul className={classes['results']}>
              {results.map(({ exhibit, outcome, error }) => (
                <li key={exhibit.id} data-outcome={outcome}>
                  <span className="truncate">{exhibit.title}</span>
                  <span>{t(`evidence/outcome/${outcome}`)}</span>
                  {outcome === 'failed' ? <ProblemNotice error={error} /> : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {over && failed.length > 0 ? (
          <Notice tone="bad">{t('evidence/failed', { count: failed.length })}</Notice>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={running} onClick={onClose}>
            {t(over ? 'common/close' : 'common/cancel')}
          </Button>
          {over && failed.length > 0 ? (
            <Button onClick={() => void run(failed.map(({ exhibit }) => exhibit))}>{t('evidence/tryFailed')}</Button>
          ) : null}
          {over ? null : (
            <Button
              loading={running}
              disabled={exhibits.length === 0}
              onClick={() => {
                if (ready()) void run(exhibits);
              }}
            >
              {action}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
