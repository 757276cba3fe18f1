export const live = {
  live: {
    live: 'Live',
    connecting: 'Connecting',
    waiting: 'Reconnecting',
    offline: 'No network',
    ended: 'Signed out',
    liveHelp: 'Events that you may know appear here as they are recorded.',
    connectingHelp: 'The page is connecting. Events of the meantime are loaded afterwards.',
    waitingHelp: 'The connection was lost. The page reconnects by itself and loads the missed events.',
    offlineHelp: 'This device has no network. Missed events are loaded when it is back.',
    endedHelp: 'Your session has ended. Sign in again.',
    system: 'Liaison',
    unnamed: 'an exhibit',
    gone: 'an exhibit without access',
    you: 'You',
    fresh: 'new',
  },
};
