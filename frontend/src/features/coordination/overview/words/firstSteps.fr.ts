import type { firstSteps as source } from './firstSteps.en';
import type { Translated } from '@/i18n/translated';

export const firstSteps = {
  firstSteps: {
    title: 'Premiers jours de l’équipe',
    done: '{{done}} sur {{of}} faits',
    dismiss: 'Masquer la liste',
    isDone: ' : fait',
    isOpen: ' : à faire',
    joined_one: '{{done}} partie sur {{count}} a un responsable qui a rejoint l’équipe',
    joined_other: '{{done}} parties sur {{count}} ont un responsable qui a rejoint l’équipe',
    joined_many: '{{done}} sur {{count}} de parties ont un responsable qui a rejoint l’équipe',
    leaders: 'Les responsables de chaque partie ont rejoint l’équipe',
    leaving_clause: 'Ce qui se passe au départ d’un État est saisi',
    working_hours: 'Votre partie a indiqué ses heures de travail',
    sharing_rules: 'Votre partie a des règles de communication par défaut',
    channel: 'Un canal de messages est ouvert',
    exhibit: 'Votre partie a enregistré sa première pièce',
    co_signer: 'Un cosignataire du journal est désigné',
    how_leaders: 'Remettez à chaque responsable son code à usage unique, ou émettez-en un autre sous Membres.',
    how_leaving_clause: 'Saisissez sous Membres ce que deviennent les pièces quand une partie quitte l’équipe.',
    how_working_hours: 'Choisissez Heures de travail sous Partenaires et heure locale, sur cette page.',
    how_sharing_rules: 'Les règles proposent qui a accès à une pièce lors de son enregistrement.',
    how_channel: 'Ouvrez un canal pour l’équipe ou pour certaines parties.',
    how_exhibit: 'Choisissez Enregistrer une pièce dans la liste des pièces.',
    how_co_signer:
      'Désignez un cosignataire dans le journal d’audit. Il confirme qu’aucune inscription n’a été modifiée.',
    who_leaders: 'Un coordinateur émet les codes à usage unique des responsables.',
    who_leaving_clause: 'Un administrateur la saisit.',
    who_working_hours: 'Un responsable de votre partie les indique.',
    who_sharing_rules: 'Un responsable de votre partie en décide.',
    who_channel: 'Un responsable ou un coordinateur l’ouvre.',
    who_exhibit: 'Un contributeur ou un responsable de votre partie l’enregistre.',
    who_co_signer: 'Un responsable le désigne.',
  },
} satisfies Translated<typeof source>;
