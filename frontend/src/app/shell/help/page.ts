/** The help page of an address. */
import type { pages } from './pages.en';

export type HelpPage = keyof typeof pages;

const TEAM: [RegExp, HelpPage][] = [
  [/^$/, 'overview'],
  [/^evidence$/, 'evidence'],
  [/^evidence\//, 'exhibit'],
  [/^tasks$/, 'tasks'],
  [/^tasks\//, 'task'],
  [/^calendar$/, 'calendar'],
  [/^messages/, 'messages'],
  [/^operations$/, 'operations'],
  [/^operations\/[^/]+\/board$/, 'board'],
  [/^operations\//, 'operation'],
  [/^requests$/, 'requests'],
  [/^requests\/new$/, 'newRequest'],
  [/^requests\/[^/]+\/form$/, 'filledForm'],
  [/^requests\//, 'request'],
  [/^notices$/, 'notices'],
  [/^notices\/import$/, 'noticeImport'],
  [/^notices\/(new$|[^/]+\/edit$)/, 'newNotice'],
  [/^notices\//, 'notice'],
  [/^expiring$/, 'expiring'],
  [/^hearings/, 'hearings'],
  [/^identifiers$/, 'identifiers'],
  [/^routes$/, 'routes'],
  [/^directory$/, 'directory'],
  [/^reciprocity$/, 'reciprocity'],
  [/^consents$/, 'consents'],
  [/^copies$/, 'copies'],
  [/^alerts$/, 'alerts'],
  [/^access$/, 'access'],
  [/^verifications$/, 'verifications'],
  [/^reviews$/, 'reviews'],
  [/^audit$/, 'audit'],
  [/^members$/, 'members'],
  [/^at-the-search$/, 'searchAndSeizure'],
];
const OTHERS: [RegExp, HelpPage][] = [
  [/^\/sign-in$/, 'signIn'],
  [/^\/invitation$/, 'invitation'],
  [/^\/recovery$/, 'recovery'],
  [/^\/organisation$/, 'organisation'],
  [/^\/setup$/, 'setup'],
  [/^\/administration$/, 'administration'],
  [/^\/teams$/, 'teams'],
  [/^\/teams\/new$/, 'founding'],
  [/^\/account$/, 'account'],
  [/^\/tasks$/, 'myTasks'],
  [/^\/find/, 'find'],
];

/** Returns null for a screen without a help page. */
export function helpPage(pathname: string): HelpPage | null {
  const path = pathname.replace(/\/+$/, '');
  const team = /^\/jits\/[^/]+\/?(.*)$/.exec(path);
  const [known, rest] = team ? [TEAM, team[1] ?? ''] : [OTHERS, path];
  return known.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
}
