/** The changes that rules would make to existing exhibits: shown completely first, and applied as shown. */
import { Button, Checkbox, Group, ScrollArea, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allChanges, applyShown, type RuleChangeView, type Shown } from './queries';
import { isStale } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { conditionsOf } from '@/components/sharing/terms';
import { useWord } from '@/i18n/useWord';
import classes from './Access.module.css';

export function ChangesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [looked, setLooked] = useState(false);
  const [checked, setChecked] = useState(false);
  const [done, setDone] = useState(0);
  const shown = useQuery({
    queryKey: [{ _id: 'previewRuleChanges', path: { jit: jit.id } }] as const,
    queryFn: ({ signal }) => allChanges(jit.id, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const apply = useMutation({
    mutationFn: async (pages: Shown[]) => {
      let made = 0;
      for (const page of pages.filter(({ items }) => items.length > 0)) {
        made += await applyShown(jit.id, page, checked);
        setDone(made);
      }
      return made;
    },
    onSuccess: (count) => {
      notifications.show({ title: t('rules/applied', { count }), message: t('rules/appliedHelp') });
      onClose();
    },
    onSettled: () =>
      void queries.invalidateQueries({
        queryKey: keys.team(jit.id),
        predicate: ({ queryKey }) => !JSON.stringify(queryKey).includes('previewRuleChanges'),
      }),
  });
  const again = () => {
    apply.reset();
    setDone(0);
    setLooked(false);
    void shown.refetch();
  };
  const stale = isStale(apply.error);
  const changes = shown.data?.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog onClose={onClose} title={t('rules/changes')} size="60rem">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('rules/changesHelp')}
        </Text>
        {shown.isFetching ? <Skeleton height={120} role="status" aria-label={t('rules/asking')} /> : null}
        {shown.error ? <ProblemNotice error={shown.error} onRetry={again} /> : null}
        {shown.data && !shown.isFetching && changes.length === 0 ? (
          <Notice tone="good">{t('rules/nothing')}</Notice>
        ) : null}
        {changes.length > 0 && !shown.isFetching ? (
          <>
            <Text size="sm" fw={600}>
              {t('rules/total', { count: changes.length })}
            </Text>
            <ScrollArea.Autosize
              mah="50vh"
              type="auto"
              viewportProps={{ tabIndex: 0, 'aria-label': t('rules/changes'), role: 'group' }}
            >
              <ul className={classes['changes']}>
                {changes.map((one) => (
                  <Change key={`${one.evidence} ${one.party}`} one={one} />
                ))}
              </ul>
            </ScrollArea.Autosize>
            <Checkbox
              size="xs"
              label={t('rules/confirm')}
              checked={looked}
              onChange={(event) => setLooked(event.currentTarget.checked)}
            />
            <PrivilegeCheck checked={checked} onChecked={setChecked} missing={lacksCheck(apply.error)} />
          </>
        ) : null}
        {stale ? (
          <Notice
            tone="warn"
            action={
              <Button size="compact-sm" variant="default" onClick={again}>
                {t('rules/again')}
              </Button>
            }
          >
            {t('rules/changedMeanwhile', { count: done })}
          </Notice>
        ) : (
          <ProblemNotice error={lacksCheck(apply.error) ? null : apply.error} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/close')}
          </Button>
          {changes.length > 0 ? (
            <Button
              disabled={!looked || stale || shown.isFetching}
              loading={apply.isPending}
              onClick={() => apply.mutate(shown.data ?? [])}
            >
              {t('rules/apply')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Change({ one }: { one: RuleChangeView }) {
  const { t } = useTranslation();
  const { partyName, zone, locale } = useTeam();
  const word = useWord();
  const conditions = one.after
    ? conditionsOf(one.after, { t, zone, locale }).join(' · ')
    : word('because', one.because);
  return (
    <li>
      <span>
        {one.title}
        <small className="mono">{one.exhibit_number}</small>
      </span>
      <span>{partyName(one.party)}</span>
      <span>
        {t(`level/${one.before?.level ?? 'none'}`)} → <strong>{t(`level/${one.after?.level ?? 'none'}`)}</strong>
        <small>{conditions}</small>
      </span>
    </li>
  );
}
