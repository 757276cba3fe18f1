export const problem = {
  problem: {
    title: 'This did not work',
    'no-answer':
      'The server does not answer. Nothing was changed. The page tries again; check your connection if this stays.',
    'unknown-outcome':
      'No answer came, so it is not known whether this was done. Look first; if it was not, do it again. Check your connection if this stays.',
    http: 'The server reported a fault ({{status}}). Nothing was changed as far as this page knows. Try again; if it stays, tell your host and give the time.',
    forbidden: 'Your seat may not do this. Nothing was changed.',
    'not-found':
      'There is nothing here that you may see. It may never have existed, or it is not released to your party.',
    stale:
      'Somebody changed this while you were working. Nothing of yours was saved. Look at what stands now, then begin again.',
    'too-many-attempts':
      'Too many of your releases were refused within a day because another party has not released so far what the exhibit was derived from. You can release derived exhibits again in {{wait}}. Nothing was changed.',
    throttled: 'Too many attempts. Wait {{wait}}, then try again.',
    locked: 'Somebody else is writing this at the moment. Try again in a few seconds.',
    gone: 'This has ended. Open it again.',
    'too-large': 'This is larger than the server takes.',
    invalid: 'The server does not accept this: {{fields}}. Nothing was changed.',
    refused: 'The server refuses this. Nothing was changed.',
    detail: 'What the server says',
    part: 'A part of the page could not be fetched: the server does not answer, or it has a newer page. Nothing was changed. Reload in a moment; uploads under way can be continued afterwards.',
    crashTitle: 'The page has met a fault of its own',
    crash: 'Nothing was sent that you did not confirm. Reload the page; uploads under way can be continued afterwards.',
    reload: 'Reload the page',
    missingTitle: 'There is nothing here',
    missing:
      'The address leads nowhere, or to something that is not released to your party. From outside the two look the same, on purpose.',
    home: 'To my team',
  },
};
