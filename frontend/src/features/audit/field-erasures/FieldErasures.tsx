/** Acts of a leader on the fields of an entry: erase, confirm, agree, or reject. */
import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErasuresQuery, giveUp } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EntryView, FieldErasureView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { ConfirmFieldsDialog } from './ConfirmFieldsDialog';
import { EraseFieldsDialog } from './EraseFieldsDialog';

/** Whether this member may erase fields of the entry; the server states which. */
export function useMayErase(): (entry: EntryView) => boolean {
  const { seat, may } = useTeam();
  return (entry) =>
    may('fields:erase') && entry.position !== null && entry.party !== null && entry.party === seat.party;
}

/** `deciding`: only pending erasures, without the act that begins another one. */
export function FieldErasures({ position, deciding = false }: { position: number; deciding?: boolean }) {
  const { t } = useTranslation();
  const word = useWord();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const found = useQuery(fieldErasuresQuery(jit.id, position)).data;
  const [doing, setDoing] = useState<
    { what: 'erase' } | { what: 'agree' | 'confirm' | 'give_up'; one: FieldErasureView } | null
  >(null);
  const close = () => {
    setDoing(null);
    for (const key of [
      keys.fieldErasures(jit.id),
      keys.unfinishedErasures(jit.id),
      keys.ledger(jit.id),
      keys.custodies(jit.id),
    ])
      void queries.invalidateQueries({ queryKey: key });
  };
  if (!found) return null;
  const waiting = found.erasures.filter(({ erased_at: at }) => at === null);
  return (
    <>
      {waiting.map((one) => (
        <Notice
          key={one.id}
          tone="warn"
          title={t(
            one.decided_at
              ? 'fieldErasure/decided'
              : one.awaits.length > 0
                ? 'fieldErasure/awaits'
                : 'fieldErasure/waits',
            { parties: one.awaits.join(', ') },
          )}
          action={
            <Group gap="xs">
              {one.may.includes('confirm') ? (
                <Button
                  size="compact-sm"
                  variant="light"
                  color="red"
                  onClick={() => setDoing({ what: 'confirm', one })}
                >
                  {t('erasureWish/confirm')}
                </Button>
              ) : null}
              {one.may.includes('agree') ? (
                <Button size="compact-sm" variant="light" color="red" onClick={() => setDoing({ what: 'agree', one })}>
                  {t('fieldErasure/agree')}
                </Button>
              ) : null}
              {one.may.includes('give_up') ? (
                <Button size="compact-sm" variant="default" onClick={() => setDoing({ what: 'give_up', one })}>
                  {t(one.party === seat.party ? 'erasureWish/giveUp' : 'fieldErasure/refuse')}
                </Button>
              ) : null}
            </Group>
          }
        >
          <div>
            {one.names.map((name) => word('value', name)).join(', ')} · {t(`fieldGround/${one.ground}`)} ·{' '}
            {one.legal_basis}
          </div>
          <div>{one.reason}</div>
          <div className="dim">
            <span className="mono">{one.wanted_by}</span> ({one.party}), <When at={one.wanted_at} />
          </div>
        </Notice>
      ))}
      {found.erasable.length > 0 && !deciding ? (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            leftSection={<IconEraser size={13} aria-hidden />}
            onClick={() => setDoing({ what: 'erase' })}
          >
            {t('fieldErasure/erase')}
          </Button>
        </div>
      ) : null}
      {doing?.what === 'erase' ? (
        <EraseFieldsDialog position={position} erasable={found.erasable} byTwo={found.by_two} onClose={close} />
      ) : null}
      {doing?.what === 'confirm' || doing?.what === 'agree' ? (
        <ConfirmFieldsDialog position={position} one={doing.one} agreeing={doing.what === 'agree'} onClose={close} />
      ) : null}
      {doing?.what === 'give_up' ? (
        <ReasonDialog
          title={t('fieldErasure/giveUpTitle', { position })}
          help={t('fieldErasure/giveUpHelp')}
          reasonLabel={t('common/reason')}
          action={t('erasureWish/giveUp')}
          danger={false}
          onClose={close}
          act={(reason) => giveUp(jit.id, position, doing.one.id, reason)}
          onDone={close}
        />
      ) : null}
    </>
  );
}
