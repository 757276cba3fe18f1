/** Hearings of the own party, with their checklists, as the page reads and changes them. */
import { idempotent, ifMatch } from '@/api/headers';
import { readHearingOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  addHearingExhibit,
  changeHearing,
  createHearing,
  decideAboutHearingCardValue,
  deleteHearing,
  listHearings,
  removeHearingExhibit,
} from '@/api/generated/sdk.gen';
import type { HearingCardForm, HearingCardValueView, HearingForm, HearingView } from '@/api/generated/types.gen';

export type {
  HearingCardValueView as CardValueView,
  HearingCheckView as CheckView,
  HearingExhibitView,
  HearingForm,
  HearingSummary,
  HearingView,
} from '@/api/generated/types.gen';
import { paged } from '@/api/paged';

export const hearingsQuery = (jit: string, past: boolean) =>
  paged({ _id: 'listHearings', path: { jit }, query: { past } }, (cursor, signal) =>
    listHearings({ path: { jit }, query: { past, limit: 50, ...cursor }, signal, throwOnError: true }),
  );

export const hearingQuery = (jit: string, hearing: string) => readHearingOptions({ path: { jit, hearing } });

/** `key`: the idempotency key; the same content sent again under it is created once. */
export async function create(jit: string, key: string, body: HearingForm): Promise<HearingView> {
  return (await createHearing({ path: { jit }, body, headers: idempotent(key), throwOnError: true })).data;
}

export async function change(jit: string, { id, version }: HearingView, body: HearingForm): Promise<HearingView> {
  const { title, country, court, proceeding, held_at, zone, court_language } = body;
  return (
    await changeHearing({
      path: { jit, hearing: id },
      body: {
        title,
        country,
        court,
        proceeding: proceeding ?? null,
        held_at,
        zone,
        court_language: court_language ?? null,
      },
      headers: { 'If-Match': `"${String(version)}"` },
      throwOnError: true,
    })
  ).data;
}

export async function remove(jit: string, hearing: string, reason: string): Promise<void> {
  await deleteHearing({ path: { jit, hearing }, body: { reason }, throwOnError: true });
}

export async function addExhibit(jit: string, hearing: string, evidence: string): Promise<HearingView> {
  return (await addHearingExhibit({ path: { jit, hearing, evidence }, throwOnError: true })).data;
}

export async function removeExhibit(jit: string, hearing: string, evidence: string): Promise<HearingView> {
  return (await removeHearingExhibit({ path: { jit, hearing, evidence }, throwOnError: true })).data;
}

export async function decideAboutCard(
  jit: string,
  hearing: string,
  { topic, version }: HearingCardValueView,
  decision: HearingCardForm['decision'],
): Promise<HearingView> {
  const path = { jit, hearing };
  return (
    await decideAboutHearingCardValue({
      path,
      body: { topic, decision },
      headers: ifMatch(version),
      throwOnError: true,
    })
  ).data;
}
