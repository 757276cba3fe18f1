/** How many of the entries this browser recomputed and found in the audit log. */
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import type { useChecked } from '@/features/audit/entries/useChecked';
import type { useIncluded } from '@/features/audit/entries/useIncluded';
import { brokenLinks } from '@/lib/commitments';
import { count } from '@/lib/format';
import classes from './Events.module.css';

type Props = {
  entries: readonly EntryView[];
  findings: ReturnType<typeof useChecked>;
  inclusions: ReturnType<typeof useIncluded>;
  size: number | null;
};

export function Verdict({ entries, findings, inclusions, size }: Props) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const matching = entries.filter(({ commitment }) => findings.get(commitment) === 'matches').length;
  const included = entries.filter(({ commitment }) => inclusions.get(commitment) === 'included').length;
  const broken = brokenLinks(entries);
  const bad =
    broken.length > 0 ||
    entries.some(({ commitment }) => findings.get(commitment) === 'differs' || inclusions.get(commitment) === 'absent');
  const chain = broken.length > 0 ? t('custody/broken', { numbers: broken.join(', ') }) : t('custody/linked');
  const among = { count: included, all: entries.length, size: count(size ?? 0, locale) };
  return (
    <div className={classes['verdict']}>
      {bad ? (
        <Notice tone="bad" title={t('custody/differs')}>
          {chain}
        </Notice>
      ) : (
        <p>
          <IconCircleCheck size={14} aria-hidden /> {t('custody/whole', { count: matching })}{' '}
          {size === null ? null : t(included === entries.length ? 'watch/all' : 'watch/some', among)} {chain}{' '}
          {t('custody/worth')}
        </p>
      )}
    </div>
  );
}
