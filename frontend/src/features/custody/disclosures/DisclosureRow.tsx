/** A disclosure: court, schedule, member, receipt, and its recall. */
import { Anchor } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { receiptLink } from '@/features/audit/log/queries';
import { useTeam } from '@/api/team';
import type { DisclosureView } from '@/api/views';
import { FileName } from '@/components/text/FileName';
import { PartyTag } from '@/components/text/PartyTag';
import { TwoTimes } from '@/components/text/TwoTimes';
import { useMemberName } from '@/components/text/useMemberName';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import { bytes } from '@/lib/format';
import classes from './Disclosures.module.css';

/** `named`: in a list of several exhibits. What is recalled is named as it was when it was disclosed, and leads nowhere. */
export function DisclosureRow({ one, named = false }: { one: DisclosureView; named?: boolean }) {
  const { t } = useTranslation();
  const { jit, partyName, locale } = useTeam();
  const nameOf = useMemberName();
  const other = one.side === 'ours' ? one.originator : one.party;
  const name = <ExhibitName of={one} />;
  return (
    <li className={classes['row']}>
      <PartyTag name={partyName(other)} tone={one.side === 'ours' ? 'origin' : 'plain'} />
      <div className={classes['what']}>
        {named ? (
          <div>
            {one.side === 'ours' && one.recalled_at ? (
              name
            ) : (
              <Link
                to="/jits/$jit/evidence/$evidence"
                params={{ jit: jit.id, evidence: one.evidence }}
                className="exhibit-link"
              >
                {name}
              </Link>
            )}
          </div>
        ) : null}
        <div>
          <strong>{one.court}</strong> · <span className="dim">{t('copies/fileNumber')}</span>{' '}
          <span className="mono">{one.file_number}</span>
        </div>
        <div>
          {one.proceeding} · {t(`schedule/${one.schedule}`)}
        </div>
        <div className="dim">
          {t('disclosures/by', { seat: nameOf(one.seat) })} <TwoTimes at={one.disclosed_at} other={other} />
        </div>
        <details>
          <summary>{t('common/files', { count: one.files.length })}</summary>
          <ul className={classes['files']}>
            {one.files.map((file) => (
              <li key={file.file}>
                <FileName>{file.name}</FileName>, {bytes(file.size_bytes, locale)}{' '}
                <code className={classes['hash']}>{file.sha256}</code>
              </li>
            ))}
          </ul>
        </details>
        {one.position === null ? (
          <span className="dim">{t('audit/noReceipt')}</span>
        ) : (
          <Anchor
            href={receiptLink(jit.id, one.position)}
            download={`disclosure-${one.exhibit_number}.tlog-proof`}
            size="sm"
          >
            <IconReceipt size={13} aria-hidden /> {t('disclosures/receipt')}
          </Anchor>
        )}
        {one.recalled_at ? (
          <p className={classes['recalled']} role="note">
            {t(one.side === 'ours' ? 'disclosures/tellCourt' : 'disclosures/recalled')}{' '}
            <TwoTimes at={one.recalled_at} other={other} />: {one.reason}
          </p>
        ) : null}
      </div>
    </li>
  );
}
