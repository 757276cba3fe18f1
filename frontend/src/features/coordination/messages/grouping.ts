/** How messages follow each other in a list: by day, and by sender within a few minutes. Pure. */
import type { MessageView } from '@/api/views';
import { wallClock } from '@/lib/zones';

/** `day`: the first message of a day in the reader's zone. `continued`: it follows the same sender's, without a head of its own. */
export type Place = { day: boolean; continued: boolean };

const TOGETHER_MS = 5 * 60_000;

const dayOf = ({ at }: MessageView, zone: string) => wallClock(Date.parse(at), zone).slice(0, 10);

/** Chat and decisions are never grouped together: a decision keeps its head. `breaks`: ids before which a line is drawn. */
export function placesOf(messages: readonly MessageView[], zone: string, breaks: readonly (string | null)[]): Place[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const day = !before || dayOf(before, zone) !== dayOf(message, zone);
    const together =
      before !== undefined &&
      before.seat === message.seat &&
      before.kind === 'talk' &&
      message.kind === 'talk' &&
      Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS;
    return { day, continued: !day && together && !breaks.includes(message.id) };
  });
}
