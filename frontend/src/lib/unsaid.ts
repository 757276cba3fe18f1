/** Returns the text that is left after `sent` was sent: what was typed after it meanwhile, or another text. */
export function unsaid(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
