export const live = {
  live: {
    live: 'Live',
    connecting: 'Connecting',
    waiting: 'Reconnecting',
    offline: 'Offline',
    ended: 'Signed out',
    liveHelp: 'New entries that you may read appear as they are recorded.',
    connectingHelp: 'Connecting to the live channel. No entry is missed.',
    waitingHelp: 'The connection was interrupted. The page reconnects automatically, and no entry is missed.',
    offlineHelp: 'This device has no network connection. New entries appear when it is back.',
    endedHelp: 'The session has ended. Sign in again.',
    system: 'Liaison',
    unnamed: 'an exhibit',
    gone: 'an exhibit that you can no longer see',
    you: 'You',
    fresh: 'new',
  },
};
