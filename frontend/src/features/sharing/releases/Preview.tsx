import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import type { Change, Draft } from '@/components/sharing/draft';
import { sentences } from '@/components/sharing/words';
import { useMemberName } from '@/components/text/useMemberName';
import classes from './Releases.module.css';

/** The release before and after, in sentences; differences are marked not only by colour. */
export function Preview({
  party,
  before,
  after,
  change,
}: {
  party: string;
  before: Draft;
  after: Draft;
  change: Change;
}) {
  const { t } = useTranslation();
  const { parties, zone, locale, partyName } = useTeam();
  const memberName = useMemberName();
  const authorities = parties.find(({ code }) => code === party)?.authorities ?? [];
  const wording = {
    t,
    zone,
    locale,
    party: partyName(party),
    authorityName: (code: string) => authorities.find((one) => one.code === code)?.name ?? code,
    memberName,
  };
  if (change === 'nothing') return <Notice>{t('releases/noChange')}</Notice>;
  const [was, becomes] = [sentences(before, wording), sentences(after, wording)];
  const verdict = {
    start: t('say/start', { party: wording.party }),
    raise: t('say/raise'),
    lower: t('say/lower'),
    conditions: t('say/same'),
    end: t('say/none', { party: wording.party }),
  }[change];
  return (
    <div className={classes['preview']} aria-live="polite">
      <Notice tone={change === 'lower' || change === 'conditions' ? 'plain' : 'warn'}>{verdict}</Notice>
      <div className={classes['sides']}>
        <div>
          <h3>{t('say/before')}</h3>
          {was.map((line) =>
            becomes.includes(line) ? (
              <p key={line}>{line}</p>
            ) : (
              <p key={line}>
                <del>{line}</del>
              </p>
            ),
          )}
        </div>
        <div>
          <h3>{t('say/after')}</h3>
          {becomes.map((line) =>
            was.includes(line) ? (
              <p key={line}>{line}</p>
            ) : (
              <p key={line}>
                <ins>{line}</ins>
              </p>
            ),
          )}
        </div>
      </div>
    </div>
  );
}
