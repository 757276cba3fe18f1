/** The keyboard shortcuts. */
import { Kbd, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Help.module.css';

type Line = { keys: readonly string[]; does: string };

export function Keyboard() {
  const { t } = useTranslation();
  const anywhere: Line[] = [
    { keys: ['Ctrl', 'K'], does: t('palette/title') },
    { keys: ['?'], does: t('help/open') },
    { keys: ['g', 's'], does: t('nav/overview') },
    { keys: ['g', 'e'], does: t('nav/exhibits') },
    { keys: ['g', 'k'], does: t('nav/tasks') },
    { keys: ['g', 'c'], does: t('nav/messages') },
    { keys: ['g', 'm'], does: t('nav/members') },
    { keys: ['g', 'a'], does: t('nav/log') },
    { keys: ['g', 't'], does: t('app/teams') },
    { keys: ['Alt', '1 … 9'], does: t('keyboard/tab') },
    { keys: ['f'], does: t('keyboard/feed') },
    { keys: ['b'], does: t('keyboard/bell') },
  ];
  const list: Line[] = [
    { keys: ['/'], does: t('keyboard/search') },
    { keys: ['n'], does: t('keyboard/register') },
    { keys: ['↑', '↓'], does: t('keyboard/move') },
    { keys: ['Home', 'End'], does: t('keyboard/jump') },
    { keys: ['Enter'], does: t('keyboard/turn') },
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('keyboard/help')}
      </Text>
      <Lines heading={t('keyboard/anywhere')} lines={anywhere} />
      <Lines heading={t('keyboard/list')} lines={list} />
    </>
  );
}

function Lines({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3 className={classes['heading']}>{heading}</h3>
      <dl className={classes['keys']}>
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 ? ' ' : null}
                  <Kbd size="xs">{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
