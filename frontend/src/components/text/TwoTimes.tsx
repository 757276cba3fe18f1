/** A time in the user's zone and, if it differs, in the zone of the other party. */
import { useTeam } from '@/api/team';
import { dayName, fullTime, shortClock, zoneName } from '@/lib/time';
import { offsetAt } from '@/lib/zones';
import { When } from './When';

export function TwoTimes({
  at,
  other = null,
  zone = null,
}: {
  at: string;
  other?: string | null;
  zone?: string | null;
}) {
  const { zone: mine, locale, parties } = useTeam();
  const there = zone ?? parties.find(({ code }) => code === other)?.time_zone;
  const moment = Date.parse(at);
  const differs = there !== undefined && offsetAt(moment, there) !== offsetAt(moment, mine);
  const sameDay = there !== undefined && dayName(at, there, locale) === dayName(at, mine, locale);
  return (
    <>
      <When at={at} />
      {differs ? (
        <span className="dim">
          {' · '}
          {sameDay
            ? `${shortClock(moment, there, locale)} ${zoneName(moment, there, locale)}`
            : fullTime(at, there, locale)}
        </span>
      ) : null}
    </>
  );
}
