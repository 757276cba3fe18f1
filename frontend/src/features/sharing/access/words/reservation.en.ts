export const reservation = {
  reservation: {
    stands:
      'Your party reserves releases, standing rules and consents to its judicial seats, as {{seat}} decided. Other leaders can still withdraw an exhibit.',
    none: 'Every leader of your party decides its releases, standing rules and consents.',
    reserve: 'Reserve to judicial seats',
    reserveTitle: 'Reserve decisions to judicial seats',
    reserveHelp:
      'From now on only leaders with the judicial function release, recall, decide standing rules and consent. Other leaders can still withdraw an exhibit. A judicial leader lifts this.',
    lift: 'Lift the reservation',
    liftTitle: 'Let every leader decide again',
    liftHelp: 'From now on every leader of your party releases, recalls, decides standing rules and consents.',
    done: 'Decision recorded',
  },
};
