/**
 * Translations of a message beside the original, each with language and translator; machine translations are marked.
 */
import { IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import type { MessageView } from '@/api/views';
import { languageName } from './languages';
import { useMemberName } from '@/components/text/useMemberName';
import { Text } from './Text';
import classes from './Messages.module.css';

export function Translations({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const { locale } = useLocale();
  return (
    <div className={classes['translations']}>
      {message.translations.map((one) => (
        <section
          key={one.id}
          aria-label={`${t('messages/translation')}${t('common/colon')}${languageName(one.language, locale)}`}
          data-machine={one.service !== null || undefined}
        >
          <p className={classes['whose']}>
            {one.service ? <IconRobot size={13} aria-hidden /> : null}{' '}
            <strong>{languageName(one.language, locale)}</strong> ·{' '}
            {one.service
              ? t('messages/byMachine', { service: one.service, seat: nameOf(one.seat) })
              : t('messages/by', { seat: nameOf(one.seat) })}
            {one.of_version < message.version ? ` · ${t('messages/ofFormer')}` : ''}
          </p>
          {one.text === null ? (
            <p className={classes['gone']}>{t('messages/erased')}</p>
          ) : (
            <Text text={one.text} of={message} lang={one.language} />
          )}
        </section>
      ))}
    </div>
  );
}
