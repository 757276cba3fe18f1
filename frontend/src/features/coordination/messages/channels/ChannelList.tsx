/** The user's channels: parties, and whether there are new messages. */
import { Badge, Button } from '@mantine/core';
import { IconLock, IconMessages, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MOST_UNREAD } from '@/features/coordination/messages/queries';
import { gated, useTeam } from '@/api/team';
import type { ChannelView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { PartyTag } from '@/components/text/PartyTag';
import { useListKeys } from './useListKeys';
import classes from '@/features/coordination/messages/Messages.module.css';

export function ChannelList({
  channels,
  chosen,
  onOpen,
}: {
  channels: ChannelView[];
  chosen: string | null;
  onOpen: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { jit, seat, parties, partyName } = useTeam();
  const keys = useListKeys();
  const button = onOpen ? (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onOpen}>
      {t('messages/open')}
    </Button>
  ) : null;
  if (channels.length === 0) {
    const help = gated(parties, seat.party)
      ? 'messages/emptyBeyond'
      : onOpen
        ? 'messages/emptyHelp'
        : 'messages/emptyReader';
    return (
      <EmptyState icon={IconMessages} title={t('messages/empty')} help={t(help)}>
        {gated(parties, seat.party) ? null : button}
      </EmptyState>
    );
  }
  return (
    <nav aria-label={t('messages/channels')}>
      <ul className={classes['list']} onKeyDown={keys}>
        {channels.map((one) => (
          <li key={one.id}>
            <Link
              to="/jits/$jit/messages/$channel"
              params={{ jit: jit.id, channel: one.id }}
              search={{}}
              className={classes['channel']}
              data-row
              data-chosen={one.id === chosen || undefined}
              aria-current={one.id === chosen ? 'page' : undefined}
            >
              <span className={classes['name']}>
                {one.closed_at ? <IconLock size={13} aria-label={t('messages/closed')} /> : null} {one.name}
              </span>
              <span className={classes['who']}>
                {one.whole ? (
                  <span className="dim">{t('messages/whole')}</span>
                ) : (
                  one.parties.map((code) => <PartyTag key={code} name={partyName(code)} />)
                )}
              </span>
              {one.unread > 0 && one.id !== chosen ? (
                <Badge size="sm" tt="none" variant={one.mentioned > 0 ? 'filled' : 'light'}>
                  {one.unread >= MOST_UNREAD
                    ? t('messages/many', { count: MOST_UNREAD - 1 })
                    : t('messages/unread', { count: one.unread })}
                  {one.mentioned > 0 ? ` · ${t('messages/named')}` : ''}
                </Badge>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes['pad']}>{button}</div>
    </nav>
  );
}
