/** Returns the text that is left in a field after `sent` was sent: what was typed since, or another text. */
export function remainingText(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
