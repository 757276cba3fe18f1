/** Statements of the catalogue and of a treaty that differ about two States, each with its source. */
import { useTranslation } from 'react-i18next';
import { Day } from '@/components/text/Day';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import type { ContradictionView } from './queries';

export function Contradiction({ of }: { of: ContradictionView }) {
  const { t } = useTranslation();
  const { said, country } = useRequestWords();
  const source = (from: string | null) =>
    from ? <span className="dim"> {t('reference/source', { source: visible(from) })}</span> : null;
  return (
    <ul>
      <li>
        {t(of.applies ? 'routes/catalogueApplies' : 'routes/catalogueDenies')}
        {source(of.source)}
      </li>
      {of.statements.map((one) => (
        <li key={`${one.treaty.en} ${one.country}`}>
          {t('routes/bindsFrom', { treaty: visible(said(one.treaty)), country: country(one.country) })}{' '}
          <Day day={one.in_force_on} />
          {source(one.source)}
        </li>
      ))}
    </ul>
  );
}
