/** Offering the thing to another seat, which says itself that it has it. Both names stand in custody. */
import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offer, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Form } from './Form';

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
  const [to, setTo] = useState<string | null>(null);
  const [giver, setGiver] = useState('');
  const [hours, setHours] = useState<string>('24');
  const mine = at.seat === seat.code;
  const receiver = at.receivers.find((one) => one.seat === to);
  const groups = [...new Set(at.receivers.map((one) => one.party))].map((party) => ({
    group: partyName(party),
    items: at.receivers
      .filter((one) => one.party === party)
      .map((one) => ({ value: one.seat, label: `${one.seat} ${one.name}` })),
  }));
  const send = (words: object) =>
    offer(jit.id, at, {
      party: receiver?.party ?? '',
      seat: receiver?.seat ?? '',
      giver: mine ? null : giver.trim() || null,
      due_at: new Date(Date.now() + Number(hours) * 3_600_000).toISOString(),
      ...words,
    });
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/offerTitle', { number: exhibit.exhibit_number })}
      action={t('where/offerYes')}
      done={t('where/offered')}
      whole={receiver !== undefined}
      act={send}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Text size="sm" c="dimmed">
            {t('where/offerHelp')}
          </Text>
          <TextInput
            label={t('where/giver')}
            value={mine ? `${seat.code} ${seat.name}` : giver}
            readOnly={mine}
            placeholder={at.custodian ?? ''}
            maxLength={300}
            onChange={(event) => setGiver(event.currentTarget.value)}
          />
          <Select
            label={t('where/receiver')}
            required
            searchable
            value={to}
            data={groups}
            error={tried && !receiver ? t('where/needReceiver') : null}
            nothingFoundMessage={t('where/noReceiver')}
            onChange={setTo}
          />
          <Select
            label={t('where/due')}
            allowDeselect={false}
            value={hours}
            data={HOURS.map((value) => ({ value, label: t('where/hours', { count: Number(value) }) }))}
            onChange={(next) => setHours(next ?? '24')}
          />
        </>
      )}
    </Form>
  );
}
