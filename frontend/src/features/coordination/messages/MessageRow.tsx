/** One message: sender, time, text, earlier versions, translations, signatures, and a menu of what can be done with it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconLanguage, IconPencil, IconScale, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { TaskTitles } from '@/components/tasks/TaskTitles';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { KindMark } from './KindMark';
import { Signed } from './signatures/Signed';
import { Text } from './Text';
import { Translations } from './Translations';
import classes from './Messages.module.css';

export type Doing = 'correct' | 'takeBack' | 'translate';
type Handler = ((message: MessageView) => void) | undefined;
type Props = {
  message: MessageView;
  open: boolean;
  /** It follows a message of the same sender: its head is left out. */
  continued?: boolean;
  onDo?: (what: Doing, message: MessageView) => void;
  onRight?: Handler;
  onSign?: Handler;
  onTask?: Handler;
};

export function MessageRow({ message, open, continued = false, onDo, onRight, onSign, onTask }: Props) {
  const { t } = useTranslation();
  const { seat, members } = useTeam();
  const nameOf = useMemberName();
  const mine = message.seat === seat.code;
  const name = members.find(({ code }) => code === message.seat)?.name ?? message.seat;
  const decision = message.kind === 'decision';
  return (
    <article
      className={classes['message']}
      data-kind={message.kind}
      data-mine={mine || undefined}
      data-continued={continued || undefined}
      data-message={message.id}
      aria-label={`${nameOf(message.seat)}, ${t(decision ? 'messages/on' : 'messages/off')}`}
    >
      <header className={classes['byline']}>
        {continued ? null : (
          <>
            {decision ? <KindMark kind={message.kind} /> : null}
            <strong>{mine ? t('messages/you') : name}</strong>
            {mine || name === message.seat ? null : <span className="dim mono">{message.seat}</span>}
          </>
        )}
        <span className={classes['time']}>
          <When at={message.at} />
        </span>
        {message.corrected_at && !message.taken_back_at ? (
          <span className="dim">· {t('messages/corrected')}</span>
        ) : null}
        {decision ? (
          <span className="dim">
            · {message.position === null ? t('messages/pending') : t('messages/entry', { position: message.position })}
          </span>
        ) : null}
        <Actions message={message} open={open} onDo={onDo} onRight={onRight} onTask={onTask} />
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

function Actions({ message, open, onDo, onRight, onTask }: Omit<Props, 'continued' | 'onSign'>) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const { may } = message;
  const right = may.put_right && open ? onRight : undefined;
  const act = message.text !== null && open ? onDo : undefined;
  const task = message.kind === 'decision' ? onTask : undefined;
  if (!act && !right && !task) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes['more']}
          size="sm"
          aria-label={`${t('messages/more')}${t('common/colon')}${nameOf(message.seat)}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {act && may.correct ? (
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => act('correct', message)}>
            {t('messages/correct')}
          </Menu.Item>
        ) : null}
        {act ? (
          <Menu.Item leftSection={<IconLanguage size={15} />} onClick={() => act('translate', message)}>
            {t('messages/translate')}
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
        {act && may.take_back ? (
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => act('takeBack', message)}>
            {t('messages/takeBack')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
