/** Records that a request follows an earlier one of the same party, and how. */
import { Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { follow, requestsQuery, type RequestLinkForm, type RequestView } from './queries';
import { useChanged } from './useChanged';
import { useRequestWords } from './useRequestWords';

const RELATIONS = ['production', 'extension', 'reminder', 'replacement', 'other'] as const;
type Values = { earlier: string | null; relation: RequestLinkForm['relation'] };

export function LinkDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { title } = useRequestWords();
  const changed = useChanged();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<RequestView | null>(null);
  const name = (one: RequestView) => `${one.number} · ${title(one)}`;
  const [words] = useDebouncedValue(chosen && typed === name(chosen) ? '' : typed.trim(), 250);
  const list = useInfiniteQuery(
    requestsQuery(jit.id, { state: 'any', sort: 'newest', ...(words ? { q: words } : {}) }),
  );
  const found = (list.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id, level }) => level === 'own' && id !== request.id && !request.follows.some((one) => one.id === id),
  );
  const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const form = useForm<Values>({
    initialValues: { earlier: null, relation: 'production' },
    validate: { earlier: (value) => (value ? null : t('requestDetail/needRequest')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ earlier, relation }: Values) => follow(jit.id, request.id, earlier ?? '', relation),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const { relation } = form.values;
  return (
    <FormDialog
      title={t('requestDetail/linkEarlier')}
      action={t('requestDetail/linkRequest')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Select
        required
        searchable
        data-autofocus
        label={t('requestDetail/earlier')}
        nothingFoundMessage={t(list.isFetching ? 'common/loading' : 'requests/nothing')}
        data={options.map((one) => ({ value: one.id, label: name(one) }))}
        filter={({ options: all }) => all}
        searchValue={typed}
        onSearchChange={setTyped}
        {...form.getInputProps('earlier')}
        onChange={(id) => {
          setChosen(options.find((one) => one.id === id) ?? null);
          form.setFieldValue('earlier', id === null ? null : String(id));
        }}
      />
      <Select
        allowDeselect={false}
        label={t('requestDetail/relation')}
        data={RELATIONS.map((value) => ({ value, label: t(`requestRelation/${value}`) }))}
        {...form.getInputProps('relation')}
      />
      {relation === 'production' ? (
        <Text size="sm" c="dimmed">
          {t('requestDetail/productionHelp')}
        </Text>
      ) : null}
    </FormDialog>
  );
}
