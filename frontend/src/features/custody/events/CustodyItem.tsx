import {
  IconAlertTriangle,
  IconClockPause,
  IconClockPlay,
  IconDownload,
  IconEraser,
  IconEye,
  IconFileCheck,
  IconFileImport,
  IconFileOff,
  IconFilePlus,
  IconFilterCheck,
  IconFlag,
  IconGitFork,
  IconLock,
  IconPackageExport,
  IconPencil,
  IconPoint,
  IconShare,
  IconShareOff,
  IconTrashX,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { useTeam } from '@/api/team';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import type { Finding } from '@/lib/commitments';
import { EntryLines, Recorded } from '@/features/audit/entries/EntryBody';
import { actor } from '@/features/audit/entries/said';
import { VerifiedMark } from '@/features/audit/entries/Mark';
import type { Item } from './timeline';
import type { Inclusion } from '@/features/audit/entries/useIncluded';
import classes from '@/features/audit/entries/Ledger.module.css';
import { hint } from '@/components/hints/hint';

const ICONS: Record<string, typeof IconEye> = {
  'evidence.registered': IconFilePlus,
  'evidence.described': IconPencil,
  'evidence.released': IconShare,
  'evidence.recalled': IconShareOff,
  'evidence.opened': IconEye,
  'evidence.taken': IconDownload,
  'evidence.withdrawn': IconTrashX,
  'release.started': IconClockPlay,
  'release.lapsed': IconClockPause,
  'file.received': IconFileCheck,
  'file.hash_differed': IconAlertTriangle,
  'file.discarded': IconFileOff,
  'file.expired': IconFileOff,
  'export.made': IconPackageExport,
  'evidence.derived': IconGitFork,
  'evidence.inherited': IconGitFork,
  'release.followed': IconShareOff,
  'evidence.flagged': IconFlag,
  'flag.decided': IconFlag,
  'evidence.closed': IconLock,
  'evidence.filtered': IconFilterCheck,
  'evidence.joint': IconUsersGroup,
  'evidence.field_erased': IconEraser,
  'evidence.fields_erased': IconEraser,
  'evidence.imported': IconFileImport,
  'custody.imported': IconFileImport,
};

export function CustodyItem({
  item,
  finding,
  inclusion,
}: {
  item: Item;
  finding: Finding | undefined;
  inclusion: Inclusion | undefined;
}) {
  const { t } = useTranslation();
  const word = useWord();
  if (item.kind === 'withheld') {
    const count = item.to - item.from + 1;
    return (
      <li className={classes['item']} data-withheld>
        <IconLock size={15} stroke={1.5} className={classes['dot'] ?? ''} aria-hidden />
        <span className="dim" {...hint(t('custody/withheldHelp'))}>
          {t('custody/withheldMany', { count })}{' '}
          <span className={classes['n']}>
            {item.from === item.to
              ? t('custody/chain', { n: item.from })
              : t('custody/chain', { n: `${String(item.from)}–${String(item.to)}` })}
          </span>
        </span>
      </li>
    );
  }
  const { entry, n } = item;
  const Icon = ICONS[entry.kind ?? ''] ?? IconPoint;
  return (
    <li className={classes['item']} data-finding={inclusion === 'absent' ? 'differs' : finding}>
      <Icon size={15} stroke={1.6} className={classes['dot'] ?? ''} aria-hidden />
      <div className={classes['entry']}>
        <div className={classes['entryHead']}>
          <strong>{word('entry', entry.kind ?? '')}</strong>
          <Who entry={entry} />
          <span className={classes['meta']}>
            {entry.at ? <When at={entry.at} /> : null}
            {n === null ? null : (
              <span
                className={classes['n']}
                {...hint(
                  entry.position === null ? t('custody/pending') : t('custody/position', { position: entry.position }),
                )}
              >
                {t('custody/chain', { n })}
              </span>
            )}
            <VerifiedMark finding={finding} inclusion={inclusion} />
          </span>
        </div>
        <EntryLines entry={entry} />
        <Recorded entry={entry} />
      </div>
    </li>
  );
}

export function Who({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { name, authority } = actor(entry);
  if (entry.seat === 'system') return <span className="dim">{t('custody/system')}</span>;
  return (
    <span
      {...hint(
        [name, entry.party ? partyName(entry.party) : t('signIn/noParty'), authority].filter(Boolean).join(' · '),
      )}
    >
      <span className="mono">{entry.seat}</span>
      {name ? ` ${name}` : ''}
    </span>
  );
}
