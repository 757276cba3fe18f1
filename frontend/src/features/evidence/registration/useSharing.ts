/** Sharing of a new exhibit while it is decided: proposed by the rules, or changed party by party. */
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { accessRulesQuery, simulationQuery } from '@/features/sharing/access/queries';
import { inheritanceQuery } from '@/features/evidence/derivations/queries';
import { useTeam } from '@/api/team';
import { EMPTY, type Draft } from '@/components/sharing/draft';
import type { RegisterForm } from './form';
import { asReleases, proposalOf, type Proposal } from './proposal';

export type Sharing = {
  /** One for each other active party; null while the proposal is read. */
  proposals: Proposal[] | null;
  error: unknown;
  retry: () => void;
  /** The level that each party gets now. */
  drafts: Record<string, Draft>;
  shared: string[];
  mayChange: boolean;
  /** Whether a rule of the party exists. */
  ruled: boolean;
  /** A rule by what it applies to, with its code. */
  nameOf: (rule: string) => string;
  change: (party: string, draft: Draft) => void;
  restore: () => void;
};

export function useSharing(form: RegisterForm): Sharing {
  const { t } = useTranslation();
  const { jit, parties, seat, may, zone } = useTeam();
  const { values } = form;
  const { category, handling, tlp, joint } = values;
  const rules = useQuery(accessRulesQuery(jit.id, may('rules:read')));
  const ruled = (rules.data?.items.length ?? 0) > 0;
  const first = useRef(true);
  const { setFieldValue } = form;
  useEffect(() => {
    if (rules.data && first.current) {
      first.current = false;
      setFieldValue('ruled', ruled);
    }
  }, [rules.data, ruled, setFieldValue]);
  const wish = category ? { draft: { category, handling, tlp, joint } } : null;
  const [settled] = useDebouncedValue(JSON.stringify(wish), 200);
  const simulated = useQuery(simulationQuery(jit.id, JSON.parse(settled) as typeof wish));
  const parents = values.derived_from.map(({ evidence }) => evidence);
  const inherited = useQuery(inheritanceQuery(jit.id, parents));
  const bound = parents.length > 0 && inherited.data?.bound === true;
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  const proposals =
    simulated.data &&
    others.map(({ code }): Proposal => {
      const found = simulated.data.find(({ party }) => party === code);
      if (!found || (bound && !joint.includes(code)))
        return { party: code, draft: EMPTY, rules: [], because: 'not_released', gated: false };
      return proposalOf(found, zone);
    });
  const drafts = values.ruled ? asReleases(proposals ?? []) : values.releases;
  return {
    proposals: proposals ?? null,
    error: simulated.error,
    retry: () => void simulated.refetch(),
    drafts,
    shared: others.map(({ code }) => code).filter((code) => (drafts[code] ?? EMPTY).level !== 'none'),
    mayChange: may('releases:grant'),
    ruled,
    nameOf: (code) => {
      const rule = rules.data?.items.find((one) => one.code === code);
      if (!rule) return code;
      const category = rule.category ? t(`category/${rule.category}`) : t('register/anyCategory');
      return `${[category, rule.handling].filter(Boolean).join(', ')} (${code})`;
    },
    change: (party, draft) =>
      form.setValues({
        ruled: false,
        releases: { ...(values.ruled ? asReleases(proposals ?? []) : values.releases), [party]: draft },
      }),
    restore: () => form.setValues({ ruled, releases: {} }),
  };
}
