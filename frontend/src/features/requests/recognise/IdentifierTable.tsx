/** Identifiers of a text with warnings and proposals, of which the user chooses. */
import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import { portsOf } from '@/features/requests/form/connection';
import type { RecognisedView } from './queries';
import classes from './Recognise.module.css';

type Props = { found: RecognisedView[]; chosen: ReadonlySet<number>; onChoose: (places: Set<number>) => void };

export function IdentifierTable({ found, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const toggle = (place: number) => {
    const next = new Set(chosen);
    if (!next.delete(place)) next.add(place);
    onChoose(next);
  };
  return (
    <ul className={classes['list']} aria-label={t('recognise/found')}>
      {found.map((one, place) => (
        <li key={`${String(one.begins)} ${one.kind}`} className={classes['row']}>
          <Checkbox
            checked={chosen.has(place)}
            onChange={() => toggle(place)}
            aria-label={t('recognise/choose', { value: visible(one.value) })}
          />
          <Identifier one={one} />
          <Warnings one={one} />
          <Proposal one={one} />
        </li>
      ))}
    </ul>
  );
}

function Identifier({ one }: { one: RecognisedView }) {
  const { t } = useTranslation();
  return (
    <div>
      <strong className="mono">{visible(one.value)}</strong>
      <div className={classes['small']}>
        {t(`requestIdentifier/${one.kind}`)}
        {one.scheme ? ` · ${visible(one.scheme)}` : null}
        {one.port === null ? null : ` · ${t('recognise/port', { port: portsOf(one) })}`}
        {one.protocol ? ` · ${one.protocol.toUpperCase()}` : null}
      </div>
      {one.at ? (
        <div className={classes['small']}>
          {one.at.replace('T', ' ')}
          {one.zone && !one.at.endsWith(one.zone) ? ` (${visible(one.zone)})` : null}
        </div>
      ) : null}
      {one.zone_candidates.length > 0 ? (
        <div className={classes['small']}>
          {t('recognise/zones', { zones: [...new Set(one.zone_candidates.map(({ zone }) => zone))].join(', ') })}
        </div>
      ) : null}
    </div>
  );
}

function Warnings({ one }: { one: RecognisedView }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  return (
    <div>
      {one.valid === true ? <StateTag tone="good">{t('recognise/valid')}</StateTag> : null}
      {one.warnings.map((warning) => (
        <div key={warning.code} className={classes['warning']}>
          <IconAlertTriangle size={14} aria-hidden /> {said(warning)}
        </div>
      ))}
    </div>
  );
}

function Proposal({ one }: { one: RecognisedView }) {
  const { t } = useTranslation();
  const { country } = useRequestWords();
  const by = one.proposed_by;
  return (
    <div>
      {by || one.card_source ? (
        <>
          {[one.provider ? visible(one.provider) : null, one.country ? country(one.country) : null]
            .filter(Boolean)
            .join(' · ')}
          {by ? (
            <div className={classes['small']}>
              {t('reference/source', { source: visible(by.source) })}, <When at={by.imported_at} form="column" />
            </div>
          ) : null}
          {one.card_source ? <div className={classes['small']}>{t('recognise/ofCard')}</div> : null}
        </>
      ) : (
        <span className="dim">{t('recognise/noProposal')}</span>
      )}
    </div>
  );
}
