import type { hours as source, hoursEntries as entries, hoursFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

export const hours = {
  hours: {
    working: 'heures de travail',
    off: 'hors horaires',
    free: 'jour non travaillé',
    holiday: 'jour férié',
    stated: 'selon son responsable',
    usual: 'supposé : la partie n’a rien indiqué',
    verify: 'Les jours fériés proviennent d’une liste générale : à vérifier auprès du pays.',
    find: 'Trouver un créneau',
    findTitle: 'Trouver un créneau de réunion',
    findHelp:
      'Les meilleurs créneaux à venir : d’abord ceux où travaillent le plus de parties, puis les plus proches des horaires des autres, puis les plus tôt. L’heure de chaque partie est celle de ses horloges.',
    who: 'Qui se réunit',
    lasts: 'Durée',
    within: 'D’ici',
    minutes_one: '{{count}} min',
    minutes_other: '{{count}} min',
    minutes_many: '{{count}} min',
    days_one: '{{count}} jour',
    days_other: '{{count}} jours',
    days_many: '{{count}} de jours',
    slots: 'Créneaux, les meilleurs d’abord',
    all: 'tous aux heures de travail',
    some: '{{working}} sur {{all}} aux heures de travail',
    nobody: 'Choisissez qui se réunit',
    none: 'Aucune d’elles ne travaille dans ce délai',
    noneHelp: 'Choisissez d’autres parties ou regardez plus loin.',
    assumed:
      'Sans indication d’une partie, on suppose du lundi au vendredi de 9 h à 17 h. Les jours fériés proviennent d’une liste générale : à vérifier auprès du pays.',
    own: 'Nos horaires',
    ownTitle: 'Quand nous travaillons',
    ownHelp:
      'À nos horloges ({{zone}}). Toute l’équipe le lit et les créneaux en dépendent ; c’est une inscription du registre.',
    notStated: 'Rien n’est encore indiqué : ce que vous voyez est supposé.',
    daysOf: 'Jours travaillés',
    needDay: 'Choisissez au moins un jour.',
    begins: 'De',
    ends: 'À',
    wrongClock: 'Comme 09:00',
    wrongEnd: 'Après le début, le même jour',
    country: 'Jours fériés de',
    countryHelp: 'Deux lettres, par exemple NL ; vide : aucun',
    ahead: 'Prochains :',
    save: 'Indiquer',
    set: 'Horaires indiqués',
  },
} satisfies Translated<typeof source>;
export const hoursFacts = { 'party.hours_set': 'a indiqué les horaires de la partie' } satisfies Translated<
  typeof facts
>;
export const hoursEntries = { 'party.hours_set': 'Horaires indiqués' } satisfies Translated<typeof entries>;
