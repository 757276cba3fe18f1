/** Reading a C2SP signed note that holds a checkpoint. Here: its parts for display. Not here: verification of the signature. */

export type Signature = { name: string; value: string };
export type Checkpoint = { origin: string; size: number; root: string; signatures: Signature[]; text: string };

export function parseCheckpoint(note: string): Checkpoint | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || note.includes('\r')) return null;
  const [origin, size, root] = note.slice(0, cut + 1).split('\n');
  if (!origin || !size || !root || !/^(0|[1-9]\d*)$/.test(size)) return null;
  const signatures: Signature[] = [];
  for (const line of note.slice(cut + 2).split('\n')) {
    const match = /^\u2014 (\S+) (\S+)$/.exec(line);
    if (match?.[1] && match[2]) signatures.push({ name: match[1], value: match[2] });
  }
  return { origin, size: Number(size), root, signatures, text: note };
}
