export const signIn = {
  signIn: {
    title: 'Sign in',
    intro: 'The workspace of a joint investigation team. What you open here is recorded, with the purpose you state.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    needEmail: 'Enter the e-mail address of your account.',
    needPassword: 'Enter your password.',
    wrong: 'E-mail and password do not match an account that can sign in here. Check both; if you forgot the password, your host sets a new one.',
    throttled: 'Too many attempts from here. Try again in {{wait}}; other people are not locked out.',
    ended: 'Your session has ended. Sign in again; what you had entered in a form has to be entered again, uploads can be continued.',
    demonstration: 'Demonstration accounts',
    demonstrationHelp: 'One click signs in. Open a second, private window to be somebody in another country at the same time.',
    as: 'Sign in as {{name}}',
    showPassword: 'Show the password',
    noParty: 'Whole team', noSeat: 'Without a seat',
  },
};
