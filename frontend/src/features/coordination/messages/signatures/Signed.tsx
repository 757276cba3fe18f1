/** How a decision stands with its parties' own signatures: in words and by a sign, with each key's fingerprint. */
import { Button } from '@mantine/core';
import { IconRosette, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { MessageView, SigningView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { PartyTag } from '@/components/text/PartyTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import classes from '@/features/coordination/messages/Messages.module.css';

type Props = { message: MessageView; signing: SigningView; onSign: ((message: MessageView) => void) | undefined };

export function Signed({ message, signing, onSign }: Props) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const { seat, partyName } = useTeam();
  const Icon = signing.state === 'awaits' ? IconSignature : IconRosette;
  const mine = signing.signed.some(({ party }) => party === seat.party);
  return (
    <div className={classes['signing']} data-state={signing.state}>
      <span className={classes['standing']}>
        {signing.state === 'not_demanded' ? null : <Icon size={14} stroke={1.75} aria-hidden />}
        {t(`signing/state/${signing.state}`)}
        {signing.awaits.length > 0
          ? ` ${t('signing/awaitsOf', { parties: signing.awaits.map(partyName).join(', ') })}`
          : ''}
      </span>
      {onSign && signing.may_sign && seat.party && !mine ? (
        <Button
          size="compact-xs"
          variant={signing.awaits.includes(seat.party) ? 'filled' : 'subtle'}
          onClick={() => onSign(message)}
        >
          {t('signing/sign', { party: partyName(seat.party) })}
        </Button>
      ) : null}
      {signing.signed.length > 0 ? (
        <ul className={classes['signatures']} aria-label={t('signing/details')}>
          {signing.signed.map((one) => (
            <li key={one.key}>
              <PartyTag name={partyName(one.party)} /> {one.key_name}{' '}
              <Copyable value={one.fingerprint} label={t('signing/fingerprint')} />{' '}
              <span className="dim">
                {nameOf(one.seat)} · <When at={one.at} />
                {one.position === null ? '' : ` · ${t('messages/entry', { position: one.position })}`}
                {one.key_revoked_at ? ` · ${t('signing/keyRevoked')}` : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
