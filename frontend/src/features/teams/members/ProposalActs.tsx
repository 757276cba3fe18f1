/** A coordinator issues another code for a proposal, or withdraws it. */
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconDoorExit, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anotherCode, withdraw } from '@/features/teams/founding/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { visible } from '@/lib/visible';
import { CodeDialog } from './CodeDialog';

export function ProposalActs({ one, byCode }: { one: SeatView; byCode: boolean }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: keys.members(jit.id) });
  const issue = useMutation({
    mutationFn: () => anotherCode(jit.id, one),
    onError: (error) => {
      notifications.show({ color: 'red', message: words(error) });
      void refresh();
    },
  });
  const code = issue.data?.one_time_code;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('founding/actsOf', { code: one.code })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {byCode ? (
            <Menu.Item leftSection={<IconKey size={15} aria-hidden />} onClick={() => issue.mutate()}>
              {t('founding/newCode')}
            </Menu.Item>
          ) : null}
          <Menu.Item
            color="red"
            leftSection={<IconDoorExit size={15} aria-hidden />}
            onClick={() => setWithdrawing(true)}
          >
            {t('founding/withdraw')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {code ? (
        <CodeDialog
          title={t('founding/newCodeTitle', { code: one.code })}
          help={t('founding/newCodeHelp')}
          code={code}
          onClose={() => {
            issue.reset();
            void refresh();
          }}
        />
      ) : null}
      {withdrawing ? (
        <ReasonDialog
          title={t('founding/withdrawTitle', { code: one.code })}
          help={t('founding/withdrawHelp', { name: visible(one.name) })}
          reasonLabel={t('members/why')}
          action={t('founding/withdraw')}
          onClose={() => setWithdrawing(false)}
          act={(reason) => withdraw(jit.id, one, reason)}
          onDone={() => {
            notifications.show({ message: t('founding/withdrawn', { code: one.code }) });
            setWithdrawing(false);
            void refresh();
          }}
        />
      ) : null}
    </>
  );
}
