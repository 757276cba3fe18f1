/** The folder for an e-CODEX connector: what it will hold, the record of the downloads, and the link to it. */
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { open } from '@/api/actions';
import { keys } from '@/api/queries';
import { useLocale, useTeam } from '@/api/team';
import { PURPOSES, type Purpose } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { OriginalsList, TakingFields, withText } from '@/components/exhibits/Originals';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import type { RequestView } from '@/features/requests/request/queries';
import { bytes } from '@/lib/format';
import { connectorQuery, documentLink, type ConnectorFolderView, type DocumentLanguage } from './queries';

/** `form`: a form that follows the request. */
type Props = { request: RequestView; form: string | undefined; language: DocumentLanguage; onClose: () => void };

export function ConnectorDialog({ request, form, language, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const { jit } = useTeam();
  const [purpose, setPurpose] = useState<Purpose>('JIT_PURPOSE');
  const [recorded, setRecorded] = useState(false);
  const spoken = i18n.language === 'fr' ? 'fr' : 'en';
  const query = useQuery({ ...connectorQuery(jit.id, request.id, purpose, spoken), placeholderData: keepPreviousData });
  const link = (papers: boolean) =>
    documentLink(jit.id, request.id, 'ecodex.zip', {
      language,
      ...(papers ? { papers: 'true' } : {}),
      ...(form ? { form } : {}),
    });
  const { data } = query;
  const asks = data !== undefined && data.files > 0 && data.fits;
  return (
    <Dialog onClose={onClose} size="lg" title={t('connectorFolder/title')}>
      <Stack gap="sm">
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        {data ? <Contents data={data} /> : null}
        {recorded ? (
          <Notice tone="good">{t('connectorFolder/ready')}</Notice>
        ) : (
          <Select
            label={t('openings/purpose')}
            allowDeselect={false}
            data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
            value={purpose}
            onChange={(value) => {
              if (value) setPurpose(value);
            }}
          />
        )}
        {asks && !recorded ? (
          <Recording
            data={data}
            purpose={purpose}
            waits={query.isPlaceholderData}
            onRecorded={() => setRecorded(true)}
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          {recorded ? null : (
            <Button component="a" href={link(false)} download variant="default">
              {t('connectorFolder/withoutPapers')}
            </Button>
          )}
          {recorded ? (
            <Button component="a" href={link(true)} download data-autofocus>
              {t('connectorFolder/download')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** How many files the folder will hold, and each paper with its files or the reason why it has none. */
function Contents({ data }: { data: ConnectorFolderView }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const size = (value: number) => bytes(value, locale);
  return (
    <>
      {data.fits ? null : (
        <Notice tone="bad">
          {t('connectorFolder/tooLarge', { most: data.most_files, space: size(data.most_bytes) })}
        </Notice>
      )}
      <Text size="sm">
        {data.files === 0
          ? t('connectorFolder/none')
          : t('connectorFolder/total', { count: data.files, size: size(data.size_bytes) })}
      </Text>
      <OriginalsList exhibits={data.papers} />
    </>
  );
}

/** `waits`: the papers for the purpose that was chosen last are not known yet. */
type RecordingProps = { data: ConnectorFolderView; purpose: Purpose; waits: boolean; onRecorded: () => void };

/** Records one download for each paper, as for any other exhibit. */
function Recording({ data, purpose, waits, onRecorded }: RecordingProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  /** Papers whose download is recorded already: a second attempt does not record it twice. */
  const [done] = useState(() => new Set<string>());
  const papers = data.papers.filter(({ files }) => files > 0);
  const texts = withText(papers);
  const needed =
    (key: 'openings/needJustification' | 'copies/needCustodian' | 'copies/needFileNumber') => (value: string) =>
      value.trim() ? null : t(key);
  const form = useForm({
    initialValues: { justification: '', custodian: '', file_number: '', acknowledged: false },
    validate: {
      justification: needed('openings/needJustification'),
      custodian: needed('copies/needCustodian'),
      file_number: needed('copies/needFileNumber'),
      acknowledged: (value) => (value || texts.length === 0 ? null : t('openings/needAcknowledge')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: async ({ justification, custodian, file_number, acknowledged }: typeof form.values) => {
      for (const one of papers.filter(({ evidence }) => !done.has(`${purpose} ${evidence}`))) {
        await open(jit.id, one.evidence, {
          act: 'take',
          purpose,
          justification: justification.trim(),
          custodian: custodian.trim(),
          file_number: file_number.trim(),
          acknowledged: acknowledged && one.handling_text !== null,
        });
        done.add(`${purpose} ${one.evidence}`);
        void queries.invalidateQueries({ queryKey: keys.custody(jit.id, one.evidence) });
      }
      void queries.invalidateQueries({ queryKey: keys.copies(jit.id) });
    },
    onSuccess: onRecorded,
  });
  return (
    <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('connectorFolder/recorded')}
        </Text>
        <TakingFields form={form} exhibits={papers} />
        <ProblemNotice error={notice} />
        <Group justify="flex-end">
          <Button type="submit" disabled={waits} loading={run.isPending}>
            {t('connectorFolder/record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
