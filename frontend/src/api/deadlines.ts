/** Names of the deadlines of legal requests, which entries of the audit log state as keys of the reference data. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listInstrumentsOptions } from './generated/@tanstack/react-query.gen';

const STALE_AFTER = 5 * 60_000;
/** The key of a day that a party set; no deadline of the reference data has it. */
const ASKED = 'ASKED';

/** `wanted`: whether there is a deadline to name; otherwise nothing is loaded. An unknown key is shown as it is. */
export function useDeadlineName(wanted: boolean): (rule: string) => string {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({ ...listInstrumentsOptions(), staleTime: STALE_AFTER, enabled: wanted });
  return useCallback(
    (rule: string) => {
      if (rule === ASKED) return t('requestDeadlines/asked');
      const rules = data?.items.flatMap(({ deadlines }) => deadlines.map(({ value }) => value)) ?? [];
      const title = rules.find((one) => one?.key === rule)?.title;
      return title ? title[i18n.language === 'fr' ? 'fr' : 'en'] : rule;
    },
    [data, i18n.language, t],
  );
}

/** Whether an entry of this kind is about a deadline of a legal request. */
export const isAboutDeadline = (kind: string | null): boolean => kind?.startsWith('request.deadline_') ?? false;
