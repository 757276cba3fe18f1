export const accessLog = {
  accessLog: {
    title: 'Access log', list: 'Requests', search: 'Search the access log',
    what: 'What the seats of {{party}} asked for at this team’s door, and how it was answered: read by auditors alone, no part of the ledger, and kept for three years (Reg. (EU) 2023/969, Art. 25).',
    whatAll: 'What everybody asked for at this team’s door, and how it was answered: read by auditors alone, no part of the ledger, and kept for three years (Reg. (EU) 2023/969, Art. 25).',
    shownSoFar_one: '{{count}} shown so far, newest first', shownSoFar_other: '{{count}} shown so far, newest first', shownAll_one: '{{count}} request', shownAll_other: '{{count}} requests',
    asked: 'Asked for', answer: 'Answer', anyAnswer: 'Any answer', anyAsked: 'Anything asked for', noSeat: 'somebody without a seat', request: 'Request', address: 'Network address', account: 'Account', session: 'Session', id: 'Request id',
    refresh: 'Refresh', older: 'Older requests', nothing: 'No request matches these filters', empty: 'No request is logged yet',
  },
  askedFor: { changes: 'What changes something', evidence: 'Exhibits and files', tasks: 'Tasks', exports: 'Bundles', people: 'Parties and seats', ledger: 'The ledger and this log' },
  answer: { given: 'Answered', refused: 'Refused', absent: 'Not there', faulty: 'Not accepted', failed: 'Failed' },
  answerHelp: {
    given: 'Answered as asked.', refused: 'Refused: the seat may not do this.', absent: 'Nothing there for this seat: it does not exist, or it is hidden from it.', faulty: 'Not accepted: the request was not valid, came too late, or met a conflict.', failed: 'The server failed, or the request broke off before an answer.',
  },
  /** What was asked for, by method and route below the team. One that is not here is shown as it was recorded. */
  asked: {
    GET: 'the team', 'GET parties': 'the parties', 'POST parties': 'add a party', 'GET members': 'the seats', 'POST members': 'propose a seat', 'POST members {member} confirmation': 'confirm a seat',
    'POST parties {party} suspension': 'suspend a party', 'DELETE parties {party} suspension': 'let a party take part again', 'GET members {member} duties': 'what a seat would leave behind', 'POST members {member} suspension': 'suspend a seat', 'DELETE members {member} suspension': 'resume a seat', 'POST members {member} end': 'end a seat', 'PUT members {member} until': 'set when a seat ends',
    'POST evidence bulk': 'register many exhibits', 'GET access-rules': 'the standing rules', 'POST access-rules': 'add a standing rule', 'GET access-rules changes': 'what changed rules would change', 'POST access-rules changes': 'apply changed rules', 'PUT access-rules {rule}': 'change a standing rule', 'DELETE access-rules {rule}': 'retire a standing rule', 'POST simulations': 'who could see it if', 'GET evidence {evidence} decision': 'what one may do, and why, with',
    'GET situation': 'the situation', 'SOCKET stream': 'the live channel',
    'GET evidence': 'the list of exhibits', 'POST evidence': 'register an exhibit', 'GET evidence {evidence}': 'the exhibit', 'PATCH evidence {evidence}': 'correct the description of', 'POST evidence {evidence} withdrawal': 'withdraw', 'GET evidence {evidence} custody': 'the custody of',
    'POST evidence {evidence} files': 'announce a file of', 'OPTIONS evidence {evidence} files': 'how files are uploaded to', 'HEAD evidence {evidence} files {file}': 'how far an upload is, of', 'PATCH evidence {evidence} files {file}': 'upload a part of a file of', 'DELETE evidence {evidence} files {file}': 'give up an upload to', 'POST evidence {evidence} files {file} decision': 'decide about a file of',
    'GET evidence {evidence} releases': 'the releases of', 'PUT evidence {evidence} releases {party}': 'release', 'DELETE evidence {evidence} releases {party}': 'recall a release of',
    'GET waiting-releases': 'what waits to be released', 'POST waiting-releases {waiting} attestation': 'sign for a release', 'DELETE waiting-releases {waiting}': 'give up a release',
    'POST evidence {evidence} openings': 'open or take', 'GET evidence {evidence} openings {opening}': 'go on reading', 'GET evidence {evidence} openings {opening} files {file}': 'the original of', 'HEAD evidence {evidence} openings {opening} files {file}': 'the size of the original of', 'GET evidence {evidence} openings {opening} files {file} pages {page}': 'a page of',
    'GET copies': 'the copies', 'POST copies {copy} answer': 'answer for a copy',
    'GET consents': 'the consents', 'POST consents': 'ask for consent', 'GET consents {consent}': 'a request for consent', 'POST consents {consent} seen': 'see a request for consent', 'POST consents {consent} grant': 'consent to a request', 'POST consents {consent} refusal': 'refuse a request', 'POST consents {consent} withdrawal': 'withdraw a consent or request', 'POST evidence {evidence} evaluation': 'evaluate anew',
    'GET tasks': 'the tasks', 'POST tasks': 'give a task', 'GET tasks {task}': 'the task', 'PATCH tasks {task}': 'change the task', 'POST tasks {task} links': 'change the exhibits of the task', 'GET tasks {task} comments': 'the comments on the task', 'POST tasks {task} comments': 'comment on the task', 'GET tasks {task} history': 'the history of the task',
    'GET ledger checkpoint': 'the latest checkpoint', 'GET ledger entries': 'the ledger’s entries', 'GET ledger disclosed': 'search the ledger', 'GET ledger entries {position} receipt': 'a receipt', 'GET ledger proofs inclusion': 'a proof of inclusion', 'GET ledger proofs consistency': 'a proof of consistency',
    'GET ledger tile {level} {path}': 'hashes of the ledger', 'GET ledger tile entries {path}': 'commitments of the ledger', 'GET ledger keys': 'the keys of the ledger', 'GET ledger health': 'the health of the ledger',
    'GET exports': 'the bundles', 'POST exports': 'export a bundle', 'GET exports {export}': 'how far a bundle is', 'GET exports {export} bundle': 'download a bundle', 'HEAD exports {export} bundle': 'the size of a bundle',
    'GET api me teams': 'the overview of one’s teams', 'GET access-log': 'the access log',
  },
};
