/**
 * Who may see an exhibit, as a row of codes that always stand in the same order and place. For my own party's exhibits an
 * empty place says that nothing is released; for others' it says nothing, because that is not mine to know.
 */
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';
import { i18next } from '@/i18n';
import classes from '@/features/evidence/list/Grid.module.css';
import { lazyHint } from '@/components/hints/hint';

export function WhoRow({ exhibit }: { exhibit: Pick<EvidenceSummary, 'originator' | 'released_to' | 'mine'> }) {
  const { parties, partyName } = useTeam();
  const seen = new Set([...exhibit.released_to, exhibit.originator]);
  const known = parties.filter(({ code }) => seen.has(code)).map(({ code }) => code);
  // Asked for on hover, in the language of that moment.
  const words = () => {
    const { t } = i18next;
    const lines = parties.flatMap(({ code }) => {
      const name = partyName(code);
      if (code === exhibit.originator) return [t('evidence/originOf', { code, name })];
      if (seen.has(code)) return [t('evidence/seenBy', { code, name })];
      return exhibit.mine ? [t('evidence/notSeenBy', { code, name })] : [];
    });
    if (!exhibit.mine) lines.push(t('evidence/knownOnly'));
    return lines.join('\n');
  };
  return (
    <span
      {...lazyHint(words)}
      className={classes['who']}
      data-alone={known.length <= 1 || undefined}
      data-bodies={known.some((code) => code.length > 2) || undefined}
      role="img"
      aria-label={known.join(', ')}
    >
      {parties.map(({ code }) => (
        <span
          key={code}
          className={classes['slot']}
          data-long={code.length > 2 || undefined}
          data-tone={
            code === exhibit.originator ? 'origin' : seen.has(code) ? 'seen' : exhibit.mine ? 'not' : 'unknown'
          }
        >
          {seen.has(code) ? code : exhibit.mine && code.length === 2 ? '·' : ''}
        </span>
      ))}
    </span>
  );
}
