/** One value of a record: its words, source and verification, with the acts on it. */
import { ActionIcon, Badge, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Day } from '@/components/text/Day';
import { visible } from '@/lib/visible';
import { Provenance } from '@/features/reference/shown/Provenance';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import type { Place, Sourced } from '@/features/reference/shown/values';
import classes from './Reference.module.css';

export function ValueRow({ place, onAct }: { place: Place; onAct: (what: 'edit' | 'verify') => void }) {
  const { t } = useTranslation();
  const shown = useShownValue();
  const name = usePlaceName()(place);
  const { sourced } = place;
  const lines = shown(place.name, sourced.value);
  return (
    <div className={classes['value']}>
      <dt>{visible(name)}</dt>
      <dd>
        {sourced.declared_on ? (
          <span className={classes['second']}>
            {t('reference/declaredOn')} <Day day={sourced.declared_on} />
          </span>
        ) : null}
        {lines.length === 0 ? <span className="dim">{t('reference/notRecorded')}</span> : null}
        {lines.map((line) => (
          <div key={line}>{visible(line)}</div>
        ))}
        <Provenance name={place.name} sourced={sourced} />
        {lines.length > 0 ? <Verification sourced={sourced} /> : null}
      </dd>
      <dd>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('reference/actsOf', { name })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onAct('edit')}>{t('reference/edit')}</Menu.Item>
            {lines.length > 0 ? <Menu.Item onClick={() => onAct('verify')}>{t('reference/verify')}</Menu.Item> : null}
          </Menu.Dropdown>
        </Menu>
      </dd>
    </div>
  );
}

function Verification({ sourced }: { sourced: Sourced }) {
  const { t } = useTranslation();
  if (!sourced.verified_on)
    return (
      <Badge tt="none" variant="outline" color="gray">
        {t('reference/unverified')}
      </Badge>
    );
  const Icon = sourced.stale ? IconAlertTriangle : IconCircleCheck;
  return (
    <span className={classes['badges']}>
      <Badge
        tt="none"
        variant="light"
        color={sourced.stale ? 'orange' : 'green'}
        leftSection={<Icon size={12} aria-hidden />}
      >
        {t(sourced.stale ? 'reference/stale' : 'reference/verified')}
      </Badge>
      <span className="dim">
        {visible(sourced.verified_by ?? '')}, <Day day={sourced.verified_on} />
      </span>
      {sourced.verified_against ? (
        <span className={classes['second']}>
          {t('reference/comparedWith', { what: visible(sourced.verified_against) })}
        </span>
      ) : null}
    </span>
  );
}
