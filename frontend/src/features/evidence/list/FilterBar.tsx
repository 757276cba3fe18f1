/** Filters of the list: the text always at hand, the others folded away on a narrow screen. */
import { Button, CloseButton, Kbd, TextInput } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { narrows, type Filters } from '@/api/queries';
import { compact } from '@/lib/compact';
import { later } from '@/lib/later';
import { useTyped } from '@/lib/useTyped';
import classes from './Grid.module.css';

const Choices = later(async () => (await import('./Choices')).Choices);
/** Where they will stand: six filters, and the bar as high as with them. */
const PLACES = Array.from({ length: 6 }, (_, place) => (
  <span key={place} className={`${classes['select'] ?? ''} ${classes['place'] ?? ''}`} />
));

type Props = { filters: Filters; onChange: (filters: Filters) => void; children?: ReactNode };

export function FilterBar({ filters, onChange, children }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const [text, type] = useTyped(filters.q, (q) => onChange(compact({ ...filters, q })), 250);
  useHotkeys([
    [
      '/',
      (event) => {
        event.preventDefault();
        search.current?.focus();
      },
    ],
  ]);
  const active = Object.keys(filters).filter((name) => name !== 'q' && name !== 'sort').length;
  return (
    <div className={classes['bar']} role="search">
      <h1 className="visually-hidden">{t('evidence/title')}</h1>
      <TextInput
        ref={search}
        className={classes['search'] ?? ''}
        size="xs"
        aria-label={t('evidence/search')}
        placeholder={t('evidence/search')}
        title={t('evidence/searchHint')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        rightSection={
          text ? (
            <CloseButton size="sm" aria-label={t('evidence/clear')} onClick={() => type('')} />
          ) : (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          )
        }
      />
      {narrow ? (
        <Button
          variant="default"
          aria-expanded={open}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('evidence/filters')}
          {active > 0 ? ` (${String(active)})` : ''}
        </Button>
      ) : null}
      {narrow && !open ? null : (
        <Suspense fallback={PLACES}>
          <Choices filters={filters} sorts={narrow} onChange={onChange} />
        </Suspense>
      )}
      {narrows(filters) && (!narrow || open) ? (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(filters.sort ? { sort: filters.sort } : {})}>
          {t('evidence/clear')}
        </Button>
      ) : null}
      <span className={classes['grow']} />
      {children}
    </div>
  );
}
