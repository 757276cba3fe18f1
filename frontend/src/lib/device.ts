/** Returns a readable name of a browser, to distinguish the own sessions. */

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\bFxiOS\/(\d+)/, 'Firefox'],
  [/\bCriOS\/(\d+)/, 'Chrome'],
  [/Chrom(?:e|ium)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+).*\bSafari\//, 'Safari'],
  [/^curl\/(\d+)/, 'curl'],
  [/^python-(?:httpx|requests)\/(\d+)/, 'Python'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

export type Device = { browser: string | null; system: string | null };

export function deviceOf(agent: string): Device {
  const found = BROWSERS.map(([shape, name]) => ({ match: shape.exec(agent), name })).find(({ match }) => match);
  return {
    browser: found ? `${found.name} ${found.match?.[1] ?? ''}`.trim() : null,
    system: SYSTEMS.find(([shape]) => shape.test(agent))?.[1] ?? null,
  };
}
