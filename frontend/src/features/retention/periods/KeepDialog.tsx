/** A review that ends in keeping: until when, under whose control, and why. */
import { Select, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepOn } from './queries';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import type { Subject } from './subject';
import { useDecided } from './useDecided';

const OWN = '';

export function KeepDialog({
  of,
  controller,
  reviewOn,
  onClose,
}: {
  of: Subject;
  controller: string | null;
  reviewOn: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit, seat, parties } = useTeam();
  const decided = useDecided(of.id);
  const [day, setDay] = useState(reviewOn ?? '');
  const [by, setBy] = useState(controller ?? OWN);
  const authorities = parties.find(({ code }) => code === seat.party)?.authorities ?? [];
  return (
    <ReasonDialog
      title={t('retention/keepTitle', { number: of.number })}
      help={t('retention/keepHelp')}
      reasonLabel={t('retention/keepReason')}
      action={t('retention/keepNow')}
      danger={false}
      ready={day !== ''}
      onClose={onClose}
      act={(reason) => keepOn(jit.id, of, { review_on: day, controller: by || null, reason })}
      onDone={() => {
        decided(t('retention/kept', { number: of.number }));
        onClose();
      }}
    >
      {(tried) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <DateField
            required
            label={t('retention/nextReview')}
            value={day}
            error={tried && !day ? t('retention/needDay') : null}
            onChange={(next) => setDay(next)}
          />
          <Select
            label={t('retention/controller')}
            allowDeselect={false}
            value={by}
            data={[
              { value: OWN, label: t('retention/ownController') },
              ...authorities.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ]}
            onChange={(value) => setBy(value ?? OWN)}
          />
        </SimpleGrid>
      )}
    </ReasonDialog>
  );
}
