import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import { Markings } from '@/components/exhibits/Markings';
import { lazyHint } from '@/components/hints/hint';
import { LevelBars } from '@/components/sharing/LevelBars';
import { When } from '@/components/text/When';
import { i18next } from '@/i18n';
import { bytes } from '@/lib/format';
import type { Column } from './columns';
import classes from './Grid.module.css';

type Props = {
  exhibit: EvidenceSummary;
  index: number;
  top: number;
  height: number;
  columns: readonly Column[];
  active: boolean;
  selected: boolean;
  onActivate: (id: string) => void;
  onToggle: (exhibit: EvidenceSummary) => void;
};

export const rowId = (id: string) => `exhibit-${id}`;

export const ExhibitRow = memo(function ExhibitRow(props: Props) {
  const { exhibit, index, top, height, columns, active, selected, onActivate, onToggle } = props;
  const { t } = useTranslation();
  const { jit } = useTeam();
  const over = exhibit.status !== 'active';
  return (
    <div
      role="row"
      id={rowId(exhibit.id)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes['row']}
      data-active={active || undefined}
      data-withdrawn={over || undefined}
      style={{ transform: `translateY(${String(top)}px)`, height }}
      onMouseDown={() => onActivate(exhibit.id)}
    >
      <span role="gridcell" className={classes['select']}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('evidence/select', { title: exhibit.title })}
          checked={selected}
          onChange={() => onToggle(exhibit)}
        />
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
        <span className={classes['under']}>
          {over ? <em className={classes['flag']}>{t(`status/${exhibit.status}`)}</em> : null}
          {t(`kind/${exhibit.kind}`)} · {t(`category/${exhibit.category}`)}
        </span>
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" className={classes['cell']} data-column={column}>
          <Cell column={column} exhibit={exhibit} />
        </span>
      ))}
    </div>
  );
});

function Cell({ column, exhibit }: { column: Column; exhibit: EvidenceSummary }) {
  const { t } = useTranslation();
  const { locale, partyName } = useTeam();
  switch (column) {
    case 'originator':
      return partyName(exhibit.originator);
    case 'shared':
      return <Shared exhibit={exhibit} />;
    case 'markings':
      return <Markings handling={exhibit.handling} tlp={exhibit.tlp} short />;
    case 'files':
      if (exhibit.files_count === 0) return <span className="dim">{t('evidence/noFiles')}</span>;
      return (
        <>
          {exhibit.files_count} <span className="dim">· {bytes(exhibit.files_bytes, locale)}</span>
        </>
      );
    case 'registered':
      return <When at={exhibit.registered_at} form="column" />;
    case 'number':
      return <span className="mono">{exhibit.exhibit_number}</span>;
  }
}

/** For exhibits of the own party: the recipients by name; for others: the own level. */
function Shared({ exhibit }: { exhibit: EvidenceSummary }) {
  const { t } = useTranslation();
  const { parties, partyName, seat } = useTeam();
  const has = new Set(exhibit.released_to);
  const others = parties.filter(({ code }) => has.has(code) && code !== exhibit.originator);
  if (!exhibit.mine && seat.party !== null)
    return (
      <span {...lazyHint(() => i18next.t('evidence/yourLevel', { level: i18next.t(`level/${exhibit.level}`) }))}>
        <LevelBars level={exhibit.level} /> {t(`level/${exhibit.level}`)}
      </span>
    );
  if (others.length === 0) return <span className="dim">{t('evidence/notShared')}</span>;
  // The words are made in the language of the moment in which somebody asks.
  const words = () =>
    parties
      .map(({ code }) => {
        const name = partyName(code);
        if (code === exhibit.originator) return i18next.t('evidence/originOf', { name });
        return i18next.t(has.has(code) ? 'evidence/seenBy' : 'evidence/notSeenBy', { name });
      })
      .join('\n');
  return <span {...lazyHint(words)}>{others.map(({ name }) => name).join(', ')}</span>;
}
