export const signIn = {
  signIn: {
    title: 'Sign in',
    intro: 'The workspace of a joint investigation team. What you open here is recorded, with the purpose you state.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    needEmail: 'Enter the e-mail address of your account.',
    needPassword: 'Enter your password.',
    wrong:
      'E-mail and password do not match an account that can sign in here. Check both; if you forgot the password, your host sets a new one.',
    throttled: 'Too many attempts. Try again in {{wait}}, or use a browser or network from which you signed in before.',
    ended:
      'Your session has ended. Sign in again; what you had entered in a form has to be entered again, uploads can be continued.',
    still: 'This computer is still signed in',
    stillHelp:
      'The server was not reached, so the session goes on. It is tried again by itself: leave this page open until this notice is gone.',
    stopped_one:
      'One upload was under way and was stopped. What has arrived is kept: sign in, open the exhibit and choose the same file.',
    stopped_other:
      '{{count}} uploads were under way and were stopped. What has arrived is kept: sign in, open the exhibits and choose the same files.',
    demonstration: 'Demonstration accounts',
    demonstrationHelp:
      'One click signs in. Open a second, private window to be somebody in another country at the same time.',
    as: 'Sign in as {{name}}',
    showPassword: 'Show the password',
    noParty: 'Whole team',
    noSeat: 'Without a seat',
  },
};
