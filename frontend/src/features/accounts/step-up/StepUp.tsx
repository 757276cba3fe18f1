/** Asks for a second factor before an act for which the party demands one. It is part of every screen. */
import { useEffect, useState } from 'react';
import { askedBy } from '@/api/stepUp';
import { loadLater } from '@/lib/lazyLoading';

type Asked = { kind: string; answer: (proved: boolean) => void };

const StepUpDialog = loadLater(async () => (await import('./StepUpDialog')).StepUpDialog);

export function StepUp() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => askedBy((kind) => new Promise((answer) => setAsked({ kind, answer }))), []);
  if (!asked) return null;
  const done = (proved: boolean) => {
    setAsked(null);
    asked.answer(proved);
  };
  return <StepUpDialog kind={asked.kind} onDone={done} />;
}
