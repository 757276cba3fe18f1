/** Records that a request reached a station on its way. */
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { DateField } from '@/components/fields/DateField';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { instantOf } from '@/components/sharing/draft';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { recordHop, type HopForm, type RequestView } from '@/features/requests/request/queries';
import { contactsQuery, providerCardsQuery } from '@/features/requests/directory/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import { firstStep, type FirstStep } from './firstStep';

const RECEIPTS = [
  'SubmissionAcceptance',
  'SubmissionRejection',
  'RelayREMMDAcceptance',
  'RelayREMMDRejection',
  'RelayREMMDFailure',
  'Delivery',
  'NonDelivery',
  'Retrieval',
  'NonRetrieval',
] as const;

type Values = {
  authority: string;
  country: string | null;
  arrived_at: string;
  channel: string;
  contact: string;
  receipt: string | null;
};

type Props = { request: RequestView; onClose: () => void };

/** The first step is filled from the contact or provider of the request, once the reference data are there. */
export function HopDialog({ request, onClose }: Props) {
  const contacts = useQuery(contactsQuery());
  const providers = useQuery(providerCardsQuery());
  if (contacts.isPending || providers.isPending) return null;
  const first =
    request.hops.length === 0 ? firstStep(request, contacts.data?.items ?? [], providers.data?.items ?? []) : null;
  return <Filled request={request} first={first} onClose={onClose} />;
}

function Filled({ request, first, onClose }: Props & { first: FirstStep | null }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const changed = useChanged();
  const form = useForm<Values>({
    initialValues: {
      authority: first?.authority ?? '',
      country: (request.to ?? request.from)?.country ?? null,
      arrived_at: '',
      channel: first?.channel ?? '',
      contact: first?.contact ?? '',
      receipt: null,
    },
    validate: {
      authority: (value) => (value.trim() ? null : t('requestDetail/needAuthority')),
      arrived_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: Values) => {
      const body: HopForm = {
        authority: values.authority.trim(),
        country: values.country,
        contact: values.contact.trim() || null,
        channel: values.channel.trim() || null,
        receipt: RECEIPTS.find((one) => one === values.receipt) ?? null,
        arrived_at: values.arrived_at ? instantOf(values.arrived_at, zone) : null,
      };
      return recordHop(jit.id, request.id, body);
    },
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('requestDetail/recordStep')}
      action={t('requestDetail/recordStep')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <TextInput
        required
        data-autofocus
        label={t('requestDetail/authority')}
        description={t('requestDetail/authorityHelp')}
        maxLength={300}
        {...form.getInputProps('authority')}
      />
      <CountrySelect clearable label={t('requestDetail/country')} {...form.getInputProps('country')} />
      <DateField
        withTime
        label={t('requestDetail/arrivedAt')}
        description={t('requestDetail/occurredHelp', { zone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.values.arrived_at}
        error={form.errors['arrived_at']}
        onChange={(value) => form.setFieldValue('arrived_at', value)}
      />
      <TextInput
        label={t('requestDetail/channel')}
        placeholder={t('requestDetail/channelHelp')}
        maxLength={300}
        {...form.getInputProps('channel')}
      />
      <TextInput label={t('requestDetail/contact')} maxLength={300} {...form.getInputProps('contact')} />
      <Select
        clearable
        label={t('requestDetail/receipt')}
        data={RECEIPTS.map((value) => ({ value, label: t(`requestReceipt/${value}`) }))}
        {...form.getInputProps('receipt')}
      />
    </FormDialog>
  );
}
