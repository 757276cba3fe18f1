/** The answer to a handover: the recipient confirms or refuses, the giver withdraws. */
import { Text, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, type HandoverAnswer, type HandoverBrief, type PhysicalCustodyView } from './queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Intact } from './ActDialog';
import { Form } from './Form';
import { useCustodyForm } from './useCustodyForm';

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
  const received = kind === 'received';
  const need = (value: string) => (value.trim() ? null : t('where/need'));
  const form = useCustodyForm<{ place: string; intact?: boolean; why: string }>(
    { place: '', why: '' },
    received
      ? { place: need, intact: (value) => (at.seal === null || value !== undefined ? null : t('where/need')) }
      : { why: need },
  );
  return (
    <Form
      evidence={exhibit.id}
      title={t(`handoverTitle/${kind}`, { number: exhibit.exhibit_number })}
      action={t(`handover/${kind}`)}
      done={t('where/recorded')}
      form={form}
      act={({ place, intact, why }, words) =>
        answer(jit.id, one, {
          answer: kind,
          ...(received ? { place: place.trim(), ...(intact === undefined ? {} : { intact }) } : { why: why.trim() }),
          ...words,
        })
      }
      onClose={onClose}
    >
      <Text size="sm">
        {t('where/fromTo', { giver: one.giver, from: one.offered_by, to: one.to_name, seat: one.to_seat })}
      </Text>
      {received ? (
        <>
          <TextInput
            data-autofocus
            required
            label={t('where/placeNow')}
            maxLength={300}
            {...form.getInputProps('place')}
          />
          {at.seal === null ? null : (
            <>
              <Text size="sm">
                {t('where/sealIs')} <span className="mono">{at.seal}</span>
              </Text>
              <Intact {...form.getInputProps('intact')} />
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
          maxLength={10_000}
          {...form.getInputProps('why')}
        />
      )}
    </Form>
  );
}
