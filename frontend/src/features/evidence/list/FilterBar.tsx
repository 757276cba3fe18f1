/** Title with the count, search, filters, saved views and columns of the list. */
import { Button, CloseButton, Kbd, TextInput, Title } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { narrows, type Filters } from '@/api/queries';
import { withWords } from '@/i18n';
import { compact } from '@/lib/compact';
import { loadLater } from '@/lib/lazyLoading';
import { useTyped } from '@/lib/useTyped';
import classes from './Grid.module.css';

const Choices = loadLater(withWords(async () => (await import('./Choices')).Choices));

type Props = {
  filters: Filters;
  /** How many exhibits match, in words. */
  count: string | null;
  onChange: (filters: Filters) => void;
  /** Buttons beside the title. */
  children?: ReactNode;
  /** Menus behind the filters. */
  menus?: ReactNode;
};

export function FilterBar({ filters, count, onChange, children, menus }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const active = Object.keys(filters).filter((name) => name !== 'q' && name !== 'sort').length;
  const [open, setOpen] = useState(active > 0);
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
  return (
    <>
      <div className={classes['top']}>
        <Title order={1}>{t('evidence/title')}</Title>
        {count ? <span className={classes['count']}>{count}</span> : null}
        <span className={classes['grow']} />
        {children}
      </div>
      <div className={classes['bar']} role="search">
        <TextInput
          ref={search}
          className={classes['search'] ?? ''}
          size="xs"
          aria-label={t('evidence/search')}
          placeholder={t('evidence/searchPlaceholder')}
          title={t('evidence/searchHint')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          rightSection={
            text ? (
              <CloseButton size="sm" aria-label={t('evidence/clear')} onClick={() => type('')} />
            ) : (
              <Kbd size="xs" aria-hidden>
                {'/'}
              </Kbd>
            )
          }
        />
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('evidence/filters')}
          {active > 0 ? ` (${String(active)})` : ''}
        </Button>
        {menus}
        {narrows(filters) ? (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onChange(filters.sort ? { sort: filters.sort } : {})}
          >
            {t('evidence/clear')}
          </Button>
        ) : null}
      </div>
      {open ? (
        <div className={classes['bar']}>
          <Suspense fallback={null}>
            <Choices filters={filters} sorts={narrow} onChange={onChange} />
          </Suspense>
        </div>
      ) : null}
    </>
  );
}
