/** When the texts of an ended request or notice are reviewed, and what its leaders can do then. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { Day } from '@/components/text/Day';
import { StateTag } from '@/components/text/StateTag';
import type { TextRetentionView } from '@/api/generated/types.gen';
import { KeepTextsDialog } from './KeepTextsDialog';
import type { Reviewed } from './useKeep';
import classes from '@/features/requests/request/Request.module.css';

/** `erasing`: the erasure of texts in an entry of the audit log, which another feature shows. */
type Props = {
  of: Reviewed;
  line: { id: string; number: string; retention: TextRetentionView | null };
  erasing?: ((position: number) => ReactNode) | undefined;
};

export function RetentionPanel({ of, line, erasing }: Props) {
  const { t } = useTranslation();
  const [keeping, setKeeping] = useState(false);
  const { retention } = line;
  if (!retention) return null;
  return (
    <Panel
      title={t('requestRetention/title')}
      aside={
        retention.may_keep ? (
          <Button size="compact-sm" variant="default" onClick={() => setKeeping(true)}>
            {t('requestRetention/keep')}
          </Button>
        ) : null
      }
    >
      <p>
        {t('requestRetention/nextReview')}
        {t('common/colon')}
        <Day day={retention.review_on} />{' '}
        {retention.overdue ? <StateTag tone="warn">{t('requestRetention/due')}</StateTag> : null}
      </p>
      {retention.overdue && erasing ? <Texts of={of} entries={retention.entries} erasing={erasing} /> : null}
      {keeping ? <KeepTextsDialog of={of} line={line} onClose={() => setKeeping(false)} /> : null}
    </Panel>
  );
}

type TextsProps = { of: Reviewed; entries: readonly number[]; erasing: (position: number) => ReactNode };

/** The entries of the audit log that still contain texts of the request or notice, each with its erasure. */
export function Texts({ of, entries, erasing }: TextsProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <>
      <p className={classes['small']}>{t(`retentionTextsHelp/${of}`)}</p>
      <ul className={classes['list']} aria-label={t(`retentionTexts/${of}`)}>
        {entries.map((position) => (
          <li key={position} className={classes['line']}>
            <span>{t('requestRetention/entry', { position })}</span>
            {erasing(position)}
          </li>
        ))}
      </ul>
    </>
  );
}
