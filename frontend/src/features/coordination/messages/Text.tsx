/** The text of a message: visible exhibits by name, other links as "an exhibit", mentions by name and code. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { useMemberName } from '@/components/text/useMemberName';
import { visible } from '@/lib/visible';
import { parts } from './words';
import classes from './Messages.module.css';

export function Text({ text, of, lang }: { text: string; of: MessageView; lang?: string }) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  const nameOf = useMemberName();
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
        if (!of.mentions.includes(part.code)) return `@${part.code}`;
        return (
          <span key={index} className={classes['seat']} data-me={part.code === seat.code || undefined}>
            @{nameOf(part.code)}
          </span>
        );
      })}
    </div>
  );
}
