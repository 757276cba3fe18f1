/** A new outgoing request, or the registration of one that arrived. */
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { PlannedCardFacts } from '@/features/requests/cards/CardFactsPanel';
import { PointOfContact } from '@/features/requests/directory/PointOfContact';
import { proposedTitle } from '@/features/requests/lines/proposedTitle';
import { create, follow, type Direction, type RequestView } from '@/features/requests/request/queries';
import { Unverified } from '@/features/requests/request/StateMarks';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { useSendingKey } from '@/lib/useSendingKey';
import { AuthorityFields } from './AuthorityFields';
import { AuthorityField } from './AuthorityField';
import { CountryField } from './CountryField';
import { blank, cardQuery, formOf, placeOf, valuesBeside, type Related, type Values } from './draft';
import { itemRules, timeRule } from './itemRules';
import { ItemsPart } from './ItemsPart';
import { instrumentsQuery } from './queries';
import { showProblems } from './problems';
import { ReceivedField } from './ReceivedField';
import classes from './Form.module.css';

/** `related`: the preservation or production request that belongs to it. `draft`: values that another screen hands over. */
type Props = {
  direction: Direction;
  related: Related | null;
  draft?: Partial<Values> | undefined;
  onCancel: () => void;
  onDone: (request: RequestView) => void;
};

export function RequestForm({ direction, related, draft, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const changed = useChanged();
  const keyOf = useSendingKey();
  const { said } = useRequestWords();
  const form = useForm<Values>({
    initialValues: related ? valuesBeside(related, zone) : { ...blank(), ...draft },
    validate: {
      instrument: (value) => (value ? null : t('requestForm/needInstrument')),
      country: (value) => (value ? null : t('requestForm/needCountry')),
      received_at: timeRule(t, zone),
      items: itemRules(t, zone),
    },
  });
  const { data: instruments } = useQuery(instrumentsQuery());
  const chosen = instruments?.items.find(({ key }) => key === form.values.instrument);
  const proposed =
    direction === 'out' && chosen ? proposedTitle(t, chosen.key, said(chosen.title), form.values.items) : '';
  const run = useMutation({
    mutationFn: async (values: Values) => {
      const body = formOf({ ...values, title: values.title.trim() || proposed }, direction, zone);
      const made = await create(jit.id, keyOf(body), body);
      if (!related) return made;
      try {
        if (related.as === 'preservation') return await follow(jit.id, made.id, related.request.id, 'production');
        changed(await follow(jit.id, related.request.id, made.id, 'production'));
      } catch {
        // The draft exists already: it is shown with this error.
        const { number } = related.request;
        notifications.show({ color: 'red', message: t('requestForm/notLinked', { number }) });
      }
      return made;
    },
    onSuccess: (made) => {
      changed(made);
      onDone(made);
    },
    onError: (error) => showProblems(form, error, placeOf),
  });
  const beside = run.error instanceof Problem && run.error.fields.length > 0;
  return (
    <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
      <Stack gap="sm">
        {related ? (
          <Notice>
            {t(related.as === 'preservation' ? 'requestForm/produces' : 'requestForm/preserves', {
              number: related.request.number,
            })}
          </Notice>
        ) : null}
        <Panel title={t('requestForm/envelope')}>
          <Stack gap="sm">
            <InstrumentField form={form} />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <CountryField form={form} direction={direction} />
              <AuthorityField form={form} />
              <TextInput
                label={t('requestField/title')}
                placeholder={proposed}
                maxLength={300}
                {...form.getInputProps('title')}
              />
              <TextInput
                label={t(direction === 'out' ? 'requestField/reference' : 'requestField/counterpart_reference')}
                maxLength={300}
                {...form.getInputProps(direction === 'out' ? 'reference' : 'counterpart_reference')}
              />
              {direction === 'in' ? <ReceivedField form={form} corrects={false} /> : null}
            </SimpleGrid>
            <Checkbox
              size="xs"
              label={t('requestForm/urgent')}
              {...form.getInputProps('urgent', { type: 'checkbox' })}
            />
          </Stack>
        </Panel>
        {direction === 'out' ? <PointOfContact country={form.values.country} /> : null}
        {direction === 'out' ? (
          <PlannedCardFacts
            query={cardQuery(form.values)}
            onPropose={(name) => form.setFieldValue('authority', name)}
          />
        ) : null}
        <ItemsPart form={form} zone={zone} />
        <Panel title={t('requestForm/case')}>
          <Stack gap="sm">
            <Textarea autosize minRows={3} label={t('requestField/facts')} {...form.getInputProps('facts')} />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <Textarea autosize minRows={1} label={t('requestField/offence')} {...form.getInputProps('offence')} />
              <Textarea
                autosize
                minRows={1}
                label={t('requestField/legal_basis')}
                {...form.getInputProps('legal_basis')}
              />
            </SimpleGrid>
            <AuthorityFields form={form} />
          </Stack>
        </Panel>
        <ProblemNotice error={beside ? null : run.error} />
        {Object.keys(form.errors).length > 0 ? <Notice tone="bad">{t('requestForm/correct')}</Notice> : null}
        <Group justify="flex-end" gap="xs" className={classes['acts'] ?? ''}>
          <Button variant="default" onClick={onCancel}>
            {t('common/cancel')}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {t(direction === 'out' ? 'requestForm/draft' : 'requestForm/register')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The instrument, with its legal basis and whether a person confirmed it. */
function InstrumentField({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const { data, error, refetch } = useQuery(instrumentsQuery());
  const all = (data?.items ?? []).filter(({ family }) => family !== 'advice' && family !== 'notice');
  const chosen = all.find(({ key }) => key === form.values.instrument);
  const basis = chosen?.legal_basis.value ?? null;
  return (
    <div>
      <Select
        required
        searchable
        label={t('requests/instrument')}
        nothingFoundMessage={t('requestForm/noInstrument')}
        data={all.map(({ key, title }) => ({ value: key, label: said(title) }))}
        {...form.getInputProps('instrument')}
        onChange={(key: string | null) => {
          const former = basis ? said(basis) : '';
          const next = all.find((one) => one.key === key)?.legal_basis.value;
          form.setFieldValue('instrument', key);
          // What the user wrote stays.
          if (form.values.legal_basis === former) form.setFieldValue('legal_basis', next ? said(next) : '');
        }}
      />
      {chosen ? (
        <div className={classes['basis']}>
          {t('requestField/legal_basis')}
          {t('common/colon')}
          {basis ? said(basis) : t('requestDetail/noContact')} {chosen.legal_basis.verified ? null : <Unverified />}
        </div>
      ) : null}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    </div>
  );
}
