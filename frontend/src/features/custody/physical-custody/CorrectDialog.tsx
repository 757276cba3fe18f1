/** Putting an earlier entry right: it stays, another names it and says why, and how the thing stands is said by hand. */
import { Checkbox, Select, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correct, STANDINGS, type Standing, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EntryView, EvidenceView } from '@/api/views';
import { useWord } from '@/i18n/useWord';
import { fullTime } from '@/lib/time';
import { Form } from './Form';

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
  const [reason, setReason] = useState('');
  const [mends, setMends] = useState(false);
  const [standing, setStanding] = useState<Standing>(at.standing ?? 'held');
  const [custodian, setCustodian] = useState(at.custodian ?? '');
  const [place, setPlace] = useState(at.place ?? '');
  const [seal, setSeal] = useState(at.seal ?? '');
  const [back, setBack] = useState(false);
  const gone = standing === 'destroyed';
  const away = at.party !== seat.party;
  const mended = mends
    ? {
        standing,
        custodian: gone ? null : custodian.trim(),
        place: gone ? null : place.trim() || null,
        seal: gone ? null : seal.trim() || null,
        taken_back: back,
      }
    : null;
  const named = (tried: boolean, value: string) => (tried && !value.trim() ? t('where/need') : null);
  return (
    <Form
      evidence={exhibit.id}
      title={t('where/correctTitle', { number: exhibit.exhibit_number })}
      action={t('where/correctYes')}
      done={t('where/recorded')}
      corrects
      whole={reason.trim() !== '' && (!mends || gone || custodian.trim() !== '')}
      act={(words) => correct(jit.id, at, { corrects: entry.id ?? '', reason: reason.trim(), mended, ...words })}
      onClose={onClose}
    >
      {(tried) => (
        <>
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
            value={reason}
            error={named(tried, reason)}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {at.handover ? null : (
            <Checkbox
              checked={mends}
              label={t('where/mends')}
              onChange={(event) => setMends(event.currentTarget.checked)}
            />
          )}
          {mends ? (
            <>
              <Select
                label={t('where/stands')}
                allowDeselect={false}
                value={standing}
                data={STANDINGS.map((value) => ({ value, label: t(`standing/${value}`) }))}
                onChange={(next) => setStanding(next ?? standing)}
              />
              {gone ? null : (
                <>
                  <TextInput
                    required
                    label={t('actField/custodian')}
                    value={custodian}
                    maxLength={300}
                    error={named(tried, custodian)}
                    onChange={(event) => setCustodian(event.currentTarget.value)}
                  />
                  <TextInput
                    label={t('actField/place')}
                    value={place}
                    maxLength={300}
                    onChange={(event) => setPlace(event.currentTarget.value)}
                  />
                  <TextInput
                    label={t('actField/seal')}
                    value={seal}
                    maxLength={300}
                    onChange={(event) => setSeal(event.currentTarget.value)}
                  />
                </>
              )}
              {away && exhibit.mine ? (
                <Checkbox
                  checked={back}
                  label={t('where/takenBack')}
                  onChange={(event) => setBack(event.currentTarget.checked)}
                />
              ) : null}
            </>
          ) : null}
        </>
      )}
    </Form>
  );
}
