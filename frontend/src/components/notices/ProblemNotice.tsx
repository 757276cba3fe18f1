import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';
import { useProblemWords } from './useProblemWords';

/** A failed read or write at its place on the screen, with the next step. */
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
      {words(error)}
    </Notice>
  );
}
