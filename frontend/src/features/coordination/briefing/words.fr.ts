import type { briefing as source, briefingEntries as entries, briefingFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

export const briefing = {
  briefing: {
    title: 'Pendant votre sommeil',
    since: 'Depuis quand',
    sinceMark: 'Depuis ma dernière lecture',
    sinceWorkday: 'Depuis la fin de notre journée',
    behind: 'Après le {{time}}',
    neverRead: 'Jamais lu : après le {{time}}',
    read: 'J’ai lu',
    marked: 'Marqué comme lu jusqu’ici',
    newNotes_one: '{{count}} nouvelle note',
    newNotes_other: '{{count}} nouvelles notes',
    newNotes_many: '{{count}} de nouvelles notes',
    newActs_one: '{{count}} acte',
    newActs_other: '{{count}} actes',
    newActs_many: '{{count}} d’actes',
    newMoved_one: '{{count}} échéance déplacée',
    newMoved_other: '{{count}} échéances déplacées',
    newMoved_many: '{{count}} d’échéances déplacées',
    notes: 'Notes pour la relève',
    noNotes: 'Personne n’a laissé de note. Écrivez ce que le fuseau suivant doit savoir quand votre journée s’achève.',
    write: 'Écrire une note',
    writeNow: 'La laisser',
    written: 'Note laissée, au registre',
    to: 'Pour qui',
    toTeamChoice: 'L’équipe',
    toOwn: 'Ma partie',
    toTeam: 'à l’équipe',
    toParty: 'à la partie {{party}} seule',
    text: 'Que doivent-ils savoir ?',
    textHelp:
      'Au registre : une inscription. À l’équipe : responsables, membres et coordinateurs de chaque partie de l’Union, et de la vôtre ; la porte des pays tiers n’est pas franchie.',
    needText: 'Écrivez ce qu’ils doivent savoir.',
    erased: 'Effacé',
    deadlines: 'Échéances',
    noDeadlines: 'Aucune n’a été déplacée, et aucune des vôtres n’échoit d’ici un jour.',
    moved: 'Déplacée par {{seat}}',
    noDeadline: 'aucune',
    near: 'D’ici un jour',
    passed: 'Dépassée',
    happened: 'Ce que les autres ont fait',
    quiet: 'Rien depuis',
    quietHelp: 'Ce que les autres feront apparaîtra ici.',
    team: 'L’équipe et ses parties',
  },
} satisfies Translated<typeof source>;
export const briefingFacts = { 'briefing.note_written': 'a laissé une note pour la relève' } satisfies Translated<
  typeof facts
>;
export const briefingEntries = { 'briefing.note_written': 'Note laissée' } satisfies Translated<typeof entries>;
