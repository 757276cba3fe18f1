/** Corrects an earlier entry, which is kept: reason, and the correct custody. */
import { Checkbox, Select, Text, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { correct, STANDINGS, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EntryView, EvidenceView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { fullTime } from '@/lib/time';
import { Form } from './Form';
import { useCustodyForm } from './useCustodyForm';

export function CorrectDialog({
  exhibit,
  at,
  entry,
  onClose,
}: {
  exhibit: EvidenceView;
  at: PhysicalCustodyView;
  entry: EntryView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const word = useWord();
  const { jit, seat, zone, locale } = useTeam();
  const need = (value: string) => (value.trim() ? null : t('where/need'));
  const form = useCustodyForm(
    {
      reason: '',
      mends: false,
      standing: at.standing ?? 'held',
      custodian: at.custodian ?? '',
      place: at.place ?? '',
      seal: at.seal ?? '',
      takenBack: false,
    },
    {
      reason: need,
      custodian: (value, { mends, standing }) => (mends && standing !== 'destroyed' ? need(value) : null),
    },
  );
  const { mends, standing } = form.values;
  const gone = standing === 'destroyed';
  const away = at.party !== seat.party;
  const mended = (values: typeof form.values) => ({
    standing,
    custodian: gone ? null : values.custodian.trim(),
    place: gone ? null : values.place.trim() || null,
    seal: gone ? null : values.seal.trim() || null,
    taken_back: values.takenBack,
  });
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/correctTitle', { number: exhibit.exhibit_number })}
      action={t('where/correctYes')}
      done={t('where/recorded')}
      corrects
      form={form}
      act={(values, words) =>
        correct(jit.id, at, {
          corrects: entry.id ?? '',
          reason: values.reason.trim(),
          mended: mends ? mended(values) : null,
          ...words,
        })
      }
      onClose={onClose}
    >
      <Text size="sm">
        <strong>{word('entry', entry.kind ?? '')}</strong> <span className="mono">{entry.seat}</span>{' '}
        {entry.at ? fullTime(entry.at, zone, locale) : null}
      </Text>
      <Text size="sm" c="dimmed">
        {t('where/correctHelp')}
      </Text>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={10_000}
        label={t('where/wrong')}
        {...form.getInputProps('reason')}
      />
      {at.handover ? null : (
        <Checkbox label={t('where/mends')} {...form.getInputProps('mends', { type: 'checkbox' })} />
      )}
      {mends ? (
        <>
          <Select
            label={t('where/stands')}
            allowDeselect={false}
            data={STANDINGS.map((value) => ({ value, label: t(`standing/${value}`) }))}
            {...form.getInputProps('standing')}
          />
          {gone ? null : (
            <>
              <TextInput
                required
                label={t('actField/custodian')}
                maxLength={300}
                {...form.getInputProps('custodian')}
              />
              <TextInput label={t('actField/place')} maxLength={300} {...form.getInputProps('place')} />
              <TextInput label={t('actField/seal')} maxLength={300} {...form.getInputProps('seal')} />
            </>
          )}
          {away && exhibit.mine ? (
            <Checkbox label={t('where/takenBack')} {...form.getInputProps('takenBack', { type: 'checkbox' })} />
          ) : null}
        </>
      ) : null}
    </Form>
  );
}
