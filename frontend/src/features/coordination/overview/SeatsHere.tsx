/** The members of a party who are online; for the own party also the exhibit that each has open. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hints/hint';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import type { Present } from '@/realtime/frames';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { lookedAt } from './here';
import classes from './Situation.module.css';

export function SeatsHere({ present }: { present: readonly Present[] }) {
  const { t } = useTranslation();
  const { seat, members, locale } = useTeam();
  const word = useWord();
  if (present.length === 0) return null;
  return (
    <ul className={classes['here']}>
      {present.map((one) => {
        const person = members.find(({ code }) => code === one.seat);
        const evidence = lookedAt(one, seat.code);
        const words = person
          ? `${person.name} · ${new Intl.ListFormat(locale, { type: 'unit' }).format(person.roles.map((role) => word('role', role)))}`
          : null;
        return (
          <li key={one.seat} className={classes['one']}>
            <span className={classes['seat']} {...hint(words)}>
              {person ? visible(person.name) : null} <span className="mono dim">{one.seat}</span>
            </span>
            {one.seat === seat.code ? <span className="dim">{t('live/you')}</span> : null}
            {evidence ? (
              <span className={classes['looks']}>
                {t('situation/looksAt')} <ExhibitLink id={evidence} />
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
