/** Imports evidences of transport that a connector gave back, and shows the step that each of them added. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FileDrop } from '@/components/fields/FileDrop';
import { Notice } from '@/components/notices/Notice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { importEvidence, type HopView, type RequestView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import classes from './EvidenceImport.module.css';

const MOST_FILES = 20;
const MOST_BYTES = 500_000;
const ACCEPTED = { 'text/xml': ['.xml'], 'application/xml': ['.xml'] };

type Read = { name: string; xml: string };
type Result = { name: string } & ({ step: HopView } | { error: unknown });

/** Time of the event, for the order: a step cannot be recorded before the previous one. */
const eventTime = ({ xml }: Read): number => Date.parse(/EventTime>\s*([^<\s]+)/.exec(xml)?.[1] ?? '') || 0;

export function EvidenceImport({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChanged();
  const words = useProblemWords();
  const [results, setResults] = useState<Result[]>([]);
  const [rejected, setRejected] = useState(false);
  const importOne = async ({ name, xml }: Read): Promise<Result> => {
    try {
      const now = await importEvidence(jit.id, request.id, xml);
      changed(now);
      const step = now.hops.at(-1);
      return step ? { name, step } : { name, error: null };
    } catch (error) {
      return { name, error };
    }
  };
  const run = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const read = await Promise.all(files.map(async (file) => ({ name: file.name, xml: await file.text() })));
      for (const one of read.toSorted((a, b) => eventTime(a) - eventTime(b))) {
        const result = await importOne(one);
        setResults((former) => [...former, result]);
      }
    },
  });
  return (
    <div className={classes['import']}>
      <FileDrop
        label={t('requestDetail/importEvidences')}
        help={t('requestDetail/importHelp')}
        accept={ACCEPTED}
        maxSize={MOST_BYTES}
        maxFiles={MOST_FILES}
        disabled={run.isPending}
        onDrop={(files) => {
          setRejected(false);
          setResults([]);
          run.mutate(files);
        }}
        onReject={() => setRejected(true)}
      />
      {rejected ? <Notice tone="bad">{t('requestDetail/importRejected')}</Notice> : null}
      {run.isError ? <Notice tone="bad">{t('requestDetail/importUnread')}</Notice> : null}
      {results.map((one, place) =>
        'step' in one ? (
          <Notice key={place} tone="good">
            {t('requestDetail/stepAdded', {
              file: visible(one.name),
              step: one.step.receipt ? t(`requestReceipt/${one.step.receipt}`) : visible(one.step.authority),
            })}{' '}
            <When at={one.step.arrived_at} form="column" />
          </Notice>
        ) : (
          <Notice key={place} tone="bad" title={t('requestDetail/notImported', { file: visible(one.name) })}>
            {words(one.error)}
          </Notice>
        ),
      )}
    </div>
  );
}
