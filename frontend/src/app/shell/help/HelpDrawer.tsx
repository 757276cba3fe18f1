/** Help: the screen, markings and access levels, the glossary, the keyboard. */
import { Tabs, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/components/dialogs/Dialog';
import { terms } from '@/components/help/terms.en';
import type { TermName } from '@/components/help/Term';
import classes from './Help.module.css';
import { Keyboard } from './Keyboard';
import { Legend } from './Legend';
import { helpPage } from './page';
import { HELP_TABS, type HelpTab } from './tabs';

type Pages = Record<string, readonly string[]>;

const PAGES: Record<string, () => Promise<Pages>> = {
  en: async () => (await import('./pages.en')).pages,
  fr: async () => (await import('./pages.fr')).pages,
};

type Props = { tab: HelpTab; onTab: (tab: HelpTab) => void; onClose: () => void };

export function HelpDrawer({ tab, onTab, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <SideDialog onClose={onClose} size="26rem" title={t('help/title')}>
      <Tabs
        value={tab}
        onChange={(next) => onTab(HELP_TABS.find((one) => one === next) ?? 'screen')}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          {HELP_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`help/${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="screen">
          <ScreenHelp />
        </Tabs.Panel>
        <Tabs.Panel value="markings">
          <Legend />
        </Tabs.Panel>
        <Tabs.Panel value="glossary">
          <Glossary />
        </Tabs.Panel>
        <Tabs.Panel value="keyboard">
          <Keyboard />
        </Tabs.Panel>
      </Tabs>
    </SideDialog>
  );
}

function ScreenHelp() {
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const [pages, setPages] = useState<Pages | null>(null);
  const { language } = i18n;
  useEffect(() => {
    let left = false;
    void (PAGES[language] ?? PAGES['en'])?.().then((read) => {
      if (!left) setPages(read);
    });
    return () => {
      left = true;
    };
  }, [language]);
  const page = helpPage(pathname);
  if (page === null) return <p>{t('help/noPage')}</p>;
  return (
    <ul className={classes['sentences']}>
      {(pages?.[page] ?? []).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const NAMES = Object.keys(terms.term) as TermName[];

function Glossary() {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase(i18n.language);
  const found = NAMES.map((name) => ({ name, term: t(`term/${name}`), means: t(`termMeans/${name}`) }))
    .filter(({ term, means }) => `${term} ${means}`.toLocaleLowerCase(i18n.language).includes(wanted))
    .sort((one, other) => one.term.localeCompare(other.term, i18n.language));
  return (
    <>
      <TextInput
        mb="sm"
        label={t('help/search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.length === 0 ? <p>{t('help/none')}</p> : null}
      <dl className={classes['terms']}>
        {found.map(({ name, term, means }) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
