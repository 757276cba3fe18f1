/** A text as one reads it: exhibits that one sees by name, others as "an exhibit", whether they are hidden or were never there. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { hint } from '@/components/hints/hint';
import { visible } from '@/lib/visible';
import { parts } from './words';
import classes from './Messages.module.css';

export function Text({ text, of, lang }: { text: string; of: MessageView; lang?: string }) {
  const { t } = useTranslation();
  const { seat, members } = useTeam();
  return (
    <div className={classes['prose']} {...(lang ? { lang } : {})}>
      {parts(text).map((part, index) => {
        if (part.kind === 'text') return visible(part.text);
        if (part.kind === 'exhibit') {
          const link = of.links.find(({ place }) => place === part.place);
          return link ? (
            <ExhibitLink key={index} id={link.evidence} />
          ) : (
            <span key={index} className="dim">
              {t('messages/exhibit')}
            </span>
          );
        }
        const named = of.mentions.includes(part.code);
        return named ? (
          <span
            key={index}
            className={classes['seat']}
            data-me={part.code === seat.code || undefined}
            {...hint(members.find(({ code }) => code === part.code)?.name)}
          >
            @{part.code}
          </span>
        ) : (
          `@${part.code}`
        );
      })}
    </div>
  );
}
