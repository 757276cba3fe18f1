/** Starts a working session, if the user can open exhibits and none is active. */
import { ActionIcon } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkingSession } from './queries';
import { hint } from '@/components/hints/hint';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';

const BeginDialog = loadLater(withWords(async () => (await import('./BeginDialog')).BeginDialog));

export function BeginButton() {
  const { t } = useTranslation();
  const [beginning, setBeginning] = useState(false);
  const session = useWorkingSession();
  return (
    <>
      {session === null ? (
        <ActionIcon aria-label={t('work/begin')} {...hint(t('work/begin'))} onClick={() => setBeginning(true)}>
          <IconBriefcase size={17} />
        </ActionIcon>
      ) : null}
      {beginning ? (
        <Suspense fallback={null}>
          <BeginDialog onClose={() => setBeginning(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
