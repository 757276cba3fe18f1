/** The decisions that await a signature of one's party, whatever channel they stand in; nothing where none does. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { awaitingQuery } from '@/features/coordination/signing/queries';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { visible } from '@/lib/visible';
import classes from '@/features/coordination/messages/Messages.module.css';

const SignDialog = lazy(async () => ({ default: (await import('./SignDialog')).SignDialog }));

export function Awaiting() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(awaitingQuery(jit.id));
  const [signing, setSigning] = useState<MessageView | null>(null);
  const count = data?.items.length ?? 0;
  if (!data || (count === 0 && !signing)) return null;
  return (
    <details className={classes['awaiting']}>
      <summary>{data.next ? t('signing/waitingMore', { count }) : t('signing/waiting', { count })}</summary>
      <ul>
        {data.items.map((one) => (
          <li key={one.id}>
            {one.signing?.may_sign ? (
              <button type="button" onClick={() => setSigning(one)}>
                {visible(one.text ?? '')}
              </button>
            ) : (
              <span>{one.text === null ? t('messages/erased') : visible(one.text)}</span>
            )}
          </li>
        ))}
      </ul>
      {signing ? (
        <Suspense fallback={null}>
          <SignDialog message={signing} onClose={() => setSigning(null)} />
        </Suspense>
      ) : null}
    </details>
  );
}
