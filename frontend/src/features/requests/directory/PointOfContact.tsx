/** The 24/7 points of contact of a country, with their local hour; says so if none is recorded. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { useNow } from '@/lib/useNow';
import { ContactCard } from './ContactCard';
import { contactsQuery } from './queries';
import classes from './Directory.module.css';

export function PointOfContact({ country }: { country: string | null }) {
  const { t } = useTranslation();
  const { country: nameOf } = useRequestWords();
  const now = useNow(30_000);
  const { data } = useQuery(contactsQuery());
  if (!country || !data) return null;
  const found = data.items.filter((one) => one.country === country && one.role === 'contact_24_7');
  return (
    <Panel title={t('contactRole/contact_24_7')} flush={found.length > 0}>
      {found.length > 0 ? (
        <ul className={classes['list']}>
          {found.map((one) => (
            <li key={one.key}>
              <ContactCard contact={one} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <span className="dim">{t('directory/noContact', { country: nameOf(country) })}</span>
      )}
    </Panel>
  );
}
