/** The answer to a request: consent with conditions and its effect, or refusal. */
import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { grant } from './queries';
import { exhibitQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ConsentView, Level } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { LimitsOfUse } from '@/components/exhibits/LimitsOfUse';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { LevelChoice } from '@/components/sharing/LevelChoice';
import { useMemberName } from '@/components/text/useMemberName';
import { useRefresh } from './useRefresh';
import { namedIn } from './requestSummary';
import classes from './Consents.module.css';

export function GrantForm({ one, onRefuse, onDone }: { one: ConsentView; onRefuse: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName, zone } = useTeam();
  const refresh = useRefresh();
  const nameOf = useMemberName();
  const party = partyName(one.asker_party);
  const question = one.use === 'question';
  const named = namedIn(one, nameOf);
  const form = useForm({
    initialValues: {
      evidence: null as string | null,
      level: 'readable' as Level,
      conditions: '',
      until: '',
      checked: false,
    },
    validate: {
      evidence: (value) => (!question || value ? null : t('consents/needAttach')),
      until: (value) =>
        value === '' || Date.parse(instantOf(value, zone) ?? '') > Date.now() ? null : t('releases/pastUntil'),
    },
  });
  const { level } = form.values;
  const exhibit = question ? form.values.evidence : one.evidence;
  const about = useQuery({ ...exhibitQuery(jit.id, exhibit ?? ''), enabled: exhibit !== null });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ evidence, conditions, until, checked }: typeof form.values) => {
      const at = until ? instantOf(until, zone) : null;
      return grant(jit.id, one, {
        ...(question ? { evidence, level, privilege_checked: checked } : {}),
        ...(at ? { until: at } : {}),
        ...(conditions.trim() ? { conditions: conditions.trim() } : {}),
      });
    },
    onSuccess: (now) => {
      refresh(now);
      notifications.show({ message: t('consents/granted') });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
      <Stack gap="sm">
        {question ? (
          <>
            <ExhibitPicker
              label={t('consents/attach')}
              value={form.values.evidence}
              error={form.errors['evidence']}
              filter={({ mine, status }) => mine && status === 'active'}
              onChange={(evidence) => form.setFieldValue('evidence', evidence)}
            />
            <LevelChoice
              label={t('consents/attachLevel', { party })}
              value={level}
              withNone={false}
              onChange={(next) => {
                if (next !== 'none') form.setFieldValue('level', next);
              }}
            />
          </>
        ) : null}
        <section className={classes['then']}>
          <Title order={3} size="h6">
            {t('consents/then')}
          </Title>
          {one.use === 'court' ? <p>{t('consents/thenCourt', { party })}</p> : null}
          {question ? (
            <p>
              {t('consents/thenAttach', { party })} {t(`level/${level}Help`)}
            </p>
          ) : null}
          {one.level ? (
            <p>
              {t('consents/thenLevel', { party, level: t(`level/${one.level}`) })} {t(`level/${one.level}Help`)}
            </p>
          ) : null}
          {one.purposes ? (
            <p>
              {t('consents/thenPurposes', {
                party,
                purposes: one.purposes.map((purpose) => t(`purpose/${purpose}`)).join(', '),
              })}
            </p>
          ) : null}
          {named.length > 0 ? <p>{t('consents/thenNamed', { party, named: named.join(', ') })}</p> : null}
          <p>{t('consents/thenNobody')}</p>
        </section>
        <LimitsOfUse
          limits={(question ? about.data?.limits_of_use : one.limits_of_use) ?? []}
          of={about.data?.exhibit_number}
        />
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          label={t('consents/conditions')}
          description={t('consents/conditionsHelp', { party })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('conditions')}
        />
        {one.use === 'court' ? null : (
          <DateField
            withTime
            label={t('consents/until')}
            description={t('consents/untilHelp', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={form.values.until}
            error={form.errors['until']}
            onChange={(until) => form.setFieldValue('until', until)}
          />
        )}
        {question ? (
          <PrivilegeCheck
            checked={form.values.checked}
            onChecked={(checked) => form.setFieldValue('checked', checked)}
            missing={lacksCheck(run.error)}
          />
        ) : null}
        <ProblemNotice error={lacksCheck(run.error) ? null : notice} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" c="var(--l-bad)" onClick={onRefuse}>
            {t('consents/refuse')}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {t('consents/grant')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
