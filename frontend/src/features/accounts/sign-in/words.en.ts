export const signIn = {
  signIn: {
    title: 'Sign in',
    intro:
      'The workspace of a joint investigation team. Every access to content is recorded with the purpose that you state.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    needEmail: 'Enter the e-mail address of your account.',
    needPassword: 'Enter your password.',
    code: 'Code of your authenticator app, or a recovery code',
    codeHelp: 'Six digits, or four groups of letters and digits',
    needCode: 'Enter the code of your app, or a recovery code.',
    wrongCode: 'This code is wrong or was used before. Enter the code that the app shows now.',
    byPasskey: 'Sign in with a passkey',
    noPasskeyUsed:
      'No passkey was used. The browser’s dialog was closed, or this device has no passkey for this site. Sign in with your password.',
    wrongPasskey: 'This passkey was not accepted. Try again, or sign in with your password.',
    lostApp:
      'If you have a passkey, sign in with it. Without app, passkey and recovery codes, ask the administrators of your organisation to recover your account. Without an organisation, ask the operator of this installation.',
    otherAccount: 'Other account',
    wrong:
      'The e-mail address or the password is wrong. Check both. If you forgot the password, ask the administrators of your organisation. Without one, ask the operator of this installation.',
    throttled: 'Too many attempts. Try again in {{wait}}, or use a browser or network from which you signed in before.',
    ended: 'Your session has ended. Sign in again. Enter unsaved forms again; uploads can be continued.',
    still: 'This computer is still signed in',
    stillHelp:
      'The server could not be reached, so the session continues. Liaison tries again; keep this page open until this notice disappears.',
    stopped_one:
      'One upload was stopped. The received part is kept: sign in, open the exhibit and choose the same file.',
    stopped_other:
      '{{count}} uploads were stopped. The received parts are kept: sign in, open the exhibits and choose the same files.',
    demonstration: 'Demonstration accounts',
    demonstrationHelp:
      'Select an account to sign in. Open a private window to be signed in as a person of another country at the same time.',
    as: 'Sign in as {{name}}',
    showPassword: 'Show password',
    noParty: 'Whole team',
    noSeat: 'Member of no team',
  },
};
