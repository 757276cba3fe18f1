/** One message: of which kind, by whom, when; what it said before; its translations beside it; what one may do with it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChecklist, IconDots, IconLanguage, IconPencil, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { hint } from '@/components/hints/hint';
import { TaskTitles } from '@/components/tasks/TaskTitles';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { KindMark } from './KindMark';
import { Signed } from './signatures/Signed';
import { Text } from './Text';
import { Translations } from './Translations';
import classes from './Messages.module.css';

export type Doing = 'correct' | 'takeBack' | 'translate';
type Props = {
  message: MessageView;
  onDo?: (what: Doing, message: MessageView) => void;
  onRight?: ((message: MessageView) => void) | undefined;
  onSign?: (message: MessageView) => void;
  onTask?: ((message: MessageView) => void) | undefined;
  open: boolean;
};

export function MessageRow({ message, onDo, onRight, onSign, onTask, open }: Props) {
  const { t } = useTranslation();
  const { seat, members } = useTeam();
  const { may } = message;
  const name = members.find(({ code }) => code === message.seat)?.name;
  const mine = message.seat === seat.code;
  const right = may.put_right && open ? onRight : undefined;
  const acts = message.text !== null && onDo && open;
  const task = message.kind === 'decision' ? onTask : undefined;
  return (
    <article
      className={classes['message']}
      data-kind={message.kind}
      data-mine={mine || undefined}
      data-message={message.id}
      aria-label={`${message.seat}, ${t(message.kind === 'talk' ? 'messages/off' : 'messages/on')}`}
    >
      <header className={classes['byline']}>
        <KindMark kind={message.kind} />
        <strong {...hint(name)}>{mine ? t('messages/you') : message.seat}</strong>
        <span className="dim">
          {mine ? '' : `${name ?? ''} · `}
          <When at={message.at} />
        </span>
        {message.corrected_at && !message.taken_back_at ? (
          <span className="dim">· {t('messages/corrected')}</span>
        ) : null}
        {message.kind === 'decision' ? (
          <span className="dim">
            · {message.position === null ? t('messages/pending') : t('messages/entry', { position: message.position })}
          </span>
        ) : null}
        {acts || right || task ? (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                className={classes['more']}
                size="sm"
                aria-label={`${t('messages/more')}${t('common/colon')}${message.seat}`}
              >
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {acts && may.correct ? (
                <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onDo('correct', message)}>
                  {t('messages/correct')}
                </Menu.Item>
              ) : null}
              {acts ? (
                <Menu.Item leftSection={<IconLanguage size={15} />} onClick={() => onDo('translate', message)}>
                  {t('messages/translate')}
                </Menu.Item>
              ) : null}
              {acts && may.take_back ? (
                <Menu.Item leftSection={<IconArrowBackUp size={15} />} onClick={() => onDo('takeBack', message)}>
                  {t('messages/takeBack')}
                </Menu.Item>
              ) : null}
              {task ? (
                <Menu.Item leftSection={<IconChecklist size={15} />} onClick={() => task(message)}>
                  {t('matters/make')}
                </Menu.Item>
              ) : null}
              {right ? (
                <Menu.Item leftSection={<IconScale size={15} />} onClick={() => right(message)}>
                  {t('messages/putRight')}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </header>
      {message.corrects ? (
        <p className={classes['remark']}>
          <a href={`#${message.corrects}`}>{t('messages/putsRight')}</a>
        </p>
      ) : null}
      {message.text === null ? (
        <p className={classes['gone']}>{t(message.taken_back_at ? 'messages/takenBack' : 'messages/erased')}</p>
      ) : (
        <div className={classes['sides']} data-two={message.translations.length > 0 || undefined}>
          <Text text={message.text} of={message} />
          {message.translations.length > 0 ? <Translations message={message} /> : null}
        </div>
      )}
      <TaskTitles tasks={message.tasks} />
      {message.signing ? <Signed message={message} signing={message.signing} onSign={onSign} /> : null}
      {message.corrected_by ? (
        <p className={classes['remark']} data-warn>
          <a href={`#${message.corrected_by}`}>{t('messages/putRightBy')}</a>
        </p>
      ) : null}
      {message.former.length > 0 ? (
        <details className={classes['former']}>
          <summary>{t('messages/former')}</summary>
          {message.former.map((one) => (
            <div key={one.until}>
              <div className={classes['prose']}>{visible(one.text)}</div>
              <span className="dim">
                {t('messages/until')} <When at={one.until} />
              </span>
            </div>
          ))}
        </details>
      ) : null}
    </article>
  );
}
