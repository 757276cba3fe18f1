/** Délais qu’un membre ouvre ou clôt. */
export const requestDeadlines = {
  requestDeadlines: {
    start: 'Ajouter un délai',
    end: 'Clore le délai',
    endOf: 'Clore le délai : {{deadline}}',
    deadline: 'Délai',
    asked: 'Réponse demandée',
    item: 'Élément',
    wholeRequest: 'Toute la demande',
    dueOn: 'Réponse au plus tard le',
    dueOnHelp: 'Le délai expire à la fin de ce jour, dans le fuseau horaire de l’autorité d’exécution.',
    beginsAt: 'Événement qui fait courir le délai',
    beginsAtHelp:
      'Date et heure de l’événement, heure de {{zone}}. Un délai compté à rebours, par exemple d’une audience, a une date future.',
    outcome: 'Issue',
    endHelp: 'Le délai « {{deadline}} » prend fin et n’est plus signalé à personne.',
  },
  deadlineChange: {
    paused: 'suspendu',
    resumed: 'repris',
    stopped: 'arrêté',
    extended: 'prolongé',
  },
  deadlineEnd: {
    met: 'respecté',
    void: 'sans objet',
  },
  deadlineOutcome: {
    met: 'Le délai a été respecté.',
    void: 'Le délai n’a plus d’objet.',
  },
};
