/** A party that leaves the team. */
export const leaving = {
  becomes: { stay: 'Stays', freeze: 'Is frozen', withdraw: 'Is withdrawn' },
  leavingContributed: {
    stay: 'Stays: whoever has it keeps it as it was released. Nobody decides more for {{party}}.',
    freeze: 'Is frozen: nobody else opens or takes it any more. It stays listed where it was known, with its custody.',
    withdraw: 'Is withdrawn: nobody else opens it any more, who took a copy is asked what became of it, and courts to which it was disclosed are called back.',
  },
  leavingReceived: {
    stay: 'Releases to {{party}} end. The copies it took stay with it, under the terms under which it took them.',
    freeze: 'Releases to {{party}} end, and it is asked what became of each copy that it took. What it disclosed to courts stands.',
    withdraw: 'Releases to {{party}} are recalled, it is asked after each copy that it took, and its disclosures to courts are called back.',
  },
  leaving: {
    agree: 'Leaving: what the agreement says', agreeTitle: 'What the agreement says of a party that leaves', agreeNow: 'Enter the clause', agreed: 'The clause is entered',
    agreeHelp: 'It holds for what is declared from now on. Of each party the last clause that names it counts, else the last that is for any.',
    forWhom: 'For which party', anyParty: 'Any party', theParty: 'the party', contributed: 'What it contributed', received: 'What it received',
    leave: 'Leave the team', leaveTitle: '{{party}} leaves the team', leaveNow: 'Declare that it leaves', declared: '{{party}} leaves: everybody hears of it', why: 'Why, for the whole team',
    leaveHelp: 'From that moment on none of its seats opens or does anything here, and what is open on their screens closes within a second. Until then it can be taken back; afterwards it cannot.',
    under: 'Under {{clause}}, this follows, exactly as it is shown here:', asking: 'Looking at what follows',
    when: 'When', atOnce: 'Now', atDay: 'When a day ends', dayHelp: 'It leaves when this day is over, in the zone {{zone}}.',
    typeCode: 'Type {{code}} to confirm', needCode: 'Type the code of the party exactly.',
    contributedTitle_one: 'It contributed one exhibit', contributedTitle_other: 'It contributed {{count}} exhibits', receivedTitle_one: 'It received one exhibit', receivedTitle_other: 'It received {{count}} exhibits',
    nobodyElse: 'released to nobody else', becomesWithdrawn: 'is withdrawn', onHold: 'legal hold: nothing erases it', erasedOn: 'nobody reviews it: erased on {{day}} unless a court holds it',
    also: 'Also touched: {{counts}}', copies_asked_one: 'one copy asked after', copies_asked_other: '{{count}} copies asked after', waiting_releases_one: 'one waiting release ends', waiting_releases_other: '{{count}} waiting releases end',
    consents_one: 'one request for consent expires', consents_other: '{{count}} requests for consent expire', tasks_one: 'one open task is left with nobody', tasks_other: '{{count}} open tasks are left with nobody', holds_one: 'one legal hold stands', holds_other: '{{count}} legal holds stand', erasures_one: 'one erasure under way', erasures_other: '{{count}} erasures under way', seats_one: 'one seat ends', seats_other: '{{count}} seats end',
    leavesAt: 'leaves', stay: 'Stay after all', stayTitle: '{{party}} stays in the team', stayHelp: 'The declaration is taken back, and nothing follows.', stays: '{{party}} stays in the team',
    banner: '{{party}} leaves the team under {{clause}}:', underWay: '{{party}} left the team under {{clause}}; what follows is being done:', look: 'What follows', lookTitle: 'What follows where {{party}} leaves', lookHelp: 'As far as you may know it, under {{clause}}.',
  },
};
