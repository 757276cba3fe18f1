/** Creates a hearing, or changes its name, court and date. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { DateField } from '@/components/fields/DateField';
import { LanguageSelect } from '@/components/fields/LanguageSelect';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import { Notice } from '@/components/notices/Notice';
import { instantOf } from '@/components/sharing/draft';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { useSendingKey } from '@/lib/useSendingKey';
import { wallClock } from '@/lib/zones';
import { change, create, type HearingView } from './queries';
import { useShown } from './useShown';

type Values = {
  title: string;
  country: string | null;
  court: string;
  proceeding: string;
  held_at: string;
  zone: string;
  court_language: string | null;
};
type Props = { hearing: HearingView | null; onClose: () => void; onDone: (hearing: HearingView) => void };

export function HearingDialog({ hearing, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { jit, zone: own, seat } = useTeam();
  const shown = useShown();
  const need = (value: string | null, word: string) => (value?.trim() ? null : word);
  const zone = hearing?.zone ?? own;
  const form = useForm<Values>({
    initialValues: {
      title: hearing?.title ?? '',
      country: hearing?.country ?? (seat.party?.length === 2 ? seat.party : null),
      court: hearing?.court ?? '',
      proceeding: hearing?.proceeding ?? '',
      held_at: hearing ? wallClock(Date.parse(hearing.held_at), zone) : '',
      zone,
      court_language: hearing?.court_language ?? null,
    },
    validate: {
      title: (value) => need(value, t('hearings/needTitle')),
      country: (value) => need(value, t('hearings/needCountry')),
      court: (value) => need(value, t('hearings/needCourt')),
      held_at: (value, { zone: chosen }) => (instantOf(value, chosen) ? null : t('common/needDateTime')),
    },
  });
  const keyOf = useSendingKey();
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: Values) => {
      const body = {
        title: values.title.trim(),
        country: values.country ?? '',
        court: values.court.trim(),
        proceeding: values.proceeding.trim() || null,
        held_at: instantOf(values.held_at, values.zone) ?? '',
        zone: values.zone,
        court_language: values.court_language,
      };
      return hearing ? change(jit.id, hearing, body) : create(jit.id, keyOf(body), body);
    },
    onSuccess: (now) => {
      shown(now);
      onDone(now);
    },
  });
  // A creation that is sent again under its key is done once, and a hearing that was deleted since is not created again.
  const isGone = !hearing && run.error instanceof Problem && run.error.status === 404;
  return (
    <FormDialog
      title={t(hearing ? 'hearings/edit' : 'hearings/new')}
      action={t(hearing ? 'hearings/save' : 'hearings/create')}
      pending={run.isPending}
      problem={isGone ? null : notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <TextInput required data-autofocus label={t('hearings/name')} maxLength={300} {...form.getInputProps('title')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <CountrySelect required label={t('hearings/country')} {...form.getInputProps('country')} />
        <TextInput required label={t('hearings/court')} maxLength={300} {...form.getInputProps('court')} />
        <TextInput label={t('hearings/proceeding')} maxLength={300} {...form.getInputProps('proceeding')} />
        <ZoneSelect
          label={t('hearings/zone')}
          value={form.values.zone}
          onChange={(value) => form.setFieldValue('zone', value)}
        />
        <DateField
          withTime
          required
          label={t('hearings/heldAt')}
          value={form.values.held_at}
          error={form.errors['held_at']}
          onChange={(value) => form.setFieldValue('held_at', value)}
        />
        <LanguageSelect
          label={t('hearings/language')}
          description={t('hearings/languageHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('court_language')}
        />
      </SimpleGrid>
      {isGone ? <Notice tone="bad">{t('hearings/createdAndDeleted')}</Notice> : null}
    </FormDialog>
  );
}
