/** One section of a form: its fields, and the button that saves it. */
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isStale, Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Fields } from './FieldInput';
import { saveForm, type DocumentLanguage, type FormSectionView, type RequestFormView } from './queries';
import { editable, toSave, withProposals, type Values } from './values';

type Props = {
  request: string;
  language: DocumentLanguage;
  data: RequestFormView;
  section: FormSectionView;
  onSaved: (now: RequestFormView) => void;
};

export function SectionPanel({ request, language, data, section, onSaved }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const before = editable(section.fields, data.values[section.key]);
  const prefilled = new Set(data.prefilled);
  const proposed = data.proposed[section.key];
  // A proposed value is saved like one that the user typed.
  const form = useForm<Values>({
    initialValues: editable(section.fields, withProposals(data.values[section.key], proposed)),
  });
  const run = useMutation({
    mutationFn: (now: Values) => {
      const saved = data.saved[section.key];
      const values = toSave(section.fields, section.key, { before, now, saved, prefilled });
      return saveForm(jit.id, request, language, data, { ...data.saved, [section.key]: values });
    },
    onSuccess: (now) => {
      onSaved(now);
      notifications.show({ message: t('filledForm/saved', { section: section.title }) });
    },
    onError: (error) => {
      const faults = error instanceof Problem ? error.document['faults'] : undefined;
      for (const { path, reason } of Array.isArray(faults) ? (faults as Fault[]) : [])
        form.setFieldError(path.slice(section.key.length + 1), reason[language]);
      if (isStale(error)) for (const queryKey of keys.requests(jit.id)) void queries.invalidateQueries({ queryKey });
    },
  });
  const broken = data.broken.filter((one) => one.section === section.key);
  return (
    <form onSubmit={form.onSubmit((now) => run.mutate(now))} noValidate>
      <Stack gap="sm">
        {section.is_internal ? <Notice>{t('filledForm/internal')}</Notice> : null}
        {broken.map(({ path, reason }) => (
          <Notice key={path + reason} tone="warn">
            {reason}
          </Notice>
        ))}
        <Fields
          form={form}
          section={section.key}
          fields={section.fields}
          path=""
          all={data.values}
          prefilled={prefilled}
          proposed={proposed}
          readOnly={!data.may_edit}
        />
        <ProblemNotice error={run.error} />
        {data.may_edit ? (
          <Group justify="flex-end">
            <Button type="submit" loading={run.isPending}>
              {t('filledForm/save')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
}

type Fault = { path: string; reason: Record<DocumentLanguage, string> };
