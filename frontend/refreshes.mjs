/**
 * Which queries a frame makes stale, as the page itself decides it: each line in is {"jit", "frame"} as JSON, each line out
 * the keys. Asked by tests/realtime/test_refreshing.py, so that no screen shows what is not so any more.
 */
import { registerHooks } from 'node:module';
import { createInterface } from 'node:readline';

const SRC = new URL('./src/', import.meta.url);

// Modules name each other as a bundler resolves them: from src by @, and without an ending.
registerHooks({
  resolve: (specifier, context, next) => {
    const named = specifier.startsWith('@/') ? new URL(specifier.slice(2), SRC).href : specifier;
    const ours = named !== specifier || /^\.{1,2}\//.test(specifier);
    if (!ours || context.parentURL?.includes('/node_modules/') || /\.(ts|mjs|js|json)$/.test(named))
      return next(named, context);
    try {
      return next(`${named}.ts`, context);
    } catch {
      return next(`${named}/index.ts`, context);
    }
  },
});

const { bundled, published, revoked, touched } = await import('./src/realtime/facts.ts');
const { touchedByTalk } = await import('./src/realtime/chat.ts');

const keysOf = (jit, frame) => {
  if (frame.type === 'fact') return touched(jit, frame);
  if (frame.type === 'head') return published(jit);
  if (frame.type === 'export') return bundled(jit);
  if (frame.type === 'talk') return touchedByTalk(jit, frame.channel);
  return frame.type === 'bye' && frame.reason === 'revoked' ? revoked(jit) : [];
};

for await (const line of createInterface({ input: process.stdin })) {
  const { jit, frame } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(keysOf(jit, frame).map(([key]) => key))}\n`);
}
