import { messagesRefused } from '@/features/coordination/messages/words.en';
import { signingRefused } from '@/features/coordination/signing/words.en';

/** What the server refuses, by the code of its problem document. A code that is not here is told by its status, with the server's own words. */
export const refused = {
  refused: {
    'acknowledge-h3': 'The originator’s conditions (H3) must be acknowledged first. Nothing was opened.',
    'already-confirmed': 'Your party has confirmed this already. Nothing was changed.',
    'already-seated': 'This seat is taken already. Nothing was changed.',
    'beyond-parents':
      'It rests on what another party obtained, which has not released that so far to these people. Nothing was changed. The attempt is recorded, and that party is told.',
    'beyond-own-release':
      'It rests on what is released to named people of your party, and to no others. Nothing was changed.',
    'files-not-viewed': 'Files still have to be viewed before this verdict. No verdict was given; read them first.',
    'own-party-designated': 'A leader of another party confirms who designated herself. Nothing was changed.',
    'no-longer-waits': 'This designation does not wait any more. Nothing was changed.',
    'sample-so-already': 'That is the size already. Nothing was changed.',
    'nobody-could-decide':
      'What it is derived from is released to no leader of your party: nobody could decide about it. Nothing was created.',
    'too-many-feeds': 'You have as many calendar addresses as a seat may have. Revoke one first; nothing was made.',
    'parents-changed': 'What it is derived from was changed at this moment. Nothing was created; try again.',
    'originators-own': 'Your own party obtained it: what exonerates in it, it discloses. Nothing was flagged.',
    'not-restricted': 'It bears neither H1 nor H2: nothing keeps it from being disclosed. Nothing was flagged.',
    'flag-decided': 'It is decided already, and stays so. Nothing was changed.',
    'not-to-audit':
      'An expert, the auditor of the team or one of a party that obtained the exhibit orders a check. Nothing was ordered.',
    'no-files': 'It has no stored file that could be checked. Nothing was ordered.',
    'order-waits': 'Your order waits already; what is found will be an entry in custody.',
    'judicial-seats-only': 'Only judicial seats export the custody of exhibits for a defence.',
    'auditors-only': 'Only auditors export what a supervisory authority asks for.',
    'team-auditor-only': 'Only the auditor of the whole team exports this of the whole team.',
    'own-party-only': 'A party’s own seats export this of their party, and nobody else.',
    'leaders-and-auditors-only': 'Only leaders and auditors of the party export this.',
    'too-many-under-way':
      'Five bundles of yours are being made already. Wait until one is ready, or call one off. Nothing was asked for.',
    'not-under-way': 'The bundle is not being made any more. Nothing was changed.',
    'bundle-damaged': 'The stored bundle is damaged. Tell the operator, and ask for the bundle again.',
    'bundle-expired': 'The bundle was kept for its time and removed. Ask for it again.',
    corrected: 'Another record corrects this one already. Nothing was recorded.',
    'auditor-only': 'Only the auditor of the whole team exports its archive.',
    complete: 'The file is complete. It is part of the exhibit and is not deleted.',
    demonstration: 'The accounts of the demonstration share one password; it is not changed.',
    'email-taken': 'This address has an account already.',
    exists: 'Somebody else decided for this party at the same moment. Look again.',
    'foreign-origin': 'This was not sent by Liaison’s own page. Open the page at its own address and try again.',
    'label-void': 'This label was declared void: nothing is registered under it. Take another.',
    'label-void-already': 'This label was declared void already. Nothing was changed.',
    'link-over': 'This link can no longer be started. Open the exhibit again.',
    'may-not-found': 'Your account may not found teams. The operator grants this right.',
    'needs-leader': 'A leader of your party decides what others may see. Nothing was changed.',
    'name-changed':
      'The name of this seat was changed meanwhile. Close this dialog, read the name again, then confirm it. Nothing was changed.',
    'no-name': 'The proposal names nobody. Change its name first, then confirm. Nothing was changed.',
    'same-name': 'The seat has this name already. Nothing was changed.',
    'agreed-name': 'Every party agreed to this name. End the seat and propose it anew. Nothing was changed.',
    'no-account': 'This person has no account on this server yet. The operator makes one; then confirm again.',
    'no-controller-designated':
      'No controller is designated yet for what third countries and international judicial authorities upload (Reg. (EU) 2023/969, Art. 23(2)). Nothing was created.',
    'no-file': 'The exhibit has no file that could be opened.',
    'no-party': 'Only a party can contribute an exhibit.',
    'no-rendition': 'Nothing in this exhibit can be shown in the browser. It can only be taken.',
    'not-ready': 'It is not ready yet.',
    'nothing-to-decide': 'There is nothing to decide: the file does not wait for a decision any more.',
    'opening-ended': 'The time of this opening is over. Open the exhibit again.',
    'break-glass-closed':
      'The glass cannot be broken here: its originator does not allow it, it can be opened without, or an emergency opening waits for its review or was not justified. Nothing was opened.',
    'reviewed-already': 'It was reviewed already. Nothing was changed.',
    'review-it': 'An emergency opening is reviewed, not only acknowledged. Nothing was changed.',
    'alert-acknowledged': 'It was acknowledged already. Nothing was changed.',
    'not-the-owner': 'Another leader answers for one of them. Take it over first; nothing was changed.',
    'owner-already': 'It is this leader’s already. Nothing was changed.',
    'working-session-open': 'A working session of yours is open already. End it first; nothing was begun.',
    'working-session-over':
      'That working session is over. Say why for this opening, or begin another. Nothing was opened.',
    'witness-named-already':
      'Your party has a witness, which is removed first; or this key was named in this team before. Nothing was changed.',
    'just-checked': 'It was checked within this hour; what was found stands in its custody. Nothing was ordered.',
    'quorum-so-already': 'That is the quorum already. Nothing was changed.',
    'quorum-without-witnesses':
      'Fewer witnesses count than were agreed, and no policy demands what nobody can meet. Name the witnesses first.',
    'not-your-witness': 'A party’s own leaders remove its witness. Nothing was changed.',
    'originator-only': 'Only the originator decides this. Nothing was changed.',
    'other-party': 'Only a leader of that party decides about its seats.',
    'verified-already':
      'It was verified, or withdrawn. Nothing was changed; register what is new as an exhibit of its own.',
    'verification-refused': 'An administrator refused the exhibit; it is released to nobody.',
    'in-quarantine': 'Administrators read it until their verdict. Nothing was changed; withdraw it instead.',
    'not-in-quarantine': 'It does not wait for a verdict that you could give. Nothing was changed.',
    'gate-open': 'This was done already, or is not asked for. Nothing was changed.',
    'waits-already':
      'A release or a recall waits already for this party. Give it up first, or let it pass. Nothing was changed.',
    'wish-over': 'The release would be over already. Give it up. Nothing was signed.',
    'not-the-uploader':
      'Who registered the exhibit or sent a file of it signs, or a leader of its originator. Nothing was signed.',
    'outbound-gate-closed':
      'Nothing is addressed to a third country past its gate (Reg. (EU) 2023/969, Art. 17(2)). Nothing was changed.',
    busy: 'Too much happens at this moment, or others change the same. Nothing was changed; try again.',
    'outcome-unknown':
      'The database went away while this was being recorded. It may be done or not: look before you do it again.',
    'own-proposal': 'You proposed this seat: another leader of your party confirms it.',
    'own-release': 'The originator’s own access cannot be recalled; withdraw the exhibit instead.',
    'own-seat': 'Nobody confirms a seat of their own.',
    'party-exists': 'This party is in the team already. Nothing was changed.',
    'rendition-pending':
      'No pages for reading are made yet. Try again in a moment. If it stays so, what is stored cannot be read now: ask the host to look.',
    'action-moved-on':
      'Somebody was faster: the action is in another state by now. Look at it, and say it again. Nothing was changed.',
    'action-over': 'The action is over. Nothing was changed.',
    'h-hour-passed': 'H-hour has passed: words stand as they are. Nothing was changed.',
    'line-changed': 'The line for the press reads otherwise by now. Read it first. Nothing was approved.',
    'line-erased': 'The words of the line for the press were erased. Write it anew. Nothing was approved.',
    'meant-otherwise':
      'H-hour was moved meanwhile, or the day is meant otherwise. Look at it, and say your word for what it is now. Nothing was said.',
    'clock-ahead':
      'That moment has not come yet by the server’s clock. Set the clock of this device, and say it anew. Nothing was changed.',
    'before-the-day':
      'That moment lies before the action day was planned. Look at the clock of this device, and say it anew. Nothing was changed.',
    'before-the-last':
      'That moment lies well before what happened last. Look at the clock of this device, and say it anew. Nothing was changed.',
    'entry-lifted': 'It was lifted already. Nothing was changed.',
    'no-such-course': 'The action day does not go from its state to that one. Look again; somebody may have moved it.',
    'no-such-move': 'The action does not go from that state to this one. Nothing was changed.',
    'not-deciding': 'Leaders and coordinators put decisions on record. Nothing was recorded.',
    'not-taking-part': 'Your party does not take part in this action day. Nothing was changed.',
    'not-your-action': 'Only its own party plans and moves an action. Nothing was changed.',
    'not-your-entry': 'Only the party that entered it lifts it. Nothing was changed.',
    'not-your-move': 'Only a leader of its party does that. Nothing was changed.',
    'not-your-operation':
      'Coordinators, and leaders of the party that planned it, change an action day. Nothing was changed.',
    'operation-closed': 'The action day is closed. Nothing was changed.',
    'operation-live': 'The action day is live: put it back first. Nothing was changed.',
    'operation-not-live': 'The action day was not live at that moment. Nothing was changed.',
    'operation-not-planned': 'Parties speak on a day that is planned or live. Nothing was said.',
    'no-such-step': 'The task does not go from its state to that one. Look again; somebody may have moved it.',
    'not-your-step': 'Its assignee works on a task; who set it cancels and reopens it. Nothing was changed.',
    'not-your-answer':
      'Its assignee or a leader of the assignee’s party accepts a task or declines it. Nothing was changed.',
    'coordinator-only': 'Only coordinators say what waits for what. Nothing was changed.',
    'task-not-accepted': 'Nobody has accepted this task yet. Nothing was changed.',
    'waits-in-a-circle': 'That task waits for this one, or is it: they would wait in a circle. Nothing was changed.',
    ...messagesRefused,
    ...signingRefused,
    'not-your-task': 'Only its assignee, the seat that set it and coordinators change this task. Nothing was changed.',
    'overseer-only': 'Only who set this task, or coordinates, changes what it says. Nothing was changed.',
    'task-closed': 'The task is closed. Open it again first. Nothing was changed.',
    'time-never-shown': 'The clocks there never show this time: they are put forward. Choose another.',
    'time-shown-twice': 'The clocks there show this time twice. Say which one is meant.',
    'role-may-not': 'Your role in this team does not include this. Nothing was changed.',
    'seat-exists': 'This person has a seat in this team, or a proposal of one. Nothing was changed.',
    'last-leader':
      'This is the last leader of the party: nobody could decide for it. Seat another leader first. Nothing was changed.',
    'seat-ended': 'This seat has ended already. Nothing was changed.',
    'seat-not-seated': 'Only a seat that is taken can be suspended. Nothing was changed.',
    'seat-not-suspended': 'Only a suspended seat can be resumed. Nothing was changed.',
    'own-party': 'An administrator does not suspend its own party: nobody of it could resume it. Nothing was changed.',
    'party-not-active': 'This party does not take part already. Nothing was changed.',
    'no-leaving-clause':
      'Nothing was entered of what the agreement says of a party that leaves. An administrator enters the clause first. Nothing was changed.',
    'leaves-already': 'This party leaves, or has left, already. Nothing was changed.',
    'not-leaving': 'Nobody declared that this party leaves. Nothing was changed.',
    left: 'Its originator has left the team: nobody would consent. Nothing was asked.',
    'changed-meanwhile':
      'Somebody who is party to it leaves, or it was decided otherwise, at this moment. Nothing was changed.',
    'party-left': 'This party has left. Nothing was changed.',
    'its-leaders-only':
      'A leader of that party says whether it leaves; an administrator, where no leader of it acts any more. Nothing was changed.',
    'nobody-keeps-the-team':
      'No other party has both an administrator and a coordinator: nobody would keep the team. Seat them first. Nothing was changed.',
    'party-not-suspended': 'This party is not suspended. Nothing was changed.',
    'zero-bytes': 'A file of zero bytes holds no evidence and is not received. Check the source.',
    'other-offence-needs-consent':
      'Use for another offence needs its originator’s express consent. Ask for that purpose at the exhibit. Nothing was opened.',
    'court-use-not-consented':
      'The exhibit bears H1: ask its originator to consent to your use in court. Nothing was disclosed.',
    'judicial-only': 'Your party reserves this to its judicial seats. Nothing was changed.',
    'no-judicial-leader': 'Nobody could decide: no judicial leader of your party is seated. Nothing was changed.',
    'reserved-so-already': 'It stands so already. Nothing was changed.',
    'erasure-waits': 'An erasure waits already for a second leader. Nothing was changed.',
    'needs-second-leader': 'Another leader than who decided this confirms it. Nothing was changed.',
    'recall-needs-second-leader':
      'Somebody would lose the exhibit by this, and your party demands a second leader for recalls. Recall it, which another leader confirms; then release it anew. Nothing was changed.',
    'no-second-leader':
      'No second leader of your party is seated: nothing could be decided any more. Seat one first. Nothing was changed.',
    'four-eyes-so-already': 'It stands so already. Nothing was changed.',
    unchecked: 'It may hold privileged or abusive material, and no filter seat has cleared it yet. Nothing was opened.',
    privileged: 'A filter seat found it privileged: its content stays closed, and it is released to nobody.',
    'closed-already': 'It is closed already. Nothing was changed.',
    'not-the-filter':
      'It does not wait for your verdict: only a named filter seat that brought nothing of it gives one. Nothing was changed.',
    'joint-originator':
      'That party obtained it jointly: its own access is not changed or recalled. Nothing was changed.',
    'keeper-releases':
      'The party that keeps this exhibit releases it, as each of those who obtained it agrees. You narrow or recall a release, or withdraw the exhibit. Nothing was changed.',
    'not-to-agree': 'A leader of a party that obtained it jointly agrees, and nobody twice. Nothing was changed.',
    'another-closing':
      'The closing that you read was taken back, and another declared. Read it first. Nothing was changed.',
    'agreed-already': 'Your party agreed already. Nothing was changed.',
    'joint-not-agreed':
      'It was obtained jointly, and not every originator has agreed to its erasure. Nothing was erased.',
    'filtered-already':
      'The exhibit was filtered as it is; nothing is added to it. Register what is new as an exhibit of its own.',
    'not-from-here': 'This does not follow on how the thing stands. Nothing was recorded.',
    'key-used': 'Something else was sent under this key. Nothing was recorded; send this anew.',
    'handover-open': 'A hand-over is offered and not answered: answer or withdraw it first. Nothing was recorded.',
    'in-anothers-hands':
      'Another seat has it in hand, and lets go of it itself; a correction says where that is wrong. Nothing was recorded.',
    'sealed-already': 'It is sealed already: open that seal first. Nothing was recorded.',
    'not-sealed': 'There is no seal to open. Nothing was recorded.',
    'on-hold': 'A legal hold stands: it is not destroyed. Nothing was recorded.',
    'not-to-record':
      'The people of who obtained the exhibit, and of who holds it, record what is done with it. Nothing was recorded.',
    'not-to-hand-over':
      'The seat that has it in hand hands it over; where nobody here has, the people of the party that answers for it. Nothing was recorded.',
    'not-ones-answer':
      'The seat to which it is offered receives or refuses it; who offered it, or obtained the exhibit, withdraws it. Nothing was recorded.',
    'handover-answered': 'It is answered already. Nothing was recorded.',
    'not-ones-own': 'Who recorded it corrects it, or who obtained the exhibit. Nothing was recorded.',
    changed: 'It changed at this moment. Nothing was recorded; look again.',
    'holder-only': 'The seat that took the copy, or a leader of its party, answers for it. Nothing was changed.',
    'not-asked': 'Nobody asks after this copy. Nothing was changed.',
    'copy-destroyed': 'The copy is destroyed; there is nothing more to say. Nothing was changed.',
    'answered-already': 'It is answered, or its time is over: silence was a refusal. Look again.',
    'asked-party-only': 'A leader of the party that is asked answers. Nothing was changed.',
    'have-it-already': 'Your party may use it in court already. Nothing was asked.',
    'h1-needs-consent':
      'The exhibit bears H1: no bundle for a court without its originator’s consent to that use. Ask for it at the exhibit. Nothing was exported.',
    'h2-needs-consent':
      'The exhibit bears H2: state as the basis on what consent of the provider it is released further, or let the party ask. Nothing was released.',
    'not-granted': 'There is no consent that could be withdrawn. Nothing was changed.',
    'not-your-request': 'Who asked, or a leader of the asking party, takes a request back. Nothing was changed.',
    'own-exhibit': 'Your own party is the originator; nobody else need consent.',
    recalled: 'The asking party does not see the exhibit any more. Nothing was changed.',
    erased: 'The exhibit is erased: its number and its custody are what is left. Nothing was changed.',
    'trial-phase':
      'The operational phase of this team is over: nothing new enters. Reading, consents and disclosures go on.',
    'phase-so-already': 'The team is in that phase already. Nothing was changed.',
    'team-closed':
      'This team is closed: its ledger has had its last entry. It can be read; nothing is entered any more.',
    'not-in-trial': 'A team is closed after its trial phase: move it there first. Nothing was declared.',
    'closes-already': 'It is declared that the team is closed. Take that back first. Nothing was changed.',
    'parties-not-agreed': 'A leader of every party agrees first. Nothing was closed.',
    'something-waits':
      'Something waits that must not be cut off. What you cannot see of it, the leaders of the party see. Nothing was closed.',
    'own-entries': 'Only a leader of the party whose entry it is erases fields of it. Nothing was erased.',
    'too-many-blanks':
      'Your party has as many blank labels that nothing bears yet as it may have. Use those first, or declare void what is lost; nothing was made.',
    'must-stand':
      'It must stand as it is: a legal hold, a flag of what may exonerate or a disclosure to a proceeding stands on what the entry is about, or an erasure of it waits already. Nothing was erased.',
    'legal-hold': 'A legal hold stands. Nothing was erased.',
    'not-due': 'It is neither withdrawn nor due for review. Nothing was erased.',
    'for-transfer':
      'It is for transfer: it is erased after the last intended download, 28 days after the upload at the latest. Nothing was changed.',
    'not-to-hold':
      'A leader of the originator sets a legal hold, or a judicial seat of a party that disclosed the exhibit. None was set.',
    'not-to-lift': 'Who set the hold lifts it. Nothing was changed.',
    'lifted-already': 'The hold is lifted already. Nothing was changed.',
    withdrawn: 'The exhibit is withdrawn and is not changed any more.',
  },
};
