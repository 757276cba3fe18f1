/** Assesses a need of a forum's law for an exhibit: a new one, or a later assessment of the same need. */
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import type { ProposedNeedView } from '@/api/generated/types.gen';
import { NotRecorded } from '@/features/requests/cards/NotRecorded';
import { visible } from '@/lib/visible';
import { ProposedValue } from './ProposedValue';
import { assess, passportQuery, type AdmissibilityView } from './queries';
import classes from './Admissibility.module.css';

/** Longest need, in characters. */
const LONGEST = 300;
const STATUSES = ['open', 'met', 'not_needed'] as const;
type Values = {
  country: string | null;
  need: string;
  topic: ProposedNeedView['topic'] | null;
  status: AdmissibilityView['status'];
  paper: string | null;
  reason: string;
};
type Props = { evidence: string; need: AdmissibilityView | null; onClose: () => void };

export function AssessDialog({ evidence, need, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const [quoted, setQuoted] = useState('');
  const form = useForm<Values>({
    initialValues: {
      country: need?.country ?? (seat.party?.length === 2 ? seat.party : null),
      need: need?.need ?? '',
      topic: null,
      status: need?.status ?? 'open',
      paper: need?.paper?.evidence ?? null,
      reason: '',
    },
    validate: {
      country: (value) => (value ? null : t('admissibility/needCountry')),
      need: (value) => (value.trim() ? null : t('admissibility/needNeed')),
      reason: (value) => (value.trim() ? null : t('admissibility/needReason')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: Values) =>
      assess(jit.id, evidence, {
        ...(need ? { replaces: need.id } : { country: values.country, need: values.need.trim(), topic: values.topic }),
        status: values.status,
        paper: values.status === 'met' ? values.paper : null,
        reason: values.reason.trim(),
      }),
    onSuccess: () => {
      for (const queryKey of [...keys.admissibility(jit.id), ...keys.requests(jit.id)])
        void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const { country, status, paper } = form.values;
  return (
    <Dialog onClose={onClose} title={t(need ? 'admissibility/reassess' : 'admissibility/add')} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          {need ? (
            <Text size="sm">{visible(need.need)}</Text>
          ) : (
            <>
              <CountrySelect
                required
                label={t('admissibility/country')}
                {...form.getInputProps('country')}
                onChange={(value) => form.setValues({ country: value, topic: null })}
              />
              {country ? (
                <Proposals
                  evidence={evidence}
                  country={country}
                  onUse={({ text, topic }) => {
                    const quoted = text.slice(0, LONGEST);
                    setQuoted(quoted);
                    form.setValues({ need: quoted, topic });
                  }}
                />
              ) : null}
              <TextInput
                required
                label={t('admissibility/need')}
                description={t('admissibility/needHelp')}
                maxLength={LONGEST}
                {...form.getInputProps('need')}
                error={form.errors['need'] ?? form.errors['topic']}
                onChange={({ currentTarget: { value } }) =>
                  // A text that is no part of the quoted value any more does not rely on the card.
                  form.setValues(quoted.includes(value) ? { need: value } : { need: value, topic: null })
                }
              />
            </>
          )}
          <Select
            allowDeselect={false}
            label={t('admissibility/status')}
            data={STATUSES.map((value) => ({ value, label: t(`admissibilityStatus/${value}`) }))}
            {...form.getInputProps('status')}
          />
          {status === 'met' ? (
            <ExhibitPicker
              label={t('admissibility/paper')}
              value={paper}
              error={form.errors['paper']}
              filter={({ id }) => id !== evidence}
              onChange={(id) => form.setFieldValue('paper', id)}
            />
          ) : null}
          <Textarea required autosize minRows={2} label={t('common/reason')} {...form.getInputProps('reason')} />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('admissibility/save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type ProposalProps = { evidence: string; country: string; onUse: (one: ProposedNeedView) => void };

/** What the card of the country says, and what it does not hold. */
function Proposals({ evidence, country, onUse }: ProposalProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(passportQuery(jit.id, evidence, country));
  if (!data) return null;
  return (
    <>
      {data.proposals.length === 0 ? <p className={classes['none']}>{t('admissibility/noInformation')}</p> : null}
      <ul className={classes['list']}>
        {data.proposals.map((one) => (
          <ProposedValue key={one.topic} one={one}>
            <Button size="compact-xs" variant="default" onClick={() => onUse(one)}>
              {t('admissibility/use')}
            </Button>
          </ProposedValue>
        ))}
      </ul>
      <NotRecorded values={data.not_recorded} />
    </>
  );
}
