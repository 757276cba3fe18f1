/** An erasure that awaits a second leader: who decided it and why, with buttons to confirm or reject. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveUpErasure } from '@/features/retention/periods/queries';
import { useTeam } from '@/api/team';
import type { ErasureWishView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { When } from '@/components/text/When';
import { ConfirmErasureDialog } from './ConfirmErasureDialog';
import type { Subject } from '@/features/retention/periods/subject';
import { useDecided } from '@/features/retention/periods/useDecided';

export function ErasureWish({ of, wish }: { of: Subject; wish: ErasureWishView }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const decided = useDecided(of.id);
  const [doing, setDoing] = useState<'confirm' | 'give_up' | null>(null);
  const close = () => setDoing(null);
  const own = wish.wanted_by === seat.code;
  const acts = (
    <Group gap="xs">
      {wish.may.includes('confirm') ? (
        <Button size="compact-sm" variant="light" color="red" onClick={() => setDoing('confirm')}>
          {t('erasureWish/confirm')}
        </Button>
      ) : null}
      {wish.may.includes('give_up') ? (
        <Button size="compact-sm" variant="default" onClick={() => setDoing('give_up')}>
          {t(own ? 'erasureWish/giveUp' : 'erasureWish/turnDown')}
        </Button>
      ) : null}
    </Group>
  );
  return (
    <>
      <Notice tone="warn" title={t('erasureWish/title')} {...(wish.may.length > 0 ? { action: acts } : {})}>
        <div>{wish.reason}</div>
        <div className="dim">
          <span className="mono">{wish.wanted_by}</span>, <When at={wish.wanted_at} />
        </div>
      </Notice>
      {doing === 'confirm' ? <ConfirmErasureDialog of={of} wish={wish} onClose={close} /> : null}
      {doing === 'give_up' ? (
        <ReasonDialog
          title={t(own ? 'erasureWish/giveUpTitle' : 'erasureWish/turnDownTitle', { number: of.number })}
          help={t('erasureWish/giveUpHelp')}
          reasonLabel={t('common/reason')}
          action={t(own ? 'erasureWish/giveUp' : 'erasureWish/turnDown')}
          danger={false}
          onClose={close}
          act={(reason) => giveUpErasure(jit.id, of.id, reason)}
          onDone={() => {
            decided(t('erasureWish/givenUp', { number: of.number }));
            close();
          }}
        />
      ) : null}
    </>
  );
}
