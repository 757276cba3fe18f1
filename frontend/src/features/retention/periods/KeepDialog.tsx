/** A review that ends in keeping: until when, under whose control, and why. */
import { Select, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
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
  const form = useForm({
    initialValues: { review_on: reviewOn ?? '', controller: controller ?? OWN },
    validate: { review_on: (day) => (day ? null : t('retention/needDay')) },
  });
  const authorities = parties.find(({ code }) => code === seat.party)?.authorities ?? [];
  return (
    <ReasonDialog
      title={t('retention/keepTitle', { number: of.number })}
      help={t('retention/keepHelp')}
      reasonLabel={t('retention/keepReason')}
      action={t('retention/keepNow')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { review_on, controller: by } = form.getValues();
        return keepOn(jit.id, of, { review_on, controller: by || null, reason });
      }}
      onDone={() => {
        decided(t('retention/kept', { number: of.number }));
        onClose();
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <DateField
          required
          label={t('retention/nextReview')}
          {...form.getInputProps('review_on')}
          value={form.values.review_on}
        />
        <Select
          label={t('retention/controller')}
          allowDeselect={false}
          data={[
            { value: OWN, label: t('retention/ownController') },
            ...authorities.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
          {...form.getInputProps('controller')}
        />
      </SimpleGrid>
    </ReasonDialog>
  );
}
