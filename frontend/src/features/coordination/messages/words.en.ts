export const messages = {
  messages: {
    title: 'Messages',
    channels: 'Channels', open: 'Open a channel', whole: 'The whole team', wholeHelp: 'Every party within the Union, those that join later from then on.', some: 'Some parties', forWhom: 'For whom', name: 'Name', nameHelp: 'What people call it. Its parties see it, and so do their auditors.',
    yours: 'Yours is always among them.', stays: 'For whom a channel is never changes. Who else should take part needs another one.', service: 'Texts may be sent to the translation service that the operator set up', serviceHelp: 'They leave this house then. Off, unless you say so; it cannot be changed later.', serviceOn: 'Texts of this channel may be sent to the operator’s translation service.',
    opened: '{{name}} is open', needName: 'Say what it is called.', beyond: 'Not in it: {{parties}}. What is addressed beyond the Union needs an attestation (Reg. (EU) 2023/969, Art. 17(2)), which talk cannot have.',
    empty: 'No channels yet', emptyHelp: 'Open one for the whole team, or for the parties that work on something together.', emptyReader: 'A channel that a leader or coordinator opens for your party appears here at once.', emptyBeyond: 'Channels are for parties within the Union. What is addressed beyond it needs an attestation (Reg. (EU) 2023/969, Art. 17(2)), which talk cannot have.',
    choose: 'Choose a channel', chooseHelp: 'Each shows whether something is new in it.', back: 'All channels',
    unread_one: '{{count}} unread', unread_other: '{{count}} unread', many: 'more than {{count}} unread', named: 'names you', closed: 'closed', closedBy: 'Closed by {{seat}}: {{reason}} What was said stays to be read.',
    close: 'Close the channel', closeTitle: 'Close {{name}}', closeHelp: 'Nothing more is said there. It stays to be read: talk as long as the agreement says, decisions with the ledger.', closeReason: 'Why',
    timeline: 'What was said in {{name}}', silent: 'Nothing was said yet', silentHelp: 'Talk below, or put a decision on record.', earlier: 'Earlier', later: 'Later', fresh: 'New since you read last',
    talk: 'Talk', decision: 'Decision', off: 'Off the record', on: 'On record', offHelp: 'The ledger holds nothing of it. It is erased after {{days}} days.', onHelp: 'An entry of the ledger, for good: its parties and their auditors read it, and bundles carry it.',
    kind: 'What you write', say: 'Say', record: 'Put on record', write: 'Write off the record', writeDecision: 'Write a decision for the record', keys: 'Ctrl and Enter send it.',
    sure: 'Put this on record?', sureHelp: 'It becomes an entry of the ledger under your seat. It is never changed or taken back; another decision can put it right.', sureRight: 'It puts right the decision of {{seat}}. Both stay.',
    mention: 'Name a seat', link: 'Mention an exhibit', linkNote: 'Who may not see it reads “an exhibit”.', exhibit: 'an exhibit',
    correct: 'Correct', correctTitle: 'Correct what you said', correctHelp: 'What it said before stays beside it.', corrected: 'corrected', former: 'Said before', until: 'until', save: 'Correct',
    takeBack: 'Take back', takeBackTitle: 'Take back what you said?', takeBackHelp: 'Its words are gone for everybody, the former ones too. That you said something stays.', takenBack: 'Taken back', erased: 'Erased from the record',
    putRight: 'Put right', puttingRight: 'Puts right the decision of {{seat}}', putRightBy: 'Put right by a later decision', putsRight: 'Puts right an earlier decision', entry: 'Entry {{position}}', pending: 'Entry under way',
    translate: 'Translate', translateTitle: 'Put a translation beside it', language: 'Language', translation: 'Translation', original: 'Original', translateHelp: 'Under the code of your seat. The original counts.', translateRecord: 'Beside a decision it is on record, too.', by: 'translated by {{seat}}', byMachine: 'Machine-made ({{service}}), asked for by {{seat}}. Not certified.', ofFormer: 'Of what it said before', needText: 'Write the translation.', keep: 'Put beside it', ask: 'Ask the service', askHelp: 'The text is sent to {{service}}, outside this house. What comes back is marked as machine-made.',
    search: 'Search messages', searchHelp: 'Words that were said', found_one: '{{count}} message found', found_other: '{{count}} messages found', foundMore: 'More than {{count}} messages found', nothing: 'Nothing was said with these words', nothingHelp: 'Whole words are looked for, in your channels.', end: 'End the search', in: 'in {{name}}',
    you: 'You', more: 'What you can do with it', rule: 'Talk is kept for {{days}} days', ruleBy: 'clause {{clause}}', ruleNone: 'the agreement says nothing else', setRule: 'Enter a clause', ruleTitle: 'How long talk is kept', ruleHelp: 'As a clause of the agreement says. It holds for what was said before, too: shorter erases at once.', days: 'Days', clause: 'Clause', ruleSaved: 'Talk is kept for {{days}} days',
  },
};

export const messageFacts = {
  'talk.agreed': 'entered how long talk is kept', 'channel.opened': 'opened a channel', 'channel.closed': 'closed a channel',
  'decision.recorded': 'put a decision on record', 'decision.corrected': 'put right a decision', 'decision.mentioned': 'mentioned an exhibit in a decision', 'decision.translated': 'translated a decision',
};

export const messageEntries = {
  'talk.agreed': 'Clause on talk entered', 'channel.opened': 'Channel opened', 'channel.closed': 'Channel closed',
  'decision.recorded': 'Decision', 'decision.corrected': 'Decision put right', 'decision.mentioned': 'Exhibit mentioned in a decision', 'decision.translated': 'Decision translated',
};

export const messagesAsked = {
  'GET channels': 'the channels', 'POST channels': 'open a channel', 'GET channels {channel}': 'a channel', 'POST channels {channel} closing': 'close a channel', 'POST channels {channel} reading': 'read up to a message', 'GET channels {channel} messages': 'what was said in a channel', 'POST channels {channel} messages': 'say something', 'POST channels {channel} decisions': 'put a decision on record', 'PUT channels {channel} messages {message}': 'correct what was said', 'DELETE channels {channel} messages {message}': 'take back what was said', 'POST channels {channel} messages {message} translations': 'translate what was said', 'POST channels {channel} messages {message} machine-translations': 'ask the translation service', 'GET messages': 'search what was said', 'GET talk-rules': 'how long talk is kept', 'POST talk-rules': 'enter how long talk is kept',
};

export const messagesRefused = {
  'channel-closed': 'This channel is closed: what was said stays to be read. Nothing was changed.',
  'on-record': 'A decision on record is never changed: put it right by another. Nothing was changed.',
  'off-record': 'This is talk: its author corrects it. Nothing was recorded.',
  'not-your-message': 'Only its author changes what was said; a decision is put right by who recorded it, or a leader of that party. Nothing was changed.',
  'taken-back': 'It was taken back. Nothing was changed.',
  'corrected-already': 'It was put right already: put that one right. Nothing was recorded.',
  'links-changed': 'You see other exhibits in it than before. Read it again. Nothing was changed.',
  'corrected-meanwhile': 'It was corrected meanwhile. Read it again. Nothing was changed.',
  'translation-off': 'No text of this channel goes to a translation service: the operator set none up, or the channel was opened without. Nothing was sent.',
  'translation-failed': 'The translation service gave no translation. The text was sent to it; nothing was changed here.',
  'nothing-to-translate': 'There are no words to translate any more. Nothing was changed.',
  'too-many-translations': 'A message has 40 translations at most. Nothing was changed.',
  'corrected-too-often': 'What is said is corrected 40 times at most: take it back, or say it anew. Nothing was changed.',
};
