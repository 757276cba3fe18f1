/** Limits of use of exhibits (speciality): a warning before a use, with the clause and the request it came with. */
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { visible } from '@/lib/visible';

export type LimitOfUse = {
  evidence: string;
  exhibit_number: string;
  wording: string;
  clause: string | null;
  request?: string | null;
  request_number?: string | null;
};

/** Nothing without limits. `of`: the number of the exhibit in use; a limit of another one names that exhibit. */
export function LimitsOfUse({
  limits,
  of,
  children,
}: {
  limits: readonly LimitOfUse[];
  of?: string | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  if (limits.length === 0) return null;
  return (
    <Notice tone="warn" title={t('limits/title')}>
      {limits.map((one, place) => (
        <div key={`${one.evidence} ${String(place)}`}>
          {one.exhibit_number === of ? null : <span className="mono">{one.exhibit_number}: </span>}
          <span>{visible(one.wording)}</span> <Source limit={one} />
        </div>
      ))}
      {children}
    </Notice>
  );
}

function Source({ limit: { clause, request, request_number: number } }: { limit: LimitOfUse }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  if (clause === null && !number) return null;
  return (
    <span className="dim">
      {clause === null ? null : `${t('limits/clause')} ${visible(clause)}`}
      {clause !== null && number ? ' · ' : null}
      {number && request ? (
        <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request }} className="exhibit-link mono">
          {number}
        </Link>
      ) : (
        number
      )}
    </span>
  );
}

type Acknowledged = { checked?: boolean; error?: ReactNode; onChange?: (event: never) => void };

/** The same with the confirmation that the server demands before a disclosure or a package for a court. */
export function LimitsToConfirm({
  limits,
  of,
  input,
}: {
  limits: readonly LimitOfUse[];
  of?: string | undefined;
  input: Acknowledged;
}) {
  const { t } = useTranslation();
  return (
    <LimitsOfUse limits={limits} of={of}>
      <Checkbox mt={6} size="xs" label={t('limits/acknowledge')} {...input} />
    </LimitsOfUse>
  );
}
