/** Ctrl-K: finds exhibits, tasks, messages, action days and members, and runs commands. */
import { Kbd, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { HelpTab } from '@/app/shell/help/tabs';
import { matching, useCommands, type Begun, type Command } from './commands';
import { HitGroups } from './HitGroups';
import { searchQuery } from './queries';
import { takeTyped } from './typedAhead';
import classes from './Palette.module.css';

const TaskDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
}));
const Registering = lazy(async () => ({
  default: (await import('@/app/pages/evidence/Registering')).Registering,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('@/features/audit/exports/ExportDialog')).ExportDialog,
}));

const [store, spotlight] = createSpotlight();
/** Milliseconds after the last keystroke until the search begins. */
const PAUSE = 150;

/** Spotlight selects the first entry when a letter is typed. The answer of the server arrives later and changes the list. */
function selectFirst() {
  const list = document.getElementById(store.getState().listId);
  for (const one of list?.querySelectorAll('[data-selected]') ?? []) one.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

type Props = { opened: boolean; onClose: () => void; onHelp: (tab: HelpTab) => void };

export function Palette({ opened, onClose, onHelp }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [query, setQuery] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [asked] = useDebouncedValue(query.trim(), PAUSE);
  const found = useQuery({ ...searchQuery(jit.id, asked), enabled: opened && asked !== '' });
  const { acts, screens, settings } = useCommands({ onBegin: setBegun, onHelp });
  const groups: [string, Command[]][] = [
    [t('palette/acts'), matching(acts, query)],
    [t('palette/screens'), matching(screens, query)],
    [t('palette/settings'), matching(settings, query)],
  ];
  const hits = query.trim() === '' ? [] : (found.data?.groups ?? []);
  const none = hits.length === 0 && groups.every(([, commands]) => commands.length === 0);
  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);
  useEffect(() => {
    if (query.trim() !== '') selectFirst();
  }, [query, found.data]);
  const done = () => setBegun(null);
  return (
    <>
      <Spotlight.Root
        store={store}
        shortcut={null}
        query={query}
        onQueryChange={setQuery}
        onSpotlightClose={onClose}
        size="46rem"
        scrollable
        maxHeight="min(36rem, 75dvh)"
        title={null}
        aria-label={t('palette/title')}
        classNames={{ action: classes['action'] ?? '', actionsGroup: classes['group'] ?? '' }}
      >
        <Spotlight.Search
          aria-label={t('palette/title')}
          placeholder={t('palette/placeholder')}
          onFocus={() => setQuery((now) => takeTyped() + now)}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={14} aria-label={t('common/loading')} /> : null}
        />
        <Spotlight.ActionsList>
          <HitGroups groups={hits} />
          {groups.map(([label, commands]) =>
            commands.length === 0 ? null : (
              <Spotlight.ActionsGroup key={label} label={label}>
                {commands.map(({ id, label: words, icon: Icon, keys, run }) => (
                  <Spotlight.Action
                    key={id}
                    label={words}
                    leftSection={<Icon size={17} stroke={1.5} aria-hidden />}
                    rightSection={keys ? <Keys keys={keys} /> : null}
                    onClick={run}
                  />
                ))}
              </Spotlight.ActionsGroup>
            ),
          )}
          {none ? (
            <Spotlight.Empty>{found.isFetching ? t('common/loading') : t('palette/nothing')}</Spotlight.Empty>
          ) : null}
        </Spotlight.ActionsList>
        <Spotlight.Footer className={classes['footer'] ?? ''}>
          <span>
            <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('palette/choose')}
          </span>
          <span>
            <Kbd size="xs">{t('palette/enter')}</Kbd> {t('palette/open')}
          </span>
          <span className={classes['visible']}>{t('palette/visible')}</span>
        </Spotlight.Footer>
      </Spotlight.Root>
      <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
        {begun === 'task' ? <TaskDrawer onClose={done} onDone={done} /> : null}
        {begun === 'exhibit' ? <Registering files={[]} onClose={done} /> : null}
        {begun === 'export' ? <ExportDialog exhibits={[]} onClose={done} /> : null}
      </Suspense>
    </>
  );
}

const Keys = ({ keys }: { keys: readonly string[] }) =>
  keys.map((key) => (
    <Kbd key={key} size="xs">
      {key}
    </Kbd>
  ));
