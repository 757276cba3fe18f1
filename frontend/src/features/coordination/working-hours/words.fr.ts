import type { hours as source, hoursEntries as entries, hoursFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

export const hours = {
  hours: {
    working: 'heures de travail',
    off: 'hors heures de travail',
    free: 'jour non travaillé',
    holiday: 'jour férié',
    stated: 'saisi par son responsable',
    usual: 'supposé : non saisi',
    verify: 'Les jours fériés proviennent d’une liste générale. Vérifiez-les auprès du pays.',
    find: 'Trouver un créneau',
    findTitle: 'Trouver un créneau de réunion',
    findHelp:
      'Les créneaux aux heures de travail du plus grand nombre viennent d’abord, puis les plus proches, puis les plus tôt.',
    who: 'Parties',
    lasts: 'Durée',
    within: 'Dans les',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    minutes_many: '{{count}} min',
    days_one: '{{count}} jour',
    days_other: '{{count}} jours',
    days_many: '{{count}} de jours',
    slots: 'Créneaux, les meilleurs en premier',
    all: 'aux heures de travail de toutes les parties',
    some: 'aux heures de travail de {{working}} parties sur {{all}}',
    nobody: 'Choisissez des parties',
    none: 'Aucune de ces parties ne travaille pendant cette période',
    noneHelp: 'Choisissez d’autres parties ou une période plus longue.',
    assumed:
      'Si une partie n’a rien saisi, on suppose du lundi au vendredi, de 9 h à 17 h. Les jours fériés proviennent d’une liste générale : vérifiez-les auprès du pays.',
    own: 'Heures de travail',
    ownTitle: 'Heures de travail de votre partie',
    ownHelp:
      'Dans votre fuseau horaire ({{zone}}). Toute l’équipe les voit et les créneaux en tiennent compte. La modification est inscrite au journal d’audit.',
    notStated: 'Aucun horaire saisi. Les heures affichées sont supposées.',
    daysOf: 'Jours travaillés',
    needDay: 'Choisissez au moins un jour.',
    begins: 'De',
    ends: 'À',
    wrongClock: 'Saisissez une heure, par exemple 09:00.',
    wrongEnd: 'Saisissez une heure postérieure au début.',
    country: 'Pays des jours fériés',
    countryHelp: 'Deux lettres, par exemple NL. Laissez vide pour aucun.',
    ahead: 'Prochains :',
    save: 'Enregistrer',
    set: 'Heures de travail enregistrées',
  },
} satisfies Translated<typeof source>;
export const hoursFacts = { 'party.hours_set': 'a modifié les heures de travail de la partie' } satisfies Translated<
  typeof facts
>;
export const hoursEntries = { 'party.hours_set': 'Heures de travail' } satisfies Translated<typeof entries>;
