/** Replacements for a screen: an error, an unknown address, and loading. */
import { Button, Center, Loader } from '@mantine/core';
import { IconAlertTriangle, IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { EmptyState } from '@/components/layout/EmptyState';
import { useProblemWords } from '@/components/notices/useProblemWords';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih="40vh">
      <Loader size="sm" aria-label={t('common/loading')} />
    </Center>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconMapQuestion} title={t('problem/missingTitle')} help={t('problem/missing')} page>
      <Button component={Link} to="/">
        {t('problem/home')}
      </Button>
    </EmptyState>
  );
}

/** The code of a screen cannot be loaded: the server is away, or it has a newer version of the page. */
const isMissingPart = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script/i.test(error.message);

export function Crash({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (error instanceof Problem && error.status === 404) return <Missing />;
  const help = error instanceof Problem ? words(error) : isMissingPart(error) ? t('problem/part') : t('problem/crash');
  return (
    <EmptyState
      icon={IconAlertTriangle}
      title={t(error instanceof Problem || isMissingPart(error) ? 'problem/title' : 'problem/crashTitle')}
      help={help}
      page
    >
      <Button onClick={() => location.reload()}>{t('problem/reload')}</Button>
    </EmptyState>
  );
}
