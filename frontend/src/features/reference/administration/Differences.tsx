/** The differences between a pack and the stored records, with a checkbox for each value. */
import { Badge, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { visible } from '@/lib/visible';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import type { ReferencePreviewView } from './queries';
import classes from './Reference.module.css';

type Difference = ReferencePreviewView['records'][number]['differences'][number];
type Props = {
  seen: ReferencePreviewView;
  taken: ReadonlySet<string>;
  onTake: (taken: ReadonlySet<string>) => void;
};

export function Differences({ seen, taken, onTake }: Props) {
  const { t } = useTranslation();
  const toggle = (name: string) => {
    const next = new Set(taken);
    if (!next.delete(name)) next.add(name);
    onTake(next);
  };
  return (
    <Notice title={t('reference/differences')}>
      <p>{t('reference/differencesHelp')}</p>
      <div className={classes['scroll']}>
        {seen.records.map(({ kind, key, differences }) => (
          <section key={`${kind}/${key}`}>
            <strong>
              {t(`referenceKind/${kind}`)} · {visible(key)}
            </strong>
            {differences.map((one) => (
              <Choice key={one.name} one={one} taken={taken.has(one.name)} onToggle={() => toggle(one.name)} />
            ))}
          </section>
        ))}
      </div>
      <p>
        {t('reference/willKeep', { count: seen.unchanged })}{' '}
        {seen.missing.length > 0 ? t('reference/willStay', { count: seen.missing.length }) : null}
      </p>
    </Notice>
  );
}

function Choice({ one, taken, onToggle }: { one: Difference; taken: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const [name = '', ...rest] = one.field.split('.');
  const part = rest.length > 0 ? rest.join('.') : null;
  const value = valueOf(one.value) ?? valueOf(one.former);
  const place = usePlaceName()({ name, part, sourced: { value } });
  const label = one.field === '' ? t('reference/newRecord') : place;
  return (
    <div className={classes['other']}>
      <Checkbox
        checked={taken}
        onChange={onToggle}
        label={
          <>
            {visible(label)}
            {t('common/colon')}
            {t(`reference/change${one.change}`)}{' '}
            {one.protected ? (
              <Badge tt="none" variant="light" color="orange">
                {t('reference/protected')}
              </Badge>
            ) : null}
          </>
        }
      />
      {one.field === '' ? null : (
        <>
          <Side title={t('reference/now')} name={name} stated={one.former} />
          <Side title={t('reference/inFile')} name={name} stated={one.value} />
        </>
      )}
    </div>
  );
}

function Side({ title, name, stated }: { title: string; name: string; stated: unknown }) {
  const { t } = useTranslation();
  const lines = useShownValue()(name, valueOf(stated));
  const source = isSourced(stated) ? stated.source : null;
  return (
    <div className={classes['second']}>
      {title}
      {t('common/colon')}
      {lines.length > 0 ? visible(lines.join(' · ')) : t('reference/notRecorded')}
      {source ? ` (${t('reference/source', { source: visible(source) })})` : null}
    </div>
  );
}

type Stated = { value: unknown; source: string | null };

const isSourced = (stated: unknown): stated is Stated =>
  typeof stated === 'object' && stated !== null && 'verified_on' in stated;

/** A value without its source. A list as a whole, and what has no source, is shown as JSON. */
function valueOf(stated: unknown): unknown {
  if (isSourced(stated)) return stated.value;
  return stated === null || stated === undefined || typeof stated === 'string' ? stated : JSON.stringify(stated);
}
