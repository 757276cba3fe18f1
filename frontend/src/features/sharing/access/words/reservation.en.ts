export const reservation = {
  reservation: {
    title: 'Decisions by prosecutors and judges',
    stands:
      'Your party reserves releases, default sharing rules and consents to its judicial members, by decision of {{seat}}. Other leaders can still withdraw an exhibit.',
    none: 'Every leader of your party decides releases, default sharing rules and consents.',
    reserve: 'Reserve to prosecutors and judges',
    reserveTitle: 'Reserve decisions to prosecutors and judges',
    reserveHelp:
      'From now on, only leaders with the judicial function release, recall, decide default sharing rules and consent. Other leaders can still withdraw an exhibit. A judicial leader can end this.',
    lift: 'End reservation',
    liftTitle: 'End reservation',
    liftHelp: 'From now on, every leader of your party releases, recalls, decides default sharing rules and consents.',
    done: 'Decision recorded',
  },
};
