/** Which item an answer is for, and the state that the item reaches with it. */
import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import type { ItemState, RequestView } from '@/features/requests/request/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import type { AnswerValues } from './answer';

type Props = {
  request: RequestView;
  values: AnswerValues;
  errors: Partial<Record<string, string>>;
  onChange: (next: AnswerValues) => void;
};

export function AnswerFields({ request, values, errors, onChange }: Props) {
  const { t } = useTranslation();
  const { item: nameOf } = useRequestWords();
  const steps = request.items.find(({ id }) => id === values.item)?.moves ?? [];
  const step = steps.find(({ to }) => to === values.to);
  const set = (next: Partial<AnswerValues>) => onChange({ ...values, ...next });
  return (
    <Panel title={t('requestAnswer/panel')}>
      <Stack gap="sm">
        <Select
          required
          allowDeselect={false}
          label={t('requestDetail/itemAnswered')}
          data={request.items.map((one) => ({ value: one.id, label: `${String(one.place)} · ${nameOf(one)}` }))}
          value={values.item}
          error={errors['item']}
          onChange={(item) => set({ item: item ?? values.item })}
        />
        <Select
          clearable
          label={t('requestAnswer/state')}
          placeholder={t('requestAnswer/stays')}
          data={steps.map(({ to }) => ({ value: to, label: t(`requestItemState/${to as ItemState}`) }))}
          value={step?.to ?? null}
          error={errors['to']}
          onChange={(to) => set({ to })}
        />
        {step ? (
          <>
            <OccurredField
              value={values.occurred_at}
              error={errors['occurred_at']}
              onChange={(occurred_at) => set({ occurred_at })}
            />
            {step.needs_ground ? (
              <TextInput
                required
                label={t('requestDetail/ground')}
                description={t('requestDetail/groundHelp')}
                maxLength={300}
                value={values.ground}
                error={errors['ground']}
                onChange={(event) => set({ ground: event.currentTarget.value })}
              />
            ) : null}
            {step.needs_reason ? (
              <Textarea
                required
                autosize
                minRows={2}
                label={t('common/reason')}
                maxLength={4000}
                value={values.reason}
                error={errors['reason']}
                onChange={(event) => set({ reason: event.currentTarget.value })}
              />
            ) : null}
          </>
        ) : null}
        <Textarea
          autosize
          minRows={2}
          label={t('requestAnswer/conditions')}
          description={t('requestAnswer/conditionsHelp')}
          maxLength={10_000}
          value={values.conditions}
          error={errors['conditions']}
          onChange={(event) => set({ conditions: event.currentTarget.value })}
        />
      </Stack>
    </Panel>
  );
}
