/** The mark of an entry: how far this browser has verified it itself. */
import { IconAlertTriangle, IconCircleCheck, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hints/hint';
import type { Finding } from '@/lib/commitments';
import { count } from '@/lib/format';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import type { Inclusion } from './useIncluded';
import classes from './Ledger.module.css';

export function VerifiedMark({
  finding,
  inclusion,
}: {
  finding: Finding | undefined;
  inclusion: Inclusion | undefined;
}) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const { checkpoint } = useLedgerWatch();
  if (finding === 'differs' || inclusion === 'absent') {
    return (
      <span className={classes['differs']} role="alert">
        <IconAlertTriangle size={13} aria-hidden /> {t(finding === 'differs' ? 'custody/differs' : 'watch/notIncluded')}
      </span>
    );
  }
  if (finding !== 'matches') return null;
  const words =
    inclusion === 'included'
      ? t('watch/included', { size: count(checkpoint?.size ?? 0, locale) })
      : t('watch/recomputed');
  const Icon = inclusion === 'included' ? IconCircleCheckFilled : IconCircleCheck;
  return (
    <span className={classes['mark']} data-included={inclusion === 'included' || undefined} {...hint(words)}>
      <Icon size={13} aria-label={words} />
    </span>
  );
}
