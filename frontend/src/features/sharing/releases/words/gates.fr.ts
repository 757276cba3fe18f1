import type { gates as source } from './gates.en';
import type { Translated } from '@/i18n/translated';

/** Les validations qu’attend une communication. */
export const gates = {
  gate: {
    verification: 'la validation par un administrateur',
    attestation: 'l’attestation du membre qui a téléversé la pièce',
    second_leader: 'un second responsable',
    clearance: 'le contrôle du secret professionnel',
    joint: 'les autres autorités d’origine',
  },
  transferBasis: {
    adequacy: 'Décision d’adéquation (art. 36)',
    safeguards: 'Garanties appropriées (art. 37)',
    derogation: 'Dérogation (art. 38)',
  },
  gates: {
    waits: 'Attend {{gates}}',
    waitsNote: 'Décidée, pas encore effective. La partie {{party}} n’en est pas informée avant.',
    saved: 'Décidée. Elle attend {{gates}}. La partie {{party}} n’en est pas informée avant.',
    attest: 'Signer l’attestation',
    attestTitle: 'Attestation pour {{party, le}}',
    attestHelp:
      'Règlement (UE) 2023/969, art. 17, § 2 : les données communiquées {{party, à}} se limitent au nécessaire. Votre signature rend la communication effective, sauf autre validation manquante.',
    necessity: 'En quoi les données y sont nécessaires',
    proportionality: 'Pourquoi moins ne suffirait pas',
    basis: 'Fondement du transfert (directive (UE) 2016/680, chapitre V)',
    record: 'Décision, garanties ou motif',
    needed: 'Saisissez une phrase.',
    signed: 'Attestation signée',
    giveUp: 'Annuler la communication',
    giveUpTitle: 'Annuler la communication {{party, à}}',
    giveUpHelp: 'Elle ne prend pas effet. La partie {{party}} n’est pas informée qu’elle était prévue.',
    giveUpReason: 'Motif de l’annulation',
    givenUp: 'Communication annulée',
  },
} satisfies Translated<typeof source>;
