/** The legal requests by which an exhibit came, each in one click, and the limits of use that came with it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EarlierOriginView, OriginView } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { LimitsOfUse } from '@/components/exhibits/LimitsOfUse';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import classes from './Exhibit.module.css';

export function ObtainedBy({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { requests, limits_of_use: limits } = exhibit;
  if (requests.length === 0 && limits.length === 0) return null;
  return (
    <Panel title={t(requests.length > 0 ? 'obtainedBy/title' : 'limits/title')} term="useLimit">
      {requests.map((one, place) => (
        <Request
          key={`${one.id} ${String(place)}`}
          one={one}
          stated={limits.some(({ request }) => request === one.id)}
        />
      ))}
      <LimitsOfUse limits={limits} of={exhibit.exhibit_number} />
    </Panel>
  );
}

/** `stated`: its limits of use are shown as limits of the exhibit. */
function Request({ one, stated }: { one: OriginView; stated: boolean }) {
  const { t } = useTranslation();
  const item = one.item === null ? t('obtainedBy/whole') : t('obtainedBy/item', { item: one.item });
  return (
    <>
      <Named one={one} />
      <dl className={`${classes['facts'] ?? ''} ${classes['obtained'] ?? ''}`}>
        <Fact name={item}>{one.item_title ? visible(one.item_title) : null}</Fact>
        <Fact name={t('obtainedBy/basis')}>{one.legal_basis ? visible(one.legal_basis) : null}</Fact>
        <Fact name={t('obtainedBy/sent')}>{one.sent_at ? <When at={one.sent_at} /> : null}</Fact>
        <Fact name={t('obtainedBy/answered')}>{one.answered_at ? <When at={one.answered_at} /> : null}</Fact>
        <Fact name={t('obtainedBy/limit')}>{one.conditions && !stated ? visible(one.conditions) : null}</Fact>
        {one.earlier.map((earlier) => (
          <Fact key={earlier.id} name={t('obtainedBy/earlier')}>
            <Named one={earlier} />
          </Fact>
        ))}
      </dl>
    </>
  );
}

function Named({ one }: { one: OriginView | EarlierOriginView }) {
  const { i18n } = useTranslation();
  const { jit } = useTeam();
  const instrument = one.instrument_title[i18n.language === 'fr' ? 'fr' : 'en'] ?? one.instrument;
  return (
    <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: one.id }} className="exhibit-link">
      <span>{one.title ? visible(one.title) : instrument}</span> <span className="mono dim">{one.number}</span>
      {one.title ? <span className="dim"> · {instrument}</span> : null}
    </Link>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
