/** The answer to a hand-over: the seat to which it is offered has it, or will not take it; who offered it takes it back. */
import { Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, type HandoverAnswer, type HandoverBrief, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Intact } from './ActDialog';
import { Form } from './Form';

type Props = {
  exhibit: EvidenceView;
  at: PhysicalCustodyView;
  one: HandoverBrief;
  kind: HandoverAnswer;
  onClose: () => void;
};

export function AnswerDialog({ exhibit, at, one, kind, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [place, setPlace] = useState('');
  const [intact, setIntact] = useState<boolean | undefined>(undefined);
  const [why, setWhy] = useState('');
  const received = kind === 'received';
  const whole = received ? place.trim() !== '' && (at.seal === null || intact !== undefined) : why.trim() !== '';
  const said = received ? { place: place.trim(), ...(intact === undefined ? {} : { intact }) } : { why: why.trim() };
  return (
    <Form
      evidence={exhibit.id}
      title={t(`handoverTitle/${kind}`, { number: exhibit.exhibit_number })}
      action={t(`handover/${kind}`)}
      done={t('where/recorded')}
      whole={whole}
      act={(words) => answer(jit.id, one, { answer: kind, ...said, ...words })}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Text size="sm">
            {t('where/fromTo', { giver: one.giver, from: one.offered_by, to: one.to_name, seat: one.to_seat })}
          </Text>
          {received ? (
            <>
              <TextInput
                data-autofocus
                required
                label={t('where/placeNow')}
                value={place}
                maxLength={300}
                error={tried && !place.trim() ? t('where/need') : null}
                onChange={(event) => setPlace(event.currentTarget.value)}
              />
              {at.seal === null ? null : (
                <>
                  <Text size="sm">
                    {t('where/sealIs')} <span className="mono">{at.seal}</span>
                  </Text>
                  <Intact
                    value={intact}
                    error={tried && intact === undefined ? t('where/need') : null}
                    onChange={setIntact}
                  />
                </>
              )}
            </>
          ) : (
            <Textarea
              data-autofocus
              required
              autosize
              minRows={2}
              label={t('actField/why')}
              value={why}
              maxLength={10_000}
              error={tried && !why.trim() ? t('where/need') : null}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </Form>
  );
}
