import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from './Notice';
import { ServerSaid } from '@/components/text/ServerSaid';
import { useProblemWords } from './useProblemWords';

/** A failed read or write in its place on the screen, with the way on; what the server itself said lies beneath. */
export function ProblemNotice({
  error,
  onRetry,
  title,
}: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  title?: string;
}) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (!error) return null;
  const said = words(error);
  const detail =
    error instanceof Problem
      ? [error.detail, ...error.fields.map((one) => `${one.field}: ${one.message}`)].filter(
          (one) => one && !said.includes(one),
        )
      : [];
  return (
    <Notice
      tone="bad"
      title={title ?? t('problem/title')}
      action={
        onRetry ? (
          <Button variant="default" size="compact-xs" onClick={onRetry}>
            {t('common/retry')}
          </Button>
        ) : undefined
      }
    >
      {said}
      <ServerSaid>{[...new Set(detail)].join(' ')}</ServerSaid>
    </Notice>
  );
}
