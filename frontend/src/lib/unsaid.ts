/** What of a text is left to say, once `sent` was taken: what was typed behind it meanwhile, or another text altogether. */
export function unsaid(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
