/** French spacing, so that dictionaries contain plain spaces: no line begins with ; : ! ? or ». */

type Words = { readonly [name: string]: string | Words };

const NARROW = '\u202f';
const HARD = '\u00a0';

export function spaced(text: string): string {
  return text
    .replaceAll(/ ([;!?])/g, `${NARROW}$1`)
    .replaceAll(/ ([:»])/g, `${HARD}$1`)
    .replaceAll('« ', `«${HARD}`)
    .replaceAll(/\b([Nn]º) /g, `$1${HARD}`);
}

/** Returns the dictionary with its spaces, and `many` wherever only `other` exists. */
export function typeset<T extends Words>(words: T): T {
  const set: Record<string, string | Words> = {};
  for (const [name, value] of Object.entries(words)) {
    set[name] = typeof value === 'string' ? spaced(value) : typeset(value);
    const many = name.replace(/_other$/, '_many');
    if (many !== name && !(many in words)) set[many] = set[name];
  }
  return set as T;
}
