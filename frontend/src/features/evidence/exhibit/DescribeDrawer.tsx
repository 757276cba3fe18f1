/** Correcting the description. When somebody was faster, both versions are shown and nothing of either is lost. */
import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describe } from '@/api/actions';
import { isStale } from '@/api/problem';
import { exhibitQuery, keys } from '@/api/queries';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { SideDialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { changes, conflicts, describedOf, merged, textOf, type Described, type Text as Words } from './description';
import { FieldInput } from './FieldInput';
import { readable } from './fields';
import classes from './Exhibit.module.css';

type Values = Words & { reason: string };

export function DescribeDrawer({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const queries = useQueryClient();
  // The version that one corrects; replaced by theirs when somebody was faster.
  const [base, setBase] = useState(exhibit);
  const form = useForm<Values>({
    initialValues: { ...textOf(exhibit), reason: '' },
    validate: ({ reason, ...text }) => ({
      ...Object.fromEntries(
        describedOf(exhibit)
          .filter(({ name, required }) => required && !text[name].trim())
          .map(({ name }) => [name, t('register/required')]),
      ),
      reason: reason.trim() ? null : t('exhibit/needReason'),
    }),
  });
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<Described, { theirs: string; mine: string }>>>({});
  const mine = form.values;
  const nothing = Object.keys(changes(textOf(base), mine)).length === 0;
  const { run: save, notice } = useFormMutation(form, {
    mutationFn: ({ reason, ...text }: Values) =>
      describe(base, jit.id, { ...changes(textOf(base), text), reason: reason.trim() }),
    onSuccess: (now) => {
      queries.setQueryData(exhibitQuery(jit.id, exhibit.id).queryKey, now);
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
      notifications.show({ message: t('exhibit/described') });
      onClose();
    },
    onError: async (error) => {
      if (!isStale(error)) return;
      const theirs = await queries.query({ ...exhibitQuery(jit.id, exhibit.id), staleTime: 0 });
      const [before, now, mine] = [textOf(base), textOf(theirs), form.getValues()];
      setChosen(
        Object.fromEntries(conflicts(before, now, mine).map((name) => [name, { theirs: now[name], mine: mine[name] }])),
      );
      form.setValues(merged(before, now, mine));
      setBase(theirs);
    },
  });
  const stale = isStale(save.error);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    setTried(true);
    form.onSubmit((values) => {
      if (!nothing) save.mutate(values);
    })(event);
  };
  return (
    <SideDialog onClose={onClose} title={t('exhibit/describeTitle', { number: exhibit.exhibit_number })} size="40rem">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('exhibit/describeHelp')}
          </Text>
          {stale ? (
            <Notice tone="warn" title={t('exhibit/staleTitle')}>
              {t('exhibit/staleHelp')}
            </Notice>
          ) : null}
          {describedOf(exhibit).map(({ name, type }) => {
            const both = chosen[name];
            return (
              <div key={name}>
                <FieldInput type={type} label={t(`value/${name}`)} {...form.getInputProps(name)} />
                {both ? (
                  <div className={classes['stale']}>
                    {(['theirs', 'mine'] as const).map((whose) => (
                      <div key={whose} className={classes['choice']}>
                        <Text size="xs" c="dimmed">
                          {t(whose === 'theirs' ? 'exhibit/staleTheirs' : 'exhibit/staleMine')}
                        </Text>
                        {both[whose] && readable(type, both[whose], locale)}
                      </div>
                    ))}
                    <SegmentedControl
                      size="xs"
                      aria-label={t(`value/${name}`)}
                      value={mine[name] === both.theirs ? 'theirs' : 'mine'}
                      onChange={(whose) => form.setFieldValue(name, both[whose as 'theirs'])}
                      data={[
                        { value: 'theirs', label: t('exhibit/staleTheirs') },
                        { value: 'mine', label: t('exhibit/staleMine') },
                      ]}
                    />
                  </div>
                ) : null}
              </div>
            );
          })}
          <Textarea required label={t('exhibit/describeReason')} maxLength={10_000} {...form.getInputProps('reason')} />
          {tried && nothing ? <Notice>{t('exhibit/unchanged')}</Notice> : null}
          {stale ? null : <ProblemNotice error={notice} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common/save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
