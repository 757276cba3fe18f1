export const problem = {
  problem: {
    title: 'This did not work',
    'no-answer': 'The server does not respond. Nothing was saved. Check your connection; the page tries again.',
    'unknown-outcome':
      'The server did not respond, so the result is unknown. Check whether the change was saved before you try again.',
    http: 'The server failed ({{status}}). Try again. If this continues, tell the operator the time of the error.',
    'too-many-attempts':
      'Too many of your releases were refused today because a source exhibit is not released that far. Try again in {{wait}}.',
    throttled: 'Too many attempts. Try again in {{wait}}.',
    refused: 'The server refused the request. Reload the page and try again.',
    part: 'A part of the page could not be loaded. Reload the page in a moment; uploads can be continued afterwards.',
    crashTitle: 'The page has failed',
    crash: 'Reload the page. Uploads can be continued afterwards.',
    reload: 'Reload page',
    missingTitle: 'Page not found',
    missing: 'This page does not exist, or it is not released to your party.',
    home: 'Go to my team',
  },
};
