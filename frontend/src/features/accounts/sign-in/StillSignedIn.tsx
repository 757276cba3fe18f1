/**
 * Shown after sign-out without a connection: the session still exists on the server. The sign-out is repeated until it
 * succeeds.
 */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leave } from '@/api/actions';
import { Notice } from '@/components/notices/Notice';

const AGAIN = 5_000;

export function StillSignedIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation({
    mutationFn: leave,
    onSuccess: (ended) => {
      if (ended && location.pathname === '/sign-in') void navigate({ to: '/sign-in', search: {}, replace: true });
    },
  });
  useEffect(() => {
    const timer = setInterval(mutate, AGAIN);
    const now = () => mutate();
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [mutate]);
  return (
    <Notice
      tone="bad"
      title={t('signIn/still')}
      action={
        <Button size="compact-xs" variant="default" loading={isPending} onClick={() => mutate()}>
          {t('app/signOut')}
        </Button>
      }
    >
      {t('signIn/stillHelp')}
    </Notice>
  );
}
