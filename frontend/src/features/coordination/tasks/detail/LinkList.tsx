/** The exhibits of a task that the user may see, and the choice of another one. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import classes from '@/features/coordination/tasks/Tasks.module.css';

type Props = { links: string[]; onLink?: (id: string) => void; onUnlink?: (id: string) => void };

export function LinkList({ links, onLink, onUnlink }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes['links']}>
      {links.length > 0 ? (
        <ul className={classes['list']}>
          {links.map((id) => (
            <li key={id} className={classes['linked']}>
              <ExhibitLink id={id} />
              {onUnlink ? (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t('tasks/unlink')}
                  onClick={() => onUnlink(id)}
                >
                  <IconX size={14} />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {onLink ? (
        <ExhibitPicker
          key={links.length}
          value={null}
          label={t('tasks/link')}
          placeholder={t('tasks/linkHelp')}
          filter={({ id }) => !links.includes(id)}
          onChange={(id) => {
            if (id) onLink(id);
          }}
        />
      ) : null}
    </div>
  );
}
