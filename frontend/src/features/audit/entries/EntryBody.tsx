/** A disclosed entry as text, and on demand its recorded form. */
import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { ErasedFields } from '@/features/audit/field-erasures/ErasedFields';
import { FieldErasures, useMayErase } from '@/features/audit/field-erasures/FieldErasures';
import { Copyable } from '@/components/text/Copyable';
import { sayings, withheldFields } from './said';
import { useSaying } from './useSaying';
import classes from './Ledger.module.css';

export function EntryLines({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const lines = sayings(entry, useSaying(entry));
  return (
    <>
      {lines.length === 0 ? null : (
        <ul className={classes['lines']}>
          {lines.map(({ label, text }, index) => (
            <li key={index}>
              {label ? (
                <span className="dim">
                  {label}
                  {t('common/colon')}
                </span>
              ) : null}
              {/^[0-9a-f]{64}$/.test(text) ? (
                <Copyable value={text} />
              ) : (
                <span className={classes['said']}>{text}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <ErasedFields entry={entry} />
    </>
  );
}

/** The technical proof of an entry, folded until the reader asks for it. */
export function Recorded({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const withheld = withheldFields(entry);
  const mayErase = useMayErase();
  return (
    <div className={classes['recorded']}>
      <UnstyledButton className={classes['expand']} aria-expanded={shown} onClick={() => setShown(!shown)}>
        <IconChevronRight size={13} data-open={shown || undefined} aria-hidden /> {t('custody/raw')}
      </UnstyledButton>
      <Collapse expanded={shown}>
        <dl className={classes['raw']}>
          <dt>{t('custody/commitment')}</dt>
          <dd>
            <Copyable value={entry.commitment} whole label={t('custody/commitment')} />
          </dd>
          {entry.salt ? (
            <>
              <dt>{t('custody/salt')}</dt>
              <dd>
                <Copyable value={entry.salt} whole label={t('custody/salt')} />
              </dd>
            </>
          ) : null}
          <dt>{t('custody/led')}</dt>
          <dd className="mono">{entry.led}</dd>
          <dt>{t('custody/canonical')}</dt>
          <dd>
            <pre className={classes['canonical']} tabIndex={0}>
              {shown ? entry.canonical : null}
            </pre>
          </dd>
          <dt>{t('custody/fields')}</dt>
          <dd>
            <pre className={classes['canonical']} tabIndex={0}>
              {shown
                ? JSON.stringify(
                    Object.fromEntries(Object.entries(entry.fields ?? {}).map(([name, { value }]) => [name, value])),
                    null,
                    1,
                  )
                : null}
            </pre>
            {withheld > 0 ? <span className="dim">{t('custody/fieldsWithheld', { count: withheld })}</span> : null}
          </dd>
        </dl>
        {shown && entry.position !== null && mayErase(entry) ? <FieldErasures position={entry.position} /> : null}
      </Collapse>
    </div>
  );
}
