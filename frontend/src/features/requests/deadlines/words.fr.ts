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
    grantedAt: 'Accordée le',
    grantedHelp:
      'Moment auquel la prorogation a été demandée ou accordée, à l’heure de {{zone}}, avant la fin du délai. Vide : maintenant.',
    lateDays_one: 'Respecté avec {{count}} jour de retard',
    lateDays_other: 'Respecté avec {{count}} jours de retard',
    lateHours_one: 'Respecté avec {{count}} heure de retard',
    lateHours_other: 'Respecté avec {{count}} heures de retard',
    endHelp: 'Le délai « {{deadline}} » prend fin et n’est plus signalé à personne.',
  },
  productionProgress: {
    drafted: 'Demande de production préparée, non reçue',
    sent: 'Demande de production envoyée, réception non consignée',
    received: 'Demande de production reçue pour d’autres données seulement',
    unconfirmed: 'Production demandée. Informez le destinataire par le formulaire 5 et consignez-le.',
  },
  deadlineChange: {
    paused: 'suspendu',
    resumed: 'repris',
    stopped: 'arrêté',
    extended: 'prolongé',
  },
  deadlineEnd: {
    met: 'respecté',
    met_late: 'respecté en retard',
    missed: 'non respecté',
    void: 'sans objet',
  },
  deadlineOutcome: {
    met: 'Le délai a été respecté.',
    void: 'Le délai n’a plus d’objet.',
  },
};
