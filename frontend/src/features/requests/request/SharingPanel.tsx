/** To which parties a request was released, in words; a leader of its party changes that. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { endSharing, type RequestView } from './queries';
import { secondingOfRequest } from '@/features/requests/lines/queries';
import { ReleasesPanel } from '@/features/requests/lines/ReleasesPanel';
import { WaitingReleases } from '@/features/requests/lines/WaitingReleases';
import { useChanged } from './useChanged';

export function SharingPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const changed = useChanged();
  return (
    <ReleasesPanel
      releases={request.releases}
      mayEnd={request.may.release}
      empty={t('requestDetail/notShared', { party: partyName(request.party) })}
      words={({ level, party }) => t(`requestSharing/${level}`, { party: partyName(party) })}
      help={(party) => t('requestDetail/endSharingHelp', { party })}
      onEnd={async (party, reason) => changed(await endSharing(jit.id, request.id, party, reason))}
    >
      <WaitingReleases
        waiting={request.waiting_releases}
        seconding={secondingOfRequest(jit.id, request.id)}
        onChanged={changed}
      />
    </ReleasesPanel>
  );
}
