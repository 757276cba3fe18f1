export const problem = {
  problem: {
    title: 'The action failed',
    'no-answer': 'The server does not answer. Nothing was changed. Check your connection, then try again.',
    'unknown-outcome': 'The server did not answer in time. Check whether the change was made before you repeat it.',
    http: 'The server reported an error ({{status}}). Try again. If it happens again, tell the operator the time.',
    forbidden: 'You do not have permission for this. Ask a leader of your party.',
    'not-found': 'This does not exist, or you do not have access to it.',
    stale:
      'A colleague changed this while you worked. Your change was not saved. Check the present version, then try again.',
    'too-many-attempts':
      'Too many releases were refused today because another party has not released the source exhibit as far. Try again in {{wait}}.',
    throttled: 'Too many attempts. Wait {{wait}}, then try again.',
    locked: 'A colleague is saving this at the moment. Try again in a few seconds.',
    gone: 'This has expired. Open it again.',
    'too-large': 'This is larger than the server accepts.',
    invalid: 'The server does not accept these fields: {{fields}}. Correct them, then try again.',
    refused: 'The server refused this. Nothing was changed.',
    detail: 'Answer of the server',
    part: 'A part of the page could not be loaded. Reload the page. You can continue uploads afterwards.',
    crashTitle: 'The page has an error',
    crash: 'Reload the page. You can continue uploads afterwards.',
    reload: 'Reload page',
    missingTitle: 'Page not found',
    missing: 'This address does not exist, or you do not have access to it. The answer is the same in both cases.',
    home: 'Open my team',
  },
};
