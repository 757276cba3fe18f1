/** Offers the item to another member, who confirms receipt. Both names are recorded. */
import { Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { offer, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Form } from './Form';
import { useCustodyForm } from './useCustodyForm';

const HOURS = ['4', '24', '72', '168'] as const;

export function OfferDialog({
  exhibit,
  at,
  onClose,
}: {
  exhibit: EvidenceView;
  at: PhysicalCustodyView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const mine = at.seat === seat.code;
  const receiverOf = (code: string | null) => at.receivers.find((one) => one.seat === code);
  const form = useCustodyForm(
    { seat: null as string | null, giver: '', hours: '24' },
    { seat: (value) => (receiverOf(value) ? null : t('where/needReceiver')) },
  );
  const groups = [...new Set(at.receivers.map((one) => one.party))].map((party) => ({
    group: partyName(party),
    items: at.receivers
      .filter((one) => one.party === party)
      .map((one) => ({ value: one.seat, label: `${one.name} (${one.seat})` })),
  }));
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/offerTitle', { number: exhibit.exhibit_number })}
      action={t('where/offerYes')}
      done={t('where/offered')}
      form={form}
      act={({ seat: to, giver, hours }, words) =>
        offer(jit.id, at, {
          party: receiverOf(to)?.party ?? '',
          seat: to ?? '',
          giver: mine ? null : giver.trim() || null,
          due_at: new Date(Date.now() + Number(hours) * 3_600_000).toISOString(),
          ...words,
        })
      }
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('where/offerHelp')}
      </Text>
      <TextInput
        label={t('where/giver')}
        readOnly={mine}
        placeholder={at.custodian ?? ''}
        maxLength={300}
        {...form.getInputProps('giver')}
        {...(mine ? { value: `${seat.code} ${seat.name}` } : {})}
      />
      <Select
        label={t('where/receiver')}
        required
        searchable
        data={groups}
        nothingFoundMessage={t('where/noReceiver')}
        {...form.getInputProps('seat')}
      />
      <Select
        label={t('where/due')}
        allowDeselect={false}
        data={HOURS.map((value) => ({ value, label: t('where/hours', { count: Number(value) }) }))}
        {...form.getInputProps('hours')}
      />
    </Form>
  );
}
