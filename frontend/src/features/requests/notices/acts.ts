/** Changes of INTERPOL notices. Each returns the notice as it is afterwards. */
import {
  answerNoticeCheck,
  changeNotice,
  changeNoticeChallenge,
  createNotice,
  importNotices,
  keepNotice,
  linkNoticeExhibit,
  linkNoticeWarrant,
  moveNotice,
  previewNoticeImport,
  recallNoticeRelease,
  recordNoticeChallenge,
  recordNoticeHit,
  releaseNotice,
  unlinkNoticeExhibit,
  unlinkNoticeWarrant,
} from '@/api/generated/sdk.gen';
import { idempotent, ifMatch } from '@/api/headers';
import type {
  NoticeChallengeChangeForm,
  NoticeChallengeForm,
  NoticeChangeForm,
  NoticeCheckForm,
  NoticeExhibitForm,
  NoticeForm,
  NoticeHitForm,
  NoticeColour,
  NoticeMoveForm,
  NoticePreviewView,
  NoticeView,
  TextKeepingForm,
} from '@/api/generated/types.gen';

/** `key`: the idempotency key; the same content sent again under it is created once. */
export async function create(jit: string, key: string, body: NoticeForm): Promise<NoticeView> {
  return (await createNotice({ path: { jit }, body, headers: idempotent(key), throwOnError: true })).data;
}

export async function change(jit: string, { id, content }: NoticeView, body: NoticeChangeForm): Promise<NoticeView> {
  const headers = ifMatch(content.version);
  return (await changeNotice({ path: { jit, notice: id }, headers, body, throwOnError: true })).data;
}

export async function move(jit: string, notice: string, body: NoticeMoveForm): Promise<NoticeView> {
  return (await moveNotice({ path: { jit, notice }, body, throwOnError: true })).data;
}

export async function answer(jit: string, notice: string, body: NoticeCheckForm): Promise<NoticeView> {
  return (await answerNoticeCheck({ path: { jit, notice }, body, throwOnError: true })).data;
}

export async function recordHit(jit: string, notice: string, body: NoticeHitForm): Promise<NoticeView> {
  return (await recordNoticeHit({ path: { jit, notice }, body, throwOnError: true })).data;
}

export async function recordChallenge(jit: string, notice: string, body: NoticeChallengeForm): Promise<NoticeView> {
  return (await recordNoticeChallenge({ path: { jit, notice }, body, throwOnError: true })).data;
}

export async function changeChallenge(
  jit: string,
  notice: string,
  challenge: { id: string; version: number },
  body: NoticeChallengeChangeForm,
): Promise<NoticeView> {
  const path = { jit, notice, challenge: challenge.id };
  return (await changeNoticeChallenge({ path, headers: ifMatch(challenge.version), body, throwOnError: true })).data;
}

export async function linkExhibit(jit: string, notice: string, body: NoticeExhibitForm): Promise<NoticeView> {
  return (await linkNoticeExhibit({ path: { jit, notice }, body, throwOnError: true })).data;
}

export async function unlinkExhibit(jit: string, notice: string, evidence: string): Promise<NoticeView> {
  return (await unlinkNoticeExhibit({ path: { jit, notice, evidence }, throwOnError: true })).data;
}

export async function linkWarrant(jit: string, notice: string, request: string): Promise<NoticeView> {
  return (await linkNoticeWarrant({ path: { jit, notice }, body: { request }, throwOnError: true })).data;
}

export async function unlinkWarrant(jit: string, notice: string): Promise<NoticeView> {
  return (await unlinkNoticeWarrant({ path: { jit, notice }, throwOnError: true })).data;
}

export async function share(jit: string, notice: string, party: string): Promise<NoticeView> {
  return (await releaseNotice({ path: { jit, notice, party }, throwOnError: true })).data;
}

export async function endSharing(jit: string, notice: string, party: string, reason: string): Promise<NoticeView> {
  return (await recallNoticeRelease({ path: { jit, notice, party }, body: { reason }, throwOnError: true })).data;
}

export async function keep(jit: string, notice: string, body: TextKeepingForm): Promise<NoticeView> {
  return (await keepNotice({ path: { jit, notice }, body, throwOnError: true })).data;
}

type ImportedFile = { document: string; kind: NoticeColour | null };

export async function preview(jit: string, body: ImportedFile): Promise<NoticePreviewView[]> {
  return (await previewNoticeImport({ path: { jit }, body, throwOnError: true })).data.notices;
}

export async function importAll(jit: string, body: ImportedFile & { take: number[] }): Promise<NoticeView[]> {
  return (await importNotices({ path: { jit }, body, throwOnError: true })).data.notices;
}
