import type { hours as source, hoursEntries as entries, hoursFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

export const hours = {
  hours: {
    working: 'heures de travail',
    off: 'hors des heures de travail',
    free: 'jour non travaillé',
    holiday: 'jour férié',
    stated: 'selon un responsable de la partie',
    usual: 'par défaut, la partie n’ayant rien indiqué',
    verify: 'Les jours fériés proviennent d’une liste générale. Vérifiez-les auprès du pays.',
    find: 'Chercher un créneau',
    findTitle: 'Chercher un créneau de réunion',
    findHelp:
      'Les créneaux situés aux heures de travail du plus grand nombre de parties viennent d’abord. Chacun est aussi indiqué à l’heure locale de chaque partie.',
    who: 'Participants',
    lasts: 'Durée',
    within: 'Dans les',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    minutes_many: '{{count}} min',
    days_one: '{{count}} jour',
    days_other: '{{count}} jours',
    days_many: '{{count}} de jours',
    slots: 'Créneaux, les meilleurs d’abord',
    all: 'tous aux heures de travail',
    some: '{{working}} sur {{all}} aux heures de travail',
    nobody: 'Choisissez les participants',
    none: 'Aucune partie ne travaille pendant cette période',
    noneHelp: 'Choisissez d’autres parties ou une période plus longue.',
    assumed:
      'Sans indication d’une partie, la semaine du lundi au vendredi, de 9 h à 17 h, est retenue. Les jours fériés proviennent d’une liste générale. Vérifiez-les auprès du pays.',
    own: 'Heures de travail',
    ownTitle: 'Heures de travail de votre partie',
    ownHelp:
      'À l’heure locale de votre partie ({{zone}}). Toute l’équipe voit ces heures et les créneaux en dépendent. Les modifications sont consignées au journal d’audit.',
    notStated: 'Votre partie n’a pas indiqué ses heures. Les heures par défaut sont affichées.',
    daysOf: 'Jours travaillés',
    needDay: 'Choisissez au moins un jour.',
    begins: 'De',
    ends: 'À',
    wrongClock: 'Saisissez une heure telle que 09:00.',
    wrongEnd: 'Saisissez une heure postérieure au début.',
    country: 'Jours fériés de',
    countryHelp: 'Deux lettres, par exemple NL. Laissez vide s’il n’y en a pas.',
    ahead: 'Prochains :',
    save: 'Enregistrer',
    set: 'Heures de travail enregistrées',
  },
} satisfies Translated<typeof source>;
export const hoursFacts = { 'party.hours_set': 'a indiqué les heures de travail de la partie' } satisfies Translated<
  typeof facts
>;
export const hoursEntries = { 'party.hours_set': 'Heures de travail indiquées' } satisfies Translated<typeof entries>;
