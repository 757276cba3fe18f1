/** What the keyboard does, on `?`. */
import { Kbd, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const anywhere: [string[], string][] = [
    [['?'], t('keyboard/show')],
    [['g', 's'], t('keyboard/situation')],
    [['g', 'e'], t('keyboard/evidence')],
    [['g', 'k'], t('keyboard/tasks')],
    [['g', 'c'], t('messages/title')],
    [['g', 'm'], t('keyboard/members')],
    [['g', 'a'], t('keyboard/audit')],
    [['g', 't'], t('keyboard/teams')],
    [['f'], t('keyboard/feed')],
    [['b'], t('keyboard/bell')],
  ];
  const list: [string[], string][] = [
    [['/'], t('keyboard/search')],
    [['n'], t('keyboard/register')],
    [['↑', '↓'], t('keyboard/move')],
    [['Home', 'End'], t('keyboard/jump')],
    [['Enter'], t('keyboard/turn')],
  ];
  return (
    <Modal opened onClose={onClose} title={t('keyboard/title')} closeButtonProps={{ 'aria-label': t('common/close') }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('keyboard/help')}
      </Text>
      {(
        [
          [t('keyboard/anywhere'), anywhere],
          [t('keyboard/list'), list],
        ] as const
      ).map(([heading, keys]) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <dl className={classes['keys']}>
            {keys.map(([strokes, does]) => (
              <div key={does}>
                <dt>
                  {strokes.map((one) => (
                    <Kbd key={one} size="xs">
                      {one}
                    </Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
