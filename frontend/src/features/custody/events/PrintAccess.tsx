/** The list of everybody who viewed, downloaded or exported an exhibit, and why, on paper. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Printed } from '@/components/print/Printed';
import { AccessSentence } from '@/features/audit/entries/AccessSentence';
import { secondTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import { events, type Gap, type Occasion } from './occasions';
import classes from './PrintAccess.module.css';

/** `whole`: whether `rows` hold all entries of the exhibit that the member may read. */
type Props = { exhibit: EvidenceView; rows: readonly (Occasion | Gap)[]; whole: boolean };

export function PrintAccess(props: Props) {
  const { t } = useTranslation();
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!props.whole}
        leftSection={<IconPrinter size={14} aria-hidden />}
        onClick={() => setPrinting(true)}
      >
        {t('accessSheet/print')}
      </Button>
      {printing ? <Sheet {...props} onPrinted={() => setPrinting(false)} /> : null}
    </>
  );
}

function Sheet({ exhibit, rows, onPrinted }: Props & { onPrinted: () => void }) {
  const { t } = useTranslation();
  const { zone, locale, jit } = useTeam();
  const [now] = useState(() => new Date().toISOString());
  const found = events(rows).filter(({ sort }) => sort === 'access');
  const withheld = rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.to - row.from + 1 : 0), 0);
  const moment = (at: string) => secondTime(at, zone, locale);
  return (
    <Printed className={classes['sheet']} onPrinted={onPrinted}>
      <h1>{t('accessSheet/title', { number: exhibit.exhibit_number })}</h1>
      <p>
        {visible(exhibit.title)} · {jit.name}
      </p>
      <p>{t('accessSheet/printed', { at: moment(now) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('custody/event')}</th>
            <th scope="col">{t('custody/what')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ entry, at }) => (
            <tr key={entry.commitment}>
              <td>{moment(new Date(at).toISOString())}</td>
              <td>
                <AccessSentence entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 ? <p>{t('accessSheet/nobody')}</p> : null}
      <p>
        {t('accessSheet/scope')} {withheld > 0 ? t('accessSheet/withheld', { count: withheld }) : null}
      </p>
    </Printed>
  );
}
