import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import { Markings } from '@/components/exhibits/Markings';
import { PartyCode } from '@/components/text/PartyCode';
import { When } from '@/components/text/When';
import { bytes } from '@/lib/format';
import { WhoRow } from '@/features/evidence/exhibit/WhoRow';
import classes from './Grid.module.css';

type Props = {
  exhibit: EvidenceSummary;
  index: number;
  top: number;
  height: number;
  active: boolean;
  onActivate: (id: string) => void;
};

export const rowId = (id: string) => `exhibit-${id}`;

export const ExhibitRow = memo(function ExhibitRow({ exhibit, index, top, height, active, onActivate }: Props) {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const over = exhibit.status !== 'active';
  const kind = `${t(`kind/${exhibit.kind}`)} · ${t(`category/${exhibit.category}`)}`;
  return (
    <div
      role="row"
      id={rowId(exhibit.id)}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={classes['row']}
      data-withdrawn={over || undefined}
      style={{ transform: `translateY(${String(top)}px)`, height }}
      onMouseDown={() => onActivate(exhibit.id)}
    >
      <span role="gridcell" className={`${classes['number'] ?? ''} mono`}>
        {exhibit.exhibit_number}
      </span>
      <span role="gridcell" className={classes['title']}>
        <a
          href={`/jits/${jit.id}/evidence/${exhibit.id}`}
          data-exhibit={exhibit.id}
          tabIndex={-1}
          className={classes['link']}
          title={exhibit.title}
        >
          {exhibit.title}
        </a>
        {exhibit.status === 'active' ? null : <em className={classes['flag']}>{t(`status/${exhibit.status}`)}</em>}
        <span className={classes['under']}>{kind}</span>
      </span>
      <span role="gridcell" className={classes['origin']}>
        <PartyCode code={exhibit.originator} name={partyName(exhibit.originator)} />
      </span>
      <span role="gridcell" className={`${classes['kind'] ?? ''} truncate`} title={kind}>
        {kind}
      </span>
      <span role="gridcell" className={classes['marks']}>
        <Markings handling={exhibit.handling} tlp={exhibit.tlp} short />
      </span>
      <span role="gridcell" className={classes['files']}>
        {exhibit.files_count === 0 ? (
          <span className="dim">{t('evidence/noFiles')}</span>
        ) : (
          <>
            {exhibit.files_count} <span className="dim">· {bytes(exhibit.files_bytes, locale)}</span>
          </>
        )}
      </span>
      <span role="gridcell" className={classes['at']}>
        <When at={exhibit.registered_at} form="column" />
      </span>
      <span role="gridcell" className={classes['whoCell']}>
        <WhoRow exhibit={exhibit} />
      </span>
    </div>
  );
});
