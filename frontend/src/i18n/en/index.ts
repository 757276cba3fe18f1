/** The words of the page, a file for each noun: source of every other language and of the type of t(). Sentences say what happened, what was not lost and what to do next. */
import { access } from './access';
import { account } from './account';
import { app } from './app';
import { audit } from './audit';
import { common } from './common';
import { custody } from './custody';
import { evidence } from './evidence';
import { exhibit } from './exhibit';
import { exports } from './exports';
import { facts } from './facts';
import { files } from './files';
import { keyboard } from './keyboard';
import { live } from './live';
import { members } from './members';
import { openings } from './openings';
import { problem } from './problem';
import { refused } from './refused';
import { register } from './register';
import { releases } from './releases';
import { signIn } from './signIn';
import { situation } from './situation';
import { teams } from './teams';
import { uploads } from './uploads';
import { vocabulary } from './vocabulary';
import { watch } from './watch';

export const en = { ...access, ...account, ...app, ...audit, ...common, ...custody, ...evidence, ...exhibit, ...exports, ...facts, ...files, ...keyboard, ...live, ...members, ...openings, ...problem, ...refused, ...register, ...releases, ...signIn, ...situation, ...teams, ...uploads, ...vocabulary, ...watch };
export type Words = typeof en;
