/** Changes the content and the items of a request; after dispatch only title, zone, their reference and limits of use. */
import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/api/problem';
import { useTeam } from '@/api/team';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { AuthorityField } from '@/features/requests/form/AuthorityField';
import { showProblems } from '@/features/requests/form/problems';
import { AuthorityFields } from '@/features/requests/form/AuthorityFields';
import { changesOf, placeOfChange, valuesOf } from '@/features/requests/form/change';
import type { Values } from '@/features/requests/form/draft';
import { itemRules, timeRule } from '@/features/requests/form/itemRules';
import { ItemsPart } from '@/features/requests/form/ItemsPart';
import { ReceivedField } from '@/features/requests/form/ReceivedField';
import { change, requestQuery, type RequestView } from './queries';
import { useChanged } from './useChanged';
import classes from './Request.module.css';

export function EditForm({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const changed = useChanged();
  // The content that the user saw: a change by somebody else in the meantime is not overwritten.
  const [seen] = useState(request);
  const all = seen.may.edit;
  const isIncoming = seen.direction === 'in';
  const receiptRule = (value: string) => (value ? timeRule(t, zone)(value) : t('common/needDateTime'));
  const form = useForm<Values>({
    initialValues: valuesOf(seen, zone),
    validate: all ? { items: itemRules(t, zone), ...(isIncoming ? { received_at: receiptRule } : {}) } : {},
  });
  const run = useMutation({
    mutationFn: async (values: Values) => {
      const { body, none } = changesOf(seen, values, zone);
      return none ? seen : change(jit.id, seen, body);
    },
    onSuccess: (now) => {
      if (now !== seen) changed(now);
      onClose();
    },
    onError: (error, values) => {
      const { added } = changesOf(seen, values, zone);
      showProblems(form, error, (field) => placeOfChange(field, added));
    },
  });
  const text = (name: 'title' | 'reference' | 'counterpart_reference') => (
    <TextInput label={t(`requestField/${name}`)} maxLength={300} {...form.getInputProps(name)} />
  );
  const long = (name: 'facts' | 'offence' | 'legal_basis' | 'purpose' | 'confidentiality' | 'conditions', rows = 1) => (
    <Textarea autosize minRows={rows} label={t(`requestField/${name}`)} {...form.getInputProps(name)} />
  );
  return (
    <form
      className={classes['edit']}
      aria-label={t('requestDetail/edit')}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
      noValidate
    >
      <Stack gap="sm">
        {all ? null : <Notice>{t('requestDetail/fixedOnceSent')}</Notice>}
        <Panel title={t('requestDetail/envelope')}>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {text('title')}
              {all ? <AuthorityField form={form} /> : null}
              {all ? text('reference') : null}
              {text('counterpart_reference')}
              {all && isIncoming ? <ReceivedField form={form} corrects /> : null}
              <ZoneSelect
                label={t('requestField/zone')}
                value={form.values.zone}
                onChange={(value) => form.setFieldValue('zone', value)}
              />
            </SimpleGrid>
            {all ? <AuthorityFields form={form} /> : null}
            {all ? long('legal_basis') : null}
            {long('conditions')}
          </Stack>
        </Panel>
        {all ? <ItemsPart form={form} zone={zone} /> : null}
        {all ? (
          <Panel title={t('requestForm/case')}>
            <Stack gap="sm">
              {long('facts', 3)}
              {long('offence')}
              {long('purpose')}
              {long('confidentiality')}
            </Stack>
          </Panel>
        ) : null}
        <ProblemNotice error={run.error} />
        {isStale(run.error) ? (
          <div>
            <Button
              variant="default"
              onClick={() => {
                void queries.invalidateQueries({ queryKey: requestQuery(jit.id, seen.id).queryKey });
                onClose();
              }}
            >
              {t('requestDetail/reload')}
            </Button>
          </div>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {t('requestDetail/save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
