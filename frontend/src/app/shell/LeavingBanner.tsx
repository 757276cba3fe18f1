/** A party leaves, or has just left: when, under which clause, and the visible consequences. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import { withWords } from '@/i18n';

const LeavingDialog = lazy(withWords(async () => ({ default: (await import('./LeavingDialog')).LeavingDialog })));

export function LeavingBanner() {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const [looked, setLooked] = useState<PartyView | null>(null);
  return (
    <>
      {parties.map((party) =>
        party.leaving && !party.leaving.ended_at ? (
          <Notice
            key={party.code}
            tone="warn"
            action={
              party.leaving.begun_at ? null : (
                <Button size="compact-sm" variant="default" onClick={() => setLooked(party)}>
                  {t('leaving/look')}
                </Button>
              )
            }
          >
            <span>
              {t(party.leaving.begun_at ? 'leaving/underWay' : 'leaving/banner', {
                party: party.name,
                clause: party.leaving.clause,
              })}{' '}
              <When at={party.leaving.effective_at} />
            </span>
          </Notice>
        ) : null,
      )}
      <Suspense fallback={null}>
        {looked ? <LeavingDialog party={looked} onClose={() => setLooked(null)} /> : null}
      </Suspense>
    </>
  );
}
