/** The form of a consent request (more access, use in court) or of an information request. */
import { Button, Group, MultiSelect, Radio, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from './queries';
import { gated, useTeam } from '@/api/team';
import { LEVELS, PURPOSES, type ConsentForm, type EvidenceView, type Level, type Purpose } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { NotOffered } from '@/components/sharing/NotOffered';
import { instantOf } from '@/components/sharing/draft';
import { MemberChoice } from '@/components/sharing/MemberChoice';
import { useRefresh } from './useRefresh';

const HOUR = 3_600_000;
/** The chosen terms; `null` if none is chosen. */
const some = <One,>(chosen: One[]) => (chosen.length > 0 ? chosen : null);

type Values = {
  use: 'more' | 'court';
  party: string | null;
  level: Level | null;
  purposes: Purpose[];
  seats: string[];
  authorities: string[];
  words: string;
  due: string;
};

function isBadDue(due: string, zone: string): boolean {
  if (due === '') return false;
  const at = Date.parse(instantOf(due, zone) ?? '');
  return !(at >= Date.now() + HOUR && at <= Date.now() + 60 * 24 * HOUR);
}

function formOf(values: Values, exhibit: EvidenceView | null, zone: string): ConsentForm {
  const { use, party, level, purposes, seats, authorities, words, due } = values;
  const at = due ? instantOf(due, zone) : null;
  return {
    words: words.trim(),
    ...(at ? { due_at: at, due_zone: zone } : {}),
    ...(exhibit ? { use: use === 'court' ? 'court' : 'release', evidence: exhibit.id } : { use: 'question', party }),
    ...(exhibit && use === 'more'
      ? { level, purposes: some(purposes), seats: some(seats), authorities: some(authorities) }
      : {}),
  };
}

export function AskDialog({ exhibit, onClose }: { exhibit: EvidenceView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, parties, partyName, zone } = useTeam();
  const refresh = useRefresh();
  const higher = exhibit ? LEVELS.slice(LEVELS.indexOf(exhibit.level) + 1) : [];
  const form = useForm<Values>({
    initialValues: {
      use: exhibit === null || higher.length > 0 ? 'more' : 'court',
      party: null,
      level: higher[0] ?? null,
      purposes: [],
      seats: [],
      authorities: [],
      words: '',
      due: '',
    },
    validate: {
      party: (value) => (exhibit || value ? null : t('consents/needParty')),
      level: (value, { use, purposes, seats, authorities }) =>
        exhibit && use === 'more' && value === null && [purposes, seats, authorities].every((one) => one.length === 0)
          ? t('consents/needMore')
          : null,
      words: (value) => (value.trim() ? null : t('consents/needWords')),
      due: (value) => (isBadDue(value, zone) ? t('consents/badDue') : null),
    },
  });
  const { use, party, seats, authorities } = form.values;
  const { run, notice } = useFormMutation(form, {
    names: { due_at: 'due', due_zone: 'due' },
    mutationFn: (values: Values) => ask(jit.id, formOf(values, exhibit, zone)),
    onSuccess: () => {
      refresh();
      notifications.show({ message: t('consents/sent', { party: partyName(exhibit?.originator ?? party ?? '') }) });
      onClose();
    },
  });
  const title = exhibit
    ? t('consents/askMoreTitle', { party: partyName(exhibit.originator), number: exhibit.exhibit_number })
    : t('consents/askPartyTitle');
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {exhibit ? t('consents/askMoreHelp', { party: partyName(exhibit.originator) }) : t('consents/askPartyHelp')}
          </Text>
          {exhibit ? (
            <Radio.Group label={t('consents/which')} {...form.getInputProps('use')}>
              <Stack gap={6} mt={6}>
                <Radio size="xs" value="more" label={t('consents/more')} />
                <Radio size="xs" value="court" label={t('consents/court')} description={t('consents/courtHelp')} />
              </Stack>
            </Radio.Group>
          ) : (
            <>
              <Select
                required
                data-autofocus
                label={t('consents/party')}
                data={parties
                  .filter(({ code, status }) => status === 'active' && code !== seat.party && !gated(parties, code))
                  .map(({ code, name }) => ({ value: code, label: name }))}
                {...form.getInputProps('party')}
              />
              <NotOffered />
            </>
          )}
          {exhibit && use === 'more' ? (
            <>
              <Select
                clearable
                label={t('consents/level')}
                data={higher.map((value) => ({ value, label: t(`level/${value}`) }))}
                {...form.getInputProps('level')}
              />
              <MultiSelect
                clearable
                label={t('consents/purposes')}
                data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
                {...form.getInputProps('purposes')}
              />
              {seat.party === null ? null : (
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <MemberChoice
                    party={seat.party}
                    value={{ seats, authorities }}
                    onChange={(next) => form.setValues(next)}
                    seats={{ label: t('consents/seats'), help: t('consents/seatsHelp') }}
                    authorities={{ label: t('consents/authorities'), help: t('consents/authoritiesHelp') }}
                  />
                </SimpleGrid>
              )}
            </>
          ) : null}
          <Textarea
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={10_000}
            label={t(exhibit ? 'consents/words' : 'consents/question')}
            {...(exhibit ? {} : { placeholder: t('consents/questionHelp') })}
            {...form.getInputProps('words')}
          />
          <DateField
            withTime
            label={t('consents/due')}
            description={t('consents/dueHelp', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={form.values.due}
            error={form.errors['due']}
            onChange={(due) => form.setFieldValue('due', due)}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('consents/send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
