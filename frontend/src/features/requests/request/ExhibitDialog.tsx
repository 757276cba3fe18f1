/** Chooses an exhibit as a result, with the limits of use that the answer states, or as a paper of a request. */
import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { addPaper, change, linkResult, type PaperForm, type RequestView } from './queries';
import { isOver } from './state';
import { useChanged } from './useChanged';
import { useRequestWords } from './useRequestWords';

const KINDS = ['form', 'translation', 'annex', 'receipt', 'decision', 'notification', 'answer'] as const;

type Values = { evidence: string | null; item: string | null; kind: PaperForm['kind']; conditions: string };
type Props = { request: RequestView; as: 'result' | 'paper'; onClose: () => void };

export function ExhibitDialog({ request, as, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { item: nameOf } = useRequestWords();
  const changed = useChanged();
  // The limits that the user saw: those that somebody else entered in the meantime are not overwritten.
  const [seen, setSeen] = useState(request);
  const only = request.items.length === 1 ? (request.items[0]?.id ?? null) : null;
  const form = useForm<Values>({
    initialValues: { evidence: null, item: only, kind: 'form', conditions: request.content?.conditions ?? '' },
    validate: { evidence: (value) => (value ? null : t('requestDetail/needExhibit')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: async ({ evidence, item, kind, conditions }: Values) => {
      if (as === 'paper') return addPaper(jit.id, request.id, { evidence: evidence ?? '', kind });
      const stated = conditions.trim() || null;
      // The limits come first: the exhibit has them from the moment at which it is linked.
      if (stated !== (seen.content?.conditions ?? null)) {
        const limited = await change(jit.id, seen, { conditions: stated });
        setSeen(limited);
        changed(limited);
      }
      return linkResult(jit.id, request.id, { evidence: evidence ?? '', item });
    },
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const action = t(as === 'result' ? 'requestDetail/linkResult' : 'requestDetail/addPaper');
  return (
    <FormDialog
      title={action}
      action={action}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t(as === 'result' ? 'requestDetail/linkHelp' : 'requestDetail/paperHelp')}
      </Text>
      <ExhibitPicker
        label={t('requestDetail/exhibit')}
        value={form.values.evidence}
        error={form.errors['evidence']}
        onChange={(id) => form.setFieldValue('evidence', id)}
      />
      {as === 'result' ? (
        <>
          <Select
            clearable
            label={t('requestDetail/itemAnswered')}
            placeholder={t('requestDetail/answersRequest')}
            data={request.items.map((one) => ({ value: one.id, label: `${String(one.place)} · ${nameOf(one)}` }))}
            {...form.getInputProps('item')}
          />
          {isOver(request) ? null : (
            <Textarea
              autosize
              minRows={2}
              label={t('requestField/conditions')}
              description={t('requestDetail/limitsHelp')}
              {...form.getInputProps('conditions')}
            />
          )}
        </>
      ) : (
        <Select
          allowDeselect={false}
          label={t('requestDetail/paperKind')}
          data={KINDS.map((value) => ({ value, label: t(`requestPaper/${value}`) }))}
          {...form.getInputProps('kind')}
        />
      )}
    </FormDialog>
  );
}
