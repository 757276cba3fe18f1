import type { gates as source } from './gates.en';
import type { Translated } from '@/i18n/translated';

/** Les contrôles préalables : ce qu’une communication attend, et ce qui la laisse passer. */
export const gates = {
  gate: {
    verification: 'la vérification par un administrateur',
    attestation: 'l’attestation de qui verse',
    second_leader: 'un second responsable',
    clearance: 'l’aval du siège de filtrage',
    joint: 'les autres parties d’origine',
  },
  transferBasis: {
    adequacy: 'Décision d’adéquation (art. 36)',
    safeguards: 'Garanties appropriées (art. 37)',
    derogation: 'Dérogation (art. 38)',
  },
  gates: {
    waits: 'Attend {{gates}}',
    waitsNote: 'Décidée, pas encore effective : la partie {{party}} n’en sait rien.',
    saved: 'Décidée. Elle attend {{gates}} ; jusque-là, la partie {{party}} n’en sait rien.',
    attest: 'Signer l’attestation',
    attestTitle: 'Attestation pour la partie {{party}}',
    attestHelp:
      'Règlement (UE) 2023/969, art. 17, § 2 : ce qui va à la partie {{party}} se limite au nécessaire. Votre signature rend la communication effective, sauf autre contrôle préalable.',
    necessity: 'En quoi elle y est nécessaire',
    proportionality: 'Pourquoi pas moins',
    basis: 'Fondement du transfert (directive (UE) 2016/680, chapitre V)',
    record: 'La décision, les garanties ou le motif',
    needed: 'Dites-le en une phrase.',
    signed: 'Attestation signée',
    giveUp: 'Abandonner',
    giveUpTitle: 'Abandonner la communication à la partie {{party}}',
    giveUpHelp: 'Elle ne prendra pas effet. La partie {{party}} n’apprendra jamais qu’elle était prévue.',
    giveUpReason: 'Motif de l’abandon',
    givenUp: 'Communication abandonnée',
  },
} satisfies Translated<typeof source>;
