/** What a line of the operations log says, on the plan and on the board. */
import { useTranslation } from 'react-i18next';
import { Words } from '@/components/text/Words';
import type { LogLine } from '@/features/coordination/action-days/board/boardLog';
import classes from '@/features/coordination/action-days/Operations.module.css';
import { visible } from '@/lib/visible';

type Props = { line: LogLine; member: string; partyName: (code: string) => string };

export function Said({ line, member, partyName }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Act line={line} member={member} partyName={partyName} />
      {line.afterClosing ? <span className={classes['verify']}>{t('operationsLog/afterClosing')}</span> : null}
    </>
  );
}

function Reason({ line, reason }: { line: LogLine; reason: string | null }) {
  const { t } = useTranslation();
  if (reason === null && !line.erased['reason']) return null;
  return (
    <>
      {t('common/colon')}
      <Words of={line} name="reason">
        {reason}
      </Words>
    </>
  );
}

function Act({ line, member, partyName }: Props) {
  const { t } = useTranslation();
  const colon = t('common/colon');
  switch (line.what) {
    case 'report':
      return (
        <>
          {member}
          {colon}
          {line.decision ? <strong className={classes['decision']}>{t('operations/decision')} </strong> : null}
          <Words of={line} name="text">
            {line.text}
          </Words>
          {line.shared ? null : (
            <span className={classes['verify']}>{t('operations/ownMark', { party: partyName(line.party) })}</span>
          )}
        </>
      );
    case 'move':
      return (
        <>
          {t('operationsBoard/moved', { member, state: t(`actionState/${line.state}`) })}
          {colon}
          <strong>{visible(line.action)}</strong>
        </>
      );
    case 'result':
      return (
        <>
          {t('operationsLog/result', { member, count: line.count, kind: t(`resultKind/${line.kind}`) })}
          {colon}
          <strong>{visible(line.action)}</strong>
        </>
      );
    case 'answer':
      return (
        <>
          {line.answer
            ? t('operationsBoard/answered', { member, answer: t(`operations/${line.answer}`) })
            : t('operationsLog/withdrew', { member })}
          <Reason line={line} reason={line.reason} />
        </>
      );
    case 'state':
      return (
        <>
          {t(`operationsLog/${line.step}`, { member })}
          {line.without.length > 0
            ? ` ${t('operationsLog/without', { parties: line.without.map(partyName).join(', ') })}`
            : null}
          <Reason line={line} reason={line.reason} />
          {line.reasons.map((one) => (
            <span key={one.party} className={classes['why']}>
              {partyName(one.party)}
              {colon}
              {visible(one.reason)}
            </span>
          ))}
        </>
      );
  }
}
