/** Parses the sentences of the activity feed into words and names. Pure. */

export type Part = string | { name: string };

/** Words and names of a sentence, with those optional parts of which `known` knows every name; null if it lacks another. */
export function partsOf(sentence: string, known: (name: string) => boolean): Part[] | null {
  const parts: Part[] = [];
  for (const [, optional, plain] of sentence.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)) {
    const found = split(optional ?? plain ?? '');
    const lacking = found.some((part) => typeof part !== 'string' && !known(part.name));
    if (lacking && optional === undefined) return null;
    if (!lacking) parts.push(...found);
  }
  return parts;
}

const split = (text: string): Part[] =>
  text
    .split(/\{([^}]+)\}/)
    .map((piece, index): Part => (index % 2 === 1 ? { name: piece } : piece))
    .filter((part) => part !== '');
