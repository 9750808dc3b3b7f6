import type { App, ConsentMode } from '../../../contract/resources/apps';

/** The consent modes in plain words, in the order in which they are offered. */
export const consentTexts: Record<ConsentMode, { label: string; description: string }> = {
  required: {
    label: 'Ask first',
    description:
      'Until a visitor agrees, errors and Web Vitals are kept without anything that tells who it was, and page views and clicks are not kept at all. After a no, Do Not Track or Global Privacy Control it stays that way.',
  },
  implied: {
    label: 'Unless they object',
    description:
      'Everything is kept until a visitor says no or their browser sends Do Not Track or Global Privacy Control. Then only errors and Web Vitals are kept, without anything that tells who it was.',
  },
  off: {
    label: 'Do not ask',
    description:
      'Everything is kept, and the visitors’ privacy signals are ignored. For internal tools whose users know about it.',
  },
};

export const withoutConsentTexts: Record<App['without_consent'], { label: string; description: string }> = {
  anonymous: {
    label: 'Keep errors and Web Vitals, anonymously',
    description: 'No session, no user, no free attributes.',
  },
  drop: { label: 'Keep nothing', description: 'Only how many items were dropped is counted.' },
};
