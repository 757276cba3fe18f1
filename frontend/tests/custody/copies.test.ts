import { describe, expect, it } from 'vitest';
import { keys } from '@/api/queries';
import { SCHEDULES } from '@/api/views';
import { kept } from '@/features/custody/openings/keeping';
import { en } from '@/i18n/en';
import { fr } from '@/i18n/fr';
import { TOUCHES } from '@/realtime/facts';

describe('an original that is taken', () => {
  it('names its custodian and a national file number without spaces around them', () => {
    expect(kept({ custodian: ' Evidence room 2 ', file_number: ' 7741 Js 118/26' })).toEqual({
      custodian: 'Evidence room 2',
      file_number: '7741 Js 118/26',
    });
  });
  it('is read anew when it is asked after or answered for, by who does not see its exhibit any more too', () => {
    for (const kind of ['copy.asked', 'copy.answered', 'evidence.taken'] as const) {
      const touched = TOUCHES[kind]('jit', {
        position: 1,
        kind,
        subject: { evidence: 'e' },
        seat: 'DE-01',
        party: 'DE',
        at: '',
      });
      expect(touched.map(([key]) => key._id).filter((name) => !/Hearing/.test(String(name)))).toEqual([
        'listCopies',
        'listWorkingSessions',
        'readCustody',
      ]);
    }
  });
});

describe('a disclosure to a proceeding', () => {
  it('is read anew when it is made or called back, in the lists and in custody', () => {
    for (const kind of ['evidence.disclosed', 'disclosure.recalled'] as const) {
      const touched = TOUCHES[kind]('jit', {
        position: 1,
        kind,
        subject: { evidence: 'e', disclosure: 'd' },
        seat: 'DE-01',
        party: 'DE',
        at: '',
      });
      expect(touched).toEqual([keys.disclosures('jit'), keys.below('jit', 'e')]);
    }
  });
  it('has a word for each schedule, in both languages', () => {
    for (const words of [en, fr]) expect(Object.keys(words.schedule)).toEqual([...SCHEDULES]);
  });
});
