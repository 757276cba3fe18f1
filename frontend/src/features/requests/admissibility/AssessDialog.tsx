/** Assesses a need of a forum's law for an exhibit: a new one, or a later assessment of the same need. */
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { Unverified } from '@/features/requests/request/StateMarks';
import { visible } from '@/lib/visible';
import { assess, passportQuery, type AdmissibilityView } from './queries';
import classes from './Admissibility.module.css';

const STATUSES = ['open', 'met', 'not_needed'] as const;
type Values = {
  country: string | null;
  need: string;
  status: AdmissibilityView['status'];
  paper: string | null;
  reason: string;
};
type Props = { evidence: string; need: AdmissibilityView | null; onClose: () => void };

export function AssessDialog({ evidence, need, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      country: need?.country ?? (seat.party?.length === 2 ? seat.party : null),
      need: need?.need ?? '',
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
        ...(need ? { replaces: need.id } : { country: values.country, need: values.need.trim() }),
        status: values.status,
        paper: values.status === 'met' ? values.paper : null,
        reason: values.reason.trim(),
      }),
    onSuccess: () => {
      for (const queryKey of keys.admissibility(jit.id)) void queries.invalidateQueries({ queryKey });
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
              <CountrySelect required label={t('admissibility/country')} {...form.getInputProps('country')} />
              {country ? (
                <Proposals
                  evidence={evidence}
                  country={country}
                  onUse={(text) => form.setFieldValue('need', text.slice(0, 300))}
                />
              ) : null}
              <TextInput
                required
                label={t('admissibility/need')}
                description={t('admissibility/needHelp')}
                maxLength={300}
                {...form.getInputProps('need')}
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

type ProposalProps = { evidence: string; country: string; onUse: (text: string) => void };

/** What the card of the country says, or that it has no information. */
function Proposals({ evidence, country, onUse }: ProposalProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(passportQuery(jit.id, evidence, country));
  if (!data) return null;
  if (data.proposals.length === 0) return <p className={classes['none']}>{t('admissibility/noInformation')}</p>;
  return (
    <ul className={classes['list']}>
      {data.proposals.map((one) => (
        <li key={one.topic} className={classes['need']}>
          <strong>{t(`admissibilityTopic/${one.topic}`)}</strong>
          <div className={classes['reason']}>{visible(one.text)}</div>
          <div className={classes['small']}>
            {one.source ? visible(one.source) : null} {one.verified ? null : <Unverified />}
          </div>
          <Button size="compact-xs" variant="default" onClick={() => onUse(one.text)}>
            {t('admissibility/use')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
